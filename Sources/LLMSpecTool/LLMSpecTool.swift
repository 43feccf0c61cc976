import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command-line tool `llmspec`: it runs specs, looks at their fixtures, and makes training files of their records.
///
/// Each verb is a value of ``Verb`` in the folder Verbs; ``Usage`` holds every text that explains them.
@main
struct LLMSpecTool {
  /// The version that `--version` prints.
  static let version = "0.1.0"

  /// The exit status of a command that was used wrongly.
  static let wrongUse: Int32 = 2

  var workplace = Workplace()
  var console = Console.standard

  static func main() async {
    exit(await LLMSpecTool().run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Does what the arguments say, and answers the exit status.
  func run(_ arguments: [String]) async -> Int32 {
    do {
      switch try Command(arguments) {
      case .version:
        console.say("llmspec \(Self.version)")
        return 0
      case .help(let verb):
        console.say(verb.map(Usage.text(of:)) ?? Usage.overview)
        return 0
      case .verb(let verb, let arguments):
        return try await verb.perform(arguments, at: workplace, telling: console)
      }
    } catch let error as UsageError {
      console.complain(error.description)
      return Self.wrongUse
    } catch {
      console.complain("\(error)")
      return 1
    }
  }
}
