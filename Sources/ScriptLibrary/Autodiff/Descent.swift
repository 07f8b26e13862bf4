import Engine
import Script

extension StepRounding: EngineValue {
  static var scriptType: String { "StepRounding" }
}

/// Returns gradient descent on functions of one number.
func publishDescent() -> HostLibrary {
  HostLibrary(
    types: [HostType(StepRounding.self)],
    functions: [
      HostFunction(
        calling: """
          func minimize(from start: Double, learningRate: Double, steps: Int, \
          _ function: (Variable) -> Variable) -> Double
          """
      ) { (context, start: Double, learningRate: Double, steps: Int, function: HostClosure) in
        try minimize(
          from: start,
          learningRate: learningRate,
          steps: steps,
          context.function(function)
        )
      },
      HostFunction(
        calling: """
          func minimize(from start: Float, learningRate: Float, steps: Int, \
          rounding: StepRounding = .twice, _ function: (FloatVariable) -> FloatVariable) -> Float
          """
      ) { context, start, learningRate, steps, rounding, function in
        try minimize(
          from: start,
          learningRate: learningRate,
          steps: steps,
          rounding: rounding,
          context.function(function)
        )
      },
      descent(Double.self), descent(Float.self),
    ] + HostFunction.cases(["twice": StepRounding.twice, "fused": StepRounding.fused])
  )
}

/// Returns `descend` in one precision.
private func descent<Scalar: BinaryFloatingPoint & HostValue>(_ type: Scalar.Type) -> HostFunction {
  let name = Scalar.scriptType
  return HostFunction(
    calling: """
      func descend(from start: \(name), learningRate: \(name), steps: Int, \
      rounding: StepRounding = .twice, slope: (\(name)) -> \(name)) -> \(name)
      """
  ) {
    (context, start: Scalar, learningRate: Scalar, steps: Int, rounding: StepRounding, slope) in
    let slope: (Scalar) throws -> Scalar = context.function(slope)
    return try descend(
      from: start,
      learningRate: learningRate,
      steps: steps,
      rounding: rounding,
      slope: slope
    )
  }
}
