// The same elements in another shape or order.

extension Tensor {
  /// Returns the same elements, row by row, in another shape.
  ///
  /// - Parameter shape: The new shape. One extent may be -1: it is what the others leave.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.elementCountMismatch` when the shape does not hold the elements, or
  ///   `.negativeExtent`.
  @_disfavoredOverload
  public func reshaped(_ shape: [Int]) throws(EngineError) -> Tensor {
    var resolved = shape
    if let open = shape.firstIndex(of: -1) {
      resolved[open] = 1
      let known = try Tensor.elementCount(of: resolved)
      guard known > 0, count % known == 0 else {
        throw .elementCountMismatch(shape: shape, count: count)
      }
      resolved[open] = count / known
    }
    return try Tensor(shape: resolved, elements: elements)
  }

  /// Returns the same elements as a vector, row by row.
  public func flattened() -> Tensor {
    Tensor(elements)
  }

  /// Returns the tensor with its axes in another order.
  ///
  /// - Parameter axes: For each axis of the result, the axis of this tensor that it is; without
  ///   it, the axes in reverse, which turns rows into columns. A vector stays as it is.
  /// - Returns: A tensor whose axis `i` is axis `axes[i]` of this one.
  /// - Throws: `EngineError.notAPermutation`.
  @_disfavoredOverload
  public func transposed(_ axes: [Int]) throws(EngineError) -> Tensor {
    let resolved = axes.map { $0 < 0 ? $0 + rank : $0 }
    guard resolved.sorted() == Array(0..<rank) else {
      throw .notAPermutation(axes: axes, shape: shape)
    }
    return permuted(resolved)
  }

  /// Returns the tensor with its axes in reverse: the rows of a matrix become its columns.
  public func transposed() -> Tensor {
    permuted(Array((0..<rank).reversed()))
  }

  /// Returns the tensor with an axis of extent 1 put in.
  ///
  /// - Parameter axis: Where the new axis is in the result; negative ones count from the end.
  /// - Returns: A tensor of one axis more.
  /// - Throws: `EngineError.axisOutOfRange`.
  @_disfavoredOverload
  public func expandingShape(at axis: Int) throws(EngineError) -> Tensor {
    let resolved = axis < 0 ? axis + rank + 1 : axis
    guard resolved >= 0, resolved <= rank else {
      throw .axisOutOfRange(operation: "expandingShape", axis: axis, shape: shape + [1])
    }
    var expanded = shape
    expanded.insert(1, at: resolved)
    _ = try Tensor.elementCount(of: expanded)
    return Tensor(unchecked: elements, shape: expanded)
  }

  /// Returns the tensor without its axes of extent 1.
  public func squeezed() -> Tensor {
    Tensor(unchecked: elements, shape: shape.filter { $0 != 1 })
  }

  /// Returns the tensor without an axis of extent 1.
  ///
  /// - Parameter axis: The axis; negative ones count from the end.
  /// - Returns: A tensor of one axis less.
  /// - Throws: `EngineError.axisOutOfRange`, or `.extentNotOne`.
  @_disfavoredOverload
  public func squeezed(at axis: Int) throws(EngineError) -> Tensor {
    let axis = try resolvedAxis(axis, for: "squeezed")
    guard shape[axis] == 1 else { throw .extentNotOne(axis: axis, shape: shape) }
    var squeezed = shape
    squeezed.remove(at: axis)
    return Tensor(unchecked: elements, shape: squeezed)
  }

  /// The tensor with its axes in an order that is known to be a permutation.
  func permuted(_ axes: [Int]) -> Tensor {
    let newShape = axes.map { shape[$0] }
    let moved = axes.filter { shape[$0] != 1 }
    guard moved != moved.sorted() else { return Tensor(unchecked: elements, shape: newShape) }
    let strides = Tensor.strides(of: shape)
    let result = Tensor.gathering(
      elements,
      shape: newShape,
      strides: axes.map { strides[$0] },
      offset: 0
    )
    return Tensor(unchecked: result, shape: newShape)
  }

  /// The elements met by walking a shape row by row, with a stride in `source` for each axis.
  static func gathering(
    _ source: [Double],
    shape: [Int],
    strides: [Int],
    offset: Int
  ) -> [Double] {
    let count = shape.reduce(1, *)
    guard count > 0 else { return [] }
    guard let innerExtent = shape.last, let innerStride = strides.last else {
      return [source[offset]]
    }
    return [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      source.withUnsafeBufferPointer { source in
        var walk = StridedWalk(shape: shape.dropLast(), strides: [strides.dropLast()])
        var target = 0
        while target < count {
          var position = offset + walk.offsets[0]
          for _ in 0..<innerExtent {
            buffer[target] = source[position]
            target += 1
            position += innerStride
          }
          walk.advance()
        }
      }
      initialized = count
    }
  }
}
