import Engine
import Script

extension Reduction: EngineValue {
  static var scriptType: String { "Reduction" }
}

extension Variance: EngineValue {
  static var scriptType: String { "Variance" }
}

/// Returns reductions as values, along any axes.
func publishReductions() -> HostLibrary {
  HostLibrary(
    types: [HostType(Reduction.self), HostType(Variance.self)],
    functions: [
      HostFunction("static func variance(_ value: Variance) -> Reduction", of: "Reduction") {
        (value: Variance) in Reduction.variance(value)
      },
      HostFunction("static func standardDeviation(_ value: Variance) -> Reduction", of: "Reduction")
      { (value: Variance) in Reduction.standardDeviation(value) },
      HostFunction(method: "func reduced(by reduction: Reduction) -> Double", Tensor.reduced(by:)),
      HostFunction(
        method: "func reduced(by reduction: Reduction, axes: [Int]) -> Tensor",
        Tensor.reduced(by:axes:)
      ),
      HostFunction(
        method: "func reduced(by reduction: Reduction, keepingAxes axes: [Int]) -> Tensor",
        Tensor.reduced(by:keepingAxes:)
      ),
    ]
      + HostFunction.cases([
        "sum": Reduction.sum, "mean": Reduction.mean, "product": Reduction.product,
        "min": Reduction.min, "max": Reduction.max, "l1Norm": Reduction.l1Norm,
        "l2Norm": Reduction.l2Norm, "sumOfSquares": Reduction.sumOfSquares,
        "logSum": Reduction.logSum, "logSumExp": Reduction.logSumExp,
      ]) + HostFunction.cases(["population": Variance.population, "sample": Variance.sample])
  )
}
