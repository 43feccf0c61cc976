import DurableFiles
import LanguageModels

extension FixtureFile {
  /// The file as it is under some rules: each request put through them and found by what it became.
  ///
  /// Where several requests become one they are its repetitions, in the order of the file. An exchange whose request was
  /// edited stays as it is, so that the edit is still seen.
  public func applying(_ rules: IdentityRules, redactor: FixtureRedactor = .standard) -> FixtureFile {
    renewed(rules, redactor: redactor).file
  }

  /// The file as it would be recorded now, and whether that is another one.
  ///
  /// What was recorded by older rules of redaction, or before a spec declared what does not count or must not be kept, is
  /// put through them, so that a request of today finds it.
  func renewed(_ rules: IdentityRules, redactor: FixtureRedactor) -> (file: FixtureFile, hasChanged: Bool) {
    let redactsAnswers = isRedactedAnew(by: redactor)
    guard redactsAnswers || !rules.isEmpty else { return (self, false) }
    var file = self
    var merged: Set<CallKey> = []
    var origins: [CallKey: ContentHash] = [:]
    for (index, exchange) in exchanges.enumerated() where exchange.request.hash == exchange.key.request {
      let renewed = exchange.renewed(rules, redactor: redactor, redactsAnswer: redactsAnswers)
      file.exchanges[index] = renewed
      let group = renewed.key.group
      if origins[group, default: exchange.key.request] != exchange.key.request { merged.insert(group) }
      origins[group] = exchange.key.request
    }
    if !merged.isEmpty { file = file.countedInOrder(merged) }
    return (file, file.exchanges != exchanges)
  }

  /// Whether the file may hold what a redactor takes out now.
  func isRedactedAnew(by redactor: FixtureRedactor) -> Bool {
    redactionVersion < FixtureRedactor.version || !redactor.personalData.isEmpty
  }

  /// The ordinals of some requests counted in the order of the file.
  private func countedInOrder(_ groups: Set<CallKey>) -> FixtureFile {
    var file = self
    var counts: [CallKey: Int] = [:]
    for index in exchanges.indices {
      let group = exchanges[index].key.group
      guard groups.contains(group) else { continue }
      counts[group, default: 0] += 1
      file.exchanges[index].key.ordinal = counts[group, default: 1]
    }
    return file
  }
}

extension FixtureExchange {
  /// The exchange as it would be recorded now. An answer that was edited stays as it is.
  func renewed(
    _ rules: IdentityRules = .none, redactor: FixtureRedactor, redactsAnswer: Bool = true
  ) -> FixtureExchange {
    guard edit == nil || !rules.isEmpty else { return self }
    var redaction = ExchangeRedaction(redactor)
    var exchange = self
    exchange.request = request.applying(rules, redaction: &redaction)
    exchange.key.request = exchange.request.hash
    if redactsAnswer, edit == nil {
      exchange.answer = redaction.redact(answer)
      if digest != nil { exchange.digest = exchange.answer.digest }
    }
    return redaction.unsearched == nil ? exchange : self
  }
}

extension ExchangeRedaction {
  mutating func redact(_ answer: RecordedAnswer) -> RecordedAnswer {
    var answer = answer
    switch answer.content {
    case .body(let body): answer.content = .body(redact(body, type: answer.headers["content-type"]))
    case .events(let events, let end): answer.content = .events(redact(events), end: redact(end))
    case .lines(let lines, let end): answer.content = .lines(redact(lines), end: redact(end))
    }
    return answer
  }

  private mutating func redact(_ end: RecordedAnswer.StreamEnd) -> RecordedAnswer.StreamEnd {
    if case .broken(let reason) = end { .broken(redact(reason)) } else { end }
  }
}

extension CallKey {
  /// The key without the ordinal: the same for all repetitions.
  var group: CallKey { CallKey(request: request, case: `case`, trial: trial, draw: draw, ordinal: 0) }
}
