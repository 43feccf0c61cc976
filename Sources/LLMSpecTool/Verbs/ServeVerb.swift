import FixtureReplay
import Foundation

/// Replays and records fixtures for clients in other processes.
struct ServeVerb: Verb {
  static let fixtures = Option(name: "--fixtures", value: "PATH")
  static let mode = Option(name: "--mode", value: "MODE")
  static let upstream = Option(name: "--upstream", value: "URL")
  static let port = Option(name: "--port", value: "N")
  static let repeats = Option(name: "--repeat")

  let name = "serve"
  let syntax = ArgumentSyntax(options: [fixtures, mode, upstream, port, repeats])

  func perform(
    _ arguments: ParsedArguments, at workplace: Workplace, telling console: Console
  ) async throws -> Int32 {
    let fixtures = workplace.url(ofPath: try arguments.required(Self.fixtures))
    let mode = try mode(arguments)
    if mode.isRecording, fixtures.pathExtension != "json" {
      throw UsageError(
        "Mode \(mode) writes one fixture, so --fixtures must name a file that ends in .json.", verb: name)
    }
    let server = try await FixtureServer.start(
      fixtures: fixtures, mode: mode, upstream: try upstream(arguments, mode), port: try port(arguments),
      repeatsLast: arguments[Self.repeats] != nil)
    console.say(server.address.absoluteString)
    if mode.isRecording {
      console.complain("mode \(mode): calls without a fixture go out to the upstream, which may cost money.")
    }
    await StopSignals.wait()
    try await server.stop()
    let tally = server.tally
    console.complain(
      "\(tally.replayed) calls replayed, \(tally.recorded) answered by the upstream, \(tally.unanswered) without an answer."
    )
    return 0
  }

  private func mode(_ arguments: ParsedArguments) throws(UsageError) -> FixtureMode {
    let modes: [FixtureMode] = [.replay, .record, .rerecord]
    guard let name = arguments[Self.mode] else { return .replay }
    if let mode = modes.first(where: { $0.rawValue == name }) { return mode }
    throw arguments.notAChoice(name, of: Self.mode, choices: modes.map(\.rawValue))
  }

  private func upstream(_ arguments: ParsedArguments, _ mode: FixtureMode) throws(UsageError) -> URL? {
    guard let text = arguments[Self.upstream] else {
      if !mode.isRecording { return nil }
      throw UsageError("Mode \(mode) needs --upstream URL, such as https://api.openai.com/v1.", verb: name)
    }
    if let url = URL(string: text), ["http", "https"].contains(url.scheme?.lowercased()), url.host != nil {
      return url
    }
    throw UsageError("--upstream is \"\(text)\", which is no address such as https://api.openai.com/v1.", verb: name)
  }

  private func port(_ arguments: ParsedArguments) throws(UsageError) -> Int {
    guard let text = arguments[Self.port] else { return 0 }
    if let port = Int(text), (0...65_535).contains(port) { return port }
    throw UsageError("--port is \"\(text)\", which is no port: 1 to 65535, or 0 for any free one.", verb: name)
  }
}
