/// A dense layer: every output is a weighted sum of every input, plus a bias.
///
/// `z = W·a + b`, with W of shape `[outputCount, inputCount]`, b of shape `[outputCount, 1]`, and one
/// example a column of a and z. (Lectures 5 and 8.)
public struct Dense: Sendable, Hashable {
  /// W, `[outputCount, inputCount]`.
  public internal(set) var weights: Tensor

  /// b, `[outputCount, 1]`, or `nil` for none.
  public internal(set) var bias: Tensor?

  /// When a network gives the layer a bias.
  public let biasUse: BiasUse

  /// Whether the weights wait for a network to draw them.
  let isUndrawn: Bool

  /// When a dense layer has a bias.
  public enum BiasUse: Sendable, Hashable {
    /// Unless batch norm comes next: that subtracts the mean, and the bias with it.
    case automatic
    /// Always, even where its gradient is 0.
    case always
    /// Never.
    case never
  }
}

extension Dense {
  /// Creates a dense layer whose weights a network draws, and that are drawn with seed 0 before.
  ///
  /// - Parameters:
  ///   - inputCount: The number of rows of its input.
  ///   - outputCount: The number of rows of its output.
  ///   - bias: When it has a bias.
  /// - Throws: `EngineError.argumentOutOfRange` for a count below 1, or `.tensorTooLarge`.
  @_disfavoredOverload
  public init(
    _ inputCount: Int,
    _ outputCount: Int,
    bias: BiasUse = .automatic
  ) throws(EngineError) {
    for (argument, count) in [("inputCount", inputCount), ("outputCount", outputCount)]
    where count < 1 {
      throw .argumentOutOfRange(argument: argument, value: Double(count), allowed: "1 or more")
    }
    var generator = SeededGenerator(seed: 0, purpose: .initialWeights)
    weights = try Initialization.he.weights([outputCount, inputCount], using: &generator)
    self.bias = bias == .never ? nil : try Tensor.zeros([outputCount, 1])
    biasUse = bias
    isUndrawn = true
  }

  /// Creates a dense layer with given weights.
  ///
  /// - Parameters:
  ///   - weights: W, `[outputCount, inputCount]`.
  ///   - bias: b, with `outputCount` elements, or `nil` for none.
  /// - Throws: `EngineError.wrongRank`, or `.shapesDiffer`.
  @_disfavoredOverload
  public init(weights: Tensor, bias: Tensor? = nil) throws(EngineError) {
    try weights.requireMatrix("Dense")
    if let bias, bias.count != weights.shape[0] {
      throw .shapesDiffer(
        operation: "Dense",
        expected: [weights.shape[0], 1],
        found: bias.shape
      )
    }
    self.weights = weights
    self.bias = bias.map { Tensor(unchecked: $0.elements, shape: [$0.count, 1]) }
    biasUse = bias == nil ? .never : .always
    isUndrawn = false
  }

  /// The number of rows of its input.
  public var inputCount: Int { weights.shape[1] }

  /// The number of rows of its output.
  public var outputCount: Int { weights.shape[0] }

  /// Returns the output for some examples, `z = W·a + b`.
  ///
  /// - Parameter input: a, `[inputCount, examples]`.
  /// - Returns: z, `[outputCount, examples]`.
  /// - Throws: `EngineError.innerDimensionsDiffer`, or `.wrongRank`.
  @_disfavoredOverload
  public func forward(_ input: Tensor) throws(EngineError) -> Tensor {
    try input.requireMatrix("Dense")
    let product = try matmul(weights, input)
    guard let bias else { return product }
    return try product + bias
  }

  /// Returns the gradients that an output sends back.
  ///
  /// `dW = dz·aᵀ`, `db = Σ dz` over the examples, `da = Wᵀ·dz`.
  ///
  /// - Parameters:
  ///   - outputGradient: dz, `[outputCount, examples]`.
  ///   - input: a, the input that gave the output.
  /// - Returns: The gradients.
  /// - Throws: `EngineError.innerDimensionsDiffer`, or `.wrongRank`.
  @_disfavoredOverload
  public func backward(
    _ outputGradient: Tensor,
    input: Tensor
  ) throws(EngineError) -> DenseGradients {
    try outputGradient.requireMatrix("Dense")
    return DenseGradients(
      input: try matmul(weights.transposed(), outputGradient),
      weights: try matmul(outputGradient, input.transposed()),
      bias: bias == nil ? nil : try outputGradient.sum(keepingAxis: 1)
    )
  }
}

/// The gradients of a dense layer in its input and its parameters.
public struct DenseGradients: Sendable, Hashable {
  /// da, `[inputCount, examples]`.
  public let input: Tensor
  /// dW, `[outputCount, inputCount]`.
  public let weights: Tensor
  /// db, `[outputCount, 1]`, or `nil` without a bias.
  public let bias: Tensor?
}

/// How first weights are drawn.
public enum Initialization: Sendable, Hashable {
  /// Normal, of variance `2 / inputs`, for rectifiers (He et al. 2015).
  case he
  /// Normal, of variance `2 / (inputs + outputs)` (Glorot and Bengio 2010).
  case glorot
  /// Normal, of a given deviation.
  case normal(deviation: Double)
  /// All 0, with which units stay alike.
  case zeros

  /// Returns weights of shape `[outputs, inputs]`.
  ///
  /// - Parameters:
  ///   - shape: `[outputs, inputs]`.
  ///   - generator: The source of chance.
  /// - Returns: A matrix of that shape.
  /// - Throws: `EngineError`, as `Tensor.randomNormal`.
  @_disfavoredOverload
  public func weights(
    _ shape: [Int],
    using generator: inout some RandomNumberGenerator
  ) throws(EngineError) -> Tensor {
    let (outputs, inputs) = (Double(shape.first ?? 1), Double(shape.last ?? 1))
    let deviation: Double =
      switch self {
      case .he: (2 / inputs).squareRoot()
      case .glorot: (2 / (inputs + outputs)).squareRoot()
      case .normal(let deviation): deviation
      case .zeros: 0
      }
    return try Tensor.randomNormal(shape, standardDeviation: deviation, using: &generator)
  }
}
