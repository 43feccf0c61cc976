import Foundation
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Damaged recordings")
struct DamagedRecordingTests {
  private static let recordings: [JSONValue] = [
    [
      "log": [
        "version": "1.2", "creator": ["name": "x"],
        "entries": [
          [
            "startedDateTime": "2024-03-31T23:59:59Z", "time": 5,
            "request": [
              "method": "POST", "url": "https://h/v1/chat/completions?a=b", "headers": [["name": "a", "value": "b"]],
              "postData": ["mimeType": "application/json", "text": "{}", "params": [["name": "a"]]],
            ],
            "response": [
              "status": 200, "headers": [["name": "content-encoding", "value": "gzip"]],
              "content": ["size": 1, "mimeType": "text/event-stream", "text": "data: {}\n\n", "encoding": "base64"],
            ],
            "_llmspec": [
              "test": "T/S/x()", "provider": "p", "trial": 1, "draw": 1, "ordinal": 1, "eventTimes": [1], "broken": "b",
            ],
          ]
        ],
      ]
    ],
    [
      "http_interactions": [
        [
          "request": ["method": "post", "uri": "https://h/x", "headers": ["A": ["b"]], "body": ["string": "{}"]],
          "response": [
            "status": ["code": 200], "headers": ["Content-Type": ["application/json"]],
            "body": ["encoding": "UTF-8", "base64_string": "e30="],
          ], "recorded_at": "Tue, 01 Nov 2011 04:58:44 GMT",
        ]
      ], "recorded_with": "VCR 6",
    ],
  ]

  /// The document with some of its values replaced by others.
  private func damaged(_ json: JSONValue, _ random: inout SeededGenerator) -> JSONValue {
    if Int.random(in: 0..<25, using: &random) == 0 {
      let odd: [JSONValue] = [
        nil, -1, 0, 9_223_372_036_854_775_807, 1.5, "", "x", [], [:], true, "https://", ["a": [1]],
      ]
      return odd.randomElement(using: &random) ?? nil
    }
    switch json {
    case .array(let items): return .array(items.map { damaged($0, &random) })
    case .object(let object):
      return .object(JSONObject(object.map { ($0.key, damaged($0.value, &random)) }))
    default: return json
    }
  }

  @Test("Whatever stands in the place of a part, there are exchanges, reasons or an error")
  func values() throws {
    var random = SeededGenerator(state: 17)
    let folder = try TemporaryFolder()
    var imported = 0
    for round in 0..<1500 {
      let json = damaged(Self.recordings[round % 2], &random)
      guard let cassette = try? CassetteImport(bytes: json.compactBytes) else { continue }
      imported += cassette.imported.count
      var fixtures = FixtureImport(test: nil, root: PackageRoot(url: folder.url), directory: "F")
      try fixtures.add(cassette, from: folder.url.appending(path: "x.har"))
    }
    #expect(imported > 100)
  }
}
