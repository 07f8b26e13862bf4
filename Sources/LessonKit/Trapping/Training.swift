// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension Network {
  /// The engine's `loss(on:options:)`; ends the program with a sentence where that throws.
  public func loss(on data: Dataset, options: LossOptions = LossOptions()) -> Double {
    trapping { try self.Engine::loss(on: data, options: options) }
  }

  /// The engine's `accuracy(on:)`; ends the program with a sentence where that throws.
  public func accuracy(on data: Dataset) -> Double {
    trapping { try self.Engine::accuracy(on: data) }
  }

  /// The engine's `update(with:along:)`; ends the program with a sentence where that throws.
  public mutating func update(with optimizer: inout Optimizer, along gradients: NetworkGradients) {
    trapping { try self.Engine::update(with: &optimizer, along: gradients) }
  }
}

extension Network {
  /// The engine's `train(on:with:in:using:)`; ends the program with a sentence where that throws.
  public mutating func train(on minibatch: Minibatch, with optimizer: inout Optimizer, in workspace: inout Workspace, using generator: inout SeededGenerator) -> Double {
    trapping { try self.Engine::train(on: minibatch, with: &optimizer, in: &workspace, using: &generator) }
  }

  /// The engine's `findGradient(on:in:using:)`; ends the program with a sentence where that throws.
  public mutating func findGradient(on minibatch: Minibatch, in workspace: inout Workspace, using generator: inout SeededGenerator) -> Double {
    trapping { try self.Engine::findGradient(on: minibatch, in: &workspace, using: &generator) }
  }
}

extension Trainer {
  /// The engine's `train(on:validation:epochs:)`; ends the program with a sentence where that throws.
  @discardableResult public mutating func train(on data: Dataset, validation: Dataset? = nil, epochs: Int) -> Ending {
    trapping { try self.Engine::train(on: data, validation: validation, epochs: epochs) }
  }

  /// The engine's `train(on:validation:epochs:progress:)`; ends the program with a sentence where that throws.
  @discardableResult public mutating func train(on data: Dataset, validation: Dataset? = nil, epochs: Int, progress: (EpochRecord) -> Void) -> Ending {
    trapping { try self.Engine::train(on: data, validation: validation, epochs: epochs, progress: progress) }
  }
}

extension TrainingPlan {
  /// The engine's `init(_:schedule:batchSize:order:dropLast:l2:loss:earlyStopping:seed:)`; ends the program with a sentence where that throws.
  public init(_ rule: UpdateRule = .adam(), schedule: LearningRateSchedule, batchSize: Int = 64, order: ExampleOrder = .shuffled, dropLast: DropLast = .never, l2: Double = 0, loss: LossOptions = LossOptions(), earlyStopping: EarlyStopping? = nil, seed: Int = 0) {
    self = trapping { try TrainingPlan.Engine::init(rule, schedule: schedule, batchSize: batchSize, order: order, dropLast: dropLast, l2: l2, loss: loss, earlyStopping: earlyStopping, seed: seed) }
  }

  /// The engine's `init(_:learningRate:batchSize:order:dropLast:l2:loss:earlyStopping:seed:)`; ends the program with a sentence where that throws.
  public init(_ rule: UpdateRule = .adam(), learningRate: Double, batchSize: Int = 64, order: ExampleOrder = .shuffled, dropLast: DropLast = .never, l2: Double = 0, loss: LossOptions = LossOptions(), earlyStopping: EarlyStopping? = nil, seed: Int = 0) {
    self = trapping { try TrainingPlan.Engine::init(rule, learningRate: learningRate, batchSize: batchSize, order: order, dropLast: dropLast, l2: l2, loss: loss, earlyStopping: earlyStopping, seed: seed) }
  }
}

extension EarlyStopping {
  /// The engine's `init(patience:minimumImprovement:result:)`; ends the program with a sentence where that throws.
  public init(patience: Int, minimumImprovement: Double = 0, result: Result = .best) {
    self = trapping { try EarlyStopping.Engine::init(patience: patience, minimumImprovement: minimumImprovement, result: result) }
  }
}

extension Workspace {
  /// The engine's `init(for:capacity:)`; ends the program with a sentence where that throws.
  public init(for network: Network, capacity: Int) {
    self = trapping { try Workspace.Engine::init(for: network, capacity: capacity) }
  }
}
