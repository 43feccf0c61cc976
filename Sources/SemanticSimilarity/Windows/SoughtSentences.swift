/// The sentences of a reference that are sought in an answer, each for itself.
enum SoughtSentences {
  /// The most sentences of a reference.
  static let most = 50

  private static let fewWords = 3

  /// The sentences of a reference; one of less than three words ("Yes.", a heading) is joined to its neighbour, since
  /// it says nothing that could be found for itself.
  static func sentences(of reference: String) -> [String] {
    var joined: [String] = []
    var short = ""
    for sentence in SentenceSplitter.sentences(of: reference) {
      let text = short.isEmpty ? sentence.text : short + " " + sentence.text
      short = ""
      if text.split(separator: " ").count < fewWords, text.unicodeScalars.allSatisfy(\.isASCII) {
        short = text
      } else {
        joined.append(text)
      }
    }
    if !short.isEmpty {
      if let last = joined.popLast() { joined.append(last + " " + short) } else { joined.append(short) }
    }
    return joined
  }
}
