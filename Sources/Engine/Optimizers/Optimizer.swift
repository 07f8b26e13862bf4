import CKernels

/// A way to change parameters along their gradients, with the averages that it keeps of them.
///
/// It is a value: a copy is a checkpoint, and goes on exactly as its original does.
///
/// ```swift
/// var optimizer = try Optimizer(.adam(), learningRate: 0.001)
/// try optimizer.update(&weights, along: gradient)
/// ```
public struct Optimizer: Sendable, Hashable {
  /// How gradients become changes.
  public let rule: UpdateRule

  /// The learning rate `α` of the next step; a schedule sets it anew for each.
  public var learningRate: Double

  /// The strength `λ` of the penalty `λ/2 Σw²`, whose gradient `λ w` is added to each gradient.
  public let l2: Double

  /// How many steps were taken.
  public internal(set) var stepCount = 0

  /// The averages `v` of the gradients, one for each parameter, where the rule keeps them.
  var averages: [Tensor] = []

  /// The averages or sums `s` of the squared gradients, where the rule keeps them.
  var squares: [Tensor] = []

  /// Creates an optimizer.
  ///
  /// - Parameters:
  ///   - rule: How gradients become changes.
  ///   - learningRate: The learning rate, above 0.
  ///   - l2: The strength of the penalty on the squares of the parameters, 0 or more.
  /// - Throws: `EngineError.argumentOutOfRange` for a rate, penalty, beta, epsilon or decay that
  ///   is out of its range.
  @_disfavoredOverload
  public init(
    _ rule: UpdateRule,
    learningRate: Double,
    l2: Double = 0
  ) throws(EngineError) {
    try requirePositive(learningRate, "learningRate")
    try requireNotNegative(l2, "l2")
    try rule.validate()
    self.rule = rule
    self.learningRate = learningRate
    self.l2 = l2
  }

  /// Creates the optimizer of a plan, which has checked all that is checked here.
  init(_ plan: TrainingPlan) {
    rule = plan.rule
    learningRate = plan.schedule.initial
    l2 = plan.l2
  }
}

extension Optimizer {
  /// Changes some parameters by one step.
  ///
  /// O(n); after the first step, without new memory.
  ///
  /// - Parameters:
  ///   - parameters: The parameters; always the same number of them, of the same shapes.
  ///   - gradients: The gradient of the loss in each parameter, of the parameter's shape.
  /// - Throws: `EngineError.shapesDiffer`, or `.stateMismatch` when the numbers of parameters,
  ///   gradients and averages differ. Nothing has changed then.
  @_disfavoredOverload
  public mutating func update(
    _ parameters: inout [Tensor],
    along gradients: [Tensor]
  ) throws(EngineError) {
    try prepare(for: parameters, gradients)
    stepCount += 1
    for index in parameters.indices { change(&parameters[index], gradients[index], index) }
  }

  /// Changes one parameter by one step.
  ///
  /// - Parameters:
  ///   - parameter: The parameter; always the same one, of the same shape.
  ///   - gradient: The gradient of the loss in it, of its shape.
  /// - Throws: `EngineError.shapesDiffer`, or `.stateMismatch` after steps of several parameters.
  @_disfavoredOverload
  public mutating func update(
    _ parameter: inout Tensor,
    along gradient: Tensor
  ) throws(EngineError) {
    if isPrepared(for: parameter) {
      try require(gradient, like: parameter)
    } else {
      try prepare(for: [parameter], [gradient])
    }
    stepCount += 1
    change(&parameter, gradient, 0)
  }

  /// Checks the arguments, and makes averages of 0 at the first step.
  private mutating func prepare(
    for parameters: [Tensor],
    _ gradients: [Tensor]
  ) throws(EngineError) {
    guard parameters.count == gradients.count else {
      throw .stateMismatch(expected: parameters.count, found: gradients.count)
    }
    for (parameter, gradient) in zip(parameters, gradients) {
      try require(gradient, like: parameter)
    }
    for (kept, isNeeded) in [(averages, rule.keepsAverages), (squares, rule.keepsSquares)]
    where isNeeded && !kept.isEmpty {
      guard kept.count == parameters.count else {
        throw .stateMismatch(expected: kept.count, found: parameters.count)
      }
      for (parameter, average) in zip(parameters, kept) { try require(parameter, like: average) }
    }
    if rule.keepsAverages, averages.isEmpty { averages = parameters.map { $0.mapping { _ in 0 } } }
    if rule.keepsSquares, squares.isEmpty { squares = parameters.map { $0.mapping { _ in 0 } } }
  }

