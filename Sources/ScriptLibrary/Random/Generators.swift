import Engine
import Script

extension SeededGenerator: EngineValue {
  static var scriptType: String { "SeededGenerator" }
}

extension SeededGenerator.Purpose: EngineValue {
  static var scriptType: String { "SeededGenerator.Purpose" }
}

/// Returns seeded generators, and what is drawn with them.
func publishGenerators() -> HostLibrary {
  HostLibrary(
    types: [HostType(SeededGenerator.self), HostType(SeededGenerator.Purpose.self)],
    functions: [
      HostFunction(calling: "init()", of: "SeededGenerator") { context in
        SeededGenerator(seed: context.seed)
      },
      HostFunction(
        "init(seed: Int, trial: Int = 0, purpose: SeededGenerator.Purpose = .general)",
        of: "SeededGenerator"
      ) { (seed: Int, trial: Int, purpose: SeededGenerator.Purpose) in
        SeededGenerator(seed: seed, trial: trial, purpose: purpose)
      },
      HostFunction(mutating: "mutating func nextUniform() -> Double") {
        (generator: inout SeededGenerator) in generator.nextUniform()
      },
      HostFunction(mutating: "mutating func nextIndex(below count: Int) -> Int") {
        (generator: inout SeededGenerator, count: Int) in
        generator.nextIndex(below: count)
      },
      HostFunction(mutating: "mutating func nextNormal() -> Double") {
        (generator: inout SeededGenerator) in generator.nextNormal()
      },
      HostFunction(
        mutating: "mutating func nextPermutation(of count: Int) -> [Int]",
        work: .count(of: 1)
      ) { (generator: inout SeededGenerator, count: Int) in
        generator.nextPermutation(of: count)
      },
      HostFunction(
        mutating:
          "mutating func nextIntegers(_ count: Int, from lower: Int, to upper: Int) -> [Int]",
        work: .count(of: 1)
      ) { (generator: inout SeededGenerator, count: Int, lower: Int, upper: Int) in
        try generator.nextIntegers(count, from: lower, to: upper)
      },
      HostFunction(
        changingLast:
          "static func randomUniform(_ shape: [Int], from lower: Double = 0, to upper: Double = 1, using generator: inout SeededGenerator) -> Tensor",
        of: "Tensor",
        work: .shape
      ) { (generator: inout SeededGenerator, shape: [Int], lower: Double, upper: Double) in
        try Tensor.randomUniform(shape, from: lower, to: upper, using: &generator)
      },
      HostFunction(
        changingLast:
          "static func random(_ shape: [Int], from lower: Double, to upper: Double, scale: SearchScale, using generator: inout SeededGenerator) -> Tensor",
        of: "Tensor",
        work: .shape
      ) {
        (
          generator: inout SeededGenerator,
          shape: [Int],
          lower: Double,
          upper: Double,
          scale: SearchScale
        ) in try Tensor.random(shape, from: lower, to: upper, scale: scale, using: &generator)
      },
      HostFunction(
        changingLast:
          "static func randomNormal(_ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, using generator: inout SeededGenerator) -> Tensor",
        of: "Tensor",
        work: .shape
      ) {
        (generator: inout SeededGenerator, shape: [Int], mean: Double, standardDeviation: Double) in
        try Tensor.randomNormal(
          shape,
          mean: mean,
          standardDeviation: standardDeviation,
          using: &generator
        )
      },
    ]
      + standardDraws()
      + HostFunction.cases([
        "general": SeededGenerator.Purpose.general,
        "hyperparameters": SeededGenerator.Purpose.hyperparameters,
        "initialWeights": SeededGenerator.Purpose.initialWeights,
        "shuffling": SeededGenerator.Purpose.shuffling, "dropout": SeededGenerator.Purpose.dropout,
        "data": SeededGenerator.Purpose.data, "split": SeededGenerator.Purpose.split,
      ])
  )
}
