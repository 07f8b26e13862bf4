// Sums, means and other reductions: over all elements, along an axis, or along an axis that stays
// with the extent 1 and so broadcasts back, as in `x - x.mean(keepingAxis: 1)`.

extension Tensor {
  /// Returns the sum of all elements, `Σ xᵢ`; 0 of nothing.
  public func sum() -> Double {
    reduced(by: .sum)
  }

  /// Returns the sum along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func sum(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .sum, axes: [axis])
  }

  /// Returns the sum along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func sum(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .sum, keepingAxes: [axis])
  }

  /// Returns the mean of all elements, `Σ xᵢ / n`; NaN of nothing.
  public func mean() -> Double {
    reduced(by: .mean)
  }

  /// Returns the mean along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func mean(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .mean, axes: [axis])
  }

  /// Returns the mean along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func mean(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .mean, keepingAxes: [axis])
  }

  /// Returns the product of all elements, `Π xᵢ`; 1 of nothing.
  public func product() -> Double {
    reduced(by: .product)
  }

  /// Returns the product along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func product(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .product, axes: [axis])
  }

  /// Returns the product along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func product(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .product, keepingAxes: [axis])
  }

  /// Returns the least element of all elements, `min xᵢ`; infinity of nothing, NaN when one is NaN.
  public func min() -> Double {
    reduced(by: .min)
  }

  /// Returns the least element along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func min(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .min, axes: [axis])
  }

  /// Returns the least element along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func min(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .min, keepingAxes: [axis])
  }

  /// Returns the greatest element of all elements.
  ///
  /// `max xᵢ`; -infinity of nothing, NaN when one is NaN.
  public func max() -> Double {
    reduced(by: .max)
  }

  /// Returns the greatest element along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func max(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .max, axes: [axis])
  }

  /// Returns the greatest element along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func max(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .max, keepingAxes: [axis])
  }

  /// Returns the variance of all elements.
  ///
  /// `Σ (xᵢ - mean)² / n`, or `/ (n - 1)` for `.sample`; NaN of nothing.
  ///
  /// - Parameter kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: The one number.
  public func variance(_ kind: Variance = .population) -> Double {
    reduced(by: .variance(kind))
  }

  /// Returns the variance along an axis, without that axis.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func variance(axis: Int, _ kind: Variance = .population) throws(EngineError) -> Tensor {
    try reduced(by: .variance(kind), axes: [axis])
  }

  /// Returns the variance along an axis, which stays with the extent 1.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func variance(keepingAxis axis: Int, _ kind: Variance = .population) throws(EngineError)
    -> Tensor
  {
    try reduced(by: .variance(kind), keepingAxes: [axis])
  }

  /// Returns the standard deviation of all elements.
  ///
  /// `√(Σ (xᵢ - mean)² / n)`, or `/ (n - 1)` for `.sample`; NaN of nothing.
  ///
  /// - Parameter kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: The one number.
  public func standardDeviation(_ kind: Variance = .population) -> Double {
    reduced(by: .standardDeviation(kind))
  }

  /// Returns the standard deviation along an axis, without that axis.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func standardDeviation(axis: Int, _ kind: Variance = .population) throws(EngineError)
    -> Tensor
  {
    try reduced(by: .standardDeviation(kind), axes: [axis])
  }

  /// Returns the standard deviation along an axis, which stays with the extent 1.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - kind: Whether to divide by `n` or by `n - 1`.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func standardDeviation(keepingAxis axis: Int, _ kind: Variance = .population)
    throws(EngineError) -> Tensor
  {
    try reduced(by: .standardDeviation(kind), keepingAxes: [axis])
  }

  /// Returns the Euclidean norm of all elements, `√Σ xᵢ²`; 0 of nothing.
  public func norm() -> Double {
    reduced(by: .l2Norm)
  }

  /// Returns the Euclidean norm along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func norm(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .l2Norm, axes: [axis])
  }

  /// Returns the Euclidean norm along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func norm(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .l2Norm, keepingAxes: [axis])
  }

  /// Returns the logarithm of the sum of exponentials of all elements.
  ///
  /// `log Σ e^xᵢ`, without overflow; -infinity of nothing.
  public func logSumExp() -> Double {
    reduced(by: .logSumExp)
  }

  /// Returns the logarithm of the sum of exponentials along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func logSumExp(axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .logSumExp, axes: [axis])
  }

  /// Returns the logarithm of the sum of exponentials along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func logSumExp(keepingAxis axis: Int) throws(EngineError) -> Tensor {
    try reduced(by: .logSumExp, keepingAxes: [axis])
  }
}
