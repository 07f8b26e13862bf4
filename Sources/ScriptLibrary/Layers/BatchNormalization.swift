import Engine
import Script

extension BatchNorm: EngineValue {
  static var scriptType: String { "BatchNorm" }
}

extension RunningAverage: EngineValue {
  static var scriptType: String { "RunningAverage" }
}

extension BatchNormGradients: EngineValue {
  static var scriptType: String { "BatchNormGradients" }
}

extension Phase: EngineValue {
  static var scriptType: String { "Phase" }
}

/// Returns batch normalization.
func publishBatchNormalization() -> HostLibrary {
  HostLibrary(
    types: [
      HostType(BatchNorm.self), HostType(RunningAverage.self), HostType(BatchNormGradients.self),
      HostType(Phase.self),
    ],
    functions: [
      HostFunction(property: "var gamma: Tensor", \BatchNorm.gamma),
      HostFunction(property: "var beta: Tensor", \BatchNorm.beta),
      HostFunction(property: "var runningMean: Tensor", \BatchNorm.runningMean),
      HostFunction(property: "var runningVariance: Tensor", \BatchNorm.runningVariance),
      HostFunction(property: "var updateCount: Int", \BatchNorm.updateCount),
      HostFunction(property: "var epsilon: Double", \BatchNorm.epsilon),
      HostFunction(property: "var average: RunningAverage", \BatchNorm.average),
      HostFunction(property: "var variance: Variance", \BatchNorm.variance),
      HostFunction("static func exponential(decay: Double) -> RunningAverage", of: "RunningAverage")
      { (decay: Double) in RunningAverage.exponential(decay: decay) },
      HostFunction(
        "static func biasCorrected(decay: Double) -> RunningAverage",
        of: "RunningAverage"
      ) { (decay: Double) in RunningAverage.biasCorrected(decay: decay) },
      HostFunction(
        "init(featureCount: Int, epsilon: Double = 1e-5, average: RunningAverage = .exponential(decay: 0.9), variance: Variance = .population)",
        of: "BatchNorm",
        work: .count(of: 8)
      ) { (featureCount: Int, epsilon: Double, average: RunningAverage, variance: Variance) in
        try BatchNorm(
          featureCount: featureCount,
          epsilon: epsilon,
          average: average,
          variance: variance
        )
      },
      HostFunction(
        "init(gamma: Tensor, beta: Tensor, runningMean: Tensor? = nil, runningVariance: Tensor? = nil, epsilon: Double = 1e-5, average: RunningAverage = .exponential(decay: 0.9), variance: Variance = .population)",
        of: "BatchNorm"
      ) {
        (
          gamma: Tensor,
          beta: Tensor,
          runningMean: Tensor?,
          runningVariance: Tensor?,
          epsilon: Double,
          average: RunningAverage,
          variance: Variance
        ) in
        try BatchNorm(
          gamma: gamma,
          beta: beta,
          runningMean: runningMean,
          runningVariance: runningVariance,
          epsilon: epsilon,
          average: average,
          variance: variance
        )
      },
      HostFunction(property: "var featureCount: Int", \BatchNorm.featureCount),
      HostFunction(property: "var averageFullness: Double", \BatchNorm.averageFullness),
      HostFunction(mutating: "mutating func forward(_ z: Tensor, phase: Phase) -> Tensor") {
        (batchNorm: inout BatchNorm, z: Tensor, phase: Phase) in
        try batchNorm.forward(z, phase: phase)
      },
      HostFunction(method: "func inferred(_ z: Tensor) -> Tensor", BatchNorm.inferred(_:)),
      HostFunction(
        method: "func backward(_ outputGradient: Tensor) -> BatchNormGradients",
        BatchNorm.backward(_:)
      ),
      HostFunction(
        method:
          "func inferenceGradients(_ outputGradient: Tensor, input: Tensor) -> BatchNormGradients",
        BatchNorm.inferenceGradients(_:input:)
      ),
      HostFunction(mutating: "mutating func useStatistics(of z: Tensor)") {
        (batchNorm: inout BatchNorm, z: Tensor) in
        try batchNorm.useStatistics(of: z)
        return Nothing()
      },
      HostFunction(property: "var input: Tensor", \BatchNormGradients.input),
      HostFunction(property: "var gamma: Tensor", \BatchNormGradients.gamma),
      HostFunction(property: "var beta: Tensor", \BatchNormGradients.beta),
    ] + HostFunction.cases(["cumulative": RunningAverage.cumulative])
      + HostFunction.cases(["training": Phase.training, "inference": Phase.inference])
  )
}
