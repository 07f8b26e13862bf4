// How two shapes combine, element by element.
//
// Shapes are compared from the last axis on. Two extents fit when they are equal or one of them is
// 1; that one is repeated. A missing axis counts as 1. So `[n, m]` combines with `[n, 1]` (one
// number for each feature), `[1, m]` or `[m]` (one for each example), and `[]`.

extension Tensor {
  /// Returns the shape that two shapes broadcast to.
  ///
  /// - Parameters:
  ///   - left: A shape.
  ///   - right: Another one.
  /// - Returns: On each axis, counted from the last, the extent that is not 1.
  /// - Throws: `EngineError.shapeMismatch`, `.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func broadcastShape(
    _ left: [Int],
    _ right: [Int]
  ) throws(EngineError) -> [Int] {
    _ = try elementCount(of: left)
    _ = try elementCount(of: right)
    return try broadcastShape(left, right, for: "broadcastShape")
  }

  /// The shape that two shapes broadcast to.
  ///
  /// - Throws: `EngineError.shapeMismatch`, or `.tensorTooLarge`.
  static func broadcastShape(
    _ left: [Int],
    _ right: [Int],
    for operation: String
  ) throws(EngineError) -> [Int] {
    if left == right { return left }
    let rank = Swift.max(left.count, right.count)
    var result = [Int](repeating: 1, count: rank)
    for back in 1...Swift.max(rank, 1) where back <= rank {
      let l = back <= left.count ? left[left.count - back] : 1
      let r = back <= right.count ? right[right.count - back] : 1
      guard l == r || l == 1 || r == 1 else {
        throw .shapeMismatch(operation: operation, left: left, right: right)
      }
      result[rank - back] = l == 1 ? r : l
    }
    _ = try elementCount(of: result)
    return result
  }

  /// The strides that walk a tensor of shape `shape` as if it had the shape `target`.
  static func broadcastStrides(of shape: [Int], to target: [Int]) -> [Int] {
    let own = strides(of: shape)
    let missing = target.count - shape.count
    return target.indices.map { axis in
      axis < missing || shape[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }

  /// Returns the tensor repeated along its axes of extent 1, and along new ones before them.
  ///
  /// - Parameter shape: The shape wanted.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.shapeMismatch` when the tensor does not broadcast to it.
  @_disfavoredOverload
  public func broadcast(to shape: [Int]) throws(EngineError) -> Tensor {
    _ = try Tensor.elementCount(of: shape)
    let result = try Tensor.broadcastShape(self.shape, shape, for: "broadcast")
    guard result == shape else {
      throw .shapeMismatch(operation: "broadcast", left: self.shape, right: shape)
    }
    let strides = Tensor.broadcastStrides(of: self.shape, to: shape)
    return Tensor(
      unchecked: Tensor.gathering(elements, shape: shape, strides: strides, offset: 0),
      shape: shape
    )
  }

  /// Combines two tensors element by element.
  ///
  /// - Throws: `EngineError.shapeMismatch`, or `.tensorTooLarge`.
  @inline(__always)
  static func combining(
    _ left: Tensor,
    _ right: Tensor,
    _ operation: String,
    _ combine: (Double, Double) -> Double
  ) throws(EngineError) -> Tensor {
    if left.shape == right.shape {
      return Tensor(shape: left.shape, count: left.count) { buffer in
        left.elements.withUnsafeBufferPointer { l in
          right.elements.withUnsafeBufferPointer { r in
            for index in 0..<l.count { buffer[index] = combine(l[index], r[index]) }
          }
        }
      }
    }
    let shape = try broadcastShape(left.shape, right.shape, for: operation)
    let count = try elementCount(of: shape)
    guard count > 0, let inner = shape.last else {
      return Tensor(unchecked: [], shape: shape)
    }
    let leftStrides = broadcastStrides(of: left.shape, to: shape)
    let rightStrides = broadcastStrides(of: right.shape, to: shape)
    let (leftStep, rightStep) = (leftStrides[shape.count - 1], rightStrides[shape.count - 1])
    return Tensor(shape: shape, count: count) { buffer in
      left.elements.withUnsafeBufferPointer { l in
        right.elements.withUnsafeBufferPointer { r in
          var walk = StridedWalk(
            shape: shape.dropLast(),
            strides: [leftStrides.dropLast(), rightStrides.dropLast()]
          )
          var target = 0
          while target < count {
            let (i, j) = (walk.offsets[0], walk.offsets[1])
            switch (leftStep, rightStep) {
            case (1, 0):
              let y = r[j]
              for n in 0..<inner { buffer[target + n] = combine(l[i + n], y) }
            case (0, 1):
              let x = l[i]
              for n in 0..<inner { buffer[target + n] = combine(x, r[j + n]) }
            default:
              for n in 0..<inner {
                buffer[target + n] = combine(l[i + n * leftStep], r[j + n * rightStep])
              }
            }
            target += inner
            walk.advance()
          }
        }
      }
    }
  }

  /// Applies a function to each element.
  @inline(__always)
  func mapping(_ transform: (Double) -> Double) -> Tensor {
    Tensor(shape: shape, count: count) { buffer in
      elements.withUnsafeBufferPointer { source in
        for index in 0..<source.count { buffer[index] = transform(source[index]) }
      }
    }
  }
}
