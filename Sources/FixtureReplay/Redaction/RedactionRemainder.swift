import LanguageModels
import StructuredOutput

/// Something that is about to be kept and must not be: what it looks like and where it stands, never the value.
public struct RedactionRemainder: Sendable, Hashable, CustomStringConvertible {
  /// What it looks like, such as `openai-key` or `e-mail`.
  public let kind: String
  /// Where it stands, such as `exchange 2, request, /messages/1/content` or `line 12, column 5`.
  public let place: String
  private let subject: String

  init(_ passage: RedactedPassage, at place: String) {
    self.place = place
    switch passage.content {
    case .credential("credential"):
      kind = "credential"
      subject = "a credential that the request was sent with"
    case .credential(let kind):
      self.kind = kind
      subject = "what looks like a credential (\(kind))"
    case .personal(let name, _), .placeholder(let name, _):
      kind = name
      subject = "what looks like personal data (\(name))"
    }
  }

  init(_ unsearched: UnsearchedText, at place: String) {
    kind = "unsearched"
    self.place = place
    subject = "what could not be searched: \(unsearched.reason)"
  }

  private init(kind: String, subject: String, place: String) {
    self.kind = kind
    self.subject = subject
    self.place = place
  }

  /// The same, named with what it is a part of.
  func within(_ whole: String) -> RedactionRemainder {
    RedactionRemainder(kind: kind, subject: subject, place: place.isEmpty ? whole : "\(whole), \(place)")
  }

  /// For a person: `what looks like a credential (openai-key) in exchange 2, request, /messages/1/content`.
  public var description: String { place.isEmpty ? subject : "\(subject) in \(place)" }
}

extension FixtureRedactor {
  /// What a text still holds that must not be kept, with its line and column (in bytes) from 1; nil where it holds
  /// nothing.
  public func remainder(in text: String) -> RedactionRemainder? {
    guard var remainder = first(in: text, at: "") else { return nil }
    if let start = remainder.start {
      let before = text.utf8.prefix(start)
      let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
      let column = before.reversed().prefix { $0 != 0x0A }.count + 1
      remainder.remainder = remainder.remainder.within("line \(line), column \(column)")
    }
    return remainder.remainder
  }

  /// What a JSON value still holds that must not be kept, with its JSON pointer; nil where it holds nothing. Names of
  /// members count too.
  public func remainder(in json: JSONValue) -> RedactionRemainder? { remainder(in: json, at: "", under: nil) }

