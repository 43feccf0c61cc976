import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import Testing

@testable import FixtureReplay

@Suite("Verifying fixtures")
struct FixtureVerificationTests {
  private func recorded(_ name: String = "window()", suite: String = "RefundSpecs", in folder: TemporaryFolder? = nil)
    async throws -> Rehearsal
  {
    let stage = try Rehearsal(name, suite: suite, in: folder)
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for question in ["One?", "One?", "Two?"] { _ = try await ask(question) }
    }
    return stage
  }

  private func problems(_ stage: Rehearsal) -> [FixtureVerification.Problem] {
    FixtureVerification(root: stage.root, directory: "Fixtures").problems
  }

  @Test("What a recording wrote is right")
  func right() async throws {
    let stage = try await recorded()
    let verification = FixtureVerification(root: stage.root, directory: "Fixtures")
    #expect(verification.problems.isEmpty && verification.fileCount == 1 && verification.exchangeCount == 3)
    #expect(FixtureVerification(root: stage.root, directory: "Nowhere").fileCount == 0)
  }

  @Test(
    "Each thing that is wrong is named with its place and the next step",
    arguments: [
      ("\"format\": 1", "\"format\": 9", nil, "its format is 9", "git checkout"),
      ("Two?", "Deux?", 3, "it was edited by hand: its request was changed", "record again"),
      ("One? #2", "Uno", 2, "it was edited by hand: its answer was changed", "\"digest\""),
      ("\"ordinal\": 2", "\"ordinal\": 1", 2, "it answers the same call as exchange 1", "Remove one"),
      ("\"ordinal\": 2", "\"ordinal\": 3", 2, "its ordinal is 3, and there is none before it", "record again"),
      ("\"ordinal\": 2", "\"ordinal\": -9223372036854775808", 2, "its ordinal is -9223372036854775808", "record again"),
      (
        "RefundSpecs/window()", "RefundSpecs/door()", nil, "it names the test SupportSpecs/RefundSpecs/door()",
        "Move it"
      ),
      ("  \"test\"", "<<<<<<< HEAD\n  \"test\"", nil, "line 3 is a conflict marker", "git checkout"),
    ] as [(String, String, Int?, String, String)])
  func wrong(old: String, new: String, exchange: Int?, what: String, nextStep: String) async throws {
    let stage = try await recorded()
    try stage.edit(old, new)
    let before = stage.text
    let found = try #require(problems(stage).first { !$0.isRemark })
    #expect(found.exchange == exchange)
    #expect(found.what.hasPrefix(what) && found.nextStep.contains(nextStep), "\(found)")
    #expect(found.path == "Fixtures/SupportSpecs/RefundSpecs/window.json")
    #expect(!found.description.contains("\n"))
    #expect(stage.text == before)
  }

  @Test("A credential is found by the rules of today, and never printed")
  func credential() async throws {
    let stage = try await recorded()
    let key = "sk-proj-" + String(repeating: "a1B2", count: 8)
    try stage.edit("One? #2", key)
    let found = problems(stage).filter { $0.what.contains("credential") }
    #expect(found.map(\.exchange) == [2])
    #expect(!found.description.contains(key))
  }

  @Test("A text that would be rewritten and a person's own answer are remarks")
  func remarks() async throws {
    let stage = try await recorded()
    let digest = try #require(try stage.contents?.exchanges[1].digest)
    try stage.edit("        \"digest\": \"\(digest)\",\n", "")
    let own = problems(stage)
    #expect(own.map(\.what) == ["its answer was written by a person"] && own.map(\.isRemark) == [true])
    try stage.overwrite(try #require(stage.text).replacing("\n", with: "\r\n"))
    #expect(problems(stage).contains { $0.what.hasPrefix("it would be rewritten") && $0.isRemark })
    #expect(problems(stage).allSatisfy { $0.isRemark })
  }

  @Test("Media must be there and hold what their names say")
  func media() async throws {
    let stage = try await recorded()
    let digest = SHA256.hash("pixels").hexadecimal
    try stage.edit("\"provider\"", "\"media\": {\"sha256\": \"\(digest)\"},\n      \"provider\"")
    let file = "Fixtures/SupportSpecs/RefundSpecs/window.media/\(digest).png"
    func found() -> [String] { problems(stage).filter { !$0.isRemark }.map(\.what) }
    #expect(found() == ["the media file Fixtures/SupportSpecs/RefundSpecs/window.media/\(digest) is missing"])
    try stage.folder.write("other pixels", to: file)
    #expect(found() == ["its media file \(file) does not hold what its name says"])
    try stage.folder.write("pixels", to: file)
    #expect(found() == [])
  }

  @Test("Names that differ in case alone are named once, at the place where they differ")
  func caseOnly() async throws {
    let folder = try TemporaryFolder()
    let stage = try await recorded(in: folder)
    let files = FileManager.default
    let place = folder.url.appending(path: "Fixtures/SupportSpecs")
    try files.createDirectory(at: place.appending(path: "refundSpecs"), withIntermediateDirectories: true)
    guard (try? files.copyItem(at: stage.file, to: place.appending(path: "refundSpecs/window.json"))) != nil else {
      return  // This disk has room for one of the two.
    }
    try files.copyItem(at: stage.file, to: place.appending(path: "refundSpecs/other.json"))
    let found = problems(stage).filter { $0.what.contains("in case alone") }
    #expect(found.map(\.path) == ["Fixtures/SupportSpecs/refundSpecs"])
  }

  @Test(
    "A path is that of a test, also where its name holds slashes or is too long",
    arguments: [
      SpecIdentity(target: "Specs", path: ["window()"]), SpecIdentity(target: "Specs", path: ["A", "B", "ask(q:_:)"]),
      SpecIdentity(target: "Specs", path: ["A", "`either/or, and/or`()"]),
      SpecIdentity(target: "Specs", path: ["A/B", "`/`()"]), SpecIdentity(target: "Specs", path: ["👍", "c()"]),
      SpecIdentity(target: "Specs", path: [String(repeating: "long", count: 90) + "()"]),
    ])
  func path(of test: SpecIdentity) throws {
    let root = PackageRoot(url: URL(filePath: "/package"))
    let file = FixturePath.file(of: test, root: root, directory: "Fixtures")
    let path = String(root.relativePath(of: file).dropFirst("Fixtures/".count))
    #expect(FixturePath.isPath(path, of: test.description))
    #expect(!FixturePath.isPath(path, of: test.description + "x"))
    #expect(!FixturePath.isPath("A/" + path, of: test.description))
  }

  @Test("A test's name of a million slashes is no path, at once")
  func slashes() { #expect(!FixturePath.isPath("A/b.json", of: String(repeating: "/", count: 1_000_000))) }
}
