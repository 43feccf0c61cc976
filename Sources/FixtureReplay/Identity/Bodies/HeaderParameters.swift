import Foundation

/// The value of a header like `Content-Type` and its parameters (RFC 9110, section 5.6.6; RFC 8187 for `name*`).
struct HeaderParameters {
  /// What stands before the parameters, in lower case.
  let value: String
  private let parameters: [String: String]

  init(_ text: String) {
    var fields = Self.fields(of: text)
    value = fields.removeFirst().trimmingCharacters(in: .whitespaces).lowercased()
    var parameters: [String: String] = [:]
    for field in fields {
      guard let equals = field.firstIndex(of: "=") else { continue }
      let name = field[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
      let raw = field[field.index(after: equals)...].trimmingCharacters(in: .whitespaces)
      guard parameters[name] == nil else { continue }
      parameters[name] = name.hasSuffix("*") ? Self.extended(raw) : Self.unquoted(raw)
    }
    self.parameters = parameters
  }

  /// The parameter of a name in lower case.
  subscript(name: String) -> String? { parameters[name] }

  /// Splits at semicolons outside of quotation marks; at least one field.
  private static func fields(of text: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == ";", !isQuoted {
        fields.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      fields[fields.count - 1].append(character)
    }
    return fields
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    var plain = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      // Browsers write a backslash of a file name as it is.
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, character != "\"", character != "\\" { plain.append("\\") }
      plain.append(character)
      isEscaped = false
    }
    return plain
  }

  /// `UTF-8''na%C3%AFve.txt`.
  private static func extended(_ text: String) -> String? {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return String(parts[2]).removingPercentEncoding
  }
}
