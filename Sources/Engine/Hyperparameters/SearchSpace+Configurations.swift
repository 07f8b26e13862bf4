// Points of a search space: at random, on a grid.

extension SearchSpace {
  /// Returns the random configuration of a trial, which depends on seed and trial alone.
  ///
  /// - Parameters:
  ///   - trial: Which configuration.
  ///   - seed: The seed of the search.
  /// - Returns: One value for each hyperparameter whose condition holds.
  public func randomConfiguration(trial: Int, seed: Int) -> Configuration {
    var generator = SeededGenerator(seed: seed, trial: trial, purpose: .hyperparameters)
    return draw(trial: trial, seed: seed, from: &generator)
  }

  /// Returns random configurations, none of them twice.
  ///
  /// The first ones do not depend on how many are asked for.
  ///
  /// - Parameters:
  ///   - count: How many, from 0 to 2²⁰.
  ///   - seed: The seed of the search.
  /// - Returns: `count` configurations, or all that there are in a finite space with fewer.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public func randomConfigurations(
    _ count: Int,
    seed: Int
  ) throws(EngineError) -> [Configuration] {
    guard count >= 0, count <= SearchSpace.limit else {
      throw .argumentOutOfRange(
        argument: "count",
        value: Double(count),
        allowed: "from 0 to \(SearchSpace.limit)"
      )
    }
    guard configurationBound != nil else {
      // Two equal draws of real numbers are as good as impossible, and looking for them is not free.
      var table: [Double] = []
      table.reserveCapacity(count * domains.count)
      for trial in 0..<count {
        var generator = SeededGenerator(seed: seed, trial: trial, purpose: .hyperparameters)
        addDraw(from: &generator, to: &table)
      }
      return Configuration.all(of: count, in: self, seed: seed, table: table)
    }
    var found: [Configuration] = []
    found.reserveCapacity(count)
    var draw = DistinctDraw(space: self, seed: seed)
    for trial in 0..<count {
      guard let next = draw.next(trial: trial) else { break }
      found.append(next)
    }
    return found
  }

  /// Returns the configurations of a grid.
  ///
  /// A grid of `n` points for each of `k` hyperparameters has `nᵏ` configurations and only `n`
  /// different values of each; as many random ones have `nᵏ` different values. (Lecture 1.)
  ///
  /// - Parameter points: How many values of each hyperparameter, at equal distances on its scale,
  ///   both bounds in; all of a choice, and at most all of an integer. One is in the middle.
  /// - Returns: The configurations; the last hyperparameter varies fastest.
  /// - Throws: `EngineError.argumentOutOfRange` when `points` is below 1 or the grid has more than
  ///   2²⁰ configurations.
  @_disfavoredOverload
  public func gridConfigurations(points: Int) throws(EngineError) -> [Configuration] {
    guard points >= 1, points <= SearchSpace.limit else {
      throw .argumentOutOfRange(
        argument: "points",
        value: Double(points),
        allowed: "from 1 to \(SearchSpace.limit)"
      )
    }
    guard let rows = grid(domains.map { $0.grid(points) }) else {
      throw .argumentOutOfRange(
        argument: "points",
        value: Double(points),
        allowed: "small enough for \(SearchSpace.limit) configurations"
      )
    }
    return rows.enumerated().map {
      Configuration(space: self, trial: $0.offset, seed: 0, table: $0.element)
    }
  }

  /// The most configurations that are listed at once.
  static let limit = 1 << 20

  /// All combinations of values whose conditions hold; `nil` when there are too many.
  fileprivate func grid(_ values: [[Double]]) -> [[Double]]? {
    var rows: [[Double]] = [[]]
    for (index, options) in values.enumerated() {
      var longer: [[Double]] = []
      for row in rows {
        guard isPresent(index, row, from: 0) else {
          longer.append(row + [Configuration.absent])
          continue
        }
        guard longer.count + options.count <= SearchSpace.limit else { return nil }
        for option in options { longer.append(row + [option]) }
      }
      rows = longer
    }
    return rows
  }

  fileprivate func draw(
    trial: Int,
    seed: Int,
    from generator: inout SeededGenerator
  ) -> Configuration {
    var table: [Double] = []
    table.reserveCapacity(domains.count)
    addDraw(from: &generator, to: &table)
    return Configuration(space: self, trial: trial, seed: seed, table: table)
  }

  /// Draws a number for each parameter.
  @inline(__always)
  private func addDraw(from generator: inout SeededGenerator, to table: inout [Double]) {
    let start = table.count
    for (index, domain) in domains.enumerated() {
      // Each parameter draws, present or not, so that a condition does not shift the others.
      let value = domain.draw(from: &generator)
      table.append(isPresent(index, table, from: start) ? value : Configuration.absent)
    }
  }

  /// Whether the condition of a parameter holds for numbers that begin somewhere in a table.
  private func isPresent(_ index: Int, _ table: [Double], from start: Int) -> Bool {
    guard let condition = conditions[index] else { return true }
    return condition.allowed.contains(table[start + condition.index])
  }
}

/// Random configurations of a finite space, each once.
private struct DistinctDraw {
  let space: SearchSpace
  let seed: Int
  private var seen: Set<Configuration> = []
  /// What has not been drawn yet, once drawing by chance meets mostly what has.
  private var left: [Configuration]?

  /// How often a trial draws again before what is left is listed.
  private static let attempts = 32

  init(space: SearchSpace, seed: Int) {
    self.space = space
    self.seed = seed
  }

  /// The configuration of a trial; `nil` when all have been drawn.
  mutating func next(trial: Int) -> Configuration? {
    var generator = SeededGenerator(seed: seed, trial: trial, purpose: .hyperparameters)
    if left == nil {
      for _ in 0..<DistinctDraw.attempts {
        let next = space.draw(trial: trial, seed: seed, from: &generator)
        if seen.insert(next).inserted { return next }
      }
      let all = space.grid(space.domains.map { $0.grid($0.valueCount ?? 1) }) ?? []
      left = all.map { Configuration(space: space, trial: trial, seed: seed, table: $0) }
        .filter { !seen.contains($0) }
    }
    guard let count = left?.count, count > 0 else { return nil }
    let index = generator.nextIndex(below: count)
    left?.swapAt(index, count - 1)
    return left?.popLast().map {
      Configuration(space: space, trial: trial, seed: seed, table: $0.values)
    }
  }
}
