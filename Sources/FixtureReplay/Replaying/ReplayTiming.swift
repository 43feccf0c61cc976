import LanguageModels

/// How long replayed answers take.
public struct ReplayTiming: Sendable, Hashable {
  /// What a recorded pause is multiplied with; nil for no pauses at all.
  let scale: Double?

  /// Answers come at once. The default.
  ///
  /// So that nobody waits for a server that is not there, `retry-after` and `retry-after-ms` of a replayed answer say 0.
  public static let immediate = ReplayTiming(scale: nil)
  /// Answers take as long as when they were recorded, and each event of a stream comes when it came then.
  public static let recorded = ReplayTiming(scale: 1)

  /// Answers take a multiple of the time that they took: `.scaled(0.1)` is ten times as fast. A factor that is negative
  /// or no number counts as 0, and one above 1,000 as 1,000.
  public static func scaled(_ factor: Double) -> ReplayTiming {
    ReplayTiming(scale: factor > 0 ? min(factor, 1_000) : 0)
  }

  /// Waits until what came so many milliseconds after the request comes again.
  func wait(until milliseconds: Int, since start: ContinuousClock.Instant) async throws {
    guard let scale else { return }
    let pause = min(Double(milliseconds) * scale, Self.longestMilliseconds)
    let moment = start.advanced(by: .milliseconds(pause))
    guard moment > .now else { return }
    try await Task.sleep(until: moment, clock: .continuous)
  }

  /// A day. A file may say anything, and a clock has an end.
  private static let longestMilliseconds = 86_400_000.0

  /// The headers as an app is given them.
  func headers(of answer: RecordedAnswer) -> HTTPHeaders {
    guard scale == nil, answer.status >= 400 else { return answer.headers }
    return HTTPHeaders(
      answer.headers.fields.map { field in
        let asksToWait = ["retry-after", "retry-after-ms"].contains(field.name.lowercased())
        return asksToWait ? HTTPHeaders.Field(field.name, "0") : field
      })
  }
}
