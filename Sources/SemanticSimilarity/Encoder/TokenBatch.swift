/// Sequences that are computed together, laid end to end without padding.
struct TokenBatch: Sendable {
  private(set) var ids: [Int32] = []
  private(set) var lengths: [Int32] = []

  /// More tokens at a time save nothing more, and their activations leave the cache.
  private static let mostTokens = 384
  private static let fewestTokens = 48

  /// Spreads the sequences of all texts, in order, over batches that keep all threads busy.
  static func batches(of windows: [TokenWindows], threads: Int) -> [TokenBatch] {
    let total = windows.reduce(0) { $0 + $1.ids.count }
    let wanted = min(mostTokens, max(fewestTokens, (total + threads - 1) / threads))
    var batches: [TokenBatch] = []
    var batch = TokenBatch()
    for window in windows {
      var start = 0
      for length in window.lengths {
        let end = start + Int(length)
        if !batch.ids.isEmpty, batch.ids.count + Int(length) > wanted {
          batches.append(batch)
          batch = TokenBatch()
        }
        batch.ids += window.ids[start..<end]
        batch.lengths.append(length)
        start = end
      }
    }
    if !batch.ids.isEmpty { batches.append(batch) }
    return batches
  }
}
