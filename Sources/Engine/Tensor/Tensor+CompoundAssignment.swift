// Changing a tensor in place by arithmetic.

extension Tensor {
  /// Adds a tensor to this one.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func += (left: inout Tensor, right: Tensor) throws(EngineError) {
    left = try left + right
  }

  /// Adds a number to each element.
  public static func += (left: inout Tensor, right: Double) {
    left = left + right
  }

  /// Subtracts a tensor from this one.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func -= (left: inout Tensor, right: Tensor) throws(EngineError) {
    left = try left - right
  }

  /// Subtracts a number from each element.
  public static func -= (left: inout Tensor, right: Double) {
    left = left - right
  }

  /// Multiplies this tensor by another, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func *= (left: inout Tensor, right: Tensor) throws(EngineError) {
    left = try left * right
  }

  /// Multiplies each element by a number.
  public static func *= (left: inout Tensor, right: Double) {
    left = left * right
  }

  /// Divides this tensor by another, element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func /= (left: inout Tensor, right: Tensor) throws(EngineError) {
    left = try left / right
  }

  /// Divides each element by a number.
  public static func /= (left: inout Tensor, right: Double) {
    left = left / right
  }
}
