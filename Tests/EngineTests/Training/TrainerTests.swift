import Testing

@testable import Engine

@Suite("Training")
struct TrainerTests {
  static func network() throws -> Network {
    try Network(seed: 3) {
      try Dense(2, 8)
      try BatchNorm(8)
      ReLU()
      try Dropout(keepProbability: 0.9)
      try Dense(8, 3)
      Softmax()
    }
  }

  static func plainNetwork() throws -> Network {
    try Network(seed: 3) {
      try Dense(2, 8)
      Tanh()
      try Dense(8, 3)
    }
  }

  static func blobs() throws -> Dataset { try Dataset.blobs(perClass: 30, seed: 1) }

  @Test("a network learns to tell clouds apart")
  func learns() throws {
    let parts = try Self.blobs().split(0.8, seed: 2)
    var trainer = Trainer(
      try Self.network(),
      plan: try TrainingPlan(learningRate: 0.02, batchSize: 16)
    )
    try trainer.train(on: parts.training, validation: parts.held, epochs: 30)
    let (first, last) = (trainer.history.epochs[0], trainer.history.epochs[29])
    #expect(last.loss < first.loss / 3)
    #expect(try trainer.network.accuracy(on: parts.held) > 0.9)
    #expect(last.validationAccuracy == (try trainer.network.accuracy(on: parts.held)))
    #expect(last.validationLoss == (try trainer.network.loss(on: parts.held)))
  }

  @Test("history has every step and epoch, with loss, accuracy and learning rate")
  func history() throws {
    let schedule = try LearningRateSchedule(0.1, .inverseTime(decay: 1))
    var trainer = Trainer(
      try Self.network(),
      plan: try TrainingPlan(.momentum(), schedule: schedule, batchSize: 40)
    )
    try trainer.train(on: Self.blobs(), epochs: 2)
    // 90 examples in minibatches of 40, 40 and 10.
    #expect(trainer.history.steps.map(\.step) == [0, 1, 2, 3, 4, 5])
    #expect(trainer.history.steps.map(\.epoch) == [0, 0, 0, 1, 1, 1])
    #expect(trainer.history.learningRates == [0.1, 0.1, 0.1, 0.05, 0.05, 0.05])
    let epoch = trainer.history.epochs[1]
    let steps = trainer.history.steps[3...]
    let weights = [40.0, 40, 10]
    #expect(epoch.loss == zip(steps, weights).reduce(0) { $0 + $1.0.loss * $1.1 } / 90)
    #expect(epoch.accuracy == zip(steps, weights).reduce(0) { $0 + $1.0.accuracy * $1.1 } / 90)
    #expect(epoch.validationLoss == nil)
    #expect((trainer.epochCount, trainer.stepCount) == (2, 6))
  }

  @Test("training is the loop over forward, gradient and update, bit for bit")
  func manualLoop() throws {
    let data = try Self.blobs()
    let plan = try TrainingPlan(.adam(), learningRate: 0.01, batchSize: 30, order: .stored)
    var trainer = Trainer(try Self.plainNetwork(), plan: plan)
    try trainer.train(on: data, epochs: 2)
    var network = try Self.plainNetwork()
    var optimizer = try Optimizer(.adam(), learningRate: 0.01)
    var generator = SeededGenerator(seed: 0)
    for step in 0..<6 {
      let batch = step % 3 * 30..<step % 3 * 30 + 30
      let pass = try network.forward(
        data.examples.columns(batch),
        phase: .training,
        using: &generator
      )
      let found = try network.crossEntropyGradients(
        labels: Array(data.labels[batch]),
        through: pass
      )
      #expect(found.value == trainer.history.losses[step])
      try network.update(with: &optimizer, along: found.gradient)
    }
    #expect(network.parameters == trainer.network.parameters)
  }

