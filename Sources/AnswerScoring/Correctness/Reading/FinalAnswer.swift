import Foundation

/// A part of an answer that it marks as its conclusion, as models do that show their work.
///
/// The marks, strongest first:
/// - `\boxed{…}` and `\fbox{…}`, as in the data set MATH (Hendrycks and others, 2021); the last.
/// - `<answer>…</answer>`, the last.
/// - A line `#### 42`, as in GSM8K (Cobbe and others, 2021); the last.
/// - "The answer is …", "Answer: …", and the same in German, French, Spanish, Italian and Portuguese; the last.
///
/// What stands in front of `</think>` is no part of an answer. Of a long answer the end is searched.
struct FinalAnswer {
  /// What is marked: the whole content, or the rest of the sentence.
  let text: String
  /// The rest of the line; the same as `text` where all of the content is the conclusion.
  let line: String
  /// The mark as a message names it.
  let mark: String
  /// Whether the mark encloses the conclusion, so that nothing else stands in it.
  let isEnclosed: Bool

  /// How many bytes of an answer's end are searched for a mark.
  static let searchedBytes = 100_000

  /// An answer without what a reasoning model thought before it.
  static func spoken(_ answer: String) -> String {
    guard let end = answer.range(of: "</think>", options: .backwards) else { return answer }
    let rest = answer[end.upperBound...]
    return rest.allSatisfy(\.isWhitespace) ? answer : String(rest)
  }

  /// The marked parts of an answer, the strongest mark first.
  ///
  /// - Parameter nouns: What else than "answer" names the conclusion: "option".
  static func marked(in answer: String, nouns: [String] = []) -> [FinalAnswer] {
    let search = FinalAnswerSearch(end(of: answer))
    return [search.boxed(), search.tagged(), search.hashed(), search.worded(nouns: nouns)].compactMap { $0 }
  }

  /// The last ``searchedBytes`` bytes.
  static func end(of text: String) -> Substring {
    let utf8 = text.utf8
    guard utf8.count > searchedBytes,
      var start = utf8.index(utf8.endIndex, offsetBy: -searchedBytes, limitedBy: utf8.startIndex)
    else { return text[...] }
    // Not in the middle of a scalar.
    while start < utf8.endIndex, utf8[start] & 0xC0 == 0x80 { start = utf8.index(after: start) }
    return text[start...]
  }
}

/// Searches the bytes of an answer's end for marks.
private struct FinalAnswerSearch {
  private let bytes: [UInt8]
  /// The bytes with the capitals of ASCII made small.
  private let small: [UInt8]

