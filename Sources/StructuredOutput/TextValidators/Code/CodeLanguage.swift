/// What of a programming language decides where its brackets and quotes end.
struct CodeLanguage: Sendable {
  enum Feature: Sendable {
    /// `/…/` where a value may stand.
    case regexLiterals
    /// `#"…"#` and `#/…/#` with any number of signs.
    case swiftRawStrings
    /// `r"…"`, `r#"…"#`; `'a` is a lifetime.
    case rustQuotes
    /// `R"tag(…)tag"`.
    case cppRawStrings
    /// `<<WORD` takes the lines up to `WORD`.
    case hereDocuments
    /// A closing bracket need not have been opened, as in `case x)`.
    case loneClosers
    /// A comment's sign counts at the beginning of a word only, and a backslash outside of quotes escapes.
    case shellWords
    /// A quote that no other on its line closes is an apostrophe.
    case apostrophes
  }

  var lineComments: [[UInt8]] = []
  var hasBlockComments = false
  var nestsComments = false
  /// The longer of two that begin alike stands first.
  var quotes: [CodeQuote] = []
  var features: Set<Feature> = []

  private init(
    lineComments: [String] = ["//"], blockComments: Bool = true, nested: Bool = false, quotes: [CodeQuote],
    _ features: Feature...
  ) {
    self.lineComments = lineComments.map { Array($0.utf8) }
    hasBlockComments = blockComments
    nestsComments = nested
    self.quotes = quotes
    self.features = Set(features)
  }

  static let swift = CodeLanguage(
    nested: true,
    quotes: [
      CodeQuote("\"\"\"", isMultiline: true, interpolation: "\\("), CodeQuote("\"", interpolation: "\\("),
      CodeQuote("`", name: "name in backticks", escape: .none),
    ], .swiftRawStrings, .regexLiterals)

  static let python = CodeLanguage(
    lineComments: ["#"], blockComments: false,
    quotes: [CodeQuote("\"\"\"", isMultiline: true), CodeQuote("'''", isMultiline: true), .double, .single])

  static let javaScript = CodeLanguage(
    quotes: [
      .double, CodeQuote("'", needsBoundary: true),
      CodeQuote("`", name: "template literal", isMultiline: true, interpolation: "${"),
    ], .regexLiterals)

  static let java = CodeLanguage(quotes: [CodeQuote("\"\"\"", isMultiline: true), .double, .character])

  static let kotlin = CodeLanguage(
    nested: true,
    quotes: [
      CodeQuote("\"\"\"", escape: .none, isMultiline: true, interpolation: "${"), CodeQuote("\"", interpolation: "${"),
      .character, CodeQuote("`", name: "name in backticks", escape: .none),
    ])

  static let c = CodeLanguage(
    quotes: [.double, CodeQuote("'", name: "character literal", needsBoundary: true)], .cppRawStrings)

  static let cSharp = CodeLanguage(
    quotes: [
      CodeQuote("\"\"\"", escape: .none, isMultiline: true),
      CodeQuote("$@\"", "\"", escape: .doubled, isMultiline: true),
      CodeQuote("@$\"", "\"", escape: .doubled, isMultiline: true),
      CodeQuote("@\"", "\"", escape: .doubled, isMultiline: true), .double, .character,
    ])

  static let go = CodeLanguage(
    quotes: [.double, CodeQuote("`", name: "raw string", escape: .none, isMultiline: true), .character])

  static let rust = CodeLanguage(
    nested: true, quotes: [CodeQuote("\"", isMultiline: true)], .rustQuotes)

  static let json = CodeLanguage(quotes: [.double])

  static let css = CodeLanguage(lineComments: [], quotes: [.double, .single])

  /// A doubled quote within a string makes two strings of it, which ends where it ends.
  static let sql = CodeLanguage(
    lineComments: ["--"], quotes: [CodeQuote("'", escape: .none, isMultiline: true), CodeQuote("\"", escape: .none)])

  static let shell = CodeLanguage(
    lineComments: ["#"], blockComments: false,
    quotes: [
      CodeQuote("\"", isMultiline: true, interpolation: "$("), CodeQuote("$'", "'", isMultiline: true),
      CodeQuote("'", escape: .none, isMultiline: true), CodeQuote("`", name: "command in backticks", isMultiline: true),
    ], .hereDocuments, .loneClosers, .shellWords)

  static let generic = CodeLanguage(
    lineComments: [], quotes: [.double, CodeQuote("'", needsBoundary: true)], .apostrophes)

  private static let names: [String: CodeLanguage] = [
    "swift": swift, "python": python, "py": python, "python3": python, "javascript": javaScript, "js": javaScript,
    "jsx": javaScript, "mjs": javaScript, "node": javaScript, "typescript": javaScript, "ts": javaScript,
    "tsx": javaScript, "java": java, "kotlin": kotlin, "kt": kotlin, "kts": kotlin, "c": c, "h": c, "cpp": c, "c++": c,
    "cc": c, "cxx": c, "hpp": c, "objc": c, "objectivec": c, "objective-c": c, "objective-c++": c, "csharp": cSharp,
    "cs": cSharp, "c#": cSharp, "go": go, "golang": go, "rust": rust, "rs": rust, "json": json, "jsonc": json,
    "json5": json, "css": css, "sql": sql, "bash": shell, "sh": shell, "shell": shell, "zsh": shell,
  ]

  /// What stands in fences and is no code, whose brackets need not balance.
  private static let plain: Set<String> = [
    "text", "txt", "plaintext", "plain", "markdown", "md", "diff", "patch", "console", "terminal", "output", "log",
    "shell-session", "shellsession",
  ]

  /// The language of a name behind a fence, the generic one where it is unknown; nil for what is no code.
  static func named(_ name: String) -> CodeLanguage? {
    let name = name.lowercased()
    return plain.contains(name) ? nil : names[name] ?? generic
  }
}
