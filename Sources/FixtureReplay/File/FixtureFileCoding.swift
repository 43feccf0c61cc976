import DurableFiles
import Foundation
import LanguageModels
import StructuredOutput

/// The text of a fixture file: JSON, two spaces of indentation, keys in a fixed order, texts of several lines one line
/// each under `$lines`, rows of numbers and stream events one line each. A changed word of a prompt is a changed line.
extension FixtureFile {
  /// The file's text. Images and sounds of answers stand in it by digest alone.
  public var text: String { encoded.text }

  /// The file's text, and the media of its answers, which stand beside it.
  var encoded: (text: String, media: [MediaBlob]) {
    var media: [MediaBlob] = []
    var object: JSONObject = [
      "format": .number(JSONNumber(FixtureReplay.formatVersion)),
      "test": .string(test),
    ]
    object["versions"] = [
      "identity": .number(JSONNumber(identityVersion)), "redaction": .number(JSONNumber(redactionVersion)),
    ]
    object["exchanges"] = .array(exchanges.map { $0.json(withoutMedia: &media) })
    return (FixtureText.write(.object(object)) + "\n", media)
  }

  /// - Parameter media: Where the images and sounds of its answers are.
  init(bytes: [UInt8], media: FixtureMedia) throws(FixtureFormatError) {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      throw FixtureFormatError(reason: "it is empty.")
    }
    let json: JSONValue
    do throws(JSONParseError) {
      // Of equal keys the last would win, and with it what the others hold would be gone at the next recording.
      json = try JSONValue(parsing: bytes, limits: JSONParser.Limits(rejectsDuplicateKeys: true))
    } catch {
      if let line = MergeConflict.line(in: bytes) {
        throw FixtureFormatError(
          reason: "line \(line) is a conflict marker that git left: two branches recorded this test. Keep one side.")
      }
      if (try? JSONValue(parsing: bytes)) != nil {
        throw FixtureFormatError(
          reason: "it holds a key twice, as when a merge keeps both sides. Keep one of them. \(error)")
      }
      throw FixtureFormatError(reason: "it is not JSON: \(error)")
    }
    guard let format = json["format"]?.intValue, format > 0 else {
      throw FixtureFormatError(reason: "it has no \"format\" of 1 or more, so it is no fixture of this package.")
    }
    guard format <= FixtureReplay.formatVersion else {
      throw FixtureFormatError(
        reason: """
          its format is \(format), and this version of the package reads up to \(FixtureReplay.formatVersion). \
          Update the package.
          """)
    }
    guard let test = json["test"]?.stringValue, let items = json["exchanges"]?.arrayValue else {
      throw FixtureFormatError(reason: "it has no \"test\" or no list of \"exchanges\".")
    }
    var exchanges: [FixtureExchange] = []
    exchanges.reserveCapacity(items.count)
    let hasMedia = bytes.withUnsafeBufferPointer { !ByteSearch.ranges(of: Array("\"$media\"".utf8), in: $0).isEmpty }
    for (index, item) in items.enumerated() {
      let whole = hasMedia ? try Self.restored(item, from: media) : item
      guard let exchange = FixtureExchange(json: whole) else {
        throw FixtureFormatError(
          reason: """
            exchange \(index + 1) of \(items.count) lacks a part or has one of another type: it needs key, provider, \
            request and response as they were written; trial, draw and ordinal are whole numbers.
            """)
      }
      exchanges.append(exchange)
    }
    self.init(
      test: test, redactionVersion: json["versions"]?["redaction"]?.intValue ?? 1,
      identityVersion: json["versions"]?["identity"]?.intValue ?? 1, exchanges: exchanges)
  }

  /// An exchange with the media of its answer in place.
  private static func restored(
    _ exchange: JSONValue, from media: FixtureMedia
  ) throws(FixtureFormatError) -> JSONValue {
    guard case .object(var whole) = exchange, case .object(var response)? = whole["response"] else { return exchange }
    for name in ["body", "base64"] {
      if let value = response[name] { response[name] = try MediaForm.restored(value, from: media) }
    }
    whole["response"] = .object(response)
    return .object(whole)
  }
}

extension FixtureExchange {
  /// The exchange as it stands in a file: without the images and sounds of its answer, which are added to `media`.
  func json(withoutMedia media: inout [MediaBlob]) -> JSONValue {
    guard case .object(var whole) = json, case .object(var response)? = whole["response"] else { return json }
    for name in ["body", "base64"] {
      response[name] = response[name].map { MediaForm.taken(outOf: $0, into: &media) }
    }
    whole["response"] = .object(response)
    return .object(whole)
  }
}

extension FixtureExchange {
  /// The exchange as it stands in the file and in the journal.
  var json: JSONValue {
    var object: JSONObject = ["key": .string(key.request.hexadecimal)]
    if let name = key.case { object["case"] = .string(name) }
    for (name, number) in [("trial", key.trial), ("draw", key.draw), ("ordinal", key.ordinal)] where number != 1 {
      object[name] = .number(JSONNumber(number))
    }
    object["recorded"] = .string(recorded)
    if let promptVersion { object["prompt"] = .string(promptVersion) }
    object["provider"] = .string(request.provider)
    var kept: JSONObject = ["method": .string(request.method), "path": .string(request.path)]
    if let host = request.host { kept["host"] = .string(host) }
    if !request.query.isEmpty { kept["query"] = Self.json(of: request.query) }
    Self.write(request.body, to: &kept)
    object["request"] = .object(kept)
    object["response"] = answer.json(digest: digest)
    return .object(object)
  }

