/// A place of a request that does not count for its identity: what stands there is kept as `[ignored]`.
///
/// Written as a JSON pointer (RFC 6901, with `~0` for `~` and `~1` for `/`) into the body, with two wildcards: `*` is
/// any one key or index, `**` any number of them, none included. `/metadata/user_id`, `/messages/*/name`, `/**/trace_id`.
/// Parts of multipart bodies are `/0`, `/1` …, fields of forms `/NAME`. A query item is `?NAME`.
///
/// A place that a request does not have is passed over: with and without the field are two requests.
public struct IgnoredPath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// What stands in place of what is ignored.
  public static let placeholder = "[ignored]"
  /// The most steps.
  static let mostSteps = 32

  enum Step: Sendable, Hashable {
    case key(String)
    case any
    case anyNumber
  }

  /// Why it cannot be used; nil where it can. One that cannot ignores nothing.
  public let fault: String?
  /// The path as it was written.
  public let description: String
  let steps: [Step]
  let queryName: String?

  /// Reads a path.
  ///
  /// - Throws: ``FixtureFault`` where it is malformed.
  public init(_ pointer: String) throws(FixtureFault) {
    self.init(reading: pointer)
    if let fault { throw FixtureFault(.unusableRule, fault) }
  }

  /// Reads a path; what is wrong with it is reported when a test uses it.
  public init(stringLiteral value: String) { self.init(reading: value) }

  /// The query item of a name.
  public static func query(_ name: String) -> IgnoredPath { IgnoredPath(reading: "?" + name) }

  private init(reading text: String) {
    description = text
    if text.hasPrefix("?") {
      let name = String(text.dropFirst())
      queryName = name
      steps = []
      fault = name.isEmpty ? "The ignored path \"?\" names no query item: write ?NAME." : nil
      return
    }
    queryName = nil
    var steps: [Step] = []
    do throws(Malformed) {
      steps = try Self.steps(of: text)
      fault = nil
    } catch {
      fault = "The ignored path \"\(MessageText.quoted(text, limit: 120))\" cannot be used: \(error.reason)."
    }
    self.steps = steps
  }

  private struct Malformed: Error { let reason: String }

  private static func steps(of text: String) throws(Malformed) -> [Step] {
    if text.isEmpty { return [] }
    guard text.hasPrefix("/") else {
      throw Malformed(reason: "a JSON pointer begins with /, as in /metadata/user_id; a query item with ?")
    }
    var steps: [Step] = []
    for token in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      let step: Step
      switch token {
      case "*": step = .any
      case "**": step = .anyNumber
      default: step = .key(try unescaped(token))
      }
      // Two in a row say no more than one.
      if step == .anyNumber, steps.last == .anyNumber { continue }
      steps.append(step)
    }
    guard steps.count <= mostSteps else { throw Malformed(reason: "it has more than \(mostSteps) steps") }
    return steps
  }

  private static func unescaped(_ token: Substring) throws(Malformed) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var plain: [UInt8] = []
    var isEscape = false
    for byte in token.utf8 {
      guard isEscape else {
        if byte == UInt8(ascii: "~") { isEscape = true } else { plain.append(byte) }
        continue
      }
      switch byte {
      case UInt8(ascii: "0"): plain.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): plain.append(UInt8(ascii: "/"))
      default: throw Malformed(reason: "after ~ comes 0 for ~ or 1 for /")
      }
      isEscape = false
    }
    if isEscape { throw Malformed(reason: "after ~ comes 0 for ~ or 1 for /") }
    return String(decoding: plain, as: UTF8.self)
  }
}