  /// Whether all averages that are needed are there, for this one parameter.
  private func isPrepared(for parameter: Tensor) -> Bool {
    (!rule.keepsAverages || averages.count == 1 && averages[0].shape == parameter.shape)
      && (!rule.keepsSquares || squares.count == 1 && squares[0].shape == parameter.shape)
  }

  private func require(_ found: Tensor, like expected: Tensor) throws(EngineError) {
    guard found.shape == expected.shape else {
      throw .shapesDiffer(operation: "update", expected: expected.shape, found: found.shape)
    }
  }

  private mutating func change(_ parameter: inout Tensor, _ gradient: Tensor, _ index: Int) {
    switch rule {
    case .gradientDescent:
      descend(&parameter, gradient, rate: learningRate, l2: l2)
    case .momentum(let beta, let form):
      descend(
        &parameter,
        gradient,
        average: &averages[index],
        momentumStep(beta, form, lookAhead: .none)
      )
    case .nesterov(let beta, let form):
      descend(
        &parameter,
        gradient,
        average: &averages[index],
        momentumStep(beta, form, lookAhead: .oneStep)
      )
    case .rmsProp(let beta, let epsilon):
      descend(
        &parameter,
        gradient,
        squares: &squares[index],
        ScaledStep(rate: learningRate, l2: l2, beta: beta, weight: 1 - beta, epsilon: epsilon)
      )
    case .adaGrad(let epsilon):
      descend(
        &parameter,
        gradient,
        squares: &squares[index],
        ScaledStep(rate: learningRate, l2: l2, beta: 1, weight: 1, epsilon: epsilon)
      )
    case .adam(let beta1, let beta2, let epsilon, let biasCorrection):
      let time = Double(stepCount)
      let rate =
        biasCorrection == .appliedToRate
        ? learningRate * (1 - cPow(beta2, time)).squareRoot() / (1 - cPow(beta1, time))
        : learningRate
      let step = kernel_adam_step(
        rate: rate,
        l2: l2,
        beta1: beta1,
        beta2: beta2,
        epsilon: epsilon,
        shrinkage: 0,
        stepCount: biasCorrection == .applied ? stepCount : nil
      )
      descend(&parameter, gradient, &averages[index], &squares[index], step)
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      let step = kernel_adam_step(
        rate: learningRate,
        l2: l2,
        beta1: beta1,
        beta2: beta2,
        epsilon: epsilon,
        shrinkage: learningRate * weightDecay,
        stepCount: stepCount
      )
      descend(&parameter, gradient, &averages[index], &squares[index], step)
    }
  }

  private func momentumStep(
    _ beta: Double,
    _ form: MomentumForm,
    lookAhead: MomentumStep.LookAhead
  ) -> MomentumStep {
    let weight =
      switch form {
      case .lecture: 1 - beta
      case .classical: 1.0
      case .weighted(let weight): weight
      }
    return MomentumStep(
      rate: learningRate,
      l2: l2,
      beta: beta,
      weight: weight,
      lookAhead: lookAhead
    )
  }
}

extension UpdateRule {
  /// Whether the rule keeps an average of the gradients.
  var keepsAverages: Bool {
    switch self {
    case .momentum, .nesterov, .adam, .adamW: true
    case .gradientDescent, .rmsProp, .adaGrad: false
    }
  }

  /// Whether the rule keeps an average or a sum of the squared gradients.
  var keepsSquares: Bool {
    switch self {
    case .rmsProp, .adam, .adamW, .adaGrad: true
    case .gradientDescent, .momentum, .nesterov: false
    }
  }
}
