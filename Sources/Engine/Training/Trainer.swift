/// A network on its way through training: its optimizer, its history, and where it is.
///
/// A trainer is a value, so a copy is a checkpoint: from it, training goes on exactly as it went on
/// from the original, bit for bit, because the order of the examples and the units that dropout
/// leaves out depend on the plan's seed, the epoch and the step alone.
///
/// ```swift
/// var trainer = Trainer(network, plan: plan)
/// try trainer.train(on: training, validation: held, epochs: 10)
/// let checkpoint = trainer
/// ```
public struct Trainer: Sendable, Hashable {
  /// The network as it is now.
  public private(set) var network: Network

  /// The optimizer with its averages.
  public private(set) var optimizer: Optimizer

  /// All steps and epochs so far.
  public private(set) var history = TrainingHistory()

  /// How the network is trained.
  public let plan: TrainingPlan

  /// The network and the optimizer of the epoch with the best loss, where early stopping asks.
  private var best: Best?

  private struct Best: Sendable, Hashable {
    let loss: Double
    let epoch: Int
    let network: Network
    let optimizer: Optimizer
  }

  /// What training goes back to when a loss is no number.
  private struct Checkpoint {
    let network: Network
    let optimizer: Optimizer
    let best: Best?
    let stepCount: Int
    let epochCount: Int
  }

  /// Why training ended.
  public enum Ending: Sendable, Hashable {
    /// All epochs are done.
    case complete
    /// The loss got no better than it was after an epoch.
    case stoppedEarly(bestEpoch: Int)
  }

  /// Creates a trainer before its first step.
  ///
  /// - Parameters:
  ///   - network: The network to train.
  ///   - plan: How to train it.
  public init(_ network: Network, plan: TrainingPlan) {
    self.network = network
    self.plan = plan
    optimizer = Optimizer(plan)
  }

  /// How many epochs are done.
  public var epochCount: Int { history.epochs.count }

  /// How many steps are done.
  public var stepCount: Int { history.steps.count }
}

extension Trainer {
  /// Trains the network for some epochs.
  ///
  /// The loss is the cross entropy of the scores before any softmax. Where it becomes NaN or
  /// infinite, training stops, and the trainer is what it was at the start of the last epoch whose
  /// first loss was a number: the last good checkpoint.
  ///
  /// - Parameters:
  ///   - data: The examples to train on.
  ///   - validation: Examples to measure on after each epoch, if any.
  ///   - epochs: How many more epochs, 1 or more.
  /// - Returns: Why training ended.
  /// - Throws: `EngineError.lossNotFinite`, `.batchOfOne`, `.layersDoNotFit`, `.labelOutOfRange`,
  ///   `.nothingToDo`, or `.argumentOutOfRange`.
  @discardableResult
  @_disfavoredOverload
  public mutating func train(
    on data: Dataset,
    validation: Dataset? = nil,
    epochs: Int
  ) throws(EngineError) -> Ending {
    var good = try start(on: data, validation: validation, epochs: epochs)
    for _ in 0..<epochs {
      _ = try advance(on: data, validation: validation, good: &good) { _ in }
      if let ending = stopsEarly() { return ending }
    }
    return .complete
  }

  /// Trains the network for some epochs, and tells of each.
  ///
  /// - Parameters:
  ///   - data: The examples to train on.
  ///   - validation: Examples to measure on after each epoch, if any.
  ///   - epochs: How many more epochs, 1 or more.
  ///   - progress: Called after each epoch; what it throws ends training, after that epoch.
  /// - Returns: Why training ended.
  /// - Throws: `EngineError`, as without progress, or what `progress` throws.
  @discardableResult
  @_disfavoredOverload
  public mutating func train(
    on data: Dataset,
    validation: Dataset? = nil,
    epochs: Int,
    progress: (EpochRecord) throws -> Void
  ) throws -> Ending {
    try train(
      on: data,
      validation: validation,
      epochs: epochs,
      beforeStep: { _ in },
      progress: progress
    )
  }

  /// Trains the network for some epochs, and asks before every step whether to go on.
  ///
  /// - Parameters:
  ///   - data: The examples to train on.
  ///   - validation: Examples to measure on after each epoch, if any.
  ///   - epochs: How many more epochs, 1 or more.
  ///   - beforeStep: Gets the number of examples of the step; what it throws ends training.
  ///   - progress: Called after each epoch; what it throws ends training, after that epoch.
  /// - Returns: Why training ended.
  /// - Throws: As without `beforeStep`, or what `beforeStep` throws.
  package mutating func train(
    on data: Dataset,
    validation: Dataset?,
    epochs: Int,
    beforeStep: (_ examples: Int) throws(EngineError) -> Void,
    progress: (EpochRecord) throws -> Void
  ) throws -> Ending {
    var good = try start(on: data, validation: validation, epochs: epochs)
    for _ in 0..<epochs {
      let record = try advance(
        on: data,
        validation: validation,
        good: &good,
        beforeStep: beforeStep
      )
      let ending = stopsEarly()
      try progress(record)
      if let ending { return ending }
    }
    return .complete
  }

  /// Checks what is to be trained on, and returns the checkpoint to begin with.
  ///
  /// - Throws: `EngineError`, before anything has changed.
  private func start(
    on data: Dataset,
    validation: Dataset?,
    epochs: Int
  ) throws(EngineError) -> Checkpoint {
    guard epochs >= 1 else {
      throw .argumentOutOfRange(argument: "epochs", value: Double(epochs), allowed: "1 or more")
    }
    try requireFit(data)
    if let validation { try requireFit(validation) }
    try plan.require(data.count, for: network)
    return checkpoint
  }

