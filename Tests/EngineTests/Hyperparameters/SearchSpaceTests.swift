import Testing

@testable import Engine

@Suite("Search spaces")
struct SearchSpaceTests {
  static func lectureSpace() throws -> SearchSpace {
    try SearchSpace {
      Hyperparameter.real("alpha", from: 1e-4, to: 1, scale: .logarithmic)
      Hyperparameter.real("beta", from: 0.9, to: 0.999, scale: .oneMinusLogarithmic)
      Hyperparameter.integer("layers", from: 2, to: 4)
      Hyperparameter.integer("hidden", from: 50, to: 100)
    }
  }

  @Test("random values follow their scales")
  func distributions() throws {
    let configurations = try Self.lectureSpace().randomConfigurations(8000, seed: 7)
    let alphas = try configurations.map { try $0.real("alpha") }
    let betas = try configurations.map { try $0.real("beta") }
    let bound = kolmogorovSmirnovBound(8000)
    #expect(kolmogorovSmirnov(alphas) { (cLog($0) / cLog(10) + 4) / 4 } < bound)
    #expect(kolmogorovSmirnov(betas) { (-cLog(1 - $0) / cLog(10) - 1) / 2 } < bound)
    // A quarter on each decade, and half of the betas above 0.99: within five standard deviations.
    for decade in 0..<4 {
      let upper = cPow(10, Double(decade - 3))
      let share = alphas.filter { $0 < upper && $0 >= upper / 10 }.count
      #expect(Double(share).isApproximately(2000, within: 194))
    }
    #expect(Double(betas.filter { $0 > 0.99 }.count).isApproximately(4000, within: 224))
  }

  @Test("all integers are equally likely, both ends in")
  func integers() throws {
    let space = try Self.lectureSpace()
    var counts: [Int: Int] = [:]
    for trial in 0..<51_000 {
      let hidden = try space.randomConfiguration(trial: trial, seed: 3).integer("hidden")
      counts[hidden, default: 0] += 1
    }
    #expect(counts.keys.sorted() == Array(50...100))
    let chiSquared = counts.values.reduce(0.0) {
      $0 + (Double($1) - 1000) * (Double($1) - 1000) / 1000
    }
    // The 99.9 % point of the distribution with 50 degrees of freedom is 86.66.
    #expect(chiSquared < 86.66)
  }

  @Test("a logarithmic integer has as many values from 1 to 9 as from 10 to 99")
  func logarithmicIntegers() throws {
    let space = try SearchSpace {
      Hyperparameter.integer("batch", from: 1, to: 99, scale: .logarithmic)
    }
    let batches = try (0..<8000).map {
      try space.randomConfiguration(trial: $0, seed: 1).integer("batch")
    }
    #expect(Double(batches.filter { $0 < 10 }.count).isApproximately(4000, within: 224))
    #expect(batches.min() == 1 && (batches.max() ?? 0) <= 99)
  }

  @Test("a configuration depends on seed and trial alone")
  func reproducible() throws {
    let space = try Self.lectureSpace()
    let few = try space.randomConfigurations(3, seed: 1)
    #expect(try few == Array(space.randomConfigurations(30, seed: 1).prefix(3)))
    #expect(few[2] == space.randomConfiguration(trial: 2, seed: 1))
    #expect(try few != space.randomConfigurations(3, seed: 2))
  }

  @Test("a finite space gives each configuration once, and then no more")
  func finite() throws {
    let space = try SearchSpace {
      Hyperparameter.integer("layers", from: 2, to: 4)
      Hyperparameter.choice("activation", of: ["relu", "tanh", "sigmoid", "elu"])
    }
    for seed in 0..<20 {
      let all = try space.randomConfigurations(100, seed: seed)
      #expect(all.count == 12 && Set(all).count == 12)
      #expect(try Array(all.prefix(7)) == space.randomConfigurations(7, seed: seed))
    }
    #expect(try space.randomConfigurations(0, seed: 0).isEmpty)
    for count in [-1, 1 << 20 + 1, .max] {
      #expect(throws: EngineError.self) { try space.randomConfigurations(count, seed: 0) }
    }
  }

