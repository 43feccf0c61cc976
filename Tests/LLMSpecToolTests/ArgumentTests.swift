import Testing

@testable import LLMSpecTool

@Suite("Arguments")
struct ArgumentTests {
  private let file = Option(name: "--file", value: "FILE")
  private let filter = Option(name: "--filter", value: "REGEX", isRepeatable: true)
  private let all = Option(name: "--all")

  private func parse(_ arguments: [String], words: [String] = [], rest: String? = nil) throws -> ParsedArguments {
    try ParsedArguments(
      arguments, of: "verb", syntax: ArgumentSyntax(options: [file, filter, all], words: words, rest: rest))
  }

  private func fault(_ arguments: [String], rest: String? = nil) -> String? {
    do {
      _ = try parse(arguments, rest: rest)
      return nil
    } catch {
      return "\(error)".split(separator: "\n").first.map(String.init)
    }
  }

  @Test("A value stands behind its option or after an equals sign", arguments: [["--file", "a=b"], ["--file=a=b"]])
  func values(arguments: [String]) throws {
    #expect(try parse(arguments)[file] == "a=b")
  }

  @Test("A repeated option keeps all values in order")
  func repeated() throws {
    #expect(try parse(["--filter", "a", "--filter=--b", "--filter", "-c"]).all(filter) == ["a", "--b", "-c"])
  }

  @Test("What stands behind two dashes is left as it is")
  func rest() throws {
    let parsed = try parse(["--file", "a", "--", "--file", "--", "-x"], rest: "swift test")
    #expect(parsed[file] == "a")
    #expect(parsed.rest == ["--file", "--", "-x"])
    #expect(try parse(["--"]).rest.isEmpty)
  }

  @Test("Words beside options keep their order, a lone dash among them")
  func words() throws {
    let parsed = try parse(["one", "--all", "-"], words: ["A", "B"])
    #expect(parsed.words == ["one", "-"])
    #expect(parsed[all] != nil)
    #expect(parsed[file] == nil)
  }

  @Test(
    "Wrong use is explained",
    arguments: [
      (["--file"], "--file needs a value: --file FILE."),
      (["--file", "--all"], "--file needs a value: --file FILE."),
      (["--file="], "--file needs a value: --file FILE."),
      (["--file", "a", "--file", "b"], "--file is given twice, as \"a\" and as \"b\"."),
      (["--all=yes"], "--all takes no value."),
      (["--fliter", "a"], "verb has no option --fliter. Did you mean \"--filter\"?"),
      (["--zzzzzzzz"], "verb has no option --zzzzzzzz."),
      (["-x"], "verb has no option -x."),
      (["word"], "verb does not know what to do with \"word\"."),
      (["--", "word"], "verb does not know what to do with \"word\"."),
    ])
  func wrongUse(arguments: [String], message: String) {
    #expect(fault(arguments) == message)
  }

  @Test("An option of the program behind the verb is sent behind two dashes")
  func optionOfAnother() {
    #expect(
      fault(["--parallel"], rest: "swift test")
        == "verb has no option --parallel. Options for swift test stand behind --, as in `llmspec verb -- --parallel`.")
  }

  @Test("Help is asked for before two dashes and not behind them")
  func help() {
    #expect(ParsedArguments.askForHelp(["--file", "a", "-h"]))
    #expect(ParsedArguments.askForHelp(["--nonsense", "--help"]))
    #expect(!ParsedArguments.askForHelp(["--", "--help"]))
  }

  @Test(
    "The nearest name is suggested, and none that is far",
    arguments: [
      ("exprot", "export"), ("rnu", "run"), ("RUNS", "runs"), ("fixture", "fixtures"), ("deploy", nil), ("x", nil),
      ("", nil),
    ])
  func suggestions(word: String, name: String?) {
    #expect(Suggestion.nearest(to: word, among: ["run", "runs", "fixtures", "export"]) == name)
  }
}
