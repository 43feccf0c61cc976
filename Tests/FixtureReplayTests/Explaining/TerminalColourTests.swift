import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Colours of a miss")
struct TerminalColourTests {
  @Test(
    "Terminal and environment decide",
    arguments: [
      ([:], true, true), ([:], false, false), (["NO_COLOR": "1"], true, false), (["NO_COLOR": ""], true, true),
      (["CLICOLOR_FORCE": "1"], false, true), (["CLICOLOR_FORCE": "0"], false, false), (["TERM": "dumb"], true, false),
      (["CLICOLOR": "0"], true, false), (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      (["TERM": "dumb", "CLICOLOR_FORCE": "1"], false, true),
    ] as [([String: String], Bool, Bool)])
  func decision(environment: [String: String], isTerminal: Bool, isWanted: Bool) {
    #expect(TerminalColour.isWanted(environment: environment, isTerminal: isTerminal) == isWanted)
  }

  @Test("Behind the package manager's pipe its own terminal counts")
  func passedOn() {
    let arguments = ["tests", "--testing-library", "swift-testing"]
    #expect(TerminalColour.isPassedOn(arguments, ["TERM": "xterm"]))
    #expect(!TerminalColour.isPassedOn(["tests"], ["TERM": "xterm"]))
    #expect(!TerminalColour.isPassedOn(arguments, [:]))
  }

  @Test("Removed is red, added is green, and without the colours it is the plain message")
  func message() throws {
    func identity(_ text: String) -> RequestIdentity {
      RequestIdentity(
        of: HTTPRequest(provider: "p", path: "/x", body: .json(["messages": [["content": .string(text)]]])) {
          throw ModelFault(.missingCredential, "none")
        })
    }
    let old = identity("in 30 days")
    let exchange = FixtureExchange(
      key: CallKey(request: old.hash), request: old, promptVersion: nil, recorded: "",
      answer: RecordedAnswer(status: 200, headers: [], milliseconds: 1, content: .body(.none)))
    let new = identity("in 14 days")
    let miss = FixtureMiss(
      key: CallKey(request: new.hash), request: new, promptVersion: nil, test: SpecIdentity(target: "T", path: ["t()"]),
      file: URL(filePath: "/p/Fixtures/t.json"), root: PackageRoot(url: URL(filePath: "/p")), recorded: [exchange],
      nearest: NearestRequests([exchange]), hasAbandonedJournal: false)
    let fault = miss.fault(isColoured: true)
    #expect(fault.message.contains("in [-30-]{+14+} days"))
    #expect(fault.terminalMessage.contains("in \u{1B}[31m[-30-]\u{1B}[0m\u{1B}[32m{+14+}\u{1B}[0m days"))
    var stripped = fault.terminalMessage
    for code in ["\u{1B}[31m", "\u{1B}[32m", "\u{1B}[0m"] { stripped = stripped.replacing(code, with: "") }
    #expect(stripped == fault.message)
    #expect(miss.fault(isColoured: false).terminalMessage == fault.message)
  }
}
