import FixtureReplay
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput

/// The fixture of one test with two exchanges, and the records of runs that used it.
struct RecordedFixture {
  static let path = "Fixtures/Specs/Refunds/window.json"

  private static let test = SpecIdentity(target: "Specs", path: ["Refunds", "window()"])
  private let root: PackageRoot
  private let file: URL

  /// Records it in a package, with the source of its test.
  init(in package: TemporaryPackage) throws {
    root = PackageRoot(url: package.folder)
    file = FixturePath.file(of: Self.test, root: root, environment: [:])
    try package.write("@Suite struct Refunds { @Test func window() {} }\n", to: "Tests/Specs/Refunds.swift")
    let exchanges = [("How long?", "30 days."), ("And boots?", "The same.")].map { question, answer in
      let request = RequestIdentity(of: Self.request(question))
      return FixtureExchange(
        key: CallKey(request: request.hash), request: request, promptVersion: nil, recorded: "2026-05-28T20:26:40Z",
        answer: RecordedAnswer(
          status: 200, headers: [], milliseconds: 812,
          content: .body(.json(["choices": [["message": ["role": "assistant", "content": .string(answer)]]]]))))
    }
    try FixtureFile(test: Self.test.description, exchanges: exchanges).write(file)
  }

  /// What a replay uses that asks some questions.
  func use(asking questions: [String]) async throws -> FixtureUseRecord? {
    let store = try FixtureStore(test: Self.test, sourceFile: #filePath, file: file, root: root, mode: .replay)
    let transport = FixtureTransport(store: store)
    for question in questions { _ = try? await transport.send(Self.request(question)) }
    return store.useRecord()
  }

  private static func request(_ question: String) -> HTTPRequest {
    HTTPRequest(
      provider: "openai", path: "/chat/completions",
      body: .json(["messages": [["content": .string(question), "role": "user"]], "model": "small"])
    ) { throw ModelFault(.missingCredential, "Nothing goes out.") }
  }
}
