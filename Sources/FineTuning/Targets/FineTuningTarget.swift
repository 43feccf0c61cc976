/// A trainer's file format.
///
/// All are JSON Lines: UTF-8 without a byte order mark, one object a line, each line ended by one line feed.
public struct FineTuningTarget: Sendable, Hashable, CustomStringConvertible {
  /// The name by which it is chosen.
  public let name: String
  /// What takes such files, for people.
  public let summary: String
  /// What it learns from.
  public let kind: TrainingKind
  /// The fewest rows that are accepted.
  public let fewestRows: Int

  let shape: RowShape

  /// Supervised fine-tuning on chat messages: `{"messages":[…],"tools":[…]?}`, tool arguments as a text of JSON.
  ///
  /// Taken by OpenAI and Azure, Together and Fireworks, and without tools by nearly every other trainer.
  public static let openAIChat = FineTuningTarget(
    name: "openai-chat", summary: "chat messages for OpenAI, Azure, Together, Fireworks", kind: .conversations,
    fewestRows: 10, shape: .chat(MessageForm(writesArgumentsAsText: true, writesNullBesideToolCalls: true)))

  /// Preference training with TRL's DPO trainer: `{"prompt":[…],"chosen":[…],"rejected":[…],"tools":[…]?}`, tool
  /// arguments as objects.
  public static let trlDPO = FineTuningTarget(
    name: "trl-dpo", summary: "preference pairs for TRL's DPO, CPO and ORPO trainers", kind: .preferencePairs,
    fewestRows: 1, shape: .preference(MessageForm(writesToolNames: true)))

  /// All targets.
  public static let all: [FineTuningTarget] = [.openAIChat, .trlDPO]

  /// Finds a target by its name; nil where there is none.
  public init?(name: String) {
    guard let target = Self.all.first(where: { $0.name == name }) else { return nil }
    self = target
  }

  private init(name: String, summary: String, kind: TrainingKind, fewestRows: Int, shape: RowShape) {
    self.name = name
    self.summary = summary
    self.kind = kind
    self.fewestRows = fewestRows
    self.shape = shape
  }

  /// The name.
  public var description: String { name }
}
