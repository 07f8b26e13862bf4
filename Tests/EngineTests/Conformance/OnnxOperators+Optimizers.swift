import Engine

extension OnnxOperators {
  /// Optimizers: rate, step, then all parameters, all gradients, and all of each average.
  static let optimizers: [String: Implementation] = [
    "Momentum": { call in
      let step = try OptimizerCall(call, averagesPerParameter: 1)
      let beta = call.number("alpha", default: 0)
      let weight = step.count > 0 ? call.number("beta", default: 1) : 1
      let rule: UpdateRule =
        call.text("mode", default: "standard") == "nesterov"
        ? .nesterov(beta: beta, form: .weighted(weight))
        : .momentum(beta: beta, form: .weighted(weight))
      let state = try OptimizerState(stepCount: step.count, averages: step.averages[0])
      let (parameters, after) = try step.updated(rule, rate: step.rate, from: state)
      return parameters + after.averages
    },
    "Adagrad": { call in
      let step = try OptimizerCall(call, averagesPerParameter: 1)
      let schedule = try LearningRateSchedule(
        step.rate,
        .inverseTime(decay: call.number("decay_factor", default: 0))
      )
      let state = try OptimizerState(stepCount: step.count, squares: step.averages[0])
      let (parameters, after) = try step.updated(
        .adaGrad(epsilon: call.number("epsilon", default: 1e-6)),
        rate: schedule.learningRate(epoch: step.count),
        from: state
      )
      return parameters + after.squares
    },
    "Adam": { call in
      let step = try OptimizerCall(call, averagesPerParameter: 2)
      let rule = UpdateRule.adam(
        beta1: call.number("alpha", default: 0.9),
        beta2: call.number("beta", default: 0.999),
        epsilon: call.number("epsilon", default: 1e-6),
        biasCorrection: step.count > 0 ? .appliedToRate : .none
      )
      // The step that `T` counts is the one taken here.
      let state = try OptimizerState(
        stepCount: max(step.count - 1, 0),
        averages: step.averages[0],
        squares: step.averages[1]
      )
      let (parameters, after) = try step.updated(rule, rate: step.rate, from: state)
      let kept = 1 - call.number("norm_coefficient_post", default: 0)
      return parameters.map { $0 * kept } + after.averages + after.squares
    },
  ]
}

/// The arguments of an optimizer's operator.
private struct OptimizerCall {
  let rate: Double
  let count: Int
  let l2: Double
  let parameters: [Tensor]
  let gradients: [Tensor]
  let averages: [[Tensor]]

  init(_ call: OnnxCall, averagesPerParameter: Int) throws {
    rate = try call.tensor(0).scalar
    count = call.integers(1)?.first ?? 0
    l2 = call.number("norm_coefficient", default: 0)
    let tensors = Array(try call.tensors().dropFirst(2))
    let size = tensors.count / (2 + averagesPerParameter)
    func group(_ index: Int) -> [Tensor] { Array(tensors[index * size..<(index + 1) * size]) }
    parameters = group(0)
    gradients = group(1)
    averages = (0..<averagesPerParameter).map { group(2 + $0) }
  }

  func updated(
    _ rule: UpdateRule,
    rate: Double,
    from state: OptimizerState
  ) throws -> ([Tensor], OptimizerState) {
    var optimizer = try Optimizer(rule, learningRate: rate, l2: l2).resuming(from: state)
    var updated = parameters
    try optimizer.update(&updated, along: gradients)
    return (updated, optimizer.state)
  }
}
