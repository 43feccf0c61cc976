/// Two texts side by side, word by word: which words both have in the same order, and where other words stand between.
struct WordAlignment: Sendable {
  /// A place where the texts have different words between words that they share.
  struct Gap: Sendable {
    /// Tokens of the reference; empty where the answer says more.
    let reference: Range<Int>
    /// Tokens of the answer; empty where the answer says less.
    let answer: Range<Int>
  }

  let gaps: [Gap]
  /// Whether nearly all words of both texts are shared.
  let areAlike: Bool
  /// For each token of the reference the token of the answer that it is shared with.
  let partners: [Int?]

  /// Texts that have more pairs of words than this, the shared head and tail put aside, are not aligned.
  private static let maximumCells = 160_000

  private init(gaps: [Gap], partners: [Int?], words: Int = 0) {
    self.gaps = gaps
    let shared = partners.count { $0 != nil }
    areAlike = shared > 0 && shared * 4 >= words * 3 || words - shared <= 1
    self.partners = partners
  }

  /// The longest common subsequence of the words of both texts (Hunt and Szymanski's problem, solved by its table).
  static func of(_ pair: FactReadingPair) -> WordAlignment {
    let first = words(in: pair.reference)
    let second = words(in: pair.answer)
    var partners = [Int?](repeating: nil, count: pair.reference.tokens.count)
    guard !first.isEmpty, !second.isEmpty else { return WordAlignment(gaps: [], partners: partners) }
    var numbers: [String: Int] = [:]
    func number(_ reading: FactReading, _ index: Int) -> Int {
      let token = reading.tokens[index]
      let key = token.kind == .word ? token.stem : token.text
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count
      return numbers.count - 1
    }
    let a = first.map { number(pair.reference, $0) }
    let b = second.map { number(pair.answer, $0) }
    var head = 0
    while head < a.count, head < b.count, a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < a.count - head, tail < b.count - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let rows = a.count - head - tail
    let columns = b.count - head - tail
    guard rows * columns <= maximumCells else { return WordAlignment(gaps: [], partners: partners) }
    for index in 0..<head { partners[first[index]] = second[index] }
    for index in 0..<tail { partners[first[a.count - 1 - index]] = second[b.count - 1 - index] }
    var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    let width = columns + 1
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          a[head + row] == b[head + column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var gaps: [Gap] = []
    func close(_ rows: Range<Int>, _ columns: Range<Int>) {
      guard !rows.isEmpty || !columns.isEmpty else { return }
      gaps.append(
        Gap(
          reference: tokens(rows, of: first, in: pair.reference), answer: tokens(columns, of: second, in: pair.answer)))
    }
    var row = 0
    var column = 0
    var start = (row: 0, column: 0)
    while row < rows, column < columns {
      if a[head + row] == b[head + column] {
        close(head + start.row..<head + row, head + start.column..<head + column)
        partners[first[head + row]] = second[head + column]
        row += 1
        column += 1
        start = (row, column)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    close(head + start.row..<head + rows, head + start.column..<head + columns)
    return WordAlignment(gaps: gaps, partners: partners, words: max(a.count, b.count))
  }

  /// Words, numbers and codes, and the signs of currencies and percent.
  private static func words(in reading: FactReading) -> [Int] {
    reading.tokens.indices.filter {
      let token = reading.tokens[$0]
      return token.kind != .sign || token.text == "%" || MeasureUnits.currencies[token.text] != nil
    }
  }

  private static func tokens(_ range: Range<Int>, of words: [Int], in reading: FactReading) -> Range<Int> {
    guard let first = range.first, let last = range.last else {
      let place = range.lowerBound < words.count ? words[range.lowerBound] : reading.tokens.count
      return place..<place
    }
    return words[first]..<(words[last] + 1)
  }
}
