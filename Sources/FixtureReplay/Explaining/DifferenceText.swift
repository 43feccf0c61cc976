import LanguageModels
import StructuredOutput

/// The differences of two requests in lines: what the prompt says otherwise, and what else changed.
struct DifferenceText {
  private static let mostLines = 6

  /// The prompt, in its own words.
  private(set) var prompt: [String] = []
  /// Model, parameters, tools, the answer's form, and what lies beside the body.
  private(set) var others: [String] = []

  /// All of them.
  var lines: [String] { prompt + others }

  private let isColoured: Bool

  init(from old: RequestIdentity, to new: RequestIdentity, isColoured: Bool) {
    self.isColoured = isColoured
    guard var differences = RequestDifference.between(old.body, new.body) else {
      others = [Self.kinds(old.body, new.body)]
      addPlacesBeside(old, new)
      return
    }
    var tools: [String] = []
    for key in ["tools", "functions", "toolConfig"] {
      guard let line = ToolDifference.line(from: old.json?[key], to: new.json?[key]) else { continue }
      tools.append(line)
      differences.removeAll { $0.place.root == key }
    }
    let inPrompt = differences.filter(\.isInPrompt)
    prompt = bounded(inPrompt)
    others = bounded(differences.filter { !$0.isInPrompt }.sorted { $0.rank < $1.rank })
    others += tools
    addPlacesBeside(old, new)
  }

  /// Only as many as are shown are put into words: texts may be long.
  private func bounded(_ differences: [RequestDifference]) -> [String] {
    var lines = differences.prefix(Self.mostLines).map { $0.line(isColoured: isColoured) }
    let rest = differences.count - Self.mostLines
    if differences.count >= RequestDifference.most {
      lines.append("and many more places")
    } else if rest > 0 {
      lines.append("and \(rest) more \(rest == 1 ? "place" : "places")")
    }
    return lines
  }

  private mutating func addPlacesBeside(_ old: RequestIdentity, _ new: RequestIdentity) {
    func query(_ fields: [HTTPHeaders.Field]) -> String {
      fields.isEmpty ? "none" : fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
    let places = [
      ("provider", old.provider, new.provider), ("host", old.host ?? "none", new.host ?? "none"),
      ("method", old.method, new.method), ("query", query(old.query), query(new.query)),
    ]
    for (name, was, now) in places where was != now {
      others.append("\(name): \(MessageText.quoted(was)) → \(MessageText.quoted(now))")
    }
  }

  private static func kinds(_ old: HTTPRequest.Body, _ new: HTTPRequest.Body) -> String {
    func kind(_ body: HTTPRequest.Body) -> String {
      switch body {
      case .none: "none"
      case .json: "JSON"
      case .bytes(let bytes): "\(bytes.count) bytes"
      }
    }
    return "the body: \(kind(old)) → \(kind(new))"
  }
}

extension RequestIdentity {
  var json: JSONValue? {
    if case .json(let json) = body { json } else { nil }
  }
}

extension RequestDifference {
  private static let promptKeys: Set<String> = [
    "messages", "input", "prompt", "system", "instructions", "contents", "system_instruction", "systemInstruction",
    "query", "documents", "text", "content",
  ]
  private static let formatKeys: Set<String> = [
    "response_format", "format", "output_format", "json_schema", "guided_json", "responseSchema", "response_schema",
  ]

  var isInPrompt: Bool {
    // A list at the root is one of parts. In OpenAI's Responses `text` is the answer's form.
    guard Self.promptKeys.contains(place.root) || place.root.isEmpty else { return false }
    return !isAboutFormat
  }

  private var isAboutFormat: Bool {
    if Self.formatKeys.contains(place.root) { return true }
    guard case .key(let inner) = place.steps.dropFirst().first else { return false }
    switch place.root {
    case "text": return true
    case "output_config": return inner == "format"
    case "generationConfig", "generation_config": return inner.hasPrefix("response")
    default: return false
    }
  }

  /// Where it stands among the others: the model first, the answer's form last.
  fileprivate var rank: Int { place.root == "model" ? 0 : isAboutFormat ? 2 : 1 }

  fileprivate func line(isColoured: Bool) -> String {
    var name = place.text
    if rank == 0, place.steps.count == 1 { name = "the model changed" }
    if isAboutFormat { name = "the form of the answer changed: \(name)" }
    switch change {
    case .gone(let old): return "\(name): \(MessageText.short(old)) is gone"
    case .new(let new): return "\(name): \(MessageText.short(new)) is new"
    case .replaced(.string(let old), by: .string(let new)) where !Self.areNames(old, new):
      return "\(name): \(ChangedText(from: old, to: new).summary(isColoured: isColoured))"
    case .replaced(let old, by: let new): return "\(name): \(MessageText.short(old)) → \(MessageText.short(new))"
    }
  }

  /// A name, or a digest, is better read whole than in pieces.
  private static func areNames(_ old: String, _ new: String) -> Bool {
    if MessageText.media(old) != nil, MessageText.media(new) != nil { return true }
    return [old, new].allSatisfy { $0.utf8.count < 60 && !$0.contains(where: \.isWhitespace) }
  }
}
