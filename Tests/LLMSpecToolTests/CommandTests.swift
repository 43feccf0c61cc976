import Testing

@testable import LLMSpecTool

@Suite("The command line")
struct CommandTests {
  @Test("The version is printed")
  func version() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("--version") == 0)
    #expect(package.output == "llmspec \(LLMSpecTool.version)\n")
  }

  @Test("Help names every verb, and each verb has its own")
  func help() async throws {
    let package = try TemporaryPackage()
    #expect(await package.tool("--help") == 0)
    for verb in Command.verbs {
      #expect(package.output.contains("\n  \(verb.name) "))
      let text = Usage.text(of: verb)
      #expect(text != Usage.overview)
      for option in verb.syntax.options { #expect(text.contains("\n  \(option.name) \(option.value ?? "")")) }
      #expect(!text.split(separator: "\n").contains { $0.count > 120 })
    }
  }

  @Test(
    "A verb's help is found by help, by --help and by -h",
    arguments: [
      ["help", "fixtures", "status"], ["fixtures", "status", "-h"], ["help", "fixtures", "status", "--help"],
      ["fixtures", "status", "--nonsense", "--help"],
    ])
  func verbHelp(arguments: [String]) async throws {
    let package = try TemporaryPackage()
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(arguments) == 0)
    #expect(package.output == Usage.text(of: FixturesStatusVerb()) + "\n")
  }

  /// The second words of the verbs that begin with `fixtures`.
  private static let fixtureVerbs = Command.verbs.map(\.name).filter { $0.hasPrefix("fixtures ") }
    .map { String($0.dropFirst(9)) }.joined(separator: ", ")

  @Test(
    "Help about a family of verbs is the overview",
    arguments: [["help", "fixtures"], ["fixtures", "--help"], ["json", "-h"]])
  func family(arguments: [String]) async throws {
    let package = try TemporaryPackage()
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(arguments) == 0)
    #expect(package.output == Usage.overview + "\n")
  }

  @Test(
    "Wrong use ends with status 2 and says what to write",
    arguments: [
      ([], "Say what to do: \(Command.verbs.map(\.name).joined(separator: ", "))."),
      (["exprot"], "llmspec has no verb \"exprot\". Did you mean \"export\"?"),
      (
        ["--verison"], "Options stand behind a verb, and llmspec has none called --verison. Did you mean \"--version\"?"
      ),
      (["fixtures"], "fixtures needs a second word: \(fixtureVerbs)."),
      (
        ["fixtures", "stauts"],
        "fixtures has no verb \"stauts\", only: \(fixtureVerbs). Did you mean \"status\"?"
      ),
      (["help", "rnu"], "llmspec has no verb \"rnu\". Did you mean \"run\"?"),
      (
        ["run", "--mode", "recrod"],
        "--mode is \"recrod\", which is none of: replay, record, rerecord, live, drift. Did you mean \"record\"?"
      ),
      (["export"], "export needs --to TARGET. It is one of: openai-chat, trl-dpo."),
      (["export", "--to", "trl-dpo"], "export needs --from RUN."),
      (["runs", "all"], "runs does not know what to do with \"all\"."),
    ])
  func wrongUse(arguments: [String], message: String) async throws {
    let package = try TemporaryPackage()
    let tool = LLMSpecTool(workplace: package.workplace(), console: package.console)
    #expect(await tool.run(arguments) == 2)
    #expect(package.output.isEmpty)
    #expect(package.errors.hasPrefix("llmspec: \(message)\nSee `llmspec help"))
  }
}
