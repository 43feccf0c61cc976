/// Where a regular expression is found in a text, for other modules of this package.
///
/// The syntax is that of ``TextPattern``, whose quick search is asked first: in most texts nothing is found. Places are
/// found by trying out, leftmost first and as ECMA-262 prefers, for a bounded number of steps.
package struct TextPatternSearch: Sendable {
  private let pattern: TextPattern
  private let backtracker: PatternBacktracker

  /// Compiles a pattern.
  /// - Throws: ``TextPatternError`` where it is malformed or too large.
  package init(_ source: String) throws(TextPatternError) {
    pattern = try TextPattern(source)
    var parser = PatternParser(source)
    let parsed = try parser.parse()
    let tree = parsed.hasBackReferences ? parsed.tree : parsed.tree.withoutGroups
    backtracker = PatternBacktracker(tree, groupCount: parsed.hasBackReferences ? parsed.groupCount : 0)
  }

  /// The places in UTF-8, in order, without overlaps and without empty ones; nil where the search was given up after too
  /// many steps. A byte that begins no scalar counts as U+FFFD.
  package func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    switch pattern.answer(in: text) {
    case .notFound: []
    case .undecided: nil
    case .found: backtracker.ranges(in: text)
    }
  }
}
