import FixtureReplay
import Foundation
import LanguageModels
import StructuredOutput
import Testing

@Suite("Ordinary text stays as it is")
struct OrdinaryTextTests {
  private static let everything = FixtureRedactor(
    personalData: [.emailAddresses, .phoneNumbers, .paymentCards, .ibans])

  @Test("Of prose, code, logs and tables nothing is taken out")
  func ordinary() {
    let lines = OrdinaryText.lines
    #expect(lines.count >= 200)
    for line in lines {
      #expect(Self.everything.remainder(in: line)?.kind == nil, "\(line)")
      let json: JSONValue = ["text": .string(line), "list": [.string(line)]]
      #expect(Self.everything.redact(json) == json)
    }
    #expect(Self.everything.remainder(in: lines.joined(separator: "\n")) == nil)
  }

  @Test("Of base64 and base64url nothing is taken out")
  func base64() {
    var generator = SeededGenerator(state: 5)
    for _ in 0..<20 {
      let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let base64 = Data(bytes).base64EncodedString()
      let base64url = base64.replacing("+", with: "-").replacing("/", with: "_")
      #expect(Self.everything.remainder(in: "data:image/png;base64,\(base64)") == nil)
      #expect(FixtureRedactor.standard.remainder(in: ["signature": .string(base64url)]) == nil)
      let hex = bytes.map { String($0, radix: 16) }.joined()
      #expect(FixtureRedactor.standard.remainder(in: "sha256:\(hex.prefix(64)) \(hex)") == nil)
    }
  }

  @Test("Nothing is taken out of what this package recorded")
  func ownFixtures() throws {
    for url in Self.files(in: Self.root.appending(path: "Fixtures")) {
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(FixtureRedactor.standard.remainder(in: text) == nil, "\(url.lastPathComponent)")
      let file = try #require(try FixtureFile.read(url))
      #expect(FixtureRedactor.standard.remainder(in: file) == nil, "\(url.lastPathComponent)")
    }
  }

  @Test(
    "Nothing is taken out of recorded exchanges of many providers",
    .enabled(if: cassettes != nil, "no folder shared/conformance lies beside this checkout"))
  func recordedExchanges() throws {
    let folder = try #require(Self.cassettes)
    var count = 0
    for url in Self.files(in: folder) where url.lastPathComponent != "README.json" {
      let cassette = try JSONValue(parsing: Array(Data(contentsOf: url)))
      for part in ["request", "response"] {
        guard let text = cassette[part]?["body"]?.stringValue else { continue }
        count += 1
        let name = "\(url.deletingLastPathComponent().lastPathComponent)/\(url.lastPathComponent) \(part)"
        #expect(FixtureRedactor.standard.remainder(in: text)?.description == nil, "\(name)")
        guard let json = try? JSONValue(parsing: text) else { continue }
        #expect(FixtureRedactor.standard.redact(json) == json, "\(name)")
      }
    }
    #expect(count > 50)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let cassettes: URL? = {
    var folder = root
    while folder.path != "/" {
      let candidate = folder.appending(path: "shared/conformance/cassettes")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
    return nil
  }()

  private static func files(in folder: URL) -> [URL] {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { $0.hasSuffix(".json") }.sorted().map { folder.appending(path: $0) }
  }
}
