import SpecRecords

/// What the records of a run allow to be trained on, in an order that does not depend on how the run was scheduled.
public struct TrainingMaterial: Sendable, Hashable {
  /// Good conversations.
  public var conversations: [TrainingConversation]
  /// Better and worse answers.
  public var pairs: [PreferencePair]
  /// What is refused, by the name of the spec.
  public var refused: [Refusal]

  /// Makes material by hand.
  public init(conversations: [TrainingConversation] = [], pairs: [PreferencePair] = [], refused: [Refusal] = []) {
    self.conversations = conversations
    self.pairs = pairs
    self.refused = refused
  }

  /// Gathers the material of records, which stand in the order in which they were written.
  public init(reading records: some Sequence<RunRecord>) {
    var gatherer = RecordGatherer()
    for record in records { gatherer.add(record) }
    self.init(gatherer.finish())
  }

  /// Gathers the material of a run.
  ///
  /// - Throws: ``RunRecordError`` where a record cannot be read.
  public init(reading directory: RunDirectory) throws {
    var gatherer = RecordGatherer()
    try directory.read { gatherer.add($0) }
    self.init(gatherer.finish())
  }

  /// What is refused to files of a kind.
  public func refused(for kind: TrainingKind) -> [Refusal] { refused.filter { $0.kind == nil || $0.kind == kind } }

  private init(_ records: GatheredRecords) {
    var refusals = records.refusals
    conversations = ConversationSelection(of: records, refusing: &refusals).conversations
    let judged = JudgedPairing(of: records, refusing: &refusals).pairs
    pairs = TrialPairing(of: records, judged: judged, refusing: &refusals).pairs + judged
    refused = refusals.sorted
  }
}
