import CKernels

// Functions of each element. All keep the shape, and are O(n).

/// Returns eˣ for each element `x`; overflows to infinity above 709.78.
public func exp(_ x: Tensor) -> Tensor {
  Tensor(shape: x.shape, count: x.count) { result in
    x.elements.withUnsafeBufferPointer { kernel_exp($0.baseAddress, result.baseAddress, $0.count) }
  }
}

/// Returns the natural logarithm of each element: -infinity of 0, NaN of a negative number.
public func log(_ x: Tensor) -> Tensor {
  x.mapping(cLog)
}

/// Returns the square root of each element: NaN of a negative number.
public func sqrt(_ x: Tensor) -> Tensor {
  x.mapping { $0.squareRoot() }
}

/// Returns the absolute value of each element.
public func abs(_ x: Tensor) -> Tensor {
  x.mapping { $0.magnitude }
}

/// Returns each element raised to a power: NaN for a negative element and a fractional power.
///
/// - Parameters:
///   - x: The bases.
///   - exponent: The exponent; `x⁰` is 1, of NaN too.
/// - Returns: A tensor of the shape of `x`.
public func pow(_ x: Tensor, _ exponent: Double) -> Tensor {
  // A product is exact to half an ulp, and many times quicker than the general power.
  if exponent == 2 { return x.mapping { $0 * $0 } }
  return x.mapping { cPow($0, exponent) }
}

/// Returns each element of one tensor raised to the element of another.
///
/// - Parameters:
///   - x: The bases.
///   - exponents: The exponents, of a shape that broadcasts with the bases'.
/// - Returns: A tensor of the shape that both broadcast to.
/// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
@_disfavoredOverload
public func pow(_ x: Tensor, _ exponents: Tensor) throws(EngineError) -> Tensor {
  try Tensor.combining(x, exponents, "pow", cPow)
}

/// Returns the rectified elements, `max(x, 0)`; NaN stays NaN.
public func relu(_ x: Tensor) -> Tensor {
  x.mapping { $0 < 0 ? 0 : $0 }
}

/// Returns the hyperbolic tangent of each element, from -1 to 1.
public func tanh(_ x: Tensor) -> Tensor {
  x.mapping(cTanh)
}

/// Returns the logistic function of each element, `1 / (1 + e⁻ˣ)`, from 0 to 1.
///
/// The smaller exponential is taken on either side of 0, so that nothing overflows and small
/// results keep their precision.
public func sigmoid(_ x: Tensor) -> Tensor {
  x.mapping(sigmoid)
}

/// Returns the logistic function of a number, `1 / (1 + e⁻ˣ)`, from 0 to 1.
public func sigmoid(_ x: Double) -> Double {
  if x >= 0 { return 1 / (1 + cExp(-x)) }
  let e = cExp(x)
  return e / (1 + e)
}

/// Returns the rectified number, `max(x, 0)`; NaN stays NaN.
public func relu(_ x: Double) -> Double {
  x < 0 ? 0 : x
}
