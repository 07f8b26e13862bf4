// Joining tensors and taking them apart.

/// Returns tensors joined along an axis.
///
/// - Parameters:
///   - tensors: One or more, with equal extents on all other axes.
///   - axis: The axis; negative ones count from the end.
/// - Returns: A tensor whose extent along `axis` is the sum of theirs.
/// - Throws: `EngineError.noTensors`, `.axisOutOfRange`, or `.shapesDiffer`.
@_disfavoredOverload
public func concatenate(_ tensors: [Tensor], axis: Int = 0) throws(EngineError) -> Tensor {
  guard let first = tensors.first else { throw .noTensors(operation: "concatenate") }
  let axis = try first.resolvedAxis(axis, for: "concatenate")
  var shape = first.shape
  shape[axis] = 0
  for tensor in tensors {
    var fitted = first.shape
    if tensor.rank == first.rank { fitted[axis] = tensor.shape[axis] }
    guard tensor.shape == fitted else {
      throw .shapesDiffer(operation: "concatenate", expected: fitted, found: tensor.shape)
    }
    shape[axis] += tensor.shape[axis]
  }
  var elements: [Double] = []
  elements.reserveCapacity(try Tensor.elementCount(of: shape))
  let views = tensors.map { $0.view(along: axis) }
  for outer in 0..<views[0].outer {
    for (tensor, view) in zip(tensors, views) {
      let block = view.extent * view.inner
      elements.append(contentsOf: tensor.elements[outer * block..<(outer + 1) * block])
    }
  }
  return Tensor(unchecked: elements, shape: shape)
}

/// Returns tensors of one shape joined along a new axis.
///
/// - Parameters:
///   - tensors: One or more of equal shapes.
///   - axis: Where the new axis is in the result.
/// - Returns: A tensor of one axis more.
/// - Throws: `EngineError.noTensors`, `.axisOutOfRange`, or `.shapesDiffer`.
@_disfavoredOverload
public func stack(_ tensors: [Tensor], axis: Int = 0) throws(EngineError) -> Tensor {
  var expanded: [Tensor] = []
  for tensor in tensors { expanded.append(try tensor.expandingShape(at: axis)) }
  return try concatenate(expanded, axis: axis)
}

extension Tensor {
  /// Returns the parts of a tensor along an axis.
  ///
  /// - Parameters:
  ///   - sizes: The extent of each part; together that of the axis.
  ///   - axis: The axis; negative ones count from the end.
  /// - Returns: A tensor for each size.
  /// - Throws: `EngineError.axisOutOfRange`, `.negativeExtent`, or `.elementCountMismatch`.
  @_disfavoredOverload
  public func split(sizes: [Int], axis: Int = 0) throws(EngineError) -> [Tensor] {
    let axis = try resolvedAxis(axis, for: "split")
    guard sizes.allSatisfy({ $0 >= 0 }) else { throw .negativeExtent(shape: sizes) }
    // Sums are cut off above the extent, so that no size overflows them.
    let limit = shape[axis] + 1
    guard sizes.reduce(0, { Swift.min($0, limit) + Swift.min($1, limit) }) == shape[axis] else {
      throw .partsDoNotFit(sizes: sizes, extent: shape[axis])
    }
    var parts: [Tensor] = []
    var start = 0
    for size in sizes {
      parts.append(try slice(axis: axis, start..<start + size))
      start += size
    }
    return parts
  }

  /// Returns the tensor repeated along each axis.
  ///
  /// - Parameter counts: How often, for each axis.
  /// - Returns: A tensor whose extents are the products of its own and the counts.
  /// - Throws: `EngineError.indexCountMismatch`, `.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public func tiled(_ counts: [Int]) throws(EngineError) -> Tensor {
    guard counts.count == rank else {
      throw .indexCountMismatch(count: counts.count, shape: shape)
    }
    var newShape = counts
    for axis in 0..<rank {
      let (product, overflow) = counts[axis].multipliedReportingOverflow(by: shape[axis])
      guard !overflow else { throw .tensorTooLarge(shape: counts, limit: Tensor.maximumCount) }
      newShape[axis] = product
    }
    guard try Tensor.elementCount(of: newShape) > 0 else {
      return Tensor(unchecked: [], shape: newShape)
    }
    var result = self
    for axis in 0..<rank where counts[axis] != 1 {
      result = try concatenate([Tensor](repeating: result, count: counts[axis]), axis: axis)
    }
    return result
  }
}
