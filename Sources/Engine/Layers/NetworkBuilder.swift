// The names that activations have as layers: `Network { Dense(2, 3); ReLU(); Dense(3, 2); Softmax() }`.

/// The rectifier, `max(x, 0)`, as a layer.
public struct ReLU: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.relu) }
}

/// The logistic function, `1 / (1 + e⁻ˣ)`, as a layer.
public struct Sigmoid: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.sigmoid) }
}

/// The hyperbolic tangent, as a layer.
public struct Tanh: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.tanh) }
}

/// The smooth rectifier, `log(1 + eˣ)`, as a layer.
public struct Softplus: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.softplus) }
}

/// The exponential linear unit: `x`, or `eˣ - 1` below 0, as a layer.
public struct ELU: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.elu) }
}

/// `x · Φ(x)`, `Φ` the normal distribution function, as a layer.
public struct GELU: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// The function as a layer.
  public var layer: Layer { .activation(.gelu) }
}

/// The rectifier with a small slope below 0, as a layer.
public struct LeakyReLU: LayerConvertible {
  /// The slope below 0.
  public let slope: Double

  /// Creates the layer.
  ///
  /// - Parameter slope: The slope below 0.
  public init(slope: Double = 0.01) {
    self.slope = slope
  }

  /// The function as a layer.
  public var layer: Layer { .activation(.leakyRelu(slope: slope)) }
}

/// Softmax over the rows, as the last layer: scores to probabilities.
///
/// Training goes from the scores themselves to the loss, so that nothing overflows.
public struct Softmax: LayerConvertible {
  /// Creates the layer.
  public init() {}

  /// Softmax as a layer.
  public var layer: Layer { .softmax }
}

/// Collects the layers in the braces of a `Network`.
@resultBuilder
public enum NetworkBuilder {
  /// Takes up one layer.
  public static func buildExpression(_ layer: some LayerConvertible) -> [Layer] {
    [layer.layer]
  }

  /// Joins layers, in their order.
  public static func buildBlock(_ layers: [Layer]...) -> [Layer] {
    layers.flatMap { $0 }
  }

  /// Joins the layers that a loop makes.
  public static func buildArray(_ layers: [[Layer]]) -> [Layer] {
    layers.flatMap { $0 }
  }

  /// Takes the layers of an `if` without `else`.
  public static func buildOptional(_ layers: [Layer]?) -> [Layer] {
    layers ?? []
  }

  /// Takes the layers of the first branch.
  public static func buildEither(first layers: [Layer]) -> [Layer] {
    layers
  }

  /// Takes the layers of the second branch.
  public static func buildEither(second layers: [Layer]) -> [Layer] {
    layers
  }
}
