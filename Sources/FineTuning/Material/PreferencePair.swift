import LanguageModels

/// Two answers of a model to the same messages, one of them better.
public struct PreferencePair: Sendable, Hashable {
  /// Who says that one answer is better.
  public enum Provenance: Sendable, Hashable {
    /// The spec: one trial passed, another failed.
    case trials(chosen: TrainingProvenance, rejected: TrainingProvenance)
    /// A judge, in both orders of the two answers; its name where it is recorded.
    case judge(String?, chosen: TrainingProvenance, rejected: TrainingProvenance)

    /// Where the better answer comes from.
    public var chosen: TrainingProvenance {
      switch self {
      case .trials(let chosen, _), .judge(_, let chosen, _): chosen
      }
    }

    /// Where the other answer comes from.
    public var rejected: TrainingProvenance {
      switch self {
      case .trials(_, let rejected), .judge(_, _, let rejected): rejected
      }
    }
  }

  /// The messages that both answer.
  public var prompt: [ChatMessage]
  /// The better answer.
  public var chosen: ChatMessage
  /// The other answer.
  public var rejected: ChatMessage
  /// The tools that were offered.
  public var tools: [ToolDefinition]
  /// Who says so, and where the answers come from.
  public var provenance: Provenance

  /// Makes a pair.
  public init(
    prompt: [ChatMessage], chosen: ChatMessage, rejected: ChatMessage, tools: [ToolDefinition] = [],
    provenance: Provenance
  ) {
    self.prompt = prompt
    self.chosen = chosen
    self.rejected = rejected
    self.tools = tools
    self.provenance = provenance
  }
}
