/// Finds what looks like a credential in text, by the shapes that providers give their keys.
///
/// One pass over the bytes without backtracking: it runs over each request of each replayed call.
public struct CredentialScan: Sendable {
  /// Something that looks like a credential.
  public struct Finding: Sendable, Hashable {
    /// What it looks like, such as `openai-key`.
    public let kind: String
    /// Its place in the UTF-8 bytes of the text.
    public let range: Range<Int>
  }

  private struct Shape {
    /// What tells the rest of a key from ordinary words with dashes.
    enum Rest {
      /// Nothing ordinary begins with the prefix: a digit is enough.
      case anything
      /// The prefix is a word or the end of one: the rest must look drawn by lot.
      case random
      /// Just so many capitals and digits.
      case capitals
    }

    let kind: StaticString
    let prefix: [UInt8]
    /// The fewest characters after the prefix.
    let minimum: Int
    let rest: Rest

    init(_ kind: StaticString, _ prefix: String, _ minimum: Int, _ rest: Rest = .anything) {
      self.kind = kind
      self.prefix = Array(prefix.utf8)
      self.minimum = minimum
      self.rest = rest
    }
  }

  /// Longer prefixes stand before shorter ones that begin them.
  private static let shapes: [Shape] = [
    Shape("anthropic-key", "sk-ant-", 20), Shape("openrouter-key", "sk-or-v1-", 20),
    Shape("openai-key", "sk-proj-", 20), Shape("openai-key", "sk-svcacct-", 20), Shape("openai-key", "sk-admin-", 20),
    Shape("secret-key", "sk-", 20, .random), Shape("secret-key", "sk_live_", 16), Shape("secret-key", "sk_test_", 16),
    Shape("google-key", "AIza", 35), Shape("groq-key", "gsk_", 20, .random), Shape("aws-key", "AKIA", 16, .capitals),
    Shape("aws-key", "ASIA", 16, .capitals), Shape("voyage-key", "pa-", 30, .random),
    Shape("huggingface-token", "hf_", 20, .random), Shape("xai-key", "xai-", 20, .random),
    Shape("fireworks-key", "fw_", 20, .random), Shape("bedrock-key", "ABSK", 30, .random),
    Shape("perplexity-key", "pplx-", 20, .random), Shape("replicate-token", "r8_", 20, .random),
    Shape("together-key", "tgp_v1_", 20, .random), Shape("cerebras-key", "csk-", 20, .random),
    Shape("nvidia-key", "nvapi-", 20, .random),
    Shape("github-token", "ghp_", 30), Shape("github-token", "gho_", 30), Shape("github-token", "ghs_", 30),
    Shape("github-token", "github_pat_", 30), Shape("gitlab-token", "glpat-", 20, .random),
    Shape("slack-token", "xoxb-", 20), Shape("slack-token", "xoxp-", 20),
  ]

  /// For each first byte, the shapes that begin with it.
  private static let shapesByFirstByte: [[Int]] = {
    var table = [[Int]](repeating: [], count: 256)
    for (index, shape) in shapes.enumerated() { table[Int(shape.prefix[0])].append(index) }
    return table
  }()

  private static let bearer = Array("bearer ".utf8)
  private static let privateKey = Array("-----BEGIN ".utf8)
  private static let jwt = Array("eyJ".utf8)

  /// Everything in a text that looks like a credential, in order and without overlaps.
  public static func findings(in text: String) -> [Finding] {
    var text = text
    return text.withUTF8 { findings(in: $0) }
  }

