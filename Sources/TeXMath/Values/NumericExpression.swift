/// An expression of numbers, variables and functions, as a formula means it.
public indirect enum NumericExpression: Hashable, Sendable {
  /// A number that is written out.
  case number(WrittenNumber)
  /// `e` or `π`.
  case constant(Constant)
  /// Anything else that stands for a number, by its text.
  case variable(String)
  /// Terms to be added.
  case sum([NumericExpression])
  /// What is to be subtracted from 0.
  case negative(NumericExpression)
  /// Factors to be multiplied.
  case product([NumericExpression])
  /// 1 over an expression, as a factor.
  case reciprocal(NumericExpression)
  /// A base with its exponent.
  case power(NumericExpression, NumericExpression)
  /// A function of numbers.
  case call(Function, [NumericExpression])
  /// `\sum` or `\prod` over an index.
  case series(Series)
  /// Rows of numbers.
  case matrix([[NumericExpression]])
  /// A matrix with rows and columns exchanged.
  case transpose(NumericExpression)

  /// A number that has a letter for its name.
  public enum Constant: Hashable, Sendable {
    /// The base of the natural logarithm.
    case e
    /// The ratio of a circle's circumference to its diameter.
    case pi
  }

  /// The functions that are known.
  public enum Function: String, Hashable, Sendable {
    /// The square root, and with a second argument the root of that degree.
    case root
    /// The exponential function.
    case exp
    /// The natural logarithm.
    case ln
    /// A logarithm whose base is not said, natural unless asked for otherwise.
    case log
    /// A logarithm, and as the second argument its base.
    case logarithm
    /// Trigonometric and hyperbolic functions.
    case sin, cos, tan, arctan, sinh, cosh, tanh
    /// The greatest and the least of some numbers.
    case max, min
    /// The absolute value, and the integers just below and above.
    case abs, floor, ceil
    /// The product of the integers from 1, and the number of ways to choose.
    case factorial, binomial
    /// 0 below 0, and the identity above.
    case relu
  }

  /// `\sum_{i=1}^{n} body`, or the same with `\prod`.
  public struct Series: Hashable, Sendable {
    /// Whether the terms are multiplied rather than added.
    public var isProduct: Bool
    /// The name of the index.
    public var index: String
    /// The index's first value.
    public var first: NumericExpression
    /// The index's last value.
    public var last: NumericExpression
    /// The term.
    public var body: NumericExpression
  }
}

extension NumericExpression {
  /// The number, where the expression is one with at most a sign.
  public var writtenNumber: WrittenNumber? {
    switch self {
    case .number(let number): return number
    case .negative(.number(var number)):
      number.decimal.isNegative = true
      return number
    default: return nil
    }
  }

  /// The numbers, where the expression is a number or a matrix of numbers that are written out.
  public var writtenNumbers: [WrittenNumber]? {
    if case .matrix(let rows) = self {
      let numbers = rows.joined().map(\.writtenNumber)
      return numbers.allSatisfy { $0 != nil } ? numbers.compactMap { $0 } : nil
    }
    return writtenNumber.map { [$0] }
  }

  /// The expressions right below this one.
  private var parts: [NumericExpression] {
    switch self {
    case .number, .constant, .variable: []
    case .sum(let parts), .product(let parts), .call(_, let parts): parts
    case .negative(let part), .reciprocal(let part), .transpose(let part): [part]
    case .power(let base, let exponent): [base, exponent]
    case .series(let series): [series.first, series.last, series.body]
    case .matrix(let rows): Array(rows.joined())
    }
  }

  /// The names that stand for a number that is not given.
  public var freeVariables: Set<String> {
    switch self {
    case .variable(let name): return [name]
    case .series(let series):
      let bounds = series.first.freeVariables.union(series.last.freeVariables)
      return series.body.freeVariables.subtracting([series.index]).union(bounds)
    default: return parts.reduce(into: []) { $0.formUnion($1.freeVariables) }
    }
  }

  /// Whether a letter that is also a common name of a variable stands for its constant: `e` other
  /// than as the base of a power, or `π` other than as an angle.
  public var hasNamedConstant: Bool {
    switch self {
    case .constant: return true
    case .power(.constant(.e), let exponent): return exponent.hasNamedConstant
    case .call(.sin, _), .call(.cos, _), .call(.tan, _): return false
    case .product(let factors) where Self.isMultipleOfPi(factors): return false
    default: return parts.contains(where: \.hasNamedConstant)
    }
  }

  /// Whether factors are `2π`, `π/4` or `3π/2`; `π(3)` may be a function's value, `0.5π` a share's.
  private static func isMultipleOfPi(_ factors: [NumericExpression]) -> Bool {
    guard let place = factors.firstIndex(of: .constant(.pi)), factors.count > 1 else {
      return false
    }
    return factors[..<place].allSatisfy { $0.writtenNumber?.isInteger == true }
      && factors[(place + 1)...].allSatisfy {
        if case .reciprocal(let divisor) = $0 {
          divisor.writtenNumber?.isInteger == true
        } else {
          false
        }
      }
  }

  /// Whether a logarithm is in it whose base is not said.
  public var hasUnsaidBase: Bool {
    if case .call(.log, _) = self { return true }
    return parts.contains(where: \.hasUnsaidBase)
  }

  /// Whether it is nothing but a power of ten: an order of magnitude.
  public var isPowerOfTen: Bool {
    guard case .power(.number(let base), _) = self else { return false }
    return base.isInteger && base.value == 10
  }

  /// All numbers that are written out in it.
  public var allWrittenNumbers: [WrittenNumber] {
    if let writtenNumber { return [writtenNumber] }
    return parts.flatMap(\.allWrittenNumbers)
  }
}
