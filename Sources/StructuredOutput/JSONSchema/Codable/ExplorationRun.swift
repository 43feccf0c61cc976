/// One decoding of a type: what the made-up values are and how the questions of the initialiser are answered.
struct ExplorationRun {
  /// Which made-up values are given out.
  var variant = 0
  /// Which case of enumerations is given out, where that is not left to the variant.
  var choice: Int?
  /// Whether a key that is asked for is there.
  var answersContains = true
  /// The one key, as it stands in JSON, that a container of closed keys has.
  var onlyKey: String?
  /// Types that a single value container refuses to be.
  var refused: Set<ObjectIdentifier> = []
  /// Whether only a value is wanted, as small as can be: no optionals, no elements.
  var isMinimal = false

  /// The variants in the order in which they are tried: those that give elements first, as these show more.
  static let variants = [0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11]

  /// Whether sequences come with an element.
  var givesElements: Bool { !isMinimal && variant.isMultiple(of: 2) }
  /// Whether optional properties come with a value.
  var givesOptionals: Bool { !isMinimal && variant % 4 >= 2 }
}

/// What is known of a type used at one place.
struct Visit<Value> {
  var schema: JSONValue
  var value: Value?
  /// The value as JSON and the number of values to choose from, where code may branch on it.
  var choice: (value: JSONValue, count: Int)?
  /// Why there is no value.
  var obstacle: ValueObstacle?
}

/// Why no value of a type could be made up.
struct ValueObstacle: Error {
  var type: String
  var reason: String
}
