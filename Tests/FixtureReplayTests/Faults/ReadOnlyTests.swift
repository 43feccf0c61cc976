import FixtureReplay
import Foundation
import LanguageModels
import Testing

@Suite("Read-only machines")
struct ReadOnlyTests {
  /// Every file and folder with its size and the time of its last change.
  private func snapshot(_ folder: TemporaryFolder) -> [String] {
    ([""] + folder.paths).map { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.url.appending(path: path).path)
      let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(path) \(attributes?[.size] ?? 0) \(changed)"
    }
  }

  @Test("Replaying writes nothing anywhere, hits, misses and unusable fixtures alike")
  func nothingIsWritten() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    try FileManager.default.removeItem(at: stage.folder.url.appending(path: ".build"))
    let before = snapshot(stage.folder)
    let hit = try await stage.run(.replay) { try await ask("When?") }
    #expect(try hit.value == "When? #1")
    let miss = try await stage.run(.replay) { try? await ask("Where?") }
    #expect(miss.faults.map(\.kind) == [.notRecorded])
    #expect(hit.commitFault == nil && miss.commitFault == nil)
    #expect(snapshot(stage.folder) == before)

    let empty = try Rehearsal()
    let missing = try await empty.run(.replay) { try? await ask("When?") }
    #expect(missing.faults.map(\.kind) == [.notRecorded])
    #expect(empty.folder.paths.isEmpty)
  }

  @Test("Replaying reads the file once, and needs it no more")
  func readOnce() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) {
      for number in 1...1_000 { _ = try await ask("Question \(number)?") }
    }
    let file = stage.file
    let run = try await stage.run(.replay) {
      var answers = [try await ask("Question 1?")]
      try FileManager.default.removeItem(at: file)
      for number in 2...1_000 { answers.append(try await ask("Question \(number)?")) }
      return answers
    }
    #expect(try run.value == (1...1_000).map { "Question \($0)? #\($0)" })
  }

  @Test(
    "Recording says before anything is sent that the folder cannot be written",
    .enabled(if: getuid() != 0, "root may write everywhere"))
  func folder() async throws {
    let stage = try Rehearsal()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: stage.folder.url.path)
    let run = try await stage.run(.record) { try? await ask("When?") }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stage.folder.url.path)
    #expect(run.faults.first?.message.hasPrefix("Nothing was sent: ") == true)
  }

  @Test(
    "Recording says before anything is sent that the fixture itself cannot be written",
    .enabled(if: Unchangeable.isPossible, Unchangeable.comment))
  func file() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    try Unchangeable.set(true, stage.file)
    defer { try? Unchangeable.set(false, stage.file) }
    let run = try await stage.run(.record) { try? await ask("Where?") }
    #expect(
      run.faults.map(\.message) == [
        """
        Nothing was sent: the answer could not be kept, because \(stage.file.path) cannot be written. Make it writable, \
        or choose another place with LLMSPEC_FIXTURES.
        """
      ])
    // What is recorded still answers.
    let replayed = try await stage.run(.record) { try await ask("When?") }
    #expect(try replayed.value == "When? #1")
    #expect(replayed.commitFault == nil)
  }
}

/// Makes a file one that cannot be written: by its permissions, or, for root, by its attributes.
private enum Unchangeable {
  static let comment: Comment = "root may write everywhere, unless a file can be made immutable"

  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder(), (try? folder.write("x", to: "x")) != nil else { return false }
    let file = folder.url.appending(path: "x")
    guard (try? set(true, file)) != nil else { return false }
    defer { try? set(false, file) }
    return !FileManager.default.isWritableFile(atPath: file.path)
  }()

  static func set(_ isSet: Bool, _ file: URL) throws {
    guard getuid() == 0 else {
      try FileManager.default.setAttributes([.posixPermissions: isSet ? 0o444 : 0o644], ofItemAtPath: file.path)
      return
    }
    #if os(Linux)
      // chattr(1): FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_IMMUTABLE_FL of <linux/fs.h>.
      let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
      defer { close(descriptor) }
      var flags: Int = 0
      guard ioctl(descriptor, 0x8008_6601, &flags) == 0 else { return }
      flags = isSet ? flags | 0x10 : flags & ~0x10
      _ = ioctl(descriptor, 0x4008_6602, &flags)
    #endif
  }
}
