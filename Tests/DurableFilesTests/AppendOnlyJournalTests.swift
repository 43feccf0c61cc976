import DurableFiles
import Foundation
import Testing

@Suite("Append-only journal")
struct AppendOnlyJournalTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func lines(_ name: String = "j") throws -> [String] {
    try AppendOnlyJournal.lines(of: folder.file(name)).lines.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("The system has a line before append returns")
  func readBackWhileOpen() throws {
    let journal = try AppendOnlyJournal(folder.file("deep/down/j"))
    for index in 0..<3 {
      try journal.append(Array("line \(index)".utf8))
      #expect(try lines("deep/down/j").count == index + 1)
    }
    #expect(try folder.text(of: "deep/down/j") == "line 0\nline 1\nline 2\n")
    journal.close()
  }

  @Test("Goes on after the lines that are there, empty ones included")
  func reopen() throws {
    let first = try AppendOnlyJournal(folder.file("j"))
    try first.append(Array("one".utf8))
    try first.append([])
    first.close()
    let second = try AppendOnlyJournal(folder.file("j"), synchronizes: true)
    #expect(second.removedTailBytes == 0)
    try second.append(Array("three".utf8))
    second.close()
    #expect(try lines() == ["one", "", "three"])
  }

  @Test("A torn last line is detected, and the lines before it are kept")
  func tornTail() throws {
    try folder.write("one\ntwo\nthr", to: "j")
    let read = try AppendOnlyJournal.lines(of: folder.file("j"))
    #expect(read.hasTornTail)
    #expect(read.lines == [Array("one".utf8), Array("two".utf8)])
  }

  @Test("A torn last line is cut off before the next is appended")
  func tornTailRepaired() throws {
    try folder.write("one\ntwo\nthr", to: "j")
    let journal = try AppendOnlyJournal(folder.file("j"))
    #expect(journal.removedTailBytes == 3)
    try journal.append(Array("three".utf8))
    journal.close()
    #expect(try folder.text(of: "j") == "one\ntwo\nthree\n")
  }

  @Test("A file that is one long torn line is emptied", arguments: [1, 65_536, 200_000])
  func onlyTail(length: Int) throws {
    try folder.write(String(repeating: "x", count: length), to: "j")
    let journal = try AppendOnlyJournal(folder.file("j"))
    #expect(journal.removedTailBytes == length)
    #expect(try folder.text(of: "j") == "")
    journal.close()
  }

  @Test("A long torn tail is cut at the last line feed")
  func longTail() throws {
    try folder.write("kept\n" + String(repeating: "x", count: 150_000), to: "j")
    let journal = try AppendOnlyJournal(folder.file("j"))
    #expect(journal.removedTailBytes == 150_000)
    #expect(try folder.text(of: "j") == "kept\n")
    journal.close()
  }

  @Test("Refuses a line with a line feed in it, and writes nothing of it")
  func lineFeed() throws {
    let journal = try AppendOnlyJournal(folder.file("j"))
    let fault = try #require(throws: FileFault.self) { try journal.append(Array("a\nb".utf8)) }
    #expect(fault.description.contains("line feed"))
    try journal.append(Array("c".utf8))
    journal.close()
    #expect(try lines() == ["c"])
  }

  @Test("Eight threads that append at once lose nothing and mix nothing")
  func threads() async throws {
    let journal = try AppendOnlyJournal(folder.file("j"))
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          for index in 0..<200 {
            try? journal.append(Array("\(writer)-\(index)-\(String(repeating: "x", count: index))".utf8))
          }
        }
      }
    }
    journal.close()
    let found = try lines()
    #expect(found.count == 1_600)
    for writer in 0..<8 {
      let own = found.filter { $0.hasPrefix("\(writer)-") }
      let expected = (0..<200).map { "\(writer)-\($0)-\(String(repeating: "x", count: $0))" }
      #expect(own == expected, "the lines of one writer keep their order")
    }
  }

  @Test("Is in use from opening to closing, and cannot be opened twice")
  func inUse() throws {
    let url = folder.file("j")
    #expect(!AppendOnlyJournal.isInUse(url))
    let journal = try AppendOnlyJournal(url)
    #expect(AppendOnlyJournal.isInUse(url))
    let fault = try #require(throws: FileFault.self) { _ = try AppendOnlyJournal(url) }
    #expect(fault.errorNumber == EWOULDBLOCK)
    #expect(fault.description.contains("has the journal open"))
    journal.close()
    journal.close()
    #expect(!AppendOnlyJournal.isInUse(url))
    let next = try AppendOnlyJournal(url)
    next.close()
  }

  @Test("Is given back when the journal is dropped")
  func dropped() throws {
    var journal: AppendOnlyJournal? = try AppendOnlyJournal(folder.file("j"))
    try journal?.append([65])
    journal = nil
    #expect(!AppendOnlyJournal.isInUse(folder.file("j")))
    #expect(try lines() == ["A"])
  }

  @Test("After close an append is an error that says so")
  func appendAfterClose() throws {
    let journal = try AppendOnlyJournal(folder.file("j"))
    journal.close()
    let fault = try #require(throws: FileFault.self) { try journal.append([65]) }
    #expect(fault.description.contains("the journal is closed"))
  }

  @Test("Removing deletes the file; a journal that another opened since is left alone")
  func removing() throws {
    let url = folder.file("j")
    let first = try AppendOnlyJournal(url)
    try first.append([65])
    try first.remove()
    try first.remove()
    #expect(try folder.names == [])
    let second = try AppendOnlyJournal(url)
    #expect(throws: FileFault.self) { try first.remove() }
    try second.append([66])
    second.close()
    #expect(try lines() == ["B"])
  }

  @Test("Asking whether it is in use never keeps a journal from opening")
  func askingWhileOpening() async throws {
    let url = folder.file("j")
    try folder.write("", to: "j")
    let opened = await withTaskGroup(of: Int.self) { group in
      group.addTask {
        for _ in 0..<2_000 { _ = AppendOnlyJournal.isInUse(url) }
        return 0
      }
      group.addTask {
        var opened = 0
        for _ in 0..<50 where (try? AppendOnlyJournal(url)) != nil { opened += 1 }
        return opened
      }
      return await group.reduce(0, +)
    }
    #expect(opened == 50)
  }

  @Test("A journal that does not exist has no lines")
  func missing() throws {
    let read = try AppendOnlyJournal.lines(of: folder.file("none"))
    #expect(read.lines.isEmpty && !read.hasTornTail)
  }

  @Test("A journal that is too long to read is a fault")
  func tooLong() throws {
    try folder.write("one\ntwo\n", to: "j")
    #expect(throws: FileFault.self) { try AppendOnlyJournal.lines(of: folder.file("j"), maximumBytes: 7) }
  }

  #if os(Linux)
    @Test("A full disk is out of space")
    func full() throws {
      let journal = try AppendOnlyJournal(URL(filePath: "/dev/full"))
      let fault = try #require(throws: FileFault.self) { try journal.append([65]) }
      #expect(fault.isOutOfSpace)
      journal.close()
    }
  #endif
}
