/// Why no training file was written: the records give no row for it.
public struct FineTuningError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The format.
  public let target: FineTuningTarget
  /// What was refused, by the name of the spec.
  public let refused: [Refusal]

  /// That there is no row, what to do about it, and the first of what was refused.
  public var description: String {
    let opening = "The records give no \(target.kind) for \(target.name), so no file was written."
    guard !refused.isEmpty else {
      return opening + " They hold no spec: run the specs first, with their records kept."
    }
    let isAllHeldOut = refused.allSatisfy { $0.reason == .heldOut }
    let step = isAllHeldOut ? " Mark the specs that may train a model as .trainable. Refused:" : " Refused:"
    return opening + step + RefusalList(refused).lines.map { "\n  " + $0 }.joined()
  }
}
