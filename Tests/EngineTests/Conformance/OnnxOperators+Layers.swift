import Engine

extension OnnxOperators {
  /// Softmax, normalisation and losses, with classes and features on axis 1 there, on axis 0 here.
  static let layers: [String: Implementation] = [
    "Softmax": { [try softmax($0.tensor(0), axis: $0.integer("axis", default: -1))] },
    "LogSoftmax": { [try logSoftmax($0.tensor(0), axis: $0.integer("axis", default: -1))] },
    "Hardmax": { [try hardmax($0.tensor(0), axis: $0.integer("axis", default: -1))] },
    "BatchNormalization": { call in
      let x = try call.tensor(0)
      var norm = try BatchNorm(
        gamma: call.tensor(1),
        beta: call.tensor(2),
        runningMean: call.tensor(3),
        runningVariance: call.tensor(4),
        epsilon: call.number("epsilon", default: 1e-5),
        average: .exponential(decay: call.number("momentum", default: 0.9))
      )
      let moved = try x.transposed(classesFirst(x))
      let isTraining = call.integer("training_mode", default: 0) == 1
      let y = try norm.forward(
        moved.reshaped([moved.shape[0], -1]),
        phase: isTraining ? .training : .inference
      )
      // Exchanging two axes twice gives back the first order.
      let output = try y.reshaped(moved.shape).transposed(classesFirst(moved))
      return [output, norm.runningMean.flattened(), norm.runningVariance.flattened()]
    },
    "MeanVarianceNormalization": { call in
      let x = try call.tensor(0)
      let axes = call.integers("axes") ?? [0, 2, 3]
      let deviation = try x.reduced(by: .standardDeviation(.population), keepingAxes: axes)
      let centred = try x - x.reduced(by: .mean, keepingAxes: axes)
      // The definition of the operator adds 1e-9 to the deviation.
      return [try centred / (deviation + 1e-9)]
    },
    "NegativeLogLikelihoodLoss": { call in
      let input = try call.tensor(0)
      return [try loss(call, logProbabilities: input.transposed(classesFirst(input)))]
    },
    "SoftmaxCrossEntropyLoss": { call in
      let scores = try call.tensor(0)
      let logProbabilities = try logSoftmax(scores, axis: 1)
      let moved = try logProbabilities.transposed(classesFirst(scores))
      return [try loss(call, logProbabilities: moved), logProbabilities]
    },
  ]

  /// The order of axes that exchanges axis 0 and axis 1.
  private static func classesFirst(_ tensor: Tensor) -> [Int] {
    [1, 0] + Array(2..<max(tensor.rank, 2))
  }

  private static func loss(_ call: OnnxCall, logProbabilities: Tensor) throws -> Tensor {
    let labels = call.integers(1) ?? []
    var options = LossOptions(
      classWeights: try call.optionalTensor(2),
      ignoredLabel: call.optionalInteger("ignore_index")
    )
    switch call.text("reduction", default: "mean") {
    case "none":
      return try crossEntropies(
        logProbabilities: logProbabilities,
        labels: labels,
        options: options
      )
    case "sum": options.reduction = .sum
    case "mean": options.reduction = .mean
    case let other: throw Mismatch("the reduction '\(other)' is unknown")
    }
    return Tensor(
      try crossEntropy(logProbabilities: logProbabilities, labels: labels, options: options)
    )
  }
}
