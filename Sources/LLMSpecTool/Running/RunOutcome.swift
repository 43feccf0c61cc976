import SpecRecords

/// What a run came to, from how `swift test` ended and what the specs recorded.
struct RunOutcome: Hashable {
  /// The exit status of the command.
  let status: Int32
  /// What a person has to know beside the summary; nil where the summary says it all.
  let remark: String?

  /// - Parameters:
  ///   - ending: How `swift test` ended.
  ///   - tally: What the records add up to.
  ///   - failedOutside: Tests that failed for a reason that no record holds, as far as that is known.
  init(_ ending: ChildProcess.Ending, tally: RunTally, failedOutside: [String]) {
    switch ending {
    case .interrupted(let signal):
      status = 128 + signal
      remark = "The run was interrupted; what was recorded until then is kept."
    case .killed(let signal):
      status = 128 + signal
      remark = "swift test was ended by signal \(signal)."
    case .exited(0):
      status = 0
      remark =
        tally.verdict.isRed
        ? "swift test succeeded, although the records hold a verdict that is \(tally.verdict)." : nil
    case .exited(let ofTests):
      (status, remark) = Self.red(ofTests, tally, failedOutside)
    }
  }

  private static func red(
    _ ofTests: Int32, _ tally: RunTally, _ failedOutside: [String]
  ) -> (status: Int32, remark: String?) {
    switch tally.verdict {
    case .passed:
      let isEmpty = tally.specCount == 0 && tally.expectationsOutsideSpecs.total == 0
      return (
        ofTests,
        isEmpty
          ? "swift test ended with status \(ofTests) and no spec left a record: see its output."
          : "swift test ended with status \(ofTests), though no spec is red: something else failed, see its output."
      )
    case .failed:
      return (Verdict.failed.exitStatus, nil)
    case .inconclusive:
      guard let first = failedOutside.first else {
        return (Verdict.inconclusive.exitStatus, "Nothing is known to have failed, but not everything could be judged.")
      }
      let rest = failedOutside.count > 1 ? " and \(failedOutside.count - 1) more" : ""
      return (Verdict.failed.exitStatus, "Beside the inconclusive specs there are failures: \(first)\(rest).")
    }
  }
}
