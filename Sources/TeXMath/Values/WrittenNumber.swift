/// A number that stands in a formula, with the precision it was written to.
public struct WrittenNumber: Hashable, Sendable {
  /// The digits and the place of the last one; percent and a power of ten are part of it.
  public var decimal: DecimalNumber
  /// Whether it is a plain integer: neither a point nor percent nor a power of ten was written.
  public var isInteger: Bool
  /// Whether dots behind it say that its digits go on: `0.333\ldots`.
  public var goesOn: Bool
  /// The place of the sign, where there is one, and the digits, in UTF-8 offsets of the formula.
  public var range: Range<Int>
  /// The power of ten by which the whole is greater than what the digits say: -2 for percent.
  public var shift: Int

  /// Creates a number.
  ///
  /// - Parameters:
  ///   - decimal: what is written, percent and a power of ten included.
  ///   - isInteger: whether it is a plain integer.
  ///   - goesOn: whether dots stand behind its digits.
  ///   - range: the place of its sign and digits.
  ///   - shift: the power of ten beside its digits.
  public init(
    decimal: DecimalNumber,
    isInteger: Bool,
    goesOn: Bool = false,
    range: Range<Int>,
    shift: Int = 0
  ) {
    self.decimal = decimal
    self.isInteger = isInteger
    self.goesOn = goesOn
    self.range = range
    self.shift = shift
  }

  /// The value, as the nearest double.
  public var value: Double { decimal.value }

  /// The numbers that it may stand for, where it was rounded to the digits written.
  public var precision: Interval {
    guard !isInteger || goesOn else { return exactly }
    let unit = decimal.unit.value
    if goesOn {
      return decimal.isNegative
        ? Interval((value - unit).nextDown, value.nextUp)
        : Interval(value.nextDown, (value + unit).nextUp)
    }
    return Interval((value - unit / 2).nextDown, (value + unit / 2).nextUp)
  }

  /// The number itself, with room for the decimal digits that a double cannot hold.
  public var exactly: Interval {
    if isInteger, value.magnitude < 0x1p53 { return Interval(value) }
    return Interval(value.nextDown, value.nextUp)
  }

  /// Makes the number a power of ten times as great; it is no plain integer then.
  public mutating func scale(by power: Int) {
    shift = power
    decimal.exponent += power
    isInteger = false
  }
}
