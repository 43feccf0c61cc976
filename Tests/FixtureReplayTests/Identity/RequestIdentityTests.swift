import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("What a call is recognised by")
struct RequestIdentityTests {
  private func request(
    body: JSONValue = ["model": "m"], path: String = "/chat/completions", headers: HTTPHeaders = [],
    query: HTTPHeaders = [], address: String = "http://one.test/v1", key: String = "k"
  ) throws -> HTTPRequest {
    let base = try #require(URL(string: address))
    return HTTPRequest(provider: "p", path: path, query: query, headers: headers, body: .json(body)) {
      HTTPRequest.Destination(baseAddress: base, credentials: [.init("Authorization", "Bearer \(key)")])
    }
  }

  @Test("Recorded on one port, replayed and recorded further on another")
  func otherPort() async throws {
    let stage = try Rehearsal()
    let first = try await ModelServer.start()
    let second = try await ModelServer.start()
    try #require(first.port != second.port)
    let live = URLSessionTransport.shared
    let (one, two) = (first.model(key: "key-number-one"), second.model(key: "key-number-two"))
    let recorded = try await stage.run(.record, live: live) { try await ask(one, "When?") }
    let again = try await stage.run(.record, live: live) { try await ask(two, "When?") }
    #expect(try again.value == recorded.value)
    #expect(second.asked.isEmpty)
    await first.stop()
    await second.stop()
  }

  @Test("Address, key, headers, and the order of keys do not count")
  func whatDoesNotCount() throws {
    let plain = RequestIdentity(of: try request(body: ["model": "m", "temperature": 1]))
    let others = [
      try request(body: ["temperature": 1.0, "model": "m"]),
      try request(body: ["model": "m", "temperature": 1], headers: [.init("X-Request-Id", "7")]),
      try request(body: ["model": "m", "temperature": 1], address: "https://two.test:8443/v1", key: "other"),
      try request(body: ["model": "m", "temperature": 1], query: [.init("key", "AIza-anything")]),
    ]
    for other in others { #expect(RequestIdentity(of: other).hash == plain.hash) }
  }

  @Test("Provider, method, path, query and body count")
  func whatCounts() throws {
    let plain = try request()
    var provider = plain
    provider.provider = "q"
    var method = plain
    method.method = "PUT"
    let all = [
      plain, provider, method, try request(path: "/completions"), try request(query: [.init("api-version", "1")]),
      try request(body: ["model": "n"]), try request(body: ["model": "m", "x": nil]),
    ]
    #expect(Set(all.map { RequestIdentity(of: $0).hash }).count == all.count)
  }

  @Test("A composed and a decomposed letter are two prompts")
  func scalars() throws {
    let composed = RequestIdentity(of: try request(body: ["model": "\u{E9}"]))
    let decomposed = RequestIdentity(of: try request(body: ["model": "e\u{301}"]))
    #expect(composed.hash != decomposed.hash)
  }

  @Test("A changed word, model, temperature or message before it is a miss")
  func misses() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?", temperature: 0.5) }
    let run = try await stage.run(.replay) {
      var answers: [String?] = []
      answers.append(try? await ask("When?", temperature: 0.5))
      answers.append(try? await ask("Where?", temperature: 0.5))
      answers.append(try? await ask("When?", model: "gpt-other", temperature: 0.5))
      answers.append(try? await ask("When?", temperature: 0.6))
      answers.append(try? await ask("When?"))
      answers.append(try? await ask("When?", system: "Be brief.", temperature: 0.5))
      return answers
    }
    #expect(try run.value == ["When? #1", nil, nil, nil, nil, nil])
    #expect(run.faults.count == 5)
    #expect(run.faults.allSatisfy { $0.kind == .notRecorded })
  }

  @Test("What a call is for, and the version of its prompt, are not sent and do not count")
  func purpose() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    let run = try await stage.run(.replay) { try await ask("When?", purpose: .judge, promptVersion: "judge/2") }
    #expect(try run.value == "When? #1")
  }
}
