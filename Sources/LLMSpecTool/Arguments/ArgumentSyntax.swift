/// What a verb takes on the command line.
struct ArgumentSyntax: Sendable {
  /// The options.
  var options: [Option] = []
  /// What stands for the words beside options in messages; there may be as many words.
  var words: [String] = []
  /// Whether there may be any number of the last of these words.
  var repeatsLastWord = false
  /// What the arguments behind `--` are for; nil where there may be none.
  var rest: String?
}
