import SemanticSimilarity

extension Option {
  /// The kinds of facts that are compared.
  static let facts = Option(name: "--facts", value: "KIND,…", isRepeatable: true)
}

extension FactKinds {
  /// Every kind by itself.
  static var each: [FactKinds] {
    (0..<UInt32.bitWidth).map { FactKinds(rawValue: 1 << UInt32($0)) }.filter { FactKinds.all.contains($0) }
  }

  /// What `--facts` calls a single kind.
  var argument: String {
    switch self {
    case .negation, .modality, .money: name
    default: name + "s"
    }
  }
}

extension ParsedArguments {
  /// The kinds of `--facts`: all unless it is given.
  func factKinds() throws(UsageError) -> FactKinds {
    let choices = FactKinds.each.map(\.argument) + ["all", "none"]
    var kinds: FactKinds = []
    for name in all(.facts).flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      let word = name.lowercased()
      switch word {
      case "all": kinds.formUnion(.all)
      case "none": break
      default:
        guard let kind = FactKinds.each.first(where: { $0.argument == word || $0.name == word }) else {
          throw notAChoice(String(name), of: .facts, choices: choices)
        }
        kinds.formUnion(kind)
      }
    }
    return self[.facts] == nil ? .all : kinds
  }
}
