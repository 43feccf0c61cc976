extension StructureValidator {
  /// The text cites these sources and no others: `.cites(["policy.md", "faq.md"])`.
  ///
  /// Numbers count the sources from 1. Names are compared without capitals, and a place in the source may follow them
  /// (`[policy.md, p. 3]`, `[policy.md#returns]`). What looks like a citation and names none of the sources was made up and
  /// is a violation: a number beyond the last, a file's name, an address, an author with a year. Other words in brackets
  /// (`[sic]`), links and code are no citations.
  /// - Parameters:
  ///   - sources: the names of the sources that the text was given.
  ///   - style: the ways of citing that count.
  ///   - count: how many of the sources are cited.
  ///   - everySource: whether each of the sources is cited.
  ///   - unit: what cites a source each time, if anything does; headings, tables and code need not.
  public static func cites(
    _ sources: [String], style: CitationStyle = .any, count: some RangeExpression<Int> & Sendable = 1...,
    everySource: Bool = false, every unit: CitationUnit? = nil
  ) -> StructureValidator {
    let given = CitedSources(sources)
    return StructureValidator(name: "cites") { text in
      let prose = MarkdownProse(text)
      let citations = CitationFinder(prose, given, style).citations
      var violations = ViolationList()
      var cited: Set<Int> = []
      for citation in citations {
        cited.formUnion(citation.sources)
        for name in citation.unknown {
          violations.add(
            "\(prose.places.place(of: citation.offset)): \(citation.text.quotedInBrief) cites \(name.quotedInBrief),"
              + " which is none of the given sources")
        }
      }
      if !count.contains(cited.count) {
        violations.add("\(CountRange(count).inWords(counting: "cited source")), has \(cited.count)")
      }
      if everySource {
        for (index, name) in sources.enumerated() where !cited.contains(index) {
          violations.add("the source \(name.quotedInBrief) is not cited")
        }
      }
      if let unit {
        for passage in CitingPassages(prose, citations, unit).withoutCitation {
          let words = prose.places.text(passage).quotedInBrief
          violations.add("\(prose.places.place(of: passage.lowerBound)): the \(unit.name) cites no source: \(words)")
        }
      }
      return violations.all
    }
  }
}
