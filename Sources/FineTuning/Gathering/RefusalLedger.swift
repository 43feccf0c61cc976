/// Collects refusals, equal ones once with their count.
struct RefusalLedger {
  private struct Key: Hashable {
    var spec: String
    var reason: Refusal.Reason
    var kind: TrainingKind?
  }

  private var counts: [Key: Int] = [:]

  mutating func refuse(_ spec: String, _ reason: Refusal.Reason, _ kind: TrainingKind? = nil, count: Int = 1) {
    counts[Key(spec: spec, reason: reason, kind: kind), default: 0] += count
  }

  /// The specs of which something was refused to a kind.
  func specs(refusedTo kind: TrainingKind) -> Set<String> {
    Set(counts.keys.lazy.filter { $0.kind == nil || $0.kind == kind }.map(\.spec))
  }

  /// The refusals in order of spec, reason and kind.
  var sorted: [Refusal] {
    counts.map { Refusal(spec: $0.spec, reason: $0.reason, kind: $0.kind, count: $1) }
      .sorted {
        ($0.spec, $0.reason.rawValue, $0.kind?.rawValue ?? "") < ($1.spec, $1.reason.rawValue, $1.kind?.rawValue ?? "")
      }
  }
}
