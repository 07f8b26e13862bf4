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
  ///   - count: How many; 0 or less gives none.
  ///   - seed: The seed of the search.
  /// - Returns: `count` configurations, or all that there are in a finite space with fewer.
  public func randomConfigurations(_ count: Int, seed: Int) -> [Configuration] {
    var found: [Configuration] = []
    guard configurationBound != nil else {
      // Two equal draws of real numbers are as good as impossible, and looking for them is not free.
      found.reserveCapacity(max(count, 0))
      for trial in 0..<max(count, 0) { found.append(randomConfiguration(trial: trial, seed: seed)) }
      return found
    }
    var seen: Set<Configuration> = []
    for trial in 0..<max(count, 0) {
      guard let next = unseen(trial: trial, seed: seed, seen) else { break }
      seen.insert(next)
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
    guard points >= 1, points <= SearchSpace.gridLimit else {
      throw .argumentOutOfRange(
        argument: "points",
        value: Double(points),
        allowed: "from 1 to \(SearchSpace.gridLimit)"
      )
    }
    guard let rows = grid(domains.map { $0.grid(points) }) else {
      throw .argumentOutOfRange(
        argument: "points",
        value: Double(points),
        allowed: "small enough for \(SearchSpace.gridLimit) configurations"
      )
    }
    return rows.enumerated().map {
      Configuration(space: self, trial: $0.offset, seed: 0, values: $0.element)
    }
  }

  /// The most configurations of a grid.
  private static let gridLimit = 1 << 20

  /// How often a trial draws again before it looks at what is left.
  private static let attempts = 32

  /// All combinations of values whose conditions hold; `nil` when there are too many.
  private func grid(_ values: [[Double]]) -> [[Double]]? {
    var rows: [[Double]] = [[]]
    for (index, options) in values.enumerated() {
      var longer: [[Double]] = []
      for row in rows {
        guard isPresent(index, row) else {
          longer.append(row + [Configuration.absent])
          continue
        }
        guard longer.count + options.count <= SearchSpace.gridLimit else { return nil }
        for option in options { longer.append(row + [option]) }
      }
      rows = longer
    }
    return rows
  }

  private func unseen(trial: Int, seed: Int, _ seen: Set<Configuration>) -> Configuration? {
    var generator = SeededGenerator(seed: seed, trial: trial, purpose: .hyperparameters)
    for _ in 0..<SearchSpace.attempts {
      let next = draw(trial: trial, seed: seed, from: &generator)
      if !seen.contains(next) { return next }
    }
    let all = grid(domains.map { $0.grid($0.valueCount ?? 1) }) ?? []
    let left = all.map { Configuration(space: self, trial: trial, seed: seed, values: $0) }
      .filter { !seen.contains($0) }
    return left.isEmpty ? nil : left[generator.nextIndex(below: left.count)]
  }

  @inline(__always)
  private func draw(
    trial: Int,
    seed: Int,
    from generator: inout SeededGenerator
  ) -> Configuration {
    let count = domains.count
    let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count {
        // Each parameter draws, present or not, so that a condition does not shift the others.
        let value = domains[index].draw(from: &generator)
        if let condition = conditions[index], !condition.allowed.contains(buffer[condition.index]) {
          buffer[index] = Configuration.absent
        } else {
          buffer[index] = value
        }
      }
      initialized = count
    }
    return Configuration(space: self, trial: trial, seed: seed, values: values)
  }

  private func isPresent(_ index: Int, _ values: [Double]) -> Bool {
    guard let condition = conditions[index] else { return true }
    return condition.allowed.contains(values[condition.index])
  }
}
