/// The groups of keywords that a dialect has (JSON Schema Core 2020-12, section 8.1.2).
struct SchemaVocabularies: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let applicator = SchemaVocabularies(rawValue: 1)
  static let unevaluated = SchemaVocabularies(rawValue: 2)
  static let validation = SchemaVocabularies(rawValue: 4)
  static let formatAssertion = SchemaVocabularies(rawValue: 8)
  static let content = SchemaVocabularies(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What a draft's own meta-schema stands for.
  init(_ draft: SchemaDraft) {
    switch draft {
    // Draft-07 has content checked where it can be, the later ones never, and the earlier ones do not know it.
    case .draft4, .draft6, .draft7: self = [.applicator, .validation, .content]
    case .draft2019, .draft2020: self = [.applicator, .unevaluated, .validation]
    }
  }

  /// The vocabulary of an address; nil for one that is not known here.
  init?(address: String, draft: SchemaDraft) {
    let stem: String
    switch draft {
    case .draft4, .draft6, .draft7: return nil
    case .draft2019: stem = "https://json-schema.org/draft/2019-09/vocab/"
    case .draft2020: stem = "https://json-schema.org/draft/2020-12/vocab/"
    }
    guard address.hasPrefix(stem) else { return nil }
    switch address.dropFirst(stem.count) {
    // Until 2020-12 the applicators held the unevaluated keywords.
    case "applicator": self = draft == .draft2019 ? [.applicator, .unevaluated] : .applicator
    case "unevaluated" where draft == .draft2020: self = .unevaluated
    case "validation": self = .validation
    case "format-assertion" where draft == .draft2020: self = .formatAssertion
    case "core", "meta-data", "content": self = []
    case "format" where draft == .draft2019: self = []
    case "format-annotation" where draft == .draft2020: self = []
    default: return nil
    }
  }
}

/// By which draft, and with which of its keywords, a schema is read.
struct SchemaReading: Sendable, Hashable {
  var draft: SchemaDraft
  var vocabularies: SchemaVocabularies

  init(_ draft: SchemaDraft) {
    self.draft = draft
    vocabularies = SchemaVocabularies(draft)
  }

  init(draft: SchemaDraft, vocabularies: SchemaVocabularies) {
    self.draft = draft
    self.vocabularies = vocabularies
  }
}
