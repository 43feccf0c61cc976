import Foundation

/// Whether a terminal that reads standard error, where test reports go, is to be given colours.
struct TerminalColour {
  /// What is asked of the process, once.
  static let isWanted = TerminalColour.isWanted(
    environment: ProcessInfo.processInfo.environment,
    isTerminal: isatty(STDERR_FILENO) != 0 || isPassedOn(CommandLine.arguments, ProcessInfo.processInfo.environment))

  /// Whether the package manager passes what is written on to its own terminal: it runs tests behind a pipe, and sets
  /// `NO_COLOR` where it has no terminal itself.
  static func isPassedOn(_ arguments: [String], _ environment: [String: String]) -> Bool {
    arguments.contains("--testing-library") && environment["TERM"]?.isEmpty == false
  }

  /// As https://no-color.org and https://bixense.com/clicolors have it: `NO_COLOR` forbids, `CLICOLOR_FORCE` demands, a
  /// dumb terminal and `CLICOLOR=0` have none.
  static func isWanted(environment: [String: String], isTerminal: Bool) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    if isSet("NO_COLOR") { return false }
    if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" { return true }
    if environment["TERM"] == "dumb" || environment["CLICOLOR"] == "0" { return false }
    return isTerminal
  }
}
