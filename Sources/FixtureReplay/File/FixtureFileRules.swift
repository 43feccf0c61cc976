import DurableFiles

extension FixtureFile {
  /// The file as it is under some rules: each request put through them and found by what it became.
  ///
  /// Where several requests become one they are its repetitions, in the order of the file. An exchange whose request was
  /// edited stays as it is, so that the edit is still seen.
  public func applying(_ rules: IdentityRules, redactor: CredentialRedactor = .standard) -> FixtureFile {
    if rules.isEmpty { return self }
    var file = self
    var merged: Set<CallKey> = []
    var origins: [CallKey: ContentHash] = [:]
    for (index, exchange) in exchanges.enumerated() where exchange.request.hash == exchange.key.request {
      let request = exchange.request.applying(rules, redactor: redactor)
      file.exchanges[index].request = request
      file.exchanges[index].key.request = request.hash
      let group = file.exchanges[index].key.group
      if origins[group, default: exchange.key.request] != exchange.key.request { merged.insert(group) }
      origins[group] = exchange.key.request
    }
    return merged.isEmpty ? file : file.countedInOrder(merged)
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

extension CallKey {
  /// The key without the ordinal: the same for all repetitions.
  var group: CallKey { CallKey(request: request, case: `case`, trial: trial, draw: draw, ordinal: 0) }
}
