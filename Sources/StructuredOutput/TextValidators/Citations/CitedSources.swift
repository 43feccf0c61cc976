/// The sources that a text was given, found by the names and numbers that it cites them by.
struct CitedSources {
  /// How many signs in a name are tried as the place where the source's own name ends.
  private static let separators = 4

  let names: [String]
  private let places: [String: Int]

  init(_ names: [String]) {
    self.names = names
    places = Dictionary(
      names.enumerated().map { (Self.form($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The source of a number from 1.
  func place(ofNumber number: Int) -> Int? { number >= 1 && number <= names.count ? number - 1 : nil }

  /// The source of a name, which a place in the source may follow: `policy.md, p. 3`, `policy.md#returns`.
  func place(ofName name: some StringProtocol) -> Int? {
    let form = Self.form(name)
    if let place = places[form] { return place }
    for index in form.indices.lazy.filter({ ",;#:§(?".contains(form[$0]) }).prefix(Self.separators) {
      if let place = places[Self.form(form[..<index])] { return place }
    }
    if let space = form.firstIndex(of: " ") { return places[Self.form(form[..<space])] }
    return nil
  }

  /// A source whose name of several words stands in a text.
  func place(ofLongNameIn text: String) -> Int? {
    let form = text.lowercased()
    return names.firstIndex { $0.contains(" ") && form.contains($0.lowercased()) }
  }

  /// Capitals, quotation marks and emphasis aside.
  private static func form(_ name: some StringProtocol) -> String {
    let marks: Set<Character> = ["\"", "'", "`", "*", "“", "”", "’", "‘", "„", "<", ">", ".", ","]
    var rest = Substring(name)
    while let first = rest.first, first.isWhitespace || marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || marks.contains(last) { rest.removeLast() }
    return rest.lowercased()
  }
}
