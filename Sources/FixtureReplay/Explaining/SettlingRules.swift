import LanguageModels
import StructuredOutput

/// The fewest rules under which a request is the same as a recorded one, where only what changes from run to run differs.
///
/// Rules are tried, not guessed: those that are named do make the two identities equal.
struct SettlingRules {
  private let normalizers: [TextNormalizer]
  private let ignored: [IgnoredPath]

  /// Nil where the requests differ in more.
  init?(from recorded: RequestIdentity, to request: RequestIdentity) {
    var rules = IdentityRules(normalizers: Self.candidates.map(\.normalizer))
    if !Self.settles(rules, recorded, request) {
      let (old, new) = (recorded.applying(rules), request.applying(rules))
      guard let differences = RequestDifference.between(old.body, new.body), differences.count <= 4,
        differences.allSatisfy(\.isOfIdentifier)
      else { return nil }
      let queries = zip(old.query, new.query).filter { $0 != $1 }
      guard old.query.count == new.query.count, queries.allSatisfy({ $0.name == $1.name && Self.isIdentifier($0.name) })
      else { return nil }
      var paths: [IgnoredPath] = []
      for path in differences.map({ IgnoredPath(stringLiteral: $0.place.pointer) }) + queries.map({ .query($0.0.name) })
      where !paths.contains(path) { paths.append(path) }
      rules.ignoredPaths = paths
      guard Self.settles(rules, recorded, request) else { return nil }
    }
    for candidate in Self.candidates.reversed() {
      var fewer = rules
      fewer.normalizers.removeAll { $0 == candidate.normalizer }
      if Self.settles(fewer, recorded, request) { rules = fewer }
    }
    normalizers = rules.normalizers
    ignored = rules.ignoredPaths
    if normalizers.isEmpty, ignored.isEmpty { return nil }
  }

  /// What differs and the trait that settles it, in a sentence.
  var sentence: String {
    let kinds = Self.candidates.filter { normalizers.contains($0.normalizer) }.map(\.words)
    let fields = ignored.map { "what looks like an identifier at \(MessageText.quoted($0.description, limit: 120))" }
    let things = kinds + fields
    let list =
      things.count < 2 ? things.joined() : things.dropLast().joined(separator: ", ") + " and " + (things.last ?? "")
    let rules =
      ignored.map { ".ignoring(\"\(Self.literal($0.description))\")" } + normalizers.map { ".normalizing(.\($0.name))" }
    return """
      Only \(list) \(things.count == 1 ? "differs" : "differ"). Declare \(things.count == 1 ? "it" : "them"), and what is \
      recorded answers again: .fixtures(\(rules.joined(separator: ", ")))
      """
  }

  private static let candidates: [(normalizer: TextNormalizer, words: String)] = [
    (.dates, "a date"), (.times, "a time"), (.uuids, "a UUID"), (.temporaryPaths, "a temporary path"),
    (.absolutePaths, "an absolute path"),
  ]

  private static func settles(_ rules: IdentityRules, _ recorded: RequestIdentity, _ request: RequestIdentity) -> Bool {
    recorded.applying(rules).hash == request.applying(rules).hash
  }

  private static func literal(_ text: String) -> String {
    MessageText.quoted(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""), limit: 400)
  }

  /// Whether a name says that its value tells one thing from another, and is not what the request is about.
  static func isIdentifier(_ name: String) -> Bool {
    let lower = name.lowercased()
    return names.contains(lower) || name.hasSuffix("Id") || name.hasSuffix("ID")
      || endings.contains(where: lower.hasSuffix)
  }

  private static let names: Set<String> = [
    "id", "uuid", "guid", "user", "nonce", "session", "trace", "timestamp", "prompt_cache_key", "safety_identifier",
  ]
  private static let endings = ["_id", "-id", "/id", "_uuid", "_guid", "_key", "_timestamp", "_token", "_session"]
}

extension RequestDifference {
  /// A short value on both sides under the name of an identifier.
  fileprivate var isOfIdentifier: Bool {
    guard case .replaced(let old, by: let new) = change, let name = place.name, SettlingRules.isIdentifier(name) else {
      return false
    }
    return [old, new].allSatisfy { value in
      switch value {
      case .string(let text): text.utf8.count <= 200 && !text.contains(where: \.isWhitespace)
      case .number: true
      default: false
      }
    }
  }
}
