import Engine
import Script

/// Returns sums, means and their like.
func tensorReductions() -> [HostFunction] {
  [
    HostFunction("func sum() -> Double", of: "Tensor") { (x: Tensor) in x.sum() },
    HostFunction(method: "func sum(axis: Int) -> Tensor", Tensor.sum(axis:)),
    HostFunction(method: "func sum(keepingAxis axis: Int) -> Tensor", Tensor.sum(keepingAxis:)),
    HostFunction("func mean() -> Double", of: "Tensor") { (x: Tensor) in x.mean() },
    HostFunction(method: "func mean(axis: Int) -> Tensor", Tensor.mean(axis:)),
    HostFunction(method: "func mean(keepingAxis axis: Int) -> Tensor", Tensor.mean(keepingAxis:)),
    HostFunction("func product() -> Double", of: "Tensor") { (x: Tensor) in x.product() },
    HostFunction(method: "func product(axis: Int) -> Tensor", Tensor.product(axis:)),
    HostFunction(
      method: "func product(keepingAxis axis: Int) -> Tensor",
      Tensor.product(keepingAxis:)
    ),
    HostFunction("func min() -> Double", of: "Tensor") { (x: Tensor) in x.min() },
    HostFunction(method: "func min(axis: Int) -> Tensor", Tensor.min(axis:)),
    HostFunction(method: "func min(keepingAxis axis: Int) -> Tensor", Tensor.min(keepingAxis:)),
    HostFunction("func max() -> Double", of: "Tensor") { (x: Tensor) in x.max() },
    HostFunction(method: "func max(axis: Int) -> Tensor", Tensor.max(axis:)),
    HostFunction(method: "func max(keepingAxis axis: Int) -> Tensor", Tensor.max(keepingAxis:)),
    HostFunction(
      method: "func variance(_ kind: Variance = .population) -> Double",
      Tensor.variance(_:)
    ),
    HostFunction(
      method: "func variance(axis: Int, _ kind: Variance = .population) -> Tensor",
      Tensor.variance(axis:_:)
    ),
    HostFunction(
      method: "func variance(keepingAxis axis: Int, _ kind: Variance = .population) -> Tensor",
      Tensor.variance(keepingAxis:_:)
    ),
    HostFunction(
      method: "func standardDeviation(_ kind: Variance = .population) -> Double",
      Tensor.standardDeviation(_:)
    ),
    HostFunction(
      method: "func standardDeviation(axis: Int, _ kind: Variance = .population) -> Tensor",
      Tensor.standardDeviation(axis:_:)
    ),
    HostFunction(
      method:
        "func standardDeviation(keepingAxis axis: Int, _ kind: Variance = .population) -> Tensor",
      Tensor.standardDeviation(keepingAxis:_:)
    ),
    HostFunction("func norm() -> Double", of: "Tensor") { (x: Tensor) in x.norm() },
    HostFunction(method: "func norm(axis: Int) -> Tensor", Tensor.norm(axis:)),
    HostFunction(method: "func norm(keepingAxis axis: Int) -> Tensor", Tensor.norm(keepingAxis:)),
    HostFunction("func logSumExp() -> Double", of: "Tensor") { (x: Tensor) in x.logSumExp() },
    HostFunction(method: "func logSumExp(axis: Int) -> Tensor", Tensor.logSumExp(axis:)),
    HostFunction(
      method: "func logSumExp(keepingAxis axis: Int) -> Tensor",
      Tensor.logSumExp(keepingAxis:)
    ),
  ]
}
