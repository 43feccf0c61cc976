import StructuredOutput

/// What is wrong with a judge's answer, in words that the judge is told when it is asked once more.
struct OutOfFormat: Error, Equatable {
  let problem: String
}

/// The one JSON object in a judge's answer.
///
/// The answer is read strictly first. Models that no schema constrains wrap the object in a code fence or in prose; then
/// the one object in it counts, and an answer with several different ones is out of format rather than guessed at.
struct JudgeAnswer: Sendable {
  private static let limits: JSONParser.Limits = {
    var limits = JSONParser.Limits.standard
    // With a key twice the judge contradicts itself; taking the last would hide it.
    limits.rejectsDuplicateKeys = true
    return limits
  }()
  /// How many opening braces that are never closed are skipped before the search gives up; each costs one pass.
  private static let mostUnclosedBraces = 64

  private let object: JSONObject

  /// Reads an answer that is JSON and nothing else.
  init(strictly text: String) throws(OutOfFormat) { object = try Self.wholeObject(text) }

  /// Reads an answer that is JSON or holds exactly one JSON object somewhere.
  init(_ text: String) throws(OutOfFormat) {
    let answer = String(Self.withoutReasoning(text))
    do {
      object = try Self.wholeObject(answer)
    } catch {
      // What parses as JSON but is no object was meant as it stands; an object inside it was not the answer.
      if (try? JSONValue(parsing: answer, limits: Self.limits)) != nil { throw error }
      object = try Self.onlyObject(in: answer, else: error)
    }
  }

  private init(object: JSONObject) { self.object = object }

  private static func wholeObject(_ text: String) throws(OutOfFormat) -> JSONObject {
    // Without the parser's own words: the problem is part of the repairing request, whose recorded answer must still be
    // found when the parser explains itself better.
    guard let value = try? JSONValue(parsing: text, limits: limits) else {
      throw OutOfFormat(problem: "it is not one JSON object.")
    }
    guard let object = value.objectValue else {
      throw OutOfFormat(problem: "it is a JSON \(value.typeName) and not a JSON object.")
    }
    return object
  }

  private static func onlyObject(in answer: String, else error: OutOfFormat) throws(OutOfFormat) -> JSONObject {
    let objects = objects(in: answer)
    if objects.count > 1 {
      throw OutOfFormat(problem: "it holds \(objects.count) different JSON objects where one is wanted.")
    }
    guard let object = objects.first else {
      throw answer.allSatisfy(\.isWhitespace) ? OutOfFormat(problem: "it is empty.") : error
    }
    return object
  }

  /// A field that must be a text.
  func text(_ key: String) throws(OutOfFormat) -> String {
    let value = try field(key)
    guard let text = value.stringValue else {
      throw OutOfFormat(problem: "\"\(key)\" must be a string, and it is \(Self.shown(value)).")
    }
    return text
  }

  /// A field that must be one of some texts, letter for letter.
  func choice<Choice>(_ key: String, of choices: KeyValuePairs<String, Choice>) throws(OutOfFormat) -> Choice {
    let value = try field(key)
    guard let found = choices.first(where: { $0.key == value.stringValue }) else {
      let allowed = choices.map { "\"\($0.key)\"" }.joined(separator: ", ")
      throw OutOfFormat(problem: "\"\(key)\" must be one of \(allowed), and it is \(Self.shown(value)).")
    }
    return found.value
  }

  /// A field that must be a whole number of a range. A number in quotation marks is a text and no number.
  func wholeNumber(_ key: String, in range: ClosedRange<Int>) throws(OutOfFormat) -> Int {
    let value = try field(key)
    guard let number = value.numberValue?.intValue, range.contains(number) else {
      let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound), not in quotation marks"
      throw OutOfFormat(problem: "\"\(key)\" must be \(wanted), and it is \(Self.shown(value)).")
    }
    return number
  }

  /// A field that must be true or false.
  func flag(_ key: String) throws(OutOfFormat) -> Bool {
    let value = try field(key)
    guard let flag = value.boolValue else {
      throw OutOfFormat(problem: "\"\(key)\" must be true or false, and it is \(Self.shown(value)).")
    }
    return flag
  }

  /// A field that must be a list of texts.
  func texts(_ key: String, atMost limit: Int) throws(OutOfFormat) -> [String] {
    var texts: [String] = []
    for item in try list(key, atMost: limit) {
      guard let text = item.stringValue else {
        throw OutOfFormat(problem: "each item of \"\(key)\" must be a string, and one is \(Self.shown(item)).")
      }
      texts.append(text)
    }
    return texts
  }

  /// A field that must be a list of objects.
  func objects(_ key: String, atMost limit: Int) throws(OutOfFormat) -> [JudgeAnswer] {
    var objects: [JudgeAnswer] = []
    for item in try list(key, atMost: limit) {
      guard let object = item.objectValue else {
        throw OutOfFormat(problem: "each item of \"\(key)\" must be an object, and one is \(Self.shown(item)).")
      }
      objects.append(JudgeAnswer(object: object))
    }
    return objects
  }

  private func list(_ key: String, atMost limit: Int) throws(OutOfFormat) -> [JSONValue] {
    let value = try field(key)
    guard let items = value.arrayValue else {
      throw OutOfFormat(problem: "\"\(key)\" must be a list, and it is \(Self.shown(value)).")
    }
    guard items.count <= limit else {
      throw OutOfFormat(problem: "\"\(key)\" has \(items.count) items, and at most \(limit) are read.")
    }
    return items
  }

  private func field(_ key: String) throws(OutOfFormat) -> JSONValue {
    guard let value = object[key] else { throw OutOfFormat(problem: "the field \"\(key)\" is missing.") }
    return value
  }

  private static func shown(_ value: JSONValue) -> String {
    switch value {
    case .array, .object: "a JSON \(value.typeName)"
    default: "\(QuotedExcerpt(value.compactText, limit: 80)), a JSON \(value.typeName)"
    }
  }

  /// Several open models write their reasoning in front of the answer, with drafts of the answer in it.
  private static func withoutReasoning(_ text: String) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard start.hasPrefix("<think>"), let end = start.firstRange(of: "</think>") else { return start }
    return start[end.upperBound...]
  }

  /// The different JSON objects that stand outside of each other in a text.
  private static func objects(in text: String) -> [JSONObject] {
    let bytes = Array(text.utf8)
    var found: [JSONObject] = []
    var unclosed = 0
    var position = 0
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      guard let end = endOfObject(in: bytes, from: start) else {
        unclosed += 1
        if unclosed > mostUnclosedBraces { break }
        position = start + 1
        continue
      }
      let candidate = Array(bytes[start..<end])
      if let object = (try? JSONValue(parsing: candidate, limits: limits))?.objectValue, !found.contains(object) {
        found.append(object)
      }
      position = end
    }
    return found
  }

  /// The position after the brace that closes the one at `start`; braces inside strings do not count.
  private static func endOfObject(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var isInString = false
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where isInString: position += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString:
        depth -= 1
        if depth == 0 { return position + 1 }
      default: break
      }
      position += 1
    }
    return nil
  }
}
