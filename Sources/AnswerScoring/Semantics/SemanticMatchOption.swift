import SemanticSimilarity

/// How an answer is compared with a reference.
public struct SemanticMatchOption: Sendable, Hashable {
  private enum Setting: Hashable {
    case whole
    case facts(FactKinds)
  }

  private let setting: Setting

  /// Compares the two texts as wholes, instead of seeking each sentence of the reference in the answer.
  ///
  /// For answers that are to be like the reference and say nothing beside it.
  public static let whole = SemanticMatchOption(setting: .whole)

  /// Compares these kinds of facts and no others; without it all kinds are compared.
  public static func facts(_ kinds: FactKinds...) -> SemanticMatchOption {
    SemanticMatchOption(setting: .facts(FactKinds(kinds)))
  }

  /// Compares no facts: similarity alone decides.
  public static let withoutFacts = SemanticMatchOption(setting: .facts([]))

  /// What several options say together, the later ones last.
  struct Settings {
    var isWhole = false
    var facts = FactKinds.all

    init(_ options: [SemanticMatchOption]) {
      for option in options {
        switch option.setting {
        case .whole: isWhole = true
        case .facts(let kinds): facts = kinds
        }
      }
    }
  }
}
