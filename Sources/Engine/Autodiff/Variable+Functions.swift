// Functions of each element of a variable, with the slopes that their gradients use.

/// Returns eˣ for each element.
public func exp(_ x: Variable) -> Variable {
  x.mapping(cExp, slope: { _, y in y })
}

/// Returns the natural logarithm of each element.
public func log(_ x: Variable) -> Variable {
  x.mapping(cLog, slope: { x, _ in 1 / x })
}

/// Returns the square root of each element; its slope at 0 is infinite.
public func sqrt(_ x: Variable) -> Variable {
  x.mapping({ $0.squareRoot() }, slope: { _, y in 0.5 / y })
}

/// Returns the absolute value of each element; its slope at 0 counts as 0.
public func abs(_ x: Variable) -> Variable {
  x.mapping({ $0.magnitude }, slope: { x, _ in x > 0 ? 1 : x < 0 ? -1 : 0 })
}

/// Returns each element raised to a power.
///
/// - Parameters:
///   - x: The bases.
///   - exponent: The exponent; with 0 the slope is 0 everywhere.
/// - Returns: A variable of the same shape.
public func pow(_ x: Variable, _ exponent: Double) -> Variable {
  x.mapping(
    { cPow($0, exponent) },
    slope: { x, _ in exponent == 0 ? 0 : exponent * cPow(x, exponent - 1) }
  )
}

/// Returns each element of one variable raised to the element of another.
///
/// - Parameters:
///   - x: The bases, greater than 0 where the gradient in the exponents matters: it is 0 for the
///     base 0 with an exponent of 0 or more, and NaN for a negative base.
///   - exponents: The exponents.
/// - Returns: A variable of the shape that both broadcast to.
/// - Throws: `EngineError.shapeMismatch` when the shapes do not broadcast.
@_disfavoredOverload
public func pow(_ x: Variable, _ exponents: Variable) throws(EngineError) -> Variable {
  try Variable.combining(
    x,
    exponents,
    "pow",
    cPow,
    leftSlope: { x, y in y == 0 ? 0 : y * cPow(x, y - 1) },
    // 0^y is 0 for all y above 0: its slope is 0, where the logarithm would be infinite.
    rightSlope: { x, y in x == 0 && y >= 0 ? 0 : cPow(x, y) * cLog(x) }
  )
}

/// Returns the rectified elements, `max(x, 0)`; the slope at 0 is 0.
public func relu(_ x: Variable) -> Variable {
  activated(x, .relu)
}

/// Returns the hyperbolic tangent of each element.
public func tanh(_ x: Variable) -> Variable {
  x.mapping(cTanh, slope: { _, y in 1 - y * y })
}

/// Returns the logistic function of each element, `1 / (1 + e⁻ˣ)`.
public func sigmoid(_ x: Variable) -> Variable {
  activated(x, .sigmoid)
}

/// Returns `log(1 + eˣ)` for each element.
public func softplus(_ x: Variable) -> Variable {
  activated(x, .softplus)
}

/// Returns each element, the negative ones times a small slope.
///
/// - Parameters:
///   - x: The elements.
///   - slope: The factor of negative elements.
/// - Returns: A variable of the same shape.
public func leakyRelu(_ x: Variable, slope: Double = 0.01) -> Variable {
  activated(x, .leakyRelu(slope: slope))
}

/// Returns each element, the negative ones as `eˣ - 1`.
public func elu(_ x: Variable) -> Variable {
  activated(x, .elu)
}

/// Returns `x · Φ(x)`, `Φ` the normal distribution function.
public func gelu(_ x: Variable) -> Variable {
  activated(x, .gelu)
}

private func activated(_ x: Variable, _ activation: Activation) -> Variable {
  x.mapping(activation.value, slope: { x, _ in activation.derivative(x) })
}
