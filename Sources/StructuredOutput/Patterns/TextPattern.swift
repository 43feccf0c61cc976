/// A regular expression that is searched for in time linear in the text, whatever the pattern.
///
/// The syntax is ECMA-262's with the flag `u`, as JSON Schema wants it, less what no linear search can do:
/// back-references and look-around. `(?i)` at the beginning ignores case. A pattern is found anywhere in the text unless
/// `^` and `$` hold it; both mean the text's ends, not a line's. Characters are Unicode scalars.
struct TextPattern: Sendable {
  /// The pattern as it was written.
  let source: String
  private let program: PatternProgram

  /// Compiles a pattern.
  /// - Throws: ``TextPatternError`` where it is malformed, too large, or asks for what is not offered.
  init(_ source: String) throws(TextPatternError) {
    self.source = source
    var parser = PatternParser(source)
    let tree = try parser.parse()
    program = try PatternProgram(tree, ignoresCase: parser.ignoresCase, source: source)
  }

  /// Whether the pattern is found anywhere in a text.
  func isFound(in text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { program.isFound(in: $0) }
  }
}

/// Why a regular expression cannot be used.
struct TextPatternError: Error, CustomStringConvertible {
  let pattern: String
  /// The place in the pattern, in scalars from 1.
  let position: Int
  let reason: String

  var description: String {
    let quoted = pattern.utf8.count > 200 ? "\(pattern.prefix(100))…" : pattern
    return "the pattern \(quoted) cannot be used: \(reason) (at character \(position))"
  }
}

/// A pattern taken apart.
indirect enum PatternTree {
  case empty
  case scalars(ScalarSet)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  case repetition(PatternTree, least: Int, most: Int?)
  case position(PatternPosition)
}

/// What holds between two characters, or at an end.
enum PatternPosition: Sendable {
  case start
  case end
  case wordBoundary
  case noWordBoundary
}
