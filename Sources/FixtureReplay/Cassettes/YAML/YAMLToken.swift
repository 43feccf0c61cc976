/// A piece of a YAML text (YAML 1.1, chapter 4).
struct YAMLToken {
  enum Kind: Equatable {
    case documentStart
    case documentEnd
    case blockSequenceStart
    case blockMappingStart
    case blockEnd
    case blockEntry
    case flowSequenceStart
    case flowSequenceEnd
    case flowMappingStart
    case flowMappingEnd
    case flowEntry
    case key
    case value
    case anchor
    case alias
    case tag
    /// Without quotes: null, numbers and truth values are told by their looks.
    case plainScalar
    case quotedScalar
    case end
  }

  var kind: Kind
  /// The place in bytes.
  var offset: Int
  /// The text of a scalar, the name of an anchor, alias or tag.
  var text = ""

  /// What a token is called in messages.
  var name: String {
    switch kind {
    case .documentStart: "\"---\""
    case .documentEnd: "\"...\""
    case .blockSequenceStart: "a list"
    case .blockMappingStart: "a mapping"
    case .blockEnd: "the end of the indentation"
    case .blockEntry: "\"-\""
    case .flowSequenceStart: "\"[\""
    case .flowSequenceEnd: "\"]\""
    case .flowMappingStart: "\"{\""
    case .flowMappingEnd: "\"}\""
    case .flowEntry: "\",\""
    case .key: "a key"
    case .value: "\":\""
    case .anchor: "an anchor"
    case .alias: "an alias"
    case .tag: "a tag"
    case .plainScalar, .quotedScalar: "a text"
    case .end: "the end of the file"
    }
  }
}
