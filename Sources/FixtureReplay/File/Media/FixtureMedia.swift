import DurableFiles
import Foundation

/// The images, sounds and files of one test, stored once each beside its fixture: `<test>.media/<sha256>.png`.
struct FixtureMedia {
  private let folder: URL

  /// The media of a fixture file.
  init(of fixture: URL) {
    folder = fixture.deletingPathExtension().appendingPathExtension("media")
  }

  /// Writes what is not there yet, each file whole.
  ///
  /// - Throws: ``FixtureFault`` where one looks like it holds what must not be kept, and then none is written, or where
  ///   the folder cannot be written.
  func write(_ blobs: [MediaBlob], redactor: FixtureRedactor) throws(FixtureFault) {
    if let remainder = redactor.remainder(in: blobs) {
      throw FixtureFault(
        .holdsCredential,
        """
        The media of \(folder.path) were not written: one would hold \(remainder). Keep such data out of what is sent \
        and asked for, then record again.
        """)
    }
    for blob in blobs {
      let file = file(of: blob.hash, type: blob.type)
      do throws(FileFault) {
        if try DurableFile.read(file)?.count == blob.bytes.count { continue }
        try DurableFile.replace(file, with: blob.bytes)
      } catch {
        throw FixtureFault(.unwritable, "A media file of the fixture was not written. \(error)")
      }
    }
  }

  /// The bytes of a file.
  func bytes(of hash: ContentHash, type: String) throws(FixtureFormatError) -> [UInt8] {
    let file = file(of: hash, type: type)
    let name = "\(folder.lastPathComponent)/\(file.lastPathComponent)"
    let bytes: [UInt8]?
    do throws(FileFault) {
      bytes = try DurableFile.read(file)
    } catch {
      throw FixtureFormatError(reason: "its media file \(name) cannot be read: \(error)")
    }
    guard let bytes else {
      throw FixtureFormatError(reason: "its media file \(name) is missing; media belong into version control too.")
    }
    guard SHA256.hash(bytes) == hash else {
      throw FixtureFormatError(reason: "its media file \(name) is not what was recorded.")
    }
    return bytes
  }

  /// Removes files that a fixture's text does not refer to.
  func removeAll(but text: String) {
    let wanted = MediaReferences.digests(in: Array(text.utf8))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where !wanted.contains(name.prefix { $0 != "." }.lowercased()) {
      try? DurableFile.remove(folder.appending(path: name, directoryHint: .notDirectory))
    }
    if !names.isEmpty { _ = try? DurableFile.removeFolderIfEmpty(folder) }
  }

  private func file(of hash: ContentHash, type: String) -> URL {
    let ending = Self.endings[type] ?? "bin"
    return folder.appending(path: "\(hash.hexadecimal).\(ending)", directoryHint: .notDirectory)
  }

  private static let endings = [
    "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/heic": "heic",
    "image/avif": "avif", "audio/wav": "wav", "audio/mpeg": "mp3", "audio/ogg": "ogg", "audio/flac": "flac",
    "audio/mp4": "m4a", "video/mp4": "mp4", "video/webm": "webm", "application/pdf": "pdf", "application/zip": "zip",
  ]
}
