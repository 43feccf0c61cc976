/// A regular expression that is searched for, never for longer than a bound, whatever pattern and text.
///
/// The syntax is ECMA-262's with the flag `u` (section 22.2.1), as JSON Schema wants it, and the escapes and lone braces
/// that patterns without that flag write as well. `(?i)` at the beginning ignores case. A pattern is found anywhere in the
/// text unless `^` and `$` hold it; both mean the text's ends, not a line's. Characters are Unicode scalars.
///
/// A search takes time linear in the text; only a pattern with back-references, or with look-around elsewhere than behind
/// a leading `^`, is searched by trying out, which ends as undecided after a set number of steps.
struct TextPattern: Sendable {
  /// The pattern as it was written.
  let source: String
  /// The engine, which lives as long as a copy of the pattern does.
  let engine: PatternEngine

  /// Compiles a pattern.
  /// - Throws: ``TextPatternError`` where it is malformed or too large.
  init(_ source: String) throws(TextPatternError) {
    self.source = source
    var parser = PatternParser(source)
    engine = PatternEngine(try parser.parse().compiled(source: source))
  }

  /// Whether the pattern is found anywhere in a text; a search that comes to no answer has not found it.
  func isFound(in text: String) -> Bool { answer(in: text) == .found }

  /// Whether the pattern is found anywhere in a text.
  func answer(in text: String) -> PatternAnswer {
    var copy = text
    return copy.withUTF8 { engine.answer(in: $0) }
  }

  /// Whether the pattern is found anywhere in UTF-8. A byte that begins no scalar counts as U+FFFD.
  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer { engine.answer(in: text) }
}

/// A pattern's program in a class of its own, so that who searches often can hold it without counting references.
final class PatternEngine: Sendable {
  private let program: any PatternProgram

  init(_ program: any PatternProgram) { self.program = program }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer { program.answer(in: text) }
}

/// What a search came to.
enum PatternAnswer: Sendable {
  case found
  case notFound
  /// The search was given up after too many steps.
  case undecided
}
