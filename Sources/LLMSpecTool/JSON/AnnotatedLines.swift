import StructuredOutput

/// Answers each line of a file of JSON objects with the same object, to which something is added.
struct AnnotatedLines {
  /// The longest line. What is added may take time that grows faster than the texts do.
  static let maximumLineBytes = 4 << 20

  let input: JSONInput
  let console: Console

  /// Goes through the lines one by one, and answers the exit status: 0 where every line could be used.
  ///
  /// A line that cannot be used is answered too, with an `error` that names it.
  func answer(adding addition: (inout JSONObject) throws(UnusableLine) -> Void) throws(UnusableInput) -> Int32 {
    var lineCount = 0
    var unusable: (count: Int, first: Int)?
    try input.lines(maximumLineBytes: Self.maximumLineBytes).forEachLine { number, result in
      lineCount += 1
      let (answer, isUsable) = Self.answer(to: result, number, adding: addition)
      if !isUsable { unusable = ((unusable?.count ?? 0) + 1, unusable?.first ?? number) }
      console.say(answer.outputLine)
    }
    guard let unusable else { return 0 }
    console.complain(
      "\(input.name): \(unusable.count) of \(counted(lineCount, "line")) could not be used, the first is line "
        + "\(unusable.first). Their answers say why.")
    return 1
  }

  private static func answer(
    to line: Result<JSONValue, JSONParseError>, _ number: Int,
    adding addition: (inout JSONObject) throws(UnusableLine) -> Void
  ) -> (answer: JSONValue, isUsable: Bool) {
    switch line {
    case .failure(let error):
      return (["error": .string("not JSON: \(error)")], false)
    case .success(.object(let object)):
      var answer = object
      do throws(UnusableLine) {
        try addition(&answer)
        return (.object(answer), true)
      } catch {
        answer = object
        answer["error"] = .string("line \(number): \(error.reason)")
        return (.object(answer), false)
      }
    case .success(let value):
      return (["error": .string("line \(number): expected a JSON object, got \(value.typeName)")], false)
    }
  }
}

/// Why a line of texts cannot be used.
struct UnusableLine: Error {
  let reason: String
}

extension JSONObject {
  /// The text at the only one of some keys that is there.
  func text(at keys: [String]) throws(UnusableLine) -> String {
    let (key, value) = try value(at: keys)
    guard let text = value.stringValue else {
      throw UnusableLine(reason: "\"\(key)\" is to be a string, and is \(value.typeName)")
    }
    return text
  }

  /// The texts at the only one of some keys that is there: a string, or an array of them that is not empty.
  func texts(at keys: [String]) throws(UnusableLine) -> [String] {
    let (key, value) = try value(at: keys)
    if let text = value.stringValue { return [text] }
    let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
    guard !texts.isEmpty, texts.count == value.arrayValue?.count else {
      throw UnusableLine(reason: "\"\(key)\" is to be a string or an array of strings that is not empty")
    }
    return texts
  }

  private func value(at keys: [String]) throws(UnusableLine) -> (key: String, value: JSONValue) {
    let found = keys.compactMap { key in self[key].map { (key: key, value: $0) } }
    let names = keys.map { "\"\($0)\"" }.joined(separator: " or ")
    guard let first = found.first else { throw UnusableLine(reason: "it has no \(names)") }
    guard found.count == 1 else {
      throw UnusableLine(reason: "it has \(found.map { "\"\($0.key)\"" }.joined(separator: " and ")); give one of them")
    }
    return first
  }
}
