import Engine
import Script

extension TieBreak: EngineValue {
  static var scriptType: String { "TieBreak" }
}

extension RankOrder: EngineValue {
  static var scriptType: String { "RankOrder" }
}

extension RankedElements: EngineValue {
  static var scriptType: String { "RankedElements" }
}

/// Returns what picks elements of tensors by value or by index.
func publishSelection() -> HostLibrary {
  HostLibrary(
    types: [HostType(TieBreak.self), HostType(RankOrder.self), HostType(RankedElements.self)],
    functions: [
      HostFunction("func argMax() -> Int", of: "Tensor") { (x: Tensor) in try x.argMax() },
      HostFunction("func argMin() -> Int", of: "Tensor") { (x: Tensor) in try x.argMin() },
      HostFunction(
        method: "func argMax(axis: Int, ties: TieBreak = .first) -> [Int]",
        Tensor.argMax(axis:ties:)
      ),
      HostFunction(
        method: "func argMin(axis: Int, ties: TieBreak = .first) -> [Int]",
        Tensor.argMin(axis:ties:)
      ),
      HostFunction("func hardmax(_ x: Tensor, axis: Int = 0) -> Tensor") { (x: Tensor, axis: Int) in
        try hardmax(x, axis: axis)
      },
      HostFunction("func oneHot(_ labels: [Int], classCount: Int) -> Tensor", work: .oneHot) {
        (labels: [Int], classCount: Int) in try oneHot(labels, classCount: classCount)
      },
      HostFunction(
        method: "func gather(_ indices: [Int], axis: Int = 0) -> Tensor",
        Tensor.gather(_:axis:)
      ),
      HostFunction(
        method: "func slice(axis: Int = 0, from start: Int, to end: Int, by step: Int) -> Tensor",
        Tensor.slice(axis:from:to:by:)
      ),
      HostFunction(
        method:
          "func top(_ count: Int, axis: Int = 0, order: RankOrder = .greatest) -> RankedElements",
        Tensor.top(_:axis:order:)
      ),
      HostFunction(property: "var values: Tensor", \RankedElements.values),
      HostFunction(property: "var indices: [Int]", \RankedElements.indices),
    ] + HostFunction.cases(["first": TieBreak.first, "last": TieBreak.last])
      + HostFunction.cases(["greatest": RankOrder.greatest, "least": RankOrder.least])
  )
}
