import Foundation
import SpecRecords

/// The `swift test` of a run: its arguments and its environment.
struct TestCommand {
  /// Behind the program's name.
  let arguments: [String]
  let environment: [String: String]

  private static let eventOption = "--event-stream-output-path"

  /// - Parameters:
  ///   - package: The folder of the package.
  ///   - mode: What happens to model calls.
  ///   - run: The name of the run.
  ///   - judge: The judge, as `LLMSPEC_JUDGE` spells it; nil for what the environment says.
  ///   - shard: The part of the specs that runs; nil for all.
  ///   - filters: Which tests run.
  ///   - rest: What the user wrote for `swift test`.
  ///   - events: Where Swift Testing writes what happened.
  ///   - plan: Where calls without a fixture are written down; nil for nowhere.
  init(
    package: URL, mode: String, run: String, judge: String?, shard: SpecShard? = nil, filters: [String],
    rest: [String], events: URL, plan: URL? = nil, environment: [String: String]
  ) {
    var arguments = ["test", "--package-path", package.path]
    for filter in filters { arguments += ["--filter", filter] }
    // Given twice, the option would be refused; without it less is known of tests that leave no record.
    if !rest.contains(where: { $0.hasPrefix(Self.eventOption) }) { arguments += [Self.eventOption, events.path] }
    self.arguments = arguments + rest
    var environment = environment
    environment["LLMSPEC_MODE"] = mode
    environment["LLMSPEC_RUN"] = run
    // Each process would print a paragraph of its own.
    environment["LLMSPEC_SUMMARY"] = "off"
    if let plan { environment["LLMSPEC_PLAN"] = plan.path }
    environment[SpecShard.variable] = shard?.description
    if let judge { environment["LLMSPEC_JUDGE"] = judge }
    self.environment = environment
  }
}
