import Foundation

/// Finds the numbers that a text gives in digits.
public enum NumbersInText {
  /// The numbers of a text in their order, as exact decimals: "1,234.50" is 1234.5.
  ///
  /// - Separators: a comma before exactly three digits parts thousands ("1,234", also "1,00,000"), else it is a
  ///   decimal comma if it stands alone ("12,50") and a list if not ("1,2,3"). A full stop is a decimal point
  ///   ("12.50", "1.234"), unless there are several in front of three digits each ("1.234.567") or a decimal comma
  ///   follows ("1.234,50"); other rows of numbers with full stops ("1.2.3") are whole numbers. Between groups
  ///   of three digits also stand the apostrophe and the no-break and thin spaces.
  /// - Sign: a minus, hyphen or en dash right before the number, or before its currency sign, and not after a letter or digit: "-4" is
  ///   -4, "2020-2021" is 2020 and 2021.
  /// - Powers of ten: "1.5e3" and "1.5 × 10^3" (also "10³", and with x, * or ·) are 1500.
  /// - Left out: digits right after a letter of an alphabet with capitals ("GPT4", "H2O"), number words, fractions
  ///   signs ("½"); numbers beyond 10^120. A percentage counts as written: "30%" is 30. Beyond 38 digits a number
  ///   is cut.
  /// - Digits of any script are read.
  public static func numbers(in text: String) -> [Decimal] {
    places(in: text).map(\.value)
  }

  /// The numbers of a text, and where each stands, in Unicode scalars from the text's start.
  package static func places(in text: String) -> [NumberPlace] {
    var reader = NumberReader(text)
    return reader.readAll()
  }
}

/// A number of a text.
package struct NumberPlace: Sendable, Hashable {
  /// Its value.
  package var value: Decimal
  /// Its digits, separators and power of ten, without a sign.
  package let scalars: Range<Int>
}

private struct NumberReader {
  /// The text with every digit as its ASCII form and every separator as one sign, and what it stood for.
  private var signs: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { signs = text.unicodeScalars.map(Self.plain) }

  mutating func readAll() -> [NumberPlace] {
    var numbers: [NumberPlace] = []
    while position < signs.count {
      let startsHere = isDigit(position) || (isPoint(position) && isDigit(position + 1) && !isWordSign(position - 1))
      guard startsHere else {
        position += 1
        continue
      }
      if isDigit(position), position > 0, signs[position - 1].properties.isCased {
        skipName()
        continue
      }
      let isNegative = hasMinus(before: position)
      let start = position
      for var number in readRow() {
        if isNegative, number.scalars.lowerBound == start { number.value.negate() }
        numbers.append(number)
      }
    }
    return numbers
  }

  /// The digits of a name like "GPT4", and what hangs on them like "v1.2.3".
  private mutating func skipName() {
    while isDigit(position) || (isPoint(position) && isDigit(position + 1)) { position += 1 }
  }

  /// One number, or several where signs that could be separators turn out to part numbers.
  private mutating func readRow() -> [NumberPlace] {
    let start = position
    var groups: [Range<Int>] = [digits(from: position)]
    var separators: [Unicode.Scalar] = []
    var end = groups[0].upperBound
    while end < signs.count, Self.separators.contains(signs[end]), isDigit(end + 1) {
      let group = digits(from: end + 1)
      // A space or apostrophe parts thousands or is none.
      if Self.onlyThousands.contains(signs[end]), group.count != 3 { break }
      separators.append(signs[end])
      groups.append(group)
      end = group.upperBound
    }
    position = end
    guard let reading = Reading(groups.map(\.count), separators, startsWithZero: startsWithZero(groups[0])) else {
      return groups.compactMap { group in
        decimal(whole: group, fraction: nil, exponent: 0).map { NumberPlace(value: $0, scalars: group) }
      }
    }
    let whole = groups.prefix(reading.wholeGroups).flatMap { $0 }
    let fraction = reading.hasFraction ? groups.last : nil
    let exponent = readExponent()
    return decimal(whole: whole, fraction: fraction, exponent: exponent).map {
      [NumberPlace(value: $0, scalars: start..<position)]
    } ?? []
  }

  /// How a row of groups of digits is to be taken; nil when its signs part separate numbers.
  private struct Reading {
    let wholeGroups: Int
    let hasFraction: Bool

    init?(_ counts: [Int], _ separators: [Unicode.Scalar], startsWithZero: Bool) {
      guard let lastSign = separators.last, let lastCount = counts.last else {
        (wholeGroups, hasFraction) = (counts.count, false)
        return
      }
      let inner = separators.dropLast()
      let isThousands = Self.areThousands(counts, separators[...], startsWithZero: startsWithZero)
      if lastSign == ".", inner.isEmpty {
        (wholeGroups, hasFraction) = (1, true)
      } else if isThousands {
        (wholeGroups, hasFraction) = (counts.count, false)
      } else if lastSign == "." || lastSign == ",", !inner.contains(lastSign),
        inner.isEmpty || Self.areThousands(counts.dropLast(), inner, startsWithZero: startsWithZero), lastCount > 0
      {
        (wholeGroups, hasFraction) = (counts.count - 1, true)
      } else {
        return nil
      }
    }

