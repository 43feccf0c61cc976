/// Reads what is meant as JSON, in one pass with an explicit stack, and notes every liberty that it takes.
///
/// Where no note is taken, the part read is JSON by the letter. Here stands what goes on between values; keys, brackets,
/// strings and what stands without quotes have files of their own.
struct LenientReader {
  struct Frame {
    enum Kind { case object, array, parentheses, call }

    var kind: Kind
    var opener: Int
    var elements: [JSONValue] = []
    var object = JSONObject()
    /// The key that waits for its value.
    var key: String?
    var keyStart = 0
    /// Where the comma stands that no element has followed yet; -1 for none.
    var comma = -1
    var hasComma = false
    /// Whether a key of the object had a value, and how many had not even a colon.
    var hasPair = false
    var valuelessKeys = 0
    var hasChildren: Bool { kind == .object ? !object.isEmpty || valuelessKeys > 0 : !elements.isEmpty }
  }

  /// Where a value stands, which decides what may follow it.
  enum Position { case key, member, element, alone }

  /// What may stand at the current place: an element or key, a member's value, what follows a value.
  enum State { case item, value, after }

  let base: UnsafeBufferPointer<UInt8>
  /// Where the text to read ends; a fence behind unfinished JSON moves it to the front.
  var limit: Int
  private let givenLimit: Int
  var at: Int
  var notes: RepairNotes
  var frames: [Frame] = []
  let maximumDepth: Int
  /// How deep the nesting has been.
  var deepest = 0
  var openObjects = 0
  var openArrays = 0
  var openParentheses = 0
  /// The end of the last container that was closed by its own bracket.
  var lastClose = -1
  /// Whether the last value was a string in quotes or a key-like word: only such a one can turn out to be a key.
  var lastWasText = false
  var lastTextStart = 0
  /// How many strings were followed to the end of the text in vain; bounded, so that the work stays linear.
  var vainSearches = 0
  /// From where on no closing triple quote of `"` and of `'` follows.
  var tripleVainFrom = (double: Int.max, single: Int.max)
  /// Whether the string that begins here has a prefix that turns its escapes off.
  var isRaw = false
  /// Whether a code fence has opened inside the JSON.
  var isInFence = false
  var state = State.item
  var result: JSONValue?

  init(_ base: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, maximumDepth: Int, maximumChanges: Int) {
    self.base = base
    self.limit = limit
    givenLimit = limit
    at = start
    self.maximumDepth = maximumDepth
    notes = RepairNotes(maximum: maximumChanges)
  }

  @inline(__always)
  func byte(_ index: Int) -> UInt8 { index < limit ? base[index] : 0 }

  /// Undoes what a fence did to the limit.
  mutating func restoreLimit() { limit = givenLimit }

  /// Reads the value that begins at the current place.
  mutating func readValue() throws(RepairFault) -> JSONValue {
    result = nil
    try value(in: .alone)
    while true {
      if let result, frames.isEmpty { return result }
      switch state {
      case .item: try item()
      case .value: try memberValue()
      case .after: try after()
      }
    }
  }

  // MARK: Between values

  /// An element or a key may stand here.
  private mutating func item() throws(RepairFault) {
    try skipBlank(textAllowed: frames[frames.count - 1].kind != .object)
    let top = frames.count - 1
    if at >= limit { return try closeAllAtEnd() }
    if let width = comma(at: at) {
      try notes.add(
        .extraComma, at..<at + width, "a comma stands where no element does; it is left out", replacement: "")
      at += width
      return
    }
    if isFence(at) { return try fence(isBeforeFirst: !frames[top].hasChildren) }
    if let width = ellipsis(at: at) {
      try notes.add(
        .ellipsis, at..<at + width, "an ellipsis stands for elements left out; it is left out", replacement: "")
      at += width
      frames[top].comma = -1
      try skipBlank(textAllowed: false)
      if let width = comma(at: at) { at += width }
      return
    }
    if isCloser(byte(at)) { return try closer() }
    if frames[top].kind == .object {
      try key()
    } else {
      frames[top].comma = -1
      try value(in: .element)
    }
  }

