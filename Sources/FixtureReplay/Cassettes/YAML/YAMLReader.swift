import StructuredOutput

/// Reads the YAML that recorded cassettes are written in: YAML 1.1 as PyYAML and Psych write it, one document a file.
///
/// Left out are directives other than `%YAML`, merge keys, and tags other than those of the core types. Aliases are
/// followed as long as all of them together stand for less than ``maximumAliasWeight``. It takes time in proportion to the
/// text, and no stack for its depth, which is at most ``YAMLScanner/maximumDepth``.
struct YAMLReader {
  /// Bytes and values that aliases may stand for, all together.
  static let maximumAliasWeight = 64 << 20

  private let tokens: [YAMLToken]
  private var next = 0
  private var frames: [Frame] = []
  private var anchors: [String: (value: YAMLValue, weight: Int)] = [:]
  private var aliasBudget = Self.maximumAliasWeight
  /// The weight of the value that was just finished.
  private var weight = 0

  private struct Frame {
    enum Kind {
      case blockSequence, indentlessSequence, flowSequence, blockMapping, flowMapping, flowPair
    }

    var kind: Kind
    var anchor: String?
    var tag: YAMLToken?
    var isFirst = true
    var elements: [YAMLValue] = []
    var mapping = YAMLMapping()
    /// The key whose value comes next.
    var key: String?
    var weight = 1
  }

