/// The correct answers as a message names them.
enum CorrectAnswerList {
  /// The first five, quoted.
  static func listed(_ answers: [String]) -> String {
    let shown = answers.prefix(5).map { QuotedExcerpt($0, limit: 100).description }.joined(separator: ", ")
    return answers.count > 5 ? "\(shown) and \(answers.count - 5) more" : shown
  }
}
