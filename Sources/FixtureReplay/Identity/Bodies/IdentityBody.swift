import LanguageModels
import StructuredOutput

/// The form in which a body counts: forms and multipart bodies as JSON, media by digest.
enum IdentityBody {
  static func of(_ request: HTTPRequest, media: inout MediaDigest) -> HTTPRequest.Body {
    switch request.body {
    case .none: return .none
    case .json(let json): return .json(media.digested(json))
    case .bytes(let bytes):
      guard let type = request.headers["content-type"] else { return request.body }
      if let multipart = MultipartBody(contentType: type) {
        return multipart.json(of: bytes, media: &media).map { .json($0) } ?? request.body
      }
      if HeaderParameters(type).value == FormBody.type {
        return FormBody.json(of: bytes).map { .json(media.digested($0)) } ?? request.body
      }
      return request.body
    }
  }
}
