import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput

/// Turns the results of batches into fixtures.
///
/// Results are read line by line and in any order; answers wait in memory up to a bound, and are then merged into their
/// fixtures under the lock that recordings take. A second pass over the same results changes nothing.
public struct BatchFulfilment {
  /// The most bytes of answers that wait for their fixtures to be written.
  private static let mostWaitingBytes = 64 << 20

  private let manifest: BatchManifest
  private let root: PackageRoot
  private let now: @Sendable () -> Date
  private var waiting: [String: [FixtureExchange]] = [:]
  private var waitingBytes = 0
  private var answered: Set<String> = []
  private var written: Set<String> = []
  private var report = Report()

  /// Begins with the plan of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder that the plan was written into.
  ///   - root: The package whose fixtures are made.
  ///   - now: The time that answers are marked with that do not say when they were made.
  /// - Throws: ``FixtureFault`` where the folder holds no plan.
  public init(
    plan folder: URL, root: PackageRoot, now: @escaping @Sendable () -> Date = { Date() }
  ) throws(FixtureFault) {
    manifest = try BatchManifest(plan: folder)
    self.root = root
    self.now = now
  }

  /// Takes the results of a file.
  ///
  /// - Throws: ``FixtureFault`` where the file cannot be opened. What is wrong with a line is a matter of the report.
  public mutating func add(resultsOf file: URL) throws(FixtureFault) {
    let results = BatchResults(file: file)
    try results.forEach { line, result throws(FixtureFault) in
      switch result {
      case .failure(let obstacle): report.note("\(file.lastPathComponent), line \(line): \(obstacle.reason)")
      case .success(let answer): take(answer)
      }
      if waitingBytes > Self.mostWaitingBytes { writeWaiting() }
    }
  }

  /// Writes what is left, and says what became of everything.
  public mutating func finish() -> Report {
    writeWaiting()
    report.fixtures = written.count
    report.stillMissing = missingCount()
    return report
  }

  private mutating func take(_ answer: BatchAnswer) {
    guard let call = manifest.call(answer.id) else {
      report.unknown += 1
      if report.unknownIdentifiers.count < 5 { report.unknownIdentifiers.append(BatchWire.short(answer.id, 64)) }
      return
    }
    let place = "\(call.test): \(call.request.method) \(call.request.path)"
    switch answer.outcome {
    case .failed(let reason): report.note("\(place) was not answered: \(reason)")
    case .answered(let body, let status):
      if answered.contains(answer.id) {
        report.repeated += 1
        return
      }
      do throws(BatchRequest.Obstacle) {
        let exchange = try exchange(of: call, body, status: status)
        answered.insert(answer.id)
        waiting[call.fixture, default: []].append(exchange)
        // What it takes in memory is a multiple of its text; the bound is meant to be one and not a measure.
        waitingBytes += exchange.answer.bytes.count * 4 + 1024
      } catch {
        report.note("\(place) was not kept: \(error.reason)")
      }
    }
  }

  private func exchange(
    of call: MissedCall, _ body: JSONValue, status: Int
  ) throws(BatchRequest.Obstacle) -> FixtureExchange {
    guard let wire = BatchWire(path: call.request.path) else {
      throw BatchRequest.Obstacle(reason: "no batch answers such calls")
    }
    let request = call.sentBody ?? call.request.body.json
    if let fault = wire.fault(of: body, to: request) {
      throw BatchRequest.Obstacle(reason: "what came is no answer of \(wire.url): \(fault)")
    }
    var redaction = ExchangeRedaction(.standard)
    let whole = RecordedAnswer(
      HTTPResponse(status: status, headers: [.init("content-type", "application/json")], body: .json(body)),
      redaction: &redaction)
    let answer = request?["stream"]?.boolValue == true ? wire.streamed(whole, request: request) : whole
    let exchange = FixtureExchange(
      key: call.key, request: call.request.sorted, promptVersion: call.promptVersion, recorded: moment(of: body),
      answer: answer)
    if let remainder = FixtureRedactor.standard.remainder(in: exchange.json.compactText) {
      throw BatchRequest.Obstacle(reason: "the fixture would hold \(remainder)")
    }
    return exchange
  }

  /// When the answer was made, by its own account where it gives one that can be.
  private func moment(of body: JSONValue) -> String {
    let seconds = body["created"]?.doubleValue ?? body["created_at"]?.doubleValue
    // From 2000 to 9999: anything else is no such time.
    if let seconds, (946_684_800..<253_402_300_800).contains(seconds) {
      return Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
    }
    return now().formatted(.iso8601)
  }

  // MARK: - Fixtures

  private mutating func writeWaiting() {
    for fixture in waiting.keys.sorted() {
      let additions = waiting[fixture] ?? []
      do throws(FixtureFault) { try merge(additions, into: fixture) } catch {
        report.problemCount += additions.count - 1
        report.note("\(additions.count) of \(fixture) could not be kept: \(error)")
      }
    }
    waiting = [:]
    waitingBytes = 0
  }

  private mutating func merge(_ additions: [FixtureExchange], into fixture: String) throws(FixtureFault) {
    guard let test = additions.first.flatMap({ manifest.call(BatchIdentifier($0.key, in: fixture).text) })?.test else {
      return
    }
    let file = try url(of: fixture)
    var (saved, alreadyThere) = (0, 0)
    try FixtureStore.locked(file, root: root) { () throws(FixtureFault) in
      let old = try FixtureFile.read(file) ?? FixtureFile(test: test)
      guard old.test == test else {
        throw FixtureFault(.ambiguousTest, "The fixture \(fixture) belongs to the test \(old.test), not to \(test).")
      }
      let known = Set(old.exchanges.map(\.key))
      let new = additions.filter { !known.contains($0.key) }
      alreadyThere = additions.count - new.count
      guard !new.isEmpty else { return }
      try old.merging(new).write(file)
      saved = new.count
    }
    report.saved += saved
    report.alreadyThere += alreadyThere
    if saved > 0 { written.insert(fixture) }
  }

  private func url(of fixture: String) throws(FixtureFault) -> URL {
    guard fixture.hasSuffix(".json"), !fixture.split(separator: "/").contains("..") else {
      throw FixtureFault(.unwritable, "\"\(fixture.prefix(200))\" is no place of a fixture.")
    }
    return root.file(at: fixture)
  }

  private func missingCount() -> Int {
    var count = 0
    var (fixture, known): (String?, Set<CallKey>) = (nil, [])
    // The plan is in the order of its fixtures, so that each is read once.
    for id in manifest.ids {
      guard let call = manifest.call(id) else { continue }
      if call.fixture != fixture {
        fixture = call.fixture
        let file = (try? url(of: call.fixture)).flatMap { try? FixtureFile.read($0) }
        known = Set((file?.exchanges ?? []).map(\.key))
      }
      if !known.contains(call.key) { count += 1 }
    }
    return count
  }
}
