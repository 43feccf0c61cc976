/// Reads JSON text onto a tape, in one loop without recursion. It stands in one file with all that it calls per byte,
/// because modules are optimised file by file.
///
/// It works in the tape's own copy of the text, behind which bytes of zero follow: the end is met as a byte that fits
/// nowhere, so nothing is compared with it before. Escapes are undone in place. What that leaves over before the closing
/// quote is filled with ``TextPlace``'s marks, so that columns can still be counted.
struct JSONScanner {
  /// The zero bytes behind the text: as many as are read at a time.
  static let padding = 8

  private let base: UnsafeMutablePointer<UInt8>
  private let end: Int
  private let maximumDepth: Int
  private let isKnownUTF8: Bool

  /// Reads a whole text as one value.
  /// - Parameters:
  ///   - tape: a tape that holds the text and ``padding`` zeros behind it, and no node yet.
  ///   - isKnownUTF8: whether the bytes come from a `String`, so that they need no second check.
  static func scan(
    _ tape: inout JSONTape, limits: JSONParser.Limits, isKnownUTF8: Bool
  ) throws(JSONParseFault) {
    let scanner = JSONScanner(
      base: tape.bytes, end: tape.byteCount,
      maximumDepth: min(limits.maximumDepth, JSONParser.Limits.deepestMaximumDepth), isKnownUTF8: isKnownUTF8)
    try scanner.scan(&tape)
  }

  /// An open container's payload: the index of the container around it in the low half, where it opens in the high one.
  private static let noParent = Int(truncatingIfNeeded: UInt32.max)

