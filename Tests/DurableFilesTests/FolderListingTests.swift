import DurableFiles
import Foundation
import Testing

@Suite("What lies in a folder")
struct FolderListingTests {
  @Test("Names come in order, each with what it stands for")
  func items() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try Data("x".utf8).write(to: folder.url.appending(path: "b.json"))
    try Data("x".utf8).write(to: folder.url.appending(path: "B.json "))
    try Data().write(to: folder.url.appending(path: ".hidden"))
    try files.createDirectory(at: folder.url.appending(path: "é"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: folder.url.appending(path: "a"), withDestinationURL: folder.url.appending(path: "nowhere"))
    let listing = try #require(try FolderListing(folder.url))
    #expect(listing.items.map(\.name) == [".hidden", "B.json ", "a", "b.json", "é"])
    #expect(listing.items.map { "\($0.kind)" } == ["file", "file", "link", "file", "folder"])
  }

  @Test("No folder is nil, and a file is a fault")
  func none() throws {
    let folder = try TemporaryFolder()
    #expect(try FolderListing(folder.url.appending(path: "nowhere")) == nil)
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    let fault = #expect(throws: FileFault.self) { try FolderListing(file) }
    #expect(fault?.description.contains(file.path) == true)
  }

  @Test("Only an empty folder is removed")
  func removal() throws {
    let folder = try TemporaryFolder()
    let inner = folder.url.appending(path: "inner", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    #expect(try !DurableFile.removeFolderIfEmpty(folder.url))
    #expect(try DurableFile.removeFolderIfEmpty(inner))
    #expect(try !DurableFile.removeFolderIfEmpty(inner))
    let file = folder.url.appending(path: "file")
    try Data("kept".utf8).write(to: file)
    #expect(throws: FileFault.self) { try DurableFile.removeFolderIfEmpty(file) }
    #expect(try DurableFile.read(file) == Array("kept".utf8))
  }
}
