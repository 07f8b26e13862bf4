import TeXMath

/// Whether two sides of an equation say the same, to the precision written.
///
/// A number that is written out stands for all within half a unit of its last digit; a plain
/// integer behind `=` for itself, behind `≈` for all within ½. The numbers that go into a
/// computation are read as rounded too, where nothing else explains its result.
enum Agreement: Hashable {
  /// They agree.
  case agrees
  /// They agree where the numbers that went in are read as rounded to their last digit.
  case explainedByRounding
  /// They agree with this base of a logarithm.
  case explainedByBase(Int)
  /// They agree where the zeros at the integer's end are read as rounded.
  case explainedByZeros
  /// Behind `≈`: the last digit is off by at most one unit of a number that has to be rounded;
  /// correctly rounded it would be this.
  case offByOneUnit(correct: String, isCutOff: Bool)
  /// They do not agree; computed is this, which the written number may be cut off from.
  case differs(computed: String, isCutOff: Bool)
}

/// Two neighbouring sides, of which at least one can be computed, compared.
struct SideComparison {
  /// What came of it.
  var agreement: Agreement
  /// The written number that does not agree; nil where no side is written out.
  var number: WrittenNumber?
}

extension SideComparison {
  /// Compares two closed sides; nil where they say nothing that could be wrong.
  init?(
    _ left: NumericExpression,
    _ right: NumericExpression,
    relation: MathStatement.Relation
  ) {
    let isExact: Bool
    switch relation {
    case .equal: isExact = true
    case .approximate: isExact = false
    case .becomes:
      // `0.1 \to 0.01` is a step; `1 / 0.1 \to 10` is a result.
      guard left.writtenNumbers == nil, right.writtenNumbers != nil else { return nil }
      isExact = false
    case .separator, .other: return nil
    }
    var bases: [NumericExpression.LogarithmBase] = [.natural]
    if left.hasUnsaidBase || right.hasUnsaidBase { bases = [.natural, .two, .ten] }
    var first: SideComparison?
    for base in bases {
      guard let found = SideComparison(left, right, isExact: isExact, base) else { return nil }
      switch found.agreement {
      case .differs, .offByOneUnit: break
      case .agrees where base != .natural:
        self.init(agreement: .explainedByBase(Int(base.rawValue)), number: found.number)
        return
      default:
        self = found
        return
      }
      first = first ?? found
    }
    guard let first else { return nil }
    self = first
  }

  private init?(
    _ left: NumericExpression,
    _ right: NumericExpression,
    isExact: Bool,
    _ base: NumericExpression.LogarithmBase
  ) {
    guard let leftValue = left.value(logarithms: base),
      let rightValue = right.value(logarithms: base), leftValue.shape == rightValue.shape
    else { return nil }
    if let written = right.writtenNumbers {
      // A letter such as `e` may be a variable: only a number that is near means its constant.
      let tolerance = left.hasNamedConstant ? 0.1 : nil
      self.init(leftValue.elements, written, isExact: isExact, tolerance)
    } else if let written = left.writtenNumbers {
      let tolerance = right.hasNamedConstant ? 0.02 : nil
      self.init(rightValue.elements, written, isExact: isExact, tolerance)
    } else {
      if !isExact, right.isPowerOfTen || left.isPowerOfTen { return nil }
      let mayBeVariable = left.hasNamedConstant || right.hasNamedConstant
      self.init(leftValue.elements, rightValue.elements, isExact: isExact, mayBeVariable)
    }
  }

  /// Compares what is computed with what is written out.
  private init?(
    _ computed: [Quantity],
    _ written: [WrittenNumber],
    isExact: Bool,
    _ tolerance: Double?
  ) {
    var worst = SideComparison(agreement: .agrees, number: nil)
    for (quantity, number) in zip(computed, written) {
      if let tolerance, !isNear(quantity.value, number.value, tolerance) { return nil }
      let agreement = quantity.agreement(with: number, isExact: isExact)
      if agreement.rank > worst.agreement.rank {
        worst = SideComparison(agreement: agreement, number: number)
      }
    }
    self = worst
  }

  /// Compares two computations: exactly, or for gross errors where they are to be near.
  private init?(
    _ left: [Quantity],
    _ right: [Quantity],
    isExact: Bool,
    _ mayBeVariable: Bool
  ) {
    var agreement = Agreement.agrees
    for (first, second) in zip(left, right) {
      if first.exact.overlaps(second.exact) { continue }
      let isNear = isNear(first.value, second.value, 0.1)
      if isNear, !isExact { continue }
      if !isNear, mayBeVariable { return nil }
      if first.rounded.interior.overlaps(second.rounded) {
        if agreement == .agrees { agreement = .explainedByRounding }
      } else {
        agreement = .differs(computed: first.shortText(), isCutOff: false)
      }
    }
    self.init(agreement: agreement, number: nil)
  }
}

