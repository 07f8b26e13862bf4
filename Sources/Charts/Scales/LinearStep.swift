/// A distance between ticks that a person would choose: 1, 2 or 5 times a power of ten.
struct LinearStep: Hashable, Sendable {
  private let factor: Int
  private let exponent: Int

  private init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// Creates the least step that divides an interval into at most so many parts.
  init(over lower: Double, _ upper: Double, count: Int) {
    // Halved, so that the distance of the greatest numbers is finite.
    let rough = (upper / 2 - lower / 2) / (Double(max(count, 1)) / 2)
    let found = DecimalText(rough, digits: 3) ?? DecimalText(1, exponent: 0)
    let leading = DecimalText(found.significand, exponent: found.exponent - found.magnitude).value
    switch leading {
    case ...1: self.init(factor: 1, exponent: found.magnitude)
    case ...2: self.init(factor: 2, exponent: found.magnitude)
    case ...5: self.init(factor: 5, exponent: found.magnitude)
    default: self.init(factor: 1, exponent: found.magnitude + 1)
    }
  }

  /// The next greater step: 1, 2, 5, 10, 20, 50.
  var next: LinearStep {
    switch factor {
    case 1: LinearStep(factor: 2, exponent: exponent)
    case 2: LinearStep(factor: 5, exponent: exponent)
    default: LinearStep(factor: 1, exponent: exponent + 1)
    }
  }

  /// The length of the step.
  var value: Double { DecimalText(factor, exponent: exponent).value }

  /// Its greatest multiple that is not above a value; nil where a `Double` cannot tell multiples
  /// apart.
  func multiple(below value: Double) -> DecimalText? { multiple(value, .down) }

  /// Its least multiple that is not below a value.
  func multiple(above value: Double) -> DecimalText? { multiple(value, .up) }

  /// Its multiples within an interval, at most `limit`.
  func multiples(from lower: Double, to upper: Double, limit: Int) -> [DecimalText] {
    guard let first = index(lower, .up), let last = index(upper, .down), first <= last,
      last - first < limit
    else { return [] }
    return (first...last).map { DecimalText($0 * factor, exponent: exponent) }
  }

  private func multiple(_ value: Double, _ rule: FloatingPointRoundingRule) -> DecimalText? {
    guard let index = index(value, rule) else { return nil }
    let result = DecimalText(index * factor, exponent: exponent)
    return result.value.isFinite ? result : nil
  }

  /// The multiples that `Double` tells apart: ten digits are more than anyone reads.
  private static let farthest = 1e10

  private func index(_ value: Double, _ rule: FloatingPointRoundingRule) -> Int? {
    let step = self.value
    guard step > 0, step.isFinite else { return nil }
    let quotient = value / step
    guard quotient.magnitude < LinearStep.farthest else { return nil }
    // A quotient that is a whole number but for rounding is that number: 0.3 is 3 steps of 0.1.
    let nearest = quotient.rounded()
    let isWhole = (quotient - nearest).magnitude <= nearest.magnitude * 4 * .ulpOfOne
    return Int(isWhole ? nearest : quotient.rounded(rule))
  }
}
