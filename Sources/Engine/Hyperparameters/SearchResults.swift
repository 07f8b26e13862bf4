/// The trials of a search.
public struct SearchResults: Sendable, Hashable {
  /// The trials, in the order of their numbers.
  public let trials: [Trial]

  /// Which values are good.
  public let goal: Goal

  /// Creates results from trials.
  ///
  /// - Parameters:
  ///   - trials: The trials, at least one.
  ///   - goal: Which values are good.
  /// - Throws: `EngineError.noTrials`.
  @_disfavoredOverload
  public init(_ trials: [Trial], goal: Goal) throws(EngineError) {
    guard !trials.isEmpty else { throw .noTrials }
    self.trials = trials
    self.goal = goal
  }

  /// The best trial; the first of several that are equally good.
  public var best: Trial {
    let index = trials.indices.reduce(0) { best, next in
      goal.prefers(trials[next].value, over: trials[best].value) ? next : best
    }
    return trials[index]
  }

  /// All trials, the best first; equally good ones in the order of their numbers, NaN last.
  public var ranked: [Trial] {
    trials.enumerated().sorted { left, right in
      goal.prefers(left.element.value, over: right.element.value)
        || !goal.prefers(right.element.value, over: left.element.value)
          && left.offset < right.offset
    }
    .map(\.element)
  }

  /// Returns the best trials.
  ///
  /// - Parameter count: How many at most.
  /// - Returns: The first of `ranked`.
  public func best(_ count: Int) -> [Trial] {
    Array(ranked.prefix(max(count, 0)))
  }

  /// Returns the results with the best trials' values computed anew.
  ///
  /// A configuration that was best may have become stale: the data, the machine or the rest of
  /// the model have changed since. (Lecture 3.)
  ///
  /// - Parameters:
  ///   - count: How many of the best.
  ///   - objective: What to compute.
  /// - Returns: The results; another trial may be the best now.
  /// - Throws: What `objective` throws.
  @_disfavoredOverload
  public func reevaluatingBest(
    _ count: Int = 1,
    objective: (Configuration) throws(EngineError) -> Double
  ) throws(EngineError) -> SearchResults {
    let stale = Set(best(count).map(\.index))
    var renewed: [Trial] = []
    for trial in trials {
      renewed.append(
        stale.contains(trial.index)
          ? Trial(configuration: trial.configuration, value: try objective(trial.configuration))
          : trial
      )
    }
    return try SearchResults(renewed, goal: goal)
  }
}

extension SearchResults: CustomStringConvertible {
  /// The results as a table, the best trial first; at most 20 of them.
  public var description: String {
    let shown = best(SearchResults.shownCount)
    let parameters = shown.first?.configuration.space.parameters.map(\.name) ?? []
    let header = ["trial"] + parameters + ["value"]
    let values = Tensor(shown.map(\.value))
    let rows = zip(shown, values.elements).map { trial, value in
      [String(trial.index)]
        + trial.configuration.texts.map { $0 ?? "-" } + [Tensor(value).description]
    }
    let table = TextTable(header: header, rows: rows, alignment: .right).description
    let hidden = trials.count - shown.count
    return hidden > 0 ? table + "\n… \(hidden) more trials" : table
  }

  private static let shownCount = 20
}
