// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

/// The engine's `caviar(_:rounds:halving:goal:threads:start:train:)`; ends the program with a sentence where that throws.
public func caviar<Model: Sendable>(_ configurations: [Configuration], rounds: Int = 1, halving: Halving = .none, goal: Goal = .minimize, threads: Int = 1, start: @Sendable (Configuration) -> Model, train: @Sendable (inout Model, Configuration, Int) -> Double) -> [CaviarTrial<Model>] {
  trapping { try Engine::caviar(configurations, rounds: rounds, halving: halving, goal: goal, threads: threads, start: start, train: train) }
}

extension SearchResults {
  /// The engine's `init(_:goal:)`; ends the program with a sentence where that throws.
  public init<Model>(_ trials: [CaviarTrial<Model>], goal: Goal = .minimize) {
    self = trapping { try SearchResults.Engine::init(trials, goal: goal) }
  }
}

extension Configuration {
  /// The engine's `real(_:)`; ends the program with a sentence where that throws.
  public func real(_ name: String) -> Double {
    trapping { try self.Engine::real(name) }
  }

  /// The engine's `integer(_:)`; ends the program with a sentence where that throws.
  public func integer(_ name: String) -> Int {
    trapping { try self.Engine::integer(name) }
  }

  /// The engine's `choice(_:)`; ends the program with a sentence where that throws.
  public func choice(_ name: String) -> String {
    trapping { try self.Engine::choice(name) }
  }

  /// The engine's `has(_:)`; ends the program with a sentence where that throws.
  public func has(_ name: String) -> Bool {
    trapping { try self.Engine::has(name) }
  }
}

/// The engine's `panda(_:learningRate:rounds:nudge:train:)`; ends the program with a sentence where that throws.
public func panda<Model: Sendable>(_ model: Model, learningRate: Double, rounds: Int, nudge: Double = 1.5, train: (inout Model, Double) -> Double) -> PandaResult<Model> {
  trapping { try Engine::panda(model, learningRate: learningRate, rounds: rounds, nudge: nudge, train: train) }
}

/// The engine's `randomSearch(_:trials:seed:goal:threads:objective:)`; ends the program with a sentence where that throws.
public func randomSearch(_ space: SearchSpace, trials: Int, seed: Int, goal: Goal = .minimize, threads: Int = 1, objective: @Sendable (Configuration) -> Double) -> SearchResults {
  trapping { try Engine::randomSearch(space, trials: trials, seed: seed, goal: goal, threads: threads, objective: objective) }
}

/// The engine's `gridSearch(_:points:goal:threads:objective:)`; ends the program with a sentence where that throws.
public func gridSearch(_ space: SearchSpace, points: Int, goal: Goal = .minimize, threads: Int = 1, objective: @Sendable (Configuration) -> Double) -> SearchResults {
  trapping { try Engine::gridSearch(space, points: points, goal: goal, threads: threads, objective: objective) }
}

/// The engine's `coarseToFineSearch(_:rounds:trials:keeping:seed:goal:threads:objective:)`; ends the program with a sentence where that throws.
public func coarseToFineSearch(_ space: SearchSpace, rounds: Int = 2, trials: Int, keeping: Int = 3, seed: Int, goal: Goal = .minimize, threads: Int = 1, objective: @Sendable (Configuration) -> Double) -> [SearchResults] {
  trapping { try Engine::coarseToFineSearch(space, rounds: rounds, trials: trials, keeping: keeping, seed: seed, goal: goal, threads: threads, objective: objective) }
}

extension SearchResults {
  /// The engine's `init(_:goal:)`; ends the program with a sentence where that throws.
  public init(_ trials: [Trial], goal: Goal) {
    self = trapping { try SearchResults.Engine::init(trials, goal: goal) }
  }

  /// The engine's `reevaluatingBest(_:objective:)`; ends the program with a sentence where that throws.
  public func reevaluatingBest(_ count: Int = 1, objective: (Configuration) -> Double) -> SearchResults {
    trapping { try self.Engine::reevaluatingBest(count, objective: objective) }
  }
}

extension SearchScale {
  /// The engine's `value(at:from:to:)`; ends the program with a sentence where that throws.
  public func value(at fraction: Double, from lower: Double, to upper: Double) -> Double {
    trapping { try self.Engine::value(at: fraction, from: lower, to: upper) }
  }

  /// The engine's `fraction(of:from:to:)`; ends the program with a sentence where that throws.
  public func fraction(of value: Double, from lower: Double, to upper: Double) -> Double {
    trapping { try self.Engine::fraction(of: value, from: lower, to: upper) }
  }
}

extension SearchSpace {
  /// The engine's `randomConfigurations(_:seed:)`; ends the program with a sentence where that throws.
  public func randomConfigurations(_ count: Int, seed: Int) -> [Configuration] {
    trapping { try self.Engine::randomConfigurations(count, seed: seed) }
  }

  /// The engine's `gridConfigurations(points:)`; ends the program with a sentence where that throws.
  public func gridConfigurations(points: Int) -> [Configuration] {
    trapping { try self.Engine::gridConfigurations(points: points) }
  }
}

extension SearchSpace {
  /// The engine's `narrowed(around:keeping:)`; ends the program with a sentence where that throws.
  public func narrowed(around best: [Configuration], keeping fraction: Double = 0.25) -> SearchSpace {
    trapping { try self.Engine::narrowed(around: best, keeping: fraction) }
  }
}

extension SearchSpace {
  /// The engine's `init(_:)`; ends the program with a sentence where that throws.
  public init(_ parameters: [Hyperparameter]) {
    self = trapping { try SearchSpace.Engine::init(parameters) }
  }

  /// The engine's `init(_:)`; ends the program with a sentence where that throws.
  public init(@SearchSpaceBuilder _ parameters: () -> [Hyperparameter]) {
    self = trapping { try SearchSpace.Engine::init(parameters) }
  }
}
