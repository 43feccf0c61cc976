extension JSONRepairChange {
  /// What kind of change was made; the name is stable and fit for logs.
  public struct Kind: Sendable, Hashable, CustomStringConvertible {
    /// The name, such as `trailingComma`.
    public let name: String

    /// Makes a kind of a name.
    public init(_ name: String) { self.name = name }

    /// The name.
    public var description: String { name }

    // Taking JSON out of what stands around it.

    /// The JSON was taken out of a fenced code block, or a fence that stands in or behind it was passed over.
    public static let fence = Kind("fence")
    /// The JSON was taken out of other text.
    public static let prose = Kind("prose")

    // Text that ends too early.

    /// The text ends inside the JSON; what was open is closed, and what was cut off may be missing or left out.
    public static let truncation = Kind("truncation")

    // Notation: the value is certain.

    /// A byte order mark was passed over.
    public static let byteOrderMark = Kind("byteOrderMark")
    /// A space that JSON does not know (no-break, zero-width, ideographic …) stood between values.
    public static let whiteSpace = Kind("whiteSpace")
    /// A comment (`//`, `/* */`, `#`) was left out.
    public static let comment = Kind("comment")
    /// A string stood in other quotation marks than `"`.
    public static let quotes = Kind("quotes")
    /// A line break, a tab or another control character stood in a string unescaped; it is kept.
    public static let controlCharacter = Kind("controlCharacter")
    /// A string had an escape that JSON does not know.
    public static let escape = Kind("escape")
    /// Strings joined by `+` were joined.
    public static let concatenation = Kind("concatenation")
    /// A key stood without quotation marks.
    public static let unquotedKey = Kind("unquotedKey")
    /// `True`, `None`, `undefined` … stood for `true`, `false` or `null`.
    public static let literal = Kind("literal")
    /// A number was written as JSON does not: `+1`, `.5`, `1.`, `1e`, `1_000`.
    public static let number = Kind("number")
    /// `NaN` or an infinity, which JSON cannot say, became the string of that name.
    public static let nonFiniteNumber = Kind("nonFiniteNumber")
    /// A comma stood behind the last element.
    public static let trailingComma = Kind("trailingComma")
    /// A comma or semicolon too many was left out.
    public static let extraComma = Kind("extraComma")
    /// A comma was missing between elements, or another sign stood for it.
    public static let missingComma = Kind("missingComma")
    /// A colon was missing between key and value.
    public static let missingColon = Kind("missingColon")
    /// Another sign (`=`, `=>`, `：`) stood for a colon.
    public static let colon = Kind("colon")
    /// A call such as `ObjectId("…")` or `callback({…})` became what is in its parentheses.
    public static let functionCall = Kind("functionCall")
    /// Parentheses, as Python writes tuples, became an array, or were left out around a single value.
    public static let parentheses = Kind("parentheses")
    /// Braces around values without keys, as Python writes sets, became an array.
    public static let setLiteral = Kind("setLiteral")
    /// The whole document was escaped as if it stood in a string, `{\"a\": 1}`, or in a field of CSV, `{""a"": 1}`.
    public static let escapedDocument = Kind("escapedDocument")
    /// Several values, on lines of their own or with commas between, became one array.
    public static let joinedValues = Kind("joinedValues")

    // Guesses: the value is likely.

    /// A quotation mark inside a string was not escaped.
    public static let unescapedQuote = Kind("unescapedQuote")
    /// An opening or closing quotation mark was missing, or one stood where none belongs.
    public static let missingQuote = Kind("missingQuote")
    /// A word stood without quotation marks and became a string.
    public static let unquotedString = Kind("unquotedString")
    /// A value was missing and became `null`.
    public static let missingValue = Kind("missingValue")
    /// An ellipsis, by which the author left something out, was left out; where a value had to stand it became `null`.
    public static let ellipsis = Kind("ellipsis")
    /// A bracket or brace was missing.
    public static let missingBracket = Kind("missingBracket")
    /// A bracket of another shape stood where one was expected.
    public static let wrongBracket = Kind("wrongBracket")
    /// A bracket or brace too many was left out.
    public static let extraBracket = Kind("extraBracket")
    /// Words that are neither a key nor a value were left out.
    public static let strayText = Kind("strayText")

    /// Whether the change only took JSON out of what stands around it.
    public var isExtraction: Bool { self == .fence || self == .prose }

    /// Whether it speaks against text being JSON at all: prose in brackets needs such changes, sloppy JSON seldom.
    var isFarReaching: Bool {
      switch self {
      case .unquotedString, .missingValue, .ellipsis, .missingBracket, .wrongBracket, .strayText, .setLiteral: true
      default: false
      }
    }
  }
}
