import DurableFiles
import Foundation
import Testing

@Suite("Whole-file replace")
struct DurableFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Writes a new file, with the folders that it needs")
  func newFile() throws {
    let url = folder.file("a/b/c.json")
    try DurableFile.replace(url, with: Array("first".utf8))
    #expect(try DurableFile.read(url) == Array("first".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("a/b").path) == ["c.json"])
  }

  @Test("Replaces the contents and leaves nothing else in the folder")
  func replaced() throws {
    try folder.write("a long old text", to: "f")
    try DurableFile.replace(folder.file("f"), with: Array("new".utf8))
    #expect(try folder.text(of: "f") == "new")
    try DurableFile.replace(folder.file("f"), with: [])
    #expect(try DurableFile.read(folder.file("f")) == [])
    #expect(try folder.names == ["f"])
  }

  @Test("Keeps the permissions of the file", arguments: [0o600, 0o644, 0o755])
  func permissions(mode: Int) throws {
    try folder.write("old", to: "f")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.file("f").path)
    try DurableFile.replace(folder.file("f"), with: [1])
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("f").path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test("A reader that has the old file open still reads the old file")
  func openReader() throws {
    try folder.write("old", to: "f")
    let reader = try FileHandle(forReadingFrom: folder.file("f"))
    try DurableFile.replace(folder.file("f"), with: Array("new".utf8))
    #expect(try reader.readToEnd() == Data("old".utf8))
  }

  @Test("Follows a symbolic link and leaves the link in place")
  func symbolicLink() throws {
    try folder.write("old", to: "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link").path, withDestinationPath: "real")
    try DurableFile.replace(folder.file("link"), with: Array("new".utf8))
    #expect(try folder.text(of: "real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link").path) == "real")
  }

  @Test("Creates the file that a dangling link names")
  func danglingLink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link").path, withDestinationPath: "deep/real")
    try DurableFile.replace(folder.file("link"), with: Array("new".utf8))
    #expect(try folder.text(of: "deep/real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link").path) == "deep/real")
  }

  @Test("Refuses links that lead in a circle")
  func circle() throws {
    try FileManager.default.createSymbolicLink(atPath: folder.file("a").path, withDestinationPath: "b")
    try FileManager.default.createSymbolicLink(atPath: folder.file("b").path, withDestinationPath: "a")
    let fault = try #require(throws: FileFault.self) { try DurableFile.replace(folder.file("a"), with: [1]) }
    #expect(fault.errorNumber == ELOOP)
  }

  @Test("A file where a folder is needed: says so, and harms nothing")
  func notAFolder() throws {
    try folder.write("a file", to: "plain")
    let fault = try #require(throws: FileFault.self) {
      try DurableFile.replace(folder.file("plain/inside.json"), with: [1])
    }
    #expect(fault.errorNumber == ENOTDIR)
    #expect(fault.description.contains("plain"))
    #expect(fault.description.contains("a file where a folder is needed"))
    #expect(try folder.text(of: "plain") == "a file")
    #expect(try folder.names == ["plain"])
  }

  @Test("A folder where a file is needed: says so")
  func isAFolder() throws {
    try FileManager.default.createDirectory(at: folder.file("d"), withIntermediateDirectories: false)
    let replacing = try #require(throws: FileFault.self) { try DurableFile.replace(folder.file("d"), with: [1]) }
    #expect(replacing.errorNumber == EISDIR)
    let reading = try #require(throws: FileFault.self) { try DurableFile.read(folder.file("d")) }
    #expect(reading.errorNumber == EISDIR)
    #expect(try folder.names == ["d"])
  }

  @Test("A name that is too long leaves no temporary file")
  func tooLongName() throws {
    let fault = try #require(throws: FileFault.self) {
      try DurableFile.replace(folder.file(String(repeating: "n", count: 300)), with: [1])
    }
    #expect(fault.errorNumber == ENAMETOOLONG)
    #expect(try folder.names == [])
  }

  @Test("A name of the greatest length can be replaced")
  func longestName() throws {
    let name = String(repeating: "é", count: 100) + String(repeating: "n", count: 55)
    try DurableFile.replace(folder.file(name), with: [1])
    try DurableFile.replace(folder.file(name), with: [2])
    #expect(try DurableFile.read(folder.file(name)) == [2])
  }

  @Test("A file that may not be written is refused, the old one is kept", .enabled(if: getuid() != 0))
  func writeProtected() throws {
    try folder.write("old", to: "f")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.file("f").path)
    let fault = try #require(throws: FileFault.self) { try DurableFile.replace(folder.file("f"), with: [1]) }
    #expect(fault.isReadOnly)
    #expect(try folder.text(of: "f") == "old")
    #expect(try folder.names == ["f"])
  }

  @Test("A folder that may not be written keeps the old file", .enabled(if: getuid() != 0))
  func readOnlyFolder() throws {
    try folder.write("old", to: "f")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
    let fault = try #require(throws: FileFault.self) { try DurableFile.replace(folder.file("f"), with: [1]) }
    #expect(fault.isReadOnly)
    #expect(try folder.text(of: "f") == "old")
    #expect(try folder.names == ["f"])
  }

  #if os(Linux)
    @Test("A place where the system lets nobody make a file is a fault that names it")
    func forbiddenPlace() throws {
      let fault = try #require(throws: FileFault.self) {
        try DurableFile.replace(URL(filePath: "/proc/durable-files-test"), with: [1])
      }
      #expect(fault.path == "/proc/durable-files-test")
    }

    @Test("A full device is out of space, and stays a device")
    func fullDevice() throws {
      let full = URL(filePath: "/dev/full")
      let fault = try #require(throws: FileFault.self) { try DurableFile.replace(full, with: [1, 2, 3]) }
      #expect(fault.isOutOfSpace)
      #expect(!fault.isReadOnly)
      #expect(fault.description.contains("no space left on device"))
      #expect(fault.description.contains("Free some space"))
      let again = try #require(throws: FileFault.self) { try DurableFile.replace(full, with: [1]) }
      #expect(again.isOutOfSpace)
    }

    @Test("An endless file is refused at the limit")
    func endless() throws {
      let fault = try #require(throws: FileFault.self) {
        try DurableFile.read(URL(filePath: "/dev/zero"), maximumBytes: 1_000_000)
      }
      #expect(fault.errorNumber == EFBIG)
    }

    @Test("A file whose size the system does not tell is read whole")
    func sizeUnknown() throws {
      let bytes = try #require(try DurableFile.read(URL(filePath: "/proc/self/status")))
      #expect(String(decoding: bytes, as: UTF8.self).contains("Pid:"))
    }
  #endif

  @Test("A pipe without a reader is a fault and no standstill")
  func pipe() throws {
    let url = folder.file("pipe")
    try #require(mkfifo(url.path, 0o600) == 0)
    let fault = try #require(throws: FileFault.self) { try DurableFile.replace(url, with: [1]) }
    #expect(fault.errorNumber == ENXIO)
  }

  @Test("A missing file reads as nil, an empty one as empty")
  func missing() throws {
    #expect(try DurableFile.read(folder.file("none")) == nil)
    #expect(try DurableFile.read(folder.file("no/such/folder")) == nil)
    try folder.write("", to: "empty")
    #expect(try DurableFile.read(folder.file("empty")) == [])
  }

  @Test("A file at the limit is read, one byte more is a fault that names the file")
  func limit() throws {
    try folder.write("12345", to: "f")
    #expect(try DurableFile.read(folder.file("f"), maximumBytes: 5) == Array("12345".utf8))
    let fault = try #require(throws: FileFault.self) {
      try DurableFile.read(folder.file("f"), maximumBytes: 4)
    }
    #expect(fault.errorNumber == EFBIG)
    #expect(fault.description.contains(folder.file("f").path))
    #expect(fault.description.contains("4 bytes"))
  }

  @Test("Removing twice is no fault")
  func removing() throws {
    try folder.write("x", to: "f")
    try DurableFile.remove(folder.file("f"))
    try DurableFile.remove(folder.file("f"))
    #expect(try folder.names == [])
  }

  @Test("Refuses an address that is no file, and a path with a zero byte")
  func strangeAddresses() throws {
    let web = try #require(URL(string: "https://example.com/a"))
    let fault = try #require(throws: FileFault.self) { try DurableFile.replace(web, with: []) }
    #expect(fault.description.contains("not a file URL"))
    let zero = try #require(URL(string: "file:///tmp/a%00b"))
    #expect(throws: FileFault.self) { try DurableFile.read(zero) }
  }

  @Test("Eight threads replacing one file leave one whole version")
  func concurrentReplace() async throws {
    let url = folder.file("f")
    await withTaskGroup(of: Void.self) { group in
      for writer in UInt8(0)..<8 {
        group.addTask {
          for _ in 0..<5 { try? DurableFile.replace(url, with: [UInt8](repeating: writer, count: 10_000)) }
        }
      }
    }
    let bytes = try #require(try DurableFile.read(url))
    #expect(bytes.count == 10_000)
    #expect(Set(bytes).count == 1)
    #expect(try folder.names == ["f"])
  }
}
