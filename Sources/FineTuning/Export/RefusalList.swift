/// Refusals for people to read, not more than a screen of them.
struct RefusalList {
  private static let longest = 20

  let lines: [String]

  init(_ refusals: [Refusal]) {
    let rest = refusals.count - Self.longest
    lines = refusals.prefix(Self.longest).map(\.description) + (rest > 0 ? ["and \(rest) more"] : [])
  }
}
