import StructuredOutput

/// Replaces what a user's pattern finds.
struct CustomNormalization: Sendable {
  let pattern: String
  let replacement: String
  let fault: String?
  private let finder: PatternFinder?
  let replacementBytes: [UInt8]

  init(pattern: String, replacement: String) {
    self.pattern = pattern
    self.replacement = replacement
    replacementBytes = Array(replacement.utf8)
    do throws(TextPatternError) {
      finder = try PatternFinder(pattern)
      fault = nil
    } catch {
      finder = nil
      fault = "\(error)"
    }
  }

  /// Nil where nothing changes.
  ///
  /// - Parameter placeholders: What is never searched, beside the built-in ones.
  func normalized(_ text: String, protecting placeholders: [[UInt8]]) -> String? {
    guard let finder else { return nil }
    var copy = text
    let changed = copy.withUTF8 { bytes -> [UInt8]? in
      var output: [UInt8] = []
      var copied = 0
      for range in finder.ranges(in: bytes, within: Self.parts(of: bytes, without: placeholders)) {
        output += bytes[copied..<range.lowerBound]
        output += replacementBytes
        copied = range.upperBound
      }
      if copied == 0 { return nil }
      output += bytes[copied...]
      return output
    }
    return changed.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands between placeholders.
  private static func parts(
    of bytes: UnsafeBufferPointer<UInt8>, without placeholders: [[UInt8]]
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard let end = endOfPlaceholder(placeholders, in: bytes, at: index) else {
        index += 1
        continue
      }
      if start < index { parts.append(start..<index) }
      start = end
      index = end
    }
    if start < bytes.count { parts.append(start..<bytes.count) }
    return parts
  }

  @inline(__always)
  private static func endOfPlaceholder(
    _ placeholders: [[UInt8]], in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int? {
    for placeholder in placeholders where placeholder.first == bytes[index] {
      if ByteText.has(placeholder, in: bytes, at: index) { return index + placeholder.count }
    }
    guard bytes[index] == UInt8(ascii: "[") else { return nil }
    if let end = VolatileText.endOfPlaceholder(in: bytes, at: index) { return end }
    guard ByteText.has(redacted, in: bytes, at: index) else { return nil }
    return bytes[index...].prefix(longestRedaction).firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
  }

  private static let redacted = Array("[redacted:".utf8)
  private static let longestRedaction = 64
}

extension CustomNormalization: Hashable {
  /// Whether both replace the same by the same.
  static func == (left: CustomNormalization, right: CustomNormalization) -> Bool {
    left.pattern.utf8.elementsEqual(right.pattern.utf8) && left.replacement.utf8.elementsEqual(right.replacement.utf8)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(pattern)
    hasher.combine(replacement)
  }
}
