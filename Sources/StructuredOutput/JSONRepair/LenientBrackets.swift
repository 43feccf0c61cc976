/// Opening and closing arrays, objects, parentheses and calls, by brackets that fit, do not fit or are missing.
extension LenientReader {
  mutating func open(_ kind: Frame.Kind, from start: Int? = nil) throws(RepairFault) {
    try push(kind, at: start ?? at)
    at += 1
    state = .item
  }

  mutating func push(_ kind: Frame.Kind, at opener: Int) throws(RepairFault) {
    guard frames.count < maximumDepth else {
      throw RepairFault(
        reason: "arrays and objects are nested more than \(maximumDepth) deep, the limit", offset: opener)
    }
    count(kind, 1)
    frames.append(Frame(kind: kind, opener: opener))
    deepest = max(deepest, frames.count)
  }

  private mutating func count(_ kind: Frame.Kind, _ change: Int) {
    switch kind {
    case .object: openObjects += change
    case .array: openArrays += change
    case .parentheses, .call: openParentheses += change
    }
  }

  /// Hands a value to the container around it.
  mutating func deliver(_ value: JSONValue) throws(RepairFault) {
    state = .after
    guard !frames.isEmpty else {
      result = value
      return
    }
    let top = frames.count - 1
    if frames[top].kind == .object {
      if let key = frames[top].key { frames[top].object[key] = value }
      frames[top].key = nil
    } else {
      frames[top].elements.append(value)
    }
  }

  /// Closes the innermost container and hands it to the one around it.
  mutating func closeTop() throws(RepairFault) {
    guard let frame = frames.popLast() else { return }
    count(frame.kind, -1)
    if frame.comma >= 0, frame.kind != .parentheses {
      try notes.add(
        .trailingComma, frame.comma..<frame.comma + (comma(at: frame.comma) ?? 1),
        "a comma stands behind the last element; it is left out",
        replacement: "")
    }
    lastWasText = false
    let end = isCloser(byte(at)) ? at + 1 : at
    switch frame.kind {
    case .array: try deliver(.array(frame.elements))
    case .object: try deliver(try object(frame))
    case .parentheses:
      let isOne = frame.elements.count == 1 && !frame.hasComma
      try notes.add(
        .parentheses, frame.opener..<end,
        isOne ? "parentheses around a value are left out" : "parentheses are read as an array")
      try deliver(isOne ? frame.elements[0] : .array(frame.elements))
    case .call:
      if frame.elements.count == 1 {
        try notes.add(.functionCall, frame.opener..<end, "a call is replaced by what is in its parentheses")
        try deliver(frame.elements[0])
      } else {
        try notes.add(.unquotedString, frame.opener..<end, "a call with other than one argument is kept as a string")
        try deliver(.string(String(decoding: base[frame.opener..<end], as: UTF8.self)))
      }
    }
  }

  private mutating func object(_ frame: Frame) throws(RepairFault) -> JSONValue {
    if frame.valuelessKeys == 0 { return .object(frame.object) }
    if !frame.hasPair {
      try notes.add(.setLiteral, frame.opener..<at, "braces hold values without keys; they are read as an array")
      return .array(frame.elements)
    }
    let keys = frame.elements.prefix(3).map { String($0.compactText.prefix(60)) }.joined(separator: ", ")
    try notes.add(
      .missingValue, frame.opener..<at, "keys of the object have no value (\(keys)); null stands for it",
      replacement: nil)
    return .object(frame.object)
  }

  mutating func closeWithoutBracket(_ bracket: String, _ message: String) throws(RepairFault) {
    try notes.add(.missingBracket, at..<at, message, replacement: bracket)
    try closeTop()
  }

