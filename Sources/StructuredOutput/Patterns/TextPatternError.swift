/// Why a regular expression cannot be used.
package struct TextPatternError: Error, CustomStringConvertible {
  let pattern: String
  /// The place in the pattern, in scalars from 1.
  let position: Int
  let reason: String

  package var description: String {
    let quoted = pattern.utf8.count > 200 ? "\(pattern.prefix(100))…" : pattern
    return "the pattern \(quoted) cannot be used: \(reason) (at character \(position))"
  }
}
