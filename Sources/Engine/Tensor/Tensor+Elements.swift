// Reading and changing single elements.

extension Tensor {
  /// Returns the element at some indices, one for each axis.
  ///
  /// - Parameter indices: The indices, each from 0 to its axis' extent minus 1.
  /// - Returns: The element.
  /// - Throws: `EngineError.indexCountMismatch`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func element(at indices: [Int]) throws(EngineError) -> Double {
    elements[try offset(of: indices)]
  }

  /// Changes the element at some indices, one for each axis.
  ///
  /// - Parameters:
  ///   - value: The new element.
  ///   - indices: The indices, each from 0 to its axis' extent minus 1.
  /// - Throws: `EngineError.indexCountMismatch`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public mutating func setElement(_ value: Double, at indices: [Int]) throws(EngineError) {
    elements[try offset(of: indices)] = value
  }

  /// The element at some indices, one for each axis: `x[2]` of a vector, `x[0, 3]` of a matrix.
  @_disfavoredOverload
  public subscript(_ indices: Int...) -> Double {
    get throws(EngineError) { try element(at: indices) }
  }

  /// The only element of a tensor, whatever its shape.
  ///
  /// - Throws: `EngineError.elementCountMismatch` when there is not exactly one.
  @_disfavoredOverload
  public var scalar: Double {
    get throws(EngineError) {
      guard elements.count == 1 else {
        throw .elementCountMismatch(shape: [], count: elements.count)
      }
      return elements[0]
    }
  }

  private func offset(of indices: [Int]) throws(EngineError) -> Int {
    guard indices.count == rank else {
      throw .indexCountMismatch(count: indices.count, shape: shape)
    }
    var offset = 0
    for axis in 0..<rank {
      guard indices[axis] >= 0, indices[axis] < shape[axis] else {
        throw .indexOutOfRange(index: indices[axis], axis: axis, shape: shape)
      }
      offset = offset * shape[axis] + indices[axis]
    }
    return offset
  }
}
