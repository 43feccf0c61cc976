import FineTuning
import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@Suite("Training files")
struct FineTuningExportTests {
  let folder = TemporaryFolder()
  let spec = RecordedSpec()

  private func lines(_ records: [RunRecord], as target: FineTuningTarget) throws -> [String] {
    let file = folder.url.appending(path: "train.jsonl")
    let report = try FineTuningExport.write(TrainingMaterial(reading: records), as: target, to: file)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(report.rowCount == lines.count)
    #expect(report.file == file)
    return lines
  }

  @Test("A plain conversation for OpenAI has messages and no other column")
  func openAIChat() throws {
    #expect(
      try lines(spec.trial(1, .passed, says: "30 days,\n\u{2028}é🙂 \"yes\"."), as: .openAIChat) == [
        #"{"messages":[{"role":"system","content":"Be brief."},"#
          + #"{"role":"user","content":"How long may I return shoes?"},"#
          + "{\"role\":\"assistant\",\"content\":\"30 days,\\n\u{2028}é🙂 \\\"yes\\\".\"}]}"
      ])
  }

  @Test("Tool calls for OpenAI have arguments as text, null beside them, and a tools column")
  func openAITools() throws {
    #expect(
      try lines(ToolLoop().records, as: .openAIChat) == [
        #"{"messages":[{"role":"system","content":"Be brief."},"#
          + #"{"role":"user","content":"How long may I return shoes?"},"#
          + #"{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","#
          + #""function":{"name":"find_order","arguments":"{\"id\": \"81\"}"}}]},"#
          + #"{"role":"tool","tool_call_id":"call_1","content":"{\"state\":\"sent\"}"},"#
          + #"{"role":"assistant","content":"It left this morning."}],"#
          + #""tools":[{"type":"function","function":{"name":"find_order","description":"Looks an order up.","#
          + #""parameters":{"type":"object","properties":{"id":{"type":"string"}},"required":["id"]}}}]}"#
      ])
  }

  @Test("A pair for TRL has prompt, chosen and rejected")
  func trlDPO() throws {
    let records = spec.trial(1, .passed, says: "30 days.") + spec.trial(2, .failed, says: "No idea.")
    #expect(
      try lines(records, as: .trlDPO) == [
        #"{"prompt":[{"role":"system","content":"Be brief."},"#
          + #"{"role":"user","content":"How long may I return shoes?"}],"#
          + #""chosen":[{"role":"assistant","content":"30 days."}],"#
          + #""rejected":[{"role":"assistant","content":"No idea."}]}"#
      ])
  }

  @Test("Tool calls for TRL have arguments as objects, an empty text beside them, and name the tool in its result")
  func trlTools() throws {
    var failing = ToolLoop()
    failing.trial = 2
    failing.text = "No idea."
    failing.verdict = .failed
    let row = try JSONValue(
      parsing: try #require(try lines(ToolLoop().records + failing.records, as: .trlDPO).first))
    #expect(
      row["prompt"]?[2] == [
        "role": "assistant", "content": "",
        "tool_calls": [
          ["id": "call_1", "type": "function", "function": ["name": "find_order", "arguments": ["id": "81"]]]
        ],
      ])
    #expect(row["prompt"]?[3]?["name"] == "find_order")
    #expect(row["tools"]?[0]?["function"]?["name"] == "find_order")
  }

  @Test("The same records give the same bytes, and a second export replaces the first")
  func deterministic() throws {
    let trials = (1...20).map { spec.trial($0, $0.isMultiple(of: 3) ? .failed : .passed, says: "answer \($0)") }
    for target in FineTuningTarget.all {
      let first = try lines(trials.flatMap { $0 }, as: target)
      #expect(try lines(trials.reversed().flatMap { $0 }, as: target) == first)
      #expect(first.count == (target == .openAIChat ? 14 : 6))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["train.jsonl"])
  }

  @Test("Material is read from a run's folder too")
  func fromRun() throws {
    let directory = RunDirectory(root: folder.url, run: "r")
    let recorder = RunRecorder(directory: directory, mode: "replay")
    let records = spec.trial(1, .passed, says: "30 days.") + ToolLoop().records
    for record in records { recorder.record(record) }
    #expect(try TrainingMaterial(reading: directory) == TrainingMaterial(reading: records))
    #expect(try TrainingMaterial(reading: directory).conversations.count == 2)
  }

  @Test("Without a row no file is written or changed, and the error names what was refused")
  func noRows() throws {
    let file = folder.url.appending(path: "train.jsonl")
    try Data("kept".utf8).write(to: file)
    let heldOut = RecordedSpec(spec: "Specs/Held/out()", role: .heldOut)
    let material = TrainingMaterial(reading: heldOut.trial(1, .passed, says: "a"))
    for target in FineTuningTarget.all {
      let error = try #require(throws: FineTuningError.self) {
        try FineTuningExport.write(material, as: target, to: file)
      }
      #expect(error.description.contains("no \(target.kind) for \(target.name), so no file was written"))
      #expect(error.description.contains("as .trainable"))
      #expect(error.description.contains("Specs/Held/out(): held out"))
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "kept")
  }

  @Test("A long list of refusals is cut, with how many more there are")
  func longList() throws {
    let records = (0..<50).flatMap { RecordedSpec(spec: "S/s\($0)()", role: .heldOut).trial(1, .passed, says: "a") }
    let material = TrainingMaterial(reading: records)
    #expect(material.refused.count == 50)
    let error = try #require(throws: FineTuningError.self) {
      try FineTuningExport.write(material, as: .openAIChat, to: folder.url.appending(path: "f"))
    }
    #expect(error.description.hasSuffix("\n  and 30 more"))
    #expect(error.description.split(separator: "\n").count == 22)
  }

  @Test("The report says what was written, what is too little and what was refused")
  func report() throws {
    let file = folder.url.appending(path: "train.jsonl")
    let records =
      spec.trial(1, .passed, says: "30 days.") + spec.trial(2, .failed, says: "No.")
      + spec.trial(3, .failed, says: "Never.")
    let report = try FineTuningExport.write(TrainingMaterial(reading: records), as: .openAIChat, to: file)
    #expect(
      report.text == """
        Wrote 1 row (openai-chat) to \(file.path).
          The service takes files of 10 rows or more; this one has 1.
          Refused:
            Specs/Refunds/window(): failed (2 times)
        """)
  }

  @Test("Targets are found by name")
  func names() {
    #expect(FineTuningTarget(name: "openai-chat") == .openAIChat)
    #expect(FineTuningTarget(name: "trl-dpo") == .trlDPO)
    #expect(FineTuningTarget(name: "csv") == nil)
    #expect(Set(FineTuningTarget.all.map(\.name)).count == FineTuningTarget.all.count)
  }
}
