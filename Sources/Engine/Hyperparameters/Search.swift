// Searches: many configurations, one objective. All give the same results, bit for bit, with any
// number of threads, as long as the objective takes its random numbers from the configuration's
// own `generator(for:)`.

/// Returns the trials of random configurations.
///
/// - Parameters:
///   - space: Where the hyperparameters may lie.
///   - trials: How many configurations; a finite space with fewer gives all of them.
///   - seed: The seed of the configurations.
///   - goal: Which values are good.
///   - threads: How many trials run at once.
///   - objective: What to compute for each configuration, such as the error on the development
///     set of a model trained with it.
/// - Returns: The trials.
/// - Throws: `EngineError.argumentOutOfRange` when `trials` is not from 1 to 2²⁰ or
///   `threads` is below 1, or what
///   `objective` throws for the first trial that fails.
@_disfavoredOverload
public func randomSearch(
  _ space: SearchSpace,
  trials: Int,
  seed: Int,
  goal: Goal = .minimize,
  threads: Int = 1,
  objective: @Sendable (Configuration) throws(EngineError) -> Double
) throws(EngineError) -> SearchResults {
  guard trials >= 1, trials <= SearchSpace.limit else {
    throw .argumentOutOfRange(
      argument: "trials",
      value: Double(trials),
      allowed: "from 1 to \(SearchSpace.limit)"
    )
  }
  return try evaluating(
    space.randomConfigurations(trials, seed: seed),
    goal: goal,
    threads: threads,
    objective: objective
  )
}

/// Returns the trials of all configurations of a grid.
///
/// - Parameters:
///   - space: Where the hyperparameters may lie.
///   - points: How many values of each hyperparameter, at equal distances on its scale.
///   - goal: Which values are good.
///   - threads: How many trials run at once.
///   - objective: What to compute for each configuration.
/// - Returns: The trials.
/// - Throws: `EngineError.argumentOutOfRange` when the grid is empty or too large or `threads` is
///   below 1, or what `objective` throws for the first trial that fails.
@_disfavoredOverload
public func gridSearch(
  _ space: SearchSpace,
  points: Int,
  goal: Goal = .minimize,
  threads: Int = 1,
  objective: @Sendable (Configuration) throws(EngineError) -> Double
) throws(EngineError) -> SearchResults {
  try evaluating(
    try space.gridConfigurations(points: points),
    goal: goal,
    threads: threads,
    objective: objective
  )
}

/// Returns the trials of a search that closes in on its best configurations.
///
/// The first round searches the whole space, each further one the box around the best trials of
/// the round before. (Lecture 1.)
///
/// - Parameters:
///   - space: Where the hyperparameters may lie; no round leaves it.
///   - rounds: How many rounds.
///   - trials: How many configurations in each round.
///   - keeping: How many of a round's best trials the next box holds.
///   - seed: The seed of the configurations.
///   - goal: Which values are good.
///   - threads: How many trials run at once.
///   - objective: What to compute for each configuration.
/// - Returns: The results of each round.
/// - Throws: `EngineError.argumentOutOfRange` when `rounds`, `trials`, `keeping` or `threads` is
///   below 1, or what `objective` throws for the first trial that fails.
@_disfavoredOverload
public func coarseToFineSearch(
  _ space: SearchSpace,
  rounds: Int = 2,
  trials: Int,
  keeping: Int = 3,
  seed: Int,
  goal: Goal = .minimize,
  threads: Int = 1,
  objective: @Sendable (Configuration) throws(EngineError) -> Double
) throws(EngineError) -> [SearchResults] {
  for (name, value) in [("rounds", rounds), ("keeping", keeping)] where value < 1 {
    throw .argumentOutOfRange(argument: name, value: Double(value), allowed: "1 or more")
  }
  var results: [SearchResults] = []
  var box = space
  for round in 0..<rounds {
    // Each round has a seed of its own: an equal one would draw the same fractions again.
    var seeds = SeededGenerator(seed: seed, trial: round, purpose: .general)
    let result = try randomSearch(
      box,
      trials: trials,
      seed: round == 0 ? seed : Int(truncatingIfNeeded: seeds.next()),
      goal: goal,
      threads: threads,
      objective: objective
    )
    results.append(result)
    // Half of the stretch on each scale, unless the best lie further apart.
    box = try box.narrowed(around: result.best(keeping).map(\.configuration), keeping: 0.5)
  }
  return results
}

private func evaluating(
  _ configurations: [Configuration],
  goal: Goal,
  threads: Int,
  objective: @Sendable (Configuration) throws(EngineError) -> Double
) throws(EngineError) -> SearchResults {
  let trials = try concurrentMap(configurations, threads: threads) {
    (configuration) throws(EngineError) in
    Trial(configuration: configuration, value: try objective(configuration))
  }
  return try SearchResults(trials, goal: goal)
}
