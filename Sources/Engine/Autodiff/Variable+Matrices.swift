// Matrix products and shapes of variables.

/// Returns the matrix product of two variables; `dA = dC · Bᵀ` and `dB = Aᵀ · dC`.
///
/// - Parameters:
///   - left: The left factor, a matrix `[n, k]`.
///   - right: The right factor, a matrix `[k, m]`.
/// - Returns: A variable of shape `[n, m]`.
/// - Throws: `EngineError.innerDimensionsDiffer`, or `.wrongRank` when one is not a matrix.
@_disfavoredOverload
public func matmul(_ left: Variable, _ right: Variable) throws(EngineError) -> Variable {
  guard left.tape === right.tape else { throw .foreignVariable(operation: "matmul") }
  let (a, b) = (left.value, right.value)
  let product = try matrixProduct(a, b)
  let node = left.tape.node([left.node, right.node]) { upstream in
    [
      (try? Engine.matmul(upstream, b.transposed())) ?? upstream,
      (try? Engine.matmul(a.transposed(), upstream)) ?? upstream,
    ]
  }
  return Variable(product, node: node, tape: left.tape)
}

/// Returns the matrix product of a constant and a variable.
///
/// - Parameters:
///   - left: The left factor, a matrix `[n, k]`.
///   - right: The right factor, a matrix `[k, m]`.
/// - Returns: A variable of shape `[n, m]`.
/// - Throws: `EngineError.innerDimensionsDiffer`, or `.wrongRank` when one is not a matrix.
@_disfavoredOverload
public func matmul(_ left: Tensor, _ right: Variable) throws(EngineError) -> Variable {
  let product = try matrixProduct(left, right.value)
  let node = right.tape.node([right.node]) { upstream in
    [(try? Engine.matmul(left.transposed(), upstream)) ?? upstream]
  }
  return Variable(product, node: node, tape: right.tape)
}

/// Returns the matrix product of a variable and a constant.
///
/// - Parameters:
///   - left: The left factor, a matrix `[n, k]`.
///   - right: The right factor, a matrix `[k, m]`.
/// - Returns: A variable of shape `[n, m]`.
/// - Throws: `EngineError.innerDimensionsDiffer`, or `.wrongRank` when one is not a matrix.
@_disfavoredOverload
public func matmul(_ left: Variable, _ right: Tensor) throws(EngineError) -> Variable {
  let product = try matrixProduct(left.value, right)
  let node = left.tape.node([left.node]) { upstream in
    [(try? Engine.matmul(upstream, right.transposed())) ?? upstream]
  }
  return Variable(product, node: node, tape: left.tape)
}

private func matrixProduct(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left.requireMatrix("matmul")
  try right.requireMatrix("matmul")
  return try matmul(left, right)
}

extension Variable {
  /// Returns the same elements in another shape.
  ///
  /// - Parameter shape: The new shape. One extent may be -1: it is what the others leave.
  /// - Returns: A variable of that shape.
  /// - Throws: `EngineError.elementCountMismatch`, or `.negativeExtent`.
  @_disfavoredOverload
  public func reshaped(_ shape: [Int]) throws(EngineError) -> Variable {
    let x = value
    let node = tape.node([node]) { [Tensor(unchecked: $0.elements, shape: x.shape)] }
    return Variable(try x.reshaped(shape), node: node, tape: tape)
  }

  /// Returns the variable with its axes in reverse.
  public func transposed() -> Variable {
    let node = tape.node([node]) { [$0.transposed()] }
    return Variable(value.transposed(), node: node, tape: tape)
  }

  /// Returns one element as a number.
  ///
  /// - Parameter indices: One index for each axis.
  /// - Returns: A variable that is a number.
  /// - Throws: `EngineError.indexCountMismatch`, or `.indexOutOfRange`.
  @_disfavoredOverload
  public func element(at indices: [Int]) throws(EngineError) -> Variable {
    let x = value
    let element = try x.element(at: indices)
    let node = tape.node([node]) { upstream in
      var gradient = x.mapping { _ in 0 }
      try? gradient.setElement(upstream.elements[0], at: indices)
      return [gradient]
    }
    return Variable(element, node: node, tape: tape)
  }

  /// The element at some indices, one for each axis.
  @_disfavoredOverload
  public subscript(_ indices: Int...) -> Variable {
    get throws(EngineError) { try element(at: indices) }
  }
}
