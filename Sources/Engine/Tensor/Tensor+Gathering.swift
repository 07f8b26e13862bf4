// Picking elements by index, by step and by rank.

extension Tensor {
  /// Returns the parts of a tensor at some indices of an axis, in their order.
  ///
  /// - Parameters:
  ///   - indices: The indices; one may occur often. Negative ones count from the end.
  ///   - axis: The axis; negative ones count from the end.
  /// - Returns: A tensor whose extent along `axis` is `indices.count`.
  /// - Throws: `EngineError.axisOutOfRange`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func gather(_ indices: [Int], axis: Int = 0) throws(EngineError) -> Tensor {
    let axis = try resolvedAxis(axis, for: "gather")
    let view = view(along: axis)
    var newShape = shape
    newShape[axis] = indices.count
    var result: [Double] = []
    result.reserveCapacity(try Tensor.elementCount(of: newShape))
    let resolved = indices.map { $0 < 0 ? $0 + view.extent : $0 }
    for (index, found) in zip(indices, resolved) where found < 0 || found >= view.extent {
      throw .indexOutOfRange(index: index, axis: axis, shape: shape)
    }
    for outer in 0..<view.outer {
      for index in resolved {
        let start = (outer * view.extent + index) * view.inner
        result.append(contentsOf: elements[start..<start + view.inner])
      }
    }
    return Tensor(unchecked: result, shape: newShape)
  }

  /// Returns every `step`-th part of a tensor along an axis.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - start: The first index.
  ///   - end: The index that is not reached; -1 with a negative step runs through index 0.
  ///   - step: The distance, positive or negative.
  /// - Returns: A tensor of the same rank.
  /// - Throws: `EngineError.axisOutOfRange`, `.indexOutOfRange`, or `.argumentOutOfRange` for a
  ///   step of 0.
  @_disfavoredOverload
  public func slice(
    axis: Int = 0,
    from start: Int,
    to end: Int,
    by step: Int
  ) throws(EngineError) -> Tensor {
    guard step != 0 else {
      throw .argumentOutOfRange(argument: "by", value: 0, allowed: "not 0")
    }
    let axis = try resolvedAxis(axis, for: "slice")
    // The bounds come first: indices are listed only once they are known to be few.
    let extent = shape[axis]
    let isEmpty = step > 0 ? start >= end : start <= end
    guard isEmpty || start >= 0 && start < extent else {
      throw .indexOutOfRange(index: start, axis: axis, shape: shape)
    }
    let last = step > 0 ? Swift.min(end, extent) : Swift.max(end, -1)
    let stride = Swift.min(Swift.max(step, -extent - 1), extent + 1)
    let indices = isEmpty ? [] : Array(Swift.stride(from: start, to: last, by: stride))
    if let nearest = indices.last, last != end {
      let (next, overflow) = nearest.addingReportingOverflow(step)
      if !overflow, step > 0 ? next < end : next > end {
        throw .indexOutOfRange(index: next, axis: axis, shape: shape)
      }
    }
    return try gather(indices, axis: axis)
  }

  /// Returns the greatest or least elements along an axis, best first.
  ///
  /// - Parameters:
  ///   - count: How many, at most the axis' extent.
  ///   - axis: The axis; negative ones count from the end.
  ///   - order: Whether the greatest or the least ones. A NaN comes last.
  /// - Returns: The elements, and their indices along `axis` row by row. Of equal elements the one
  ///   with the least index comes first.
  /// - Throws: `EngineError.axisOutOfRange`, or `.argumentOutOfRange`.
  @_disfavoredOverload
  public func top(
    _ count: Int,
    axis: Int = 0,
    order: RankOrder = .greatest
  ) throws(EngineError) -> RankedElements {
    let axis = try resolvedAxis(axis, for: "top")
    let view = view(along: axis)
    guard count >= 0, count <= view.extent else {
      throw .argumentOutOfRange(
        argument: "count",
        value: Double(count),
        allowed: "from 0 to \(view.extent), the extent of axis \(axis)"
      )
    }
    var newShape = shape
    newShape[axis] = count
    let size = newShape.reduce(1, *)
    var values = Tensor(unchecked: [Double](repeating: 0, count: size), shape: newShape)
    var indices = [Int](repeating: 0, count: size)
    for outer in 0..<view.outer {
      for inner in 0..<view.inner {
        let start = outer * view.extent * view.inner + inner
        let line = (0..<view.extent).map { elements[start + $0 * view.inner] }
        let ranked = line.indices.sorted {
          order.precedes(line[$0], line[$1]) ?? ($0 < $1)
        }
        for (place, index) in ranked.prefix(count).enumerated() {
          let target = (outer * count + place) * view.inner + inner
          values.elements[target] = line[index]
          indices[target] = index
        }
      }
    }
    return RankedElements(values: values, indices: indices)
  }
}

/// Which elements come first.
public enum RankOrder: Sendable {
  /// The greatest ones.
  case greatest
  /// The least ones.
  case least

  /// Whether one element comes before another, or nil when their order says nothing.
  fileprivate func precedes(_ a: Double, _ b: Double) -> Bool? {
    if a == b || a.isNaN && b.isNaN { return nil }
    if a.isNaN || b.isNaN { return b.isNaN }
    switch self {
    case .greatest: return a > b
    case .least: return a < b
    }
  }
}

/// Elements in the order of their rank, and where they were.
public struct RankedElements: Sendable, Equatable {
  /// The elements, best first along the axis.
  public let values: Tensor

  /// Their indices along the axis, row by row of `values`.
  public let indices: [Int]
}
