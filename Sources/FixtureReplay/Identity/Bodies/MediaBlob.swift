import DurableFiles
import StructuredOutput

/// An image, a sound or another file inside a request, which stands in its identity by digest alone:
/// `data:image/png;sha256=…;bytes=12345`.
public struct MediaBlob: Sendable, Hashable {
  /// The media type: what the request says, else what the first bytes say, else `application/octet-stream`.
  public let type: String
  /// SHA-256 of the bytes.
  public let hash: ContentHash
  /// The bytes themselves.
  public let bytes: [UInt8]

  init(type: String?, bytes: [UInt8]) {
    self.type = type.map(Self.plainType) ?? MediaType.sniffed(bytes) ?? MediaType.unknown
    hash = SHA256.hash(bytes)
    self.bytes = bytes
  }

  /// What stands in the request in its place.
  public var digest: String { "data:\(type);sha256=\(hash.hexadecimal);bytes=\(bytes.count)" }

  /// A type without parameters and without anything that would break the digest's form.
  private static func plainType(_ type: String) -> String {
    let plain = type.prefix { $0 != ";" }.lowercased().filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "/+-.".contains($0))
    }
    return plain.contains("/") && plain.utf8.count <= 100 ? plain : MediaType.unknown
  }
}
