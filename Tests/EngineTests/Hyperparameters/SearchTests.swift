import Testing

@testable import Engine

@Suite("Searches")
struct SearchTests {
  /// Least, and 0, at alpha 0.01, beta 0.99, three layers, 75 hidden units.
  @Sendable
  static func objective(_ configuration: Configuration) throws(EngineError) -> Double {
    let alpha = cLog(try configuration.real("alpha")) / cLog(10) + 2
    let beta = cLog(1 - (try configuration.real("beta"))) / cLog(10) + 2
    let layers = Double(try configuration.integer("layers") - 3)
    let hidden = Double(try configuration.integer("hidden") - 75) / 25
    return alpha * alpha + beta * beta + layers * layers + hidden * hidden
  }

  @Test("a random search finds the least of its trials")
  func random() throws {
    let space = try SearchSpaceTests.lectureSpace()
    let results = try randomSearch(space, trials: 500, seed: 1, objective: Self.objective)
    #expect(results.trials.map(\.index) == Array(0..<500))
    #expect(results.best.value == results.trials.map(\.value).min())
    #expect(results.best.value < 0.2)
    let worst = try SearchResults(results.trials, goal: .maximize).best
    #expect(worst.value == results.trials.map(\.value).max())
    #expect(results.ranked.map(\.value) == results.trials.map(\.value).sorted())
  }

  @Test("any number of threads gives the same results, bit for bit", arguments: [2, 3, 64])
  func threads(count: Int) throws {
    let space = try SearchSpaceTests.lectureSpace()
    let noisy: @Sendable (Configuration) throws(EngineError) -> Double = {
      (configuration) throws(EngineError) in
      var generator = configuration.generator(for: .initialWeights)
      return try Self.objective(configuration) + generator.nextNormal()
    }
    let one = try randomSearch(space, trials: 200, seed: 5, objective: noisy)
    let many = try randomSearch(space, trials: 200, seed: 5, threads: count, objective: noisy)
    #expect(one == many)
    #expect(one.trials.map(\.value.bitPattern) == many.trials.map(\.value.bitPattern))
  }

  @Test("the first trial that fails gives the error, with any number of threads")
  func failures() throws {
    let space = try SearchSpaceTests.lectureSpace()
    for threads in [1, 2, 8] {
      #expect(throws: EngineError.noValue(name: "7")) {
        try randomSearch(space, trials: 100, seed: 1, threads: threads) {
          (configuration) throws(EngineError) -> Double in
          if configuration.trial >= 7 { throw .noValue(name: "\(configuration.trial)") }
          return 0
        }
      }
    }
  }

  @Test("a search from coarse to fine gets closer than one round of as many trials")
  func coarseToFine() throws {
    let space = try SearchSpaceTests.lectureSpace()
    var wins = 0
    for seed in 0..<10 {
      let rounds = try coarseToFineSearch(
        space,
        rounds: 3,
        trials: 30,
        seed: seed,
        objective: Self.objective
      )
      #expect(rounds.count == 3)
      let plain = try randomSearch(space, trials: 90, seed: seed, objective: Self.objective)
      let fine = rounds.map(\.best.value).min() ?? .infinity
      if fine < plain.best.value { wins += 1 }
    }
    #expect(wins >= 8)
  }

  @Test("a grid search meets each point once")
  func grid() throws {
    let results = try gridSearch(
      try SearchSpaceTests.lectureSpace(),
      points: 3,
      objective: Self.objective
    )
    #expect(results.trials.count == 81)
    #expect(results.best.value.isApproximately(0, within: 1e-20))
  }

  @Test("NaN is the worst value, and a tie goes to the earlier trial")
  func order() throws {
    let space = try SearchSpaceTests.lectureSpace()
    let values = [Double.nan, 2, 1, 1, .nan]
    let trials = try zip(space.randomConfigurations(5, seed: 1), values).map {
      Trial(configuration: $0, value: $1)
    }
    let results = try SearchResults(trials, goal: .minimize)
    #expect(results.best.index == 2)
    #expect(results.ranked.map(\.index) == [2, 3, 1, 0, 4])
    #expect(try SearchResults(trials, goal: .maximize).ranked.map(\.index) == [1, 2, 3, 0, 4])
    #expect(throws: EngineError.noTrials) { try SearchResults([], goal: .minimize) }
  }

  @Test("a stale best is found out")
  func reevaluation() throws {
    let space = try SearchSpaceTests.lectureSpace()
    let results = try randomSearch(space, trials: 20, seed: 1, objective: Self.objective)
    let renewed = try results.reevaluatingBest { _ in 99 }
    #expect(renewed.best.index == results.ranked[1].index)
    #expect(renewed.trials[results.best.index].value == 99)
  }

  @Test("the table lists the best first, columns aligned")
  func table() throws {
    let space = try SearchSpaceTests.lectureSpace()
    let results = try gridSearch(space, points: 3, objective: Self.objective)
    let lines = results.description.split(separator: "\n")
    #expect(lines.count == 22)
    #expect(
      lines[0].split(separator: " ") == ["trial", "alpha", "beta", "layers", "hidden", "value"]
    )
    #expect(lines[1].split(separator: " ").prefix(5) == ["40", "0.01", "0.99", "3", "75"])
    #expect(Set(lines.dropLast().map(\.count)).count == 1)
    #expect(lines[21] == "… 61 more trials")
  }

  @Test("counts below 1 are refused")
  func badCounts() throws {
    let space = try SearchSpaceTests.lectureSpace()
    #expect(throws: EngineError.self) {
      try randomSearch(space, trials: 0, seed: 1, objective: Self.objective)
    }
    #expect(throws: EngineError.self) {
      try randomSearch(space, trials: 1, seed: 1, threads: 0, objective: Self.objective)
    }
    #expect(throws: EngineError.self) {
      try coarseToFineSearch(space, rounds: 0, trials: 1, seed: 1, objective: Self.objective)
    }
  }
}
