import Engine
import Script

extension Optimizer: EngineValue {
  static var scriptType: String { "Optimizer" }
}

extension OptimizerState: EngineValue {
  static var scriptType: String { "OptimizerState" }
}

extension UpdateRule: EngineValue {
  static var scriptType: String { "UpdateRule" }
}

extension MomentumForm: EngineValue {
  static var scriptType: String { "MomentumForm" }
}

extension BiasCorrection: EngineValue {
  static var scriptType: String { "BiasCorrection" }
}

/// Returns optimizers and what they keep.
func publishOptimizers() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(Optimizer.self), HostType(OptimizerState.self), HostType(UpdateRule.self),
      HostType(MomentumForm.self), HostType(BiasCorrection.self),
    ],
    functions: [
      HostFunction(property: "var rule: UpdateRule", \Optimizer.rule),
      HostFunction(settable: "var learningRate: Double { get set }", \Optimizer.learningRate),
      HostFunction(property: "var l2: Double", \Optimizer.l2),
      HostFunction(property: "var stepCount: Int", \Optimizer.stepCount),
      HostFunction(
        "init(_ rule: UpdateRule, learningRate: Double, l2: Double = 0)",
        of: "Optimizer"
      ) { (rule: UpdateRule, learningRate: Double, l2: Double) in
        try Optimizer(rule, learningRate: learningRate, l2: l2)
      },
      HostFunction(
        mutating: "mutating func update(_ parameters: inout [Tensor], along gradients: [Tensor])",
        changing: 0
      ) { (optimizer: inout Optimizer, parameters: inout [Tensor], gradients: [Tensor]) in
        try optimizer.update(&parameters, along: gradients)
        return Nothing()
      },
      HostFunction(
        mutating: "mutating func update(_ parameter: inout Tensor, along gradient: Tensor)",
        changing: 0
      ) { (optimizer: inout Optimizer, parameter: inout Tensor, gradient: Tensor) in
        try optimizer.update(&parameter, along: gradient)
        return Nothing()
      },
      HostFunction(property: "var stepCount: Int", \OptimizerState.stepCount),
      HostFunction(property: "var averages: [Tensor]", \OptimizerState.averages),
      HostFunction(property: "var squares: [Tensor]", \OptimizerState.squares),
      HostFunction(
        "init(stepCount: Int, averages: [Tensor] = [], squares: [Tensor] = [])",
        of: "OptimizerState"
      ) { (stepCount: Int, averages: [Tensor], squares: [Tensor]) in
        try OptimizerState(stepCount: stepCount, averages: averages, squares: squares)
      },
      HostFunction(property: "var state: OptimizerState", \Optimizer.state),
      HostFunction(
        method: "func resuming(from state: OptimizerState) -> Optimizer",
        Optimizer.resuming(from:)
      ),
      HostFunction(
        "static func momentum(beta: Double = 0.9, form: MomentumForm = .lecture) -> UpdateRule",
        of: "UpdateRule"
      ) { (beta: Double, form: MomentumForm) in UpdateRule.momentum(beta: beta, form: form) },
      HostFunction(
        "static func nesterov(beta: Double = 0.9, form: MomentumForm = .classical) -> UpdateRule",
        of: "UpdateRule"
      ) { (beta: Double, form: MomentumForm) in UpdateRule.nesterov(beta: beta, form: form) },
      HostFunction(
        "static func rmsProp(beta: Double = 0.999, epsilon: Double = 1e-8) -> UpdateRule",
        of: "UpdateRule"
      ) { (beta: Double, epsilon: Double) in UpdateRule.rmsProp(beta: beta, epsilon: epsilon) },
      HostFunction(
        "static func adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, biasCorrection: BiasCorrection = .applied) -> UpdateRule",
        of: "UpdateRule"
      ) { (beta1: Double, beta2: Double, epsilon: Double, biasCorrection: BiasCorrection) in
        UpdateRule.adam(
          beta1: beta1,
          beta2: beta2,
          epsilon: epsilon,
          biasCorrection: biasCorrection
        )
      },
      HostFunction(
        "static func adamW(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01) -> UpdateRule",
        of: "UpdateRule"
      ) { (beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double) in
        UpdateRule.adamW(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: weightDecay)
      },
      HostFunction("static func adaGrad(epsilon: Double = 1e-10) -> UpdateRule", of: "UpdateRule") {
        (epsilon: Double) in UpdateRule.adaGrad(epsilon: epsilon)
      },
      HostFunction("static func weighted(_ value: Double) -> MomentumForm", of: "MomentumForm") {
        (value: Double) in MomentumForm.weighted(value)
      },
    ] + HostFunction.cases(["gradientDescent": UpdateRule.gradientDescent])
      + HostFunction.cases(["lecture": MomentumForm.lecture, "classical": MomentumForm.classical])
      + HostFunction.cases([
        "applied": BiasCorrection.applied, "appliedToRate": BiasCorrection.appliedToRate,
        "none": BiasCorrection.none,
      ])
  )
}
