import Dispatch
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What a protocol object needs to know of its task beside the request.
///
/// Outside of Apple's platforms URL loading shows none of it to a protocol object, so it is found by reflection. Nothing
/// is guessed: what a later version keeps elsewhere is nil here, and whoever needs it says so. To be made where
/// loading starts, on the queue that the task's state is changed on.
struct URLTaskReflection {
  /// The headers that the session's configuration adds to each request, where the request lacks them.
  private(set) var additionalHeaders: [(name: String, value: String)] = []
  /// The body of an upload task that is no part of its request; nil where it is not found.
  private(set) var uploadBody: UploadBody?
  /// Whether the pieces of an answer reach somebody one by one.
  private(set) var wantsPieces = true

  init(_ task: URLSessionTask?) {
    #if canImport(FoundationNetworking)
      var parts: [String: Any] = [:]
      var mirror = task.map { Mirror(reflecting: $0) }
      while let level = mirror {
        for case let (label?, value) in level.children where label == "session" || label == "knownBody" {
          parts[label] = value
        }
        mirror = level.superclassMirror
      }
      let session = parts["session"] as? URLSession
      additionalHeaders = (session?.configuration.httpAdditionalHeaders ?? [:]).map { ("\($0.key)", "\($0.value)") }
      if task is URLSessionUploadTask { uploadBody = parts["knownBody"].flatMap(Self.uploadBody) }
      // A completion handler is given nothing but the last piece, so it gets only one.
      wantsPieces =
        task?.delegate is any URLSessionDataDelegate && !Self.hasCompletionHandler(task?.taskIdentifier, session)
    #endif
  }

  #if canImport(FoundationNetworking)
    private static func uploadBody(_ value: Any) -> UploadBody? {
      let mirror = Mirror(reflecting: value)
      let body = mirror.displayStyle == .optional ? mirror.children.first.map { Mirror(reflecting: $0.value) } : mirror
      let content = body?.children.first
      switch (content?.label, content?.value) {
      case ("data", let data as DispatchData): return .bytes([UInt8](data))
      case ("file", let url as URL): return .file(url)
      case ("stream", let stream as InputStream): return .stream(stream)
      default: return nil
      }
    }

    private static func hasCompletionHandler(_ identifier: Int?, _ session: URLSession?) -> Bool {
      guard let session, let identifier,
        let registry = Mirror(reflecting: session).children.first(where: { $0.label == "taskRegistry" })?.value,
        let table = Mirror(reflecting: registry).children.first(where: { $0.label == "behaviours" })?.value
      else { return false }
      for entry in Mirror(reflecting: table).children {
        let pair = Array(Mirror(reflecting: entry.value).children)
        guard pair.count == 2, pair[0].value as? Int == identifier else { continue }
        return Mirror(reflecting: pair[1].value).children.first?.label?.contains("CompletionHandler") == true
      }
      return false
    }
  #endif
}
