import Foundation

/// A host name in the characters that people read, checked by IDNA 2008 (RFC 5891, section 5).
struct InternationalHostname {
  /// Each label as Unicode scalars, A-labels decoded, ASCII labels in small letters.
  private let labels: [[Unicode.Scalar]]
  /// The length of the name in its ASCII form, dots included.
  private let length: Int

  /// Reads a name whose labels are set apart by a full stop, an ideographic one or their wide and narrow forms; nil
  /// where a label is malformed.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    self.init(
      scalars: String(decoding: text.prefix(Self.mostBytes + 1), as: UTF8.self).unicodeScalars,
      separators: [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"])
  }

  /// Reads the domain of an e-mail address, whose labels need not be composed (NFC) yet.
  init?(composing text: UnsafeBufferPointer<UInt8>) {
    let name = String(decoding: text.prefix(Self.mostBytes + 1), as: UTF8.self)
    self.init(scalars: name.normalFormC.unicodeScalars, separators: ["."])
  }

  /// The bytes above which no name can be short enough: a scalar has at most four and adds one or more to the ASCII
  /// form.
  private static let mostBytes = 253 * 4

  private init?(scalars: String.UnicodeScalarView, separators: Set<Unicode.Scalar>) {
    guard scalars.count <= Self.mostBytes else { return nil }
    var labels: [[Unicode.Scalar]] = []
    var length = -1
    for part in scalars.split(omittingEmptySubsequences: false, whereSeparator: { separators.contains($0) }) {
      guard part.count <= 63, let label = Self.label(Array(part)) else { return nil }
      labels.append(label.scalars)
      length += label.length + 1
    }
    self.labels = labels
    self.length = length
  }

  /// Whether the name is short enough and, where it holds a label written right to left, keeps to the bidi rule.
  var isValid: Bool {
    length <= 253 && (labels.allSatisfy { !BidiRule.isRightToLeft($0) } || labels.allSatisfy(BidiRule.isKept))
  }

  private static func label(_ scalars: [Unicode.Scalar]) -> (scalars: [Unicode.Scalar], length: Int)? {
    if scalars.contains(where: { !$0.isASCII }) {
      guard InternationalLabel.isValid(scalars), let encoded = Punycode.encode(scalars) else { return nil }
      let length = Punycode.prefix.utf8CodeUnitCount + encoded.count
      return length <= 63 ? (scalars, length) : nil
    }
    let bytes = scalars.map { UInt8($0.properties.lowercaseMapping.utf8.first ?? 0) }
    guard bytes.withUnsafeBufferPointer({ HostnameFormats.isLabel($0, in: 0..<$0.count) }) else { return nil }
    guard bytes.withUnsafeBufferPointer({ Punycode.hasPrefix($0[...]) }) else {
      return (bytes.map { Unicode.Scalar($0) }, bytes.count)
    }
    let encoded = Array(bytes.dropFirst(Punycode.prefix.utf8CodeUnitCount))
    // What does not come back the same was not made by the algorithm (RFC 5891, section 5.4).
    guard let decoded = Punycode.decode(encoded), decoded.contains(where: { !$0.isASCII }),
      InternationalLabel.isValid(decoded), Punycode.encode(decoded) == encoded
    else { return nil }
    return (decoded, bytes.count)
  }
}
