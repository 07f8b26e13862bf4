// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension BatchNorm {
  /// The engine's `forward(_:phase:)`; ends the program with a sentence where that throws.
  public mutating func forward(_ z: Tensor, phase: Phase) -> Tensor {
    trapping { try self.Engine::forward(z, phase: phase) }
  }

  /// The engine's `inferred(_:)`; ends the program with a sentence where that throws.
  public func inferred(_ z: Tensor) -> Tensor {
    trapping { try self.Engine::inferred(z) }
  }

  /// The engine's `backward(_:)`; ends the program with a sentence where that throws.
  public func backward(_ outputGradient: Tensor) -> BatchNormGradients {
    trapping { try self.Engine::backward(outputGradient) }
  }

  /// The engine's `inferenceGradients(_:input:)`; ends the program with a sentence where that throws.
  public func inferenceGradients(_ outputGradient: Tensor, input: Tensor) -> BatchNormGradients {
    trapping { try self.Engine::inferenceGradients(outputGradient, input: input) }
  }

  /// The engine's `useStatistics(of:)`; ends the program with a sentence where that throws.
  public mutating func useStatistics(of z: Tensor) {
    trapping { try self.Engine::useStatistics(of: z) }
  }
}

extension BatchNorm {
  /// The engine's `init(featureCount:epsilon:average:variance:)`; ends the program with a sentence where that throws.
  public init(featureCount: Int, epsilon: Double = 1e-5, average: RunningAverage = .exponential(decay: 0.9), variance: Variance = .population) {
    self = trapping { try BatchNorm.Engine::init(featureCount: featureCount, epsilon: epsilon, average: average, variance: variance) }
  }

  /// The engine's `init(gamma:beta:runningMean:runningVariance:epsilon:average:variance:)`; ends the program with a sentence where that throws.
  public init(gamma: Tensor, beta: Tensor, runningMean: Tensor? = nil, runningVariance: Tensor? = nil, epsilon: Double = 1e-5, average: RunningAverage = .exponential(decay: 0.9), variance: Variance = .population) {
    self = trapping { try BatchNorm.Engine::init(gamma: gamma, beta: beta, runningMean: runningMean, runningVariance: runningVariance, epsilon: epsilon, average: average, variance: variance) }
  }
}

extension Dense {
  /// The engine's `init(_:_:bias:)`; ends the program with a sentence where that throws.
  public init(_ inputCount: Int, _ outputCount: Int, bias: BiasUse = .automatic) {
    self = trapping { try Dense.Engine::init(inputCount, outputCount, bias: bias) }
  }

  /// The engine's `init(weights:bias:)`; ends the program with a sentence where that throws.
  public init(weights: Tensor, bias: Tensor? = nil) {
    self = trapping { try Dense.Engine::init(weights: weights, bias: bias) }
  }

  /// The engine's `forward(_:)`; ends the program with a sentence where that throws.
  public func forward(_ input: Tensor) -> Tensor {
    trapping { try self.Engine::forward(input) }
  }

  /// The engine's `backward(_:input:)`; ends the program with a sentence where that throws.
  public func backward(_ outputGradient: Tensor, input: Tensor) -> DenseGradients {
    trapping { try self.Engine::backward(outputGradient, input: input) }
  }
}

extension Initialization {
  /// The engine's `weights(_:using:)`; ends the program with a sentence where that throws.
  public func weights(_ shape: [Int], using generator: inout some RandomNumberGenerator) -> Tensor {
    trapping { try self.Engine::weights(shape, using: &generator) }
  }
}

extension Dropout {
  /// The engine's `init(keepProbability:)`; ends the program with a sentence where that throws.
  public init(keepProbability: Double) {
    self = trapping { try Dropout.Engine::init(keepProbability: keepProbability) }
  }

