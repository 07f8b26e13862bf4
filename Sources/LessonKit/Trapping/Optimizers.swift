// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension LearningRateSchedule {
  /// The engine's `init(_:_:)`; ends the program with a sentence where that throws.
  public init(_ initial: Double, _ decay: Decay = .constant) {
    self = trapping { try LearningRateSchedule.Engine::init(initial, decay) }
  }
}

extension Optimizer {
  /// The engine's `init(_:learningRate:l2:)`; ends the program with a sentence where that throws.
  public init(_ rule: UpdateRule, learningRate: Double, l2: Double = 0) {
    self = trapping { try Optimizer.Engine::init(rule, learningRate: learningRate, l2: l2) }
  }
}

extension Optimizer {
  /// The engine's `update(_:along:)`; ends the program with a sentence where that throws.
  public mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor]) {
    trapping { try self.Engine::update(&parameters, along: gradients) }
  }

  /// The engine's `update(_:along:)`; ends the program with a sentence where that throws.
  public mutating func update(_ parameter: inout Tensor, along gradient: Tensor) {
    trapping { try self.Engine::update(&parameter, along: gradient) }
  }
}

extension OptimizerState {
  /// The engine's `init(stepCount:averages:squares:)`; ends the program with a sentence where that throws.
  public init(stepCount: Int, averages: [Tensor] = [], squares: [Tensor] = []) {
    self = trapping { try OptimizerState.Engine::init(stepCount: stepCount, averages: averages, squares: squares) }
  }
}
