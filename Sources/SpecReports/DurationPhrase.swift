/// Times as people read them.
enum DurationPhrase {
  /// `0.04 s`, `1.9 s`, `2 min 5 s`, `1 h 2 min`.
  static func of(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds > 0 else { return "0 s" }
    guard seconds < 1e12 else { return "a very long time" }
    if seconds < 0.95 { return places(seconds, hundredths: true) }
    if seconds < 59.95 { return places(seconds, hundredths: false) }
    let whole = Int(seconds.rounded())
    if whole < 3_600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(CountPhrase.grouped(whole / 3_600)) h \(whole % 3_600 / 60) min"
  }

  private static func places(_ seconds: Double, hundredths: Bool) -> String {
    let scale = hundredths ? 100.0 : 10.0
    let rounded = (seconds * scale).rounded() / scale
    return rounded == 0 ? "under 0.01 s" : "\(rounded) s"
  }
}
