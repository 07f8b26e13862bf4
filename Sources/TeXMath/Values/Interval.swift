#if canImport(Glibc)
private import Glibc
#elseif canImport(Darwin)
private import Darwin
#endif

/// All numbers from a lower to an upper bound.
///
/// Every operation returns an interval that surely holds each result of its operands' numbers, the
/// rounding of the computation included. Where no bound is known the interval is everything.
public struct Interval: Hashable, Sendable {
  /// The least number.
  public let lower: Double
  /// The greatest number.
  public let upper: Double

  /// Creates an interval; everything, where a bound is not a number.
  public init(_ lower: Double, _ upper: Double) {
    guard lower <= upper else {
      self.lower = -.infinity
      self.upper = .infinity
      return
    }
    self.lower = lower
    self.upper = upper
  }

  /// Creates the interval of one number.
  public init(_ value: Double) { self.init(value, value) }

  /// All numbers.
  public static let everything = Interval(-.infinity, .infinity)

  /// Whether both have a number in common.
  public func overlaps(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  /// Whether a number lies in it.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether it says anything.
  public var isBounded: Bool { lower.isFinite && upper.isFinite }

  /// The one integer that it holds by itself, where it is one.
  var integer: Int? { lower == upper ? Int(exactly: lower) : nil }
}

// MARK: - Arithmetic

extension Interval {
  /// The interval with room for the rounding of one operation of the processor.
  private var rounded: Interval { Interval(lower.nextDown, upper.nextUp) }

  /// The interval with room for the rounding of the C library's functions, a few last places.
  private var loosened: Interval {
    Interval(
      (lower - lower.magnitude * 0x1p-50).nextDown,
      (upper + upper.magnitude * 0x1p-50).nextUp
    )
  }

  /// An exact result stays exact: sums and products of integers below 2⁵³ are.
  private func rounded(unlessExact operands: Interval...) -> Interval {
    let all = operands + [self]
    let isExact = all.allSatisfy { $0.lower == $0.upper && $0.isSmallInteger }
    return isExact ? self : rounded
  }

  private var isSmallInteger: Bool {
    lower.magnitude < 0x1p53 && lower == lower.rounded(.towardZero)
  }

  static prefix func - (value: Interval) -> Interval { Interval(-value.upper, -value.lower) }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(left.lower + right.lower, left.upper + right.upper)
      .rounded(unlessExact: left, right)
  }

  static func * (left: Interval, right: Interval) -> Interval {
    corners(left, right, *).rounded(unlessExact: left, right)
  }

  static func / (left: Interval, right: Interval) -> Interval {
    guard right.lower > 0 || right.upper < 0 else { return .everything }
    return corners(left, right, /).rounded(unlessExact: left, right)
  }

  private static func corners(
    _ left: Interval,
    _ right: Interval,
    _ operation: (Double, Double) -> Double
  ) -> Interval {
    let values = [
      operation(left.lower, right.lower), operation(left.lower, right.upper),
      operation(left.upper, right.lower), operation(left.upper, right.upper),
    ]
    guard let least = values.min(), let greatest = values.max(),
      !values.contains(where: \.isNaN)
    else { return .everything }
    return Interval(least, greatest)
  }
}

// MARK: - Functions

extension Interval {
  /// The interval of a function that grows everywhere.
  func growing(_ function: (Double) -> Double) -> Interval {
    let (low, high) = (function(lower), function(upper))
    return low.isNaN || high.isNaN ? .everything : Interval(low, high).loosened
  }

  /// The interval of a function whose slope is at most 1, such as the sine.
  func gentle(_ function: (Double) -> Double) -> Interval {
    guard isBounded else { return .everything }
    let middle = lower + (upper - lower) / 2
    let (value, reach) = (function(middle), upper - middle)
    return Interval(value - reach, value + reach).loosened
  }

  /// The interval of a function of steps, such as the floor: no rounding is to be allowed for.
  func stepping(_ function: (Double) -> Double) -> Interval {
    Interval(function(lower), function(upper))
  }

  var magnitude: Interval {
    if lower >= 0 { return self }
    return upper <= 0 ? -self : Interval(0, max(-lower, upper))
  }

  func raised(to exponent: Interval) -> Interval {
    if let whole = exponent.integer { return raised(to: whole) }
    guard lower > 0 || (lower == 0 && exponent.lower > 0) else { return .everything }
    return Self.corners(self, exponent) { pow($0, $1) }.loosened
  }

  private func raised(to exponent: Int) -> Interval {
    if exponent < 0 { return Interval(1) / raised(to: -exponent) }
    let power = Double(exponent)
    if exponent.isMultiple(of: 2) {
      let base = magnitude
      return Interval(pow(base.lower, power), pow(base.upper, power)).powerRounded(of: self)
    }
    return Interval(pow(lower, power), pow(upper, power)).powerRounded(of: self)
  }

  private func powerRounded(of base: Interval) -> Interval {
    let isExact =
      base.lower == base.upper && base.isSmallInteger && lower == upper && isSmallInteger
    return isExact ? self : loosened
  }
}
