import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Removing what no test uses")
struct FixturePruningTests {
  private let path = "Fixtures/SupportSpecs/RefundSpecs/window.json"

  private func recorded(_ questions: [String] = ["One?", "Two?", "Three?"]) async throws -> Rehearsal {
    let stage = try Rehearsal()
    try stage.writeSource()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for question in questions { _ = try await ask(question) }
    }
    return stage
  }

  @Test("Unused exchanges go, the others stay as they were, and replay")
  func exchanges() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    let before = try #require(try stage.contents)
    #expect(stage.pruning.plan().text(isPlan: true).contains("\(path): would remove exchanges 1,3 of 3: run 2026"))
    #expect(try stage.contents == before)
    let outcome = stage.pruning.perform()
    #expect(outcome.removals.map(\.exchanges.description) == ["1,3"])
    #expect(
      outcome.text(isPlan: false) == """
        \(path): removed exchanges 1,3 of 3: run 20261128T100100Z-1 did not use them
        Removed 2 exchanges.
        """)
    #expect(try stage.contents?.exchanges == [before.exchanges[1]])
    #expect(try await stage.run(.replay) { try await ask("Two?") }.value == "Two? #2")
    #expect(FixtureVerification(root: stage.root, directory: "Fixtures").problems.isEmpty)
    // The run is known to have used all that is left.
    #expect(stage.pruning.perform().text(isPlan: false) == "Nothing to remove.")
    #expect(!stage.status().hasFindings && stage.status().entries[0].isUseKnown)
  }

  @Test("A fixture of which nothing is used goes whole, with the folders that it leaves empty")
  func wholeFile() async throws {
    let stage = try await recorded()
    try await stage.rehearse {}
    #expect(stage.pruning.perform().removals.map(\.isWholeFile) == [true])
    let fixtures = stage.folder.url.appending(path: "Fixtures")
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixtures.path).isEmpty)
  }

  @Test("Without a whole replay that met the file as it is, nothing goes")
  func noEvidence() async throws {
    let stage = try await recorded()
    let before = stage.text
    func nothingGoes(_ comment: Comment) {
      let outcome = stage.pruning.perform()
      #expect(outcome.removals.isEmpty && outcome.unknown == [stage.test.description], comment)
      #expect(stage.text == before, comment)
      #expect(outcome.text(isPlan: false).hasSuffix("Nothing to remove."))
    }
    nothingGoes("no run")
    try await stage.rehearse(run: 1, cancelled: true) { _ = try await ask("Two?") }
    nothingGoes("cut off")
    try await stage.rehearse(.record, run: 2) { _ = try await ask("Two?") }
    nothingGoes("recording")
    try await stage.rehearse(run: 3) {
      _ = try await ask("Two?")
      _ = try? await ask("Another?")
    }
    nothingGoes("a miss")
    struct Stop: Error {}
    try await stage.rehearse(run: 4) { throw Stop() }
    nothingGoes("an error")
  }

  @Test("Evidence of another state of the file is none")
  func changedSince() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("Four?") }
    #expect(stage.pruning.perform().removals.isEmpty)
    #expect(try stage.contents?.exchanges.count == 4)
  }

  @Test("Of repeated calls the last ones go, and a gap is never left")
  func ordinals() async throws {
    let stage = try await recorded(["One?", "One?", "One?"])
    try await stage.rehearse { _ = try await ask("One?") }
    #expect(stage.pruning.perform().removals.map(\.exchanges.description) == ["2-3"])
    #expect(try stage.contents?.exchanges.map(\.key.ordinal) == [1])

    // No test can use the second answer and not the first; a record that says so must do no harm.
    let other = try await recorded(["One?", "One?", "Two?"])
    var use = try #require(try await other.rehearse {})
    use.unused = PositionRanges([1, 3])
    try other.record(use, run: 2)
    #expect(other.pruning.perform().removals.map(\.exchanges.description) == ["3"])
    #expect(try other.contents?.exchanges.map(\.key.ordinal) == [1, 2])
  }

  @Test("Of two answers to one call, as a merge leaves them, none is chosen")
  func doubled() async throws {
    let stage = try await recorded(["One?"])
    var contents = try #require(try stage.contents)
    contents.exchanges += contents.exchanges
    try contents.write(stage.file)
    try await stage.rehearse { _ = try? await ask("One?") }
    #expect(stage.pruning.perform().removals.isEmpty)
    #expect(try stage.contents?.exchanges.count == 2)
  }

  @Test("The file of a test that is gone goes with its media; a renamed suite is another test")
  func gone() async throws {
    let stage = try await recorded()
    let digest = SHA256.hash("pixels").hexadecimal
    let media = "Fixtures/SupportSpecs/RefundSpecs/window.media/\(digest).png"
    try stage.folder.write("pixels", to: media)
    try stage.writeSource("@Suite struct RefundSpecs { @Test func doors() {} }")
    let outcome = stage.pruning.perform()
    #expect(outcome.removals.map(\.isWholeFile) == [true] && outcome.removals.map(\.media) == [[media]])
    #expect(stage.text == nil)
    #expect(!FileManager.default.fileExists(atPath: stage.folder.url.appending(path: "Fixtures/SupportSpecs").path))
  }

  @Test("In a folder outside of the package, which others may share, no test is gone")
  func shared() async throws {
    let stage = try await recorded()
    let package = stage.folder.url.appending(path: "Package")
    try stage.folder.write("func other()", to: "Package/Tests/Specs/A.swift")
    let shared = stage.folder.url.appending(path: "Fixtures").path
    let root = PackageRoot(url: package)
    let pruning = FixturePruning(root: root, directory: shared, package: package, evidence: FixtureEvidence())
    #expect(pruning.perform().removals.isEmpty && stage.text != nil)
    let status = FixtureStatus(root: root, directory: shared, asking: .init(package: package))
    #expect(status.entries.count == 1 && !status.hasFindings)
  }

  @Test("Media without an exchange go, those of an exchange stay until it goes")
  func media() async throws {
    let stage = try await recorded(["One?", "Two?"])
    let folder = "Fixtures/SupportSpecs/RefundSpecs"
    func media(_ text: String, of name: String = "window") throws -> String {
      let path = "\(folder)/\(name).media/\(SHA256.hash(text).hexadecimal).png"
      try stage.folder.write(text, to: path)
      return path
    }
    func isThere(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: stage.folder.url.appending(path: path).path)
    }
    let (used, orphan, lone) = (try media("used"), try media("orphan"), try media("lone", of: "gone"))
    // A body that refers to a picture, as a person would write it.
    var contents = try #require(try stage.contents)
    contents.exchanges[1].answer.content = .body(.json(["image": ["sha256": .string(SHA256.hash("used").hexadecimal)]]))
    contents.exchanges[1].digest = nil
    try contents.write(stage.file)

    #expect(stage.pruning.plan().removals.map(\.media) == [[lone], [orphan]])
    #expect(isThere(orphan) && isThere(lone))
    _ = stage.pruning.perform()
    #expect(isThere(used) && !isThere(orphan) && !isThere(lone))
    #expect(!isThere("\(folder)/gone.media") && isThere("\(folder)/window.media"))

    try await stage.rehearse { _ = try await ask("One?") }
    #expect(stage.pruning.perform().removals.map(\.media) == [[used]])
    #expect(!isThere("\(folder)/window.media"))
  }

  @Test("A fixture that is being recorded, or whose recording was cut off, is left alone")
  func recording() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    let before = stage.text
    let store = try stage.store(.record, live: ScriptedTransport.echo())
    _ = try await Rehearsal.body(on: FixtureTransport(store: store)) { try await ask("New?") }
    #expect(
      stage.pruning.perform().refusals.map(\.reason) == ["it is being recorded just now. Prune when that is over."])
    // The file is in the way, so that the answers stay in the journal.
    let aside = stage.file.appendingPathExtension("aside")
    try FileManager.default.moveItem(at: stage.file, to: aside)
    try FileManager.default.createDirectory(at: stage.file, withIntermediateDirectories: true)
    #expect(throws: FixtureFault.self) { try store.commit() }
    try FileManager.default.removeItem(at: stage.file)
    try FileManager.default.moveItem(at: aside, to: stage.file)
    let outcome = stage.pruning.perform()
    #expect(outcome.refusals.first?.reason.hasPrefix("a recording of it was cut off") == true)
    #expect(outcome.removals.isEmpty && stage.text == before)
  }

  @Test("Waits for the lock of a recording, and looks again when it has it")
  func locked() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    let pruning = stage.pruning
    let (entered, release) = (Signal(), Signal())
    let holder = Task.detached {
      let held = try FileLock(
        RecordingJournal.folder(for: stage.file, root: stage.root).appendingPathExtension("lock")
      ).acquire()
      await entered.happen()
      await release.wait()
      held.release()
    }
    await entered.wait()
    // It waits with its whole thread, of which tasks have only few.
    let pruned = Task {
      await withCheckedContinuation { done in
        Thread.detachNewThread { done.resume(returning: pruning.perform()) }
      }
    }
    // Another process changes the file meanwhile.
    var contents = try #require(try stage.contents)
    contents.exchanges.removeFirst()
    try contents.write(stage.file)
    await release.happen()
    try await holder.value
    let outcome = await pruned.value
    #expect(outcome.removals.isEmpty)
    #expect(try stage.contents == contents)
  }

  @Test("A fixture that cannot be read is named and left as it is, and the others are pruned")
  func unreadable() async throws {
    let stage = try await recorded()
    try await stage.rehearse { _ = try await ask("Two?") }
    try stage.folder.write("{", to: "Fixtures/SupportSpecs/broken.json")
    let outcome = stage.pruning.perform()
    #expect(outcome.refusals.map(\.path) == ["Fixtures/SupportSpecs/broken.json"])
    #expect(outcome.refusals.map(\.isFault) == [true])
    #expect(outcome.removals.map(\.path) == [path])
  }

  @Test("Where nothing is recorded there is nothing to remove")
  func nothing() throws {
    #expect(try Rehearsal().pruning.perform() == FixturePruning.Outcome())
  }
}
