import LanguageModels
import StructuredOutput

/// Puts a request through the rules.
struct RequestNormalization {
  /// More rounds than any rules need that come to rest.
  private static let mostRounds = 8

  private let ignored: IgnoredFields
  private let ignoredQuery: Set<String>
  private let kinds: VolatileText.Kinds
  private let customs: [CustomNormalization]
  private let placeholders: [[UInt8]]

  init(_ rules: IdentityRules) {
    ignored = IgnoredFields(rules.ignoredPaths)
    ignoredQuery = Set(rules.ignoredPaths.compactMap { $0.fault == nil ? $0.queryName : nil })
    var kinds: VolatileText.Kinds = []
    var customs: [CustomNormalization] = []
    for normalizer in rules.normalizers {
      switch normalizer.form {
      case .volatile(let kind): kinds.formUnion(kind)
      case .custom(let custom): customs.append(custom)
      }
    }
    self.kinds = kinds
    self.customs = customs
    placeholders = customs.map(\.replacementBytes).filter { !$0.isEmpty }
  }

  /// A body as it is kept.
  ///
  /// What is left after a replacement may look like a credential that it did not look like before, so it is redacted
  /// again, until nothing changes: what is kept goes through unchanged when it is read.
  func body(_ body: HTTPRequest.Body, redaction: inout ExchangeRedaction) -> HTTPRequest.Body {
    var body = body
    if case .json(let json) = body, !ignored.isEmpty { body = .json(ignored.applied(to: json)) }
    body = redaction.redact(body)
    if kinds.isEmpty, customs.isEmpty { return body }
    for _ in 0..<Self.mostRounds {
      guard let changed = normalized(body) else { return body }
      body = redaction.redact(changed)
    }
    return body
  }

  /// Query items as they are kept.
  func query(_ fields: [HTTPHeaders.Field], redaction: inout ExchangeRedaction) -> [HTTPHeaders.Field] {
    fields.map { field in
      if ignoredQuery.contains(field.name) { return HTTPHeaders.Field(field.name, IgnoredPath.placeholder) }
      var value = redaction.redact(field.value)
      for _ in 0..<Self.mostRounds {
        guard let changed = normalized(value, kinds) else { break }
        value = redaction.redact(changed)
      }
      return HTTPHeaders.Field(field.name, value)
    }
  }

  /// The path of the address. It is no path of a file system.
  func path(_ path: String) -> String {
    var path = path
    for _ in 0..<Self.mostRounds {
      guard let changed = normalized(path, kinds.subtracting([.temporaryPaths, .absolutePaths])) else { break }
      path = changed
    }
    return path
  }

  // MARK: - Texts

  /// Nil where nothing changes.
  private func normalized(_ body: HTTPRequest.Body) -> HTTPRequest.Body? {
    switch body {
    case .none: nil
    case .json(let json): normalized(json).map { .json($0) }
    case .bytes(let bytes):
      String(validating: bytes, as: UTF8.self).flatMap { normalized($0, kinds) }.map { .bytes(Array($0.utf8)) }
    }
  }

  private func normalized(_ json: JSONValue) -> JSONValue? {
    if case .string(let text) = json { return normalized(text, kinds).map { .string($0) } }
    return json.replacingItems { name, item in
      if kinds.contains(.times), case .key(let key) = name, case .number(let number) = item,
        EpochTime.isTime(number, under: key)
      {
        return .string(VolatileText.time)
      }
      return normalized(item)
    }
  }

  private func normalized(_ text: String, _ kinds: VolatileText.Kinds) -> String? {
    var normalized = VolatileText.normalized(text, kinds)
    for custom in customs {
      if let changed = custom.normalized(normalized, protecting: placeholders) { normalized = changed }
    }
    return normalized.utf8.elementsEqual(text.utf8) ? nil : normalized
  }
}

/// Tells a number of seconds or milliseconds since 1970 from other numbers.
enum EpochTime {
  private static let names: Set<String> = ["now", "ts", "created", "updated", "epoch", "at", "time", "date"]
  private static let endings = ["timestamp", "_time", "_at", "_date", "Time", "At", "Date", "_ts"]

  static func isTime(_ number: JSONNumber, under key: String) -> Bool {
    guard names.contains(key.lowercased()) || endings.contains(where: key.hasSuffix) else { return false }
    let value = number.doubleValue
    // 2001-09-09 to 2100-01-01.
    return (1_000_000_000..<4_102_444_800).contains(value) || (1_000_000_000_000..<4_102_444_800_000).contains(value)
  }
}
