import Engine
import Script

extension SearchResults: EngineValue {
  static var scriptType: String { "SearchResults" }
}

extension Trial: EngineValue {
  static var scriptType: String { "Trial" }
}

extension Goal: EngineValue {
  static var scriptType: String { "Goal" }
}

/// Returns searches and what they find.
func publishSearches() -> HostLibrary {
  HostLibrary(
    types: [HostType(SearchResults.self), HostType(Trial.self), HostType(Goal.self)],
    functions: searches() + [
      HostFunction(property: "var trials: [Trial]", \SearchResults.trials),
      HostFunction(property: "var goal: Goal", \SearchResults.goal),
      HostFunction("init(_ trials: [Trial], goal: Goal)", of: "SearchResults") {
        (trials: [Trial], goal: Goal) in try SearchResults(trials, goal: goal)
      },
      HostFunction(property: "var best: Trial", \SearchResults.best),
      HostFunction(property: "var ranked: [Trial]", \SearchResults.ranked),
      HostFunction(method: "func best(_ count: Int) -> [Trial]", SearchResults.best(_:)),
      HostFunction(
        calling: """
          func reevaluatingBest(_ count: Int = 1, objective: (Configuration) -> Double) \
          -> SearchResults
          """,
        of: "SearchResults"
      ) { (context, results: SearchResults, count: Int, objective: HostClosure) in
        try context.withObjective(objective) { (objective) throws(EngineError) in
          try results.reevaluatingBest(count, objective: objective)
        }
      },
      HostFunction(property: "var configuration: Configuration", \Trial.configuration),
      HostFunction(property: "var value: Double", \Trial.value),
      HostFunction(property: "var index: Int", \Trial.index),
      HostFunction(
        method: "func prefers(_ value: Double, over other: Double) -> Bool",
        Goal.prefers(_:over:)
      ),
    ] + HostFunction.cases(["minimize": Goal.minimize, "maximize": Goal.maximize])
  )
}

/// Returns the searches, whose trials run one after another: their results are the same, bit for
/// bit, as with several threads.
private func searches() -> [HostFunction] {
  [
    HostFunction(
      calling: """
        func randomSearch(_ space: SearchSpace, trials: Int, seed: Int, goal: Goal = .minimize, \
        threads: Int = 1, objective: (Configuration) -> Double) -> SearchResults
        """,
      work: .count(of: trialSize)
    ) {
      (
        context,
        space: SearchSpace,
        trials: Int,
        seed: Int,
        goal: Goal,
        threads: Int,
        objective: HostClosure
      ) in
      try context.withObjective(objective) { (objective) throws(EngineError) in
        try randomSearch(
          space,
          trials: trials,
          seed: seed,
          goal: goal,
          threads: min(threads, 1),
          objective: objective
        )
      }
    },
    HostFunction(
      calling: """
        func gridSearch(_ space: SearchSpace, points: Int, goal: Goal = .minimize, \
        threads: Int = 1, objective: (Configuration) -> Double) -> SearchResults
        """
    ) { (context, space: SearchSpace, points: Int, goal: Goal, threads: Int, objective) in
      try context.withObjective(objective) { (objective) throws(EngineError) in
        try gridSearch(
          space,
          points: points,
          goal: goal,
          threads: min(threads, 1),
          objective: objective
        )
      }
    },
    HostFunction(
      calling: """
        func coarseToFineSearch(_ space: SearchSpace, rounds: Int = 2, trials: Int, \
        keeping: Int = 3, seed: Int, goal: Goal = .minimize, threads: Int = 1, \
        objective: (Configuration) -> Double) -> [SearchResults]
        """
    ) {
      (
        context,
        space: SearchSpace,
        rounds: Int,
        trials: Int,
        keeping: Int,
        seed: Int,
        goal: Goal,
        threads: Int,
        objective: HostClosure
      ) in
      try context.reserveTrials(trials)
      return try context.withObjective(objective) { (objective) throws(EngineError) in
        try coarseToFineSearch(
          space,
          rounds: rounds,
          trials: trials,
          keeping: keeping,
          seed: seed,
          goal: goal,
          threads: min(threads, 1),
          objective: objective
        )
      }
    },
  ]
}

/// The numbers that a trial takes in memory.
private let trialSize = 64

extension HostContext {
  /// Makes sure that so many trials of a search fit the memory.
  fileprivate func reserveTrials(_ count: Int) throws {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: 8 * trialSize)
    try reserve(bytes: overflow ? Int.max : bytes)
  }

  /// Runs a search with an objective that the lesson gives.
  fileprivate func withObjective<Result>(
    _ closure: HostClosure,
    search: (@escaping @Sendable (Configuration) throws(EngineError) -> Double) throws -> Result
  ) throws -> Result {
    // The engine calls it on this thread: the searches get one thread.
    nonisolated(unsafe) let objective: (Configuration) throws -> Double = function(closure)
    let failure = ClosureFailure()
    return try failure.revealed {
      try search { (configuration) throws(EngineError) in
        try failure.during { try objective(configuration) }
      }
    }
  }
}
