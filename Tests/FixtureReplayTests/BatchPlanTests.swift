import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Files of requests for batches")
struct BatchPlanTests {
  /// Sends a request as any client does, and passes over that it has no answer.
  static func send(_ path: String, _ body: JSONValue, method: String = "POST") async {
    let request = HTTPRequest(provider: "any", method: method, path: path, body: .json(body)) {
      throw ModelFault(.missingCredential, "nothing is sent")
    }
    _ = try? await ModelCallContext.transport().send(request)
  }

  @Test("A request of OpenAI's form is a line of a batch as its provider reads it")
  func openAI() async throws {
    let rehearsal = try BatchRehearsal()
    let plan = try await rehearsal.plan { _ = try await ask("How long?", temperature: 0) }
    #expect(plan.count == 1)
    let file = try #require(plan.files.first)
    #expect(file.url.lastPathComponent == "batch-openai.jsonl")
    #expect(file.endpoint == "/v1/chat/completions")
    #expect(file.model == "gpt-test")
    let request = try #require(rehearsal.requests().first)
    let id = try #require(request["custom_id"]?.stringValue)
    #expect(id.wholeMatch(of: /[A-Za-z0-9_-]{1,64}/) != nil)
    #expect(
      request == [
        "custom_id": .string(id), "method": "POST", "url": "/v1/chat/completions",
        "body": [
          "model": "gpt-test", "messages": [["role": "user", "content": "How long?"]], "temperature": 0,
        ],
      ])
  }

  @Test("Two tests and two repetitions of one request have identifiers of their own, in every plan the same")
  func identifiers() async throws {
    let folder = try TemporaryFolder()
    let body: @Sendable () async throws -> Void = {
      async let first = ask("How long?")
      async let second = ask("How long?", draw: 2)
      _ = try? await first
      _ = try? await second
    }
    var ids: [[String]] = []
    for name in ["window()", "other()", "window()"] {
      let rehearsal = try BatchRehearsal(Rehearsal(name, in: folder))
      _ = try await rehearsal.plan(body)
      ids.append(try rehearsal.requests().compactMap { $0["custom_id"]?.stringValue })
    }
    #expect(Set(ids[0] + ids[1]).count == 4)
    #expect(ids[0] == ids[2])
  }

  @Test("A streaming request is planned as one that does not stream")
  func streaming() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan {
      _ = try await OpenAICompatibleModel("gpt-test").stream(ChatRequest(messages: [.user("When?")]))
    }
    let body = try #require(rehearsal.requests().first?["body"])
    #expect(body == ["model": "gpt-test", "messages": [["role": "user", "content": "When?"]]])
  }

  @Test("The order of a schema's keys is the app's, because a model reads it")
  func keyOrder() async throws {
    let rehearsal = try BatchRehearsal()
    _ = try await rehearsal.plan { await Self.send("/responses", ["model": "m", "input": "q", "b": 1, "a": 2]) }
    #expect(try rehearsal.requests().first?["body"]?.compactText == #"{"model":"m","input":"q","b":1,"a":2}"#)
  }

  @Test("A batch has one address and one model, so each has a file of its own")
  func groups() async throws {
    let rehearsal = try BatchRehearsal()
    let plan = try await rehearsal.plan {
      await Self.send("/openai/v1/chat/completions", ["model": "a", "messages": []])
      await Self.send("/chat/completions", ["model": "b", "messages": []])
      await Self.send("/embeddings", ["model": "a", "input": "text"])
      await Self.send("/responses", ["model": "a", "input": "text"])
      await Self.send("/v1/messages", ["model": "c", "messages": [], "max_tokens": 9])
      await Self.send("/v1/messages", ["model": "d", "messages": [], "max_tokens": 9])
    }
    let groups = Set(plan.files.map { "\($0.format) \($0.endpoint) \($0.model ?? "-") \($0.count)" })
    #expect(
      groups == [
        "openai /v1/chat/completions a 1", "openai /v1/chat/completions b 1", "openai /v1/embeddings a 1",
        "openai /v1/responses a 1", "anthropic /v1/messages - 2",
      ])
    #expect(
      Set(plan.files.map(\.url.lastPathComponent)) == [
        "batch-openai.jsonl", "batch-openai-2.jsonl", "batch-openai-3.jsonl", "batch-openai-4.jsonl",
        "batch-anthropic.json",
      ])
    let params = try rehearsal.requests("batch-anthropic.json").map { $0["params"]?["model"]?.stringValue }
    #expect(Set(params) == ["c", "d"])
  }

  @Test("A file holds no more requests and no more bytes than its provider takes", arguments: [false, true])
  func limits(isAnthropic: Bool) async throws {
    let rehearsal = try BatchRehearsal()
    let path = isAnthropic ? "/v1/messages" : "/chat/completions"
    let calls: @Sendable () async throws -> Void = {
      for number in 0..<5 {
        await Self.send(path, ["model": "m", "messages": [], "seed": .number(JSONNumber(number))])
      }
    }
    let byCount = try await rehearsal.plan(limits: .init(requests: 2, bytes: 100_000), calls)
    #expect(byCount.files.map(\.count) == [2, 2, 1])
    let byBytes = try await rehearsal.plan(limits: .init(requests: 100, bytes: 400), calls)
    #expect(byBytes.count == 5)
    #expect(byBytes.files.count > 1)
    for file in byBytes.files {
      #expect(try Data(contentsOf: file.url).count <= 400)
      #expect(try rehearsal.requests(file.url.lastPathComponent).count == file.count)
    }
    let tooSmall = try await rehearsal.plan(limits: .init(requests: 100, bytes: 40), calls)
    #expect(tooSmall.rest.count == 5)
    #expect(tooSmall.rest.allSatisfy { $0.reason.contains("and a batch takes 40") })
  }

  @Test("Of embeddings the inputs count, as their provider counts them")
  func inputs() async throws {
    let rehearsal = try BatchRehearsal()
    let plan = try await rehearsal.plan(limits: .init(requests: 4, bytes: 100_000)) {
      for name in ["a", "b", "c"] {
        await Self.send("/embeddings", ["model": "m", "input": [.string(name), "second", "third"]])
      }
      await Self.send("/embeddings", ["model": "m", "input": [1, 2, 3, 4, 5, 6]])
    }
    #expect(plan.count == 4)
    #expect(plan.files.count == 3)
  }

  @Test("Calls that no batch takes are listed with the reason")
  func rest() async throws {
    let rehearsal = try BatchRehearsal()
    let plan = try await rehearsal.plan(formats: [.openAI]) {
      await Self.send("/api/chat", ["model": "m"])
      await Self.send("/chat/completions", ["messages": []])
      await Self.send("/chat/completions", ["model": "m"], method: "GET")
      await Self.send("/responses", [1, 2])
      await Self.send("/v1/messages", ["model": "m"])
    }
    #expect(plan.files.isEmpty)
    #expect(
      Set(plan.rest.map(\.reason)) == [
        "no batch takes POST /api/chat", "its body names no model", "no batch takes GET /chat/completions",
        "its body is not a JSON object", "it is of the format anthropic, which was not asked for",
      ])
  }

  @Test("What an earlier plan left goes, and what else lies there stays")
  func earlier() async throws {
    let rehearsal = try BatchRehearsal()
    for name in ["batch-openai-7.jsonl", "batch-anthropic.json", "results.jsonl", "batch-of-mine.jsonl"] {
      try rehearsal.stage.folder.write("old", to: "plan/\(name)")
    }
    _ = try await rehearsal.plan { _ = try await ask("How long?") }
    let names = try FileManager.default.contentsOfDirectory(atPath: rehearsal.planFolder.path).sorted()
    #expect(names == ["batch-of-mine.jsonl", "batch-openai.jsonl", "plan.jsonl", "results.jsonl"])
  }
}
