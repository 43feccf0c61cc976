/// From where on an answer matches its reference.
///
/// A number is a match between 0 and 1, which means the same with every calibrated encoder: `threshold: 0.6`. With an
/// encoder that carries no calibration only cosines can be compared: `threshold: .cosine(0.8)`.
public struct SemanticThreshold: Sendable, Hashable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// The number.
  public let value: Double

  /// Whether it is a cosine, -1 to 1, and not a match.
  public let isCosine: Bool

  /// The lowest match that passes, 0 to 1.
  public static func match(_ value: Double) -> SemanticThreshold { SemanticThreshold(value: value, isCosine: false) }

  /// The lowest cosine that passes, -1 to 1.
  public static func cosine(_ value: Double) -> SemanticThreshold { SemanticThreshold(value: value, isCosine: true) }

  /// A match.
  public init(floatLiteral value: Double) { self = .match(value) }

  /// A match.
  public init(integerLiteral value: Int) { self = .match(Double(value)) }

  private init(value: Double, isCosine: Bool) {
    self.value = value
    self.isCosine = isCosine
  }

  /// What is wrong with the number; nil where nothing is.
  var fault: String? {
    // Written so that NaN is refused too.
    if isCosine {
      return value >= -1 && value <= 1 ? nil : "The threshold \(value) is no cosine. Give one from -1 to 1."
    }
    return value >= 0 && value <= 1 ? nil : "The threshold \(value) is no match. Give one from 0 to 1."
  }
}
