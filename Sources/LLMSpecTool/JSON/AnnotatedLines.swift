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
    // A closure that throws cannot be handed on through one that does not, so its errors are carried as values.
    try answer(
      inBatchesOf: 1, reading: { (_) throws(UnusableLine) in },
      adding: { _, lines in
        for index in lines.indices {
          guard case .success(var object) = lines[index] else { continue }
          do throws(UnusableLine) {
            try addition(&object)
            lines[index] = .success(object)
          } catch {
            lines[index] = .failure(error)
          }
        }
      })
  }

  /// Goes through the lines in batches of those that are there already, so that nobody who waits for the answer to a
  /// line waits for another line, and answers the exit status.
  /// - Parameters:
  ///   - size: the most lines of a batch.
  ///   - reading: takes out of a line what is to be worked on.
  ///   - addition: adds to the objects of a batch, in the order of what was read out of them.
  func answer<Content>(
    inBatchesOf size: Int, reading: (JSONObject) throws(UnusableLine) -> Content,
    adding addition: ([Content], inout [Result<JSONObject, UnusableLine>]) -> Void
  ) throws(UnusableInput) -> Int32 {
    var tally = Tally()
    var lines = try input.lines(maximumLineBytes: Self.maximumLineBytes).makeIterator()
    var expected = 1
    while let first = lines.next() {
      var batch = [first]
      while batch.count < size, lines.hasLineInMemory, let next = lines.next() { batch.append(next) }
      var answers: [Answer] = []
      var contents: [Content] = []
      var usable: [Int] = []
      for line in batch {
        while expected < line.lineNumber {
          answers.append(Answer(number: expected, problem: "not JSON: \(JSONInput.emptyLine(expected))"))
          expected += 1
        }
        expected = line.lineNumber + 1
        var answer = Answer(line)
        if answer.problem == nil {
          do throws(UnusableLine) {
            contents.append(try reading(answer.object))
            usable.append(answers.count)
          } catch { answer.problem = "line \(answer.number): \(error.reason)" }
        }
        answers.append(answer)
      }
      var objects = usable.map { Result<JSONObject, UnusableLine>.success(answers[$0].object) }
      addition(contents, &objects)
      for (place, result) in zip(usable, objects) { answers[place].take(result) }
      for answer in answers {
        tally.count(answer.number, isUsable: answer.problem == nil)
        console.say(answer.line)
      }
    }
    return tally.status(of: input, telling: console)
  }

  /// What is answered to a line.
  private struct Answer {
    let number: Int
    var object = JSONObject()
    /// Why the line cannot be used.
    var problem: String?

    init(number: Int, problem: String) {
      self.number = number
      self.problem = problem
    }

    init(_ line: JSONLinesReader.Element) {
      number = line.lineNumber
      switch line.result {
      case .failure(let error): problem = "not JSON: \(error)"
      case .success(.object(let object)): self.object = object
      case .success(let value): problem = "line \(number): expected a JSON object, got \(value.typeName)"
      }
    }

    mutating func take(_ result: Result<JSONObject, UnusableLine>) {
      switch result {
      case .success(let object): self.object = object
      case .failure(let error): problem = "line \(number): \(error.reason)"
      }
    }

    var line: String {
      var object = object
      if let problem { object["error"] = .string(problem) }
      return JSONValue.object(object).outputLine
    }
  }

  /// How many lines there were, and which could not be used.
  private struct Tally {
    private var lineCount = 0
    private var unusable: (count: Int, first: Int)?

    mutating func count(_ number: Int, isUsable: Bool) {
      lineCount += 1
      if !isUsable { unusable = ((unusable?.count ?? 0) + 1, unusable?.first ?? number) }
    }

    func status(of input: JSONInput, telling console: Console) -> Int32 {
      guard let unusable else { return 0 }
      console.complain(
        "\(input.name): \(unusable.count) of \(counted(lineCount, "line")) could not be used, the first is line "
          + "\(unusable.first). Their answers say why.")
      return 1
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
