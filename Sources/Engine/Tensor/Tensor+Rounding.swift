// Bounds and whole numbers, element by element. NaN stays NaN.

/// Returns each element, or the nearest bound when it lies outside.
///
/// - Parameters:
///   - x: The elements.
///   - lower: The least value of the result.
///   - upper: The greatest value of the result.
/// - Returns: A tensor of the same shape.
/// - Throws: `EngineError.reversedBounds` when `lower` is greater than `upper`, or
///   `.argumentOutOfRange` when one of them is NaN.
@_disfavoredOverload
public func clip(
  _ x: Tensor,
  min lower: Double = -.infinity,
  max upper: Double = .infinity
) throws(EngineError) -> Tensor {
  for (argument, bound) in [("min", lower), ("max", upper)] where bound.isNaN {
    throw .argumentOutOfRange(argument: argument, value: bound, allowed: "a number, or infinite")
  }
  guard lower <= upper else { throw .reversedBounds(name: "clip", lower: lower, upper: upper) }
  return x.mapping { $0 < lower ? lower : $0 > upper ? upper : $0 }
}

/// Returns the greater of two elements, NaN when one is NaN.
///
/// - Parameters:
///   - left: The first tensor.
///   - right: The second tensor.
/// - Returns: A tensor of the shape that both broadcast to.
/// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
@_disfavoredOverload
public func maximum(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try Tensor.combining(left, right, "maximum") { $0 >= $1 || $0.isNaN ? $0 : $1 }
}

/// Returns the lesser of two elements, NaN when one is NaN.
///
/// - Parameters:
///   - left: The first tensor.
///   - right: The second tensor.
/// - Returns: A tensor of the shape that both broadcast to.
/// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
@_disfavoredOverload
public func minimum(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try Tensor.combining(left, right, "minimum") { $0 <= $1 || $0.isNaN ? $0 : $1 }
}

/// Returns the greatest whole number that is not above each element.
public func floor(_ x: Tensor) -> Tensor {
  x.mapping { $0.rounded(.down) }
}

/// Returns the least whole number that is not below each element.
public func ceil(_ x: Tensor) -> Tensor {
  x.mapping { $0.rounded(.up) }
}

/// Returns each element without its decimals: the nearest whole number towards 0.
public func trunc(_ x: Tensor) -> Tensor {
  x.mapping { $0.rounded(.towardZero) }
}

/// Returns the whole number nearest to each element, the even one of two that are equally near.
public func round(_ x: Tensor) -> Tensor {
  x.mapping { $0.rounded(.toNearestOrEven) }
}

/// Returns -1, 0 or 1 for a negative, zero or positive element.
public func sign(_ x: Tensor) -> Tensor {
  x.mapping { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }
}
