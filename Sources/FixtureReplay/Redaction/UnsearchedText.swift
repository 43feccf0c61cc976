/// Why it is not known what a text holds.
struct UnsearchedText: Error, Sendable, Hashable {
  let reason: String
}