  /// Reads a whole file.
  static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAMLValue {
    if let offset = bytes.firstIndex(of: 0) { throw YAMLError("a NUL byte, so it is no text", at: offset, in: bytes) }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw YAMLError("the file is not text in UTF-8", at: 0, in: bytes)
    }
    do throws(YAMLFault) {
      var scanner = YAMLScanner(bytes)
      var reader = YAMLReader(tokens: try scanner.scan())
      return try reader.document()
    } catch {
      throw YAMLError(error.reason, at: error.offset, in: bytes)
    }
  }

  private init(tokens: [YAMLToken]) { self.tokens = tokens }

  private var token: YAMLToken { tokens[min(next, tokens.count - 1)] }

  private func isNext(_ kinds: YAMLToken.Kind...) -> Bool { kinds.contains(token.kind) }

  private mutating func document() throws(YAMLFault) -> YAMLValue {
    while isNext(.documentEnd) { next += 1 }
    if isNext(.documentStart) { next += 1 }
    if isNext(.end, .documentEnd) { return .null }
    var value = try node(allowsIndentless: false)
    while true {
      if let finished = value {
        if frames.isEmpty {
          try checkEnd()
          return finished
        }
        try accept(finished)
      }
      value = try advance()
    }
  }

  private mutating func checkEnd() throws(YAMLFault) {
    while isNext(.documentEnd) { next += 1 }
    switch token.kind {
    case .end: return
    case .documentStart: throw YAMLFault("a second document begins; one is read", token.offset)
    default: throw YAMLFault("\(token.name) behind the end of the document", token.offset)
    }
  }

  // MARK: - Nodes

  /// Reads a scalar or alias whole; of anything else, opens the frame and gives nil.
  private mutating func node(allowsIndentless: Bool) throws(YAMLFault) -> YAMLValue? {
    var anchor: String?
    var tag: YAMLToken?
    let first = token.offset
    while isNext(.anchor, .tag) {
      if token.kind == .anchor, anchor == nil {
        anchor = token.text
      } else if token.kind == .tag, tag == nil {
        tag = token
      } else {
        throw YAMLFault("a value has two anchors or two tags", token.offset)
      }
      next += 1
    }
    let current = token
    switch current.kind {
    case .alias:
      guard anchor == nil, tag == nil else { throw YAMLFault("an alias has an anchor or a tag", first) }
      next += 1
      return try aliased(current)
    case .plainScalar, .quotedScalar:
      next += 1
      return finish(try YAMLTags.scalar(current, tag: tag), anchor, weight: current.text.utf8.count + 1)
    case .flowSequenceStart: open(.flowSequence, anchor, tag, isMarked: true)
    case .flowMappingStart: open(.flowMapping, anchor, tag, isMarked: true)
    case .blockSequenceStart: open(.blockSequence, anchor, tag, isMarked: true)
    case .blockMappingStart: open(.blockMapping, anchor, tag, isMarked: true)
    case .blockEntry where allowsIndentless: open(.indentlessSequence, anchor, tag, isMarked: false)
    default:
      guard anchor != nil || tag != nil else {
        throw YAMLFault("a value was expected, and there is \(current.name)", current.offset)
      }
      let empty = YAMLToken(kind: .plainScalar, offset: current.offset)
      return finish(try YAMLTags.scalar(empty, tag: tag), anchor, weight: 1)
    }
    return nil
  }

  private mutating func open(_ kind: Frame.Kind, _ anchor: String?, _ tag: YAMLToken?, isMarked: Bool) {
    if isMarked { next += 1 }
    frames.append(Frame(kind: kind, anchor: anchor, tag: tag))
  }

  private mutating func finish(_ value: YAMLValue, _ anchor: String?, weight: Int) -> YAMLValue {
    self.weight = weight
    if let anchor { anchors[anchor] = (value, weight) }
    return value
  }

  private mutating func aliased(_ alias: YAMLToken) throws(YAMLFault) -> YAMLValue {
    guard let anchor = anchors[alias.text] else {
      throw YAMLFault("the alias stands for nothing that was read before it", alias.offset)
    }
    aliasBudget -= anchor.weight
    guard aliasBudget >= 0 else { throw YAMLFault("aliases stand for more than 64 MiB", alias.offset) }
    weight = anchor.weight
    return anchor.value
  }

  // MARK: - Frames

  /// Puts a finished value where the innermost frame wants it.
  private mutating func accept(_ value: YAMLValue) throws(YAMLFault) {
    let innermost = frames.count - 1
    frames[innermost].weight += weight
    switch frames[innermost].kind {
    case .blockSequence, .indentlessSequence, .flowSequence: frames[innermost].elements.append(value)
    case .blockMapping, .flowMapping, .flowPair:
      if let key = frames[innermost].key {
        frames[innermost].mapping.set(key, value)
        frames[innermost].key = nil
        frames[innermost].isFirst = false
      } else {
        frames[innermost].key = try keyText(value)
      }
    }
  }

  private func keyText(_ value: YAMLValue) throws(YAMLFault) -> String {
    let offset = tokens[max(next - 1, 0)].offset
    switch value {
    case .scalar(.string(let text)):
      if text == "<<", tokens[max(next - 1, 0)].kind == .plainScalar {
        throw YAMLFault("merge keys (<<) are not read", offset)
      }
      return text
    case .scalar(let json): return json.compactText
    default: throw YAMLFault("a key is neither text nor a number", offset)
    }
  }

  /// Goes on in the innermost frame: gives a value that is finished, or nil where another frame was opened.
  private mutating func advance() throws(YAMLFault) -> YAMLValue? {
    let frame = frames[frames.count - 1]
    switch frame.kind {
    case .blockSequence:
      if isNext(.blockEnd) { return try close(isMarked: true) }
      try pass(.blockEntry, "the next element of a list")
      return isNext(.blockEntry, .blockEnd) ? empty() : try node(allowsIndentless: false)
    case .indentlessSequence:
      guard isNext(.blockEntry) else { return try close(isMarked: false) }
      next += 1
      return isNext(.blockEntry, .key, .value, .blockEnd) ? empty() : try node(allowsIndentless: false)
    case .blockMapping:
      if frame.key != nil { return try mappedValue(allowsIndentless: true) }
      if isNext(.blockEnd) { return try close(isMarked: true) }
      try pass(.key, "the next key of a mapping")
      return isNext(.key, .value, .blockEnd) ? empty() : try node(allowsIndentless: true)
    case .flowSequence:
      if try isFlowOver(.flowSequenceEnd) { return try close(isMarked: true) }
      if isNext(.key) {
        open(.flowPair, nil, nil, isMarked: false)
        return nil
      }
      return try node(allowsIndentless: false)
    case .flowMapping:
      if frame.key != nil { return try mappedValue(allowsIndentless: false) }
      if try isFlowOver(.flowMappingEnd) { return try close(isMarked: true) }
      if isNext(.key) { next += 1 }
      return isNext(.value, .flowEntry, .flowMappingEnd) ? empty() : try node(allowsIndentless: false)
    case .flowPair:
      if frame.key != nil { return try mappedValue(allowsIndentless: false) }
      if !frame.isFirst { return try close(isMarked: false) }
      next += 1
      return isNext(.value, .flowEntry, .flowSequenceEnd) ? empty() : try node(allowsIndentless: false)
    }
  }

  private mutating func empty() -> YAMLValue {
    weight = 1
    return .null
  }

  private mutating func mappedValue(allowsIndentless: Bool) throws(YAMLFault) -> YAMLValue? {
    guard isNext(.value) else { return empty() }
    next += 1
    switch token.kind {
    case .key, .value, .blockEnd, .flowEntry, .flowMappingEnd, .flowSequenceEnd: return empty()
    default: return try node(allowsIndentless: allowsIndentless)
    }
  }

  /// Passes the comma between elements, and says whether the closing bracket follows.
  private mutating func isFlowOver(_ end: YAMLToken.Kind) throws(YAMLFault) -> Bool {
    if isNext(end) { return true }
    let innermost = frames.count - 1
    let hasElements = !frames[innermost].elements.isEmpty || !frames[innermost].mapping.entries.isEmpty
    if hasElements {
      try pass(.flowEntry, "\",\" or a closing bracket")
      return isNext(end)
    }
    return false
  }

  private mutating func pass(_ kind: YAMLToken.Kind, _ wanted: String) throws(YAMLFault) {
    guard isNext(kind) else { throw YAMLFault("\(wanted) was expected, and there is \(token.name)", token.offset) }
    next += 1
  }

  private mutating func close(isMarked: Bool) throws(YAMLFault) -> YAMLValue {
    if isMarked { next += 1 }
    let frame = frames.removeLast()
    if let tag = frame.tag { try YAMLTags.checkCollection(tag) }
    switch frame.kind {
    case .blockSequence, .indentlessSequence, .flowSequence:
      return finish(.sequence(frame.elements), frame.anchor, weight: frame.weight)
    case .blockMapping, .flowMapping, .flowPair:
      return finish(.mapping(frame.mapping), frame.anchor, weight: frame.weight)
    }
  }
}
