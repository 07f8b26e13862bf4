// The loss of logistic regression, and the squared error.

/// Returns the binary cross entropy of the logistic function of scores.
///
/// `L = -y log σ(z) - (1 - y) log(1 - σ(z))`, computed as `max(z, 0) - zy + log(1 + e^-|z|)`, which
/// does not overflow. It is the cross entropy of the two classes `softmax([z, 0])`, and its gradient
/// in `z` is `(σ(z) - y) / m`.
///
/// - Parameters:
///   - logits: z, of any shape.
///   - labels: y, of the same shape, from 0 to 1.
///   - reduction: Whether to take the mean or the sum.
/// - Returns: The mean or the sum over all elements; the mean of none is NaN.
/// - Throws: `EngineError.shapesDiffer`, or `.argumentOutOfRange` for a label outside 0 to 1.
@_disfavoredOverload
public func binaryCrossEntropy(
  logits: Tensor,
  labels: Tensor,
  reduction: LossReduction = .mean
) throws(EngineError) -> Double {
  try requireBinary(logits, labels)
  let losses = try Tensor.combining(logits, labels, "binaryCrossEntropy") { z, y in
    (z < 0 ? 0 : z) - z * y + cLog1p(cExp(-z.magnitude))
  }
  return reduction.reduced(losses)
}

/// Returns the binary cross entropy of predicted probabilities.
///
/// `L = -y log ŷ - (1 - y) log(1 - ŷ)`; a term whose factor is 0 adds nothing.
///
/// - Parameters:
///   - probabilities: ŷ, of any shape, from 0 to 1.
///   - labels: y, of the same shape, from 0 to 1.
///   - reduction: Whether to take the mean or the sum.
/// - Returns: The mean or the sum over all elements; the mean of none is NaN.
/// - Throws: `EngineError.shapesDiffer`, `.notAProbability`, or `.argumentOutOfRange` for a label
///   outside 0 to 1.
@_disfavoredOverload
public func binaryCrossEntropy(
  probabilities: Tensor,
  labels: Tensor,
  reduction: LossReduction = .mean
) throws(EngineError) -> Double {
  try requireBinary(probabilities, labels)
  for (example, value) in probabilities.elements.enumerated() where value < 0 || value > 1 {
    throw .notAProbability(argument: "probabilities", value: value, example: example)
  }
  let losses = try Tensor.combining(probabilities, labels, "binaryCrossEntropy") { p, y in
    -(y == 0 ? 0 : y * cLog(p)) - (y == 1 ? 0 : (1 - y) * cLog1p(-p))
  }
  return reduction.reduced(losses)
}

/// Returns the gradient of the binary cross entropy in the scores, `(σ(z) - y) / m`.
///
/// - Parameters:
///   - logits: z, of any shape.
///   - labels: y, of the same shape, from 0 to 1.
///   - reduction: Whether the loss is the mean or the sum, whose gradient is not divided by `m`.
/// - Returns: A tensor of that shape.
/// - Throws: `EngineError.shapesDiffer`, or `.argumentOutOfRange` for a label outside 0 to 1.
@_disfavoredOverload
public func binaryCrossEntropyGradient(
  logits: Tensor,
  labels: Tensor,
  reduction: LossReduction = .mean
) throws(EngineError) -> Tensor {
  try requireBinary(logits, labels)
  let divisor =
    switch reduction {
    case .mean: Double(logits.count)
    case .sum: 1.0
    }
  return try Tensor.combining(logits, labels, "binaryCrossEntropy") { (sigmoid($0) - $1) / divisor }
}

/// Returns the mean of the squared differences of two tensors.
///
/// - Parameters:
///   - predictions: What was predicted, of any shape.
///   - targets: What is true, of the same shape.
/// - Returns: The mean over all elements; NaN without any.
/// - Throws: `EngineError.shapesDiffer`.
@_disfavoredOverload
public func meanSquaredError(
  predictions: Tensor,
  targets: Tensor
) throws(EngineError) -> Double {
  guard predictions.shape == targets.shape else {
    throw .shapesDiffer(
      operation: "meanSquaredError",
      expected: predictions.shape,
      found: targets.shape
    )
  }
  return try Tensor.combining(predictions, targets, "meanSquaredError") {
    ($0 - $1) * ($0 - $1)
  }.mean()
}

extension LossReduction {
  /// The losses as one number.
  fileprivate func reduced(_ losses: Tensor) -> Double {
    switch self {
    case .mean: losses.mean()
    case .sum: losses.sum()
    }
  }
}

private func requireBinary(_ predictions: Tensor, _ labels: Tensor) throws(EngineError) {
  guard predictions.shape == labels.shape else {
    throw .shapesDiffer(
      operation: "binaryCrossEntropy",
      expected: predictions.shape,
      found: labels.shape
    )
  }
  for label in labels.elements where label < 0 || label > 1 {
    throw .argumentOutOfRange(argument: "labels", value: label, allowed: "from 0 to 1")
  }
}
