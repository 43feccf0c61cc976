import Foundation
import Testing

@testable import FixtureReplay

@Suite("Settings of all fixtures of a package")
struct FixtureSettingsTests {
  private func options(_ text: String?) throws -> FixtureOptions {
    let folder = try TemporaryFolder()
    if let text { try folder.write(text, to: "settings.json") }
    return try FixtureSettings.options(in: folder.url)
  }

  @Test("Declare what a trait can")
  func all() throws {
    let options = try options(
      """
      {
        "ignore": ["/metadata/user_id", "?page"],
        "normalize": ["dates", "uuids", {"name": "ticket", "pattern": "T-[0-9]+", "replacement": "[t]"}],
        "redact": ["emailAddresses", "ibans", {"name": "customer", "pattern": "C[0-9]{6}"}],
        "maximumAge": "90d",
        "includesHost": true
      }
      """)
    #expect(options.rules.ignoredPaths == ["/metadata/user_id", .query("page")])
    #expect(
      options.rules.normalizers == [.dates, .uuids, .custom(name: "ticket", pattern: "T-[0-9]+", replacement: "[t]")])
    #expect(options.personalData == [.emailAddresses, .ibans, .custom(name: "customer", pattern: "C[0-9]{6}")])
    #expect(options.maximumAge == .days(90))
    #expect(options.rules.includesHost)
  }

  @Test("None, and empty ones, declare nothing", arguments: [nil, "{}"])
  func none(text: String?) throws {
    let options = try options(text)
    #expect(options.rules.isEmpty && options.personalData.isEmpty && options.maximumAge == nil)
  }

  @Test(
    "What cannot be used is refused with the file, the setting and what there is",
    arguments: [
      ("[", "it is not JSON: line 1"), ("[]", "it is no JSON object"),
      (#"{"ignores": []}"#, "\"ignores\" is no setting"),
      (#"{"ignore": "/a"}"#, "\"ignore\" is \"/a\", and no list"), (#"{"ignore": ["a"]}"#, "a"),
      (#"{"normalize": ["date"]}"#, "neither one of dates, times, uuids, temporaryPaths, absolutePaths"),
      (#"{"redact": [{"name": "x"}]}"#, "nor an object with a \"name\" and a \"pattern\""),
      (#"{"redact": [{"name": "x", "pattern": "("}]}"#, "the pattern of \"x\" is malformed"),
      (#"{"normalize": [{"name": "x", "pattern": "("}]}"#, "the pattern of \"x\" is malformed"),
      (#"{"maximumAge": 90}"#, "no age such as \"90d\""), (#"{"includesHost": "no"}"#, "neither true nor false"),
    ])
  func unusable(text: String, reason: String) throws {
    let fault = #expect(throws: FixtureFault.self) { try options(text) }
    #expect(fault?.kind == .unusableRule)
    #expect(fault?.message.contains("settings.json") == true && fault?.message.contains(reason) == true)
  }

  @Test("Are no fixture: no status counts them")
  func status() async throws {
    let stage = try Rehearsal()
    _ = try await stage.run(.record, live: ScriptedTransport.echo()) { try await ask("When?") }
    try stage.folder.write("{}", to: "Fixtures/settings.json")
    let status = FixtureStatus(root: stage.root, directory: "Fixtures")
    #expect(status.entries.count == 1 && !status.hasProblems)
    #expect(FixtureVerification(root: stage.root, directory: "Fixtures").problems.isEmpty)
  }
}
