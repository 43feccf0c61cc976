import Synchronization

/// Texts that a handler on another task writes down.
final class KeptTexts: Sendable {
  private let kept = Mutex<[String]>([])
  var all: [String] { kept.withLock { $0 } }
  func append(_ text: String) { kept.withLock { $0.append(text) } }
}
