/// The words of a text by the rules of NIST's scoring scripts `mteval-v13a` and `mteval-v14`.
///
/// Each rule goes once over the whole text and puts spaces in, and the next sees them: the order decides.
enum MTEvalTokens {
  static func v13a(_ text: [UInt32]) -> [ArraySlice<UInt32>] {
    var text = trimmedAtEnd(text)
    text = replacing("<skipped>", in: text, with: "")
    text = replacing("-\n", in: text, with: "")
    text = replacing("\n", in: text, with: " ")
    if text.contains(0x26) {
      for (entity, sign) in [("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")] {
        text = replacing(entity, in: text, with: sign)
      }
    }
    return western([space] + text + [space])
  }

  static func chinese(_ text: [UInt32]) -> [ArraySlice<UInt32>] {
    let text = trimmedAtEnd(Array(text.drop(while: ScalarText.isSpace)))
    var spaced: [UInt32] = []
    spaced.reserveCapacity(text.count * 3)
    for value in text {
      if isChinese(value) { spaced += [space, value, space] } else { spaced.append(value) }
    }
    return western(spaced)
  }

  static func international(_ text: [UInt32]) -> [ArraySlice<UInt32>] {
    // The category of each scalar is asked for once, not once a rule.
    var text = trimmedAtEnd(text).map { Classified(value: $0, kind: kind($0)) }
    let gap = Classified(value: space, kind: .other)
    text = splitting(text, gap, first: { $0.kind != .number }, second: { $0.kind == .punctuation }, before: false)
    text = splitting(text, gap, first: { $0.kind == .punctuation }, second: { $0.kind != .number }, before: true)
    var apart: [UInt32] = []
    apart.reserveCapacity(text.count)
    for item in text {
      if item.kind == .symbol { apart += [space, item.value, space] } else { apart.append(item.value) }
    }
    return ScalarText.words(in: apart)
  }

  private static func western(_ text: [UInt32]) -> [ArraySlice<UInt32>] {
    var apart: [UInt32] = []
    apart.reserveCapacity(text.count + text.count / 2)
    for value in text {
      switch value {
      // All signs of ASCII but the apostrophe, comma, hyphen and full stop.
      case 0x21...0x26, 0x28...0x2B, 0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: apart += [space, value, space]
      default: apart.append(value)
      }
    }
    apart = splitting(apart, space, first: { !isDigit($0) }, second: isStop, before: false)
    apart = splitting(apart, space, first: isStop, second: { !isDigit($0) }, before: true)
    apart = splitting(apart, space, first: isDigit, second: { $0 == 0x2D }, before: false)
    return ScalarText.words(in: apart)
  }

  private static let space: UInt32 = 0x20

  private static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) }

  private static func isStop(_ value: UInt32) -> Bool { value == 0x2E || value == 0x2C }

  /// Finds neighbours that fit and do not overlap, from the left: "ab" becomes "a b " or, with `before`, " a b".
  private static func splitting<Element>(
    _ text: [Element], _ gap: Element, first: (Element) -> Bool, second: (Element) -> Bool, before: Bool
  ) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(text.count + text.count / 4)
    var index = 0
    while index < text.count {
      guard index + 1 < text.count, first(text[index]), second(text[index + 1]) else {
        result.append(text[index])
        index += 1
        continue
      }
      if before { result.append(gap) }
      result.append(text[index])
      result.append(gap)
      result.append(text[index + 1])
      if !before { result.append(gap) }
      index += 2
    }
    return result
  }

  private static func replacing(_ old: String, in text: [UInt32], with new: String) -> [UInt32] {
    let (old, new) = (ScalarText.values(of: old), ScalarText.values(of: new))
    guard let first = old.first, text.contains(first) else { return text }
    var result: [UInt32] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == first, text[index...].starts(with: old) {
        result += new
        index += old.count
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func trimmedAtEnd(_ text: [UInt32]) -> [UInt32] {
    guard let last = text.lastIndex(where: { !ScalarText.isSpace($0) }) else { return [] }
    return Array(text[...last])
  }

  private enum Kind { case number, punctuation, symbol, other }

  private struct Classified {
    let value: UInt32
    let kind: Kind
  }

  private static func kind(_ value: UInt32) -> Kind {
    if value == space || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) { return .other }
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return .number
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return .symbol
    default: return .other
    }
  }

  /// What sacreBLEU takes for Chinese. Its two ranges beyond 16 bits are written in a way that makes them
  /// U+2001 to U+2A6D and U+2F81 to U+2FA1, dashes, quotation marks and arrows included; scores follow that.
  private static func isChinese(_ value: UInt32) -> Bool {
    switch value {
    case 0x2001...0x2A6D, 0x2E80...0x2EFF, 0x2F00...0x2FDF, 0x2FF0...0x303F, 0x3100...0x312F, 0x31A0...0x31BF,
      0x31C0...0x31EF, 0x3200...0x33FF, 0x3400...0x4DB5, 0x4E00...0x9FBB, 0xF900...0xFA2D, 0xFA30...0xFA6A,
      0xFA70...0xFAD9, 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFF00...0xFFEF:
      true
    default: false
    }
  }
}
