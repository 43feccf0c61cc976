/// What is wrong with markup at a place.
struct MarkupFault: Error {
  let offset: Int
  let reason: String

  init(_ reason: String, at offset: Int) {
    self.offset = offset
    self.reason = reason
  }
}

/// The most elements that may stand in each other.
enum MarkupDepth {
  static let limit = 1_000
  static let reason = "elements nest more than 1,000 deep, which is the limit"
}
