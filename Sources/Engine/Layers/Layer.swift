/// A layer of a network.
public enum Layer: Sendable, Hashable {
  /// A dense layer.
  case dense(Dense)
  /// Batch normalisation.
  case batchNorm(BatchNorm)
  /// A function of each number.
  case activation(Activation)
  /// Units left out by chance.
  case dropout(Dropout)
  /// Softmax over the rows: scores to probabilities.
  case softmax

  /// The layer's name in tables.
  public var name: String {
    switch self {
    case .dense: "Dense"
    case .batchNorm: "BatchNorm"
    case .activation(let activation): activation.name
    case .dropout: "Dropout"
    case .softmax: "Softmax"
    }
  }
}

extension Activation {
  /// The name by which a network's table calls the function.
  var name: String {
    switch self {
    case .identity: "Identity"
    case .relu: "ReLU"
    case .sigmoid: "Sigmoid"
    case .tanh: "Tanh"
    case .leakyRelu: "LeakyReLU"
    case .softplus: "Softplus"
    case .elu: "ELU"
    case .gelu: "GELU"
    }
  }
}

/// What may stand in the braces of a `Network`.
public protocol LayerConvertible: Sendable {
  /// The layer it stands for.
  var layer: Layer { get }
}

extension Layer: LayerConvertible {
  /// The layer itself.
  public var layer: Layer { self }
}

extension Dense: LayerConvertible {
  /// The dense layer.
  public var layer: Layer { .dense(self) }
}

extension BatchNorm: LayerConvertible {
  /// The batch norm.
  public var layer: Layer { .batchNorm(self) }

  /// Creates batch norm with γ = 1, β = 0 and everything else by default.
  ///
  /// - Parameter featureCount: The number of rows of its input.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(_ featureCount: Int) throws(EngineError) {
    try self.init(featureCount: featureCount)
  }
}

extension Dropout: LayerConvertible {
  /// The dropout.
  public var layer: Layer { .dropout(self) }
}

extension Activation: LayerConvertible {
  /// The function as a layer.
  public var layer: Layer { .activation(self) }
}
