import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Synchronization
import Testing

@Suite("Models that run in the app's process")
struct InProcessModelTests {
  /// A model that computes in this process and counts how often it does.
  final class Local: ChatModel {
    struct OutOfMemory: Error {}

    let identifier = "tiny-local"
    let count = Mutex(0)
    let isBroken: Bool

    init(isBroken: Bool = false) { self.isBroken = isBroken }

    func respond(to request: ChatRequest) async throws -> ChatResponse {
      let number = count.withLock { count in
        count += 1
        return count
      }
      if isBroken { throw OutOfMemory() }
      return ChatResponse(
        message: .assistant(
          "Answer \(number)", toolCalls: [ToolCall(id: "1", name: "find", argumentsText: "{\"a\":1}")]),
        finishReason: .toolCalls, usage: Usage(input: 5, output: 2), model: "tiny-local-v1", reasoningText: "Hm.")
    }

    func stream(_ request: ChatRequest) async throws -> AsyncThrowingStream<ChatStreamEvent, any Error> {
      let whole = try await respond(to: request)
      return AsyncThrowingStream { continuation in
        continuation.yield(.reasoning("Hm."))
        continuation.yield(.text("Ans"))
        continuation.yield(.text("wer"))
        continuation.yield(.toolCallArguments(index: 0, name: "find", fragment: "{\"a\":1}"))
        continuation.yield(.finished(whole))
        continuation.finish()
      }
    }
  }

  private static let request = ChatRequest(
    messages: [.system("Be kind."), .user("When?")],
    tools: [ToolDefinition(name: "find", description: "", parameters: [:])],
    toolChoice: .named("find"), responseFormat: .jsonSchema(name: "o", schema: [:]), temperature: 0.5, seed: 3)

  @Test("Are recorded and replayed as generations, without the model")
  func respond() async throws {
    let stage = try Rehearsal()
    let model = Local()
    let recorded = try await stage.run(.record) { try await model.recordable.respond(to: Self.request) }
    let replayed = try await stage.run(.replay) { try await model.recordable.respond(to: Self.request) }
    #expect(try replayed.value == recorded.value)
    #expect(try replayed.value.text == "Answer 1")
    #expect(model.count.withLock { $0 } == 1)
    let exchange = try #require(try stage.contents?.exchanges.first)
    #expect(exchange.request.provider == "in-process")
    #expect(exchange.request.path == "/tiny-local")
  }

  @Test("Stream piece by piece, each kept in a line with its time")
  func stream() async throws {
    let stage = try Rehearsal()
    let model = Local()
    let read: @Sendable () async throws -> [ChatStreamEvent] = {
      var events: [ChatStreamEvent] = []
      for try await event in try await model.recordable.stream(Self.request) { events.append(event) }
      return events
    }
    let recorded = try await stage.run(.record, read)
    let replayed = try await stage.run(.replay, read)
    #expect(try replayed.value == recorded.value)
    #expect(try replayed.value.count == 5)
    #expect(model.count.withLock { $0 } == 1)
    guard case .lines(let lines, end: .complete) = try stage.contents?.exchanges.first?.answer.content else {
      Issue.record("no lines were kept")
      return
    }
    #expect(lines.count == 5)
  }

  @Test("Another setting is another request, and a miss says so")
  func miss() async throws {
    let stage = try Rehearsal()
    let model = Local()
    _ = try await stage.run(.record) { try await model.recordable.respond(to: Self.request) }
    var other = Self.request
    other.temperature = 0.9
    let changed = other
    let run = try await stage.run(.replay) { try await model.recordable.respond(to: changed) }
    #expect(throws: FixtureFault.self) { try run.value }
    #expect(try #require(run.faults.first).message.contains("temperature"))
  }

  @Test("An error of the model is the app's, and is not kept")
  func broken() async throws {
    let stage = try Rehearsal()
    let run = try await stage.run(.record) { try await Local(isBroken: true).recordable.respond(to: Self.request) }
    #expect(throws: Local.OutOfMemory.self) { try run.value }
    #expect(stage.text == nil)
  }

  @Test("Without a scope a call is refused in a test")
  func outside() async throws {
    await #expect(throws: ModelFault.self) { try await Local().recordable.respond(to: "When?") }
  }

  @Test("What is recorded for another kind of model is told apart from an answer")
  func foreign() async throws {
    let stage = try Rehearsal()
    let model = Local()
    _ = try await stage.run(.record) { try await model.recordable.respond(to: Self.request) }
    let text = try #require(stage.text)
    let start = try #require(text.range(of: #""finishReason": "toolCalls""#))
    var edited = text.replacingCharacters(in: start, with: #""x": 1"#)
    edited.removeSubrange(
      try #require(edited.range(of: #"        "digest": "[0-9a-f]{16}",\#n"#, options: .regularExpression)))
    try stage.overwrite(edited)
    let run = try await stage.run(.replay) { try await model.recordable.respond(to: Self.request) }
    let fault = #expect(throws: ModelFault.self) { try run.value }
    #expect(fault?.kind == .malformedAnswer)
  }
}
