/// Finds two sentences of the same words of which two parts have changed places around a third: "X thanked Y", "Y thanked
/// X".
enum SwappedParts {
  /// Longer parts are clauses.
  private static let maximumWords = 24

  /// The first sentences of a text that are compared.
  private static let maximumSentences = 30

  static func finding(in pair: FactReadingPair) -> FactFinding? {
    let answer = sentences(of: pair.answer)
    for first in sentences(of: pair.reference) {
      for second in answer where second.count == first.count {
        if let finding = finding(first, second, in: pair) { return finding }
      }
    }
    return nil
  }

  private static func finding(_ first: [Int], _ second: [Int], in pair: FactReadingPair) -> FactFinding? {
    guard first.count >= 3 else { return nil }
    func own(_ index: Int) -> FactToken { pair.reference.tokens[first[index]] }
    func other(_ index: Int) -> FactToken { pair.answer.tokens[second[index]] }
    func areEqual(_ one: Int, _ two: Int) -> Bool { word(own(one)) == word(other(two)) }
    var start = 0
    while start < first.count, areEqual(start, start) { start += 1 }
    var end = first.count
    while end > start, areEqual(end - 1, end - 1) { end -= 1 }
    let count = end - start
    guard count >= 3, count <= maximumWords else { return nil }
    for x in 1..<(count - 1) where areEqual(start, end - x) {
      for y in 1..<(count - x) where areEqual(end - y, start) {
        let isSwapped =
          (0..<x).allSatisfy { areEqual(start + $0, end - x + $0) }
          && (0..<y).allSatisfy { areEqual(end - y + $0, start + $0) }
          && (0..<(count - x - y)).allSatisfy { areEqual(start + x + $0, start + y + $0) }
        let middle = (start + x)..<(end - y)
        guard isSwapped, !middle.isEmpty,
          turns(middle.map { own($0).text }, after: start > 0 ? own(start - 1).text : "")
        else { continue }
        return FactFinding(
          kind: .roles, reference: pair.reference.span(first[start]..<(first[end - 1] + 1)),
          answer: pair.answer.span(second[start]..<(second[end - 1] + 1)), because: "They have changed places.")
      }
    }
    return nil
  }

  /// Whether it matters what stands before and what after the words between.
  private static func turns(_ middle: [String], after before: String) -> Bool {
    if middle.contains("and") || middle.contains("or") { return false }
    if middle == ["to"] { return before == "from" }
    // "Jane is the CEO" and "the CEO is Jane", "A met B" and "B met A".
    return middle.contains { !both.contains($0) }
  }

  /// "us" is "we" in another place.
  private static func word(_ token: FactToken) -> String { pronouns[token.text] ?? token.text }

  private static let pronouns = ["us": "we", "me": "i", "him": "he", "her": "she", "them": "they"]

  private static let both = FactWords.set(
    "is are was were be been being has have had will the a an of in on at with as well nor plus equals equal equalled met meets meet marries married resembles resembled near beside next opposite alongside like versus vs same similar identical different differs from between then also"
  )

  /// The words of each sentence.
  private static func sentences(of reading: FactReading) -> [[Int]] {
    var result: [[Int]] = []
    var start = 0
    while start < reading.tokens.count, result.count < maximumSentences {
      let range = reading.sentence(of: start)
      result.append(range.filter { reading.tokens[$0].kind != .sign })
      start = range.upperBound
    }
    return result
  }
}