  init?(json: JSONValue) {
    guard let hash = json["key"]?.stringValue.flatMap(ContentHash.init(hexadecimal:)),
      let trial = Self.count(json["trial"]), let draw = Self.count(json["draw"]),
      let ordinal = Self.count(json["ordinal"]),
      let provider = json["provider"]?.stringValue, let kept = json["request"],
      let method = kept["method"]?.stringValue, let path = kept["path"]?.stringValue,
      let body = Self.body(of: kept), let response = json["response"], let answer = RecordedAnswer(json: response)
    else { return nil }
    var query: [HTTPHeaders.Field] = []
    for item in kept["query"]?.arrayValue ?? [] {
      guard let name = item[0]?.stringValue, let value = item[1]?.stringValue else { return nil }
      query.append(HTTPHeaders.Field(name, value))
    }
    self.init(
      key: CallKey(request: hash, case: json["case"]?.stringValue, trial: trial, draw: draw, ordinal: ordinal),
      request: RequestIdentity(
        provider: provider, host: kept["host"]?.stringValue, method: method, path: path, query: query, body: body),
      promptVersion: json["prompt"]?.stringValue, recorded: json["recorded"]?.stringValue ?? "", answer: answer,
      digest: response["digest"]?.stringValue)
  }

  /// A whole number; 1 where none is written.
  private static func count(_ json: JSONValue?) -> Int? { json.map(\.intValue) ?? 1 }

  fileprivate static func json(of fields: [HTTPHeaders.Field]) -> JSONValue {
    .array(fields.map { .array([.string($0.name), .string($0.value)]) })
  }

  fileprivate static func write(_ body: HTTPRequest.Body, to object: inout JSONObject) {
    switch body {
    case .none: break
    case .json(let json): object["body"] = KeptJSON.encode(json)
    case .bytes(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) {
        object["text"] = KeptJSON.encode(.string(text))
      } else {
        object["base64"] = .string(Data(bytes).base64EncodedString())
      }
    }
  }

  fileprivate static func body(of object: JSONValue) -> HTTPRequest.Body? {
    if let body = object["body"] { return KeptJSON.decode(body).map { .json($0) } }
    if let text = object["text"] { return KeptJSON.decode(text)?.stringValue.map { .bytes(Array($0.utf8)) } }
    if let base64 = object["base64"] {
      return base64.stringValue.flatMap { Data(base64Encoded: $0) }.map { .bytes(Array($0)) }
    }
    return HTTPRequest.Body.none
  }
}

extension RecordedAnswer {
  fileprivate func json(digest: String?) -> JSONValue {
    var object: JSONObject = ["status": .number(JSONNumber(status))]
    if let digest { object["digest"] = .string(digest) }
    if !headers.fields.isEmpty { object["headers"] = FixtureExchange.json(of: headers.fields) }
    object["milliseconds"] = .number(JSONNumber(milliseconds))
    switch content {
    case .body(let body): FixtureExchange.write(body, to: &object)
    case .events(let events, let end): Self.write(events, end, under: "events", to: &object)
    case .lines(let lines, let end): Self.write(lines, end, under: "lines", to: &object)
    }
    return .object(object)
  }

  private static func write(
    _ events: [RecordedEvent], _ end: StreamEnd, under key: String, to object: inout JSONObject
  ) {
    object[key] = .array(
      events.map { event in
        var item: JSONObject = ["at": .number(JSONNumber(event.milliseconds))]
        if let name = event.name { item["event"] = .string(name) }
        if let id = event.id { item["id"] = .string(id) }
        switch event.data {
        case .json(let json): item["data"] = json
        case .text(let text): item["text"] = .string(text)
        }
        return .object(item)
      })
    if case .broken(let reason) = end { object["broken"] = .string(reason) }
  }

  fileprivate init?(json: JSONValue) {
    guard let status = json["status"]?.intValue else { return nil }
    var headers = HTTPHeaders()
    for item in json["headers"]?.arrayValue ?? [] {
      guard let name = item[0]?.stringValue, let value = item[1]?.stringValue else { return nil }
      headers.append(name, value)
    }
    let content: Content
    let end = json["broken"]?.stringValue.map { StreamEnd.broken($0) } ?? .complete
    if let items = json["events"]?.arrayValue {
      guard let events = Self.events(items) else { return nil }
      content = .events(events, end: end)
    } else if let items = json["lines"]?.arrayValue {
      guard let lines = Self.events(items) else { return nil }
      content = .lines(lines, end: end)
    } else {
      guard let body = FixtureExchange.body(of: json) else { return nil }
      content = .body(body)
    }
    self.init(status: status, headers: headers, milliseconds: json["milliseconds"]?.intValue ?? 0, content: content)
  }

  private static func events(_ items: [JSONValue]) -> [RecordedEvent]? {
    var events: [RecordedEvent] = []
    events.reserveCapacity(items.count)
    for item in items {
      let payload: RecordedEvent.Payload
      if let data = item["data"] {
        payload = .json(data)
      } else if let text = item["text"]?.stringValue {
        payload = .text(text)
      } else {
        return nil
      }
      events.append(
        RecordedEvent(
          milliseconds: item["at"]?.intValue ?? 0, name: item["event"]?.stringValue, id: item["id"]?.stringValue,
          data: payload))
    }
    return events
  }
}
