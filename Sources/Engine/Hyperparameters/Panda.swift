/// One round of babysitting a model.
public struct PandaRound: Sendable, Hashable {
  /// The learning rate that was tried.
  public let learningRate: Double

  /// The loss that it led to.
  public let loss: Double

  /// Whether the round was kept, or undone from the checkpoint and repeated at the old rate.
  public let outcome: Outcome

  /// What became of a round.
  public enum Outcome: Sendable, Hashable {
    /// The loss did not get worse.
    case kept
    /// The loss got worse, or was no number.
    case undone
  }
}

/// A model that was trained alone, and how.
public struct PandaResult<Model: Sendable>: Sendable {
  /// The model after the last round.
  public let model: Model

  /// The learning rate after the last round.
  public let learningRate: Double

  /// The loss after the last round.
  public let loss: Double

  /// All rounds; one that was undone is followed by its repetition.
  public let rounds: [PandaRound]
}

/// Trains one model and changes its learning rate as it goes: the "panda" way, one child at a time.
///
/// The first round takes the rate as it is. Each further one tries a rate `nudge` times as great as
/// the one before, or as small, whichever helped last. Where the loss gets worse, or is no number,
/// the round is undone from its checkpoint and repeated at the old rate, and the next nudge goes
/// the other way. (Lecture 3.)
///
/// - Parameters:
///   - model: The model, a value: a copy of it is a checkpoint.
///   - learningRate: The rate to begin with, above 0.
///   - rounds: How many rounds ("days"), those that are repeated counted once.
///   - nudge: The factor by which the rate changes, above 1.
///   - train: Trains the model for a round at a rate, and returns the loss after it.
/// - Returns: The model and its history.
/// - Throws: `EngineError.argumentOutOfRange`, `.lossDiverged` when the loss is no number even at
///   a rate that went well before, or what `train` throws.
@_disfavoredOverload
public func panda<Model: Sendable>(
  _ model: Model,
  learningRate: Double,
  rounds: Int,
  nudge: Double = 1.5,
  train: (inout Model, Double) throws(EngineError) -> Double
) throws(EngineError) -> PandaResult<Model> {
  guard learningRate > 0, learningRate.isFinite else {
    throw .argumentOutOfRange(argument: "learningRate", value: learningRate, allowed: "above 0")
  }
  guard nudge > 1, nudge.isFinite else {
    throw .argumentOutOfRange(argument: "nudge", value: nudge, allowed: "above 1")
  }
  guard rounds >= 1 else {
    throw .argumentOutOfRange(argument: "rounds", value: Double(rounds), allowed: "1 or more")
  }
  var (current, rate, loss) = (model, learningRate, Double.infinity)
  var history: [PandaRound] = []
  var factor = nudge
  for round in 0..<rounds {
    if round > 0 {
      var nudged = current
      let nudgedRate = rate * factor
      let nudgedLoss = try train(&nudged, nudgedRate)
      let isKept = nudgedLoss <= loss
      history.append(
        PandaRound(
          learningRate: nudgedRate,
          loss: nudgedLoss,
          outcome: isKept ? .kept : .undone
        )
      )
      if isKept {
        (current, rate, loss) = (nudged, nudgedRate, nudgedLoss)
        continue
      }
      factor = 1 / factor
    }
    loss = try train(&current, rate)
    guard loss.isFinite else {
      throw .lossDiverged(loss: loss, round: round + 1, learningRate: rate)
    }
    history.append(PandaRound(learningRate: rate, loss: loss, outcome: .kept))
  }
  return PandaResult(model: current, learningRate: rate, loss: loss, rounds: history)
}
