/// The messages of one validator, of which the first few are kept and the others counted.
struct ViolationList {
  private static let bound = 10
  private var messages: [String] = []
  private var rest = 0

  /// - Parameter message: not made where it would only be counted.
  mutating func add(_ message: @autoclosure () -> String) {
    if messages.count < Self.bound { messages.append(message()) } else { rest += 1 }
  }

  var isEmpty: Bool { messages.isEmpty }

  /// What was kept, and how many more there were.
  var all: [String] { rest > 0 ? messages + ["and \(rest) more"] : messages }
}
