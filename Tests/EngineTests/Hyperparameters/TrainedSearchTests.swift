import Testing

@testable import Engine

/// Searches whose objective is a network that is trained.
@Suite("Searches over trained networks")
struct TrainedSearchTests {
  static func space() throws -> SearchSpace {
    try SearchSpace {
      Hyperparameter.real("alpha", from: 0.001, to: 0.1, scale: .logarithmic)
      Hyperparameter.integer("units", from: 3, to: 9)
    }
  }

  static func trainer(_ configuration: Configuration) throws(EngineError) -> Trainer {
    var weights = configuration.generator(for: .initialWeights)
    let network = try Network(
      layers: [
        .dense(Dense(2, configuration.integer("units"))),
        .batchNorm(BatchNorm(configuration.integer("units"))),
        .activation(.relu),
        .dense(Dense(configuration.integer("units"), 3)),
      ],
      seed: Int(truncatingIfNeeded: weights.next())
    )
    let plan = try TrainingPlan(
      learningRate: configuration.real("alpha"),
      batchSize: 16,
      seed: configuration.trial
    )
    return Trainer(network, plan: plan)
  }

  @Test("caviar with halving gives the same networks, bit for bit, with any number of threads")
  func caviarThreads() throws {
    let folds = try Dataset.spirals(perClass: 20, seed: 1).folds(3, seed: 1)
    let configurations = try Self.space().randomConfigurations(8, seed: 4)
    func trained(threads: Int) throws -> [CaviarTrial<Trainer>] {
      try caviar(
        configurations,
        rounds: 3,
        halving: .best(of: 2),
        threads: threads,
        start: Self.trainer
      ) { (trainer, _, _) throws(EngineError) in
        // The same fold on every rung.
        try trainer.train(on: folds[0].training, epochs: 2)
        return try trainer.network.loss(on: folds[0].held)
      }
    }
    let one = try trained(threads: 1)
    #expect(one.map(\.values.count).sorted() == [1, 1, 1, 1, 2, 2, 3, 3])
    for threads in [2, 3, 1000] {
      let many = try trained(threads: threads)
      #expect(many.map(\.model) == one.map(\.model))
      #expect(many.map(\.values) == one.map(\.values))
    }
    let results = try SearchResults(one)
    #expect(results.best.value == one.map(\.value).min())
    #expect(results.description.split(separator: "\n").count == 9)
  }

  @Test("panda nudges the rate of a network while it trains, and undoes what hurts")
  func pandaTrains() throws {
    let data = try Dataset.blobs(deviation: 1.5, seed: 1)
    var network = try Network(seed: 1) {
      try Dense(2, 6)
      Tanh()
      try Dense(6, 3)
    }
    let start = try network.loss(on: data)
    let result = try panda(network, learningRate: 0.01, rounds: 12, nudge: 4) {
      (network, rate) throws(EngineError) in
      var trainer = Trainer(
        network,
        plan: try TrainingPlan(.gradientDescent, learningRate: rate, batchSize: 150)
      )
      try trainer.train(on: data, epochs: 3)
      network = trainer.network
      return try network.loss(on: data)
    }
    network = result.model
    #expect(try network.loss(on: data) == result.loss)
    #expect(result.loss < start)
    #expect(result.rounds.contains { $0.outcome == .undone })
    #expect(result.rounds.count { $0.outcome == .kept } == 12)
    let kept = result.rounds.filter { $0.outcome == .kept }.map(\.loss)
    #expect(kept.last == result.loss)
  }

  @Test("configurations of another space, and absurd halvings, are refused")
  func badInput() throws {
    let other = try SearchSpace { Hyperparameter.integer("n", from: 0, to: 3) }
    let foreign = try other.randomConfigurations(1, seed: 0)
    #expect(throws: EngineError.foreignConfiguration(trial: 0)) {
      try Self.space().narrowed(around: foreign)
    }
    func halved(of divisor: Int) throws -> [CaviarTrial<Int>] {
      try caviar(
        foreign,
        rounds: 2,
        halving: .best(of: divisor),
        start: { (_) throws(EngineError) in 0 },
        train: { (_, _, _) throws(EngineError) in 1 }
      )
    }
    #expect(try halved(of: .max).map(\.values.count) == [2])
    for divisor in [1, 0, -1, .min] {
      #expect(throws: EngineError.self) { try halved(of: divisor) }
    }
  }

  @Test("a finite space of many configurations is drawn out to the last one")
  func drawsOut() throws {
    let space = try SearchSpace {
      Hyperparameter.integer("a", from: 1, to: 100)
      Hyperparameter.integer("b", from: 1, to: 100)
    }
    let all = try space.randomConfigurations(20_000, seed: 3)
    #expect(all.count == 10_000)
    #expect(Set(all).count == 10_000)
    #expect(all.map(\.trial) == Array(0..<10_000))
    #expect(try space.randomConfigurations(9_990, seed: 3) == Array(all.prefix(9_990)))
  }
}
