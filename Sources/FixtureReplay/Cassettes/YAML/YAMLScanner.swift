/// Cuts a YAML 1.1 text into tokens in one pass: indentation, flow brackets, keys and values, scalars.
///
/// A key is known as one only by the colon behind it; its token is put in front of what was read since, which is at most
/// one line of 1,024 bytes, as YAML demands.
struct YAMLScanner {
  /// How deep blocks and brackets may stand in each other.
  static let maximumDepth = 256

  let bytes: [UInt8]
  var position = 0
  /// Where the current line begins.
  var lineStart = 0
  private(set) var tokens: [YAMLToken] = []
  /// The column of the innermost block; -1 outside of all.
  private(set) var indent = -1
  private var outerIndents: [Int] = []
  private(set) var flowDepth = 0
  /// Whether a key may begin here without a mark.
  var allowsKey = true
  /// What may turn out to be a key, one for each level of brackets.
  private var candidates: [KeyCandidate?] = [nil]

  private struct KeyCandidate {
    var token: Int
    var offset: Int
    var lineStart: Int
    var isRequired: Bool
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
  }

  /// All tokens, the last of which is ``YAMLToken/Kind/end``.
  mutating func scan() throws(YAMLFault) -> [YAMLToken] {
    repeat { try scanToken() } while tokens.last?.kind != .end
    return tokens
  }

  var column: Int { position - lineStart }

  @inline(__always)
  func byte(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  /// How many bytes the line break at the position takes; 0 where there is none.
  func breakLength(at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }

  /// Whether a space, a tab, a line break or the end stands there.
  func isBlank(at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == 0x20 || bytes[index] == 0x09 || breakLength(at: index) > 0
  }

  /// Whether `---` or `...` stands at the beginning of the line.
  var isAtDocumentMark: Bool {
    guard column == 0, position + 2 < bytes.count, isBlank(at: position + 3) else { return false }
    let mark = bytes[position]
    return (mark == 0x2D || mark == 0x2E) && bytes[position + 1] == mark && bytes[position + 2] == mark
  }

  /// Passes a line break and gives what it stands for in a text; empty where there is none.
  mutating func takeBreak() -> ArraySlice<UInt8> {
    let length = breakLength(at: position)
    guard length > 0 else { return [] }
    let start = position
    position += length
    lineStart = position
    return length == 3 ? bytes[start..<position] : [0x0A]
  }

  // MARK: - Tokens

  private mutating func scanToken() throws(YAMLFault) {
    skipToToken()
    guard position < bytes.count else { return try endFile() }
    try closeBlocks(above: column)
    if column == 0, byte() == UInt8(ascii: "%") { return try skipDirective() }
    if isAtDocumentMark { return try takeDocumentMark() }
    switch byte() {
    case UInt8(ascii: "["): try openFlow(.flowSequenceStart)
    case UInt8(ascii: "{"): try openFlow(.flowMappingStart)
    case UInt8(ascii: "]"): try closeFlow(.flowSequenceEnd)
    case UInt8(ascii: "}"): try closeFlow(.flowMappingEnd)
    case UInt8(ascii: ",") where flowDepth > 0:
      allowsKey = true
      try dropCandidate()
      takeMark(.flowEntry)
    case UInt8(ascii: "-") where isBlank(at: position + 1): try takeBlockEntry()
    case UInt8(ascii: "?") where isBlank(at: position + 1): try takeExplicitKey()
    case UInt8(ascii: ":") where flowDepth > 0 || isBlank(at: position + 1): try takeValue()
    case UInt8(ascii: "*"): try takeName(.alias)
    case UInt8(ascii: "&"): try takeName(.anchor)
    case UInt8(ascii: "!"): try takeName(.tag)
    case UInt8(ascii: "|") where flowDepth == 0: try takeBlockScalar(isFolded: false)
    case UInt8(ascii: ">") where flowDepth == 0: try takeBlockScalar(isFolded: true)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try takeQuoted()
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","), UInt8(ascii: "|"),
      UInt8(ascii: ">"), 0x09:
      throw YAMLFault("\"\(Character(UnicodeScalar(byte())))\" cannot begin a value; put quotes around it", position)
    default: try takePlain()
    }
  }