/// Whether two numbers differ by at most a part of the greater one.
private func isNear(_ left: Double, _ right: Double, _ part: Double) -> Bool {
  (left - right).magnitude <= part * max(left.magnitude, right.magnitude)
}

extension Agreement {
  /// How much it matters, from nothing to an error.
  fileprivate var rank: Int {
    switch self {
    case .agrees: 0
    case .explainedByRounding, .explainedByBase, .explainedByZeros: 1
    case .offByOneUnit: 2
    case .differs: 3
    }
  }
}

extension Quantity {
  /// Whether what is computed is what is written.
  fileprivate func agreement(with number: WrittenNumber, isExact: Bool) -> Agreement {
    let half = Interval(number.value).widened(by: number.decimal.unit.value / 2)
    let allowed = number.isInteger && !isExact ? half : number.precision
    if exact.overlaps(allowed) { return .agrees }
    let reached = allowed.lower < allowed.upper ? rounded.interior : rounded
    if reached.overlaps(allowed) { return .explainedByRounding }
    let correct = correct(for: number)
    if !isExact {
      let unit = Interval(number.value).widened(by: number.decimal.unit.value)
      if exact.overlaps(unit), !correct.isWhole {
        return .offByOneUnit(correct: correct.text, isCutOff: correct.isCutOff)
      }
      if number.isInteger, let zeros = number.decimal.zeroCount, zeros > 1 {
        let size = DecimalNumber(isNegative: false, digits: [1], exponent: zeros).value
        if exact.overlaps(Interval(number.value).widened(by: size / 2)) {
          return .explainedByZeros
        }
      }
    }
    return .differs(computed: shortText(shiftedBy: number.shift), isCutOff: correct.isCutOff)
  }

  /// The computed number to the precision of a written one, whether that one is it cut off, and
  /// whether it is the whole number, so that nothing is lost by rounding it.
  private func correct(
    for number: WrittenNumber
  ) -> (text: String, isCutOff: Bool, isWhole: Bool) {
    guard let decimal = DecimalNumber(value) else { return (shortText(), false, false) }
    let place = number.decimal.exponent
    let isCutOff = !number.isInteger && decimal.truncated(to: place).equals(number.decimal)
    let text = number.text(for: decimal, .exact) ?? shortText(shiftedBy: number.shift)
    return (text, isCutOff, exact.contains(decimal.rounded(to: place).value))
  }

  /// The computed number with as many digits as help, as they stand beside a power of ten.
  fileprivate func shortText(shiftedBy shift: Int = 0) -> String {
    if shift == 0, let integer = Int(exactly: value), integer.magnitude < 1 << 53 {
      return "\(integer)"
    }
    guard var decimal = DecimalNumber(value) else { return "\(value)" }
    decimal.exponent -= shift
    let place = decimal.exponent + decimal.digits.count - 6
    return place > decimal.exponent ? decimal.rounded(to: place).text : decimal.text
  }
}

extension Interval {
  /// The interval without its edges: a rounded result there needs every number that went in to be
  /// rounded as far as can be, and then itself.
  fileprivate var interior: Interval {
    let edge = (upper - lower) * 1e-9
    return Interval(lower + edge, upper - edge)
  }

  fileprivate func widened(by reach: Double) -> Interval {
    Interval((lower - reach).nextDown, (upper + reach).nextUp)
  }
}

extension DecimalNumber {
  /// The number of zeros at its end; nil for zero itself.
  fileprivate var zeroCount: Int? {
    digits.lastIndex { $0 != 0 }.map { digits.count - 1 - $0 }
  }
}

extension WrittenNumber {
  /// Returns the digits that write a value as this number is written.
  ///
  /// There are as many decimals as this number has, and it is in percent or beside a power of ten as
  /// this one is. Nil where an exact integer would have to hold a fraction.
  func text(for value: DecimalNumber, _ integers: DecimalNumber.IntegerReading) -> String? {
    if isInteger, integers == .exact, !value.equals(value.rounded(to: 0)) { return nil }
    var scaled = value
    scaled.exponent -= shift
    let place = decimal.exponent - shift
    return scaled.rounded(to: place).text
  }
}
