import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Fixtures from results of batches")
struct BatchFulfilmentTests {
  @Test("A chain of calls is planned and answered until nothing is missing, and then replays")
  func chain() async throws {
    let rehearsal = try BatchRehearsal()
    let chain: @Sendable () async throws -> String = {
      let number = try await ask("Which order?")
      async let one = ask("State of \(number)?")
      async let two = ask("Price of \(number)?")
      return try await ask("Sum up: \(one), \(two)")
    }
    var rounds: [Int] = []
    while true {
      let plan = try await rehearsal.plan { _ = try await chain() }
      if plan.count == 0 { break }
      rounds.append(plan.count)
      let report = try rehearsal.fulfil(rehearsal.results { echo($0) })
      #expect(report.saved == plan.count)
      #expect(report.stillMissing == 0)
    }
    #expect(rounds == [1, 2, 1])
    let replayed = try await rehearsal.stage.run(.replay, chain)
    #expect(
      try replayed.value
        == "Re: Sum up: Re: State of Re: Which order??, Re: Price of Re: Which order??")
  }

  @Test("Results of Anthropic's message batches become fixtures")
  func anthropic() async throws {
    let rehearsal = try BatchRehearsal()
    let call: @Sendable () async throws -> Void = {
      await BatchPlanTests.send("/v1/messages", ["model": "claude", "max_tokens": 9, "messages": []])
    }
    _ = try await rehearsal.plan(call)
    let results = try rehearsal.results("batch-anthropic.json") { _ in
      ["type": "message", "role": "assistant", "content": [["type": "text", "text": "4"]], "stop_reason": "end_turn"]
    }
    #expect(try rehearsal.fulfil(results).saved == 1)
    #expect(try await rehearsal.plan(call).count == 0)
  }

  @Test("An answer is marked with the time that it gives, else with the time of its arrival")
  func moment() async throws {
    let rehearsal = try BatchRehearsal()
    for (created, recorded): (JSONValue, String) in [
      (1_795_489_933, "2026-11-24T03:12:13Z"), ("soon", "2026-05-28T20:26:40Z"), (1e300, "2026-05-28T20:26:40Z"),
    ] {
      _ = try await rehearsal.plan { _ = try await ask("At \(created.compactText)?") }
      _ = try rehearsal.fulfil(
        rehearsal.results { request in
          var answer = echo(request).objectValue ?? [:]
          answer["created"] = created
          return .object(answer)
        })
      #expect(try rehearsal.stage.contents?.exchanges.last?.recorded == recorded)
    }
  }

  @Test("A second pass over the same results changes nothing, and a later answer does not replace an earlier one")
  func again() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let results = try rehearsal.results { echo($0) }
    #expect(try rehearsal.fulfil(results).saved == 1)
    let text = rehearsal.stage.text
    let second = try rehearsal.fulfil(rehearsal.results { _ in chatAnswer("another") } + results)
    #expect(second.saved == 0)
    #expect(second.alreadyThere == 1)
    #expect(second.repeated == 1)
    #expect(rehearsal.stage.text == text)
  }

  @Test("Errors are reported and never kept")
  func errors() async throws {
    let rehearsal = try BatchRehearsal()
    let call: @Sendable () async throws -> Void = { _ = try await ask("How long?") }
    _ = try await rehearsal.plan(call)
    let id = try #require(rehearsal.requests().first?["custom_id"]?.compactText)
    let bad = [
      #"{"custom_id":\#(id),"response":{"status_code":429,"body":{"error":{"message":"slow down"}}},"error":null}"#,
      #"{"custom_id":\#(id),"response":null,"error":{"code":"batch_expired","message":"too late"}}"#,
      #"{"custom_id":\#(id),"response":{"status_code":200,"body":{"error":{"message":"inside"}}}}"#,
      #"{"custom_id":\#(id),"response":{"status_code":200,"body":{"choices":[]}}}"#,
      #"{"custom_id":\#(id),"response":{"status_code":200,"body":"<html>"}}"#,
      #"{"custom_id":\#(id),"response":{"status_code":1e99,"body":{}}}"#,
      #"{"custom_id":\#(id),"result":{"type":"errored","error":{"type":"error","error":{"message":"no"}}}}"#,
      #"{"custom_id":\#(id),"result":{"type":"expired"}}"#,
      #"{"custom_id":\#(id),"result":{"type":"canceled"}}"#,
      #"{"custom_id":\#(id),"result":{"type":"succeeded","message":{"type":"message","content":[]}}}"#,
      #"{"custom_id":\#(id)}"#,
    ]
    let report = try rehearsal.fulfil(bad.joined(separator: "\n"))
    #expect(report.problemCount == bad.count)
    #expect(report.problems.first?.hasSuffix("was not answered: status 429: slow down") == true)
    #expect(report.saved == 0)
    #expect(report.stillMissing == 1)
    #expect(rehearsal.stage.text == nil)
    #expect(try await rehearsal.plan(call).count == 1)
  }

  @Test("Answers to other requests are counted and named, and the rest of the file is read")
  func unknown() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let results = try rehearsal.results { echo($0) }
    let others = (0..<9).map { results.replacing("llmspec-", with: "other-\($0)-") }.joined()
    let report = try rehearsal.fulfil(others + "no JSON\n[]\n42\n{\"custom_id\":7}\n\n" + results + results.prefix(60))
    #expect(report.saved == 1)
    #expect(report.unknown == 9)
    #expect(report.unknownIdentifiers.count == 5)
    #expect(report.unknownIdentifiers.first?.hasPrefix("other-0-") == true)
    #expect(report.problemCount == 4)
    #expect(report.problems.first == "results.jsonl, line 10: it is not JSON: expected a value, found \"no\"")
  }

  @Test("Signs that a terminal would obey, and keys, are not repeated from results")
  func terminal() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let id = try #require(rehearsal.requests().first?["custom_id"])
    let key = "sk-proj-" + String(repeating: "a1B2c3", count: 6)
    let lines: [JSONValue] = [
      ["custom_id": "\u{1B}[2Jx"], ["custom_id": id, "error": ["message": .string("\u{1B}[31mbad key \(key)")]],
    ]
    let report = try rehearsal.fulfil(lines.map(\.compactText).joined(separator: "\n"))
    #expect(report.unknownIdentifiers == [" [2Jx"])
    #expect(report.problems.first?.hasSuffix("was not answered:  [31mbad key [redacted:openai-key]") == true)
  }

  @Test("Results of another shape are understood: a job with its outputs, an array, an answer without an envelope")
  func shapes() async throws {
    for shape in 0..<4 {
      let rehearsal = try BatchRehearsal()
      _ = try await rehearsal.plan { _ = try await ask("How long?") }
      let line = try JSONValue(parsing: rehearsal.results { echo($0) }.trimmingCharacters(in: .newlines))
      let body = line["response"]?["body"] ?? .null
      let id = line["custom_id"] ?? .null
      let results: String =
        switch shape {
        case 0: JSONValue.object(["object": "batch", "outputs": [line]]).prettyText()
        case 1: JSONValue.array([line]).prettyText()
        case 2: JSONValue.object(["custom_id": id, "body": body]).compactText
        default: JSONValue.object(["custom_id": id, "response": body]).compactText
        }
      #expect(try rehearsal.fulfil(results).saved == 1, "shape \(shape)")
    }
  }

  @Test("An embedding needs a vector for every input")
  func embeddings() async throws {
    let rehearsal = try BatchRehearsal()
    let call: @Sendable () async throws -> [[Float]] = {
      try await OpenAICompatibleEmbeddingModel("embed").embed(["one", "two"]).vectors
    }
    _ = try await rehearsal.plan { _ = try await call() }
    func vectors(_ count: Int) -> JSONValue {
      [
        "object": "list", "model": "embed",
        "data": .array((0..<count).map { ["index": .number(JSONNumber($0)), "embedding": [0.5, 0.25]] }),
      ]
    }
    let short = try rehearsal.fulfil(rehearsal.results { _ in vectors(1) })
    #expect(short.problems.first?.hasSuffix("it has 1 vectors for 2 inputs") == true)
    #expect(try rehearsal.fulfil(rehearsal.results { _ in vectors(2) }).saved == 1)
    #expect(try await rehearsal.stage.run(.replay, call).value == [[0.5, 0.25], [0.5, 0.25]])
  }

  @Test("A credential in an answer is redacted, and a name of a field that looks like one is refused")
  func credentials() async throws {
    let key = "sk-proj-" + String(repeating: "a1B2c3", count: 6)
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let refused = try rehearsal.fulfil(
      rehearsal.results { request in
        var answer = echo(request).objectValue ?? [:]
        answer[key] = true
        return .object(answer)
      })
    #expect(refused.problems.first?.contains("the fixture would hold what looks like a credential") == true)
    #expect(try rehearsal.fulfil(rehearsal.results { _ in chatAnswer("It is \(key).") }).saved == 1)
    #expect(rehearsal.stage.text?.contains("It is [redacted:openai-key].") == true)
  }

  @Test("A fixture that cannot be used keeps its contents, and the answers of other tests are kept")
  func unusable() async throws {
    let folder = try TemporaryFolder()
    let bad = try BatchRehearsal(Rehearsal("bad()", in: folder))
    let good = try BatchRehearsal(Rehearsal("good()", in: folder))
    let missed = try await bad.run { _ = try await ask("Bad?") }.missed + good.run { _ = try await ask("Good?") }.missed
    _ = try BatchPlan(of: missed, writingTo: bad.planFolder)
    try bad.stage.overwrite("<<<<<<< HEAD\n{}")
    let report = try bad.fulfil(bad.results { echo($0) })
    #expect(report.saved == 1)
    #expect(report.problemCount == 1)
    #expect(report.problems.first?.contains("conflict marker") == true)
    #expect(bad.stage.text == "<<<<<<< HEAD\n{}")
    #expect(good.stage.text?.contains("Re: Good?") == true)
  }

  @Test("A plan that is missing or was edited says so")
  func plans() async throws {
    let rehearsal = try BatchRehearsal()
    #expect(throws: FixtureFault.self) { try rehearsal.fulfil("") }
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let plan = rehearsal.planFolder.appending(path: "plan.jsonl")
    let text = try String(contentsOf: plan, encoding: .utf8)
    for edited in [
      text.replacing("How long?", with: "How short?"), text.replacing("Fixtures/", with: "../Fixtures/"), "[]\n",
    ] {
      try Data(edited.utf8).write(to: plan)
      #expect(throws: FixtureFault.self) { try rehearsal.fulfil("") }
    }
  }

  @Test("What stood in the fixture stays, and hundreds of answers are merged at once")
  func many() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.stage.run(.record, live: ScriptedTransport.echo()) { try await ask("known") }
    let plan = try await rehearsal.plan {
      for number in 0..<500 { _ = try? await ask("Question \(number)?") }
    }
    #expect(plan.count == 500)
    let report = try rehearsal.fulfil(rehearsal.results { echo($0) })
    #expect(report.saved == 500)
    #expect(report.fixtures == 1)
    #expect(try rehearsal.stage.contents?.exchanges.count == 501)
    let run = try await rehearsal.run {
      _ = try await ask("known")
      for number in 0..<500 { _ = try await ask("Question \(number)?") }
    }
    #expect(run.missed.isEmpty)
    #expect(run.usedCount == 501)
  }
}
