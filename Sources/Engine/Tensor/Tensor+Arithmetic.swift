// Arithmetic, element by element, with broadcasting.
//
// Edge cases are those of `Double`: x / 0 is infinite or NaN, and NaN stays NaN.

extension Tensor {
  /// Returns the sum of two tensors, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func + (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, "+", +)
  }

  /// Returns the sum of each element and a number.
  public static func + (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 + right }
  }

  /// Returns the sum of a number and each element.
  public static func + (left: Double, right: Tensor) -> Tensor {
    right.mapping { left + $0 }
  }

  /// Returns the difference of two tensors, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func - (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, "-", -)
  }

  /// Returns the difference of each element and a number.
  public static func - (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 - right }
  }

  /// Returns the difference of a number and each element.
  public static func - (left: Double, right: Tensor) -> Tensor {
    right.mapping { left - $0 }
  }

  /// Returns the product of two tensors, element by element, not the matrix product.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func * (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, "*", *)
  }

  /// Returns the product of each element and a number.
  public static func * (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 * right }
  }

  /// Returns the product of a number and each element.
  public static func * (left: Double, right: Tensor) -> Tensor {
    right.mapping { left * $0 }
  }

  /// Returns the quotient of two tensors, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func / (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, "/", /)
  }

  /// Returns the quotient of each element and a number.
  public static func / (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 / right }
  }

  /// Returns the quotient of a number and each element.
  public static func / (left: Double, right: Tensor) -> Tensor {
    right.mapping { left / $0 }
  }

  /// Returns each element with its sign changed.
  public static prefix func - (tensor: Tensor) -> Tensor {
    tensor.mapping(-)
  }
}
