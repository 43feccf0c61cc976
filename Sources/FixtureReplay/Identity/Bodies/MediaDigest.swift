import DurableFiles
import StructuredOutput

/// Puts digests in the place of the images, sounds and files in a JSON body, and hands out what they stand for.
///
/// Two forms are known: a text that is a whole `data:` address in base64 (RFC 2397), of any length, as OpenAI's
/// `image_url.url`; and a text of 1,024 characters or more that is base64 from end to end, as OpenAI's
/// `input_audio.data`, Anthropic's `source.data` and Gemini's `inlineData.data`. Of the second form a text counts only if
/// a type is declared beside it, its first bytes tell one, or capitals, small letters and digits are mixed in it.
struct MediaDigest {
  /// Shorter base64 is as readable as its digest.
  static let shortestBase64 = 1024

  private(set) var blobs: [MediaBlob] = []
  private let keepsBlobs: Bool

  /// - Parameter keepsBlobs: Whether what is digested is wanted too.
  init(keepsBlobs: Bool = false) { self.keepsBlobs = keepsBlobs }

  /// The document with digests; itself where it holds no media.
  mutating func digested(_ json: JSONValue) -> JSONValue { walked(json) ?? json }

  mutating func digest(_ blob: MediaBlob) -> JSONValue {
    if keepsBlobs, !blobs.contains(where: { $0.hash == blob.hash && $0.type == blob.type }) { blobs.append(blob) }
    return .string(blob.digest)
  }

  /// Nil where nothing changes.
  private mutating func walked(_ json: JSONValue, in object: JSONObject? = nil) -> JSONValue? {
    if case .string(let text) = json { return Self.blob(text, in: object).map { digest($0) } }
    return json.replacingItems { walked($1, in: json.objectValue) }
  }

  /// What a text is the base64 of; nil for any other text.
  ///
  /// - Parameter object: The object that the text stands in, which may declare a type beside it.
  static func blob(_ text: String, in object: JSONObject?) -> MediaBlob? {
    let count = text.utf8.count
    guard count >= shortestBase64 || count > 12 && text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "d") else {
      return nil
    }
    var copy = text
    return copy.withUTF8 { bytes in
      dataAddress(bytes) ?? (count >= shortestBase64 ? bare(bytes, in: object) : nil)
    }
  }

  private static func dataAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> MediaBlob? {
    // The longest media type with its parameters is far shorter.
    guard startsWithData(bytes), let comma = bytes.prefix(300).firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let head = String(decoding: bytes[5..<comma], as: UTF8.self)
    guard head.lowercased().hasSuffix(";base64"),
      let data = Base64Text.decoded(UnsafeBufferPointer(rebasing: bytes[(comma + 1)...]))
    else { return nil }
    let type = head.dropLast(7)
    return MediaBlob(type: type.isEmpty ? nil : String(type), bytes: data)
  }

  private static func startsWithData(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 5, bytes[4] == UInt8(ascii: ":") else { return false }
    return zip(bytes.prefix(4), "data".utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  private static func bare(_ bytes: UnsafeBufferPointer<UInt8>, in object: JSONObject?) -> MediaBlob? {
    // Prose has a space within its first words.
    for byte in bytes.prefix(128) where byte == 0x20 || byte >= 0x80 { return nil }
    guard let data = Base64Text.decoded(bytes) else { return nil }
    let declared = MediaType.declared { object?[$0]?.stringValue }
    if declared == nil, MediaType.sniffed(data) == nil, !isMixed(bytes) { return nil }
    return MediaBlob(type: declared, bytes: data)
  }

  private static func isMixed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (capitals, smalls, digits) = (false, false, false)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: capitals = true
      case 0x61...0x7A: smalls = true
      case 0x30...0x39: digits = true
      default: break
      }
      if capitals, smalls, digits { return true }
    }
    return false
  }
}
