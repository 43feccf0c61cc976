extension StructureValidator {
  /// The text is well-formed XML: `.xml(root: "invoice", required: ["total"])`.
  ///
  /// Well-formed as XML 1.0 (fifth edition) has it: one root element, tags that close each other, attributes that are
  /// unique and in quotation marks, references to known entities and to characters of XML. It does not validate: no
  /// schema is read, prefixes need not be declared. Nothing is ever loaded, and no entity is replaced by its text.
  /// Elements nest 1,000 deep at most.
  ///
  /// The first fault is reported, because what follows it means nothing; of elements that are not closed, the innermost
  /// ten.
  /// - Parameters:
  ///   - root: the name of the root element, prefix and capitals included; nil for any.
  ///   - required: elements that stand somewhere in the text.
  ///   - allowed: the only elements that the text may have; nil for any.
  ///   - forbidden: elements that the text may not have.
  ///   - allowsDoctype: whether a document type declaration may stand in front. It is the door of attacks by entities
  ///     on whoever reads the text next.
  public static func xml(
    root: String? = nil, required: [String] = [], allowed: [String]? = nil, forbidden: [String] = [],
    allowsDoctype: Bool = false
  ) -> StructureValidator {
    let rules = ElementRules(root: root, required: required, allowed: allowed, forbidden: forbidden)
    return StructureValidator(name: "xml") { text in
      if let fence = ElementRules.faultOfFence(in: text) { return [fence] }
      var reader = XMLReader(TextPlaces(text), rules: rules, allowsDoctype: allowsDoctype)
      return reader.violations()
    }
  }

  /// The text is well-formed XML, whatever its elements.
  public static var xml: StructureValidator { xml() }
}
