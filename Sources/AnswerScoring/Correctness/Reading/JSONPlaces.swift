/// Places of a JSON value: a JSON pointer (RFC 6901) in which `*` is any one key or index and `**` any number of them.
struct JSONPlaces {
  /// The most steps of a pointer.
  static let mostSteps = 32

  private enum Step: Equatable {
    case key(String)
    case any
    case anyNumber
  }

  /// How much of the pointer the way to a place has taken: a bit for each number of steps.
  typealias Progress = UInt64

  private let steps: [Step]

  /// Nil for a text that is no pointer, for the pointer of the whole value and for one of too many steps.
  init?(_ pointer: String) {
    guard pointer.hasPrefix("/") else { return nil }
    var steps: [Step] = []
    for token in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      switch token {
      case "*": steps.append(.any)
      case "**": if steps.last != .anyNumber { steps.append(.anyNumber) }
      default:
        // "~01" is "~1".
        steps.append(.key(String(token).replacing("~1", with: "/").replacing("~0", with: "~")))
      }
    }
    guard steps.count <= Self.mostSteps else { return nil }
    self.steps = steps
  }

  /// The progress at the outermost value.
  var start: Progress { skippingAnyNumber(1) }

  /// The progress one key or index further in.
  func progress(_ progress: Progress, into token: String) -> Progress {
    var further: Progress = 0
    for (index, step) in steps.enumerated() where progress & (1 << UInt64(index)) != 0 {
      switch step {
      case .key(let key): if key == token { further |= 1 << UInt64(index + 1) }
      case .any: further |= 1 << UInt64(index + 1)
      case .anyNumber: further |= 1 << UInt64(index)
      }
    }
    return skippingAnyNumber(further)
  }

  /// Whether the place is one of these.
  func isReached(_ progress: Progress) -> Bool { progress & (1 << UInt64(steps.count)) != 0 }

  private func skippingAnyNumber(_ progress: Progress) -> Progress {
    var progress = progress
    for (index, step) in steps.enumerated() where step == .anyNumber && progress & (1 << UInt64(index)) != 0 {
      progress |= 1 << UInt64(index + 1)
    }
    return progress
  }
}
