/// How a part of a pattern is meant, as `(?ims-ims:…)` changes it.
struct PatternFlags {
  var ignoresCase = false
  var isMultiline = false
  var pointIsAny = false

  static let point = ScalarSet.lineEnds.inverted

  /// The set with what differs from its members in case alone, where case is ignored.
  func folded(_ set: ScalarSet) -> ScalarSet { ignoresCase ? CaseFolding.closure(of: set) : set }

  /// Reads `ims-ims:` and does as it says; false where something else stands there.
  mutating func change(_ cursor: inout PatternCursor) throws(TextPatternError) -> Bool {
    let start = cursor.at
    var seen: Set<UnicodeScalar> = []
    var value = true
    while let next = cursor.next, next != ":" {
      switch next {
      case "i": ignoresCase = value
      case "m": isMultiline = value
      case "s": pointIsAny = value
      case "-" where value: value = false
      default: return false
      }
      guard seen.insert(next).inserted else { throw cursor.fault("a group changes the flag \(next) twice", at: start) }
      cursor.at += 1
    }
    return !seen.subtracting(["-"]).isEmpty && cursor.skip(":")
  }
}
