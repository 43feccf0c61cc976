/// The vectors of some texts, brought to length 1.
struct TextVectors: Sendable {
  private var places: [String: Int] = [:]
  private var values: [Float] = []
  private var dimensions = 0

  /// Whether a text has its vector.
  func has(_ text: String) -> Bool { places[text] != nil }

  /// Takes vectors of texts, in their order; what is wrong with them, or nil.
  mutating func add(_ texts: [String], _ vectors: [[Float]]) -> String? {
    guard vectors.count == texts.count else { return "\(vectors.count) for \(texts.count) texts." }
    for (text, vector) in zip(texts, vectors) {
      if vector.isEmpty { return "they are empty." }
      if dimensions == 0 { dimensions = vector.count }
      guard vector.count == dimensions else { return "their lengths differ, \(dimensions) and \(vector.count)." }
      var squares = 0.0
      for value in vector { squares += Double(value) * Double(value) }
      guard squares.isFinite else {
        return "the one of \(FactFinding.quoted(text)) holds a value that is no finite number."
      }
      places[text] = values.count
      let length = squares.squareRoot()
      for value in vector { values.append(length > 0 ? Float(Double(value) / length) : 0) }
    }
    return nil
  }

  /// The cosine of two texts, -1 to 1; nil where one has no vector or one of zeros alone.
  func cosine(_ left: String, _ right: String) -> Double? {
    guard let left = places[left], let right = places[right] else { return nil }
    var sum = 0.0
    var squares = (0.0, 0.0)
    for index in 0..<dimensions {
      let (x, y) = (Double(values[left + index]), Double(values[right + index]))
      sum += x * y
      squares.0 += x * x
      squares.1 += y * y
    }
    guard squares.0 > 0, squares.1 > 0 else { return nil }
    return min(1, max(-1, sum))
  }
}
