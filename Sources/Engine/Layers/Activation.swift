/// A function that a layer applies to each of its numbers.
public enum Activation: Sendable, Hashable {
  /// `x`.
  case identity
  /// `max(x, 0)`.
  case relu
  /// `1 / (1 + e⁻ˣ)`.
  case sigmoid
  /// `tanh x`.
  case tanh
  /// `x`, or `slope · x` below 0.
  case leakyRelu(slope: Double)
  /// `log(1 + eˣ)`.
  case softplus
  /// `x`, or `eˣ - 1` below 0.
  case elu
  /// `x · Φ(x)`, `Φ` the normal distribution function.
  case gelu
}

extension Activation {
  /// Returns the function's value.
  public func value(_ x: Double) -> Double {
    switch self {
    case .identity: x
    case .relu: x < 0 ? 0 : x
    case .sigmoid: Engine.sigmoid(x)
    case .tanh: cTanh(x)
    case .leakyRelu(let slope): x < 0 ? slope * x : x
    // The smaller of eˣ and e⁻ˣ, so that nothing overflows.
    case .softplus: x > 0 ? x + cLog1p(cExp(-x)) : cLog1p(cExp(x))
    case .elu: x < 0 ? cExpm1(x) : x
    case .gelu: x * normalDistribution(x)
    }
  }

  /// Returns the slope at `x`; at a kink that of the left side, so 0 for the rectifier at 0.
  public func derivative(_ x: Double) -> Double {
    switch self {
    case .identity: return 1
    case .relu: return x > 0 ? 1 : 0
    case .sigmoid:
      let e = cExp(-x.magnitude)
      return e / ((1 + e) * (1 + e))
    case .tanh:
      let y = cTanh(x)
      return 1 - y * y
    case .leakyRelu(let slope): return x > 0 ? 1 : slope
    case .softplus: return Engine.sigmoid(x)
    case .elu: return x > 0 ? 1 : cExp(x)
    case .gelu:
      return normalDistribution(x) + x * cExp(-x * x / 2) / (2 * Double.pi).squareRoot()
    }
  }
}

/// The probability that a standard normal number is at most `x`.
private func normalDistribution(_ x: Double) -> Double {
  // The complement keeps its precision far on the left, where 1 + erf would lose it all.
  cErfc(-x / 2.squareRoot()) / 2
}
