/// The best cosine of a sentence and some windows of a text, and whether people find the sentence said there: what a
/// windowed calibration is fitted on.
public struct LabelledWindow: Sendable, Hashable {
  /// The best cosine, -1 to 1.
  public let cosine: Double
  /// How many windows there were to choose from; at least 1.
  public let windowCount: Int
  /// Whether the sentence is said.
  public let isSame: Bool

  /// Makes a labelled window.
  public init(cosine: Double, windowCount: Int, isSame: Bool) {
    self.cosine = cosine
    self.windowCount = max(1, windowCount)
    self.isSame = isSame
  }

  /// Makes windows of pairs: each reference is sought among its own answer and up to 63 answers of other pairs, and
  /// among as many of others alone, which is what it looks like where nothing says it.
  /// - Parameter pairs: the vectors of references and answers, of one length each, and whether they are the same. It
  ///   takes time in the product of their number and 64.
  public static func windows(
    of pairs: [(reference: [Float], answer: [Float], isSame: Bool)]
  ) -> [LabelledWindow] {
    var windows: [LabelledWindow] = []
    for (index, pair) in pairs.enumerated() {
      guard let own = cosine(pair.reference, pair.answer) else { continue }
      var others = -1.0
      var count = 0
      while true {
        let best = max(own, others)
        // After 0, 1, 3, 7 and so on.
        if count & (count + 1) == 0 {
          windows.append(LabelledWindow(cosine: best, windowCount: count + 1, isSame: pair.isSame))
          if count > 0 { windows.append(LabelledWindow(cosine: others, windowCount: count, isSame: false)) }
        }
        count += 1
        guard count < min(64, pairs.count) else { break }
        // Neighbours in a file are often of one source. A large step that the number of pairs seldom divides mixes them.
        others = max(others, cosine(pair.reference, pairs[(index + count * 389) % pairs.count].answer) ?? -1)
      }
    }
    return windows
  }

  private static func cosine(_ left: [Float], _ right: [Float]) -> Double? {
    guard left.count == right.count else { return nil }
    var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      product += Double(x) * Double(y)
      leftSquares += Double(x) * Double(x)
      rightSquares += Double(y) * Double(y)
    }
    let cosine = product / (leftSquares * rightSquares).squareRoot()
    return cosine.isFinite ? cosine : nil
  }
}
