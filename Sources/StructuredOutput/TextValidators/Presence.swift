extension StructureValidator {
  /// The text holds something that can be seen: not only white space and invisible characters.
  public static var notEmpty: StructureValidator {
    StructureValidator(name: "notEmpty") { text in
      let isVisible = text.unicodeScalars.contains { scalar in
        if scalar.value < 0x80 { return scalar.value > 0x20 && scalar.value != 0x7F }
        switch scalar.properties.generalCategory {
        case .format, .control, .unassigned: return false
        default: return !scalar.isWhiteSpace
        }
      }
      if isVisible { return [] }
      return [text.isEmpty ? "the text is empty" : "the text holds white space only"]
    }
  }
}