  @Test("a condition takes a value away and does not shift the others")
  func conditions() throws {
    let space = try SearchSpace {
      Hyperparameter.choice("optimizer", of: ["momentum", "adam"])
      Hyperparameter.real("beta", from: 0.9, to: 0.999).when("optimizer", is: "momentum")
      Hyperparameter.integer("layers", from: 1, to: 3)
      Hyperparameter.integer("third", from: 5, to: 9).when("layers", isAtLeast: 3)
      Hyperparameter.real("alpha", from: 0, to: 1)
    }
    var found: Set<[Bool]> = []
    for configuration in try space.randomConfigurations(100, seed: 1) {
      let hasBeta = try configuration.has("beta")
      #expect(try hasBeta == (configuration.choice("optimizer") == "momentum"))
      let hasThird = try configuration.has("third")
      #expect(try hasThird == (configuration.integer("layers") == 3))
      found.insert([hasBeta, hasThird])
      if !hasBeta {
        #expect(throws: EngineError.noValue(name: "beta")) { try configuration.real("beta") }
      }
    }
    #expect(found.count == 4)
    let alone = try SearchSpace(space.parameters.map { $0.replacing($0.domain) })
    #expect(
      alone.randomConfiguration(trial: 4, seed: 2).values.last
        == space.randomConfiguration(trial: 4, seed: 2).values.last
    )
  }

  @Test("a condition on an absent integer does not hold")
  func chainedConditions() throws {
    let space = try SearchSpace {
      Hyperparameter.choice("net", of: ["deep", "linear"])
      Hyperparameter.integer("layers", from: 1, to: 3).when("net", is: "deep")
      Hyperparameter.integer("units", from: 1, to: 2).when("layers", isAtLeast: 1)
    }
    let all = try space.randomConfigurations(100, seed: 0)
    #expect(all.count == 7)
    for configuration in all where try configuration.choice("net") == "linear" {
      #expect(try !configuration.has("units"))
    }
  }

  @Test("a grid has all combinations, bounds in")
  func grid() throws {
    let space = try Self.lectureSpace()
    let grid = try space.gridConfigurations(points: 5)
    #expect(grid.count == 5 * 5 * 3 * 5)
    #expect(Set(grid).count == grid.count)
    let alphas = try Set(grid.map { try $0.real("alpha") }).sorted()
    #expect(Tensor(alphas).isClose(to: [0.0001, 0.001, 0.01, 0.1, 1]))
    #expect(try Set(grid.map { try $0.integer("hidden") }).sorted() == [50, 63, 75, 88, 100])
    #expect(try Set(grid.map { try $0.integer("layers") }).sorted() == [2, 3, 4])
    let middle = try space.gridConfigurations(points: 1)
    #expect(middle.count == 1)
    #expect(try middle[0].real("alpha").isApproximately(0.01, within: 1e-15))
  }

  @Test("lecture 1: 25 grid points try 5 values of alpha, 25 random points 25")
  func gridAgainstRandom() throws {
    let space = try SearchSpace {
      Hyperparameter.real("alpha", from: 1e-4, to: 1, scale: .logarithmic)
      Hyperparameter.real("epsilon", from: 1e-9, to: 1e-7, scale: .logarithmic)
    }
    let grid = try space.gridConfigurations(points: 5)
    let random = try space.randomConfigurations(25, seed: 1)
    #expect(try Set(grid.map { try $0.real("alpha") }).count == 5)
    #expect(try Set(random.map { try $0.real("alpha") }).count == 25)
  }

  @Test("grids that are empty or too large are refused", arguments: [0, -1, 1024, .max])
  func badGrids(points: Int) throws {
    let space = try Self.lectureSpace()
    #expect(throws: EngineError.self) { try space.gridConfigurations(points: points) }
  }

  @Test("narrowing stays in bounds and holds the best values")
  func narrowing() throws {
    let space = try Self.lectureSpace()
    for seed in 0..<50 {
      let best = try space.randomConfigurations(2, seed: seed)
      let box = try space.narrowed(around: best, keeping: 0.2)
      for (old, new) in zip(space.domains, box.domains) {
        #expect(new.value(at: 0) >= old.value(at: 0) && new.value(at: 1) <= old.value(at: 1))
      }
      for (index, domain) in box.domains.enumerated() {
        for configuration in best {
          let value = configuration.values[index]
          #expect(value >= domain.value(at: 0) && value <= domain.value(at: 1))
        }
      }
    }
  }

  @Test("a box at the edge is moved, not cut, and measured on the scale")
  func narrowingAtTheEdge() throws {
    let space = try SearchSpace {
      Hyperparameter.real("alpha", from: 1e-4, to: 1, scale: .logarithmic)
    }
    let top = try space.gridConfigurations(points: 5)[4]
    let box = try space.narrowed(around: [top], keeping: 0.25)
    guard case .real(let lower, let upper, .logarithmic) = box.parameters[0].domain else {
      Issue.record("the domain changed its kind")
      return
    }
    #expect(lower.isApproximately(0.1, within: 1e-12) && upper == 1)
  }

  @Test("a narrowed choice takes with it what only other choices need")
  func narrowingChoices() throws {
    let space = try SearchSpace {
      Hyperparameter.choice("optimizer", of: ["momentum", "adam"])
      Hyperparameter.real("beta", from: 0.9, to: 0.999).when("optimizer", is: "momentum")
    }
    let adam = try #require(
      space.randomConfigurations(20, seed: 1).first { try $0.choice("optimizer") == "adam" }
    )
    let box = try space.narrowed(around: [adam])
    #expect(box.parameters.map(\.name) == ["optimizer"])
    #expect(throws: EngineError.noTrials) { try space.narrowed(around: []) }
    #expect(throws: EngineError.self) { try space.narrowed(around: [adam], keeping: 0) }
  }

  @Test("spaces that make no sense are refused, each with its own error")
  func badSpaces() {
    let alpha = Hyperparameter.real("alpha", from: 0, to: 1)
    let cases: [([Hyperparameter], EngineError)] = [
      ([], .emptySearchSpace),
      ([alpha, alpha], .repeatedName(name: "alpha")),
      ([.choice("a", of: [])], .emptyChoices(name: "a")),
      ([.choice("a", of: ["b", "b"])], .repeatedName(name: "b")),
      ([.real("a", from: 2, to: 1)], .reversedBounds(name: "a", lower: 2, upper: 1)),
      ([.integer("a", from: 2, to: 1)], .reversedBounds(name: "a", lower: 2, upper: 1)),
      (
        [.integer("a", from: 0, to: 8, scale: .logarithmic)],
        .boundsOffScale(name: "a", scale: .logarithmic, lower: 0, upper: 8)
      ),
      (
        [.integer("a", from: 0, to: 8, scale: .oneMinusLogarithmic)],
        .boundsOffScale(name: "a", scale: .oneMinusLogarithmic, lower: 0, upper: 8)
      ),
      ([alpha.when("b", is: "c")], .unknownName(name: "b", known: [])),
      (
        [alpha, .real("b", from: 0, to: 1).when("alpha", is: "c")],
        .wrongKind(name: "alpha", expected: "a choice", found: "a real number")
      ),
      (
        [.choice("c", of: ["x"]), alpha.when("c", is: "y")],
        .unknownChoice(name: "c", choice: "y", known: ["x"])
      ),
    ]
    for (parameters, expected) in cases {
      #expect(throws: expected) { try SearchSpace(parameters) }
      #expect(!expected.message.isEmpty && !expected.remedy.isEmpty)
    }
    #expect(throws: EngineError.self) { try SearchSpace([.integer("a", from: .min, to: .max)]) }
    #expect(throws: EngineError.self) { try SearchSpace([.real("a", from: .nan, to: 1)]) }
  }

  @Test("a configuration names what it has, and what was asked for wrongly")
  func access() throws {
    let configuration = try Self.lectureSpace().gridConfigurations(points: 1)[0]
    #expect(configuration.description == "alpha: 0.01, beta: 0.99, layers: 3, hidden: 75")
    #expect(
      throws: EngineError.wrongKind(
        name: "layers",
        expected: "a real number",
        found: "an integer"
      )
    ) { try configuration.real("layers") }
    #expect(
      throws: EngineError.unknownName(
        name: "aplha",
        known: ["alpha", "beta", "layers", "hidden"]
      )
    ) { try configuration.real("aplha") }
  }
}
