// How gradients go back through broadcasting: an element used often gets the sum of its gradients.

extension Variable {
  /// Combines two variables element by element, by a function of two numbers and its slopes.
  ///
  /// - Throws: `EngineError.shapeMismatch`, or `.foreignVariable`.
  @inline(__always)
  static func combining(
    _ left: Variable,
    _ right: Variable,
    _ operation: String,
    _ function: (Double, Double) -> Double,
    leftSlope: @escaping (Double, Double) -> Double,
    rightSlope: @escaping (Double, Double) -> Double
  ) throws(EngineError) -> Variable {
    guard left.tape === right.tape else { throw .foreignVariable(operation: operation) }
    if case .number(let x) = left.storage, case .number(let y) = right.storage {
      return Variable(
        function(x, y),
        node: left.tape.node(left.node, leftSlope(x, y), right.node, rightSlope(x, y)),
        tape: left.tape
      )
    }
    let (x, y) = (left.value, right.value)
    let value = try Tensor.combining(x, y, operation, function)
    let node = left.tape.node([left.node, right.node]) { upstream in
      [
        reduced(upstream, x, y, to: x.shape, by: leftSlope),
        reduced(upstream, x, y, to: y.shape, by: rightSlope),
      ]
    }
    return Variable(value, node: node, tape: left.tape)
  }

  /// Combines a variable with a tensor that counts as constant.
  ///
  /// - Throws: `EngineError.shapeMismatch`.
  @inline(__always)
  func combining(
    with constant: Tensor,
    _ operation: String,
    _ function: (Double, Double) -> Double,
    slope: @escaping (Double, Double) -> Double
  ) throws(EngineError) -> Variable {
    let x = value
    let result = try Tensor.combining(x, constant, operation, function)
    let node = tape.node([node]) { upstream in
      [Variable.reduced(upstream, x, constant, to: x.shape, by: slope)]
    }
    return Variable(result, node: node, tape: tape)
  }

  /// The gradient `upstream · slope(x, y)`, summed over the axes along which an operand of shape
  /// `shape` was repeated.
  fileprivate static func reduced(
    _ upstream: Tensor,
    _ x: Tensor,
    _ y: Tensor,
    to shape: [Int],
    by slope: (Double, Double) -> Double
  ) -> Tensor {
    // The shapes are known to broadcast: the forward pass did so.
    guard let slopes = try? Tensor.combining(x, y, "gradient", slope),
      let product = try? Tensor.combining(upstream, slopes, "gradient", *)
    else { return upstream }
    return product.summed(to: shape)
  }
}

extension Tensor {
  /// The tensor summed over the axes along which one of shape `target` was repeated to become it.
  func summed(to target: [Int]) -> Tensor {
    if shape == target { return self }
    let missing = rank - target.count
    let axes = shape.indices.filter {
      $0 < missing || target[$0 - missing] == 1 && shape[$0] != 1
    }
    guard let sum = try? reduced(by: .sum, axes: axes) else { return self }
    return Tensor(unchecked: sum.elements, shape: target)
  }
}
