import LanguageModels
import StructuredOutput

/// Takes what must not be kept out of one exchange: of the request first, then of its answer.
///
/// Personal data gets numbered placeholders. The first e-mail address that is met is `[e-mail 1]`, the next other one
/// `[e-mail 2]`; objects are walked in the canonical order of their keys, so that the numbers depend on what the request
/// says and not on how it was written. The answer goes on with the request's numbers: an address of the question is
/// called the same in the answer.
///
/// A placeholder that is met is left alone and its number counts as given out. So an app that was given a redacted answer
/// and sends it back, along with its own words as they were, makes a request whose beginning has the numbers it had in
/// the exchange before, and whatever is new gets new numbers. As nothing but the request decides on them, recording and
/// replaying agree.
struct ExchangeRedaction: Sendable {
  private(set) var redactor: FixtureRedactor
  private var numbers: [String: [String: Int]] = [:]
  private var highest: [String: Int] = [:]
  /// Why something is not searched through; the exchange must be refused then. What could not be searched is replaced
  /// whole.
  private(set) var unsearched: UnsearchedText?

  /// Rounds after which a pattern counts as finding itself in what it leaves.
  private static let mostRounds = 4

  init(_ redactor: FixtureRedactor) { self.redactor = redactor }

  /// Takes these exact values out as well from here on: what a request is sent with is known only when it is sent.
  mutating func add(secrets: [String]) { redactor = redactor.adding(secrets: secrets) }

  // MARK: Values

  mutating func redact(_ text: String) -> String {
    settled(text) { redaction, text in
      let passages = redaction.passages(in: text)
      if passages.isEmpty { return (text, false) }
      return (redaction.replaced(passages, in: text), passages.contains { !$0.isPlaceholder })
    }
  }

  mutating func redact(_ json: JSONValue) -> JSONValue {
    settled(json) { redaction, json in
      var hasChanged = false
      // Nearly every request holds nothing, and looking is much cheaper than rewriting.
      guard redaction.holdsPassages(json) else { return (json, false) }
      let rewritten = redaction.rewritten(json, &hasChanged)
      return (rewritten, hasChanged)
    }
  }

  mutating func redact(_ body: HTTPRequest.Body) -> HTTPRequest.Body {
    switch body {
    case .none: body
    case .json(let json): .json(redact(json))
    case .bytes(let bytes): String(validating: bytes, as: UTF8.self).map { .bytes(Array(redact($0).utf8)) } ?? body
    }
  }

  mutating func redact(_ fields: [HTTPHeaders.Field]) -> [HTTPHeaders.Field] {
    fields.map { HTTPHeaders.Field($0.name, redact($0.value)) }
  }

  /// Redacts until nothing is found any more.
  mutating func settled<Value>(
    _ value: Value, _ redactOnce: (inout ExchangeRedaction, Value) -> (value: Value, hasChanged: Bool)
  ) -> Value {
    var value = value
    for _ in 0..<Self.mostRounds {
      let (next, hasChanged) = redactOnce(&self, value)
      value = next
      if !hasChanged { return value }
    }
    if redactOnce(&self, value).hasChanged {
      unsearched = UnsearchedText(
        reason:
          "a declared pattern finds itself in the placeholders that it leaves; make it depend less on what stands around"
      )
    }
    return value
  }

  // MARK: Passages

  /// What is to be replaced in a text; all of it where it cannot be searched.
  mutating func passages(in text: String) -> [RedactedPassage] {
    do throws(UnsearchedText) {
      return try redactor.passages(in: text)
    } catch {
      unsearched = error
      return [RedactedPassage(range: 0..<text.utf8.count, content: .credential("unsearched"))]
    }
  }

  /// What stands in the place of a passage; nil where it stays.
  mutating func replacement(of passage: RedactedPassage) -> String? {
    switch passage.content {
    case .credential(let kind): return "[redacted:\(kind)]"
    case .placeholder(_, nil): return nil
    case .placeholder(let name, let number?):
      highest[name] = max(highest[name] ?? 0, number)
      return nil
    case .personal(let name, let value):
      let number = numbers[name]?[value] ?? (highest[name] ?? 0) + 1
      numbers[name, default: [:]][value] = number
      highest[name] = max(highest[name] ?? 0, number)
      return Placeholder.text(name: name, number: number)
    }
  }

  private mutating func replaced(_ passages: [RedactedPassage], in text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    for passage in passages {
      guard let replacement = replacement(of: passage) else { continue }
      kept += bytes[index..<passage.range.lowerBound]
      kept += replacement.utf8
      index = passage.range.upperBound
    }
    kept += bytes[index...]
    return String(decoding: kept, as: UTF8.self)
  }

  // MARK: JSON

  private mutating func holdsPassages(_ json: JSONValue, under key: String? = nil) -> Bool {
    switch json {
    case .string(let text):
      return redactor.placeholder(for: text, under: key).map { $0 != text } ?? false || !passages(in: text).isEmpty
    case .number(let number):
      return !passages(in: number).isEmpty
    case .array(let items):
      for item in items where holdsPassages(item, under: key) { return true }
      return false
    case .object(let object):
      for entry in object where holdsPassages(entry.value, under: entry.key) { return true }
      return false
    default:
      return false
    }
  }

  private mutating func rewritten(
    _ json: JSONValue, under key: String? = nil, _ hasChanged: inout Bool
  ) -> JSONValue {
    switch json {
    case .string(let text):
      if let placeholder = redactor.placeholder(for: text, under: key) {
        hasChanged = hasChanged || placeholder != text
        return .string(placeholder)
      }
      let passages = passages(in: text)
      if passages.isEmpty { return json }
      if passages.contains(where: { !$0.isPlaceholder }) { hasChanged = true }
      return .string(replaced(passages, in: text))
    case .number(let number):
      let passages = passages(in: number)
      if passages.isEmpty { return json }
      hasChanged = true
      return .string(replaced(passages, in: number.text))
    case .array(let items):
      var rewritten: [JSONValue] = []
      rewritten.reserveCapacity(items.count)
      for item in items { rewritten.append(self.rewritten(item, under: key, &hasChanged)) }
      return .array(rewritten)
    case .object(let object):
      var entries: [(String, JSONValue)] = []
      for (name, value) in redactor.personalData.isEmpty ? object : object.inCanonicalOrder {
        entries.append((name, rewritten(value, under: name, &hasChanged)))
      }
      return .object(JSONObject(entries))
    default:
      return json
    }
  }

  /// Personal data that is written as a whole number, of which the number is all.
  func passages(in number: JSONNumber) -> [RedactedPassage] {
    guard !redactor.personalData.isEmpty, number.text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return [] }
    return (try? redactor.passages(in: number.text))?.filter { $0.range.count == number.text.utf8.count } ?? []
  }
}

extension JSONObject {
  /// The entries in the order of the canonical form: by UTF-16 code units (RFC 8785, section 3.2.3).
  fileprivate var inCanonicalOrder: JSONObject {
    let keys = self.keys
    let sorted = keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    return sorted == keys ? self : JSONObject(sorted.compactMap { key in self[key].map { (key, $0) } })
  }
}
