/// A quantity, a day, a time of the day or a code that was read out of a text.
struct Fact: Sendable {
  /// One way to understand a number with its unit.
  struct Measure: Sendable {
    /// The dimension of the unit; "" for a bare number, "percent", "ordinal" or "money EUR".
    let dimension: String
    /// The number as written.
    let magnitude: Double
    /// The number in base units.
    let value: Double
    /// How far an equal quantity in another unit may lie away, as a share.
    let tolerance: Double
  }

  /// What is known of a day; parts that are not said are nil.
  struct Day: Sendable, Hashable {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  enum Value: Sendable {
    case quantity([Measure])
    /// More than one where day and month may be either way round.
    case day([Day])
    case weekday(Int)
    /// Minutes after midnight; two where morning or evening is not said.
    case time([Int])
    case code(String, form: String)
  }

  /// The side of the number on which the real one lies.
  enum Bound: Sendable { case lower, upper }

  var value: Value
  let tokens: Range<Int>
  /// Articles and "one": they match, but are not missed.
  var isSoft = false
  var isApproximate = false
  var bound: Bound?
  /// The token that turns the bound round: "not" in "not more than 5".
  var denial: Int?
}
