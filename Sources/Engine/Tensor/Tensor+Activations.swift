// Smooth and leaky relatives of the rectifier.

/// Returns `log(1 + eˣ)` for each element, without overflow: a smooth rectifier.
public func softplus(_ x: Tensor) -> Tensor {
  x.mapping(Activation.softplus.value)
}

/// Returns each element, the negative ones times a small slope.
///
/// - Parameters:
///   - x: The elements.
///   - slope: The factor of negative elements.
/// - Returns: A tensor of the same shape.
public func leakyRelu(_ x: Tensor, slope: Double = 0.01) -> Tensor {
  x.mapping(Activation.leakyRelu(slope: slope).value)
}

/// Returns each element, the negative ones as `eˣ - 1` (Clevert, Unterthiner and Hochreiter 2016).
public func elu(_ x: Tensor) -> Tensor {
  x.mapping(Activation.elu.value)
}

/// Returns `x · Φ(x)`, `Φ` the normal distribution function (Hendrycks and Gimpel 2016), exactly.
public func gelu(_ x: Tensor) -> Tensor {
  x.mapping(Activation.gelu.value)
}
