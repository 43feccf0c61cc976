/// A pattern that is a number of characters of one kind from the text's start to its end: `^[\w-]{1,512}$`.
final class PatternRun: PatternProgram {
  private let set: ScalarSet
  private let low: UInt64
  private let high: UInt64
  private let least: Int
  private let most: Int

  /// Nil for other patterns.
  init?(_ tree: PatternTree) {
    guard case .sequence(let parts) = tree, parts.count == 3, case .position(.start) = parts[0],
      case .repetition(let repetition) = parts[1], case .scalars(let set) = repetition.part,
      case .position(.end) = parts[2]
    else { return nil }
    self.set = set
    low = set.low
    high = set.high
    least = repetition.least
    most = repetition.most ?? .max
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    var at = 0
    var continuations = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        let bits = byte < 64 ? low : high
        guard bits >> UInt64(byte & 63) & 1 == 1 else { return .notFound }
        at += 1
      } else {
        let (scalar, length) = ScalarDecoding.scalar(in: text, at: at)
        guard set.containsBeyondASCII(scalar) else { return .notFound }
        at += length
        continuations += length - 1
      }
    }
    let count = text.count - continuations
    return count >= least && count <= most ? .found : .notFound
  }
}
