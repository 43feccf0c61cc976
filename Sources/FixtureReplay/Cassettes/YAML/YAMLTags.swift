import Foundation
import StructuredOutput

/// What tags make of the values behind them: the core types of YAML 1.1, and the names that PyYAML and Psych give them.
enum YAMLTags {
  static func scalar(_ token: YAMLToken, tag: YAMLToken?) throws(YAMLFault) -> YAMLValue {
    // A lone `!` forces nothing, as PyYAML has it.
    guard let tag, !name(of: tag).isEmpty else {
      let isPlain = token.kind == .plainScalar
      return .scalar(isPlain ? YAMLScalarResolution.value(ofPlain: token.text) : .string(token.text))
    }
    switch name(of: tag) {
    case "str", "timestamp", "python/str", "python/unicode": return .scalar(.string(token.text))
    case "binary":
      let base64 = token.text.utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      guard let bytes = Data(base64Encoded: Data(base64)) else {
        throw YAMLFault("the bytes of !!binary are not Base64 (RFC 4648, section 4)", token.offset)
      }
      return .binary(Array(bytes))
    case let name where ["null", "bool", "int", "float"].contains(name):
      guard let value = YAMLScalarResolution.value(of: token.text, tag: name) else {
        throw YAMLFault("the value is no \(name), as its tag says", token.offset)
      }
      return .scalar(value)
    default: throw unknown(tag)
    }
  }

  static func checkCollection(_ tag: YAMLToken) throws(YAMLFault) {
    switch name(of: tag) {
    case "", "map", "seq", "omap", "python/tuple", "python/list", "python/dict": return
    default: throw unknown(tag)
    }
  }

  private static func unknown(_ tag: YAMLToken) -> YAMLFault {
    YAMLFault("the tag \"!\(tag.text.prefix(60))\" is not read; only the core types are", tag.offset)
  }

  /// Without the handle: `!!binary`, `!binary` and `!<tag:yaml.org,2002:binary>` are one.
  private static func name(of tag: YAMLToken) -> String {
    var name = Substring(tag.text)
    if name.hasPrefix("!") { return String(name.dropFirst()) }
    if name.hasPrefix("<"), name.hasSuffix(">") { name = name.dropFirst().dropLast() }
    let prefix = "tag:yaml.org,2002:"
    return String(name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name)
  }
}
