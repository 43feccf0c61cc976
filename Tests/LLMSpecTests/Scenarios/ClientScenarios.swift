import Foundation
import LoopbackHTTP
import Testing

import LLMSpec

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What an app does that has HTTP code of its own.
private struct OwnClient: Sendable {
  var session: URLSession
  var base = scenarioServer ?? URL(filePath: "/")

  func ask(_ question: String) async throws -> String {
    try text(of: try await session.data(for: request(question)).0)
  }

  func request(_ question: String) -> URLRequest {
    var request = URLRequest(url: base.appending(path: "chat/completions"))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    let body: JSONValue = ["model": "scenario-model", "messages": [["role": "user", "content": .string(question)]]]
    request.httpBody = Data(body.compactText.utf8)
    return request
  }

  func text(of data: Data) throws -> String {
    let json = try JSONValue(parsing: [UInt8](data))
    return json["choices"]?[0]?["message"]?["content"]?.stringValue ?? ""
  }
}

/// Apps that use `URLSession.shared`, unchanged. Each test asks the same and must get its own answers.
@Suite(.scenario, .fixtures(.sharedURLSession))
struct SharedSessionScenarios {
  private let app = OwnClient(session: .shared)

  @Test func one() async throws { try await askTwice() }

  @Test func other() async throws { try await askTwice() }

  @Test(arguments: 1...4) func cases(_ number: Int) async throws {
    expectStructure(try await app.ask("Question \(number)?"), .contains("answer"))
  }

  @Test(.trials(3)) func trials() async throws { try await askTwice() }

  @Test func elsewhere() async throws {
    let detached = try await Task.detached { try await app.ask("The same question?") }.value
    let handled = await withCheckedContinuation { continuation in
      URLSession.shared.dataTask(with: app.request("The same question?")) { data, _, _ in
        continuation.resume(returning: data ?? Data())
      }.resume()
    }
    expectStructure(detached, .contains("answer"))
    expectStructure(try app.text(of: handled), .contains("answer"))
  }

  private func askTwice() async throws {
    let first = try await app.ask("The same question?")
    let second = try await app.ask("The same question?")
    expectStructure(first, .contains("answer"))
    #expect(first != second)
    print("answered \(Test.current?.name ?? "") \(TrialNumber.current): \(first), \(second)")
  }
}

/// A test that runs beside them and has nothing to do with fixtures.
@Suite(.scenario)
struct OwnServerScenarios {
  @Test(arguments: 1...20) func plain(_ number: Int) async throws {
    try await LoopbackServer.withServer { _ in
      .text("plain \(number)")
    } _: { server in
      let (data, _) = try await URLSession.shared.data(from: server.address)
      #expect(String(decoding: data, as: UTF8.self) == "plain \(number)")
    }
  }
}

/// Misses of the three ways in; nothing is recorded for any of them.
@Suite(.scenario)
struct ClientMissScenarios {
  @Test(.fixtures)  // red: replayingMiss
  func replayingMiss() async throws {
    _ = try await OwnClient(session: URLSession(configuration: .replaying)).ask("Hello?")
  }

  @Test(.fixtures)  // red: replayingMissCaught
  func replayingMissCaught() async throws {
    let answer = try? await OwnClient(session: URLSession(configuration: .replaying)).ask("Hello?")
    expectCorrect(answer ?? "Sorry.", "Sorry.")
  }

  // Like every suite that shares the session, it names the scenario first.
  @Test(.scenario, .fixtures(.sharedURLSession))  // red: sharedMiss
  func sharedMiss() async throws {
    _ = try await OwnClient(session: .shared).ask("Hello?")
  }

  @Test(.fixtures)  // red: addressMiss
  func addressMiss() async throws {
    let address = try await replayingAddress(for: scenarioServer ?? URL(filePath: "/"))
    let answer = try await OwnClient(session: URLSession(configuration: .ephemeral), base: address).ask("Hello?")
    #expect(answer.isEmpty)
  }

  @Test  // red: unscoped
  func unscoped() async throws {
    _ = try await OwnClient(session: URLSession(configuration: .replaying)).ask("Hello?")
  }
}

/// The three ways in, side by side in one test: equal requests are counted together.
@Suite(.scenario, .fixtures(.sharedURLSession))
struct ThreeWaysScenarios {
  @Test func ways() async throws {
    let address = try await replayingAddress(for: scenarioServer ?? URL(filePath: "/"))
    let clients = [
      OwnClient(session: URLSession(configuration: .replaying)), OwnClient(session: .shared),
      OwnClient(session: URLSession(configuration: .ephemeral), base: address),
    ]
    var answers = [try await recordedModel.respond(to: "Where?").text]
    for client in clients { answers.append(try await client.ask("Where?")) }
    print("answered ways: \(answers)")
  }
}
