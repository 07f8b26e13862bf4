/// One of many models that were trained side by side.
public struct CaviarTrial<Model: Sendable>: Sendable {
  /// The model after its last round.
  public let model: Model

  /// The model's hyperparameters.
  public let configuration: Configuration

  /// The objective after each round that the model took part in.
  public let values: [Double]

  /// The objective after the last of these rounds.
  public var value: Double { values.last ?? .nan }
}

/// Trains many models at once, each its own way: the "caviar" way, as fish lay their eggs.
///
/// With `halving: .none` all models train through all rounds. With `.best(of:)` only the best part
/// goes on to the next round: successive halving (Jamieson and Talwalkar, "Non-stochastic best arm
/// identification and hyperparameter optimization", 2016). Results are the same, bit for bit, with
/// any number of threads, as long as models take their random numbers from the configuration's
/// `generator(for:)`. Folds that all models and rounds must share come from a `SeededGenerator`
/// without a trial. (Lecture 3.)
///
/// - Parameters:
///   - configurations: The hyperparameters of each model, at least one.
///   - rounds: How many rounds.
///   - halving: Which models go on after each round.
///   - goal: Which values are good.
///   - threads: How many models train at once.
///   - start: Makes the model of a configuration.
///   - train: Trains a model for a round, counted from 0, and returns its objective after it.
/// - Returns: The models, in the order of the configurations.
/// - Throws: `EngineError.noTrials`, `.argumentOutOfRange`, or what `start` and `train` throw for
///   the first configuration that fails.
@_disfavoredOverload
public func caviar<Model: Sendable>(
  _ configurations: [Configuration],
  rounds: Int = 1,
  halving: Halving = .none,
  goal: Goal = .minimize,
  threads: Int = 1,
  start: @Sendable (Configuration) throws(EngineError) -> Model,
  train: @Sendable (inout Model, Configuration, Int) throws(EngineError) -> Double
) throws(EngineError) -> [CaviarTrial<Model>] {
  guard !configurations.isEmpty else { throw .noTrials }
  guard rounds >= 1 else {
    throw .argumentOutOfRange(argument: "rounds", value: Double(rounds), allowed: "1 or more")
  }
  var trials = try concurrentMap(configurations, threads: threads) {
    (configuration) throws(EngineError) in
    CaviarTrial(model: try start(configuration), configuration: configuration, values: [])
  }
  var running = Array(trials.indices)
  for round in 0..<rounds {
    let trained = try concurrentMap(running.map { trials[$0] }, threads: threads) {
      (trial) throws(EngineError) in
      var model = trial.model
      let value = try train(&model, trial.configuration, round)
      return CaviarTrial(
        model: model,
        configuration: trial.configuration,
        values: trial.values + [value]
      )
    }
    for (index, trial) in zip(running, trained) { trials[index] = trial }
    running = try halving.survivors(of: running, goal: goal) { trials[$0].value }
  }
  return trials
}

extension SearchResults {
  /// Creates the results of models that were trained side by side.
  ///
  /// - Parameters:
  ///   - trials: The models, at least one; each counts by its objective after its last round.
  ///   - goal: Which values are good.
  /// - Throws: `EngineError.noTrials`.
  @_disfavoredOverload
  public init<Model>(_ trials: [CaviarTrial<Model>], goal: Goal = .minimize) throws(EngineError) {
    try self.init(
      trials.map { Trial(configuration: $0.configuration, value: $0.value) },
      goal: goal
    )
  }
}

/// Which of several models train on after a round.
public enum Halving: Sendable, Hashable {
  /// All of them.
  case none
  /// The best one of this many, rounded up: 2 halves their number.
  case best(of: Int)

  /// The models that go on, in their order; of equally good ones, the earlier.
  func survivors(
    of running: [Int],
    goal: Goal,
    value: (Int) -> Double
  ) throws(EngineError) -> [Int] {
    switch self {
    case .none:
      return running
    case .best(let divisor):
      guard divisor >= 2 else {
        throw .argumentOutOfRange(argument: "halving", value: Double(divisor), allowed: "2 or more")
      }
      let ranked = running.sorted { left, right in
        goal.prefers(value(left), over: value(right))
          || !goal.prefers(value(right), over: value(left)) && left < right
      }
      return ranked.prefix((running.count - 1) / divisor + 1).sorted()
    }
  }
}
