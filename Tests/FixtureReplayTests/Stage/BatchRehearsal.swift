import FixtureReplay
import Foundation
import StructuredOutput
import Testing

/// A test whose calls are planned, answered by an engine that takes batches, and replayed.
struct BatchRehearsal {
  let stage: Rehearsal

  init(_ stage: Rehearsal? = nil) throws { self.stage = try stage ?? Rehearsal() }

  var planFolder: URL { stage.folder.url.appending(path: "plan") }

  /// Runs the test on its fixtures, and gives what it missed and used.
  func run(_ body: @Sendable () async throws -> Void) async throws -> PlannedRun {
    let folder = stage.folder.url.appending(path: "journal-\(UUID().uuidString)")
    _ = try await stage.run(.replay, plan: PlanJournal(folder: folder), body)
    return try PlannedRun(folder: folder)
  }

  /// Runs the test and writes the plan of what it missed.
  func plan(
    formats: [BatchFormat] = BatchFormat.all, limits: BatchPlan.Limits? = nil,
    _ body: @Sendable () async throws -> Void
  ) async throws -> BatchPlan {
    try BatchPlan(of: try await run(body).missed, writingTo: planFolder, formats: formats, limits: limits)
  }

  /// The requests of a file.
  func requests(_ name: String = "batch-openai.jsonl") throws -> [JSONValue] {
    let bytes = try [UInt8](Data(contentsOf: planFolder.appending(path: name)))
    if name.hasSuffix(".json") { return try JSONValue(parsing: bytes)["requests"]?.arrayValue ?? [] }
    return try bytes.split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
  }

  /// Makes fixtures of a file of results.
  func fulfil(_ results: String) throws -> BatchFulfilment.Report {
    try stage.folder.write(results, to: "results.jsonl")
    var fulfilment = try BatchFulfilment(plan: planFolder, root: stage.root, now: { Rehearsal.moment })
    try fulfilment.add(resultsOf: stage.folder.url.appending(path: "results.jsonl"))
    return fulfilment.finish()
  }

  /// The results of an engine that answers every request of a file with a document.
  func results(_ name: String = "batch-openai.jsonl", _ answer: (JSONValue) -> JSONValue) throws -> String {
    try requests(name).reversed().map { request in
      let id = request["custom_id"] ?? .null
      let line: JSONValue =
        request["params"] == nil
        ? [
          "id": "batch_req_1", "custom_id": id, "error": .null,
          "response": ["status_code": 200, "request_id": "r", "body": answer(request["body"] ?? .null)],
        ] : ["custom_id": id, "result": ["type": "succeeded", "message": answer(request["params"] ?? .null)]]
      return line.compactText + "\n"
    }.joined()
  }
}

/// An answer that repeats the question.
func echo(_ request: JSONValue) -> JSONValue {
  chatAnswer("Re: " + (request["messages"]?.arrayValue?.last?["content"]?.stringValue ?? ""))
}