  private mutating func skipToToken() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20: position += 1
      case 0x09 where flowDepth > 0 || !allowsKey: position += 1
      case UInt8(ascii: "#"):
        while position < bytes.count, breakLength(at: position) == 0 { position += 1 }
      default:
        guard breakLength(at: position) > 0 else { return }
        _ = takeBreak()
        if flowDepth == 0 { allowsKey = true }
      }
    }
  }

  private mutating func takeMark(_ kind: YAMLToken.Kind, length: Int = 1) {
    tokens.append(YAMLToken(kind: kind, offset: position))
    position += length
  }

  mutating func take(_ kind: YAMLToken.Kind, at offset: Int, _ text: [UInt8]) {
    tokens.append(YAMLToken(kind: kind, offset: offset, text: String(decoding: text, as: UTF8.self)))
  }

  private mutating func endFile() throws(YAMLFault) {
    guard flowDepth == 0 else { throw YAMLFault("the file ends before its brackets are closed", position) }
    try closeBlocks(above: -1)
    try dropCandidate()
    tokens.append(YAMLToken(kind: .end, offset: position))
  }

  private mutating func skipDirective() throws(YAMLFault) {
    let start = position
    while position < bytes.count, breakLength(at: position) == 0 { position += 1 }
    guard bytes[start...].starts(with: "%YAML".utf8) else {
      throw YAMLFault("only the directive %YAML is read", start)
    }
  }

  private mutating func takeDocumentMark() throws(YAMLFault) {
    try closeBlocks(above: -1)
    try dropCandidate()
    allowsKey = false
    takeMark(byte() == UInt8(ascii: "-") ? .documentStart : .documentEnd, length: 3)
  }

  private mutating func takeName(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    try noteCandidate()
    allowsKey = false
    let start = position
    if kind == .tag, byte(1) == UInt8(ascii: "<") {
      while position < bytes.count, bytes[position] != UInt8(ascii: ">"), breakLength(at: position) == 0 {
        position += 1
      }
      position += position < bytes.count ? 1 : 0
    } else {
      position += 1
      while position < bytes.count, !isBlank(at: position), !(flowDepth > 0 && Self.isFlowMark(bytes[position])) {
        position += 1
      }
    }
    let name = bytes[(start + 1)..<position]
    if kind != .tag, name.isEmpty { throw YAMLFault("an anchor or alias needs a name", start) }
    take(kind, at: start, Array(name))
  }

  static func isFlowMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  // MARK: - Blocks and brackets

  private mutating func openBlock(_ kind: YAMLToken.Kind, at column: Int, before token: Int) throws(YAMLFault) {
    guard indent < column else { return }
    outerIndents.append(indent)
    indent = column
    try checkDepth()
    tokens.insert(YAMLToken(kind: kind, offset: position), at: token)
  }

  private mutating func closeBlocks(above column: Int) throws(YAMLFault) {
    guard flowDepth == 0 else { return }
    while indent > column {
      indent = outerIndents.removeLast()
      tokens.append(YAMLToken(kind: .blockEnd, offset: position))
    }
  }

  private func checkDepth() throws(YAMLFault) {
    guard outerIndents.count + flowDepth <= Self.maximumDepth else {
      throw YAMLFault("more than \(Self.maximumDepth) levels stand in each other", position)
    }
  }

  private mutating func openFlow(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    try noteCandidate()
    flowDepth += 1
    candidates.append(nil)
    try checkDepth()
    allowsKey = true
    takeMark(kind)
  }

  private mutating func closeFlow(_ kind: YAMLToken.Kind) throws(YAMLFault) {
    guard flowDepth > 0 else { throw YAMLFault("a bracket is closed that was not opened", position) }
    try dropCandidate()
    flowDepth -= 1
    candidates.removeLast()
    allowsKey = false
    takeMark(kind)
  }

  private mutating func takeBlockEntry() throws(YAMLFault) {
    if flowDepth == 0 {
      guard allowsKey else { throw YAMLFault("a list cannot begin here", position) }
      try openBlock(.blockSequenceStart, at: column, before: tokens.count)
    }
    allowsKey = true
    try dropCandidate()
    takeMark(.blockEntry)
  }

  private mutating func takeExplicitKey() throws(YAMLFault) {
    if flowDepth == 0 {
      guard allowsKey else { throw YAMLFault("a key cannot begin here", position) }
      try openBlock(.blockMappingStart, at: column, before: tokens.count)
    }
    allowsKey = flowDepth == 0
    try dropCandidate()
    takeMark(.key)
  }

  private mutating func takeValue() throws(YAMLFault) {
    if let key = candidates[flowDepth], key.lineStart == lineStart, position - key.offset <= 1024 {
      candidates[flowDepth] = nil
      tokens.insert(YAMLToken(kind: .key, offset: key.offset), at: key.token)
      if flowDepth == 0 {
        try openBlock(.blockMappingStart, at: key.offset - key.lineStart, before: key.token)
      }
      allowsKey = false
    } else {
      try dropCandidate()
      if flowDepth == 0 {
        guard allowsKey else { throw YAMLFault("\":\" behind something that is no key", position) }
        try openBlock(.blockMappingStart, at: column, before: tokens.count)
      }
      allowsKey = flowDepth == 0
    }
    takeMark(.value)
  }

  // MARK: - Keys

  /// Remembers that what begins here may be a key.
  mutating func noteCandidate() throws(YAMLFault) {
    guard allowsKey else { return }
    try dropCandidate()
    candidates[flowDepth] = KeyCandidate(
      token: tokens.count, offset: position, lineStart: lineStart, isRequired: flowDepth == 0 && indent == column)
  }

  /// Gives up a candidate that no colon follows.
  mutating func dropCandidate() throws(YAMLFault) {
    if let key = candidates[flowDepth], key.isRequired {
      throw YAMLFault("a key is not followed by \":\"", key.offset)
    }
    candidates[flowDepth] = nil
  }
}
