import StructuredOutput

extension FixtureReading {
  /// For a terminal: every text whole, control characters made visible. It ends with a line feed.
  public var text: String {
    var page = TerminalPage()
    page.line("\(test): \(count == 1 ? "1 exchange" : "\(count) exchanges")")
    for exchange in exchanges {
      page.blank()
      exchange.write(to: &page)
    }
    return page.text
  }
}

extension ExchangeReading {
  fileprivate func write(to page: inout TerminalPage) {
    var head = ["trial \(key.trial)"]
    if let name = key.case { head.insert("case \(name)", at: 0) }
    if key.draw != 1 { head.append("draw \(key.draw)") }
    if key.ordinal != 1 { head.append("call \(key.ordinal) of this request") }
    if !recorded.isEmpty { head.append("recorded \(recorded)") }
    if let promptVersion { head.append("prompt \(promptVersion)") }
    page.line("Exchange \(position): \(head.joined(separator: ", "))")
    page.field("address", "\(provider) \(address)")
    if let model { page.field("model", model) }
    for (name, value) in parameters { page.field(name, value.stringValue ?? value.compactText) }
    if !tools.isEmpty { page.field("tools", tools.joined(separator: ", ")) }
    for message in messages {
      page.heading(message.role)
      for part in message.parts { part.write(to: &page) }
    }
    if !inputs.isEmpty {
      page.heading(inputs.count == 1 ? "1 text" : "\(inputs.count) texts")
      for input in inputs { page.block(input) }
    }
    if let body {
      page.heading("body")
      body.write(to: &page)
    }
    answer.write(to: &page)
  }
}

extension ExchangeReading.Part {
  fileprivate func write(to page: inout TerminalPage) {
    switch self {
    case .text(let text): page.block(text)
    case .reasoning(let text): page.block("(thinks) \(text)")
    case .toolCall(let call): page.block(call.line)
    case .toolResult(let id, let text): page.block("result\(id.map { " of \($0)" } ?? ""): \(text)")
    case .media(let type, let bytes, let address):
      page.block("[\(type)\(bytes.map { ", \($0) bytes" } ?? "")\(address.map { ", \($0)" } ?? "")]")
    case .other(let json): page.block(json.textWithoutMedia)
    }
  }
}

extension JSONValue {
  /// For people, who cannot read a picture's Base64: it stands there by type, digest and size, as in the fixture.
  fileprivate var textWithoutMedia: String {
    var media: [MediaBlob] = []
    return MediaForm.taken(outOf: self, into: &media).prettyText()
  }
}

extension ExchangeReading.ToolCall {
  fileprivate var line: String { "calls \(name) with \(arguments.compactText)\(id.map { " (\($0))" } ?? "")" }
}

extension BodyReading {
  fileprivate func write(to page: inout TerminalPage) {
    switch self {
    case .json(let json): page.block(json.textWithoutMedia)
    case .text(let text): page.block(text)
    case .bytes(let count): page.block("[\(count) bytes]")
    }
  }
}

extension AnswerReading {
  fileprivate func write(to page: inout TerminalPage) {
    var head = "answer: status \(status), \(milliseconds) ms"
    if let stream { head += ", a stream of \(stream.events) events in \(stream.milliseconds) ms" }
    page.heading(head)
    if let reason = stream?.broken { page.field("broke off", reason) }
    if let model { page.field("model", model) }
    for (index, choice) in choices.enumerated() {
      if choices.count > 1 { page.heading("answer \(index + 1) of \(choices.count)") }
      choice.write(to: &page)
    }
    if let vectors {
      let count = vectors.count == 1 ? "1 vector" : "\(vectors.count) vectors"
      page.block("\(count) of \(vectors.dimensions) numbers")
    }
    if let error { page.field("error", error) }
    if !usage.isEmpty {
      page.field("tokens", usage.map { "\($0.key) \($0.value.compactText)" }.joined(separator: ", "))
    }
    if let body { body.write(to: &page) }
  }
}

extension AnswerReading.Choice {
  fileprivate func write(to page: inout TerminalPage) {
    if !reasoning.isEmpty { page.block("(thinks) \(reasoning)") }
    if !text.isEmpty { page.block(text) }
    for part in media { part.write(to: &page) }
    if let refusal { page.block("(refuses) \(refusal)") }
    for call in toolCalls { page.block(call.line) }
    if let finishReason { page.field("finish", finishReason) }
  }
}