  /// What a body still holds that must not be kept; nil where it holds nothing.
  public func remainder(in body: HTTPRequest.Body) -> RedactionRemainder? {
    switch body {
    case .none: nil
    case .json(let json): remainder(in: json)
    case .bytes(let bytes): remainder(in: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// What a request still holds that must not be kept, with its place in the body or the address.
  func remainder(in request: RequestIdentity) -> RedactionRemainder? {
    if let remainder = first(in: request.path, at: "the path") { return remainder.remainder }
    for field in request.query {
      for text in [field.name, field.value] {
        if let remainder = first(in: text, at: "the query") { return remainder.remainder }
      }
    }
    return remainder(in: request.body)
  }

  /// What an exchange still holds that must not be kept, with its place.
  func remainder(in exchange: FixtureExchange) -> RedactionRemainder? {
    if let remainder = remainder(in: exchange.request) { return remainder.within("request") }
    let answer = exchange.answer
    for field in answer.headers.fields {
      if let remainder = first(in: field.value, at: "header \(field.name)") {
        return remainder.remainder.within("response")
      }
    }
    switch answer.content {
    case .body(let body):
      if let remainder = remainder(in: body) { return remainder.within("response") }
      return remainderInPieces(of: body, type: answer.headers["content-type"])?.within("response")
    case .events(let events, let end), .lines(let events, let end):
      if case .broken(let reason) = end, let remainder = remainder(in: reason) { return remainder.within("broken") }
      return remainder(in: events)?.within("response")
    }
  }

  /// What a fixture still holds that must not be kept, with the number of the exchange and the place in it; nil where it
  /// holds nothing.
  public func remainder(in file: FixtureFile) -> RedactionRemainder? {
    for (index, exchange) in file.exchanges.enumerated() {
      if let remainder = remainder(in: exchange) { return remainder.within("exchange \(index + 1)") }
    }
    return nil
  }

  /// What an image, a sound or another file still holds that must not be kept; nil where it holds nothing. Personal data
  /// is looked for in texts alone: digits among other bytes are none.
  func remainder(inMedia bytes: [UInt8]) -> RedactionRemainder? {
    if let text = String(validating: bytes, as: UTF8.self) { return remainder(in: text) }
    return withoutPersonalData.remainder(in: String(decoding: bytes, as: UTF8.self))
  }

  /// The same for the first of several that holds something, with its type and size.
  func remainder(in media: [MediaBlob]) -> RedactionRemainder? {
    for blob in media {
      if let found = remainder(inMedia: blob.bytes) {
        return found.within("the file of \(blob.bytes.count) bytes (\(blob.type))")
      }
    }
    return nil
  }

  /// What the text of a file that is about to be written still holds of credentials. Personal data is looked for in
  /// requests and answers alone: digits of a digest or a date are none.
  func credentialRemainder(inFileText text: String) -> RedactionRemainder? {
    withoutPersonalData.remainder(in: text)
  }

  // MARK: Places

  private func first(in text: String, at place: String) -> (remainder: RedactionRemainder, start: Int?)? {
    do throws(UnsearchedText) {
      guard let passage = try passages(in: text).first(where: { !$0.isPlaceholder }) else { return nil }
      return (RedactionRemainder(passage, at: place), passage.range.lowerBound)
    } catch {
      return (RedactionRemainder(error, at: place), nil)
    }
  }

  private func remainder(in json: JSONValue, at pointer: String, under key: String?) -> RedactionRemainder? {
    switch json {
    case .string(let text):
      if let placeholder = placeholder(for: text, under: key), placeholder != text {
        return RedactionRemainder(
          RedactedPassage(range: 0..<0, content: .credential(key?.lowercased() ?? "credential")), at: pointer)
      }
      return first(in: text, at: pointer)?.remainder
    case .number(let number):
      return ExchangeRedaction(self).passages(in: number).first.map { RedactionRemainder($0, at: pointer) }
    case .array(let items):
      for (index, item) in items.enumerated() {
        if let remainder = remainder(in: item, at: "\(pointer)/\(index)", under: key) { return remainder }
      }
      return nil
    case .object(let object):
      for (name, value) in object {
        if let remainder = first(in: name, at: pointer.isEmpty ? "a name" : "a name in \(pointer)") {
          return remainder.remainder
        }
        let token = name.replacing("~", with: "~0").replacing("/", with: "~1")
        if let remainder = remainder(in: value, at: "\(pointer)/\(token)", under: name) { return remainder }
      }
      return nil
    default:
      return nil
    }
  }

  private func remainder(in events: [RecordedEvent]) -> RedactionRemainder? {
    for (index, event) in events.enumerated() {
      let place = "event \(index + 1)"
      for text in [event.name, event.id] {
        if let text, let remainder = first(in: text, at: place) { return remainder.remainder }
      }
      switch event.data {
      case .json(let json): if let remainder = remainder(in: json) { return remainder.within(place) }
      case .text(let text): if let remainder = remainder(in: text) { return remainder.within(place) }
      }
    }
    return remainderInPieces(of: events)
  }

  private func remainderInPieces(of body: HTTPRequest.Body, type: String?) -> RedactionRemainder? {
    guard case .bytes = body else { return nil }
    var redaction = ExchangeRedaction(self)
    guard redaction.redact(body, type: type) != body else { return nil }
    return RedactionRemainder(RedactedPassage(range: 0..<0, content: .credential("in pieces")), at: "the events")
  }

  /// What no event holds by itself.
  private func remainderInPieces(of events: [RecordedEvent]) -> RedactionRemainder? {
    var redaction = ExchangeRedaction(self)
    let redacted = redaction.redact(events)
    if let unsearched = redaction.unsearched { return RedactionRemainder(unsearched, at: "the events") }
    guard let index = events.indices.first(where: { events[$0] != redacted[$0] }) else { return nil }
    return RedactionRemainder(
      RedactedPassage(range: 0..<0, content: .credential("in pieces")), at: "event \(index + 1) and those after it")
  }
}
