import SpecRecords

extension DriftSide {
  /// What the records of one side of one case add up to.
  init(_ records: [RunRecord]) {
    var tally = RunTally()
    var usage = DriftUsage()
    for var record in records {
      record.subject?.side = nil
      tally.add(record)
      guard case .call(let call) = record, call.output != nil || call.purpose == "embedding", call.fault == nil else {
        continue
      }
      usage.add(
        DriftUsage(
          calls: 1, inputTokens: call.inputTokens ?? 0, outputTokens: call.outputTokens ?? 0, latency: call.latency,
          cost: call.origin == "local" ? call.cost ?? 0 : call.cost))
    }
    if tally.specCount == 0 {
      self.init(verdict: .inconclusive, usage: usage)
    } else if tally.cases.total == 0 {
      let known = tally.knownCases
      self.init(
        verdict: known.failed > 0 ? .failed : known.inconclusive > 0 ? .inconclusive : .passed, isKnown: true,
        usage: usage)
    } else {
      self.init(verdict: tally.verdict, usage: usage)
    }
  }
}
