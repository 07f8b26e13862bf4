import CKernels

/// Where on the way from its lower to its upper bound a hyperparameter's values lie.
///
/// A fraction from 0 to 1 is drawn uniformly, and the scale makes a value of it. So a logarithmic
/// scale from 0.0001 to 1 spends a quarter of its values on each decade, where a linear one spends
/// nine tenths of them between 0.1 and 1. (Lecture 2.)
public enum SearchScale: Sendable, Hashable, CaseIterable {
  /// `lower + f · (upper - lower)`.
  case linear

  /// `lower · (upper / lower)^f`, that is `10^r` with `r` uniform; both bounds above 0.
  ///
  /// For numbers of unknown magnitude, such as the learning rate.
  case logarithmic

  /// `1 - 10^r` with `r` uniform; both bounds below 1.
  ///
  /// For the weight of an exponentially weighted average, which is over `1 / (1 - β)` values: half
  /// of the values from 0.9 to 0.999 are above 0.99.
  case oneMinusLogarithmic
}

extension SearchScale {
  /// Returns the value at a fraction of the way from one bound to the other.
  ///
  /// - Parameters:
  ///   - fraction: 0 for `lower` to 1 for `upper`; both bounds are met exactly.
  ///   - lower: The lower bound.
  ///   - upper: The upper bound.
  /// - Returns: The value, within the bounds.
  /// - Throws: `EngineError.argumentOutOfRange`, `.reversedBounds`, or `.boundsOffScale`.
  @_disfavoredOverload
  public func value(
    at fraction: Double,
    from lower: Double,
    to upper: Double
  ) throws(EngineError) -> Double {
    guard fraction >= 0, fraction <= 1 else {
      throw .argumentOutOfRange(argument: "at", value: fraction, allowed: "from 0 to 1")
    }
    return try ScaledInterval(name: "value", lower, upper, self).value(at: fraction)
  }

  /// Returns the fraction of the way from one bound to the other at which a value lies.
  ///
  /// - Parameters:
  ///   - value: A value within the bounds.
  ///   - lower: The lower bound.
  ///   - upper: The upper bound.
  /// - Returns: 0 for `lower` to 1 for `upper`; 0 when they are equal.
  /// - Throws: `EngineError.argumentOutOfRange`, `.reversedBounds`, or `.boundsOffScale`.
  @_disfavoredOverload
  public func fraction(
    of value: Double,
    from lower: Double,
    to upper: Double
  ) throws(EngineError) -> Double {
    let interval = try ScaledInterval(name: "value", lower, upper, self)
    guard value >= lower, value <= upper else {
      throw .argumentOutOfRange(argument: "of", value: value, allowed: "from \(lower) to \(upper)")
    }
    return interval.fraction(of: value)
  }
}

/// Two bounds that are known to fit a scale, with what a draw needs worked out.
struct ScaledInterval: Sendable, Hashable {
  let lower: Double
  let upper: Double
  let scale: SearchScale

  /// The image of `lower` on the scale, and the distance from it to the image of `upper`.
  private let start: Double
  private let length: Double

  init(
    name: String,
    _ lower: Double,
    _ upper: Double,
    _ scale: SearchScale
  ) throws(EngineError) {
    for bound in [lower, upper] where !bound.isFinite {
      throw .argumentOutOfRange(argument: name, value: bound, allowed: "between finite bounds")
    }
    guard lower <= upper else { throw .reversedBounds(name: name, lower: lower, upper: upper) }
    switch scale {
    case .linear:
      guard (upper - lower).isFinite else {
        throw .argumentOutOfRange(argument: name, value: upper, allowed: "closer to \(lower)")
      }
    case .logarithmic:
      guard lower > 0 else {
        throw .boundsOffScale(name: name, scale: scale, lower: lower, upper: upper)
      }
    case .oneMinusLogarithmic:
      guard upper < 1 else {
        throw .boundsOffScale(name: name, scale: scale, lower: lower, upper: upper)
      }
    }
    self.lower = lower
    self.upper = upper
    self.scale = scale
    start = ScaledInterval.image(of: lower, on: scale)
    length = ScaledInterval.image(of: upper, on: scale) - start
  }

  @inline(__always)
  func value(at fraction: Double) -> Double {
    if fraction == 0 { return lower }
    if fraction == 1 { return upper }
    let image = start + fraction * length
    let value =
      switch scale {
      case .linear: image
      case .logarithmic: cExp(image)
      case .oneMinusLogarithmic: -cExpm1(image)
      }
    // Rounding may put a value just outside its bounds.
    return min(max(value, lower), upper)
  }

  /// Fills memory with numbers that are uniform on the scale.
  func fill(
    _ values: UnsafeMutableBufferPointer<Double>,
    using generator: inout some RandomNumberGenerator
  ) {
    generator.fill(values, from: start, length: length)
    switch scale {
    case .linear: break
    case .logarithmic: kernel_exp(values.baseAddress, values.baseAddress, values.count)
    case .oneMinusLogarithmic:
      for index in values.indices { values[index] = -cExpm1(values[index]) }
    }
    for index in values.indices { values[index] = min(max(values[index], lower), upper) }
  }

  func fraction(of value: Double) -> Double {
    length == 0 ? 0 : (ScaledInterval.image(of: value, on: scale) - start) / length
  }

  private static func image(of value: Double, on scale: SearchScale) -> Double {
    switch scale {
    case .linear: value
    case .logarithmic: cLog(value)
    case .oneMinusLogarithmic: cLog1p(-value)
    }
  }
}
