/// A place in a text where a source is cited, or seems to be.
struct Citation {
  let offset: Int
  /// What stands there, its brackets included.
  let text: String
  /// The places of the given sources that it names.
  var sources: [Int] = []
  /// What it names that is none of them, as messages call it.
  var unknown: [String] = []
}
