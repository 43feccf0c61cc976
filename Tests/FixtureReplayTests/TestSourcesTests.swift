import FixtureReplay
import Foundation
import Testing

@Suite("Which tests the sources can hold")
struct TestSourcesTests {
  private func canHold(_ test: String, _ files: [String: String]) throws -> Bool {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return TestSources(of: folder.url, for: [test]).canHold(test)
  }

  private static let suite = "Tests/Specs/Refunds.swift"
  private static let text = "@Suite struct RefundSpecs { @Test func ask(question: String, _ n: Int) {} }"

  @Test(
    "A test whose names stand in one file may be there",
    arguments: [
      ("Specs/RefundSpecs/ask(question:_:)", text), ("Specs/ask(question:_:)", "func ask(question: Int, _ n: Int)"),
      ("Specs/Refunds/testWindow()", "class SomeTests: XCTestCase { func testWindow() }"),
      ("Specs/Outer/Inner/window()", "extension Outer { struct Inner { func window() } }"),
      ("Specs/RefundSpecs/`states the 30-day window`()", "struct RefundSpecs { func `states the 30-day window`() }"),
      ("Specs/größe()", "func größe()"),
    ])
  func there(test: String, text: String) throws { #expect(try canHold(test, [Self.suite: text])) }

  @Test(
    "A test whose names do not is gone",
    arguments: [
      ("Specs/RefundSpecs/asks(question:_:)", text), ("Specs/Refund/ask(question:_:)", text),
      ("Specs/RefundSpecs/ask(text:_:)", text), ("Elsewhere/RefundSpecs/ask(question:_:)", text),
      ("Specs/RefundSpecs/`states the 14-day window`()", "struct RefundSpecs { func `states the 30-day window`() }"),
    ])
  func gone(test: String, text: String) throws { #expect(try !canHold(test, [Self.suite: text])) }

  @Test("Names that stand in two files are those of no test")
  func twoFiles() throws {
    let files = [Self.suite: "struct RefundSpecs {}", "Tests/Specs/Other.swift": "struct Other { func window() }"]
    #expect(try !canHold("Specs/RefundSpecs/window()", files))
  }

  @Test("A target is a folder's name, or a text of the manifest as SwiftPM makes a module's name of it")
  func targets() throws {
    let text = "func window()"
    #expect(try canHold("my_specs/window()", ["Tests/my-specs/A.swift": text]))
    let manifest = #".testTarget(name: "my-specs", path: "Somewhere")"#
    #expect(try canHold("my_specs/window()", ["Package.swift": manifest, "Somewhere/A.swift": text]))
    #expect(try !canHold("my_specs/window()", ["Package.swift": "", "Somewhere/A.swift": text]))
  }

  @Test("Hidden folders hold no sources; folders behind links do")
  func places() throws {
    let test = "Specs/window()"
    #expect(try !canHold(test, [".build/Specs/A.swift": "func window()", "Tests/Specs/A.swift": "func other()"]))
    let folder = try TemporaryFolder()
    try folder.write("func window()", to: ".elsewhere/A.swift")
    try folder.write("", to: "Tests/Specs/B.swift")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Tests/Specs/Linked"), withDestinationURL: folder.url.appending(path: ".elsewhere")
    )
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Tests/Round"), withDestinationURL: folder.url)
    #expect(TestSources(of: folder.url, for: [test]).canHold(test))
  }

  @Test("Where sources cannot be read, or there are none, nothing is gone")
  func unreadable() throws {
    #expect(try canHold("Specs/window()", ["README.md": "no sources"]))
    let folder = try TemporaryFolder()
    try folder.write("func other()", to: "Tests/Specs/A.swift")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Tests/Specs/B.swift"),
      withDestinationURL: folder.url.appending(path: "gone.swift"))
    #expect(TestSources(of: folder.url, for: ["Specs/window()"]).canHold("Specs/window()"))
  }
}
