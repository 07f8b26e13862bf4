import Engine
import Script

extension PandaRound: EngineValue {
  static var scriptType: String { "PandaRound" }
}

extension PandaRound.Outcome: EngineValue {
  static var scriptType: String { "PandaRound.Outcome" }
}

extension PandaResult: HostValue, EngineValue where Model == Value {
  static var scriptType: String { "PandaResult<Model>" }
}

extension CaviarTrial: HostValue, EngineValue where Model == Value {
  static var scriptType: String { "CaviarTrial<Model>" }
}

extension Halving: EngineValue {
  static var scriptType: String { "Halving" }
}

/// Returns the training of one model with care, and of many side by side.
func publishPandaAndCaviar() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(PandaRound.self), HostType(PandaRound.Outcome.self), HostType(Halving.self),
      HostType("PandaResult", genericCount: 1), HostType("CaviarTrial", genericCount: 1),
    ],
    functions: [panda(), caviar()] + [
      HostFunction(property: "var learningRate: Double", \PandaRound.learningRate),
      HostFunction(property: "var loss: Double", \PandaRound.loss),
      HostFunction(property: "var outcome: PandaRound.Outcome", \PandaRound.outcome),
      HostFunction(property: "var model: Model", \PandaResult<Value>.model),
      HostFunction(property: "var learningRate: Double", \PandaResult<Value>.learningRate),
      HostFunction(property: "var loss: Double", \PandaResult<Value>.loss),
      HostFunction(property: "var rounds: [PandaRound]", \PandaResult<Value>.rounds),
      HostFunction(property: "var model: Model", \CaviarTrial<Value>.model),
      HostFunction(property: "var configuration: Configuration", \CaviarTrial<Value>.configuration),
      HostFunction(property: "var values: [Double]", \CaviarTrial<Value>.values),
      HostFunction(property: "var value: Double", \CaviarTrial<Value>.value),
      HostFunction(
        "init<Model>(_ trials: [CaviarTrial<Model>], goal: Goal = .minimize)",
        of: "SearchResults"
      ) { (trials: [CaviarTrial<Value>], goal: Goal) in try SearchResults(trials, goal: goal) },
      HostFunction("static func best(of divisor: Int) -> Halving", of: "Halving") {
        (divisor: Int) in Halving.best(of: divisor)
      },
    ] + HostFunction.cases(["none": Halving.none])
      + HostFunction.cases([
        "kept": PandaRound.Outcome.kept, "undone": PandaRound.Outcome.undone,
      ])
  )
}

/// Returns the training of one model whose learning rate is nudged.
private func panda() -> HostFunction {
  HostFunction(
    calling: """
      func panda<Model>(_ model: Model, learningRate: Double, rounds: Int, nudge: Double = 1.5, \
      train: (inout Model, Double) -> Double) -> PandaResult<Model>
      """
  ) {
    (
      context,
      model: Value,
      learningRate: Double,
      rounds: Int,
      nudge: Double,
      train: HostClosure
    ) in
    let (bytes, overflow) = rounds.multipliedReportingOverflow(by: MemoryLayout<PandaRound>.stride)
    try context.reserve(bytes: overflow ? Int.max : bytes)
    let train: (inout Value, Double) throws -> Double = context.changingFunction(train)
    let failure = ClosureFailure()
    return try failure.revealed {
      try Engine::panda(model, learningRate: learningRate, rounds: rounds, nudge: nudge) {
        (model, rate) throws(EngineError) in
        try failure.during { try train(&model, rate) }
      }
    }
  }
}

/// Returns the training of many models, one after another: the results are the same, bit for bit, as
/// with several threads.
private func caviar() -> HostFunction {
  HostFunction(
    calling: """
      func caviar<Model>(_ configurations: [Configuration], rounds: Int = 1, \
      halving: Halving = .none, goal: Goal = .minimize, threads: Int = 1, \
      start: (Configuration) -> Model, train: (inout Model, Configuration, Int) -> Double) \
      -> [CaviarTrial<Model>]
      """
  ) {
    (
      context,
      configurations: [Configuration],
      rounds: Int,
      halving: Halving,
      goal: Goal,
      threads: Int,
      start: HostClosure,
      train: HostClosure
    ) in
    nonisolated(unsafe) let start: (Configuration) throws -> Value = context.function(start)
    nonisolated(unsafe) let train: (inout Value, Configuration, Int) throws -> Double =
      context.changingFunction(train)
    let failure = ClosureFailure()
    return try failure.revealed {
      try Engine::caviar(
        configurations,
        rounds: rounds,
        halving: halving,
        goal: goal,
        threads: min(threads, 1)
      ) { (configuration) throws(EngineError) in
        try failure.during { try start(configuration) }
      } train: { (model, configuration, round) throws(EngineError) in
        try failure.during { try train(&model, configuration, round) }
      }
    }
  }
}
