extension Tensor {
  /// The axis counted from the front, for one that may be counted from the end.
  ///
  /// - Throws: `EngineError.axisOutOfRange`.
  func resolvedAxis(_ axis: Int, for operation: String) throws(EngineError) -> Int {
    let resolved = axis < 0 ? axis + rank : axis
    guard resolved >= 0, resolved < rank else {
      throw .axisOutOfRange(operation: operation, axis: axis, shape: shape)
    }
    return resolved
  }

  /// The axes counted from the front, each named once.
  ///
  /// - Throws: `EngineError.axisOutOfRange`, or `.repeatedAxis`.
  func resolvedAxes(_ axes: [Int], for operation: String) throws(EngineError) -> [Int] {
    var result: [Int] = []
    for axis in axes {
      let resolved = try resolvedAxis(axis, for: operation)
      if result.contains(resolved) { throw .repeatedAxis(operation: operation, axis: axis) }
      result.append(resolved)
    }
    return result
  }

  /// A tensor seen along one axis: element `[o, i, n]` is `elements[(o * extent + i) * inner + n]`.
  struct AxisView {
    /// The product of the extents before the axis.
    var outer: Int
    /// The extent of the axis.
    var extent: Int
    /// The product of the extents after the axis, and the distance of neighbours along it.
    var inner: Int
  }

  /// The view along an axis that is counted from the front.
  func view(along axis: Int) -> AxisView {
    AxisView(
      outer: shape[..<axis].reduce(1, *),
      extent: shape[axis],
      inner: shape[(axis + 1)...].reduce(1, *)
    )
  }

  /// The distances in `elements` of neighbours along each axis.
  static func strides(of shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in stride(from: shape.count - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }
}
