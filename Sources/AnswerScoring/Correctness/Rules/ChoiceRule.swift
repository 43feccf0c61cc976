/// Compares the lettered option that an answer chooses with the correct one.
struct ChoiceRule: Hashable {
  let range: ClosedRange<Character>

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    guard let letters else {
      return CorrectnessMatch(
        inconclusive:
          "\(range.lowerBound)...\(range.upperBound) are no letters of options. Give two of one "
          + "alphabet, at most 64 apart: \"A\"...\"D\"."
      )
    }
    var wanted: [(text: String, letter: Character)] = []
    for candidate in correct {
      if case .chosen(let letter) = ChoiceReading.outcome(of: candidate, among: letters).0 {
        wanted.append((candidate, letter))
      }
    }
    let options = "\(range.lowerBound) to \(range.upperBound)"
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive:
          "None of the correct answers (\(CorrectAnswerList.listed(correct))) is one letter from \(options).")
    }
    let listed = CorrectAnswerList.listed(wanted.map(\.text))
    let (outcome, place) = ChoiceReading.outcome(of: answer, among: letters)
    switch outcome {
    case .chosen(let letter):
      if let match = wanted.first(where: { $0.letter == letter }) {
        return CorrectnessMatch(
          passed: "The answer chooses \(letter)\(place).", match.text, extracted: String(letter))
      }
      return CorrectnessMatch(
        failed: "The answer chooses \(letter)\(place); correct would be \(listed).", extracted: String(letter))
    case .several(let named):
      let names = named.prefix(8).map(String.init).joined(separator: ", ")
      return CorrectnessMatch(
        failed: "The answer names \(names)\(place) and does not choose one of them; correct would be \(listed).")
    case .none:
      return CorrectnessMatch(
        failed: "The answer chooses no letter from \(options); correct would be \(listed).")
    }
  }

  /// The letters of the range, capital; nil where it is none of options.
  private var letters: Set<Character>? {
    guard let first = range.lowerBound.uppercased().unicodeScalars.first,
      let last = range.upperBound.uppercased().unicodeScalars.first, first.value <= last.value,
      last.value - first.value < 64
    else { return nil }
    let scalars = (first.value...last.value).compactMap(Unicode.Scalar.init)
    guard scalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.numericType != nil }) else { return nil }
    return Set(scalars.map(Character.init))
  }
}
