/// The content codings of HTTP (RFC 9110, section 8.4.1) that recorded bodies may still be in.
enum ContentCoding {
  /// Why a body stays as it is.
  enum Fault: Error, Hashable {
    case unreadable(Inflate.Fault)
    case unsupported(String)
  }

  /// The most bytes that a body may have when it is decompressed: 64 MiB.
  static let maximumBytes = 64 << 20

  /// The body without the codings that its headers name, last applied first.
  ///
  /// Recorders keep the header also where they decoded the body: bytes that do not begin as a coding begins are left
  /// alone.
  static func decoded(_ body: [UInt8], codings: String?) throws(Fault) -> [UInt8] {
    var body = body
    let names = (codings ?? "").split(separator: ",").map {
      $0.trimmingPrefix { $0 == " " }.split(separator: " ").first.map { $0.lowercased() } ?? ""
    }
    for name in names.reversed() { body = try decoded(body, coding: name) }
    return body
  }

  private static func decoded(_ body: [UInt8], coding: String) throws(Fault) -> [UInt8] {
    do throws(Inflate.Fault) {
      switch coding {
      case "", "identity": return body
      case "gzip", "x-gzip": return body.starts(with: [0x1F, 0x8B, 0x08]) ? try gunzipped(body) : body
      case "deflate":
        if isZlib(body) { return try unzlibbed(body) }
        if String(validating: body, as: UTF8.self) != nil { return body }
        return try Inflate.inflate(body, from: 0, maximum: maximumBytes).output
      default: break
      }
    } catch {
      throw .unreadable(error)
    }
    if String(validating: body, as: UTF8.self) != nil { return body }
    throw .unsupported(coding)
  }

  /// All members of a gzip file (RFC 1952), one after the other.
  static func gunzipped(_ bytes: [UInt8], maximum: Int = maximumBytes) throws(Inflate.Fault) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    repeat {
      let start = try gzipData(bytes, from: position)
      let member = try Inflate.inflate(bytes, from: start, maximum: maximum - output.count)
      position = member.end
      guard position + 8 <= bytes.count else { throw .truncated }
      guard number(bytes, position) == CRC32.checksum(of: member.output),
        number(bytes, position + 4) == UInt32(truncatingIfNeeded: member.output.count)
      else { throw .corrupted }
      position += 8
      output += member.output
    } while bytes[position...].starts(with: [0x1F, 0x8B, 0x08])
    return output
  }

  /// Where the compressed data of a member begins, behind its header.
  private static func gzipData(_ bytes: [UInt8], from start: Int) throws(Inflate.Fault) -> Int {
    guard start + 10 <= bytes.count else { throw .truncated }
    let flags = bytes[start + 3]
    guard bytes[start...].starts(with: [0x1F, 0x8B, 0x08]), flags & 0xE0 == 0 else { throw .invalid }
    var position = start + 10
    if flags & 0x04 != 0 {
      guard position + 2 <= bytes.count else { throw .truncated }
      position += 2 + (Int(bytes[position]) | Int(bytes[position + 1]) << 8)
    }
    for flag: UInt8 in [0x08, 0x10] where flags & flag != 0 {
      guard position < bytes.count, let end = bytes[position...].firstIndex(of: 0) else { throw .truncated }
      position = end + 1
    }
    if flags & 0x02 != 0 { position += 2 }
    guard position <= bytes.count else { throw .truncated }
    return position
  }

  /// Whether the two bytes of the header fit (RFC 1950, section 2.2).
  private static func isZlib(_ bytes: [UInt8]) -> Bool {
    bytes.count > 6 && bytes[0] & 0x0F == 8 && bytes[0] >> 4 <= 7 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
      && bytes[1] & 0x20 == 0
  }

  static func unzlibbed(_ bytes: [UInt8], maximum: Int = maximumBytes) throws(Inflate.Fault) -> [UInt8] {
    guard isZlib(bytes) else { throw .invalid }
    let (output, end) = try Inflate.inflate(bytes, from: 2, maximum: maximum)
    guard end + 4 <= bytes.count else { throw .truncated }
    guard number(bytes, end).byteSwapped == adler32(of: output) else { throw .corrupted }
    return output
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }

  /// RFC 1950, section 8.2.
  private static func adler32(of bytes: [UInt8]) -> UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return high << 16 | low
  }
}

extension ContentCoding.Fault: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreadable(.truncated): "the compressed body ends too early"
    case .unreadable(.invalid): "the compressed body is damaged"
    case .unreadable(.tooLarge): "the compressed body holds more than \(ContentCoding.maximumBytes >> 20) MiB"
    case .unreadable(.corrupted): "the compressed body does not fit its checksum"
    case .unsupported(let coding):
      "the body is compressed as \(coding.prefix(20).debugDescription), which is not read here; "
        + "record with decoded bodies (vcrpy: decode_compressed_response=True)"
    }
  }
}