  /// A closing bracket of any shape stands here.
  mutating func closer() throws(RepairFault) {
    let bracket = byte(at)
    let kind = frames[frames.count - 1].kind
    let fits: Bool
    let isOpen: Bool
    switch bracket {
    case UInt8(ascii: "}"): (fits, isOpen) = (kind == .object, openObjects > 0)
    case UInt8(ascii: "]"): (fits, isOpen) = (kind == .array, openArrays > 0)
    default: (fits, isOpen) = (kind == .parentheses || kind == .call, openParentheses > 0)
    }
    if fits {
      if bracket == UInt8(ascii: "}"), isFollowedByNewKey(at + 1),
        frames.count == 1 || frames[frames.count - 2].kind != .object
      {
        try notes.add(
          .extraBracket, at..<at + 1, "a brace closes the object before its last key; it is left out", replacement: "")
        at += 1
        state = .after
        return
      }
      try closeTop()
      at += 1
      lastClose = at
      return
    }
    if isOpen, !isMistaken(bracket) {
      let missing = Self.closer(of: kind)
      return try closeWithoutBracket(missing, "a \(missing) is missing before this")
    }
    if !isOpen, lastClose == at, comma(at: peek(at + 1)) != nil {
      try notes.add(
        .extraBracket, at..<at + 1, "a bracket closes what is closed already; it is left out", replacement: "")
      at += 1
      state = .after
      return
    }
    try notes.add(
      .wrongBracket, at..<at + 1, "a bracket of another shape stands here", replacement: Self.closer(of: kind))
    try closeTop()
    at += 1
    lastClose = at
  }

  /// Whether a bracket that does not fit stands for the one that would, as what follows belongs to the container that
  /// closing both would close.
  private func isMistaken(_ bracket: UInt8) -> Bool {
    guard frames.count > 1 else { return false }
    let outer = frames[frames.count - 2].kind
    let beyond = frames.count > 2 ? frames[frames.count - 3].kind : nil
    if bracket == UInt8(ascii: "}") {
      return outer == .object && beyond != .object && isFollowedByKey(at + 1)
    }
    guard bracket == UInt8(ascii: "]"), outer == .array, beyond == nil || beyond == .object else { return false }
    let next = peek(at + 1)
    guard let width = comma(at: next) else { return false }
    return byte(peek(next + width)) == UInt8(ascii: "{")
  }

  /// Whether a comma follows, and then a key in quotes that the innermost object does not have.
  private func isFollowedByNewKey(_ index: Int) -> Bool {
    guard isFollowedByKey(index) else { return false }
    let next = peek(index)
    let key = peek(next + (comma(at: next) ?? 0))
    guard let (marks, width) = quote(at: key) else { return false }
    var end = key + width
    while end < limit, marks.closes(self, at: end) == nil { end += 1 }
    return frames[frames.count - 1].object[String(decoding: base[key + width..<end], as: UTF8.self)] == nil
  }

  /// Whether a comma follows, and then a key in quotes and its colon.
  private func isFollowedByKey(_ index: Int) -> Bool {
    let next = peek(index)
    guard let width = comma(at: next) else { return false }
    let key = peek(next + width)
    return key < limit && quote(at: key) != nil && isKey(at: key)
  }

  private static func closer(of kind: Frame.Kind) -> String {
    switch kind {
    case .object: "}"
    case .array: "]"
    case .parentheses, .call: ")"
    }
  }

  /// The text ends; everything that is open is closed.
  mutating func closeAllAtEnd() throws(RepairFault) {
    let closers = frames.reversed().prefix(20).map { Self.closer(of: $0.kind) }.joined()
    let count = frames.count
    try notes.add(
      .truncation, limit..<limit,
      "the text ends before \(count == 1 ? "the last bracket" : "\(count) brackets") that it opens; closed by \(closers)\(count > 20 ? "…" : "")",
      replacement: count > 20 ? nil : closers)
    at = limit
    while !frames.isEmpty {
      frames[frames.count - 1].comma = -1
      try closeTop()
    }
  }

  /// A Markdown fence stands between values: one before the first child opens a block around it, any other ends the text.
  mutating func fence(isBeforeFirst: Bool) throws(RepairFault) {
    let start = at
    if isInFence {
      isInFence = false
      while byte(at) == UInt8(ascii: "`") { at += 1 }
      return try notes.add(.fence, start..<at, "a code fence stands inside the JSON; it is left out", replacement: "")
    }
    guard isBeforeFirst else {
      limit = at
      return
    }
    while byte(at) == UInt8(ascii: "`") { at += 1 }
    while byte(at).isASCIILetter || byte(at).isASCIIDigit { at += 1 }
    try notes.add(.fence, start..<at, "a code fence stands inside the JSON; it is left out", replacement: "")
    if beginsValue(peek(at)) { isInFence = true } else { limit = start }
  }
}
