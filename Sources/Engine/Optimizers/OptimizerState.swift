/// What an optimizer has gathered in its steps.
///
/// An `Optimizer` is a value and so its own checkpoint; the state is for looking at the averages,
/// and for going on from averages that come from elsewhere.
public struct OptimizerState: Sendable, Hashable {
  /// How many steps were taken.
  public let stepCount: Int

  /// The averages `v` of the gradients, one for each parameter; none where the rule keeps none.
  public let averages: [Tensor]

  /// The averages or sums `s` of the squared gradients; none where the rule keeps none.
  public let squares: [Tensor]

  /// Creates a state.
  ///
  /// - Parameters:
  ///   - stepCount: How many steps were taken, 0 or more.
  ///   - averages: The averages of the gradients; none begin at 0.
  ///   - squares: The averages or sums of the squared gradients, 0 or more; none begin at 0.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(
    stepCount: Int,
    averages: [Tensor] = [],
    squares: [Tensor] = []
  ) throws(EngineError) {
    guard stepCount >= 0, stepCount <= OptimizerState.limit else {
      throw .argumentOutOfRange(
        argument: "stepCount",
        value: Double(stepCount),
        allowed: "from 0 to \(OptimizerState.limit)"
      )
    }
    for square in squares.lazy.flatMap(\.elements) where square < 0 {
      throw .argumentOutOfRange(argument: "squares", value: square, allowed: "0 or more")
    }
    self.init(unchecked: stepCount, averages: averages, squares: squares)
  }

  /// The most steps that a `Double` counts one by one.
  private static let limit = 1 << 53

  fileprivate init(unchecked stepCount: Int, averages: [Tensor], squares: [Tensor]) {
    self.stepCount = stepCount
    self.averages = averages
    self.squares = squares
  }
}

extension Optimizer {
  /// What the optimizer has gathered in its steps.
  public var state: OptimizerState {
    OptimizerState(unchecked: stepCount, averages: averages, squares: squares)
  }

  /// Returns the optimizer with the averages and the step count of a state.
  ///
  /// - Parameter state: The state; what the rule does not keep is left out. Its shapes are checked
  ///   against the parameters at the next step.
  /// - Returns: An optimizer that goes on from there.
  public func resuming(from state: OptimizerState) -> Optimizer {
    var copy = self
    copy.stepCount = state.stepCount
    copy.averages = rule.keepsAverages ? state.averages : []
    copy.squares = rule.keepsSquares ? state.squares : []
    return copy
  }
}
