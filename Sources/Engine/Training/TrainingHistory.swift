/// What happened while a network was trained.
public struct TrainingHistory: Sendable, Hashable {
  /// Every step, first to last.
  public internal(set) var steps: [StepRecord] = []

  /// Every epoch, first to last.
  public internal(set) var epochs: [EpochRecord] = []

  /// The loss of each step.
  public var losses: [Double] { steps.map(\.loss) }

  /// The accuracy of each step.
  public var accuracies: [Double] { steps.map(\.accuracy) }

  /// The learning rate of each step.
  public var learningRates: [Double] { steps.map(\.learningRate) }
}

/// One step of training, on one minibatch.
public struct StepRecord: Sendable, Hashable {
  /// The epoch, counted from 0.
  public let epoch: Int

  /// The step, counted from 0 over all epochs.
  public let step: Int

  /// The loss on the minibatch, before the step.
  public let loss: Double

  /// The share of the minibatch's examples whose most probable class was the true one.
  public let accuracy: Double

  /// The learning rate of the step.
  public let learningRate: Double
}

/// One epoch of training, on all minibatches.
public struct EpochRecord: Sendable, Hashable {
  /// The epoch, counted from 0.
  public let epoch: Int

  /// The mean loss of the epoch's examples, each measured before its step.
  public let loss: Double

  /// The share of the epoch's examples whose most probable class was the true one.
  public let accuracy: Double

  /// The learning rate of the last step.
  public let learningRate: Double

  /// The loss on the validation set after the epoch, at inference; `nil` without such a set.
  public let validationLoss: Double?

  /// The accuracy on the validation set after the epoch; `nil` without such a set.
  public let validationAccuracy: Double?

  /// The loss that early stopping watches.
  var watchedLoss: Double { validationLoss ?? loss }
}

extension TrainingHistory: CustomStringConvertible {
  /// A table of the epochs.
  public var description: String {
    let isValidated = epochs.contains { $0.validationLoss != nil }
    let header =
      ["epoch", "loss", "accuracy", "learning rate"]
      + (isValidated ? ["validation loss", "validation accuracy"] : [])
    let rows = epochs.map { epoch in
      let numbers =
        [epoch.loss, epoch.accuracy, epoch.learningRate]
        + (isValidated ? [epoch.validationLoss ?? .nan, epoch.validationAccuracy ?? .nan] : [])
      return [String(epoch.epoch)] + numbers.map { Tensor($0).description }
    }
    return TextTable(header: header, rows: rows, alignment: .right).description
  }
}
