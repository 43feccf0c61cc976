/// How a kind of quote is read in code: what ends it and what stands for something else in it.
struct CodeQuote: Sendable {
  enum Escape: Sendable {
    case none
    case backslash
    /// The closing sign twice.
    case doubled
  }

  let name: String
  let open: [UInt8]
  let close: [UInt8]
  var escape = Escape.backslash
  /// Whether it may go over the end of a line.
  var isMultiline = false
  /// What begins code in the quote, ending in the bracket that it stands in: `\(`, `${`.
  var interpolation: [UInt8] = []
  /// Whether it begins nothing right behind a letter or a digit, as in `don't` and `1'000`.
  var needsBoundary = false

  init(
    _ open: String, _ close: String? = nil, name: String = "string", escape: Escape = .backslash,
    isMultiline: Bool = false, interpolation: String = "", needsBoundary: Bool = false
  ) {
    self.name = name
    self.open = Array(open.utf8)
    self.close = Array((close ?? open).utf8)
    self.escape = escape
    self.isMultiline = isMultiline
    self.interpolation = Array(interpolation.utf8)
    self.needsBoundary = needsBoundary
  }

  static let double = CodeQuote("\"")
  static let single = CodeQuote("'")
  static let character = CodeQuote("'", name: "character literal")
}
