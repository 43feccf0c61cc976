import DurableFiles
import Foundation

/// One embedding as a line of a file: key, encoder's counts, coordinates, and a hash of all that, in Base64 and
/// hexadecimal digits.
///
/// A line that does not agree with its hash is no line: a process may have died while it wrote it.
enum VectorLine {
  static func bytes(key: ContentHash, embedding: SentenceEmbedding) -> [UInt8] {
    var coordinates = Data(capacity: 4 * embedding.vector.count)
    for value in embedding.vector {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { coordinates.append(contentsOf: $0) }
    }
    let flags = (embedding.isTruncated ? 1 : 0) + (embedding.isEmpty ? 2 : 0)
    let content =
      "\(key.hexadecimal) \(embedding.tokenCount) \(embedding.windowCount) \(flags) "
      + coordinates.base64EncodedString()
    return Array("\(content) \(checksum(of: content))".utf8)
  }

  /// The key of a line, which is trusted only once the line itself was read.
  static func key(of line: some Collection<UInt8>) -> ContentHash? {
    guard line.count > 65 else { return nil }
    return ContentHash(hexadecimal: String(decoding: line.prefix(64), as: UTF8.self))
  }

  /// What a line says, if all of it is there.
  static func embedding(of line: some Collection<UInt8>, encoder: String) -> SentenceEmbedding? {
    let text = String(decoding: line, as: UTF8.self)
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 6, let tokens = Int(parts[1]), let windows = Int(parts[2]), let flags = Int(parts[3]),
      text.utf8.count > parts[5].utf8.count,
      checksum(of: text.prefix(upTo: text.utf8.index(before: parts[5].startIndex))) == parts[5],
      let coordinates = Data(base64Encoded: String(parts[4])), coordinates.count % 4 == 0
    else { return nil }
    let vector = coordinates.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
      }
    }
    return SentenceEmbedding(
      vector: vector, encoder: encoder, tokenCount: tokens, windowCount: windows, isTruncated: flags & 1 != 0,
      isEmpty: flags & 2 != 0)
  }

  private static func checksum(of content: some StringProtocol) -> String {
    String(SHA256.hash(String(content)).hexadecimal.prefix(16))
  }
}