  /// Trains for one epoch, or goes back to the last good checkpoint and fails.
  ///
  /// - Throws: `EngineError.lossNotFinite`.
  private mutating func advance(
    on data: Dataset,
    validation: Dataset?,
    good: inout Checkpoint,
    beforeStep: (_ examples: Int) throws(EngineError) -> Void
  ) throws(EngineError) -> EpochRecord {
    let start = checkpoint
    do throws(EngineError) {
      return try trainEpoch(on: data, validation: validation, beforeStep: beforeStep) {
        good = start
      }
    } catch {
      restore(good)
      throw error
    }
  }

  private var checkpoint: Checkpoint {
    Checkpoint(
      network: network,
      optimizer: optimizer,
      best: best,
      stepCount: stepCount,
      epochCount: epochCount
    )
  }

  private mutating func restore(_ checkpoint: Checkpoint) {
    network = checkpoint.network
    optimizer = checkpoint.optimizer
    best = checkpoint.best
    history.steps.removeLast(stepCount - checkpoint.stepCount)
    history.epochs.removeLast(epochCount - checkpoint.epochCount)
  }

  private func requireFit(_ data: Dataset) throws(EngineError) {
    try network.requireInput(data.examples)
    try requireLabels(
      data.labels,
      ClassesAndExamples(classes: network.outputCount, examples: data.count)
    )
  }

  /// Trains for one epoch.
  ///
  /// - Parameters:
  ///   - data: The examples to train on.
  ///   - validation: Examples to measure on, if any.
  ///   - beforeStep: Gets the number of examples of the step; what it throws ends training.
  ///   - isGood: Called when the loss of the first step shows that the network was good before it.
  /// - Returns: The record of the epoch.
  /// - Throws: `EngineError.lossNotFinite`.
  private mutating func trainEpoch(
    on data: Dataset,
    validation: Dataset?,
    beforeStep: (_ examples: Int) throws(EngineError) -> Void,
    isGood: () -> Void
  ) throws(EngineError) -> EpochRecord {
    let epoch = epochCount
    var (loss, correct, count) = (0.0, 0.0, 0)
    for (index, examples) in plan.minibatches(of: data.count, epoch: epoch).enumerated() {
      try beforeStep(examples.count)
      let record = try step(on: examples, of: data, epoch: epoch)
      if index == 0 { isGood() }
      history.steps.append(record)
      loss += record.loss * Double(examples.count)
      correct += record.accuracy * Double(examples.count)
      count += examples.count
    }
    // The last step has no loss after it that would show what it did.
    guard network.parameters.elements.allSatisfy(\.isFinite) else {
      throw notFinite(.nan, epoch: epoch, step: stepCount - 1)
    }
    let record = EpochRecord(
      epoch: epoch,
      loss: loss / Double(count),
      accuracy: correct / Double(count),
      learningRate: optimizer.learningRate,
      validationLoss: try validation.map { (data) throws(EngineError) in
        try network.loss(on: data, options: plan.loss)
      },
      validationAccuracy: try validation.map { (data) throws(EngineError) in
        try network.accuracy(on: data)
      }
    )
    history.epochs.append(record)
    return record
  }

  private mutating func step(
    on examples: ArraySlice<Int>,
    of data: Dataset,
    epoch: Int
  ) throws(EngineError) -> StepRecord {
    let step = stepCount
    optimizer.learningRate = plan.schedule.learningRate(epoch: epoch, step: step)
    let labels = examples.map { data.labels[$0] }
    var generator = SeededGenerator(seed: plan.seed, trial: step, purpose: .dropout)
    let pass = try network.forward(
      data.examples.gather(Array(examples), axis: 1),
      phase: .training,
      using: &generator
    )
    let found = try network.crossEntropyGradients(labels: labels, through: pass, options: plan.loss)
    guard found.value.isFinite else { throw notFinite(found.value, epoch: epoch, step: step) }
    try network.update(with: &optimizer, along: found.gradient)
    return StepRecord(
      epoch: epoch,
      step: step,
      loss: found.value,
      accuracy: try pass.output.share(ofColumnsWithGreatestAt: labels),
      learningRate: optimizer.learningRate
    )
  }

  private func notFinite(_ loss: Double, epoch: Int, step: Int) -> EngineError {
    .lossNotFinite(
      loss: loss,
      epoch: epoch,
      step: step,
      learningRate: optimizer.learningRate
    )
  }

  /// Compares the last epoch with the best one, and ends training when patience is at its end.
  private mutating func stopsEarly() -> Ending? {
    guard let stopping = plan.earlyStopping, let last = history.epochs.last else { return nil }
    // A loss that is NaN is never better, and any other is better than it.
    guard let best, !(last.watchedLoss < best.loss - stopping.minimumImprovement),
      !best.loss.isNaN || last.watchedLoss.isNaN
    else {
      best = Best(
        loss: last.watchedLoss,
        epoch: last.epoch,
        network: network,
        optimizer: optimizer
      )
      return nil
    }
    guard last.epoch - best.epoch >= stopping.patience else { return nil }
    if stopping.result == .best { (network, optimizer) = (best.network, best.optimizer) }
    return .stoppedEarly(bestEpoch: best.epoch)
  }
}
