// Arithmetic of variables, element by element, with broadcasting, and with constants on either side.

extension Variable {
  /// Returns the sum of two variables, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func + (left: Variable, right: Variable) throws(EngineError) -> Variable {
    try combining(
      left,
      right,
      "+",
      { $0 + $1 },
      leftSlope: { _, _ in 1 },
      rightSlope: { _, _ in 1 }
    )
  }

  /// Returns the sum of a variable and a constant tensor, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func + (left: Variable, right: Tensor) throws(EngineError) -> Variable {
    try left.combining(with: right, "+", { $0 + $1 }, slope: { _, _ in 1 })
  }

  /// Returns the sum of a constant tensor and a variable, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func + (left: Tensor, right: Variable) throws(EngineError) -> Variable {
    try right.combining(with: left, "+", { $1 + $0 }, slope: { _, _ in 1 })
  }

  /// Returns the sum of each element and a number.
  public static func + (left: Variable, right: Double) -> Variable {
    left.mapping({ $0 + right }, slope: { _, _ in 1 })
  }

  /// Returns the sum of a number and each element.
  public static func + (left: Double, right: Variable) -> Variable {
    right.mapping({ left + $0 }, slope: { _, _ in 1 })
  }

  /// Returns the difference of two variables, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func - (left: Variable, right: Variable) throws(EngineError) -> Variable {
    try combining(
      left,
      right,
      "-",
      { $0 - $1 },
      leftSlope: { _, _ in 1 },
      rightSlope: { _, _ in -1 }
    )
  }

  /// Returns the difference of a variable and a constant tensor, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func - (left: Variable, right: Tensor) throws(EngineError) -> Variable {
    try left.combining(with: right, "-", { $0 - $1 }, slope: { _, _ in 1 })
  }

  /// Returns the difference of a constant tensor and a variable, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func - (left: Tensor, right: Variable) throws(EngineError) -> Variable {
    try right.combining(with: left, "-", { $1 - $0 }, slope: { _, _ in -1 })
  }

  /// Returns the difference of each element and a number.
  public static func - (left: Variable, right: Double) -> Variable {
    left.mapping({ $0 - right }, slope: { _, _ in 1 })
  }

  /// Returns the difference of a number and each element.
  public static func - (left: Double, right: Variable) -> Variable {
    right.mapping({ left - $0 }, slope: { _, _ in -1 })
  }

  /// Returns the product of two variables, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func * (left: Variable, right: Variable) throws(EngineError) -> Variable {
    try combining(
      left,
      right,
      "*",
      { $0 * $1 },
      leftSlope: { _, y in y },
      rightSlope: { x, _ in x }
    )
  }

  /// Returns the product of a variable and a constant tensor, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func * (left: Variable, right: Tensor) throws(EngineError) -> Variable {
    try left.combining(with: right, "*", { $0 * $1 }, slope: { _, y in y })
  }

  /// Returns the product of a constant tensor and a variable, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func * (left: Tensor, right: Variable) throws(EngineError) -> Variable {
    try right.combining(with: left, "*", { $1 * $0 }, slope: { _, y in y })
  }

  /// Returns the product of each element and a number.
  public static func * (left: Variable, right: Double) -> Variable {
    left.mapping({ $0 * right }, slope: { _, _ in right })
  }

  /// Returns the product of a number and each element.
  public static func * (left: Double, right: Variable) -> Variable {
    right.mapping({ left * $0 }, slope: { _, _ in left })
  }

  /// Returns the quotient of two variables, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func / (left: Variable, right: Variable) throws(EngineError) -> Variable {
    try combining(
      left,
      right,
      "/",
      { $0 / $1 },
      leftSlope: { _, y in 1 / y },
      rightSlope: { x, y in -x / (y * y) }
    )
  }

  /// Returns the quotient of a variable and a constant tensor, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func / (left: Variable, right: Tensor) throws(EngineError) -> Variable {
    try left.combining(with: right, "/", { $0 / $1 }, slope: { _, y in 1 / y })
  }

  /// Returns the quotient of a constant tensor and a variable, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func / (left: Tensor, right: Variable) throws(EngineError) -> Variable {
    try right.combining(with: left, "/", { $1 / $0 }, slope: { x, y in -y / (x * x) })
  }

  /// Returns the quotient of each element and a number.
  public static func / (left: Variable, right: Double) -> Variable {
    left.mapping({ $0 / right }, slope: { _, _ in 1 / right })
  }

  /// Returns the quotient of a number and each element.
  public static func / (left: Double, right: Variable) -> Variable {
    right.mapping({ left / $0 }, slope: { x, _ in -left / (x * x) })
  }

  /// Returns each element with its sign changed.
  public static prefix func - (variable: Variable) -> Variable {
    variable.mapping({ -$0 }, slope: { _, _ in -1 })
  }
}
