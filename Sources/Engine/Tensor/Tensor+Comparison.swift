// Comparisons, element by element: 1 where they hold, 0 where not. NaN compares unequal to all.

extension Tensor {
  /// Returns 1 where the left element is equal to the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .== (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".==") { $0 == $1 ? 1 : 0 }
  }

  /// Returns 1 where the element is equal to a number, else 0.
  public static func .== (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 == right ? 1 : 0 }
  }

  /// Returns 1 where the left element differs from the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .!= (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".!=") { $0 != $1 ? 1 : 0 }
  }

  /// Returns 1 where the element differs from a number, else 0.
  public static func .!= (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 != right ? 1 : 0 }
  }

  /// Returns 1 where the left element is less than the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .< (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".<") { $0 < $1 ? 1 : 0 }
  }

  /// Returns 1 where the element is less than a number, else 0.
  public static func .< (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 < right ? 1 : 0 }
  }

  /// Returns 1 where the left element is at most the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .<= (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".<=") { $0 <= $1 ? 1 : 0 }
  }

  /// Returns 1 where the element is at most a number, else 0.
  public static func .<= (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 <= right ? 1 : 0 }
  }

  /// Returns 1 where the left element is greater than the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .> (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".>") { $0 > $1 ? 1 : 0 }
  }

  /// Returns 1 where the element is greater than a number, else 0.
  public static func .> (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 > right ? 1 : 0 }
  }

  /// Returns 1 where the left element is at least the right one, else 0.
  ///
  /// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
  @_disfavoredOverload
  public static func .>= (left: Tensor, right: Tensor) throws(EngineError) -> Tensor {
    try combining(left, right, ".>=") { $0 >= $1 ? 1 : 0 }
  }

  /// Returns 1 where the element is at least a number, else 0.
  public static func .>= (left: Tensor, right: Double) -> Tensor {
    left.mapping { $0 >= right ? 1 : 0 }
  }

  /// Returns whether two tensors have one shape and elements that differ by little.
  ///
  /// Elements `a` and `b` are close when `|a - b| <= absolute + relative * |b|`, when both are the
  /// same infinity, or when both are NaN.
  ///
  /// - Parameters:
  ///   - other: The other tensor.
  ///   - relative: The difference allowed for each unit of the other's element.
  ///   - absolute: The difference allowed near 0.
  /// - Returns: Whether all elements are close.
  public func isClose(
    to other: Tensor,
    relative: Double = 1e-9,
    absolute: Double = 1e-12
  ) -> Bool {
    shape == other.shape
      && zip(elements, other.elements).allSatisfy { a, b in
        a == b || (a.isNaN && b.isNaN)
          || abs(a - b) <= absolute + relative * abs(b)
            && a.isFinite && b.isFinite
      }
  }
}
