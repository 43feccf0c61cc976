extension StructureValidator {
  /// Every letter of the text is of one of these scripts: `.script(.latin)`, `.script(.han, .kana)`.
  ///
  /// It finds what slips into an answer from another language, and letters that only look right: a Cyrillic `о` in a
  /// Latin word. Digits, punctuation, emoji and accents belong to no script. A letter of a script that ``TextScript``
  /// does not name is a violation.
  public static func script(_ scripts: TextScript...) -> StructureValidator { script(scripts) }

  /// Every letter of the text is of one of these scripts.
  public static func script(_ scripts: [TextScript]) -> StructureValidator {
    let allowed = Set(scripts)
    let expected = scripts.map(\.name).joined(separator: " or ")
    return StructureValidator(name: "script") { text in
      var violations = ViolationList()
      var place = (line: 1, column: 0)
      var isInForeignWord = false
      for scalar in text.unicodeScalars {
        place.column += 1
        if scalar == "\n" { place = (place.line + 1, 0) }
        let script = TextScript.of(scalar)
        let isForeign = script.map { !allowed.contains($0) } ?? (scalar.value >= 0x80 && scalar.properties.isAlphabetic)
        if isForeign, !isInForeignWord {
          let code = String(scalar.value, radix: 16, uppercase: true)
          let name = script.map { "\($0.name) " } ?? ""
          violations.add(
            "line \(place.line), column \(place.column): expected \(expected) letters, found the \(name)letter "
              + "\"\(scalar)\" (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))")
        }
        // A foreign word is reported once.
        isInForeignWord = isForeign || isInForeignWord && !scalar.isWhiteSpace && script == nil
      }
      return violations.all
    }
  }
}
