import Foundation
import LLMSpec
import LoopbackHTTP
import Testing

/// A model of the scenarios' server.
private func model(_ name: String) -> OpenAICompatibleModel {
  .openAICompatible(name, baseAddress: scenarioServer)
}

/// A provider that misbehaves, and an app that lets its faults through.
@Suite(.scenario, .fixtures)
struct ServerScenarios {
  @Test  // red: status401
  func status401() async throws {
    _ = try await model("status401").respond(to: "Hello?")
  }

  @Test  // red: status429
  func status429() async throws {
    _ = try await model("status429").respond(to: "Hello?")
  }

  @Test  // red: status500
  func status500() async throws {
    _ = try await model("status500").respond(to: "Hello?")
  }

  @Test  // red: html
  func html() async throws {
    _ = try await model("html").respond(to: "Hello?")
  }

  @Test  // red: closing
  func closing() async throws {
    // A server of its own: on a connection that was used before, the request is sent once more.
    try await LoopbackServer.withServer { _ in
      .closingWithoutAnswer
    } _: { server in
      let address = server.address.appending(path: "v1")
      _ = try await OpenAICompatibleModel.openAICompatible("closing", baseAddress: address).respond(to: "Hello?")
    }
  }

  @Test  // red: halfSent
  func halfSent() async throws {
    _ = try await model("halfSent").respond(to: "Hello?")
  }

  @Test  // red: brokenStream
  func brokenStream() async throws {
    for try await _ in try await model("brokenStream").stream(ChatRequest(messages: [.user("Hello?")])) {}
  }

  @Test  // red: refused
  func refused() async throws {
    _ = try await nobody.respond(to: "Hello?")
  }

  @Test  // red: wrapped
  func wrapped() async throws {
    do {
      _ = try await model("status500").respond(to: "Hello?")
    } catch {
      throw AppError(description: "The assistant is not available.")
    }
  }

  @Test(.judge(.model(model("status500")))) func judgesServer() async throws {
    try await expectGraded(newAnswer, by: "5: good", atLeast: 3)  // red: judgesServer
  }
}

/// What is recorded in one process and replayed in another.
@Suite(.scenario, .fixtures)
struct RecordedScenarios {
  @Test func one() async throws { try await ask(20) }

  @Test func other() async throws { try await ask(20) }

  @Test(arguments: 1...5) func cases(_ number: Int) async throws {
    let answer = try await recordedModel.respond(to: "Question \(number)?")
    expectStructure(answer.text, .contains("answer"))
  }

  @Test(.trials(2)) func trials() async throws { try await ask(2) }

  @Test(.trials(ScenarioProcess.isReplaying ? 3 : 2))  // red: neverRecordedTrial
  func neverRecordedTrial() async throws { try await ask(1) }

  @Test func detached() async throws {
    try await withTrials(2) { _ in
      let scope = SpecContext.current
      let text = try await Task.detached {
        try await withScope(scope) { try await recordedModel.respond(to: "The same question?").text }
      }.value
      expectStructure(text, .contains("answer"))
    }
  }

  @Test func retried() async throws {
    var text: String?
    for _ in 1...2 where text == nil { text = try? await model("flaky").respond(to: "Hello?").text }
    expectStructure(text ?? "", .contains("answer"))
  }

  /// The same question, side by side.
  private func ask(_ count: Int) async throws {
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 1...count { group.addTask { try await recordedModel.respond(to: "The same question?").text } }
      while let text = try await group.next() { expectStructure(text, .contains("answer")) }
    }
  }
}
