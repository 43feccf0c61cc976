#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#elseif canImport(Darwin)
  import Darwin
#endif

/// The most likely coefficients of `1 / (1 + exp(-(c0 + c1 x1 + c2 x2)))`, by Newton's method in a fixed order: the same
/// rows give the same coefficients everywhere, but for the last bits of `exp`.
struct LogisticRegression {
  /// A row of features and the probability that it is to have, 0 to 1.
  struct Row {
    var features: (Double, Double)
    var target: Double
  }

  /// The constant and the factors of the features; that of the second is 0 where it is the same in all rows.
  let coefficients: (Double, Double, Double)

  init(_ rows: [Row]) {
    // Around their mean and in units of their spread the features make equations that are well conditioned.
    let first = Spread(rows.map(\.features.0))
    let second = Spread(rows.map(\.features.1))
    let scaled = rows.map { row in
      (x: first.scaled(row.features.0), y: second.scaled(row.features.1), target: row.target)
    }
    var best = (0.0, 0.0, 0.0)
    var bestLoss = Self.loss(scaled, best)
    for _ in 0..<100 {
      let step = Self.step(scaled, best)
      var share = 1.0
      var moved = false
      // A full step may overshoot where the curve is steep.
      while share > 1e-6 {
        let next = (best.0 + share * step.0, best.1 + share * step.1, best.2 + share * step.2)
        let loss = Self.loss(scaled, next)
        if loss < bestLoss {
          moved = bestLoss - loss > 1e-12 * bestLoss
          (best, bestLoss) = (next, loss)
          break
        }
        share /= 2
      }
      if !moved { break }
    }
    let factors = (best.1 / first.deviation, best.2 / second.deviation)
    coefficients = (best.0 - factors.0 * first.mean - factors.1 * second.mean, factors.0, factors.1)
  }

  private struct Spread {
    let mean: Double
    let deviation: Double

    init(_ values: [Double]) {
      let count = Double(max(1, values.count))
      let mean = values.reduce(0, +) / count
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      self.mean = mean
      deviation = squares > 1e-24 ? squares.squareRoot() : 1
    }

    func scaled(_ value: Double) -> Double { (value - mean) / deviation }
  }

  private static func loss(_ rows: [(x: Double, y: Double, target: Double)], _ c: (Double, Double, Double)) -> Double {
    var sum = 0.0
    for row in rows {
      let z = c.0 + c.1 * row.x + c.2 * row.y
      // ln(1 + e^z) - target z, without overflow.
      sum += max(z, 0) + log1p(exp(-abs(z))) - row.target * z
    }
    return sum
  }

  /// The solution of Newton's equations. A trace on the diagonal stands for features that never vary.
  private static func step(
    _ rows: [(x: Double, y: Double, target: Double)], _ c: (Double, Double, Double)
  ) -> (Double, Double, Double) {
    var gradient = (0.0, 0.0, 0.0)
    var (a, b, d, e, f, g) = (1e-9, 0.0, 0.0, 1e-9, 0.0, 1e-9)
    for row in rows {
      let p = 1 / (1 + exp(-(c.0 + c.1 * row.x + c.2 * row.y)))
      let w = p * (1 - p)
      let miss = row.target - p
      gradient.0 += miss
      gradient.1 += miss * row.x
      gradient.2 += miss * row.y
      a += w
      b += w * row.x
      d += w * row.y
      e += w * row.x * row.x
      f += w * row.x * row.y
      g += w * row.y * row.y
    }
    // Cholesky's decomposition of the symmetric matrix [a b d; b e f; d f g].
    let l11 = a.squareRoot()
    let l21 = b / l11
    let l31 = d / l11
    let l22 = max(1e-18, e - l21 * l21).squareRoot()
    let l32 = (f - l31 * l21) / l22
    let l33 = max(1e-18, g - l31 * l31 - l32 * l32).squareRoot()
    let u1 = gradient.0 / l11
    let u2 = (gradient.1 - l21 * u1) / l22
    let u3 = (gradient.2 - l31 * u1 - l32 * u2) / l33
    let s3 = u3 / l33
    let s2 = (u2 - l32 * s3) / l22
    return ((u1 - l21 * s2 - l31 * s3) / l11, s2, s3)
  }
}
