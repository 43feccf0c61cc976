#if os(Linux) || os(macOS)
  import DurableFiles
  import Foundation
  import Testing

  @Suite("Killed processes and full disks")
  struct SuddenEndTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("A killed process leaves every line that it appended, and its lock is free")
    func killed() async throws {
      let path = folder.file("j").path
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        let journal = try AppendOnlyJournal(URL(filePath: path))
        for index in 0..<100 { try journal.append(Array("line \(index)".utf8)) }
        kill(getpid(), SIGKILL)
      }
      #expect(!AppendOnlyJournal.isInUse(folder.file("j")))
      let read = try AppendOnlyJournal.lines(of: folder.file("j"))
      #expect(read.lines == (0..<100).map { Array("line \($0)".utf8) })
      #expect(!read.hasTornTail)
    }

    @Test("A line that only half fits is taken back, and the next one stands alone")
    func halfLine() async throws {
      let path = folder.file("j").path
      await #expect(processExitsWith: .success) { [path = path as String] in
        let journal = try AppendOnlyJournal(URL(filePath: path))
        try journal.append(Array("first".utf8))
        limitFileSizes(to: 20)
        let fault = try #require(throws: FileFault.self) {
          try journal.append([UInt8](repeating: 65, count: 100))
        }
        #expect(fault.errorNumber == EFBIG)
        try journal.append(Array("second".utf8))
      }
      #expect(try folder.text(of: "j") == "first\nsecond\n")
    }

    @Test("What a process left that was killed while it replaced a file is removed, and nothing else")
    func leftovers() async throws {
      try folder.write("old", to: "f")
      let path = folder.file("f").path
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
        Thread.detachNewThread {
          while (try? FileManager.default.contentsOfDirectory(
            atPath: URL(filePath: path).deletingLastPathComponent().path))?
            .contains(where: { $0.hasSuffix(".tmp") }) != true
          {}
          kill(getpid(), SIGKILL)
        }
        while true { try DurableFile.replace(URL(filePath: path), with: [UInt8](repeating: 65, count: 1 << 22)) }
      }
      let left = try folder.names.filter { $0.hasSuffix(".tmp") }
      for name in [".f.notes.tmp", ".f.1-2.bak", ".g.1-2.tmp", "f.1-2.tmp"] { try folder.write("mine", to: name) }
      let underWay = try AppendOnlyJournal(folder.file(".f.7-7.tmp"))
      try DurableFile.removeLeftovers(of: folder.file("f"))
      let kept = [".f.1-2.bak", ".f.7-7.tmp", ".f.notes.tmp", ".g.1-2.tmp", "f", "f.1-2.tmp"]
      #expect(try folder.names.sorted() == kept)
      underWay.close()
      try DurableFile.removeLeftovers(of: folder.file("f"))
      #expect(try folder.names.sorted() == kept.filter { $0 != ".f.7-7.tmp" })
      #expect(left.count <= 1)
      try DurableFile.removeLeftovers(of: folder.file("no/such/folder"))
    }

    @Test("A replacement that only half fits leaves the old file and no temporary one")
    func halfFile() async throws {
      try folder.write("old", to: "f")
      let path = folder.file("f").path
      await #expect(processExitsWith: .success) { [path = path as String] in
        limitFileSizes(to: 20)
        let fault = try #require(throws: FileFault.self) {
          try DurableFile.replace(URL(filePath: path), with: [UInt8](repeating: 65, count: 100))
        }
        #expect(fault.errorNumber == EFBIG)
      }
      #expect(try folder.text(of: "f") == "old")
      #expect(try folder.names == ["f"])
    }
  }

  /// From here on a file of this process cannot grow beyond the size: what is written is cut there, as on a full disk.
  private func limitFileSizes(to bytes: Int) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit()
    #if os(Linux)
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      limit.rlim_cur = rlim_t(bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
      getrlimit(RLIMIT_FSIZE, &limit)
      limit.rlim_cur = rlim_t(bytes)
      setrlimit(RLIMIT_FSIZE, &limit)
    #endif
  }
#endif