  /// Everything in some UTF-8 text that looks like a credential.
  public static func findings(in bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
    var found: [Finding] = []
    var index = 0
    // A dash or an underscore before a key does not hide it; a letter does: `task-` and `disk-` end as a key begins.
    var followsLetter = false
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if !followsLetter || byte == 0x2D {
        if let finding = finding(at: index, in: bytes) {
          found.append(finding)
          index = finding.range.upperBound
          followsLetter = true
          continue
        }
      }
      followsLetter = isLetterOrDigit(byte)
      index += 1
    }
    return found
  }

  @inline(__always)
  private static func finding(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    let byte = bytes[start]
    let candidates = shapesByFirstByte[Int(byte)]
    for candidate in candidates {
      let shape = shapes[candidate]
      guard matches(shape.prefix, at: start, in: bytes) else { continue }
      let end = endOfKey(from: start + shape.prefix.count, in: bytes)
      let rest = start + shape.prefix.count..<end
      guard rest.count >= shape.minimum, isKey(rest, of: shape, in: bytes) else { continue }
      return Finding(kind: "\(shape.kind)", range: start..<end)
    }
    switch byte {
    case 0x65 where matches(jwt, at: start, in: bytes): return jwt(at: start, in: bytes)
    case 0x62, 0x42:
      guard start + bearer.count < bytes.count, matchesLowercased(bearer, at: start, in: bytes) else { return nil }
      let token = start + bearer.count..<endOfToken(from: start + bearer.count, in: bytes)
      guard token.count >= 16, hasDigit(token, in: bytes) else { return nil }
      return Finding(kind: "bearer-token", range: token)
    case 0x2D where matches(privateKey, at: start, in: bytes): return pem(at: start, in: bytes)
    default: return nil
    }
  }

  /// Three base64url parts joined by dots, the first of which opens a JSON object (RFC 7519).
  private static func jwt(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    var end = start
    for part in 0..<3 {
      let partStart = end
      while end < bytes.count, isKeyByte(bytes[end]) { end += 1 }
      guard end - partStart >= 8 else { return nil }
      if part < 2 {
        guard end < bytes.count, bytes[end] == 0x2E else { return nil }
        end += 1
      }
    }
    return Finding(kind: "jwt", range: start..<end)
  }

  /// A PEM block with a private key (RFC 7468), to its last line or, where that is missing, to the end of the text.
  private static func pem(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    let label = Array("PRIVATE KEY-----".utf8)
    var index = start + privateKey.count
    let labelEnd = min(bytes.count, index + 40)
    while index < labelEnd, !matches(label, at: index, in: bytes) { index += 1 }
    guard index < labelEnd else { return nil }
    let ending = Array("-----END ".utf8)
    index += label.count
    while index < bytes.count, !matches(ending, at: index, in: bytes) { index += 1 }
    while index < bytes.count, !matches(label, at: index, in: bytes) { index += 1 }
    return Finding(kind: "private-key", range: start..<min(bytes.count, index + label.count))
  }

  @inline(__always)
  private static func matches(_ prefix: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for index in 0..<prefix.count where bytes[start + index] != prefix[index] { return false }
    return true
  }

  private static func matchesLowercased(
    _ prefix: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for index in 0..<prefix.count {
      let byte = bytes[start + index]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != prefix[index] { return false }
    }
    return true
  }

  private static func endOfKey(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < bytes.count, isKeyByte(bytes[end]) { end += 1 }
    return end
  }

  /// The end of a bearer token (RFC 6750, section 2.1), without the full stop of a sentence.
  private static func endOfToken(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start
    while end < bytes.count, isKeyByte(bytes[end]) || ".~+/=".utf8.contains(bytes[end]) { end += 1 }
    while end > start, bytes[end - 1] == 0x2E { end -= 1 }
    return end
  }

  private static func isKey(_ rest: Range<Int>, of shape: Shape, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch shape.rest {
    case .anything: return hasDigit(rest, in: bytes)
    case .random: return looksRandom(rest, in: bytes)
    case .capitals:
      return rest.count == shape.minimum && hasDigit(rest, in: bytes)
        && rest.allSatisfy { isCapital(bytes[$0]) || isDigit(bytes[$0]) }
    }
  }

  /// Whether capitals, small letters and digits are mixed, or digits stand among letters in one long stretch. A name of
  /// words and a year joined with dashes has neither.
  private static func looksRandom(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
      if stretch >= 16, stretchDigits >= 2 { return true }
    }
    return capitals >= 3 && smalls >= 3 && digits >= 2
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isCapital(byte) || (byte >= 0x61 && byte <= 0x7A)
  }

  private static func hasDigit(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in range where bytes[index] >= 0x30 && bytes[index] <= 0x39 { return true }
    return false
  }

  /// Letters, digits, `-` and `_`.
  @inline(__always)
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }
}
