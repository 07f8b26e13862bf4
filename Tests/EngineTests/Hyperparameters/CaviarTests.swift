import Testing

@testable import Engine

@Suite("Caviar: many models at once")
struct CaviarTests {
  static func configurations(_ count: Int) throws -> [Configuration] {
    try SearchSpace { Hyperparameter.real("alpha", from: 0.01, to: 0.9) }
      .randomConfigurations(count, seed: 1)
  }

  /// Starts at a random weight of the trial's own and goes down J(w) = (w - 5)².
  static func run(
    _ configurations: [Configuration],
    rounds: Int,
    halving: Halving,
    threads: Int
  ) throws -> [CaviarTrial<Double>] {
    try caviar(configurations, rounds: rounds, halving: halving, threads: threads) {
      configuration in
      var generator = configuration.generator(for: .initialWeights)
      return generator.nextNormal()
    } train: { (w: inout Double, configuration: Configuration, _) throws(EngineError) in
      w -= (try configuration.real("alpha")) * 2 * (w - 5)
      return (w - 5) * (w - 5)
    }
  }

  @Test("without halving all models train through all rounds")
  func all() throws {
    let trials = try Self.run(try Self.configurations(5), rounds: 3, halving: .none, threads: 1)
    #expect(trials.map(\.values.count) == [3, 3, 3, 3, 3])
  }

  @Test("with halving the best half goes on, rounded up")
  func halving() throws {
    let configurations = try Self.configurations(9)
    let trials = try Self.run(configurations, rounds: 4, halving: .best(of: 2), threads: 1)
    #expect(trials.map(\.values.count).sorted() == [1, 1, 1, 1, 2, 2, 3, 4, 4])
    for round in 0..<3 {
      let stopped = trials.filter { $0.values.count == round + 1 }.map { $0.values[round] }
      let went = trials.filter { $0.values.count > round + 1 }.map { $0.values[round] }
      #expect((went.max() ?? 0) <= (stopped.min() ?? .infinity))
    }
    #expect(trials.map(\.configuration) == configurations)
  }

  @Test("any number of threads gives the same results, bit for bit", arguments: [2, 3, 16])
  func threads(count: Int) throws {
    let configurations = try Self.configurations(16)
    let one = try Self.run(configurations, rounds: 5, halving: .best(of: 3), threads: 1)
    let many = try Self.run(configurations, rounds: 5, halving: .best(of: 3), threads: count)
    #expect(one.map { $0.values.map(\.bitPattern) } == many.map { $0.values.map(\.bitPattern) })
    #expect(one.map(\.model.bitPattern) == many.map(\.model.bitPattern))
  }

  @Test("arguments out of range are refused")
  func badArguments() throws {
    let configurations = try Self.configurations(3)
    #expect(throws: EngineError.noTrials) {
      try Self.run([], rounds: 1, halving: .none, threads: 1)
    }
    #expect(throws: EngineError.self) {
      try Self.run(configurations, rounds: 0, halving: .none, threads: 1)
    }
    #expect(throws: EngineError.self) {
      try Self.run(configurations, rounds: 2, halving: .best(of: 1), threads: 1)
    }
    #expect(throws: EngineError.self) {
      try Self.run(configurations, rounds: 1, halving: .none, threads: 0)
    }
  }
}