  /// A value has ended within a container.
  private mutating func after() throws(RepairFault) {
    try skipBlank(textAllowed: false)
    let top = frames.count - 1
    if at >= limit { return try closeAllAtEnd() }
    let kind = frames[top].kind
    if let width = comma(at: at) ?? (byte(at) == UInt8(ascii: ";") ? 1 : nil) {
      if byte(at) != UInt8(ascii: ",") {
        try notes.add(.missingComma, at..<at + width, "another sign stands for a comma", replacement: ",")
      }
      frames[top].comma = at
      frames[top].hasComma = true
      at += width
      state = .item
      return
    }
    if isCloser(byte(at)) { return try closer() }
    if isFence(at) { return try fence(isBeforeFirst: false) }
    if let width = ellipsis(at: at) {
      try notes.add(
        .ellipsis, at..<at + width, "an ellipsis stands for elements left out; it is left out", replacement: "")
      at += width
      return
    }
    if kind == .array, let width = colon(at: at), lastWasText { return try elementIsKey(colonWidth: width) }
    if kind == .object {
      if byte(at) == UInt8(ascii: ":") {
        throw RepairFault(
          reason: "a colon follows a value; a comma or the end of the object was expected", offset: at)
      }
      if byte(at) == UInt8(ascii: "{"), top > 0, frames[top - 1].kind == .array {
        return try closeWithoutBracket("}", "the object is not closed before the next one begins")
      }
      if let (_, width) = quote(at: at), isDelimiter(peek(at + width)) {
        try notes.add(
          .missingQuote, at..<at + width, "a quotation mark stands here alone; it is left out", replacement: "")
        at += width
        return
      }
    }
    try notes.add(.missingComma, at..<at, "a comma is missing before this", replacement: ",")
    state = .item
  }

  /// A value must stand here, behind a colon.
  private mutating func memberValue() throws(RepairFault) {
    try skipBlank(textAllowed: true)
    if at >= limit {
      try notes.add(
        .truncation, limit..<limit, "the text ends before the value of a key; null stands for it", replacement: "null")
      return try deliver(.null)
    }
    let byte = byte(at)
    if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="), let width = colon(at: at) {
      try notes.add(.colon, at..<at + width, "a second colon is left out", replacement: "")
      at += width
      return
    }
    if isFence(at) { return try fence(isBeforeFirst: true) }
    if let width = ellipsis(at: at) {
      try notes.add(
        .ellipsis, at..<at + width, "an ellipsis stands for a value left out; null stands for it", replacement: "null")
      at += width
      return try deliver(.null)
    }
    if comma(at: at) != nil || isCloser(byte) {
      try notes.add(.missingValue, at..<at, "the key has no value; null stands for it", replacement: "null")
      return try deliver(.null)
    }
    try value(in: .member)
  }

  /// Reads what begins here as a value; nested ones are opened.
  mutating func value(in position: Position) throws(RepairFault) {
    lastWasText = false
    let start = at
    switch byte(at) {
    case UInt8(ascii: "{"): return try open(.object)
    case UInt8(ascii: "["): return try open(.array)
    case UInt8(ascii: "(") where beginsValue(peek(at + 1)):
      return try open(.parentheses)
    default: break
    }
    if try skipStringPrefix() || quote(at: at) != nil {
      let text = try joinedStrings(in: position)
      try deliver(.string(text))
      lastWasText = true
      lastTextStart = start
      return
    }
    if let parenthesis = parenthesisOfCall(at: at) {
      at = parenthesis
      return try open(.call, from: start)
    }
    guard let value = try bare(in: position) else {
      if position == .member { try deliver(.null) }
      return
    }
    try deliver(value)
    if case .string = value {
      lastWasText = true
      lastTextStart = start
    }
  }
}