  @Test("training goes on from a checkpoint bit for bit, however it was cut up")
  func resumes() throws {
    let parts = try Self.blobs().split(0.7, seed: 0)
    let plan = try TrainingPlan(
      .adam(),
      schedule: LearningRateSchedule(0.05, .inverseSquareRoot(per: .step)),
      batchSize: 16,
      earlyStopping: EarlyStopping(patience: 50),
      seed: 9
    )
    var whole = Trainer(try Self.network(), plan: plan)
    try whole.train(on: parts.training, validation: parts.held, epochs: 7)
    var cut = Trainer(try Self.network(), plan: plan)
    try cut.train(on: parts.training, validation: parts.held, epochs: 2)
    let checkpoint = cut
    try cut.train(on: parts.training, validation: parts.held, epochs: 5)
    var resumed = checkpoint
    for _ in 0..<5 { try resumed.train(on: parts.training, validation: parts.held, epochs: 1) }
    #expect(whole == cut)
    #expect(whole == resumed)
    #expect(checkpoint.epochCount == 2)
  }

  @Test("another seed gives another order, and the stored order none")
  func orders() throws {
    func minibatches(_ order: ExampleOrder, seed: Int, epoch: Int) throws -> [[Int]] {
      let plan = try TrainingPlan(learningRate: 1, batchSize: 4, order: order, seed: seed)
      return plan.minibatches(of: 10, epoch: epoch).map { Array($0) }
    }
    #expect(try minibatches(.stored, seed: 1, epoch: 5) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
    let shuffled = try minibatches(.shuffled, seed: 1, epoch: 0)
    #expect(shuffled.map(\.count) == [4, 4, 2])
    #expect(shuffled.flatMap { $0 }.sorted() == Array(0..<10))
    #expect(try shuffled == minibatches(.shuffled, seed: 1, epoch: 0))
    #expect(try shuffled != minibatches(.shuffled, seed: 1, epoch: 1))
    #expect(try shuffled != minibatches(.shuffled, seed: 2, epoch: 0))
  }

