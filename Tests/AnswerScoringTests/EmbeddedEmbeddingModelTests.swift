import Foundation
import LanguageModels
import SemanticSimilarity
import SpecRecords
import Synchronization
import Testing

@testable import AnswerScoring

@Suite("The encoder of the package as an embedding model")
struct EmbeddedEmbeddingModelTests {
  private final class KeptCalls: ModelCallObserver {
    private let kept = Mutex<[ModelCall]>([])
    var calls: [ModelCall] { kept.withLock(\.self) }
    func observe(_ call: ModelCall) { kept.withLock { $0.append(call) } }
  }

  /// A transport that nothing may use.
  private struct NoTransport: HTTPTransport {
    func send(_ request: HTTPRequest) async throws -> HTTPResponse { throw ModelFault(.connection, "used") }
    func stream(_ request: HTTPRequest) async throws -> HTTPStreamedResponse { throw ModelFault(.connection, "used") }
  }

  private static func reported(_ body: () async throws -> Void) async rethrows -> [ModelCall] {
    let observer = KeptCalls()
    try await ModelCallContext.$current.withValue(
      ModelCallContext(transport: NoTransport(), observer: observer), operation: body)
    return observer.calls
  }

  @Test("Other words for the same lie nearer than other things in like words")
  func meaning() async throws {
    let response = try await EmbeddedEmbeddingModel.embedded.embed([
      "You get your money back within a month.", "Refunds take up to 30 days.", "You get your parcel within a month.",
      "The weather in Lisbon is mild.",
    ])
    #expect(response.vectors.map(\.count) == [384, 384, 384, 384])
    func cosine(_ other: Int) -> Float {
      zip(response.vectors[0], response.vectors[other]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(cosine(1) > cosine(3) + 0.3)
    #expect(response.model == "paraphrase-MiniLM-L3-v2/int8/1")
    #expect((response.usage.input ?? 0) > 30)
  }

  @Test("A reference in other words matches, where shared wording would not")
  func match() async throws {
    let answer = "What is the deadline for sending footwear back?"
    let reference = "How long do I have to return shoes?"
    let match = try await SemanticMatcher(threshold: .cosine(0.5)).match(answer, reference)
    #expect(match.verdict == .passed)
    #expect(match.encoder == EmbeddedEmbeddingModel.embedded.identifier)
    let lexical = SemanticMatcher(model: LexicalEmbeddingModel(), threshold: .cosine(0.5))
    #expect(try await lexical.match(answer, reference).verdict == .failed)
  }

  @Test("Its calls are reported as local, without a price and without a transport; none for no texts")
  func reports() async throws {
    let calls = try await Self.reported {
      _ = try await EmbeddedEmbeddingModel.embedded.embed(["one", "two"])
      #expect(try await EmbeddedEmbeddingModel.embedded.embed([]).vectors.isEmpty)
    }
    try #require(calls.count == 1)
    #expect(calls[0].origin == .local)
    #expect(calls[0].provider == "embedded")
    #expect(calls[0].model == "paraphrase-MiniLM-L3-v2/int8/1")
    #expect(calls[0].input == .texts(["one", "two"]))
    #expect(calls[0].usage.total == 0)
    #expect(calls[0].fault == nil)
  }

  @Test("Order stays, also among many texts, repeated ones and empty ones")
  func order() async throws {
    let texts = (0..<300).map { "text number \($0 % 40)" } + [""]
    let vectors = try await EmbeddedEmbeddingModel.embedded.embed(texts).vectors
    try #require(vectors.count == texts.count)
    for index in 40..<300 { #expect(vectors[index] == vectors[index - 40]) }
    #expect(vectors[0] != vectors[1])
    #expect(vectors[300].count == 384)
  }

  @Test("Vectors are kept under .build where a package is named, and nowhere else")
  func disk() async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "embedded-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let first = try await EmbeddedEmbeddingModel(root: root).embed(["kept"]).vectors
    let folder = root.appending(path: ".build/llmspec/vectors")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains { $0.hasSuffix(".vectors") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == [".build"])
    #expect(try await EmbeddedEmbeddingModel(root: root).embed(["kept"]).vectors == first)
  }

  @Test("Weights that are missing are a fault that says where they were sought, reported as a local call")
  func missing() async throws {
    let model = EmbeddedEmbeddingModel(cache: SentenceVectorCache()) { () throws(SentenceEncoderError) in
      try SentenceEncoder(contentsOf: URL(filePath: "/nowhere/weights.bin"))
    }
    let calls = await Self.reported {
      let fault = await #expect(throws: ModelFault.self) { try await model.embed(["a"]) }
      #expect(fault?.kind == .unloadable)
      #expect(fault?.message.contains("/nowhere/weights.bin") == true)
    }
    let fault = await #expect(throws: ModelFault.self) {
      try await SemanticMatcher(model: model).match("An answer.", "A reference.")
    }
    #expect(fault?.message.contains("/nowhere/weights.bin") == true)
    #expect(calls.map(\.origin) == [.local])
    #expect(calls.first?.fault?.contains("cannot be loaded") == true)
  }

  @Test("A cancelled task gets no vectors")
  func cancelled() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await EmbeddedEmbeddingModel.embedded.embed(["a"])
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