  /// The engine's `mask(_:using:)`; ends the program with a sentence where that throws.
  public func mask(_ shape: [Int], using generator: inout some RandomNumberGenerator) -> Tensor {
    trapping { try self.Engine::mask(shape, using: &generator) }
  }
}

extension BatchNorm {
  /// The engine's `init(_:)`; ends the program with a sentence where that throws.
  public init(_ featureCount: Int) {
    self = trapping { try BatchNorm.Engine::init(featureCount) }
  }
}

extension NetworkGradients {
  /// The engine's `parameter(named:)`; ends the program with a sentence where that throws.
  public func parameter(named name: String) -> Tensor {
    trapping { try self.Engine::parameter(named: name) }
  }
}

extension Network {
  /// The engine's `backward(_:through:)`; ends the program with a sentence where that throws.
  public func backward(_ outputGradient: Tensor, through pass: ForwardPass) -> NetworkGradients {
    trapping { try self.Engine::backward(outputGradient, through: pass) }
  }

  /// The engine's `crossEntropyGradients(labels:through:options:)`; ends the program with a sentence where that throws.
  public func crossEntropyGradients(labels: [Int], through pass: ForwardPass, options: LossOptions = LossOptions()) -> ValueWithGradient<NetworkGradients> {
    trapping { try self.Engine::crossEntropyGradients(labels: labels, through: pass, options: options) }
  }
}

extension Network {
  /// The engine's `parameter(named:)`; ends the program with a sentence where that throws.
  public func parameter(named name: String) -> Tensor {
    trapping { try self.Engine::parameter(named: name) }
  }

  /// The engine's `setParameter(_:named:)`; ends the program with a sentence where that throws.
  public mutating func setParameter(_ value: Tensor, named name: String) {
    trapping { try self.Engine::setParameter(value, named: name) }
  }

  /// The engine's `setParameters(_:)`; ends the program with a sentence where that throws.
  public mutating func setParameters(_ vector: Tensor) {
    trapping { try self.Engine::setParameters(vector) }
  }
}

extension Network {
  /// The engine's `forward(_:phase:using:)`; ends the program with a sentence where that throws.
  public mutating func forward(_ input: Tensor, phase: Phase, using generator: inout SeededGenerator) -> ForwardPass {
    trapping { try self.Engine::forward(input, phase: phase, using: &generator) }
  }

  /// The engine's `predict(_:)`; ends the program with a sentence where that throws.
  public func predict(_ input: Tensor) -> Tensor {
    trapping { try self.Engine::predict(input) }
  }

  /// The engine's `logits(_:)`; ends the program with a sentence where that throws.
  public func logits(_ input: Tensor) -> Tensor {
    trapping { try self.Engine::logits(input) }
  }

  /// The engine's `classes(_:)`; ends the program with a sentence where that throws.
  public func classes(_ input: Tensor) -> [Int] {
    trapping { try self.Engine::classes(input) }
  }

  /// The engine's `accuracy(_:labels:)`; ends the program with a sentence where that throws.
  public func accuracy(_ input: Tensor, labels: [Int]) -> Double {
    trapping { try self.Engine::accuracy(input, labels: labels) }
  }

  /// The engine's `useStatistics(of:)`; ends the program with a sentence where that throws.
  public mutating func useStatistics(of input: Tensor) {
    trapping { try self.Engine::useStatistics(of: input) }
  }
}

extension Network {
  /// The engine's `init(seed:initialization:_:)`; ends the program with a sentence where that throws.
  public init(seed: Int = 0, initialization: Initialization = .he, @NetworkBuilder _ layers: () -> [Layer]) {
    self = trapping { try Network.Engine::init(seed: seed, initialization: initialization, layers) }
  }

  /// The engine's `init(layers:seed:initialization:)`; ends the program with a sentence where that throws.
  public init(layers: [Layer], seed: Int = 0, initialization: Initialization = .he) {
    self = trapping { try Network.Engine::init(layers: layers, seed: seed, initialization: initialization) }
  }
}
