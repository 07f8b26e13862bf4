import Engine

extension OnnxOperators {
  /// Operators that make fewer numbers of many.
  static let reductions: [String: Implementation] = [
    "ReduceL1": { [try reduced($0, by: .l1Norm)] },
    "ReduceL2": { [try reduced($0, by: .l2Norm)] },
    "ReduceLogSum": { [try reduced($0, by: .logSum)] },
    "ReduceLogSumExp": { [try reduced($0, by: .logSumExp)] },
    "ReduceMax": { [try reduced($0, by: .max)] },
    "ReduceMean": { [try reduced($0, by: .mean)] },
    "ReduceMin": { [try reduced($0, by: .min)] },
    "ReduceProd": { [try reduced($0, by: .product)] },
    "ReduceSum": { [try reduced($0, by: .sum)] },
    "ReduceSumSquare": { [try reduced($0, by: .sumOfSquares)] },
    "ArgMax": { call in
      [try indices(call) { try $0.argMax(axis: $1, ties: $2) }]
    },
    "ArgMin": { call in
      [try indices(call) { try $0.argMin(axis: $1, ties: $2) }]
    },
  ]

  private static func reduced(_ call: OnnxCall, by reduction: Reduction) throws -> Tensor {
    let data = try call.tensor(0)
    var axes = call.integers(1) ?? call.integers("axes") ?? []
    if axes.isEmpty, call.integer("noop_with_empty_axes", default: 0) == 0 {
      axes = Array(0..<data.rank)
    }
    return call.integer("keepdims", default: 1) == 1
      ? try data.reduced(by: reduction, keepingAxes: axes)
      : try data.reduced(by: reduction, axes: axes)
  }

  private static func indices(
    _ call: OnnxCall,
    _ find: (Tensor, Int, TieBreak) throws -> [Int]
  ) throws -> Tensor {
    let data = try call.tensor(0)
    let axis = call.integer("axis", default: 0)
    let ties: TieBreak = call.integer("select_last_index", default: 0) == 1 ? .last : .first
    var shape = data.shape
    shape[axis < 0 ? axis + data.rank : axis] = 1
    let found = try Tensor(
      shape: shape,
      elements: find(data, axis, ties).map { Double($0) }
    )
    return call.integer("keepdims", default: 1) == 1 ? found : try found.squeezed(at: axis)
  }
}
