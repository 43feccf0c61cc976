import LanguageModels

/// Which headers are kept: those that are named here, and no other.
public enum HeaderPolicy {
  private static let kept: Set<String> = [
    "content-type", "retry-after", "retry-after-ms", "x-should-retry", "x-amzn-errortype",
  ]

  /// The headers of an answer that may be kept, names in lower case, in order of their names. What is left of a rate
  /// limit is kept only with the answer that says the limit is reached; elsewhere it is noise in every new recording.
  public static func keptHeaders(of headers: HTTPHeaders, status: Int) -> HTTPHeaders {
    let fields = headers.fields
      .map { HTTPHeaders.Field($0.name.lowercased(), $0.value) }
      .filter { kept.contains($0.name) || (status == 429 && $0.name.contains("ratelimit-")) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    return HTTPHeaders(fields)
  }
}
