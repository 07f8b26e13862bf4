/// A computed number, and how well it is known.
public struct Quantity: Hashable, Sendable {
  /// The number, as a processor computes it from what is written.
  public var value: Double
  /// All that it can be where the written numbers are exact.
  public var exact: Interval
  /// All that it can be where the written numbers are rounded to their last digit.
  public var rounded: Interval

  /// Creates a quantity that is known exactly.
  init(_ value: Double) {
    self.init(value: value, exact: Interval(value), rounded: Interval(value))
  }

  init(value: Double, exact: Interval, rounded: Interval) {
    self.value = value
    self.exact = exact
    self.rounded = rounded
  }

  init(_ number: WrittenNumber) {
    self.init(value: number.value, exact: number.exactly, rounded: number.precision)
  }

  /// The one integer that it is, where it is one.
  var integer: Int? { exact.integer }

  /// The result of a function of one number.
  func map(_ function: (Double) -> Double, _ bounds: (Interval) -> Interval) -> Quantity {
    Quantity(value: function(value), exact: bounds(exact), rounded: bounds(rounded))
  }

  /// The result of a function of two numbers.
  func combined(
    with other: Quantity,
    _ function: (Double, Double) -> Double,
    _ bounds: (Interval, Interval) -> Interval
  ) -> Quantity {
    Quantity(
      value: function(value, other.value),
      exact: bounds(exact, other.exact),
      rounded: bounds(rounded, other.rounded)
    )
  }

  static prefix func - (operand: Quantity) -> Quantity { operand.map(-) { -$0 } }
  static func + (left: Quantity, right: Quantity) -> Quantity { left.combined(with: right, +, +) }
  static func * (left: Quantity, right: Quantity) -> Quantity { left.combined(with: right, *, *) }
  static func / (left: Quantity, right: Quantity) -> Quantity { left.combined(with: right, /, /) }
}
