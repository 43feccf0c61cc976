import DurableFiles

/// The media that the text of a fixture refers to: of answers as `"sha256": "…"`, of requests as `;sha256=…;`, each with
/// 64 digits, which name the file.
enum MediaReferences {
  private static let name = Array("sha256".utf8)

  /// The digests, in small letters.
  static func digests(in text: [UInt8]) -> Set<String> {
    text.withUnsafeBufferPointer { bytes in
      var digests: Set<String> = []
      for range in ByteSearch.ranges(of: name, in: bytes) {
        if let digest = digest(after: range.upperBound, in: bytes) { digests.insert(digest) }
      }
      return digests
    }
  }

  private static func digest(after end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    // The signs between name and digits: `=` or `": "`.
    var start = end
    while start < min(end + 4, bytes.count), "\": =".utf8.contains(bytes[start]) { start += 1 }
    guard start > end, start + 64 < bytes.count,
      bytes[start + 64] == UInt8(ascii: "\"") || bytes[start + 64] == UInt8(ascii: ";")
    else { return nil }
    return ContentHash(hexadecimal: String(decoding: bytes[start..<start + 64], as: UTF8.self))?.hexadecimal
  }
}

extension FixtureFolder.Item {
  /// The digest that a media file is named for: its name without the extension.
  var mediaDigest: String {
    let name = path.split(separator: "/").last ?? ""
    return name.prefix { $0 != "." }.lowercased()
  }
}
