import Foundation
import LLMSpec
import Testing
import XCTest

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The app of the articles' examples.
struct SupportAssistant: Sendable {
  var model: any ChatModel

  func answer(_ question: String) async throws -> String { try await model.respond(to: question).text }
}

struct ChatClient: Sendable {
  var session: URLSession

  func ask(_ question: String) async throws -> String {
    var request = URLRequest(url: try #require(scenarioServer).appending(path: "chat/completions"))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    let body: JSONValue = ["model": "gpt-4.1-mini", "messages": [["role": "user", "content": .string(question)]]]
    request.httpBody = Data(body.compactText.utf8)
    let json = try JSONValue(parsing: [UInt8](try await session.data(for: request).0))
    return json["choices"]?[0]?["message"]?["content"]?.stringValue ?? ""
  }
}

private struct LocalModel: ChatModel {
  let identifier = "tiny-local"

  func respond(to request: ChatRequest) async throws -> ChatResponse {
    ChatResponse(message: .assistant("Within \(Int.random(in: 1...1_000_000)) days."), model: identifier)
  }
}

private struct Payments: Sendable {
  func refund(_ order: String) async throws { print("refunded \(order)") }
}

/// The examples of FixtureReplay's articles that need a test around them. ArticleTests runs them, and holds the
/// articles' text against this file.
@Suite(.scenario)
struct ArticleScenarios {
  @Suite("Refund questions", .fixtures)
  struct RefundSpecs {
    let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

    @Test("states the 30-day window")
    func window() async throws {
      let answer = try await assistant.answer("How long do I have to return shoes?")
      expectStructure(answer, .words(...60), .noMarkdown)
    }
  }

  @Suite("The typing indicator", .fixtures(.timing(.scaled(0.1))))
  struct TypingSpecs {
    let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

    @Test("answers within the time that it was recorded with", .fixtures(.timing(.recorded)))
    func pace() async throws {
      expectStructure(try await assistant.answer("Where is my parcel?"), .notEmpty)
    }

    @Test("answers ten times as fast")
    func fast() async throws {
      expectStructure(try await assistant.answer("Do you sell socks?"), .notEmpty)
    }
  }

  @Suite("Refund questions", .fixtures(.ignoring("/metadata/user_id", "?trace"), .normalizing(.dates, .times)))
  struct DatedSpecs {
    let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

    @Test(
      "knows its tickets",
      .fixtures(.normalizing(.custom(name: "ticket", pattern: "T-[0-9]+"))))
    func ticket() async throws {
      let (now, number) = (Date.now.formatted(.iso8601), Int.random(in: 1...99))
      let answer = try await assistant.answer("It is \(now). What about T-\(number)?")
      expectStructure(answer, .notEmpty)
    }
  }

  @Suite("Complaints", .fixtures(.redacting(.emailAddresses, .phoneNumbers, .exactly(["Jane Doe"], as: "name"))))
  struct ComplaintSpecs {
    let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

    @Test("finds the customer", .fixtures(.redacting(.custom(name: "customer", pattern: "C[0-9]{6}"))))
    func customer() async throws {
      let answer = try await assistant.answer("I am Jane Doe, jane@example.com, customer C123456. Where is my parcel?")
      expectStructure(answer, .notEmpty)
    }
  }

  @Suite("Refund questions", .fixtures(maxAge: .days(90)))
  struct AgingSpecs {
    let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

    @Test("states the 30-day window")
    func window() async throws {
      expectStructure(try await assistant.answer("How long do I have to return shoes?"), .notEmpty)
    }
  }

  @Suite("A model in the app", .fixtures)
  struct LocalSpecs {
    @Test("replays too")
    func local() async throws {
      let assistant = SupportAssistant(model: LocalModel().recordable)
      print("answered \(try await assistant.answer("How long do I have to return shoes?"))")
    }
  }

  @Suite("A tool that must not act twice", .fixtures)
  struct ToolSpecs {
    private let payments = Payments()

    @Test("refunds once")
    func once() async throws { try await refund("T-1042") }

    func refund(_ order: String) async throws {
      if SpecContext.current?.side == .live { return }
      try await payments.refund(order)
    }
  }
}

/// The trait that shares the session comes after the scenario's, as everywhere.
@Suite(.scenario)
struct SharedArticleScenarios {
  @Suite("The app, unchanged", .fixtures(.sharedURLSession))
  struct UnchangedSpecs {
    let app = ChatClient(session: .shared)

    @Test("states the 30-day window")
    func window() async throws {
      expectStructure(try await app.ask("How long do I have to return shoes?"), .notEmpty)
    }
  }
}

final class XCTestArticleScenarios: XCTestCase {
  private let assistant = SupportAssistant(model: .openAI("gpt-4.1-mini"))

  override func setUp() async throws {
    try XCTSkipUnless(ScenarioProcess.isCurrent, "ArticleTests runs these scenarios in a process of its own")
  }

  func testWindow() async throws {
    try await withFixtures(.timing(.recorded), maxAge: .days(90)) {
      expectStructure(try await assistant.answer("How long do I have to return shoes?"), .notEmpty)
    }
  }
}
