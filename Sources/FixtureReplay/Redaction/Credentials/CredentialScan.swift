/// Finds what looks like a credential in text: by the shapes that providers give their keys, by the word before it, as in
/// `Bearer …`, and by the name that it is given, as in `password=…`.
///
/// One pass over the bytes without backtracking: it runs over each request of each replayed call. What it looks at is
/// where words begin, and the signs `:`, `=` and `-`.
public struct CredentialScan: Sendable {
  /// Something that looks like a credential.
  public struct Finding: Sendable, Hashable {
    /// What it looks like, such as `openai-key`.
    public let kind: String
    /// Its place in the UTF-8 bytes of the text.
    public let range: Range<Int>
  }

  /// Everything in a text that looks like a credential, in order and without overlaps.
  public static func findings(in text: String) -> [Finding] {
    var text = text
    return text.withUTF8 { findings(in: $0) }
  }

  /// Everything in some UTF-8 text that looks like a credential, in order and without overlaps.
  public static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
    let tables = Self.tables
    return tables.classes.withUnsafeBufferPointer { classes in
      tables.pairs.withUnsafeBufferPointer { pairs in
        findings(in: bytes, classes: classes, pairs: pairs, tables: tables)
      }
    }
  }

  /// What is known of the first bytes of shapes and of each byte.
  private struct Tables: Sendable {
    /// A bit for each pair of bytes that a shape or a word before a token begins with.
    var pairs = ContiguousArray<UInt8>(repeating: 0, count: 8192)
    var classes = ContiguousArray<UInt8>(repeating: 0, count: 256)
    let shapes = CredentialShape.all
    var shapesByFirstByte = [[Int]](repeating: [], count: 256)

    init() {
      for (index, shape) in shapes.enumerated() {
        shapesByFirstByte[Int(shape.prefix[0])].append(index)
        add(shape.prefix[0], shape.prefix[1])
      }
      add(0x65, 0x79)
      for first in "bB".utf8 {
        for second in "eEaA".utf8 { add(first, second) }
      }
      for byte in 0...255 as ClosedRange<UInt8> where CredentialScan.isLetterOrDigit(byte) {
        classes[Int(byte)] = CredentialScan.word
      }
      for byte in ":=-".utf8 { classes[Int(byte)] = CredentialScan.sign }
    }

    private mutating func add(_ first: UInt8, _ second: UInt8) {
      let pair = Int(first) << 8 | Int(second)
      pairs[pair >> 3] |= 1 << UInt8(pair & 7)
    }
  }

  private static let tables = Tables()
  private static let word: UInt8 = 1
  private static let sign: UInt8 = 2

  private static func findings(
    in bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, pairs: UnsafeBufferPointer<UInt8>,
    tables: Tables
  ) -> [Finding] {
    var found: [Finding] = []
    var misses = Misses()
    let count = bytes.count
    var index = 0
    while index < count {
      let byte = bytes[index]
      let kind = classes[Int(byte)]
      if kind == word {
        // A dash or an underscore before a key does not hide it; a letter does: `task-` and `disk-` end as a key begins.
        if index + 1 < count {
          let pair = Int(byte) &<< 8 | Int(bytes[index &+ 1])
          if pairs[pair &>> 3] &>> UInt8(truncatingIfNeeded: pair & 7) & 1 == 1,
            let finding = word(at: index, in: bytes, tables, &misses)
          {
            found.append(finding)
            index = finding.range.upperBound
            continue
          }
        }
        repeat { index &+= 1 } while index < count && classes[Int(bytes[index])] == word
        continue
      }
      if kind == sign, let finding = sign(byte, at: index, in: bytes) {
        found.append(finding)
        index = finding.range.upperBound
        continue
      }
      index &+= 1
    }
    return found
  }

  // MARK: Words

  /// Up to where it is known that no key stands, so that a run of letters and dashes is not read again from each word in
  /// it: what does not look drawn by lot as a whole does so in no part.
  private struct Misses {
    private var digits = 0
    private var random = (plain: 0, others: 0)
    var jwt = 0

    func excludes(_ shape: CredentialShape, at start: Int) -> Bool {
      switch shape.rest {
      case .anything: start < digits
      case .random: start < digits || start < (shape.otherByte == 0xFF ? random.plain : random.others)
      case .capitals, .hexadecimal: false
      }
    }

    mutating func add(_ shape: CredentialShape, upTo end: Int) {
      switch shape.rest {
      case .anything: digits = max(digits, end)
      case .random where shape.otherByte == 0xFF: random.plain = max(random.plain, end)
      case .random: random = (max(random.plain, end), max(random.others, end))
      case .capitals, .hexadecimal: break
      }
    }
  }

  /// What the word that begins here is or announces.
  private static func word(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ tables: Tables, _ misses: inout Misses
  ) -> Finding? {
    for candidate in tables.shapesByFirstByte[Int(bytes[start])] {
      let shape = tables.shapes[candidate]
      guard matches(shape.prefix, at: start, in: bytes), !misses.excludes(shape, at: start) else { continue }
      let limit = shape.hasFixedLength ? min(bytes.count, start + shape.prefix.count + shape.minimum + 1) : bytes.count
      var end = start + shape.prefix.count
      while end < limit, isKeyByte(bytes[end]) || bytes[end] == shape.otherByte { end += 1 }
      while end > start, bytes[end - 1] == shape.otherByte { end -= 1 }
      let rest = start + shape.prefix.count..<max(end, start + shape.prefix.count)
      guard rest.count >= shape.minimum else { continue }
      guard isKey(rest, of: shape, in: bytes) else {
        misses.add(shape, upTo: rest.upperBound)
        continue
      }
      if shape.prefix.count < 6, standsInRandomText(start, in: bytes) { continue }
      return Finding(kind: shape.kind, range: start..<end)
    }
    switch bytes[start] {
    case 0x65: return start < misses.jwt ? nil : jwt(at: start, in: bytes, &misses.jwt)
    case 0x62, 0x42: return bearer(at: start, in: bytes) ?? basic(at: start, in: bytes)
    default: return nil
    }
  }

  private static func isKey(_ rest: Range<Int>, of shape: CredentialShape, in bytes: UnsafeBufferPointer<UInt8>) -> Bool
  {
    switch shape.rest {
    case .anything: return rest.contains { isDigit(bytes[$0]) }
    case .random: return looksRandom(rest, in: bytes)
    case .capitals:
      return rest.count == shape.minimum && rest.contains { isDigit(bytes[$0]) }
        && rest.allSatisfy { isCapital(bytes[$0]) || isDigit(bytes[$0]) }
    case .hexadecimal:
      return rest.count == shape.minimum && rest.contains { isDigit(bytes[$0]) }
        && rest.allSatisfy { isDigit(bytes[$0]) || bytes[$0] >= 0x61 && bytes[$0] <= 0x66 }
    }
  }

  /// Whether what stands before is base64url, in which any short prefix turns up by chance.
  private static func standsInRandomText(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var first = start
    while first > 0, start - first < 24, isKeyByte(bytes[first - 1]) { first -= 1 }
    return start - first == 24 && looksRandom(first..<start, in: bytes)
  }

  /// Three base64url parts joined by dots, the first of which opens a JSON object (RFC 7519); five where it is encrypted
  /// (RFC 7516).
  private static func jwt(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ missesUpTo: inout Int
  ) -> Finding? {
    guard matches(jwtStart, at: start, in: bytes) else { return nil }
    var end = start
    var parts = 0
    while parts < 5 {
      var partEnd = parts == 0 ? end : end + 1
      let partStart = partEnd
      while partEnd < bytes.count, isKeyByte(bytes[partEnd]) { partEnd += 1 }
      guard partEnd - partStart >= 8 || parts >= 3 && partEnd > partStart else { break }
      end = partEnd
      parts += 1
      guard end < bytes.count, bytes[end] == 0x2E else { break }
    }
    if parts >= 3 { return Finding(kind: "jwt", range: start..<end) }
    if parts > 0, end - start > 64 { missesUpTo = end }
    return nil
  }

  /// The token behind the word `Bearer` (RFC 6750, section 2.1), without the full stop of a sentence.
  private static func bearer(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard matchesLowercased(bearerWord, at: start, in: bytes) else { return nil }
    let first = start + bearerWord.count
    var end = first
    while end < bytes.count, isKeyByte(bytes[end]) || isTokenSign(bytes[end]) { end += 1 }
    while end > first, bytes[end - 1] == 0x2E { end -= 1 }
    guard end - first >= 16, (first..<end).contains(where: { isDigit(bytes[$0]) }) else { return nil }
    return Finding(kind: "bearer-token", range: first..<end)
  }

  /// The base64 of user and password behind the word `Basic` (RFC 7617).
  private static func basic(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard matchesLowercased(basicWord, at: start, in: bytes) else { return nil }
    let first = start + basicWord.count
    var end = first
    var (bits, held) = (0, 0)
    var hasColon = false
    while end < bytes.count, let digit = base64Digit(bytes[end]) {
      bits = (bits << 6 | digit) & 0xFFFF
      held += 6
      if held >= 8 {
        held -= 8
        let byte = bits >> held & 0xFF
        if byte < 0x20 || byte == 0x7F { return nil }
        if byte == 0x3A { hasColon = true }
      }
      end += 1
    }
    while end < bytes.count, bytes[end] == 0x3D { end += 1 }
    guard hasColon, end - first >= 8 else { return nil }
    return Finding(kind: "basic-credentials", range: first..<end)
  }

  // MARK: Signs

  private static func sign(_ byte: UInt8, at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    if byte == 0x2D {
      guard index + 1 < bytes.count, bytes[index + 1] == 0x2D else { return nil }
      return pem(at: index, in: bytes)
    }
    if byte == 0x3A, index + 2 < bytes.count, bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F {
      return NamedCredential.inAddress(at: index + 3, in: bytes)
    }
    return NamedCredential.behind(index, in: bytes)
  }

  /// A PEM block with a private key (RFC 7468), OpenPGP's too, to its last line or, where that is missing, to the end of
  /// the text.
  private static func pem(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    guard matches(pemStart, at: start, in: bytes) else { return nil }
    var index = start + pemStart.count
    let labelEnd = min(bytes.count, index + 40)
    while index < labelEnd, !matches(pemLabel, at: index, in: bytes) { index += 1 }
    guard index < labelEnd else { return nil }
    index += pemLabel.count
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x5C, bytes[index] != 0x2D { index += 1 }
    while index < bytes.count, bytes[index] == 0x2D { index += 1 }
    if isFollowedByWord(index, in: bytes) { return nil }
    while index < bytes.count, bytes[index] != 0x2D || !matches(pemEnd, at: index, in: bytes) { index += 1 }
    index = min(bytes.count, index + pemEnd.count)
    while index < bytes.count, bytes[index] != 0x2D { index += 1 }
    while index < bytes.count, bytes[index] == 0x2D { index += 1 }
    return Finding(kind: "private-key", range: start..<index)
  }

  /// Whether prose goes on here, that speaks of such a block.
  private static func isFollowedByWord(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
    if index < bytes.count, !isLetterOrDigit(bytes[index]), bytes[index] != 0x5C, bytes[index] != 0x2B,
      bytes[index] != 0x2F
    {
      return true
    }
    let first = index
    while index < bytes.count, bytes[index] >= 0x61, bytes[index] <= 0x7A { index += 1 }
    guard index > first, index - first <= 16, index < bytes.count else { return false }
    return bytes[index] == 0x20 || bytes[index] == 0x2C || bytes[index] == 0x2E
  }

  private static let jwtStart = Array("eyJ".utf8)
  private static let bearerWord = Array("bearer ".utf8)
  private static let basicWord = Array("basic ".utf8)
  private static let pemStart = Array("-----BEGIN ".utf8)
  private static let pemLabel = Array("PRIVATE KEY".utf8)
  private static let pemEnd = Array("-----END ".utf8)

  // MARK: Bytes

  @inline(__always)
  private static func matches(_ prefix: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for index in 0..<prefix.count where bytes[start + index] != prefix[index] { return false }
    return true
  }

  private static func matchesLowercased(
    _ prefix: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + prefix.count < bytes.count else { return false }
    for index in 0..<prefix.count {
      let byte = bytes[start + index]
      if (isCapital(byte) ? byte | 0x20 : byte) != prefix[index] { return false }
    }
    return true
  }

  /// Whether capitals, small letters and digits are mixed, or digits stand among letters in one long stretch. A name of
  /// words and a year joined with dashes has neither.
  static func looksRandom(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (capitals, smalls, digits) = (0, 0, 0)
    var (stretch, stretchDigits) = (0, 0)
    for index in range {
      let byte = bytes[index]
      if isDigit(byte) {
        digits += 1
        stretchDigits += 1
      } else if isCapital(byte) {
        capitals += 1
      } else if isLetterOrDigit(byte) {
        smalls += 1
      } else {
        (stretch, stretchDigits) = (0, 0)
        continue
      }
      stretch += 1
      if stretch >= 16, stretchDigits >= 2, stretchDigits < stretch { return true }
    }
    return capitals >= 3 && smalls >= 3 && digits >= 2
  }

  private static func isTokenSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x7E, 0x2B, 0x2F, 0x3D: true
    default: false
    }
  }

  private static func base64Digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  fileprivate static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || (byte >= 0x61 && byte <= 0x7A)
  }

  /// Letters, digits, `-` and `_`.
  @inline(__always)
  private static func isKeyByte(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte == 0x2D || byte == 0x5F }
}
