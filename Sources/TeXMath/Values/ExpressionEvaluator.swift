#if canImport(Glibc)
private import Glibc
#elseif canImport(Darwin)
private import Darwin
#endif

extension NumericExpression {
  /// The base of `\log` where none is written.
  public enum LogarithmBase: Double, Hashable, Sendable, CaseIterable {
    /// e, as in mathematics and machine learning.
    case natural = 0
    /// 2, as in information theory.
    case two = 2
    /// 10, as in engineering.
    case ten = 10
  }

  /// Returns the value of the expression.
  ///
  /// - Parameters:
  ///   - variables: the values of free variables.
  ///   - base: the base of `\log` where none is written.
  /// - Returns: nil where a variable has no value, shapes do not fit, or the work is absurd.
  public func value(
    where variables: [String: Double] = [:],
    logarithms base: LogarithmBase = .natural
  ) -> MathValue? {
    var evaluator = ExpressionEvaluator(base: base)
    return evaluator.value(self, variables.mapValues { Quantity($0) })
  }
}

/// Computes an expression, within a bound on its steps.
private struct ExpressionEvaluator {
  let base: NumericExpression.LogarithmBase
  /// The steps that are left: a sum may ask for as many as it likes.
  var budget = 200_000

  typealias Variables = [String: Quantity]

  init(base: NumericExpression.LogarithmBase) { self.base = base }

  mutating func value(_ expression: NumericExpression, _ variables: Variables) -> MathValue? {
    budget -= 1
    guard budget > 0 else { return nil }
    switch expression {
    case .number(let number): return MathValue(Quantity(number))
    case .constant(.e): return MathValue(Quantity(value: M_E, exact: Self.e, rounded: Self.e))
    case .constant(.pi): return MathValue(Quantity(value: .pi, exact: Self.pi, rounded: Self.pi))
    case .variable(let name): return variables[name].map { MathValue($0) }
    case .sum(let terms): return combined(terms, variables, +)
    case .product(let factors): return combined(factors, variables, *)
    case .negative(let operand): return value(operand, variables)?.map { -$0 }
    case .reciprocal(let operand):
      guard let divisor = number(operand, variables), divisor.value != 0 else { return nil }
      return MathValue(Quantity(1) / divisor)
    case .power(let base, let exponent): return power(base, exponent, variables)
    case .call(let function, let arguments): return call(function, arguments, variables)
    case .series(let series): return self.series(series, variables)
    case .matrix(let rows): return matrix(rows, variables)
    case .transpose(let operand): return value(operand, variables)?.transposed
    }
  }

  private static let e = Interval((M_E).nextDown, (M_E).nextUp)
  private static let pi = Interval(Double.pi, Double.pi.nextUp)

  private mutating func number(
    _ expression: NumericExpression,
    _ variables: Variables
  ) -> Quantity? {
    value(expression, variables)?.number
  }

  private mutating func combined(
    _ parts: [NumericExpression],
    _ variables: Variables,
    _ operation: (MathValue, MathValue) -> MathValue?
  ) -> MathValue? {
    var result: MathValue?
    for part in parts {
      if let current = result, case .reciprocal(let operand) = part {
        // A division is rounded once.
        guard let divisor = number(operand, variables), divisor.value != 0 else { return nil }
        result = current.map { $0 / divisor }
      } else {
        guard let value = value(part, variables) else { return nil }
        guard let next = result.map({ operation($0, value) }) ?? value else { return nil }
        result = next
      }
    }
    return result
  }

  private mutating func power(
    _ base: NumericExpression,
    _ exponent: NumericExpression,
    _ variables: Variables
  ) -> MathValue? {
    guard let base = number(base, variables), let exponent = number(exponent, variables) else {
      return nil
    }
    let result = base.combined(with: exponent, { pow($0, $1) }, { $0.raised(to: $1) })
    return result.value.isFinite ? MathValue(result) : nil
  }

  private mutating func matrix(
    _ rows: [[NumericExpression]],
    _ variables: Variables
  ) -> MathValue? {
    var elements: [Quantity] = []
    for cell in rows.joined() {
      guard let value = number(cell, variables) else { return nil }
      elements.append(value)
    }
    return MathValue(elements, MathValue.Shape(rows: rows.count, columns: rows[0].count))
  }