    private static func areThousands(
      _ counts: [Int], _ separators: ArraySlice<Unicode.Scalar>, startsWithZero: Bool
    ) -> Bool {
      guard let first = counts.first, let sign = separators.first, !startsWithZero else { return false }
      guard separators.allSatisfy({ $0 == sign }), counts.last == 3, first <= 3 else { return false }
      let middle = counts.dropFirst().dropLast()
      // The second form is the Indian one: 12,34,567.
      return middle.allSatisfy { $0 == 3 } || (sign == "," && first <= 2 && middle.allSatisfy { $0 == 2 })
    }
  }

  private mutating func readExponent() -> Int {
    guard position < signs.count else { return 0 }
    guard signs[position] == "e" || signs[position] == "E" else { return readPowerOfTen() }
    var start = position + 1
    let isNegative = start < signs.count && Self.minus.contains(signs[start])
    if isNegative || (start < signs.count && signs[start] == "+") { start += 1 }
    let range = digits(from: start)
    guard (1...3).contains(range.count), !isWordSign(range.upperBound) else { return 0 }
    position = range.upperBound
    let value = range.reduce(0) { $0 * 10 + digit($1) }
    return isNegative ? -value : value
  }

  /// "× 10^8", "x 10⁸" after a number.
  private mutating func readPowerOfTen() -> Int {
    var place = position
    func skipSpace() { while place < signs.count, place < position + 8, signs[place] == " " { place += 1 } }
    skipSpace()
    guard place < signs.count, Self.times.contains(signs[place]) else { return 0 }
    place += 1
    skipSpace()
    guard place + 2 < signs.count, signs[place] == "1", signs[place + 1] == "0" else { return 0 }
    place += 2
    if let (value, end) = superscript(from: place) {
      position = end
      return value
    }
    guard signs[place] == "^" else { return 0 }
    place += 1
    let closes = place < signs.count && (signs[place] == "{" || signs[place] == "(")
    if closes { place += 1 }
    let isNegative = place < signs.count && Self.minus.contains(signs[place])
    if isNegative { place += 1 }
    let range = digits(from: place)
    guard (1...3).contains(range.count) else { return 0 }
    position = range.upperBound + (closes && range.upperBound < signs.count ? 1 : 0)
    let value = range.reduce(0) { $0 * 10 + digit($1) }
    return isNegative ? -value : value
  }

  private func superscript(from start: Int) -> (value: Int, end: Int)? {
    var place = start
    let isNegative = place < signs.count && signs[place] == "\u{207B}"
    if isNegative { place += 1 }
    var value = 0
    let first = place
    while place < signs.count, place < first + 3, let digit = Self.superscripts.firstIndex(of: signs[place]) {
      value = value * 10 + digit
      place += 1
    }
    return place > first ? (isNegative ? -value : value, place) : nil
  }

  private static let times: Set<Unicode.Scalar> = ["\u{D7}", "x", "*", "\u{B7}", "\u{22C5}"]
  private static let superscripts: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// Nil when the number is too large to hold.
  private func decimal(whole: some Collection<Int>, fraction: Range<Int>?, exponent: Int) -> Decimal? {
    var significand: Decimal = 0
    var taken = 0
    var scale = exponent
    func take(_ place: Int, isFraction: Bool) {
      if taken < 38 {
        significand = significand * 10 + Decimal(digit(place))
        if significand != 0 { taken += 1 }
        if isFraction { scale -= 1 }
      } else if !isFraction {
        scale += 1
      }
    }
    for place in whole { take(place, isFraction: false) }
    for place in fraction ?? 0..<0 {
      // Zeros after the point, before the first digit that counts, must not run the scale out of its range.
      if taken >= 38 || scale < -120 { break }
      take(place, isFraction: true)
    }
    if significand == 0 { return 0 }
    guard taken + scale <= 120, scale >= -120 else { return nil }
    return Decimal(sign: .plus, exponent: scale, significand: significand)
  }

  private func hasMinus(before start: Int) -> Bool {
    var place = start - 1
    if place >= 0, signs[place].properties.generalCategory == .currencySymbol { place -= 1 }
    guard place >= 0, Self.minus.contains(signs[place]) else { return false }
    return !isWordSign(place - 1) && !(place > 0 && Self.minus.contains(signs[place - 1]))
  }

  private func digits(from start: Int) -> Range<Int> {
    var end = start
    while isDigit(end) { end += 1 }
    return start..<max(start, end)
  }

  private func startsWithZero(_ group: Range<Int>) -> Bool { group.first.map { signs[$0] == "0" } ?? false }

  private func digit(_ place: Int) -> Int { Int(signs[place].value) - 0x30 }

  private func isDigit(_ place: Int) -> Bool {
    signs.indices.contains(place) && (0x30...0x39).contains(signs[place].value)
  }

  private func isPoint(_ place: Int) -> Bool { signs.indices.contains(place) && signs[place] == "." }

  private func isWordSign(_ place: Int) -> Bool {
    guard signs.indices.contains(place) else { return false }
    return isDigit(place) || signs[place].properties.isAlphabetic
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    switch scalar.value {
    case 0x066B, 0xFF0E: return "."
    case 0x066C, 0xFF0C: return ","
    case 0x2019: return "'"
    case 0x00A0, 0x202F, 0x2009: return noBreakSpace
    default: break
    }
    guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
      return scalar
    }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  private static let noBreakSpace: Unicode.Scalar = "\u{A0}"
  private static let separators: Set<Unicode.Scalar> = [".", ",", "'", noBreakSpace]
  private static let onlyThousands: Set<Unicode.Scalar> = ["'", noBreakSpace]
  private static let minus: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}"]
}
