/// A number as it is written: exact decimal digits, and the place of the last one.
struct DecimalNumber: Hashable {
  /// Whether a minus sign was written, also before zero.
  var isNegative: Bool
  /// The digits as values 0 to 9, leading zeros removed; empty for zero.
  var digits: [UInt8]
  /// The power of ten of the last digit: the precision written.
  var exponent: Int

  /// The sign of the value: -1, 0 or 1; negative zero has sign 0.
  var sign: Int { digits.allSatisfy { $0 == 0 } ? 0 : isNegative ? -1 : 1 }

  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = exponent
  }

  /// The edges of the interval of half a unit of the last digit around the value.
  var halfUnitInterval: (lower: DecimalNumber, upper: DecimalNumber) {
    let outer = DecimalNumber(isNegative: isNegative, digits: digits + [5], exponent: exponent - 1)
    var less = digits
    var inner = DecimalNumber(isNegative: !isNegative, digits: [5], exponent: exponent - 1)
    if !less.isEmpty {
      var index = less.count - 1
      while less[index] == 0 {
        less[index] = 9
        index -= 1
      }
      less[index] -= 1
      inner = DecimalNumber(isNegative: isNegative, digits: less + [5], exponent: exponent - 1)
    }
    return isNegative ? (outer, inner) : (inner, outer)
  }

  /// Whether the value is at most another, compared exactly digit by digit.
  func isAtMost(_ other: DecimalNumber) -> Bool {
    if sign != other.sign { return sign < other.sign }
    if sign == 0 { return true }
    return sign > 0 ? magnitudeOrder(other) <= 0 : magnitudeOrder(other) >= 0
  }

  private func magnitudeOrder(_ other: DecimalNumber) -> Int {
    let (ours, theirs) = (digits.count + exponent, other.digits.count + other.exponent)
    if ours != theirs { return ours < theirs ? -1 : 1 }
    for index in 0..<max(digits.count, other.digits.count) {
      let left = index < digits.count ? digits[index] : 0
      let right = index < other.digits.count ? other.digits[index] : 0
      if left != right { return left < right ? -1 : 1 }
    }
    return 0
  }
}
