/// Media types of the files that requests to models carry.
enum MediaType {
  static let unknown = "application/octet-stream"

  /// The type that the first bytes tell (https://mimesniff.spec.whatwg.org, section 6); nil where they tell none.
  static func sniffed(_ bytes: [UInt8]) -> String? {
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if has("GIF87a") || has("GIF89a") { return "image/gif" }
    if has("RIFF"), has("WEBP", at: 8) { return "image/webp" }
    if has("RIFF"), has("WAVE", at: 8) { return "audio/wav" }
    if has("ID3") || bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE6 == 0xE2 { return "audio/mpeg" }
    if has("OggS") { return "audio/ogg" }
    if has("fLaC") { return "audio/flac" }
    if has("%PDF-") { return "application/pdf" }
    if has("ftypheic", at: 4) || has("ftypheix", at: 4) { return "image/heic" }
    if has("ftypavif", at: 4) { return "image/avif" }
    if has("ftypM4A", at: 4) { return "audio/mp4" }
    if has("ftyp", at: 4) { return "video/mp4" }
    if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) { return "video/webm" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "application/zip" }
    return nil
  }

  /// The type that a field beside the data names, as providers write it: Anthropic's `media_type`, Gemini's `mimeType`,
  /// OpenAI's `format`.
  static func declared(beside name: (String) -> String?) -> String? {
    if let type = name("media_type") ?? name("mimeType") ?? name("mime_type") { return type }
    switch name("format") {
    case "wav": return "audio/wav"
    case "mp3": return "audio/mpeg"
    case "flac": return "audio/flac"
    case "opus", "ogg": return "audio/ogg"
    default: return nil
    }
  }
}
