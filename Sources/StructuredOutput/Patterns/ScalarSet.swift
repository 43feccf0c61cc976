/// A set of Unicode scalars, as a class in a regular expression names them.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories: [(test: UnicodeCategories, isNegated: Bool)] = []
  private var isNegated = false
  /// The answers for ASCII, a bit each.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)

  init(_ ranges: ClosedRange<UInt32>...) {
    self.ranges = ranges
    note()
  }

  static let digits = ScalarSet(0x30...0x39)
  static let wordCharacters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  /// ECMA-262's WhiteSpace and LineTerminator.
  static let space = ScalarSet(
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
    0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF)
  /// What a point stands for: anything that ends no line.
  static let point = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029).inverted

  init(_ categories: UnicodeCategories) {
    self.categories = [(categories, false)]
    note()
  }

  var inverted: ScalarSet {
    var copy = self
    copy.isNegated.toggle()
    copy.note()
    return copy
  }

  /// Adds a set, which must not itself hold a mixture of inverted and other parts.
  mutating func formUnion(_ other: ScalarSet) {
    if other.isNegated {
      for range in other.complementOfRanges { ranges.append(range) }
      for category in other.categories { categories.append((category.test, !category.isNegated)) }
    } else {
      ranges += other.ranges
      categories += other.categories
    }
    note()
  }

  private var complementOfRanges: [ClosedRange<UInt32>] {
    if ranges.isEmpty { return [] }
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return gaps
  }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return ascii.low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return ascii.high >> UInt64(scalar - 64) & 1 == 1 }
    return containsSlowly(scalar)
  }

  private func containsSlowly(_ scalar: UInt32) -> Bool {
    for range in ranges where range.contains(scalar) { return !isNegated }
    if !categories.isEmpty, let scalar = UnicodeScalar(scalar) {
      for category in categories where category.test.contain(scalar) != category.isNegated { return !isNegated }
    }
    return isNegated
  }

  private mutating func note() {
    ascii = (0, 0)
    for scalar in 0..<64 as Range<UInt32> where containsSlowly(scalar) { ascii.low |= 1 << UInt64(scalar) }
    for scalar in 64..<128 as Range<UInt32> where containsSlowly(scalar) { ascii.high |= 1 << UInt64(scalar - 64) }
  }
}

/// General categories of Unicode, as `\p{…}` names them: `L`, `Lu`, `Letter`, and a few binary properties.
struct UnicodeCategories: Sendable {
  private let contains: @Sendable (UnicodeScalar) -> Bool

  func contain(_ scalar: UnicodeScalar) -> Bool { contains(scalar) }

  private static let abbreviations: [Unicode.GeneralCategory: String] = [
    .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt", .modifierLetter: "Lm", .otherLetter: "Lo",
    .nonspacingMark: "Mn", .spacingMark: "Mc", .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl",
    .otherNumber: "No", .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps",
    .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf", .otherPunctuation: "Po",
    .mathSymbol: "Sm", .currencySymbol: "Sc", .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs",
    .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf", .surrogate: "Cs",
    .privateUse: "Co", .unassigned: "Cn",
  ]

  private static let longNames: [String: String] = [
    "Letter": "L", "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Titlecase_Letter": "Lt",
    "Modifier_Letter": "Lm", "Other_Letter": "Lo", "Mark": "M", "Nonspacing_Mark": "Mn", "Number": "N",
    "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P",
    "punct": "P", "Dash_Punctuation": "Pd", "Symbol": "S", "Math_Symbol": "Sm", "Currency_Symbol": "Sc",
    "Separator": "Z", "Space_Separator": "Zs", "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf",
  ]

  init?(name: String) {
    var name = name
    for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    switch name {
    case "Alphabetic", "Alpha": contains = { $0.properties.isAlphabetic }
    case "Lowercase", "Lower": contains = { $0.properties.isLowercase }
    case "Uppercase", "Upper": contains = { $0.properties.isUppercase }
    case "White_Space", "space": contains = { $0.properties.isWhitespace }
    case "Emoji": contains = { $0.properties.isEmoji }
    case "Emoji_Presentation": contains = { $0.properties.isEmojiPresentation }
    case "ASCII": contains = { $0.isASCII }
    case "Any": contains = { _ in true }
    default:
      let short = Self.longNames[name] ?? name
      let known = Set(Self.abbreviations.filter { $0.value == short || $0.value.prefix(1) == short }.keys)
      if known.isEmpty { return nil }
      contains = { known.contains($0.properties.generalCategory) }
    }
  }
}