  private mutating func series(
    _ series: NumericExpression.Series,
    _ variables: Variables
  ) -> MathValue? {
    guard let first = number(series.first, variables)?.integer,
      let last = number(series.last, variables)?.integer, last >= first, last - first < budget
    else { return nil }
    var result = MathValue(Quantity(series.isProduct ? 1 : 0))
    var variables = variables
    for index in first...last {
      variables[series.index] = Quantity(Double(index))
      guard let term = value(series.body, variables) else { return nil }
      guard let next = series.isProduct ? result * term : index == first ? term : result + term
      else { return nil }
      result = next
    }
    return result
  }
}

// MARK: - Functions

extension ExpressionEvaluator {
  private mutating func call(
    _ function: NumericExpression.Function,
    _ arguments: [NumericExpression],
    _ variables: Variables
  ) -> MathValue? {
    var numbers: [Quantity] = []
    for argument in arguments {
      guard let value = value(argument, variables) else { return nil }
      if function == .max || function == .min {
        numbers += value.elements
      } else if let number = value.number {
        numbers.append(number)
      } else {
        return nil
      }
    }
    guard let first = numbers.first, let result = result(function, first, numbers),
      result.value.isFinite
    else { return nil }
    return MathValue(result)
  }

  private func result(
    _ function: NumericExpression.Function,
    _ x: Quantity,
    _ numbers: [Quantity]
  ) -> Quantity? {
    func growing(_ body: (Double) -> Double) -> Quantity { x.map(body) { $0.growing(body) } }
    func gentle(_ body: (Double) -> Double) -> Quantity { x.map(body) { $0.gentle(body) } }
    func stepping(_ body: (Double) -> Double) -> Quantity { x.map(body) { $0.stepping(body) } }
    switch function {
    case .root: return root(numbers)
    case .exp: return growing { exp($0) }
    case .ln: return logarithm(x)
    case .log:
      let natural = logarithm(x)
      return base == .natural ? natural : natural / logarithm(Quantity(base.rawValue))
    case .logarithm:
      return logarithm(x) / logarithm(numbers[1])
    case .sin: return gentle { sin($0) }
    case .cos: return gentle { cos($0) }
    case .tan: return gentle { sin($0) } / gentle { cos($0) }
    case .arctan: return growing { atan($0) }
    case .sinh: return growing { sinh($0) }
    case .cosh: return x.map({ cosh($0) }, { $0.magnitude.growing { cosh($0) } })
    case .tanh: return growing { tanh($0) }
    case .max, .min: return extreme(of: numbers, isGreatest: function == .max)
    case .abs: return x.map(\.magnitude, \.magnitude)
    case .floor: return stepping { $0.rounded(.down) }
    case .ceil: return stepping { $0.rounded(.up) }
    case .relu: return stepping { $0 > 0 ? $0 : 0 }
    case .factorial: return product(upTo: x.integer, from: 1)
    case .binomial: return binomial(x.integer, numbers[1].integer)
    }
  }

  private func logarithm(_ x: Quantity) -> Quantity {
    x.map({ log($0) }, { $0.growing { log($0) } })
  }

  private func root(_ numbers: [Quantity]) -> Quantity {
    guard numbers.count > 1 else {
      return numbers[0].map({ $0.squareRoot() }, { $0.growing { $0.squareRoot() } })
    }
    return numbers[0].combined(
      with: Quantity(1) / numbers[1],
      { pow($0, $1) },
      { $0.raised(to: $1) }
    )
  }

  private func extreme(of numbers: [Quantity], isGreatest: Bool) -> Quantity {
    func pick(_ left: Double, _ right: Double) -> Double {
      (left < right) == isGreatest ? right : left
    }
    func pick(_ left: Interval, _ right: Interval) -> Interval {
      Interval(pick(left.lower, right.lower), pick(left.upper, right.upper))
    }
    return numbers.dropFirst().reduce(numbers[0]) { $0.combined(with: $1, pick, pick) }
  }

  private func product(upTo last: Int?, from first: Int) -> Quantity? {
    guard let last, last >= 0, last <= 170 else { return nil }
    guard last >= first else { return Quantity(1) }
    return (first...last).reduce(Quantity(1)) { $0 * Quantity(Double($1)) }
  }

  private func binomial(_ n: Int?, _ k: Int?) -> Quantity? {
    guard let n, let k, n >= 0, k >= 0, k <= n, n <= 1000 else { return nil }
    let fewer = Swift.min(k, n - k)
    guard fewer > 0 else { return Quantity(1) }
    // After each step the quotient is a binomial coefficient, and so an integer.
    return (1...fewer).reduce(Quantity(1)) {
      $0 * Quantity(Double(n - fewer + $1)) / Quantity(Double($1))
    }
  }
}
