// Rows, columns and other parts of a tensor.

extension Tensor {
  /// Returns the part of a tensor whose index along one axis lies in a range.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - range: The indices to keep. It may be empty.
  /// - Returns: A tensor of the same rank; the axis has the extent `range.count`.
  /// - Throws: `EngineError.axisOutOfRange`, or `.rangeOutOfBounds`.
  @_disfavoredOverload
  public func slice(axis: Int = 0, _ range: Range<Int>) throws(EngineError) -> Tensor {
    let axis = try resolvedAxis(axis, for: "slice")
    guard range.lowerBound >= 0, range.upperBound <= shape[axis] else {
      throw .rangeOutOfBounds(
        lower: range.lowerBound,
        upper: range.upperBound,
        axis: axis,
        shape: shape
      )
    }
    let view = view(along: axis)
    var part: [Double] = []
    part.reserveCapacity(view.outer * range.count * view.inner)
    for outer in 0..<view.outer {
      let start = (outer * view.extent + range.lowerBound) * view.inner
      part.append(contentsOf: elements[start..<start + range.count * view.inner])
    }
    var partShape = shape
    partShape[axis] = range.count
    return Tensor(unchecked: part, shape: partShape)
  }

  /// Returns the part of a tensor at one index of an axis, without that axis.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - index: The index along the axis.
  /// - Returns: A tensor of one axis less: a vector of a matrix, a scalar tensor of a vector.
  /// - Throws: `EngineError.axisOutOfRange`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func slice(axis: Int = 0, at index: Int) throws(EngineError) -> Tensor {
    let axis = try resolvedAxis(axis, for: "slice")
    guard index >= 0, index < shape[axis] else {
      throw .indexOutOfRange(index: index, axis: axis, shape: shape)
    }
    let kept = try slice(axis: axis, index..<index + 1)
    var partShape = shape
    partShape.remove(at: axis)
    return Tensor(unchecked: kept.elements, shape: partShape)
  }

  /// Returns one row of a matrix, a vector: one feature of all examples.
  ///
  /// - Parameter index: The row's index.
  /// - Returns: A vector of one element for each column.
  /// - Throws: `EngineError.wrongRank`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func row(_ index: Int) throws(EngineError) -> Tensor {
    try requireMatrix("row")
    return try slice(axis: 0, at: index)
  }

  /// Returns one column of a matrix, a vector: all features of one example.
  ///
  /// - Parameter index: The column's index.
  /// - Returns: A vector of one element for each row.
  /// - Throws: `EngineError.wrongRank`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func column(_ index: Int) throws(EngineError) -> Tensor {
    try requireMatrix("column")
    return try slice(axis: 1, at: index)
  }

  /// Returns some rows of a matrix, a matrix.
  ///
  /// - Parameter range: The rows' indices.
  /// - Returns: A matrix of `range.count` rows.
  /// - Throws: `EngineError.wrongRank`, or `.rangeOutOfBounds`.
  @_disfavoredOverload
  public func rows(_ range: Range<Int>) throws(EngineError) -> Tensor {
    try requireMatrix("rows")
    return try slice(axis: 0, range)
  }

  /// Returns some columns of a matrix, a matrix: a minibatch.
  ///
  /// - Parameter range: The columns' indices.
  /// - Returns: A matrix of `range.count` columns.
  /// - Throws: `EngineError.wrongRank`, or `.rangeOutOfBounds`.
  @_disfavoredOverload
  public func columns(_ range: Range<Int>) throws(EngineError) -> Tensor {
    try requireMatrix("columns")
    return try slice(axis: 1, range)
  }

  func requireMatrix(_ operation: String) throws(EngineError) {
    guard rank == 2 else {
      throw .wrongRank(operation: operation, expected: "a matrix", shape: shape)
    }
  }
}
