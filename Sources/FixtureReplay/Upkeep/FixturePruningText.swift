import SpecRecords

extension FixturePruning.Outcome {
  /// What was removed, a line a file, then what stays and why, and the totals.
  ///
  /// - Parameter isPlan: Whether it is only what would be removed.
  public func text(isPlan: Bool) -> String {
    var lines = removals.flatMap { $0.lines(isPlan: isPlan) }
    lines += refusals.map { "\($0.path): left alone: \($0.reason)" }
    if !unknown.isEmpty {
      let subject = unknown.count == 1 ? "1 fixture" : "\(unknown.count) fixtures"
      let command = RecordingCommand(mode: FixtureMode.replay.rawValue, specs: unknown)
      lines.append(
        "\(subject) left alone: no whole run in mode replay met \(unknown.count == 1 ? "it as it is" : "them as they are")"
          + " now. This tells what is used: \(command)")
    }
    lines.append(totals(isPlan: isPlan))
    return lines.joined(separator: "\n")
  }

  private func totals(isPlan: Bool) -> String {
    let files = removals.count { $0.isWholeFile }
    let exchanges = removals.reduce(0) { $0 + ($1.isWholeFile ? $1.exchangeCount : $1.exchanges.count) }
    let media = removals.reduce(0) { $0 + $1.media.count }
    guard files + exchanges + media > 0 else { return "Nothing to remove." }
    let parts = [(exchanges, "exchange"), (files, "fixture"), (media, "media file")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return (isPlan ? "Would remove " : "Removed ") + parts.joined(separator: ", ") + "."
  }
}

extension FixturePruning.Removal {
  fileprivate func lines(isPlan: Bool) -> [String] {
    let verb = isPlan ? "would remove" : "removed"
    var lines: [String] = []
    if isWholeFile {
      lines.append("\(path): \(verb) the file: \(reason)")
    } else if !exchanges.isEmpty {
      let noun = exchanges.count == 1 ? "exchange" : "exchanges"
      lines.append("\(path): \(verb) \(noun) \(exchanges) of \(exchangeCount): \(reason)")
    }
    let mediaReason = lines.isEmpty ? reason : "no exchange refers to it"
    return lines + media.map { "\($0): \(verb): \(mediaReason)" }
  }
}
