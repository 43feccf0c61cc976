import Foundation
import LanguageModels

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLError {
  /// An error of a transport as a client of URL loading expects one: its `localizedDescription` is what a person needs
  /// to know.
  init(loading url: URL?, _ error: any Error) {
    if let error = error as? URLError {
      self = error
      return
    }
    let isCancellation = error is CancellationError
    var userInfo: [String: Any] = [
      NSLocalizedDescriptionKey: isCancellation ? "cancelled" : "\(error)", NSUnderlyingErrorKey: error,
    ]
    if let url { userInfo[NSURLErrorFailingURLErrorKey] = url }
    self.init(isCancellation ? .cancelled : Self.code(of: error), userInfo: userInfo)
  }

  private static func code(of error: any Error) -> URLError.Code {
    switch (error as? ModelFault)?.kind {
    case ModelFault.Kind.deadlineExceeded?: .timedOut
    case ModelFault.Kind.connection?, ModelFault.Kind.brokenStream?: .networkConnectionLost
    case ModelFault.Kind.malformedAnswer?: .cannotParseResponse
    default: .resourceUnavailable
    }
  }
}
