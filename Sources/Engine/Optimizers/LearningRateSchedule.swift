/// A learning rate as a function of epoch and step, and of nothing else.
///
/// Epochs and steps are counted from 0. `α₀` is the initial rate.
public struct LearningRateSchedule: Sendable, Hashable {
  /// The rate `α₀` to begin with.
  public let initial: Double

  /// How it changes.
  public let decay: Decay

  /// How a learning rate changes.
  public enum Decay: Sendable, Hashable {
    /// `α₀`, always.
    case constant
    /// `α₀ / (1 + decay · epoch)`.
    case inverseTime(decay: Double)
    /// `α₀ · baseᵉᵖᵒᶜʰ`.
    case exponential(base: Double)
    /// `k · α₀ / √(n + 1)`, where `n` is the epoch or the step.
    case inverseSquareRoot(k: Double = 1, per: Clock = .epoch)
    /// `α₀ · factor^⌊epoch / every⌋`: a fall at every so many epochs.
    case staircase(factor: Double = 0.5, every: Int)
    /// `α₀` until the first epoch that is listed, then the rate listed for the last epoch passed.
    case manual([Change])
  }

  /// What a schedule counts.
  public enum Clock: Sendable, Hashable {
    /// Passes over the training set.
    case epoch
    /// Minibatches, counted over all epochs.
    case step
  }

  /// A learning rate set by hand.
  public struct Change: Sendable, Hashable {
    /// The first epoch of the rate.
    public let epoch: Int
    /// The rate.
    public let learningRate: Double

    /// Creates a change.
    ///
    /// - Parameters:
    ///   - epoch: The first epoch of the rate.
    ///   - learningRate: The rate.
    public init(epoch: Int, learningRate: Double) {
      self.epoch = epoch
      self.learningRate = learningRate
    }
  }

  /// Creates a schedule.
  ///
  /// - Parameters:
  ///   - initial: The rate to begin with, above 0.
  ///   - decay: How it changes.
  /// - Throws: `EngineError.argumentOutOfRange` for a rate, base, factor or `k` that is not above
  ///   0, a negative decay, an `every` below 1, or changes whose epochs do not rise.
  @_disfavoredOverload
  public init(_ initial: Double, _ decay: Decay = .constant) throws(EngineError) {
    try requirePositive(initial, "initial")
    switch decay {
    case .constant:
      break
    case .inverseTime(let decay):
      try requireNotNegative(decay, "decay")
    case .exponential(let base):
      try requirePositive(base, "base")
    case .inverseSquareRoot(let k, _):
      try requirePositive(k, "k")
    case .staircase(let factor, let every):
      try requirePositive(factor, "factor")
      guard every >= 1 else {
        throw .argumentOutOfRange(argument: "every", value: Double(every), allowed: "1 or more")
      }
    case .manual(let changes):
      for (change, next) in zip(changes, changes.dropFirst()) where next.epoch <= change.epoch {
        throw .argumentOutOfRange(
          argument: "epoch",
          value: Double(next.epoch),
          allowed: "above \(change.epoch), the epoch of the change before"
        )
      }
      for change in changes { try requirePositive(change.learningRate, "learningRate") }
    }
    self.initial = initial
    self.decay = decay
  }

  /// Returns the learning rate at a time.
  ///
  /// - Parameters:
  ///   - epoch: The epoch, counted from 0.
  ///   - step: The step, counted from 0 over all epochs.
  /// - Returns: The rate; a negative time counts as 0.
  public func learningRate(epoch: Int, step: Int = 0) -> Double {
    let epoch = max(epoch, 0)
    switch decay {
    case .constant:
      return initial
    case .inverseTime(let decay):
      return initial / (1 + decay * Double(epoch))
    case .exponential(let base):
      return initial * cPow(base, Double(epoch))
    case .inverseSquareRoot(let k, let clock):
      let time =
        switch clock {
        case .epoch: epoch
        case .step: max(step, 0)
        }
      return k * initial / (Double(time) + 1).squareRoot()
    case .staircase(let factor, let every):
      return initial * cPow(factor, Double(epoch / every))
    case .manual(let changes):
      return changes.last { $0.epoch <= epoch }?.learningRate ?? initial
    }
  }
}
