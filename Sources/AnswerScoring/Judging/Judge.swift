import Foundation
import LanguageModels

/// The model that judges, as a spec's trait or the environment names it.
///
/// A judge is always named. Nothing falls back to the model under test: it judges itself only where
/// ``modelUnderTest`` is written.
public struct Judge: Sendable, CustomStringConvertible {
  private enum Storage: Sendable {
    case openAI(String)
    case openAICompatible(String, baseAddress: URL?)
    case model(any ChatModel)
    case modelUnderTest
  }

  private let storage: Storage

  /// A model of OpenAI's, such as `gpt-4.1`.
  public static func openAI(_ model: String) -> Judge { Judge(storage: .openAI(model)) }

  /// A model behind any server that speaks OpenAI's wire format.
  ///
  /// - Parameter baseAddress: The address that requests go under, such as `http://127.0.0.1:8080/v1`; nil for the one
  ///   that the environment gives.
  public static func openAICompatible(_ model: String, baseAddress: URL? = nil) -> Judge {
    Judge(storage: .openAICompatible(model, baseAddress: baseAddress))
  }

  /// Any model, your own ones too.
  public static func model(_ model: any ChatModel) -> Judge { Judge(storage: .model(model)) }

  /// The model under test judges its own answers.
  ///
  /// Models prefer their own answers to better ones of others, so this is for trying things out.
  public static let modelUnderTest = Judge(storage: .modelUnderTest)

  private init(storage: Storage) { self.storage = storage }

  /// The judge that a value of `LLMSPEC_JUDGE` names.
  ///
  /// `openai:gpt-4.1` is a model of OpenAI's, `openai-compatible:NAME` one behind the server that the environment gives,
  /// and `NAME@http://host/v1` one behind the server that it names.
  ///
  /// - Throws: ``JudgeFault`` of kind ``JudgeFault/Kind/noJudge`` for any other value; it says what can be written.
  public init(environmentValue: String) throws(JudgeFault) {
    self.init(storage: try Self.storage(environmentValue.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The model that judges.
  ///
  /// - Parameter underTest: The model that the running spec called last, nil where it has called none yet.
  /// - Throws: ``JudgeFault`` of kind ``JudgeFault/Kind/noJudge`` where the model under test is to judge and there is
  ///   none yet.
  public func model(underTest: (any ChatModel)?) throws(JudgeFault) -> any ChatModel {
    switch storage {
    case .openAI(let name): return OpenAICompatibleModel.openAI(name)
    case .openAICompatible(let name, let baseAddress):
      return OpenAICompatibleModel.openAICompatible(name, baseAddress: baseAddress)
    case .model(let model): return model
    case .modelUnderTest:
      if let underTest { return underTest }
      throw JudgeFault(
        .noJudge, judge: "",
        message: """
          The model under test is to judge (.judge(.modelUnderTest)), but this spec has called no model yet. Call the \
          software under test first, or name another judge.
          """)
    }
  }

  /// The judge as it can be written into `LLMSPEC_JUDGE`, where it can.
  public var description: String {
    switch storage {
    case .openAI(let name): "openai:\(name)"
    case .openAICompatible(let name, nil): "openai-compatible:\(name)"
    case .openAICompatible(let name, let baseAddress?): "\(name)@\(baseAddress.absoluteString)"
    case .model(let model): model.identifier
    case .modelUnderTest: "the model under test"
    }
  }
}

extension Judge {
  private static func storage(_ value: String) throws(JudgeFault) -> Storage {
    if value.isEmpty { throw unusable(value, "it is empty") }
    if let address = firstAddress(in: value) { return try storage(value, address: address) }
    guard let colon = value.firstIndex(of: ":") else {
      throw unusable(value, "it names no provider; for a model of OpenAI's write openai:\(value)")
    }
    let provider = value[..<colon]
    let name = value[value.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    if name.isEmpty { throw unusable(value, "there is no model's name after the colon") }
    switch provider {
    case "openai": return .openAI(name)
    case "openai-compatible": return .openAICompatible(name, baseAddress: nil)
    default: throw unusable(value, "“\(provider)” is no provider that is known here")
    }
  }

  /// `NAME@http://host/v1`, with or without `openai-compatible:` in front.
  private static func storage(_ value: String, address: Range<String.Index>) throws(JudgeFault) -> Storage {
    let shown = value[..<address.upperBound] + "…"
    var name = value[..<address.lowerBound]
    if name.hasPrefix("openai-compatible:") { name = name.dropFirst("openai-compatible:".count) }
    if name.isEmpty { throw unusable(shown, "there is no model's name before the @") }
    let addressText = String(value[value.index(after: address.lowerBound)...])
    guard let url = URL(string: addressText), let host = url.host, !host.isEmpty else {
      throw unusable(shown, "what follows the @ is no address")
    }
    if url.user != nil || url.password != nil {
      throw unusable(shown, "its address holds a user or a password, which would end up in logs")
    }
    if url.query != nil || url.fragment != nil {
      throw unusable(shown, "its address has a query or a fragment; give the base address alone")
    }
    return .openAICompatible(String(name), baseAddress: url)
  }

  private static func firstAddress(in value: String) -> Range<String.Index>? {
    let found = ["@http://", "@https://"].compactMap { value.range(of: $0, options: .caseInsensitive) }
    return found.min { $0.lowerBound < $1.lowerBound }
  }

  private static func unusable(_ value: some StringProtocol, _ problem: String) -> JudgeFault {
    JudgeFault(
      .noJudge, judge: "",
      message: """
        LLMSPEC_JUDGE names no judge: \(problem). The value is \(QuotedExcerpt(String(value), limit: 100)).
        It can be: openai:gpt-4.1 (a model of OpenAI's), openai-compatible:NAME (a model behind the server of your \
        environment), or NAME@http://host/v1 (a model behind that server).
        """)
  }
}
