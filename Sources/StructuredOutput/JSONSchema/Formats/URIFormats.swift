/// The formats `uri` and `uri-reference` (RFC 3986), `iri` and `iri-reference` (RFC 3987).
enum URIFormats {
  static func isURI(_ text: UnsafeBufferPointer<UInt8>) -> Bool { URIReference(text)?.scheme != nil }

  static func isURIReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool { URIReference(text) != nil }

  static func isIRI(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIReference(text, isInternational: true)?.scheme != nil
  }

  static func isIRIReference(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    URIReference(text, isInternational: true) != nil
  }
}
