import StructuredOutput

/// Makes JSON values of every kind out of a seed, the same for the same seed.
struct SampleJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next of a sequence of evenly spread numbers (SplitMix64).
  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }

  /// A value that nests at most as deep as told.
  mutating func value(depth: Int = 5) -> JSONValue {
    switch below(depth > 0 ? 10 : 6) {
    case 0: return .null
    case 1: return .bool(below(2) == 0)
    case 2, 3: return .number(number())
    case 4, 5: return .string(string())
    case 6, 7: return .array((0..<below(6)).map { _ in value(depth: depth - 1) })
    default:
      let count = below(12) == 0 ? 40 : below(6)
      return .object(JSONObject((0..<count).map { _ in (string(), value(depth: depth - 1)) }))
    }
  }

  /// A number of any form that the grammar knows.
  mutating func number() -> JSONNumber {
    var text = below(2) == 0 ? "-" : ""
    switch below(4) {
    case 0: text = String(Int64(bitPattern: bits() >> UInt64(below(64))))
    case 1: text += digits(upTo: 40, noZeroFirst: true)
    case 2: text += digits(upTo: 20, noZeroFirst: true) + "." + digits(upTo: 30)
    default:
      text += digits(upTo: 4, noZeroFirst: true) + (below(2) == 0 ? "." + digits(upTo: 3) : "")
      text += ["e", "E", "e+", "e-", "E+", "E-"][below(6)] + digits(upTo: below(8) == 0 ? 25 : 3)
    }
    return JSONNumber(text: text) ?? JSONNumber(0)
  }

  private mutating func digits(upTo count: Int, noZeroFirst: Bool = false) -> String {
    if noZeroFirst, below(5) == 0 { return "0" }
    let first = noZeroFirst ? 1 + below(9) : below(10)
    return (0..<below(count)).reduce("\(first)") { text, _ in text + "\(below(10))" }
  }

  /// A text of scalars of every length in UTF-8, those that JSON escapes among them.
  mutating func string() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x61...0x7A, 0x61...0x7A, 0x61...0x7A, 0x20...0x7F, 0...0x1F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF,
      0x10000...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    let kinds = below(3) == 0 ? ranges.count : 3
    for _ in 0..<below(below(10) == 0 ? 60 : 12) {
      let range = ranges[below(kinds)]
      if let scalar = Unicode.Scalar(range.lowerBound + UInt32(below(range.count))) { text.append(scalar) }
    }
    return String(text)
  }

  /// The value as text in which the writer's liberties are taken: white space, escapes, repeated keys.
  mutating func text(of value: JSONValue) -> String {
    switch value {
    case .array(let elements):
      return "[" + space() + elements.map { text(of: $0) + space() }.joined(separator: "," + space()) + "]"
    case .object(let object):
      var pairs = object.map { quoted($0.key) + space() + ":" + space() + text(of: $0.value) + space() }
      if let key = object.keys.last, below(3) == 0 { pairs.insert(quoted(key) + ":[{}]", at: pairs.count - 1) }
      return "{" + space() + pairs.joined(separator: "," + space()) + "}"
    case .string(let string): return quoted(string)
    default: return value.compactText
    }
  }

  private mutating func space() -> String {
    below(3) > 0 ? "" : ["\n", " ", "\r\n", "\t", "  ", "\n          "][below(6)]
  }

  private mutating func quoted(_ string: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      if below(6) == 0 {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: below(2) == 0)
          text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
        }
      } else {
        text += JSONValue.string(String(scalar)).compactText.unicodeScalars.dropFirst().dropLast()
      }
    }
    return "\"" + String(text) + "\""
  }
}
