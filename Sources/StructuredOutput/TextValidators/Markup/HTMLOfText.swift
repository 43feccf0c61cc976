extension StructureValidator {
  /// The text is HTML, a fragment or a document, whose tags fit each other: `.html(allowed: ["p", "ul", "li", "a"])`.
  ///
  /// By the HTML standard `<br>` and its like have no end tag, and those of `</p>`, `</li>`, `</td>` and others may be
  /// left out. Reported are: elements that are not closed, tags that close nothing, attributes that stand there twice,
  /// lack their space or a quotation mark, `<` that begins no tag, references to no character. Not looked at: which
  /// element may stand in which, and whether `&name;` is known. A text without tags is HTML too: ask for `required`
  /// elements. Elements nest 1,000 deep at most.
  /// - Parameters:
  ///   - root: the name of the one element that everything stands in; nil for any number.
  ///   - required: elements that stand somewhere in the text.
  ///   - allowed: the only elements that the text may have; nil for any.
  ///   - forbidden: elements that the text may not have: `["script", "style", "iframe"]`.
  public static func html(
    root: String? = nil, required: [String] = [], allowed: [String]? = nil, forbidden: [String] = []
  ) -> StructureValidator {
    let rules = ElementRules(root: root, required: required, allowed: allowed, forbidden: forbidden).lowercased()
    return StructureValidator(name: "html") { text in
      if let fence = ElementRules.faultOfFence(in: text) { return [fence] }
      var reader = HTMLReader(TextPlaces(text), rules: rules)
      return reader.violations()
    }
  }

  /// The text is HTML whose tags fit each other, whatever its elements.
  public static var html: StructureValidator { html() }
}
