// Sums and means of a variable: a gradient goes back to every element that was added.

extension Variable {
  /// Returns the sum of all elements.
  public func sum() -> Variable {
    reduced(1) { $0.sum() }
  }

  /// Returns the mean of all elements.
  public func mean() -> Variable {
    reduced(1 / Double(value.count)) { $0.mean() }
  }

  /// Returns the sum along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A variable of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func sum(keepingAxis axis: Int) throws(EngineError) -> Variable {
    let x = value
    return spreading(try x.sum(keepingAxis: axis), over: x.shape, 1)
  }

  /// Returns the mean along an axis, which stays with the extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A variable of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func mean(keepingAxis axis: Int) throws(EngineError) -> Variable {
    let x = value
    let mean = try x.mean(keepingAxis: axis)
    return spreading(mean, over: x.shape, Double(mean.count) / Double(max(x.count, 1)))
  }

  /// Returns the sum along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A variable of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func sum(axis: Int) throws(EngineError) -> Variable {
    try sum(keepingAxis: axis).dropping(axis)
  }

  /// Returns the mean along an axis, without that axis.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A variable of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func mean(axis: Int) throws(EngineError) -> Variable {
    try mean(keepingAxis: axis).dropping(axis)
  }

  private func reduced(_ slope: Double, _ reduce: (Tensor) -> Double) -> Variable {
    let x = value
    let node = tape.node([node]) { upstream in
      [x.mapping { _ in upstream.elements[0] * slope }]
    }
    return Variable(reduce(x), node: node, tape: tape)
  }

  private func spreading(_ result: Tensor, over shape: [Int], _ slope: Double) -> Variable {
    let node = tape.node([node]) { upstream in
      // A tensor of shape `shape` reduced to `result`, so the way back broadcasts.
      [((try? upstream.broadcast(to: shape)) ?? upstream) * slope]
    }
    return Variable(result, node: node, tape: tape)
  }

  private func dropping(_ axis: Int) throws(EngineError) -> Variable {
    let axis = try value.resolvedAxis(axis, for: "sum")
    var dropped = shape
    dropped.remove(at: axis)
    return try reshaped(dropped)
  }
}
