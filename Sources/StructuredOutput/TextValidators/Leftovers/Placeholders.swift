extension StructureValidator {
  /// Nothing in the text was left to be filled in: `[Your Name]`, `{{name}}`, `<your-email>`, `(insert date)`, `XXX-XXXX`,
  /// `TODO`, `Lorem ipsum` and the like.
  ///
  /// English, German, French, Spanish, Italian and Portuguese words are known (`[Ihr Name]`, `[Votre nom]`). "As an AI
  /// language model", which is left in as often, counts too. Links, citations (`[1]`), checkboxes and masked numbers
  /// (`XXXX-1234`) are let pass. In code only `TODO`, `FIXME` and `TBD` count, as brackets and braces mean other things
  /// there.
  public static var noPlaceholders: StructureValidator {
    StructureValidator(name: "noPlaceholders") { text in
      let prose = MarkdownProse(text)
      var violations = ViolationList()
      for found in PlaceholderSearch(prose).found {
        let place = prose.places.place(of: found.range.lowerBound)
        violations.add("\(place) holds the \(found.kind) \(prose.places.text(found.range).quotedInBrief)")
      }
      return violations.all
    }
  }
}
