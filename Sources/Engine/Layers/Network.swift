/// Layers in a row, and all that they have learned.
///
/// ```swift
/// var network = try Network(seed: 1) {
///   try Dense(64, 50)
///   try BatchNorm(50)
///   ReLU()
///   try Dense(50, 10)
///   Softmax()
/// }
/// ```
///
/// Columns are examples. A dense layer in front of batch norm loses its bias, whose gradient would be
/// 0, unless it asks to keep it; `remarks` says so. All parameters lie in one vector, which is what
/// optimizers and checkpoints work on; `parameter(named:)` finds them by the names of the lectures:
/// `W1`, `b1`, `gamma1`, `beta1`, counted by kind.
public struct Network: Sendable, Hashable {
  let plan: [PlannedLayer]

  /// All learned numbers, layer by layer: the weights before the bias, gamma before beta.
  public internal(set) var parameters: Tensor

  /// The batch norms with their running averages; their gamma and beta are in `parameters`.
  var norms: [BatchNorm]

  /// What was changed about the layers given, in sentences.
  public let remarks: [String]

  /// The number of rows of its input.
  public let inputCount: Int

  /// The number of rows of its output.
  public let outputCount: Int
}

/// A layer whose parameters have their place in the network's vector.
enum PlannedLayer: Sendable, Hashable {
  case dense(inputs: Int, outputs: Int, weights: Int, bias: Int?)
  case batchNorm(features: Int, norm: Int, gamma: Int, beta: Int)
  case activation(Activation, features: Int)
  case dropout(Dropout, features: Int)
  case softmax(features: Int)

  /// The number of rows of its output.
  var outputCount: Int {
    switch self {
    case .dense(_, let outputs, _, _): outputs
    case .batchNorm(let features, _, _, _), .activation(_, let features),
      .dropout(_, let features), .softmax(let features):
      features
    }
  }
}

extension Network {
  /// Creates a network from the layers in braces.
  ///
  /// - Parameters:
  ///   - seed: The seed of the first weights.
  ///   - initialization: How they are drawn, for dense layers without weights of their own.
  ///   - layers: The layers, first to last.
  /// - Throws: What the layers throw, `EngineError.emptyNetwork`, `.layersDoNotFit`, or
  ///   `.misplacedSoftmax`.
  @_disfavoredOverload
  public init(
    seed: Int = 0,
    initialization: Initialization = .he,
    @NetworkBuilder _ layers: () throws -> [Layer]
  ) throws {
    try self.init(layers: layers(), seed: seed, initialization: initialization)
  }

  /// Creates a network from a list of layers.
  ///
  /// - Parameters:
  ///   - layers: The layers, first to last.
  ///   - seed: The seed of the first weights.
  ///   - initialization: How they are drawn, for dense layers without weights of their own.
  /// - Throws: `EngineError.emptyNetwork`, `.layersDoNotFit`, or `.misplacedSoftmax`.
  @_disfavoredOverload
  public init(
    layers: [Layer],
    seed: Int = 0,
    initialization: Initialization = .he
  ) throws(EngineError) {
    var planner = NetworkPlanner(
      generator: SeededGenerator(seed: seed, purpose: .initialWeights),
      initialization: initialization
    )
    guard var width = layers.lazy.compactMap(\.inputCount).first else { throw .emptyNetwork }
    inputCount = width
    for (index, layer) in layers.enumerated() {
      if let expected = layer.inputCount, expected != width {
        throw .layersDoNotFit(layer: index, expected: expected, found: width)
      }
      let next = index + 1 < layers.count ? layers[index + 1] : nil
      if layer == .softmax, next != nil { throw .misplacedSoftmax(layer: index) }
      width = try planner.add(layer, width: width, before: next)
    }
    _ = try Tensor.elementCount(of: [planner.parameters.count])
    plan = planner.plan
    parameters = Tensor(planner.parameters)
    norms = planner.norms
    remarks = planner.remarks
    outputCount = width
  }

  /// The number of learned numbers.
  public var parameterCount: Int { parameters.count }

  /// The number of rows of its input and of all layers' outputs together.
  package var valueCount: Int { plan.reduce(inputCount) { $0 + $1.outputCount } }

  /// Whether the last layer is softmax, so that outputs are probabilities.
  var endsInSoftmax: Bool {
    if case .softmax = plan.last { true } else { false }
  }

  /// Whether training needs two examples in every minibatch.
  var hasBatchNorm: Bool { !norms.isEmpty }
}

extension Layer {
  /// The number of rows of the input, for a layer that fixes it.
  var inputCount: Int? {
    switch self {
    case .dense(let dense): dense.inputCount
    case .batchNorm(let norm): norm.featureCount
    case .activation, .dropout, .softmax: nil
    }
  }
}

/// Gives each layer's parameters their place.
struct NetworkPlanner {
  var generator: SeededGenerator
  let initialization: Initialization
  var plan: [PlannedLayer] = []
  var parameters: [Double] = []
  var norms: [BatchNorm] = []
  var remarks: [String] = []

  /// Adds a layer, and returns the number of rows of its output.
  mutating func add(
    _ layer: Layer,
    width: Int,
    before next: Layer?
  ) throws(EngineError) -> Int {
    switch layer {
    case .dense(let dense):
      return try add(dense, before: next)
    case .batchNorm(let norm):
      plan.append(
        .batchNorm(
          features: width,
          norm: norms.count,
          gamma: parameters.count,
          beta: parameters.count + width
        )
      )
      parameters += norm.gamma.elements + norm.beta.elements
      norms.append(norm)
    case .activation(let activation):
      plan.append(.activation(activation, features: width))
    case .dropout(let dropout):
      plan.append(.dropout(dropout, features: width))
    case .softmax:
      plan.append(.softmax(features: width))
    }
    return width
  }

  private mutating func add(_ dense: Dense, before next: Layer?) throws(EngineError) -> Int {
    let weights = parameters.count
    parameters +=
      dense.isUndrawn
      ? try initialization.weights(dense.weights.shape, using: &generator).elements
      : dense.weights.elements
    var bias: Int?
    if let elements = dense.bias?.elements {
      if case .batchNorm = next, dense.biasUse == .automatic {
        remarks.append(
          "layer \(plan.count), Dense(\(dense.inputCount), \(dense.outputCount)), has no bias: "
            + "the batch norm after it subtracts the mean, so the bias would have no effect"
        )
      } else {
        bias = parameters.count
        parameters += elements
      }
    }
    plan.append(
      .dense(
        inputs: dense.inputCount,
        outputs: dense.outputCount,
        weights: weights,
        bias: bias
      )
    )
    return dense.outputCount
  }
}
