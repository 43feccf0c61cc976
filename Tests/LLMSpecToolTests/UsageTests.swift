import Foundation
import Testing

@testable import LLMSpecTool

@Suite("What explains the tool")
struct UsageTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func places(of words: [String], in text: String) -> [String.Index?] {
    words.map { text.range(of: $0)?.lowerBound }
  }

  @Test("The overview lists the verbs in the order in which messages list them")
  func order() {
    let places = places(of: Command.verbs.map { "\n  \($0.name) " }, in: Usage.overview)
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  @Test("A page's usage names every option of the verb")
  func options() throws {
    for verb in Command.verbs {
      let text = Usage.text(of: verb)
      let usage = try #require(text.components(separatedBy: "\nUSAGE\n").last?.components(separatedBy: "\n\n").first)
      for option in verb.syntax.options {
        #expect(usage.contains(option.name), "llmspec \(verb.name): \(option.name)")
      }
    }
  }

  @Test("The README names every verb about fixtures and every variable that the sources read")
  func readme() throws {
    let text = try String(contentsOf: Self.package.appending(path: "README.md"), encoding: .utf8)
    for verb in Command.verbs where verb.name.hasPrefix("fixtures ") {
      let word = verb.name.dropFirst("fixtures ".count)
      #expect(text.contains("`\(word)`") || text.contains("`\(word) "), "\(verb.name)")
    }
    let sources = Self.package.appending(path: "Sources")
    let paths = (FileManager.default.subpaths(atPath: sources.path) ?? []).filter { $0.hasSuffix(".swift") }
    var variables: Set<String> = []
    for path in paths {
      let source = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      for piece in source.components(separatedBy: "\"LLMSPEC_").dropFirst() {
        variables.insert("LLMSPEC_" + piece.prefix { $0.isASCII && ($0.isUppercase || $0 == "_") })
      }
    }
    #expect(variables.count > 5)
    for variable in variables.sorted() { #expect(text.contains("| `\(variable)` |"), "\(variable)") }
  }
}
