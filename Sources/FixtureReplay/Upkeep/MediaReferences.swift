import DurableFiles

/// The media that the text of a fixture refers to: each a `"sha256": "…"` with 64 digits, which name its file.
enum MediaReferences {
  private static let key = Array("\"sha256\"".utf8)

  /// The digests, in small letters.
  static func digests(in text: [UInt8]) -> Set<String> {
    var digests: Set<String> = []
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + key.count <= bytes.count {
        guard bytes[index] == key[0], matches(key, at: index, in: bytes) else {
          index += 1
          continue
        }
        index += key.count
        if let digest = digest(after: &index, in: bytes) { digests.insert(digest) }
      }
    }
    return digests
  }

  private static func matches(_ word: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private static func digest(after index: inout Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    func skipSpace() { while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 } }
    func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    skipSpace()
    guard take(UInt8(ascii: ":")) else { return nil }
    skipSpace()
    guard take(UInt8(ascii: "\"")), index + 64 < bytes.count, bytes[index + 64] == UInt8(ascii: "\"") else {
      return nil
    }
    let text = String(decoding: bytes[index..<index + 64], as: UTF8.self)
    return ContentHash(hexadecimal: text)?.hexadecimal
  }
}

extension FixtureFolder.Item {
  /// The digest that a media file is named for: its name without the extension.
  var mediaDigest: String {
    let name = path.split(separator: "/").last ?? ""
    return name.prefix { $0 != "." }.lowercased()
  }
}
