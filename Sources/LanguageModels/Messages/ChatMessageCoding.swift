import Foundation
import StructuredOutput

/// Messages in the one JSON form in which records keep them, whatever provider they went to.
///
/// `{"role":"user","content":"…"}`; content is a list of `{"text":…}` and `{"image":…}` parts where it is more than one
/// text. Tool calls stand under `toolCalls` as `{"id","name","arguments"}`, the arguments as the model wrote them.
extension ChatMessage {
  /// The message for a record. The bytes of a picture are left out; its media type and size stand for them.
  public var recordedForm: JSONValue {
    var object: JSONObject = ["role": .string(role.rawValue)]
    if content.isEmpty {
      object["content"] = ""
    } else if content.count == 1, case .text(let text) = content[0] {
      object["content"] = .string(text)
    } else {
      object["content"] = .array(content.map(\.recordedForm))
    }
    if !toolCalls.isEmpty {
      object["toolCalls"] = .array(
        toolCalls.map {
          .object(["id": .string($0.id), "name": .string($0.name), "arguments": .string($0.argumentsText)])
        })
    }
    if let toolCallID { object["toolCallID"] = .string(toolCallID) }
    return .object(object)
  }

  /// Reads a message of a record; nil where it is not one. Pictures come back as the text that stands for them.
  public init?(recordedForm json: JSONValue) {
    guard let role = json["role"]?.stringValue else { return nil }
    var parts: [ContentPart] = []
    switch json["content"] {
    case .string(let text): if !text.isEmpty { parts = [.text(text)] }
    case .array(let items): parts = items.map { .text($0["text"]?.stringValue ?? $0.compactText) }
    default: break
    }
    var calls: [ToolCall] = []
    for call in json["toolCalls"]?.arrayValue ?? [] {
      guard let id = call["id"]?.stringValue, let name = call["name"]?.stringValue else { return nil }
      calls.append(ToolCall(id: id, name: name, argumentsText: call["arguments"]?.stringValue ?? ""))
    }
    self.init(
      role: Role(rawValue: role), content: parts, toolCalls: calls, toolCallID: json["toolCallID"]?.stringValue)
  }
}

extension ContentPart {
  fileprivate var recordedForm: JSONValue {
    switch self {
    case .text(let text): ["text": .string(text)]
    case .image(.url(let url)): ["image": .string(url.absoluteString)]
    case .image(.data(let data, let mediaType)): ["image": .string("\(mediaType), \(data.count) bytes")]
    }
  }
}

extension ToolDefinition {
  /// The tool for a record.
  public var recordedForm: JSONValue {
    ["name": .string(name), "description": .string(description), "parameters": parameters]
  }

  /// Reads a tool of a record; nil where it is not one.
  public init?(recordedForm json: JSONValue) {
    guard let name = json["name"]?.stringValue else { return nil }
    self.init(
      name: name, description: json["description"]?.stringValue ?? "", parameters: json["parameters"] ?? .object([:]))
  }
}
