import Foundation
import SemanticSimilarity
import TextMetrics

/// A number that was read out of an answer.
struct NumberInAnswer: Hashable {
  let value: Decimal
  /// As a message shows it.
  let words: String

  /// The numbers of a text in digits, in their order; "3/4", "1 1/2" and "1.5 million" are one each, "½" too.
  ///
  /// Those that are no figures, as of citations, "[1]", and codes, "T-1042", are left out where there are others.
  static func inDigits(of text: String) -> [NumberInAnswer] {
    let text = spellingOutFractions(text)
    let places = NumbersInText.places(in: text)
    guard !places.isEmpty else { return [] }
    let neighbourhood = NumberNeighbourhood(Array(text.unicodeScalars), places)
    var numbers: [NumberInAnswer] = []
    var asides: [NumberInAnswer] = []
    var index = 0
    while index < places.count {
      var value = places[index].value
      var last = index
      if neighbourhood.isDivided(index) {
        value /= places[index + 1].value
        last = index + 1
      } else if neighbourhood.parts(index, with: " "), neighbourhood.isDivided(index + 1),
        abs(places[index + 1].value) < places[index + 2].value
      {
        let share = places[index + 1].value / places[index + 2].value
        value += value.sign == .minus ? -share : share
        last = index + 2
      }
      let scale = neighbourhood.scale(behind: last)
      value *= scale?.factor ?? 1
      if neighbourhood.isNegatedByWord(index) { value.negate() }
      let range = places[index].scalars.lowerBound..<(scale?.end ?? places[last].scalars.upperBound)
      if !value.isNaN {
        let number = NumberInAnswer(value: value, words: neighbourhood.words(in: range, isNegative: value < 0))
        if neighbourhood.isAside(range) { asides.append(number) } else { numbers.append(number) }
      }
      index = last + 1
    }
    return numbers.isEmpty ? asides : numbers
  }

  /// The numbers of a text in words: "forty-two", in six languages. "One" and the like count only where nothing else
  /// does.
  static func inWords(of text: String) -> [NumberInAnswer] {
    let quantities = StatedFacts(text).quantities
    let counts = quantities.filter { !$0.isSoft }
    return (counts.isEmpty ? quantities : counts).compactMap { quantity in
      guard let magnitude = quantity.measures.first?.magnitude, magnitude.isFinite,
        let value = Decimal(string: "\(magnitude)")
      else { return nil }
      return NumberInAnswer(value: value, words: quantity.words)
    }
  }

  /// "½" as "1/2", "2½" as "2 1/2".
  private static func spellingOutFractions(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isVulgarFraction) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isVulgarFraction(scalar) else {
        result.append(scalar)
        continue
      }
      if result.last?.properties.generalCategory == .decimalNumber { result.append(" ") }
      for part in String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars {
        result.append(part == "\u{2044}" ? "/" : part)
      }
    }
    return String(result)
  }

  private static func isVulgarFraction(_ scalar: Unicode.Scalar) -> Bool {
    (0x00BC...0x00BE).contains(scalar.value) || (0x2150...0x215E).contains(scalar.value)
  }
}
