/// A pattern that is a text to begin with, `^https://`, or to be, `^yes$`.
final class PatternLiteral: PatternProgram {
  private let bytes: ContiguousArray<UInt8>
  private let isWhole: Bool

  /// Nil for other patterns.
  init?(_ tree: PatternTree) {
    guard case .sequence(var parts) = tree, case .position(.start)? = parts.first else { return nil }
    parts.removeFirst()
    var isWhole = false
    if case .position(.end)? = parts.last {
      isWhole = true
      parts.removeLast()
    }
    var text = String.UnicodeScalarView()
    for part in parts {
      guard case .scalars(let set) = part, let scalar = set.single.flatMap(UnicodeScalar.init) else { return nil }
      text.append(scalar)
    }
    bytes = ContiguousArray(String(text).utf8)
    self.isWhole = isWhole
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    let count = bytes.count
    guard isWhole ? text.count == count : text.count >= count else { return .notFound }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<count where bytes[index] != text[index] { return .notFound }
      return .found
    }
  }
}