  private func scan(_ tape: inout JSONTape) throws(JSONParseFault) {
    let base = base
    var at = 0
    var nodes = tape.nodes
    var nodeCount = 0
    // Room for the two nodes that one round writes at most.
    var nodeLimit = tape.nodeCapacity - 2
    var depth = 0
    /// The innermost open container, whether it is an object, and its children so far.
    var parent = Self.noParent
    var isInObject = false
    var children: UInt32 = 0

    skipWhiteSpace(&at)
    if at >= end { throw JSONParseFault(.empty, at: end) }
    while true {
      // A value begins here.
      if nodeCount > nodeLimit {
        tape.growNodes()
        nodes = tape.nodes
        nodeLimit = tape.nodeCapacity - 2
      }
      switch base[at] {
      case UInt8(ascii: "\""):
        nodes[nodeCount] = try string(&at, as: .string)
        nodeCount &+= 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = base[at] == UInt8(ascii: "{")
        let opener = at
        depth &+= 1
        if depth > maximumDepth { throw JSONParseFault(.tooDeep(maximum: maximumDepth), at: at) }
        at &+= 1
        skipWhiteSpace(&at)
        if base[at] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          at &+= 1
          depth &-= 1
          nodes[nodeCount] = JSONNode(isObject ? .object : .array, payload: UInt64(truncatingIfNeeded: nodeCount &+ 1))
          nodeCount &+= 1
          break
        }
        if parent != Self.noParent { nodes[parent].count = children }
        let payload = UInt64(UInt32(truncatingIfNeeded: parent)) | UInt64(truncatingIfNeeded: opener) &<< 32
        nodes[nodeCount] = JSONNode(isObject ? .object : .array, payload: payload)
        parent = nodeCount
        nodeCount &+= 1
        children = 0
        isInObject = isObject
        if isObject { try key(&at, opener: opener, nodes, &nodeCount) }
        continue
      case UInt8(ascii: "-"), 0x30...0x39:
        nodes[nodeCount] = try number(&at)
        nodeCount &+= 1
      case UInt8(ascii: "t") where halfWord(at) == Self.true:
        at &+= 4
        nodes[nodeCount] = JSONNode(.true)
        nodeCount &+= 1
      case UInt8(ascii: "f") where halfWord(at &+ 1) == Self.alse:
        at &+= 5
        nodes[nodeCount] = JSONNode(.false)
        nodeCount &+= 1
      case UInt8(ascii: "n") where halfWord(at) == Self.null:
        at &+= 4
        nodes[nodeCount] = JSONNode(.null)
        nodeCount &+= 1
      default: throw expected(.noValue, at, opener: opener(of: parent, in: nodes))
      }

      // A value has ended: what follows belongs to the container around it.
      while true {
        skipWhiteSpace(&at)
        if parent == Self.noParent {
          if at < end { throw JSONParseFault(.textAfterValue, at: at) }
          tape.nodeCount = nodeCount
          return
        }
        children &+= 1
        let byte = base[at]
        if byte == UInt8(ascii: ",") {
          let comma = at
          at &+= 1
          skipWhiteSpace(&at)
          if isInObject {
            if base[at] == UInt8(ascii: "}") { throw JSONParseFault(.trailingComma, at: comma) }
            try key(&at, opener: opener(of: parent, in: nodes), nodes, &nodeCount)
          } else if base[at] == UInt8(ascii: "]") {
            throw JSONParseFault(.trailingComma, at: comma)
          }
          break
        }
        guard byte == (isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
          throw expected(
            isInObject ? .noCommaInObject : .noCommaInArray, at, opener: opener(of: parent, in: nodes))
        }
        at &+= 1
        depth &-= 1
        let closed = nodes[parent].payload
        nodes[parent].count = children
        nodes[parent].payload = UInt64(truncatingIfNeeded: nodeCount)
        parent = Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: closed))
        if parent != Self.noParent {
          children = nodes[parent].count
          isInObject = nodes[parent].kind == .object
        }
      }
    }
  }

  /// Reads a key, the colon behind it and the white space around that.
  @inline(__always)
  private func key(
    _ at: inout Int, opener: Int, _ nodes: UnsafeMutablePointer<JSONNode>, _ nodeCount: inout Int
  ) throws(JSONParseFault) {
    guard base[at] == UInt8(ascii: "\"") else { throw expected(.noKey, at, opener: opener) }
    nodes[nodeCount] = try string(&at, as: .key)
    nodeCount &+= 1
    skipWhiteSpace(&at)
    guard base[at] == UInt8(ascii: ":") else { throw expected(.noColon, at, opener: opener) }
    at &+= 1
    skipWhiteSpace(&at)
  }

  // MARK: White space and literals

  @inline(__always)
  private func skipWhiteSpace(_ at: inout Int) {
    if base[at] > 0x20 { return }
    if base[at] == 0x20, base[at &+ 1] > 0x20 {
      at &+= 1
      return
    }
    at = endOfWhiteSpace(at)
  }

  @inline(never)
  private func endOfWhiteSpace(_ start: Int) -> Int {
    var at = start
    while true {
      while at < end, word(at) == 0x2020_2020_2020_2020 { at &+= 8 }
      let byte = base[at]
      // Space, line feed, carriage return, tab.
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return at }
      at &+= 1
    }
  }

  @inline(__always)
  private func word(_ at: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private func halfWord(_ at: Int) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt32.self))
  }

  /// The four bytes of `true`, of `alse` and of `null` as ``halfWord(_:)`` reads them.
  private static let `true`: UInt32 = 0x6575_7274
  private static let alse: UInt32 = 0x6573_6C61
  private static let null: UInt32 = 0x6C6C_756E

  // MARK: Numbers

  @inline(__always)
  private func number(_ at: inout Int) throws(JSONParseFault) -> JSONNode {
    let isNegative = base[at] == UInt8(ascii: "-")
    let first = isNegative ? at &+ 1 : at
    var index = first
    var value: UInt64 = 0
    while base[index] &- 0x30 < 10 {
      value = value &* 10 &+ UInt64(base[index] &- 0x30)
      index &+= 1
    }
    let next = base[index]
    // 18 digits cannot overflow; a zero that stands before another digit or behind a minus is no canonical integer.
    let hasZeroFirst = base[first] == 0x30 && (isNegative || index &- first > 1)
    if index &- first &- 1 < 18, index > first, !hasZeroFirst, next != UInt8(ascii: "."),
      next | 0x20 != UInt8(ascii: "e")
    {
      let count = UInt32(truncatingIfNeeded: index &- at)
      at = index
      return JSONNode(.integer, count: count, payload: isNegative ? 0 &- value : value)
    }
    return try otherNumber(&at, first: first, afterDigits: index)
  }

  /// Reads on in a number that is not a short integer.
  @inline(never)
  private func otherNumber(_ at: inout Int, first: Int, afterDigits: Int) throws(JSONParseFault) -> JSONNode {
    var index = afterDigits
    if index == first { throw JSONParseFault(.noDigits(after: "-"), at: index) }
    if base[first] == 0x30, index &- first > 1 { throw JSONParseFault(.leadingZero, at: at) }
    var isInteger = true
    if base[index] == UInt8(ascii: ".") {
      isInteger = false
      index &+= 1
      if !skipDigits(&index) { throw JSONParseFault(.noDigits(after: "."), at: index) }
    }
    if base[index] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      index &+= 1
      if base[index] == UInt8(ascii: "+") || base[index] == UInt8(ascii: "-") { index &+= 1 }
      if !skipDigits(&index) { throw JSONParseFault(.noDigits(after: "e"), at: index) }
    }
    let start = at
    let count = index &- start
    at = index
    if isInteger,
      let value = JSONNumber.canonicalInteger(UnsafeBufferPointer(start: base + start, count: count))
    {
      return JSONNode(
        .integer, count: UInt32(truncatingIfNeeded: count), payload: UInt64(bitPattern: value))
    }
    return JSONNode(
      .decimal, count: UInt32(truncatingIfNeeded: count), payload: UInt64(truncatingIfNeeded: start))
  }

  @inline(__always)
  private func skipDigits(_ index: inout Int) -> Bool {
    let start = index
    while base[index] &- 0x30 < 10 { index &+= 1 }
    return index > start
  }

  // MARK: Strings

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Marks with their top bits bytes of a word that end a plain run: quotes, backslashes, control characters. The lowest
  /// mark is exact; those above it may be false.
  @inline(__always)
  private func ends(in word: UInt64) -> UInt64 {
    let control = (word &- Self.ones &* 0x20) & ~word
    let quote = word ^ (Self.ones &* 0x22)
    let backslash = word ^ (Self.ones &* 0x5C)
    return (control | ((quote &- Self.ones) & ~quote) | ((backslash &- Self.ones) & ~backslash)) & Self.tops
  }

  @inline(__always)
  private func string(_ at: inout Int, as kind: JSONNode.Kind) throws(JSONParseFault) -> JSONNode {
    let start = at &+ 1
    var index = start
    var high: UInt64 = 0
    while true {
      let word = word(index)
      let found = ends(in: word)
      if found != 0 {
        high |= word & ((found & (0 &- found)) &- 1)
        index &+= found.trailingZeroBitCount &>> 3
        break
      }
      high |= word
      index &+= 8
    }
    var count = index &- start
    var isASCII = high & Self.tops == 0
    if base[index] == UInt8(ascii: "\"") {
      if !isASCII, !isKnownUTF8 { try checkUTF8(start, index, shift: 0) }
      at = index &+ 1
    } else {
      (count, isASCII) = try escapedString(&at, start: start, firstEnd: index, isASCII: isASCII)
    }
    var payload = UInt64(truncatingIfNeeded: start)
    if kind == .key {
      let hash = JSONNode.hash(of: UnsafeBufferPointer(start: base + start, count: count))
      payload |= UInt64(hash) &<< 32
    }
    return JSONNode(
      kind, flags: isASCII ? JSONNode.isASCII : 0, count: UInt32(truncatingIfNeeded: count), payload: payload)
  }

  /// Reads on in a string from the first byte that is not plain, and undoes its escapes.
  @inline(never)
  private func escapedString(
    _ at: inout Int, start: Int, firstEnd: Int, isASCII: Bool
  ) throws(JSONParseFault) -> (count: Int, isASCII: Bool) {
    let opener = at
    var isASCII = isASCII
    if !isASCII, !isKnownUTF8 { try checkUTF8(start, firstEnd, shift: 0) }
    var from = firstEnd
    var to = firstEnd
    /// By how many columns the escapes were longer than what they left over of bytes.
    var moreColumns = 0
    while true {
      switch base[from] {
      case UInt8(ascii: "\""):
        at = from &+ 1
        let count = to &- start
        while to < from {
          base[to] = moreColumns > 0 ? TextPlace.twoColumns : TextPlace.oneColumn
          moreColumns &-= 1
          to &+= 1
        }
        return (count, isASCII)
      case UInt8(ascii: "\\"):
        let scalar = try escape(&from, opener: opener)
        let before = to
        append(scalar, &to)
        moreColumns &+= to &- before &- 1
        if scalar >= 0x80 { isASCII = false }
      default:
        if from >= end { throw JSONParseFault(.endOfString(opener: opener), at: end) }
        throw JSONParseFault(.controlCharacter(base[from]), at: from)
      }
      let runStart = to
      var high: UInt64 = 0
      while true {
        let word = word(from)
        if ends(in: word) != 0 { break }
        high |= word
        UnsafeMutableRawPointer(base + to).storeBytes(of: word.littleEndian, as: UInt64.self)
        from &+= 8
        to &+= 8
      }
      while base[from] >= 0x20, base[from] != UInt8(ascii: "\""), base[from] != UInt8(ascii: "\\") {
        base[to] = base[from]
        high |= UInt64(base[from])
        from &+= 1
        to &+= 1
      }
      if high & Self.tops != 0 {
        isASCII = false
        if !isKnownUTF8 { try checkUTF8(runStart, to, shift: from &- to) }
      }
    }
  }

  /// Reads the escape at a backslash and moves behind it.
  private func escape(_ at: inout Int, opener: Int) throws(JSONParseFault) -> UInt32 {
    let start = at
    at &+= 2
    switch base[start &+ 1] {
    case UInt8(ascii: "\""): return 0x22
    case UInt8(ascii: "\\"): return 0x5C
    case UInt8(ascii: "/"): return 0x2F
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"): break
    default:
      if start &+ 1 >= end { throw JSONParseFault(.endOfString(opener: opener), at: end) }
      throw JSONParseFault(.unknownEscape, at: start)
    }
    let first = try hexadecimal(&at, escape: start)
    if first & 0xF800 != 0xD800 { return first }
    guard first & 0xFC00 == 0xD800, base[at] == UInt8(ascii: "\\"), base[at &+ 1] == UInt8(ascii: "u") else {
      throw JSONParseFault(.loneSurrogate(first), at: start)
    }
    at &+= 2
    let second = try hexadecimal(&at, escape: at &- 2)
    guard second & 0xFC00 == 0xDC00 else { throw JSONParseFault(.loneSurrogate(first), at: start) }
    return 0x10000 &+ (first & 0x3FF) &<< 10 &+ (second & 0x3FF)
  }

  private func hexadecimal(_ at: inout Int, escape start: Int) throws(JSONParseFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = base[at]
      let letter = byte | 0x20
      if byte &- 0x30 < 10 {
        value = value &<< 4 | UInt32(byte &- 0x30)
      } else if letter &- 0x61 < 6 {
        value = value &<< 4 | UInt32(letter &- 0x61 &+ 10)
      } else {
        throw JSONParseFault(.incompleteEscape, at: start)
      }
      at &+= 1
    }
    return value
  }

  @inline(__always)
  private func append(_ scalar: UInt32, _ to: inout Int) {
    let low = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
    let middle = UInt8(truncatingIfNeeded: scalar &>> 6 & 0x3F) | 0x80
    let high = UInt8(truncatingIfNeeded: scalar &>> 12 & 0x3F) | 0x80
    switch scalar {
    case ..<0x80:
      base[to] = UInt8(truncatingIfNeeded: scalar)
      to &+= 1
    case ..<0x800:
      base[to] = UInt8(truncatingIfNeeded: scalar &>> 6) | 0xC0
      base[to &+ 1] = low
      to &+= 2
    case ..<0x10000:
      base[to] = UInt8(truncatingIfNeeded: scalar &>> 12) | 0xE0
      base[to &+ 1] = middle
      base[to &+ 2] = low
      to &+= 3
    default:
      base[to] = UInt8(truncatingIfNeeded: scalar &>> 18) | 0xF0
      base[to &+ 1] = high
      base[to &+ 2] = middle
      base[to &+ 3] = low
      to &+= 4
    }
  }

  /// Well-formed byte sequences by the Unicode Standard, table 3-7.
  /// - Parameter shift: how far behind these bytes they stood in the text.
  @inline(never)
  private func checkUTF8(_ from: Int, _ to: Int, shift: Int) throws(JSONParseFault) {
    var index = from
    while index < to {
      let lead = base[index]
      if lead < 0x80 {
        index &+= 1
        while index &+ 8 <= to, word(index) & Self.tops == 0 { index &+= 8 }
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { second = 0xA0...0xBF }
        if lead == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { second = 0x90...0xBF }
        if lead == 0xF4 { second = 0x80...0x8F }
      default: throw JSONParseFault(.notUTF8, at: index &+ shift)
      }
      guard index &+ length <= to, second.contains(base[index &+ 1]),
        length < 3 || base[index &+ 2] & 0xC0 == 0x80, length < 4 || base[index &+ 3] & 0xC0 == 0x80
      else { throw JSONParseFault(.notUTF8, at: index &+ shift) }
      index &+= length
    }
  }

  // MARK: Faults

  /// Where an open container opens in the text; -1 where there is none.
  private func opener(of parent: Int, in nodes: UnsafeMutablePointer<JSONNode>) -> Int {
    parent == Self.noParent ? -1 : Int(truncatingIfNeeded: nodes[parent].payload &>> 32)
  }

  /// The fault of text that does not go on as it must, or that ends.
  private func expected(_ kind: JSONParseFault.Kind, _ at: Int, opener: Int) -> JSONParseFault {
    at < end ? JSONParseFault(kind, at: at) : JSONParseFault(.endOfText(opener: opener), at: end)
  }
}
