import StructuredOutput

/// The parts of a multipart body (RFC 2046, section 5.1; RFC 7578 for forms) as JSON without the boundary, which a client
/// draws anew for each request: a list of `{name, filename, type, text | json | data}`, what a part does not have left out.
///
/// `json` is a part of a JSON type; `text` is UTF-8 without control characters; anything else, and a text of more than
/// ``longestText`` bytes, is `data`, a digest.
struct MultipartBody {
  /// A longer text is a file, not something that anybody reads in a fixture.
  static let longestText = 65_536

  private let boundary: [UInt8]

  /// Nil for another content type, or one without a boundary.
  init?(contentType: String) {
    let parameters = HeaderParameters(contentType)
    guard parameters.value.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty,
      boundary.utf8.count <= 70
    else { return nil }
    self.boundary = Array("--\(boundary)".utf8)
  }

  /// Nil where the bytes are malformed.
  func json(of bytes: [UInt8], media: inout MediaDigest) -> JSONValue? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let contents = contents(of: bytes) else { return nil }
      var parts: [JSONValue] = []
      parts.reserveCapacity(contents.count)
      for range in contents {
        guard let part = part(UnsafeBufferPointer(rebasing: bytes[range]), media: &media) else { return nil }
        parts.append(part)
      }
      return .array(parts)
    }
  }

  /// The places between the delimiters; nil where there is no closing one.
  private func contents(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start: Int?
    var index = 0
    while let delimiter = nextDelimiter(in: bytes, from: index) {
      if let start {
        // The line end before a delimiter belongs to it.
        guard delimiter - 2 >= start else { return nil }
        ranges.append(start..<(delimiter - 2))
      }
      var end = delimiter + boundary.count
      if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "-"), bytes[end + 1] == UInt8(ascii: "-") {
        return start == nil ? nil : ranges
      }
      while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
      guard end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A else { return nil }
      start = end + 2
      index = end
    }
    return nil
  }

  /// A line that begins with the boundary.
  private func nextDelimiter(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + boundary.count <= bytes.count {
      if index == 0, ByteText.has(boundary, in: bytes, at: 0) { return 0 }
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A,
        ByteText.has(boundary, in: bytes, at: index + 2)
      {
        return index + 2
      }
      index += 1
    }
    return nil
  }

  private func part(_ bytes: UnsafeBufferPointer<UInt8>, media: inout MediaDigest) -> JSONValue? {
    guard let (headers, content) = headers(of: bytes) else { return nil }
    var part = JSONObject()
    if let disposition = headers["content-disposition"].map(HeaderParameters.init) {
      if let name = disposition["name"] { part["name"] = .string(name) }
      if let name = disposition["filename*"] ?? disposition["filename"] { part["filename"] = .string(name) }
    }
    let type = headers["content-type"].map { HeaderParameters($0).value }
    if let type { part["type"] = .string(type) }
    var data = Array(content)
    if headers["content-transfer-encoding"]?.lowercased() == "base64", let decoded = Base64Text.decoded(content) {
      data = decoded
    }
    let isJSON = type == "application/json" || type?.hasSuffix("+json") == true
    if data.count <= Self.longestText, isJSON, let json = try? JSONValue(parsing: data) {
      part["json"] = media.digested(json)
    } else if data.count <= Self.longestText, let text = Self.text(data) {
      part["text"] = .string(text)
    } else {
      part["data"] = media.digest(MediaBlob(type: type, bytes: data))
    }
    return .object(part)
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    for byte in bytes where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The headers of a part, names in lower case, and what comes after them.
  private func headers(
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> (headers: [String: String], content: UnsafeBufferPointer<UInt8>)? {
    var headers: [String: String] = [:]
    var lineStart = 0
    while let lineEnd = endOfLine(in: bytes, from: lineStart) {
      let line = String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self)
      lineStart = lineEnd + 2
      if line.isEmpty { return (headers, UnsafeBufferPointer(rebasing: bytes[lineStart...])) }
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers[line[..<colon].lowercased()] = String(value)
    }
    // Only headers, and nothing behind them.
    return nil
  }

  private func endOfLine(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index }
      index += 1
    }
    return nil
  }
}
