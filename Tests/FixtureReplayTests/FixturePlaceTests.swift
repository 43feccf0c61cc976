import FixtureReplay
import Foundation
import SpecRecords
import Testing

@Suite("Where fixtures lie")
struct FixturePlaceTests {
  @Test("The root is the folder of the nearest Package.swift above the test")
  func nearestManifest() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("", to: "inner/Package.swift")
    try folder.write("", to: "inner/Tests/T/A.swift")
    try folder.write("", to: "Tests/T/B.swift")
    func root(_ path: String) throws -> String {
      try PackageRoot(sourceFile: folder.url.appending(path: path).path, environment: [:]).url.path
    }
    #expect(try root("inner/Tests/T/A.swift") == folder.url.appending(path: "inner").path)
    #expect(try root("Tests/T/B.swift") == folder.url.path)
    #expect(try root("Tests/T/../T/B.swift") == folder.url.path)
  }

  @Test("Without a Package.swift it is the test's own folder")
  func noManifest() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "AppTests/A.swift")
    let root = try PackageRoot(sourceFile: folder.url.appending(path: "AppTests/A.swift").path, environment: [:])
    #expect(root.url.path == folder.url.appending(path: "AppTests").path)
  }

  @Test("LLMSPEC_ROOT names it where tests run elsewhere than they were built")
  func named() throws {
    let folder = try TemporaryFolder()
    let environment = ["LLMSPEC_ROOT": folder.url.path]
    #expect(try PackageRoot(sourceFile: "/not/here/A.swift", environment: environment).url.path == folder.url.path)
    let fault = #expect(throws: FixtureFault.self) {
      try PackageRoot(sourceFile: "/not/here/A.swift", environment: ["LLMSPEC_ROOT": "/not/there"])
    }
    #expect(fault?.message == "LLMSPEC_ROOT is \"/not/there\", which is no folder here. Set it to the package's root.")
  }

  @Test("A folder that is not there lists every path that was tried")
  func missing() {
    let fault = #expect(throws: FixtureFault.self) {
      try PackageRoot(sourceFile: "/builds/shop/Tests/ShopTests/A.swift", environment: [:])
    }
    #expect(fault?.kind == .noFolder)
    #expect(
      fault?.message == """
        No folder for fixtures was found: the tests were built from /builds/shop/Tests/ShopTests/A.swift, which is not \
        on this machine. Tried:
          /builds/shop/Tests/ShopTests/Package.swift
          /builds/shop/Tests/Package.swift
          /builds/shop/Package.swift
          /builds/Package.swift
          /Package.swift
        Set LLMSPEC_ROOT to the package's root on this machine.
        """)
  }

  @Test("Paths are shown from the root where they lie under it")
  func relative() {
    let root = PackageRoot(url: URL(filePath: "/a/shop"))
    #expect(root.relativePath(of: URL(filePath: "/a/shop/Fixtures/x.json")) == "Fixtures/x.json")
    #expect(root.relativePath(of: URL(filePath: "/a/shop2/x.json")) == "/a/shop2/x.json")
  }

  private func path(_ test: SpecIdentity, directory: String? = nil, _ environment: [String: String] = [:]) -> String {
    FixturePath.file(
      of: test, root: PackageRoot(url: URL(filePath: "/p")), directory: directory, environment: environment
    ).path
  }

  @Test("A test's file is named for its target, its suites and itself")
  func file() {
    let test = SpecIdentity(target: "ShopSpecs", path: ["Refunds", "Inner", "window()"])
    #expect(path(test) == "/p/Fixtures/ShopSpecs/Refunds/Inner/window.json")
    #expect(
      path(SpecIdentity(target: "ShopSpecs", path: ["ask(question:_:)"])) == "/p/Fixtures/ShopSpecs/ask.question._.json"
    )
    #expect(path(test, directory: "Recorded") == "/p/Recorded/ShopSpecs/Refunds/Inner/window.json")
    #expect(path(test, directory: "/else") == "/else/ShopSpecs/Refunds/Inner/window.json")
    #expect(path(test, ["LLMSPEC_FIXTURES": "F2"]) == "/p/F2/ShopSpecs/Refunds/Inner/window.json")
    #expect(path(test, directory: "D", ["LLMSPEC_FIXTURES": "F2"]) == "/p/D/ShopSpecs/Refunds/Inner/window.json")
    #expect(path(test, ["LLMSPEC_FIXTURES": ""]) == "/p/Fixtures/ShopSpecs/Refunds/Inner/window.json")
  }

  @Test("No two names share a file, and no name leaves its folder")
  func names() {
    let long = String(repeating: "x", count: 300)
    let names = [
      "a b()", "a-b()", "a  b()", "a/b()", "../b()", "..", ".", "", "()", "a(b:)", "a.b()", "a(b.c:)", "a(b:c:)", "👩()",
      "👨()", "`30 days`()", "30 days()", long + "1()", long + "2()", "é()", "a\u{0}b()", "a\nb()", "A B()", "-a()",
      "a()",
    ]
    let files = names.map { path(SpecIdentity(target: "T", path: [$0])) }
    #expect(Set(files).count == names.count)
    for file in files {
      let url = URL(filePath: file)
      #expect(url.deletingLastPathComponent().path == "/p/Fixtures/T")
      #expect(url.lastPathComponent.utf8.count <= 120)
      #expect(!url.lastPathComponent.hasPrefix(".") && url.standardizedFileURL.path == file)
    }
  }

  @Test("A mode is known by its name, and a wrong name lists the right ones")
  func mode() throws {
    #expect(try FixtureMode.current(environment: [:]) == .replay)
    #expect(try FixtureMode.current(environment: ["LLMSPEC_MODE": ""]) == .replay)
    for mode in FixtureMode.all {
      #expect(try FixtureMode.current(environment: ["LLMSPEC_MODE": mode.rawValue]) == mode)
    }
    for wrong in ["Record", "rec", "replay ", "none"] {
      let fault = #expect(throws: FixtureFault.self) {
        try FixtureMode.current(environment: ["LLMSPEC_MODE": wrong])
      }
      #expect(fault?.kind == .unknownMode)
      #expect(
        fault?.message
          == "LLMSPEC_MODE is \"\(wrong)\", which is no mode. Set it to one of: replay, record, rerecord, live, drift.")
    }
  }
}
