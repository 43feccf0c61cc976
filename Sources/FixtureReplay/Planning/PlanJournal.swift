import DurableFiles
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Synchronization

/// Writes down, for whoever plans a recording, which calls of this process have no recorded answer and which recorded
/// answers are used.
///
/// A file of each process in the folder that `LLMSPEC_PLAN` names, a line a call. Nothing of it decides a verdict.
public final class PlanJournal: Sendable {
  /// The journal of this process; nil where `LLMSPEC_PLAN` names no folder.
  public static let ofProcess: PlanJournal? = ProcessInfo.processInfo.environment["LLMSPEC_PLAN"].flatMap { path in
    path.isEmpty ? nil : PlanJournal(folder: URL(filePath: path, directoryHint: .isDirectory))
  }

  private let file: URL
  private let journal = Mutex<AppendOnlyJournal?>(nil)

  /// Makes the journal of this process in a folder. Nothing is written before the first call.
  public init(folder: URL) {
    file = folder.appending(path: "\(ProcessInfo.processInfo.processIdentifier).jsonl")
  }

  func note(missed call: MissedCall) throws(FixtureFault) {
    let json = call.json
    guard let remainder = FixtureRedactor.standard.remainder(in: json.compactText) else {
      return try append(json)
    }
    throw FixtureFault(
      .holdsCredential,
      """
      The call was not planned: the plan would hold \(remainder), in the request \(call.request.method) \
      \(call.request.path). Keep credentials out of prompts, tool arguments and names of fields.
      """)
  }

  func note(used key: CallKey, fixture: String) throws(FixtureFault) {
    try append(UsedExchange(fixture: fixture, key: key).json)
  }

  private func append(_ json: JSONValue) throws(FixtureFault) {
    let line = json.compactBytes
    let fault: FixtureFault? = journal.withLock { journal in
      do throws(FileFault) {
        let open: AppendOnlyJournal
        if let known = journal { open = known } else { open = try AppendOnlyJournal(file) }
        journal = open
        try open.append(line)
        return nil
      } catch {
        return FixtureFault(
          .unwritable, "The call cannot be planned. \(error) The folder is the one that LLMSPEC_PLAN names.")
      }
    }
    if let fault { throw fault }
  }
}

/// A recorded exchange that answered a call.
struct UsedExchange: Hashable {
  var fixture: String
  var key: CallKey

  var json: JSONValue {
    var object: JSONObject = ["used": .string(fixture), "key": .string(key.request.hexadecimal)]
    if let name = key.case { object["case"] = .string(name) }
    object["trial"] = .number(JSONNumber(key.trial))
    object["draw"] = .number(JSONNumber(key.draw))
    object["ordinal"] = .number(JSONNumber(key.ordinal))
    return .object(object)
  }

  init(fixture: String, key: CallKey) {
    self.fixture = fixture
    self.key = key
  }

  init?(json: JSONValue) {
    guard let fixture = json["used"]?.stringValue,
      let hash = json["key"]?.stringValue.flatMap(ContentHash.init(hexadecimal:)),
      let trial = json["trial"]?.intValue, let draw = json["draw"]?.intValue, let ordinal = json["ordinal"]?.intValue
    else { return nil }
    self.fixture = fixture
    key = CallKey(request: hash, case: json["case"]?.stringValue, trial: trial, draw: draw, ordinal: ordinal)
  }
}

extension FixtureStore {
  /// Looks an answer up and, where a recording is planned, writes down what came of it.
  ///
  /// - Throws: What the look-up throws; where a plan is asked for and cannot be written, that.
  func planning(
    _ key: CallKey, _ identity: RequestIdentity, _ request: HTTPRequest,
    _ lookUp: () throws(FixtureFault) -> FixtureExchange
  ) throws(FixtureFault) -> FixtureExchange {
    guard let plan else { return try lookUp() }
    let fixture = root.relativePath(of: file)
    do throws(FixtureFault) {
      let exchange = try lookUp()
      try plan.note(used: key, fixture: fixture)
      return exchange
    } catch {
      if error.kind == .notRecorded {
        try plan.note(
          missed: MissedCall(
            key, identity, request, test: test.description, fixture: fixture, redactor: redactor))
      }
      throw error
    }
  }
}
