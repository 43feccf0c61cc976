import DurableFiles
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// The embeddings of one encoder in a file of lines, which several processes read and add to.
///
/// A file that cannot be read or written is a cache that is empty: nothing here fails.
struct VectorFile: Sendable {
  private let encoder: String
  private let file: URL
  private let maximumBytes: Int
  /// All lines as they stood in the file when it was read; nil before that.
  private var contents: [UInt8]?
  private var places: [ContentHash: Range<Int>] = [:]

  init(folder: URL, encoder: String, maximumBytes: Int) {
    self.encoder = encoder
    self.maximumBytes = max(0, maximumBytes)
    let name = String(encoder.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "." ? $0 : "-" })
    // A long or strange name is told apart by its hash.
    file = folder.appending(path: "\(name.prefix(80))-\(SHA256.hash(encoder).hexadecimal.prefix(8)).vectors")
  }

  /// The embedding of a key, if a whole line holds it.
  mutating func embedding(for key: ContentHash) -> SentenceEmbedding? {
    let contents = read()
    guard let place = places[key] else { return nil }
    return VectorLine.embedding(of: contents[place], encoder: encoder)
  }

  /// Adds embeddings at the end; drops the oldest half first where the file would grow beyond its bound.
  func append(_ embeddings: [(key: ContentHash, embedding: SentenceEmbedding)]) {
    let lines = embeddings.map { VectorLine.bytes(key: $0.key, embedding: $0.embedding) }
    let added = lines.reduce(0) { $0 + $1.count + 1 }
    guard added > 0, added <= maximumBytes, let held = acquireLock() else { return }
    defer { held.release() }
    let size = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    if size > maximumBytes - added { shrink(to: min(maximumBytes / 2, maximumBytes - added)) }
    guard let journal = try? AppendOnlyJournal(file) else { return }
    for line in lines {
      guard (try? journal.append(line)) != nil else { break }
    }
    journal.close()
  }

  /// Another process holds the lock for milliseconds. One that holds it longer costs us a few lines of a cache.
  private func acquireLock() -> FileLock.Held? {
    let folder = file.deletingLastPathComponent()
    guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil,
      FileManager.default.isWritableFile(atPath: folder.path)
    else { return nil }
    let lock = FileLock(file.appendingPathExtension("lock"))
    for attempt in 0..<50 {
      if attempt > 0 { _ = usleep(2_000) }
      if let held = lock.tryAcquire() { return held }
    }
    return nil
  }

  private func shrink(to size: Int) {
    guard let bytes = try? DurableFile.read(file, maximumBytes: 2 * maximumBytes + (1 << 20)) else {
      // Longer than this cache ever makes it, or no file at all.
      try? DurableFile.remove(file)
      return
    }
    let start = max(0, bytes.count - size)
    let firstLine = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    try? DurableFile.replace(file, with: Array(bytes[firstLine...]))
  }

  private mutating func read() -> [UInt8] {
    if let contents { return contents }
    let bytes = (try? DurableFile.read(file, maximumBytes: 2 * maximumBytes + (1 << 20))) ?? []
    contents = bytes
    var start = 0
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
      if let key = VectorLine.key(of: bytes[start..<end]) { places[key] = start..<end }
      start = end + 1
    }
    return bytes
  }
}
