import DurableFiles

/// What stands in a kept request in the place of an image, a sound or a file: `data:image/png;sha256=…;bytes=12345`.
struct MediaReference: Hashable {
  /// The media type.
  let type: String
  /// SHA-256 of the bytes.
  let hash: ContentHash
  /// How many bytes there were.
  let count: Int

  /// Reads ``MediaBlob/digest``; nil for any other text.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ";", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].hasPrefix("data:"), parts[1].hasPrefix("sha256="), parts[2].hasPrefix("bytes="),
      let hash = ContentHash(hexadecimal: String(parts[1].dropFirst(7))), let count = Int(parts[2].dropFirst(6)),
      count >= 0
    else { return nil }
    type = String(parts[0].dropFirst(5))
    self.hash = hash
    self.count = count
  }
}
