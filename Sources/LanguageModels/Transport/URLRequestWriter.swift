import Foundation
import StructuredOutput

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension HTTPRequest {
  /// The request as the URL loading system takes it, with address and credentials.
  func urlRequest() throws -> URLRequest {
    let destination = try destination()
    var urlRequest = URLRequest(url: try address(under: destination.baseAddress))
    urlRequest.httpMethod = method
    // The whole exchange is bounded elsewhere; this one catches silence, and must not come first.
    urlRequest.timeoutInterval = timeout.inSeconds + 5
    var hasContentType = false
    for field in headers.fields + destination.credentials.fields {
      guard field.isSendable else {
        throw ModelFault(
          .unusableRequest,
          """
          \(method) \(path): the header \(field.name) holds a character that HTTP does not allow, such as a line \
          break, so nothing was sent. If the value comes from an environment variable, check how it was set.
          """)
      }
      hasContentType = hasContentType || field.name.lowercased() == "content-type"
      urlRequest.addValue(field.value, forHTTPHeaderField: field.name)
    }
    #if canImport(FoundationNetworking)
      // Where a kept connection breaks under a request with a body, URL loading on Linux waits for ever: it tries again
      // and cannot give the body a second time. A connection for each request costs far less than a model's answer.
      urlRequest.setValue("close", forHTTPHeaderField: "Connection")
    #endif
    switch body {
    case .none: break
    case .json(let value):
      urlRequest.httpBody = Data(exactBody ?? value.compactBytes)
      if !hasContentType { urlRequest.setValue("application/json", forHTTPHeaderField: "Content-Type") }
    case .bytes(let bytes): urlRequest.httpBody = Data(bytes)
    }
    return urlRequest
  }

  private func address(under base: URL) throws(ModelFault) -> URL {
    guard var components = URLComponents(url: base, resolvingAgainstBaseURL: true),
      let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = components.host, !host.isEmpty
    else {
      throw ModelFault(
        .unusableRequest,
        """
        \(method) \(path): the base address "\(KeyMask.quoted(base.absoluteString, limit: 200))" is not an http or \
        https address, so nothing was sent. A base address looks like https://api.openai.com/v1.
        """)
    }
    var basePath = components.percentEncodedPath
    while basePath.hasSuffix("/") { basePath.removeLast() }
    components.percentEncodedPath = basePath + path
    if !query.fields.isEmpty {
      let items = query.fields.map { "\($0.name.asQueryText)=\($0.value.asQueryText)" }.joined(separator: "&")
      components.percentEncodedQuery = [components.percentEncodedQuery, items].compactMap { $0 }.joined(separator: "&")
    }
    guard let url = components.url else {
      throw ModelFault(.unusableRequest, "\(method) \(path) is not a path that can be sent.")
    }
    return url
  }
}

extension HTTPHeaders.Field {
  /// Whether name and value may stand in a request (RFC 9110, section 5): neither can smuggle in another line.
  fileprivate var isSendable: Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}

extension String {
  /// Percent-encoded but for the unreserved characters (RFC 3986, section 2.3).
  fileprivate var asQueryText: String {
    var text = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += byte < 16 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
