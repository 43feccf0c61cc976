import Foundation
import TextMetrics

/// What stands around the numbers of a text and belongs to them.
struct NumberNeighbourhood {
  private let scalars: [Unicode.Scalar]
  private let places: [NumberPlace]

  init(_ scalars: [Unicode.Scalar], _ places: [NumberPlace]) {
    self.scalars = scalars
    self.places = places
  }

  /// Whether a sign and nothing else parts a number from the next.
  func parts(_ index: Int, with sign: Unicode.Scalar) -> Bool {
    guard index >= 0, index + 1 < places.count else { return false }
    let between = places[index].scalars.upperBound..<places[index + 1].scalars.lowerBound
    return between.count == 1 && scalars[between.lowerBound] == sign
  }

  /// Whether a number is the upper one of a fraction. Of "03/05/2026" none is.
  func isDivided(_ index: Int) -> Bool {
    parts(index, with: "/") && !parts(index + 1, with: "/") && !parts(index - 1, with: "/")
      && places[index + 1].value > 0
  }

  /// "42k", "1.5 million": the factor, and where its name ends.
  func scale(behind index: Int) -> (factor: Decimal, end: Int)? {
    var start = places[index].scalars.upperBound
    let isAttached = start < scalars.count && scalars[start] != " " && scalars[start] != "\u{A0}"
    if !isAttached { start += 1 }
    var end = start
    while end < scalars.count, end < start + 12, scalars[end].properties.isAlphabetic { end += 1 }
    guard end > start, end == scalars.count || !scalars[end].properties.isAlphabetic else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start..<end])
    let word = String(name).lowercased()
    if word == "k" { return isAttached ? (1000, end) : nil }
    return Self.factors[word].map { ($0, end) }
  }

  /// "minus 42", but not "50 minus 8".
  func isNegatedByWord(_ index: Int) -> Bool {
    guard places[index].value > 0 else { return false }
    let previousEnd = index > 0 ? places[index - 1].scalars.upperBound : 0
    let before = scalars[previousEnd..<places[index].scalars.lowerBound]
    guard before.last == " " else { return false }
    let tail = before.dropLast()
    for word in ["minus", "negative"] {
      let letters = Array(word.unicodeScalars)
      guard tail.suffix(letters.count).map(\.properties.lowercaseMapping).joined() == word else { continue }
      let rest = tail.dropLast(letters.count)
      if let last = rest.last, last.properties.isAlphabetic { return false }
      return index == 0 || !rest.allSatisfy { $0 == " " }
    }
    return false
  }

  /// Whether a number is no figure of the text: a citation "[1]", a denial "7, not 8", the mark of a list "2. ", or a
  /// part of a code "T-1042" or of a web address.
  func isAside(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    let after = range.upperBound < scalars.count ? scalars[range.upperBound] : " "
    if before < 0 || scalars[before] == "\n" {
      let follows = range.upperBound + 1 < scalars.count ? scalars[range.upperBound + 1] : "x"
      return range.count <= 3 && (after == "." || after == ")") && follows == " "
    }
    if isDenied(range.lowerBound) { return true }
    if scalars[before] == "[", after == "]" { return before > 0 }
    if scalars[before] == "-", before > 0, scalars[before - 1].properties.isUppercase { return true }
    return isInAddress(before)
  }

  /// "7, not 8", but not "7 is not 8".
  private func isDenied(_ start: Int) -> Bool {
    guard start > 5, scalars[(start - 4)..<start].elementsEqual("not ".unicodeScalars) else { return false }
    let rest = scalars[max(0, start - 8)..<(start - 4)].reversed().drop { $0 == " " }
    return rest.first.map { [",", "(", ";", "–", "—"].contains($0) } ?? false
  }

  /// Whether the word in front holds "://". Addresses are looked through for 200 signs.
  private func isInAddress(_ last: Int) -> Bool {
    guard scalars[last] == "/" || scalars[last] == "=" || scalars[last] == "-" else { return false }
    var place = last
    while place > 1, place > last - 200, !scalars[place].properties.isWhitespace {
      if scalars[place] == "/", scalars[place - 1] == "/", scalars[place - 2] == ":" { return true }
      place -= 1
    }
    return false
  }

  /// A number as a message shows it.
  func words(in range: Range<Int>, isNegative: Bool) -> String {
    var words = String.UnicodeScalarView()
    if isNegative { words.append("-") }
    words.append(contentsOf: scalars[range].prefix(60))
    return String(words) + (range.count > 60 ? "…" : "")
  }

  private static let factors: [String: Decimal] = {
    var table: [String: Decimal] = [:]
    for (words, factor) in [
      ("thousand tausend mille mila mil", 1000),
      ("million millions mio mn millionen millones millón milione milioni milhão milhões", 1_000_000),
      ("billion billions bn mrd milliarde milliarden milliard milliards miliardo miliardi", 1_000_000_000),
      ("trillion trillions", 1_000_000_000_000),
    ] as [(String, Decimal)] {
      for word in words.split(separator: " ") { table[String(word)] = factor }
    }
    return table
  }()
}
