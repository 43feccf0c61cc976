import StructuredOutput

/// Reads the JSON that a model's text means.
struct JSONRepairVerb: Verb {
  static let lines = Option(name: "--lines")

  let name = "json repair"
  let syntax = ArgumentSyntax(options: [lines], words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let input = try JSONInput(arguments, of: self, at: workplace)
    do throws(UnusableInput) {
      return arguments[Self.lines] == nil ? try repair(input, console) : try repairLines(of: input, console)
    } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
  }

  private func repair(_ input: JSONInput, _ console: Console) throws(UnusableInput) -> Int32 {
    let text = try input.text()
    do throws(JSONRepairError) {
      let repaired = try JSONRepair(limits: JSONInput.limits).repair(text)
      for change in repaired.changes { console.complain("\(input.name), \(change)") }
      console.say(repaired.value.prettyText())
      return 0
    } catch {
      console.complain("\(input.name), \(error)")
      return 1
    }
  }

  private func repairLines(of input: JSONInput, _ console: Console) throws(UnusableInput) -> Int32 {
    let repair = JSONRepair(limits: JSONInput.limits)
    var isEveryLineRead = true
    try input.lines().forEachLine { _, line in
      let answer = Self.answer(to: line, repair)
      if answer["error"] != nil { isEveryLineRead = false }
      console.say(answer.outputLine)
    }
    return isEveryLineRead ? 0 : 1
  }

  private static func answer(to line: Result<JSONValue, JSONParseError>, _ repair: JSONRepair) -> JSONValue {
    switch line {
    case .failure(let error): return ["error": .string("the line is not JSON: \(error)")]
    case .success(.string(let text)):
      do throws(JSONRepairError) {
        return try repair.repair(text).json
      } catch {
        return ["error": .string("\(error)")]
      }
    case .success(let value):
      return ["error": .string("the line is not a JSON string with a model's text, but \(value.typeName)")]
    }
  }
}
