// Softmax and the losses of variables.

/// Returns the softmax along an axis; see `softmax` of a tensor.
///
/// - Parameters:
///   - z: The scores.
///   - axis: The axis of the classes.
/// - Returns: A variable of the same shape; `dz = a·(da - Σ a·da)` along the axis.
/// - Throws: `EngineError.axisOutOfRange`.
@_disfavoredOverload
public func softmax(_ z: Variable, axis: Int = 0) throws(EngineError) -> Variable {
  let a = try softmax(z.value, axis: axis)
  let node = z.tape.node([z.node]) { upstream in
    let weighted = Tensor.sameShape(upstream, a, *)
    let sums = (try? weighted.sum(keepingAxis: axis)) ?? weighted
    return [
      (try? Tensor.combining(weighted, a * sums, "softmax", -)) ?? weighted
    ]
  }
  return Variable(a, node: node, tape: z.tape)
}

/// Returns the logarithm of the softmax along an axis; see `logSoftmax` of a tensor.
///
/// - Parameters:
///   - z: The scores.
///   - axis: The axis of the classes.
/// - Returns: A variable of the same shape; `dz = dy - softmax(z)·Σ dy` along the axis.
/// - Throws: `EngineError.axisOutOfRange`.
@_disfavoredOverload
public func logSoftmax(_ z: Variable, axis: Int = 0) throws(EngineError) -> Variable {
  let y = try logSoftmax(z.value, axis: axis)
  let a = exp(y)
  let node = z.tape.node([z.node]) { upstream in
    let sums = (try? upstream.sum(keepingAxis: axis)) ?? upstream
    return [(try? upstream - a * sums) ?? upstream]
  }
  return Variable(y, node: node, tape: z.tape)
}

/// Returns the mean cross entropy of the softmax of scores against one-hot labels.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]`.
///   - labels: y, of the same shape.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: A variable that is a number; `dz = (softmax(z) - y) / m`.
/// - Throws: `EngineError`, as for tensors.
@_disfavoredOverload
public func crossEntropy(
  logits: Variable,
  labels: Tensor,
  options: LossOptions = LossOptions()
) throws(EngineError) -> Variable {
  let z = logits.value
  let gradient = try crossEntropyGradient(logits: z, labels: labels, options: options)
  return try logits.loss(crossEntropy(logits: z, labels: labels, options: options), gradient)
}

/// Returns the mean cross entropy of the softmax of scores against class indices.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]`.
///   - labels: The index of the true class of each example.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: A variable that is a number; `dz = (softmax(z) - y) / m`.
/// - Throws: `EngineError`, as for tensors.
@_disfavoredOverload
public func crossEntropy(
  logits: Variable,
  labels: [Int],
  options: LossOptions = LossOptions()
) throws(EngineError) -> Variable {
  let z = logits.value
  let gradient = try crossEntropyGradient(logits: z, labels: labels, options: options)
  return try logits.loss(crossEntropy(logits: z, labels: labels, options: options), gradient)
}

/// Returns the mean cross entropy of predicted probabilities against one-hot labels.
///
/// - Parameters:
///   - probabilities: ŷ, of shape `[classes, examples]`, or `[classes]`.
///   - labels: y, of the same shape.
/// - Returns: A variable that is a number; `dŷ = -y / ŷ / m`.
/// - Throws: `EngineError`, as for tensors.
@_disfavoredOverload
public func crossEntropy(
  probabilities: Variable,
  labels: Tensor
) throws(EngineError) -> Variable {
  let p = probabilities.value
  let loss = try crossEntropy(probabilities: p, labels: labels)
  let examples = try Double(classesAndExamples(of: p).examples)
  let gradient = try Tensor.combining(labels, p, "crossEntropy") { y, p in
    y == 0 ? 0 : -y / p / examples
  }
  return probabilities.loss(loss, gradient)
}

/// Returns the binary cross entropy of the logistic function of scores.
///
/// - Parameters:
///   - logits: z, of any shape.
///   - labels: y, of the same shape, from 0 to 1.
///   - reduction: Whether to take the mean or the sum.
/// - Returns: A variable that is a number; `dz = (σ(z) - y) / m`, or `σ(z) - y` for the sum.
/// - Throws: `EngineError`, as for tensors.
@_disfavoredOverload
public func binaryCrossEntropy(
  logits: Variable,
  labels: Tensor,
  reduction: LossReduction = .mean
) throws(EngineError) -> Variable {
  let z = logits.value
  let gradient = try binaryCrossEntropyGradient(logits: z, labels: labels, reduction: reduction)
  return try logits.loss(
    binaryCrossEntropy(logits: z, labels: labels, reduction: reduction),
    gradient
  )
}

extension Variable {
  fileprivate func loss(_ loss: Double, _ gradient: Tensor) -> Variable {
    let node = tape.node([node]) { [gradient * $0.elements[0]] }
    return Variable(loss, node: node, tape: tape)
  }
}
