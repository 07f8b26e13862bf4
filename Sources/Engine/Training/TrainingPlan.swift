/// How a network is trained: everything but the network and the data.
///
/// ```swift
/// let plan = try TrainingPlan(.adam(), learningRate: 0.01, batchSize: 64, dropLast: .ifSmaller)
/// var trainer = Trainer(network, plan: plan)
/// try trainer.train(on: digits, epochs: 10)
/// ```
public struct TrainingPlan: Sendable, Hashable {
  /// How gradients become changes.
  public let rule: UpdateRule

  /// The learning rate at each epoch and step.
  public let schedule: LearningRateSchedule

  /// How many examples a minibatch has.
  public let batchSize: Int

  /// The order of the examples.
  public let order: ExampleOrder

  /// What becomes of a last minibatch that is smaller than the others.
  public let dropLast: DropLast

  /// The strength `λ` of the penalty `λ/2 Σw²`.
  public let l2: Double

  /// Class weights and smoothing of the cross entropy, and how it is reduced.
  public let loss: LossOptions

  /// When to stop before all epochs are done; never when `nil`.
  public let earlyStopping: EarlyStopping?

  /// The seed of the order of the examples, and of dropout.
  public let seed: Int

  /// Creates a plan with a schedule.
  ///
  /// - Parameters:
  ///   - rule: How gradients become changes.
  ///   - schedule: The learning rate at each epoch and step.
  ///   - batchSize: How many examples a minibatch has, 1 or more.
  ///   - order: The order of the examples.
  ///   - dropLast: What becomes of a last minibatch that is smaller than the others.
  ///   - l2: The strength of the penalty on the squares of the parameters, 0 or more.
  ///   - loss: Class weights and smoothing of the cross entropy, and how it is reduced.
  ///   - earlyStopping: When to stop before all epochs are done.
  ///   - seed: The seed of the order of the examples, and of dropout.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(
    _ rule: UpdateRule = .adam(),
    schedule: LearningRateSchedule,
    batchSize: Int = 64,
    order: ExampleOrder = .shuffled,
    dropLast: DropLast = .never,
    l2: Double = 0,
    loss: LossOptions = LossOptions(),
    earlyStopping: EarlyStopping? = nil,
    seed: Int = 0
  ) throws(EngineError) {
    try rule.validate()
    try requireNotNegative(l2, "l2")
    guard batchSize >= 1 else {
      throw .argumentOutOfRange(
        argument: "batchSize",
        value: Double(batchSize),
        allowed: "1 or more"
      )
    }
    self.rule = rule
    self.schedule = schedule
    self.batchSize = batchSize
    self.order = order
    self.dropLast = dropLast
    self.l2 = l2
    self.loss = loss
    self.earlyStopping = earlyStopping
    self.seed = seed
  }

  /// Creates a plan with one learning rate throughout.
  ///
  /// - Parameters:
  ///   - rule: How gradients become changes.
  ///   - learningRate: The learning rate, above 0.
  ///   - batchSize: How many examples a minibatch has, 1 or more.
  ///   - order: The order of the examples.
  ///   - dropLast: What becomes of a last minibatch that is smaller than the others.
  ///   - l2: The strength of the penalty on the squares of the parameters, 0 or more.
  ///   - loss: Class weights and smoothing of the cross entropy, and how it is reduced.
  ///   - earlyStopping: When to stop before all epochs are done.
  ///   - seed: The seed of the order of the examples, and of dropout.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(
    _ rule: UpdateRule = .adam(),
    learningRate: Double,
    batchSize: Int = 64,
    order: ExampleOrder = .shuffled,
    dropLast: DropLast = .never,
    l2: Double = 0,
    loss: LossOptions = LossOptions(),
    earlyStopping: EarlyStopping? = nil,
    seed: Int = 0
  ) throws(EngineError) {
    try requirePositive(learningRate, "learningRate")
    try self.init(
      rule,
      schedule: LearningRateSchedule(learningRate),
      batchSize: batchSize,
      order: order,
      dropLast: dropLast,
      l2: l2,
      loss: loss,
      earlyStopping: earlyStopping,
      seed: seed
    )
  }
}

/// The order in which an epoch takes the examples.
public enum ExampleOrder: Sendable, Hashable {
  /// As they are stored.
  case stored
  /// At random, anew in each epoch: a function of the plan's seed and the epoch alone.
  case shuffled
}

/// What becomes of a last minibatch that is smaller than the others.
public enum DropLast: Sendable, Hashable {
  /// It is trained on like the others.
  case never
  /// It is left out of its epoch.
  case ifSmaller
}

/// When to stop before all epochs are done.
///
/// What is watched is the loss on the validation set, or on the training set where there is none.
public struct EarlyStopping: Sendable, Hashable {
  /// How many epochs in a row may pass without a better loss.
  public let patience: Int

  /// How much lower a loss must be to count as better.
  public let minimumImprovement: Double

  /// Which network is left at the end.
  public let result: Result

  /// Which network is left when training stops early.
  public enum Result: Sendable, Hashable {
    /// The one of the epoch with the best loss.
    case best
    /// The one of the last epoch.
    case last
  }

  /// Creates a condition to stop.
  ///
  /// - Parameters:
  ///   - patience: How many epochs in a row may pass without a better loss, 1 or more.
  ///   - minimumImprovement: How much lower a loss must be to count as better, 0 or more.
  ///   - result: Which network is left at the end.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(
    patience: Int,
    minimumImprovement: Double = 0,
    result: Result = .best
  ) throws(EngineError) {
    guard patience >= 1 else {
      throw .argumentOutOfRange(argument: "patience", value: Double(patience), allowed: "1 or more")
    }
    try requireNotNegative(minimumImprovement, "minimumImprovement")
    self.patience = patience
    self.minimumImprovement = minimumImprovement
    self.result = result
  }
}

extension TrainingPlan {
  /// The minibatches of an epoch, as examples' indices.
  func minibatches(of count: Int, epoch: Int) -> [ArraySlice<Int>] {
    var examples = Array(0..<count)
    if order == .shuffled {
      var generator = SeededGenerator(seed: seed, trial: epoch, purpose: .shuffling)
      examples = generator.nextPermutation(of: count)
    }
    return stride(from: 0, to: count, by: batchSize).compactMap { start in
      // Written so that no batch size overflows.
      let size = min(batchSize, count - start)
      return size < batchSize && dropLast == .ifSmaller ? nil : examples[start..<start + size]
    }
  }

  /// Checks that a number of examples makes minibatches that a network can train on.
  ///
  /// - Throws: `EngineError.nothingToDo`, `.argumentOutOfRange`, or `.batchOfOne`.
  func require(_ count: Int, for network: Network) throws(EngineError) {
    guard count > 0 else { throw .nothingToDo(operation: "train") }
    guard count >= batchSize || dropLast == .never else {
      throw .argumentOutOfRange(
        argument: "batchSize",
        value: Double(batchSize),
        allowed: "at most \(count), the number of examples, when smaller minibatches are dropped"
      )
    }
    guard network.hasBatchNorm else { return }
    let last = count % batchSize
    if batchSize == 1 || count == 1 || last == 1 && dropLast == .never {
      throw .batchOfOne(examples: batchSize == 1 ? 1 : count, batchSize: batchSize)
    }
  }
}
