import Foundation
import LLMSpec

/// Fixtures for scenarios, recorded in this process and without a server.
enum ScenarioFixtures {
  /// Records what a scenario will ask, years ago.
  ///
  /// - Parameters:
  ///   - test: Suite and function, such as `FixtureUseScenarios/one()`; for `withFixtures` file and function.
  ///   - questions: What is asked of ``recordedModel``, in each trial.
  static func record(_ test: String, asking questions: [String], trials: Int = 1, under root: URL) async throws {
    let identity = SpecIdentity(target: "LLMSpecTests", path: test.split(separator: "/").map(String.init))
    let root = PackageRoot(url: root)
    let store = try FixtureStore(
      test: identity, sourceFile: #filePath, file: FixturePath.file(of: identity, root: root, environment: [:]),
      root: root, mode: .record, live: Answering(), now: { Date(timeIntervalSince1970: 1_580_000_000) })
    let transport = FixtureTransport(store: store)
    for trial in 1...trials {
      try await TrialNumber.$current.withValue(trial) {
        try await ModelCallContext.$current.withValue(ModelCallContext(transport: transport)) {
          for question in questions { _ = try await recordedModel.respond(to: question) }
        }
      }
    }
    try transport.finishBody(threw: false, wasCancelled: false)
    try store.commit()
  }

  private struct Answering: HTTPTransport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
      HTTPResponse(
        status: 200, headers: [.init("Content-Type", "application/json")],
        body: .json([
          "id": "c1", "object": "chat.completion", "model": "scenario-model",
          "choices": [
            ["index": 0, "message": ["role": "assistant", "content": "answer"], "finish_reason": "stop"]
          ],
        ]))
    }

    func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse {
      throw ModelFault(.unusableRequest, "This transport does not stream.")
    }
  }
}
