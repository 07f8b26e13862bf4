/// A `Float` that carries its derivative: single precision, with every rounding in plain view.
///
/// The function given to `minimize(from:learningRate:steps:)` in single precision gets one. The
/// derivative is found on the way forward, by the same rules and in the same order as an engine in
/// single precision finds it on the way back. (Lecture 10.)
public struct FloatVariable: Sendable, Hashable {
  /// The value.
  public let value: Float

  /// The derivative of the value.
  public let slope: Float

  /// Creates a variable.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - slope: Its derivative; 0 for a constant.
  public init(_ value: Float, slope: Float = 0) {
    self.value = value
    self.slope = slope
  }
}

extension FloatVariable: CustomStringConvertible {
  /// The value as `Float` prints it.
  public var description: String { value.description }
}

// All are disfavoured, so that `minimize(from: 0, …)` means a `Double`, as a literal does elsewhere.
extension FloatVariable {
  /// Returns the sum of two variables.
  @_disfavoredOverload
  public static func + (left: FloatVariable, right: FloatVariable) -> FloatVariable {
    FloatVariable(left.value + right.value, slope: left.slope + right.slope)
  }

  /// Returns the sum of a variable and a constant.
  @_disfavoredOverload
  public static func + (left: FloatVariable, right: Float) -> FloatVariable {
    FloatVariable(left.value + right, slope: left.slope)
  }

  /// Returns the sum of a constant and a variable.
  @_disfavoredOverload
  public static func + (left: Float, right: FloatVariable) -> FloatVariable {
    FloatVariable(left + right.value, slope: right.slope)
  }

  /// Returns the difference of two variables.
  @_disfavoredOverload
  public static func - (left: FloatVariable, right: FloatVariable) -> FloatVariable {
    FloatVariable(left.value - right.value, slope: left.slope - right.slope)
  }

  /// Returns the difference of a variable and a constant.
  @_disfavoredOverload
  public static func - (left: FloatVariable, right: Float) -> FloatVariable {
    FloatVariable(left.value - right, slope: left.slope)
  }

  /// Returns the difference of a constant and a variable.
  @_disfavoredOverload
  public static func - (left: Float, right: FloatVariable) -> FloatVariable {
    FloatVariable(left - right.value, slope: -right.slope)
  }

  /// Returns the variable with its sign changed.
  @_disfavoredOverload
  public static prefix func - (variable: FloatVariable) -> FloatVariable {
    FloatVariable(-variable.value, slope: -variable.slope)
  }

  /// Returns the product of two variables.
  @_disfavoredOverload
  public static func * (left: FloatVariable, right: FloatVariable) -> FloatVariable {
    FloatVariable(
      left.value * right.value,
      slope: left.slope * right.value + left.value * right.slope
    )
  }

  /// Returns the product of a variable and a constant.
  @_disfavoredOverload
  public static func * (left: FloatVariable, right: Float) -> FloatVariable {
    FloatVariable(left.value * right, slope: left.slope * right)
  }

  /// Returns the product of a constant and a variable.
  @_disfavoredOverload
  public static func * (left: Float, right: FloatVariable) -> FloatVariable {
    FloatVariable(left * right.value, slope: left * right.slope)
  }

  /// Returns the quotient of two variables.
  @_disfavoredOverload
  public static func / (left: FloatVariable, right: FloatVariable) -> FloatVariable {
    let quotient = left.value / right.value
    return FloatVariable(quotient, slope: (left.slope - quotient * right.slope) / right.value)
  }

  /// Returns the quotient of a variable and a constant.
  @_disfavoredOverload
  public static func / (left: FloatVariable, right: Float) -> FloatVariable {
    FloatVariable(left.value / right, slope: left.slope / right)
  }

  /// Returns the quotient of a constant and a variable.
  @_disfavoredOverload
  public static func / (left: Float, right: FloatVariable) -> FloatVariable {
    FloatVariable(left) / right
  }
}
