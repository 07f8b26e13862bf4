/// A way to turn many numbers into one.
public enum Reduction: Sendable, Hashable {
  /// `Σ xᵢ`; 0 of nothing.
  case sum
  /// `Σ xᵢ / n`; NaN of nothing.
  case mean
  /// `Π xᵢ`; 1 of nothing.
  case product
  /// The least element; infinity of nothing, NaN when one is NaN.
  case min
  /// The greatest element; -infinity of nothing, NaN when one is NaN.
  case max
  /// The mean squared distance from the mean.
  case variance(Variance)
  /// The square root of the variance.
  case standardDeviation(Variance)
  /// `Σ |xᵢ|`; 0 of nothing.
  case l1Norm
  /// `√Σ xᵢ²`; 0 of nothing.
  case l2Norm
  /// `Σ xᵢ²`; 0 of nothing.
  case sumOfSquares
  /// `log Σ xᵢ`; -infinity of nothing.
  case logSum
  /// `log Σ e^xᵢ`, without overflow; -infinity of nothing.
  case logSumExp
}

/// What the sum of squared distances from the mean is divided by.
public enum Variance: Sendable, Hashable {
  /// By `n`: the variance of these very numbers, as the lectures have it ("biased").
  case population
  /// By `n - 1`: an estimate from a sample ("unbiased"). NaN of one number.
  case sample
}

extension Reduction {
  /// Reduces numbers that lie side by side.
  func callAsFunction(_ values: UnsafeBufferPointer<Double>) -> Double {
    switch self {
    case .sum: pairwiseSum(values) { $0 }
    case .mean: average(of: pairwiseSum(values) { $0 }, over: Double(values.count))
    case .product: values.reduce(1, *)
    case .min: values.reduce(.infinity) { $1 < $0 || $1.isNaN ? $1 : $0 }
    case .max: values.reduce(-.infinity) { $1 > $0 || $1.isNaN ? $1 : $0 }
    case .variance(let kind): twoPassVariance(values, kind)
    case .standardDeviation(let kind): twoPassVariance(values, kind).squareRoot()
    case .l1Norm: pairwiseSum(values) { $0.magnitude }
    case .l2Norm: scaledNorm(values)
    case .sumOfSquares: pairwiseSum(values) { $0 * $0 }
    case .logSum: cLog(pairwiseSum(values) { $0 })
    case .logSumExp: shiftedLogSumExp(values)
    }
  }
}

/// The sum of `transform(x)`, by halves: its error grows with log n, and its loop vectorises.
func pairwiseSum(
  _ values: UnsafeBufferPointer<Double>,
  _ transform: (Double) -> Double
) -> Double {
  if values.count <= 128 {
    // Four sums at once: the compiler may not reorder one sum of Doubles by itself.
    var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= values.count {
      s0 += transform(values[index])
      s1 += transform(values[index + 1])
      s2 += transform(values[index + 2])
      s3 += transform(values[index + 3])
      index += 4
    }
    while index < values.count {
      s0 += transform(values[index])
      index += 1
    }
    return (s0 + s1) + (s2 + s3)
  }
  let half = values.count / 2
  return pairwiseSum(UnsafeBufferPointer(rebasing: values[..<half]), transform)
    + pairwiseSum(UnsafeBufferPointer(rebasing: values[half...]), transform)
}

/// The quotient of a sum and the weight of its terms: NaN for no terms.
///
/// Its sign is set: 0/0 has one that differs between processors, and prints as `-nan` on some.
func average(of sum: Double, over weight: Double) -> Double {
  weight == 0 ? .nan : sum / weight
}

/// The variance in two passes: exact where E[x²] - E[x]² cancels, and never negative.
private func twoPassVariance(_ values: UnsafeBufferPointer<Double>, _ kind: Variance) -> Double {
  let count = Double(values.count)
  let isDefined = kind == .sample ? count > 1 : count > 0
  guard isDefined else { return .nan }
  let mean = pairwiseSum(values) { $0 } / count
  let squares = pairwiseSum(values) { ($0 - mean) * ($0 - mean) }
  // The mean itself is rounded: the mean of the distances is what it is off by.
  let rest = pairwiseSum(values) { $0 - mean } / count
  let corrected = Swift.max(squares - rest * rest * count, 0)
  switch kind {
  case .population: return squares.isFinite ? corrected / count : squares / count
  case .sample: return (squares.isFinite ? corrected : squares) / (count - 1)
  }
}

/// The length, scaled so that the squares neither overflow nor vanish.
private func scaledNorm(_ values: UnsafeBufferPointer<Double>) -> Double {
  let plain = pairwiseSum(values) { $0 * $0 }
  if plain.isNormal && plain < .greatestFiniteMagnitude { return plain.squareRoot() }
  let greatest = values.reduce(0) { Swift.max($0, $1.magnitude) }
  guard greatest > 0, greatest.isFinite, !plain.isNaN else { return plain.squareRoot() }
  // A power of two divides without rounding.
  let scale = Double(sign: .plus, exponent: greatest.exponent, significand: 1)
  return scale * pairwiseSum(values) { ($0 / scale) * ($0 / scale) }.squareRoot()
}

/// `max + log Σ e^(x - max)`: the greatest exponential is 1, so that nothing overflows.
private func shiftedLogSumExp(_ values: UnsafeBufferPointer<Double>) -> Double {
  let greatest = Reduction.max(values)
  guard greatest.isFinite else { return greatest }
  return greatest + cLog(pairwiseSum(values) { cExp($0 - greatest) })
}
