import Foundation
import SemanticSimilarity

/// Whether a quantity that was found is the one that is wanted.
///
/// Units convert exactly; as the units' sizes have six digits, so far and no nearer. Months and years are of their mean
/// length, and so equal to a number of days within 2 %.
struct QuantityLikeness {
  /// What to add to "A is B" where they match; nil where they do not.
  let match: String?
  /// Why they do not match.
  let difference: String

  init(_ found: StatedFacts.Quantity, _ wanted: StatedFacts.Quantity, allowed: NumberTolerance.Checked) {
    if found.isLowerBound && wanted.isUpperBound || found.isUpperBound && wanted.isLowerBound {
      (match, difference) = (nil, "one is at least that much, the other at most")
      return
    }
    if found.isDenied || (found.isRangeEnd && !wanted.isRangeEnd) {
      (match, difference) = (nil, found.isDenied ? "it is denied" : "it is one end of a range")
      return
    }
    var difference = Self.unlikeUnits(found, wanted)
    for one in found.measures {
      for other in wanted.measures {
        guard let (value, target, unit) = Self.comparable(one, other) else { continue }
        let slack = Self.slack(one, other)
        let distance = abs(value - target)
        if distance <= allowed.amount(around: target / unit) * unit + slack * max(value.magnitude, target.magnitude) {
          let isConverted = one.factor != other.factor && one.magnitude != other.magnitude
          match = isConverted ? ", units converted" : ""
          self.difference = ""
          return
        }
        difference = "it is \(Self.shown(value / unit)) in the unit of the correct answer"
        if one.factor == other.factor {
          difference = "\(Self.shown(one.magnitude)) is not \(Self.shown(other.magnitude))"
        }
      }
    }
    (match, self.difference) = (nil, difference)
  }

  /// The values of two measures on one scale, and the size of the wanted unit on it; nil where they cannot be compared.
  private static func comparable(
    _ found: StatedFacts.Measure, _ wanted: StatedFacts.Measure
  ) -> (Double, Double, Double)? {
    if found.dimension == wanted.dimension { return (found.value, wanted.value, wanted.factor) }
    // Any unit will do where none is wanted.
    if wanted.dimension.isEmpty, found.dimension != "percent" { return (found.magnitude, wanted.magnitude, 1) }
    // A quarter is 25 %.
    if wanted.dimension == "percent", found.dimension.isEmpty, found.value.magnitude <= 1 {
      return (found.value * 100, wanted.value, 1)
    }
    if found.dimension == "percent", wanted.dimension.isEmpty, wanted.value.magnitude <= 1 {
      return (found.value / 100, wanted.value, 1)
    }
    return nil
  }

  private static let month = 2_600_000.0

  private static func slack(_ one: StatedFacts.Measure, _ other: StatedFacts.Measure) -> Double {
    if one.factor == other.factor || one.dimension != other.dimension { return 1e-9 }
    let isCalendar = one.dimension == "time" && (one.factor >= month) != (other.factor >= month)
    return isCalendar && min(one.factor, other.factor) >= 86_400 ? 0.02 : 1e-5
  }

  private static func unlikeUnits(_ found: StatedFacts.Quantity, _ wanted: StatedFacts.Quantity) -> String {
    let units = found.measures.map(\.dimension)
    let target = named(wanted.measures.first?.dimension ?? "")
    if units.allSatisfy(\.isEmpty) { return "it has no unit, and \(target) is wanted; .number compares numbers alone" }
    return "it is \(named(units.first ?? "")), and \(target) is wanted"
  }

  private static func named(_ dimension: String) -> String {
    switch dimension {
    case "": "a bare number"
    case "percent": "a percentage"
    case "ordinal": "an ordinal"
    case "time": "a span of time"
    case "area", "energy": "an \(dimension)"
    case "data": "an amount of data"
    case "pixel": "a number of pixels"
    default:
      dimension.hasPrefix("money ") ? "an amount in \(dimension.dropFirst(6))" : "a \(dimension)"
    }
  }

  private static func shown(_ value: Double) -> String {
    guard value.magnitude < 1e15, value.magnitude >= 1e-6 || value == 0 else { return "\(value)" }
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }
}
