// From coarse to fine: the space around the best configurations. (Lecture 1.)

extension SearchSpace {
  /// Returns the box around some configurations, within this space.
  ///
  /// Each number keeps, on its scale, the stretch that holds all the configurations' values, or
  /// `fraction` of its whole stretch when that is longer; it is moved, not cut, where it would
  /// leave the space. A choice keeps what the configurations chose, and what only other choices
  /// would need is left out.
  ///
  /// - Parameters:
  ///   - best: The configurations, of this space; at least one.
  ///   - fraction: How much of each scale the box has at least, above 0 and at most 1.
  /// - Returns: The smaller space; its seeds and trials give other configurations.
  /// - Throws: `EngineError.argumentOutOfRange` for a `fraction` out of range, or `.noTrials`
  ///   without configurations, or `.foreignConfiguration` for one of another space.
  @_disfavoredOverload
  public func narrowed(
    around best: [Configuration],
    keeping fraction: Double = 0.25
  ) throws(EngineError) -> SearchSpace {
    guard fraction > 0, fraction <= 1 else {
      throw .argumentOutOfRange(argument: "keeping", value: fraction, allowed: "above 0, up to 1")
    }
    guard !best.isEmpty else { throw .noTrials }
    for configuration in best where configuration.space != self {
      throw .foreignConfiguration(trial: configuration.trial)
    }
    var kept: [Hyperparameter] = []
    for (index, parameter) in parameters.enumerated() where isReachable(parameter.condition, kept) {
      let values = best.map { $0.value(index) }.filter { $0 != Configuration.absent }
      kept.append(
        values.isEmpty
          ? parameter : parameter.narrowed(domains[index], to: values, keeping: fraction)
      )
    }
    return try SearchSpace(kept)
  }

  private func isReachable(
    _ condition: Hyperparameter.Condition?,
    _ kept: [Hyperparameter]
  ) -> Bool {
    switch condition {
    case nil:
      return true
    case .integer(let name, _):
      return kept.contains { $0.name == name }
    case .choice(let name, let wanted):
      guard case .choice(let choices) = kept.first(where: { $0.name == name })?.domain else {
        return false
      }
      return choices.contains(wanted)
    }
  }
}

extension Hyperparameter {
  /// The hyperparameter with the part of its domain around some values.
  fileprivate func narrowed(
    _ checked: CheckedDomain,
    to values: [Double],
    keeping fraction: Double
  ) -> Hyperparameter {
    let fractions = values.map { checked.fraction(of: $0) }
    var (start, end) = (fractions.min() ?? 0, fractions.max() ?? 1)
    if end - start < fraction {
      let middle = (start + end) / 2
      start = min(max(middle - fraction / 2, 0), 1 - fraction)
      end = start + fraction
    }
    // Rounding must leave neither the space nor the values themselves.
    let lower = min(checked.value(at: max(start, 0)), values.min() ?? .infinity)
    let upper = max(checked.value(at: min(end, 1)), values.max() ?? -.infinity)
    let narrower: Domain =
      switch domain {
      case .real(_, _, let scale): .real(from: lower, to: upper, scale: scale)
      case .integer(_, _, let scale): .integer(from: Int(lower), to: Int(upper), scale: scale)
      case .choice(let choices):
        .choice(choices.enumerated().filter { values.contains(Double($0.offset)) }.map(\.element))
      }
    return replacing(narrower)
  }
}