  init(_ text: Substring) {
    bytes = Array(text.utf8)
    small = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  // MARK: Enclosing marks

  func boxed() -> FinalAnswer? {
    for name in ["\\boxed", "\\fbox"] {
      guard let start = last(name, in: bytes) else { continue }
      var place = skipSpace(start + name.utf8.count)
      guard place < bytes.count else { return nil }
      if bytes[place] != UInt8(ascii: "{") {
        // MATH also writes "\boxed 42".
        let end = bytes[place...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "$") } ?? bytes.count
        return enclosed(place..<end, mark: name)
      }
      var depth = 0
      let content = place + 1
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "{") { depth += 1 }
        if bytes[place] == UInt8(ascii: "}") {
          depth -= 1
          if depth == 0 { return enclosed(content..<place, mark: name) }
        }
        place += 1
      }
      return nil
    }
    return nil
  }

  func tagged() -> FinalAnswer? {
    guard let end = last("</answer>", in: small), let start = last("<answer>", in: small, before: end) else {
      return nil
    }
    return enclosed(start + 8..<end, mark: "<answer>")
  }

  /// A line of "####" and a number: a heading of Markdown has words.
  func hashed() -> FinalAnswer? {
    var end = bytes.count
    while let start = last("####", in: bytes, before: end) {
      end = start
      let content = line(from: start + 4, limit: 60)
      let isLineStart = start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x20
      if isLineStart, content.count < 60, isNumberAlone(content) { return enclosed(content, mark: "####") }
    }
    return nil
  }

  private func isNumberAlone(_ range: Range<Int>) -> Bool {
    let words = bytes[range].split { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
    guard (1...3).contains(words.count) else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return words[0].contains(where: isDigit) && (words.count == 1 || words[0].last != UInt8(ascii: "."))
  }

  private func enclosed(_ range: Range<Int>, mark: String) -> FinalAnswer? {
    let text = LaTeXText.plain(string(range))
    return text.allSatisfy(\.isWhitespace) ? nil : FinalAnswer(text: text, line: text, mark: mark, isEnclosed: true)
  }

  // MARK: Words

  func worded(nouns: [String]) -> FinalAnswer? {
    var best: (start: Int, content: Int)?
    for noun in Self.nouns + nouns {
      var end = bytes.count
      while let start = last(noun, in: small, before: end) {
        end = start
        if let best, best.start > start { break }
        guard isWordStart(start), !isOfSomethingElse(start), let content = content(after: start + noun.utf8.count)
        else { continue }
        best = (start, content)
        break
      }
    }
    guard let best else { return nil }
    var start = best.content
    // "**Answer:**" and the answer on the next line that is not empty.
    while start < bytes.count, bytes[start] <= 0x20 || Self.decoration.contains(bytes[start]) { start += 1 }
    guard start < bytes.count else { return nil }
    // The sign that opens emphasis or code is part of the conclusion's form.
    let line = line(from: start)
    let sentence = sentence(in: line)
    return FinalAnswer(
      text: LaTeXText.plain(string(sentence)), line: LaTeXText.plain(string(line)),
      mark: "“\(string(best.start..<best.content).trimmingCharacters(in: .whitespacesAndNewlines))”",
      isEnclosed: false)
  }

  private static let nouns = ["answer", "antwort", "réponse", "reponse", "respuesta", "risposta", "resposta"]
  private static let copulas = [
    "is", "ist", "lautet", "est", "es", "è", "é", "would be", "should be", "must be", "was", "will be",
  ]
  private static let noConclusions = [
    "not ", "nicht ", "in ", "on ", "at ", "found ", "given ", "stated ", "based ", "below", "above", "unclear",
    "unknown",
  ]
  private static let decoration = Set("*_:`\"".utf8)

  /// Where the conclusion starts behind a noun: after a colon or "is".
  private func content(after end: Int) -> Int? {
    var place = end
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == UInt8(ascii: "*") || bytes[place] == 0x5F {
      place += 1
    }
    guard place < bytes.count else { return nil }
    if bytes[place] == UInt8(ascii: ":") || bytes[place] == UInt8(ascii: "=") { return place + 1 }
    if starts(with: "：", at: place) { return place + 3 }
    guard place > end else { return nil }
    // "The answer to your question is …"
    if starts(with: "to ", at: place) || starts(with: "for ", at: place) {
      let limit = min(bytes.count, place + 80)
      while place < limit, bytes[place] != 0x0A, bytes[place] != UInt8(ascii: "."), !starts(with: " is ", at: place) {
        place += 1
      }
      guard place < limit, starts(with: " is ", at: place) else { return nil }
      place += 1
    }
    for copula in Self.copulas where starts(with: copula, at: place) {
      let after = place + copula.utf8.count
      guard after < bytes.count, !isLetter(bytes[after]), small[after] != UInt8(ascii: "'") else { continue }
      let content = skipSpace(after)
      // What the answer is not, and where it is to be found, is no conclusion.
      if Self.noConclusions.contains(where: { starts(with: $0, at: content) }) { return nil }
      return after
    }
    return nil
  }

  /// "The wrong answer is A."
  private func isOfSomethingElse(_ start: Int) -> Bool {
    let before = small[max(0, start - 12)..<start]
    let word = String(decoding: before, as: UTF8.self).split(whereSeparator: \.isWhitespace).last
    return word.map { ["wrong", "incorrect", "false", "no", "another", "falsche"].contains($0) } ?? false
  }

  /// The part of a line up to the end of its first sentence: a full stop with a space behind it, but not "5. March".
  private func sentence(in line: Range<Int>) -> Range<Int> {
    for place in line.dropFirst()
    where bytes[place] == UInt8(ascii: ".") || bytes[place] == 0x3F || bytes[place] == 0x21 {
      if place + 1 >= line.upperBound { return line.lowerBound..<place }
      if bytes[place + 1] == 0x20 { return line.lowerBound..<place }
    }
    return line
  }

  // MARK: Bytes

  private func last(_ text: String, in bytes: [UInt8], before end: Int? = nil) -> Int? {
    let needle = Array(text.utf8)
    var place = (end ?? bytes.count) - needle.count
    while place >= 0 {
      if bytes[place] == needle[0], bytes[place..<(place + needle.count)].elementsEqual(needle) { return place }
      place -= 1
    }
    return nil
  }

  private func starts(with text: String, at place: Int) -> Bool {
    place + text.utf8.count <= small.count && small[place..<(place + text.utf8.count)].elementsEqual(text.utf8)
  }

  private func line(from start: Int, limit: Int = 2_000) -> Range<Int> {
    let limit = min(bytes.count, start + limit)
    var end = start
    while end < limit, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  private func skipSpace(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
    return place
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  private func isWordStart(_ place: Int) -> Bool { place == 0 || !isLetter(bytes[place - 1]) }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
