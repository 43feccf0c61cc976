/// Something in a text that looks like data about a person.
struct PersonalDataFinding: Sendable, Hashable {
  /// Its place in the UTF-8 bytes of the text.
  var range: Range<Int>
  /// What makes two of a kind equal, whatever they are written like: `+49 30 1` and `+49301` are one number.
  var value: String
}
