/// Batch normalisation: each feature to mean 0 and variance 1 over the minibatch, then to a mean
/// and a spread that are learned.
///
/// While training, over the columns of `z`, shape `[featureCount, examples]`:
///
///     μ = 1/m Σ z,  σ² = 1/m Σ (z - μ)²,  ẑ = (z - μ) / √(σ² + ε),  output = γ·ẑ + β
///
/// At inference μ and σ² are averages kept from training, so that one example can be normalised by
/// itself. Conventions, where libraries differ: ε is added inside the root, the running averages
/// weight the *old* value with `decay` (what others call momentum is `1 - decay`), and keep the
/// population variance unless `.sample` is asked for, as PyTorch has it. A constant feature gives
/// `β`. (Ioffe and Szegedy 2015; lectures 4 to 7.)
public struct BatchNorm: Sendable, Hashable {
  /// γ, the learned spread, `[featureCount, 1]`.
  public internal(set) var gamma: Tensor

  /// β, the learned mean, `[featureCount, 1]`; not momentum's β.
  public internal(set) var beta: Tensor

  /// The average of the minibatches' means, `[featureCount, 1]`.
  public internal(set) var runningMean: Tensor

  /// The average of the minibatches' variances, `[featureCount, 1]`.
  public internal(set) var runningVariance: Tensor

  /// How many minibatches the averages are of.
  public internal(set) var updateCount: Int

  /// ε, added to the variance before the root; not Adam's ε.
  public let epsilon: Double

  /// How the averages are kept.
  public let average: RunningAverage

  /// Which variance the average is of.
  public let variance: Variance

  var lastPass: Pass?

  /// What the way back needs of the last training pass.
  struct Pass: Sendable, Hashable {
    var input: Tensor
    /// μ of each row.
    var mean: [Double]
    /// 1 / √(σ² + ε) of each row.
    var inverse: [Double]
  }
}

/// How statistics of minibatches become those used at inference.
public enum RunningAverage: Sendable, Hashable {
  /// Exponentially weighted: `running ← decay·running + (1 - decay)·batch`, from mean 0 and
  /// variance 1, which still count `decay^t` after `t` minibatches.
  case exponential(decay: Double)
  /// The same from 0, divided by `1 - decay^t`, so that the start does not count.
  case biasCorrected(decay: Double)
  /// The plain mean over all minibatches so far.
  case cumulative

  /// Checks the decay.
  ///
  /// - Throws: `EngineError.argumentOutOfRange`.
  func require() throws(EngineError) {
    switch self {
    case .exponential(let decay), .biasCorrected(let decay):
      guard decay >= 0, decay < 1 else {
        throw .argumentOutOfRange(
          argument: "decay",
          value: decay,
          allowed: "at least 0 and less than 1"
        )
      }
    case .cumulative: break
    }
  }

  /// The weight of the newest of `count` minibatches in the average.
  func weight(ofUpdate count: Int) -> Double {
    switch self {
    case .exponential(let decay): 1 - decay
    // Σ (1-β)βᵗ⁻ⁱxᵢ / (1-βᵗ), written as a step from the corrected average before.
    case .biasCorrected(let decay): (1 - decay) / (1 - cPow(decay, Double(count)))
    case .cumulative: 1 / Double(count)
    }
  }
}

extension BatchNorm {
  /// Creates batch norm with γ = 1 and β = 0.
  ///
  /// - Parameters:
  ///   - featureCount: The number of rows of its input.
  ///   - epsilon: What is added to the variance, greater than 0.
  ///   - average: How statistics are kept for inference.
  ///   - variance: Which variance is kept for inference; training always divides by `m`.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(
    featureCount: Int,
    epsilon: Double = 1e-5,
    average: RunningAverage = .exponential(decay: 0.9),
    variance: Variance = .population
  ) throws(EngineError) {
    guard featureCount > 0 else {
      throw .argumentOutOfRange(
        argument: "featureCount",
        value: Double(featureCount),
        allowed: "1 or more"
      )
    }
    try self.init(
      gamma: Tensor.ones([featureCount, 1]),
      beta: Tensor.zeros([featureCount, 1]),
      epsilon: epsilon,
      average: average,
      variance: variance
    )
  }

  /// Creates batch norm with given parameters and running averages.
  ///
  /// - Parameters:
  ///   - gamma: γ, a number for each feature.
  ///   - beta: β, as many.
  ///   - runningMean: The running average of the means, as many; 0 by default.
  ///   - runningVariance: The running average of the variances, as many; 1 by default.
  ///   - epsilon: What is added to the variance, greater than 0.
  ///   - average: How statistics are kept for inference.
  ///   - variance: Which variance is kept for inference; training always divides by `m`.
  /// - Throws: `EngineError.shapesDiffer`, `.emptyTensor`, or `.argumentOutOfRange`, for a negative
  ///   variance too.
  @_disfavoredOverload
  public init(
    gamma: Tensor,
    beta: Tensor,
    runningMean: Tensor? = nil,
    runningVariance: Tensor? = nil,
    epsilon: Double = 1e-5,
    average: RunningAverage = .exponential(decay: 0.9),
    variance: Variance = .population
  ) throws(EngineError) {
    guard !gamma.isEmpty else { throw .emptyTensor(operation: "BatchNorm", shape: gamma.shape) }
    try requirePositive(epsilon, "epsilon")
    try average.require()
    let shape = [gamma.count, 1]
    func column(_ tensor: Tensor?, default value: Double) throws(EngineError) -> Tensor {
      guard let tensor else { return try Tensor(repeating: value, shape: shape) }
      guard tensor.count == gamma.count else {
        throw .shapesDiffer(operation: "BatchNorm", expected: shape, found: tensor.shape)
      }
      return Tensor(unchecked: tensor.elements, shape: shape)
    }
    self.gamma = try column(gamma, default: 1)
    self.beta = try column(beta, default: 0)
    self.runningMean = try column(runningMean, default: 0)
    self.runningVariance = try column(runningVariance, default: 1)
    for value in self.runningVariance.elements { try requireNotNegative(value, "runningVariance") }
    updateCount = 0
    self.epsilon = epsilon
    self.average = average
    self.variance = variance
  }

  /// The number of rows of its input.
  public var featureCount: Int { gamma.count }

  /// How much of the running averages is made of minibatches, and not of their start, from 0 to 1.
  ///
  /// `1 - decayᵗ` after `t` minibatches for the plain exponential average: with a decay of 0.99,
  /// 9.6 % after 10 and 63.4 % after 100. 1 as soon as there is one for the other averages.
  public var averageFullness: Double {
    switch average {
    case .exponential(let decay): 1 - cPow(decay, Double(updateCount))
    case .biasCorrected, .cumulative: updateCount > 0 ? 1 : 0
    }
  }
}
