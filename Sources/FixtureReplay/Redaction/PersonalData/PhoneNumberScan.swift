/// Finds phone numbers in text: international ones (ITU-T E.164) that begin with `+`, or with `00` and in groups; the
/// North American form 3-3-4; national ones that begin with one 0 and stand in groups; and any 7 to 15 digits behind a
/// word such as `phone` or `Tel.`.
///
/// It is careful: a number without `+`, without groups and without such a word may be an order, a date or a price.
enum PhoneNumberScan {
  static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [PersonalDataFinding] {
    var found: [PersonalDataFinding] = []
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      guard isDigit(byte) || byte == plus || byte == opening else {
        index &+= 1
        continue
      }
      if let finding = number(at: index, in: bytes) {
        found.append(finding)
        index = finding.range.upperBound
      } else {
        index += 1
        while isDigit(byte), index < count, isDigit(bytes[index]) { index &+= 1 }
      }
    }
    return found
  }

  private static func number(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> PersonalDataFinding? {
    let before = start > 0 ? bytes[start - 1] : 0x20
    if isLetter(before) || isDigit(before) || before == 0x5F { return nil }
    if bytes[start] == plus { return international(at: start, from: start + 1, in: bytes) }
    if follows(start, in: bytes) || !hasDigits(7, from: start, in: bytes) { return nil }
    guard let groups = Groups(at: start, in: bytes) else { return nil }
    if bytes[start] == 0x30, groups.first >= 4, start + 2 < bytes.count, bytes[start + 1] == 0x30,
      bytes[start + 2] != 0x30
    {
      return groups.sizes.count > 1 ? international(at: start, from: start + 2, in: bytes) : nil
    }
    return northAmerican(groups, in: bytes) ?? national(groups, in: bytes) ?? announced(groups, in: bytes)
  }

  /// Whether so many digits follow with little between them: most numbers are short, and seeing that costs less than
  /// reading them.
  private static func hasDigits(_ count: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (digits, others, index) = (0, 0, start)
    while index < bytes.count, digits < count {
      let byte = bytes[index]
      if isDigit(byte) {
        (digits, others) = (digits + 1, 0)
      } else {
        // At most a bracket and a blank, or a dash of three bytes.
        others += 1
        if isLetter(byte) || others > 3 { return false }
      }
      index += 1
    }
    return digits == count
  }

  /// Whether what stands before makes the digits a part of something longer: `1.2`, `2024-05`, `#12`, `€12`.
  private static func follows(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start > 0 else { return false }
    switch bytes[start - 1] {
    case 0x23, 0x24, 0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x40, 0x5E, 0xA3, 0xA5, 0xAC: return true
    case colon: return start > 1 && isDigit(bytes[start - 2])
    default: return false
    }
  }

  // MARK: Groups

  /// Digits in groups, as they stand.
  private struct Groups {
    let start: Int
    /// The digits, without what stands between.
    var digits: [UInt8] = []
    var sizes: [Int] = []
    /// The end of each group.
    var ends: [Int] = []
    /// The signs between the groups, one each; a bracket counts as blank.
    var signs: [UInt8] = []
    var hasBrackets = false

    var first: Int { sizes.first ?? 0 }
    var end: Int { ends.last ?? start }

    /// Reads on while groups follow, for a bounded number of digits; nil where there are none.
    init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, most: Int = 20) {
      self.start = start
      var index = start
      if bytes[index] == opening {
        hasBrackets = true
        index += 1
      }
      while index < bytes.count, digits.count <= most {
        let groupStart = index
        while index < bytes.count, isDigit(bytes[index]), digits.count <= most {
          digits.append(bytes[index] - 0x30)
          index += 1
        }
        guard index > groupStart else { break }
        sizes.append(index - groupStart)
        ends.append(index)
        if hasBrackets, sizes.count == 1 {
          guard index < bytes.count, bytes[index] == closing else { return nil }
          index += 1
          signs.append(0x20)
          if index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x2D { index += 1 }
          guard index < bytes.count, isDigit(bytes[index]) else { return nil }
          continue
        }
        guard let (next, sign) = Self.separator(at: index, in: bytes) else { break }
        signs.append(sign)
        index = next
      }
      if sizes.isEmpty { return nil }
      signs = Array(signs.prefix(sizes.count - 1))
    }

    /// Where the next group begins and the sign before it; nil where none follows.
    static func separator(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (next: Int, sign: UInt8)? {
      guard index < bytes.count else { return nil }
      var next = index
      var sign: UInt8 = 0x20
      let length = GroupSeparator.length(at: index, in: bytes)
      if length > 0 {
        sign = bytes[index] == 0x2D ? 0x2D : 0x20
        next += length
        // "089 / 12 34 56" and "030 - 12 34 56"
        if sign == 0x20, next + 1 < bytes.count, bytes[next] == 0x2F || bytes[next] == 0x2D, bytes[next + 1] == 0x20 {
          next += 2
        }
      } else if bytes[index] == 0x2E || bytes[index] == 0x2F {
        sign = bytes[index]
        next += 1
      }
      guard next > index, next < bytes.count, isDigit(bytes[next]) else { return nil }
      return (next, sign)
    }

    func finding(upTo count: Int, prefix: String = "") -> PersonalDataFinding {
      let used = digits.prefix(sizes.prefix(count).reduce(0, +))
      let value = prefix + String(decoding: used.map { $0 + 0x30 }, as: UTF8.self)
      return PersonalDataFinding(range: start..<ends[count - 1], value: value)
    }

    func endsNumber(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard end < bytes.count else { return true }
      let after = bytes[end]
      if isLetter(after) || isDigit(after) || after == 0x5F || after == 0x25 { return false }
      guard after == 0x2E || after == 0x2C || after == 0x2D || after == colon || after == 0x2F else { return true }
      return end + 1 == bytes.count || !isDigit(bytes[end + 1])
    }
  }

  // MARK: Forms

  /// The most digits of a number with its country code, where a country has a fixed length; else the standard's 15.
  private static let mostDigits: [Int: Int] = [
    1: 11, 7: 11, 30: 12, 31: 11, 32: 11, 33: 11, 34: 11, 36: 11, 39: 12, 40: 11, 41: 11, 44: 12, 45: 10, 46: 11,
    47: 10, 48: 11, 49: 13, 52: 12, 54: 13, 55: 13, 60: 12, 61: 11, 64: 11, 65: 10, 66: 11, 81: 12, 82: 12, 84: 12,
    86: 13, 90: 12, 91: 12,
  ]

  /// - Parameter first: where the country code begins.
  private static func international(
    at start: Int, from first: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> PersonalDataFinding? {
    guard first < bytes.count, bytes[first] >= 0x31, bytes[first] <= 0x39 else { return nil }
    var digits: [UInt8] = []
    var best: (end: Int, count: Int)?
    var index = first
    reading: while index < bytes.count {
      let groupStart = index
      while index < bytes.count, isDigit(bytes[index]) {
        digits.append(bytes[index] - 0x30)
        index += 1
        if digits.count > 15 { break reading }
      }
      guard index > groupStart else { break }
      if digits.count > most(of: digits) { break }
      let isEnd = index == bytes.count || !(isLetter(bytes[index]) || bytes[index] == 0x5F)
      if digits.count >= 8, isEnd { best = (index, digits.count) }
      if let (next, _) = Groups.separator(at: index, in: bytes) {
        index = next
      } else if let next = bracketed(at: index, &digits, in: bytes) {
        index = next
      } else {
        break
      }
    }
    guard let best else { return nil }
    let value = "+" + String(decoding: digits.prefix(best.count).map { $0 + 0x30 }, as: UTF8.self)
    return PersonalDataFinding(range: start..<best.end, value: value)
  }

  private static func most(of digits: [UInt8]) -> Int {
    guard let first = digits.first, digits.count >= 2 else { return 15 }
    return mostDigits[Int(first)] ?? mostDigits[Int(first) * 10 + Int(digits[1])] ?? 15
  }

  /// Steps over ` (0)`, which is not dialled from abroad, or takes ` (30)` in; nil where no bracket follows.
  private static func bracketed(
    at index: Int, _ digits: inout [UInt8], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var at = index
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count, bytes[at] == opening else { return nil }
    at += 1
    let first = at
    while at < bytes.count, at - first < 5, isDigit(bytes[at]) { at += 1 }
    guard at > first, at < bytes.count, bytes[at] == closing else { return nil }
    if at - first > 1 || bytes[first] != 0x30 { digits += bytes[first..<at].map { $0 - 0x30 } }
    at += 1
    if at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x2D { at += 1 }
    return at < bytes.count && isDigit(bytes[at]) ? at : nil
  }

  /// 3-3-4, with or without a 1 before it (ATIS-0300051).
  private static func northAmerican(
    _ groups: Groups, in bytes: UnsafeBufferPointer<UInt8>
  ) -> PersonalDataFinding? {
    let hasOne = groups.sizes.count == 4 && groups.sizes[0] == 1 && groups.digits[0] == 1
    let sizes = hasOne ? Array(groups.sizes.dropFirst()) : groups.sizes
    guard sizes == [3, 3, 4], groups.digits[hasOne ? 1 : 0] >= 2, groups.endsNumber(in: bytes) else { return nil }
    let signs = hasOne ? groups.signs.dropFirst() : groups.signs[...]
    guard let last = signs.last, last != 0x2F else { return nil }
    if !groups.hasBrackets, signs.first != last || last == 0x20 && !hasOne { return nil }
    let digits = String(decoding: groups.digits.suffix(10).map { $0 + 0x30 }, as: UTF8.self)
    return PersonalDataFinding(range: groups.start..<groups.end, value: "+1" + digits)
  }

  /// With the 0 that is dialled within a country: 9 to 12 digits, the first group an area's.
  private static func national(_ groups: Groups, in bytes: UnsafeBufferPointer<UInt8>) -> PersonalDataFinding? {
    let (digits, sizes, signs) = (groups.digits, groups.sizes, groups.signs)
    guard digits.count >= 9, digits.count <= 12, digits[0] == 0, digits[1] >= 1, sizes.count >= 2,
      groups.endsNumber(in: bytes), !isPartOfLongerNumber(groups.start, in: bytes)
    else { return nil }
    let rest = signs.dropFirst()
    guard rest.allSatisfy({ $0 == rest.first }), rest.first != 0x2F else { return nil }
    // France and its neighbours: five pairs.
    if sizes == [2, 2, 2, 2, 2] { return rest.first == signs[0] ? groups.finding(upTo: 5) : nil }
    guard signs[0] != 0x2E, rest.first != 0x2E, sizes[0] <= 5, sizes.dropFirst().allSatisfy({ $0 >= 2 }) else {
      return nil
    }
    if sizes[0] == 2 { return sizes == [2, 4, 4] && digits.count == 10 ? groups.finding(upTo: 3) : nil }
    if sizes.count > 2, signs[0] == 0x2D, digits.count > 11 { return nil }
    // A postal code of the United States with its four further digits.
    if sizes == [5, 4], signs[0] == 0x2D { return nil }
    return groups.finding(upTo: sizes.count)
  }

  private static func isPartOfLongerNumber(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    start >= 2 && isDigit(bytes[start - 2]) && GroupSeparator.length(at: start - 1, in: bytes) > 0
  }

  private static let announcements: Set<String> = [
    "tel", "telephone", "telefon", "telefonnummer", "telefono", "phone", "phonenumber", "fax", "mobile", "mobil",
    "mobilnummer", "handy", "handynummer", "cell", "cellphone", "whatsapp",
  ]
  private static let fillers: Set<String> = ["number", "nummer", "no", "nr", "num", "is", "at", "on"]

  /// Behind a word that says so.
  private static func announced(_ groups: Groups, in bytes: UnsafeBufferPointer<UInt8>) -> PersonalDataFinding? {
    guard groups.digits.count >= 7, groups.digits.count <= 15, groups.endsNumber(in: bytes) else { return nil }
    var index = groups.start
    for _ in 0..<4 {
      var blanks = 0
      while index > 0, blanks < 6, !isLetter(bytes[index - 1]) {
        guard isBetweenWordAndNumber(bytes[index - 1]) else { return nil }
        index -= 1
        blanks += 1
      }
      let end = index
      while index > 0, end - index < 20, isLetter(bytes[index - 1]) { index -= 1 }
      guard end > index else { return nil }
      let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<end]), as: UTF8.self).lowercased()
      if announcements.contains(word) { return groups.finding(upTo: groups.sizes.count) }
      guard fillers.contains(word) else { return nil }
    }
    return nil
  }

  private static func isBetweenWordAndNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x22, 0x27, 0x2A, 0x2E, 0x3A, 0x3D, 0x5C, 0x5F: true
    default: false
    }
  }

  // MARK: Bytes

  private static let plus: UInt8 = 0x2B
  private static let colon: UInt8 = 0x3A
  private static let opening: UInt8 = 0x28
  private static let closing: UInt8 = 0x29

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
