import StructuredOutput

/// What changed in the tools that a request offers, in words: which are new or gone, and which parameters of which.
struct ToolDifference {
  private struct Tool: Equatable {
    var description: String
    var parameters: JSONObject
    var whole: JSONValue
  }

  /// The most tools whose change is told.
  private static let most = 6

  /// One line; nil where nothing changed or one of the lists is not one of named tools.
  static func line(from old: JSONValue?, to new: JSONValue?) -> String? {
    if old == new { return nil }
    guard let old = tools(in: old), let new = tools(in: new) else { return nil }
    let before = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new, uniquingKeysWith: { first, _ in first })
    guard before.count == old.count, after.count == new.count else { return nil }
    var parts: [String] = []
    for (name, tool) in new {
      guard let was = before[name] else {
        parts.append("\(quoted(name)) is new")
        continue
      }
      if was != tool { parts.append(change(of: name, from: was, to: tool)) }
    }
    for (name, _) in old where after[name] == nil { parts.append("\(quoted(name)) is gone") }
    if parts.isEmpty { parts = ["the same in another order"] }
    let rest = parts.count > most ? ["and \(parts.count - most) more"] : []
    return "tools: " + (parts.prefix(most) + rest).joined(separator: ", ")
  }

  private static func change(of name: String, from old: Tool, to new: Tool) -> String {
    let gained = new.parameters.keys.filter { old.parameters[$0] == nil }
    let lost = old.parameters.keys.filter { new.parameters[$0] == nil }
    let changed = new.parameters.keys.filter { key in
      old.parameters[key].map { $0 != new.parameters[key] } ?? false
    }
    var parts: [String] = []
    if !gained.isEmpty { parts.append("gained the \(parameters(gained))") }
    if !lost.isEmpty { parts.append("lost the \(parameters(lost))") }
    if !changed.isEmpty { parts.append("changed the \(parameters(changed))") }
    if old.description != new.description { parts.append("has another description") }
    if parts.isEmpty { parts.append("changed") }
    return "\(quoted(name)) \(parts.joined(separator: " and "))"
  }

  private static func parameters(_ names: [String]) -> String {
    let shown = names.prefix(4).map(quoted).joined(separator: ", ")
    let rest = names.count > 4 ? " and \(names.count - 4) more" : ""
    return "\(names.count == 1 ? "parameter" : "parameters") \(shown)\(rest)"
  }

  private static func quoted(_ name: String) -> String { "`\(MessageText.quoted(name, limit: 60))`" }

  /// Tools by name, in the forms of OpenAI, Anthropic, Gemini and Bedrock; nil where one has no name.
  private static func tools(in json: JSONValue?) -> [(String, Tool)]? {
    guard let json else { return [] }
    guard let items = json.arrayValue ?? json["tools"]?.arrayValue else { return nil }
    var tools: [(String, Tool)] = []
    for item in items.flatMap(declarations) {
      guard let name = (item["name"] ?? item["type"])?.stringValue else { return nil }
      let schema = item["parameters"] ?? item["input_schema"] ?? item["inputSchema"]?["json"]
      tools.append(
        (
          name,
          Tool(
            description: item["description"]?.stringValue ?? "",
            parameters: schema?["properties"]?.objectValue ?? JSONObject(), whole: item)
        ))
    }
    return tools
  }

  private static func declarations(in item: JSONValue) -> [JSONValue] {
    if let declarations = (item["functionDeclarations"] ?? item["function_declarations"])?.arrayValue {
      return declarations
    }
    return [item["function"] ?? item["toolSpec"] ?? item]
  }
}
