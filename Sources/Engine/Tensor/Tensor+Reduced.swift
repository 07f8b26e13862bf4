// The one implementation behind all reductions.

extension Tensor {
  /// Returns all elements reduced to one number.
  ///
  /// - Parameter reduction: What to make of them.
  /// - Returns: The one number.
  public func reduced(by reduction: Reduction) -> Double {
    elements.withUnsafeBufferPointer { reduction($0) }
  }

  /// Returns the tensor reduced along some axes, without these axes.
  ///
  /// - Parameters:
  ///   - reduction: What to make of the elements along the axes.
  ///   - axes: The axes; negative ones count from the end. None leaves each element alone.
  /// - Returns: A tensor of the other axes.
  /// - Throws: `EngineError.axisOutOfRange`, or `.repeatedAxis`.
  @_disfavoredOverload
  public func reduced(by reduction: Reduction, axes: [Int]) throws(EngineError) -> Tensor {
    let axes = try resolvedAxes(axes, for: reduction.name)
    let kept = shape.indices.filter { !axes.contains($0) }
    return reduced(reduction, along: axes, to: kept.map { shape[$0] })
  }

  /// Returns the tensor reduced along some axes, which stay with the extent 1.
  ///
  /// - Parameters:
  ///   - reduction: What to make of the elements along the axes.
  ///   - axes: The axes; negative ones count from the end. None leaves each element alone.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`, or `.repeatedAxis`.
  @_disfavoredOverload
  public func reduced(
    by reduction: Reduction,
    keepingAxes axes: [Int]
  ) throws(EngineError) -> Tensor {
    let axes = try resolvedAxes(axes, for: reduction.name)
    return reduced(
      reduction,
      along: axes,
      to: shape.indices.map { axes.contains($0) ? 1 : shape[$0] }
    )
  }

  /// The tensor reduced along axes that are counted from the front, in the shape given.
  private func reduced(
    _ reduction: Reduction,
    along axes: [Int],
    to newShape: [Int]
  ) -> Tensor {
    let kept = shape.indices.filter { !axes.contains($0) }
    let lined = permuted(kept + axes.sorted())
    let extent = axes.reduce(1) { $0 * shape[$1] }
    let count = kept.reduce(1) { $0 * shape[$1] }
    let results = lined.elements.withUnsafeBufferPointer { source in
      (0..<count).map {
        reduction(UnsafeBufferPointer(rebasing: source[$0 * extent..<($0 + 1) * extent]))
      }
    }
    return Tensor(unchecked: results, shape: newShape)
  }
}

extension Reduction {
  /// The name by which messages call the reduction.
  var name: String {
    switch self {
    case .sum: "sum"
    case .mean: "mean"
    case .product: "product"
    case .min: "min"
    case .max: "max"
    case .variance: "variance"
    case .standardDeviation: "standardDeviation"
    case .l1Norm: "l1Norm"
    case .l2Norm: "norm"
    case .sumOfSquares: "sumOfSquares"
    case .logSum: "logSum"
    case .logSumExp: "logSumExp"
    }
  }
}
