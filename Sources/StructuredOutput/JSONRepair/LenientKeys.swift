/// Keys, with the colons behind them or without.
extension LenientReader {
  /// Reads a key, and the colon behind it.
  mutating func key() throws(RepairFault) {
    let top = frames.count - 1
    switch byte(at) {
    case UInt8(ascii: "{"):
      if frames[top].hasChildren, top > 0, frames[top - 1].kind == .array {
        let hasComma = frames[top].comma >= 0
        frames[top].comma = -1
        try closeWithoutBracket("}", "the object is not closed before the next one begins")
        if hasComma { state = .item }
        return
      }
      try notes.add(
        .extraBracket, at..<at + 1, "a brace opens where a key was expected; it is left out", replacement: "")
      at += 1
      return
    case UInt8(ascii: "["), UInt8(ascii: "("):
      throw RepairFault(
        reason: "a key was expected in the object, found '\(String(UnicodeScalar(byte(at))))'", offset: at)
    case UInt8(ascii: ":"), UInt8(ascii: "="):
      throw RepairFault(reason: "a key was expected before '\(String(UnicodeScalar(byte(at))))'", offset: at)
    default: break
    }
    let isBehindValue = frames[top].hasChildren && frames[top].comma < 0
    frames[top].comma = -1
    frames[top].keyStart = at
    let isQuoted = quote(at: at) != nil
    // Nil: the end of the text came before the key's.
    guard let name = try isQuoted ? string(in: .key) : bareKey() else { return }
    try skipBlank(textAllowed: true)
    if at >= limit {
      try notes.add(
        .truncation, frames[top].keyStart..<limit, "the text ends behind a key; the key is left out", replacement: "")
      return
    }
    frames[top].key = name
    if let width = colon(at: at) {
      if byte(at) != UInt8(ascii: ":") {
        try notes.add(.colon, at..<at + width, "another sign stands for the colon", replacement: ":")
      }
      at += width
      frames[top].hasPair = true
      state = .value
      return
    }
    if comma(at: at) != nil || isCloser(byte(at)) {
      guard isQuoted else {
        if isBehindValue, isCloser(byte(at)) {
          try notes.add(
            .strayText, frames[top].keyStart..<at, "words stand behind a value; they are left out", replacement: "")
          frames[top].key = nil
          state = .after
          return
        }
        throw RepairFault(reason: "the key \(name.quotedInBrief) has no value", offset: frames[top].keyStart)
      }
      frames[top].valuelessKeys += 1
      frames[top].elements.append(.string(name))
      frames[top].object[name] = .null
      frames[top].key = nil
      state = .after
      return
    }
    try notes.add(.missingColon, at..<at, "a colon is missing behind the key", replacement: ":")
    frames[top].hasPair = true
    state = .value
  }

  /// The text that was read as an array's last element turns out to be a key.
  mutating func elementIsKey(colonWidth: Int) throws(RepairFault) {
    let top = frames.count - 1
    guard case .string(let key)? = frames[top].elements.popLast() else {
      throw RepairFault(reason: "a colon stands in an array; a comma or its end was expected", offset: at)
    }
    // What the object before has as well is a key of the next one.
    let isRepeated = frames[top].elements.last?[key] != nil
    if !isRepeated, !frames[top].elements.isEmpty, top > 0, frames[top - 1].kind == .object {
      try notes.add(
        .missingBracket, lastTextStart..<lastTextStart, "the array is not closed before the next key", replacement: "]")
      try closeTop()
    } else {
      try notes.add(
        .missingBracket, lastTextStart..<lastTextStart, "a key stands in an array; an object is put around it",
        replacement: "{")
      try push(.object, at: lastTextStart)
    }
    frames[frames.count - 1].key = key
    frames[frames.count - 1].hasPair = true
    at += colonWidth
    state = .value
  }
}