  @Test("a ragged last minibatch of one is refused before batch norm, and can be dropped")
  func raggedLast() throws {
    let data = try Self.blobs().selecting(Array(0..<33))
    var kept = Trainer(
      try Self.network(),
      plan: try TrainingPlan(learningRate: 0.1, batchSize: 8)
    )
    #expect(throws: EngineError.batchOfOne(examples: 33, batchSize: 8)) {
      try kept.train(on: data, epochs: 1)
    }
    #expect(kept.stepCount == 0)
    let text = EngineError.batchOfOne(examples: 33, batchSize: 8).description
    #expect(text.contains("minibatches of 8 holds 1 of 33 examples") && text.contains("dropLast"))
    var dropped = Trainer(
      try Self.network(),
      plan: try TrainingPlan(learningRate: 0.1, batchSize: 8, dropLast: .ifSmaller)
    )
    try dropped.train(on: data, epochs: 1)
    #expect(dropped.stepCount == 4)
    var withoutNorm = Trainer(
      try Self.plainNetwork(),
      plan: try TrainingPlan(learningRate: 0.1, batchSize: 8)
    )
    try withoutNorm.train(on: data, epochs: 1)
    #expect(withoutNorm.stepCount == 5)
  }

  @Test("early stopping leaves the best network, or the last one")
  func earlyStopping() throws {
    // Held examples with wrong labels: to learn the others makes their loss worse and worse.
    let data = try Self.blobs()
    let held = try Dataset(
      examples: data.examples,
      labels: data.labels.map { ($0 + 1) % 3 },
      classCount: 3
    )
    func trained(_ result: EarlyStopping.Result) throws -> (Trainer, Trainer.Ending) {
      let stopping = try EarlyStopping(patience: 3, result: result)
      var trainer = Trainer(
        try Self.plainNetwork(),
        plan: try TrainingPlan(learningRate: 0.02, earlyStopping: stopping)
      )
      let ending = try trainer.train(on: data, validation: held, epochs: 50)
      return (trainer, ending)
    }
    let (best, ending) = try trained(.best)
    #expect(ending == .stoppedEarly(bestEpoch: 0))
    #expect(best.epochCount == 4)
    #expect(try best.network.loss(on: held) == best.history.epochs[0].validationLoss)
    let (last, _) = try trained(.last)
    #expect(try last.network.loss(on: held) == last.history.epochs[3].validationLoss)
    #expect(last.history == best.history)
  }

  @Test("a loss that is no number names epoch, step and rate, and the last good network is kept")
  func diverges() throws {
    let data = try Self.blobs()
    // Harmless in epoch 0, and enormous from epoch 1 on.
    let schedule = try LearningRateSchedule(
      0.1,
      .manual([LearningRateSchedule.Change(epoch: 1, learningRate: 1e300)])
    )
    let plan = try TrainingPlan(.gradientDescent, schedule: schedule, batchSize: 30, l2: 1)
    var good = Trainer(try Self.plainNetwork(), plan: plan)
    try good.train(on: data, epochs: 1)
    var trainer = Trainer(try Self.plainNetwork(), plan: plan)
    let error = #expect(throws: EngineError.self) { try trainer.train(on: data, epochs: 5) }
    guard case .lossNotFinite(let loss, let epoch, let step, let learningRate) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(!loss.isFinite)
    #expect(epoch == 1 && step > 3 && step < 6 && learningRate == 1e300)
    #expect(trainer == good)
    #expect(try trainer.network.loss(on: data).isFinite)
  }

  @Test("what progress throws ends training after that epoch")
  func progress() throws {
    struct Enough: Error {}
    var trainer = Trainer(try Self.plainNetwork(), plan: try TrainingPlan(learningRate: 0.1))
    var seen: [Int] = []
    #expect(throws: Enough.self) {
      try trainer.train(on: Self.blobs(), epochs: 9) { record in
        seen.append(record.epoch)
        if record.epoch == 2 { throw Enough() }
      }
    }
    #expect(seen == [0, 1, 2])
    #expect(trainer.epochCount == 3)
  }

  @Test(
    "bad plans and bad data are refused with their values",
    arguments: [
      (#"batch"#, "'batchSize' is 0, but must be 1 or more"),
      ("rate", "'learningRate' is -1"),
      ("patience", "'patience' is 0"),
      ("epochs", "'epochs' is 0"),
      ("empty", "'train' has nothing to work on"),
      ("features", "layer 0 takes 2 features, but gets 3"),
      ("labels", "label 3 of example 0 is outside the 3 classes"),
      ("dropped", "'batchSize' is 100, but must be at most 90"),
    ]
  )
  func badInput(kind: String, message: String) throws {
    let error = #expect(throws: EngineError.self) {
      let plan = try TrainingPlan(
        learningRate: kind == "rate" ? -1 : 0.1,
        batchSize: kind == "batch" ? 0 : kind == "dropped" ? 100 : 10,
        dropLast: .ifSmaller,
        earlyStopping: EarlyStopping(patience: kind == "patience" ? 0 : 1)
      )
      var trainer = Trainer(try Self.plainNetwork(), plan: plan)
      var data = try Self.blobs()
      if kind == "empty" { data = try data.selecting([]) }
      if kind == "features" {
        data = try Dataset(
          examples: Tensor.zeros([3, 20]),
          labels: [Int](repeating: 0, count: 20),
          classCount: 3
        )
      }
      if kind == "labels" {
        data = try Dataset(
          examples: Tensor.zeros([2, 20]),
          labels: [Int](repeating: 3, count: 20),
          classCount: 4
        )
      }
      try trainer.train(on: data, epochs: kind == "epochs" ? 0 : 1)
    }
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }

  @Test("history prints as a table of epochs")
  func table() throws {
    var trainer = Trainer(try Self.plainNetwork(), plan: try TrainingPlan(learningRate: 0.1))
    try trainer.train(on: Self.blobs(), epochs: 2)
    let lines = trainer.history.description.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "epoch    loss  accuracy  learning rate")
    #expect(lines.allSatisfy { $0.count == lines[0].count })
    try trainer.train(on: Self.blobs(), validation: Self.blobs(), epochs: 1)
    #expect(trainer.history.description.contains("validation accuracy"))
  }
}
