import LanguageModels

extension HTTPStreamedResponse {
  /// Whether the pieces of the body mean something by themselves, so that a client wants them as they come: server-sent
  /// events, or lines of JSON.
  var isInPieces: Bool {
    let type = headers["content-type"]?.lowercased() ?? ""
    return ["event-stream", "ndjson", "jsonl", "stream+json", "json-seq"].contains { type.contains($0) }
  }

  /// The headers without those that describe how the body was carried: a client gets it decoded and in other pieces.
  var headersOfContent: [HTTPHeaders.Field] {
    headers.fields.filter { !Self.carrying.contains($0.name.lowercased()) }
  }

  // A challenge would set off the loading system's own authentication, which goes past every scope.
  private static let carrying: Set<String> = [
    "content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "trailer",
    "www-authenticate", "proxy-authenticate",
  ]

  /// The whole body.
  func wholeBody() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await chunk in chunks { bytes += chunk }
    // A cancelled consumer's stream ends as if it were complete.
    try Task.checkCancellation()
    return bytes
  }
}
