// Cross entropy, the loss of a classifier: the mean over the examples of `-Σⱼ yⱼ log ŷⱼ`.
// (Lecture 9.)

/// Returns the mean cross entropy of predicted probabilities against one-hot labels.
///
/// `J = 1/m Σᵢ L(ŷ⁽ⁱ⁾, y⁽ⁱ⁾)` with `L(ŷ, y) = -Σⱼ yⱼ log ŷⱼ` and the natural logarithm. A class
/// whose label is 0 adds nothing, whatever its probability; a true class of probability 0 makes
/// the loss infinite. For scores that did not go through softmax use `crossEntropy(logits:labels:)`.
///
/// - Parameters:
///   - probabilities: ŷ, of shape `[classes, examples]`, or `[classes]` for one example. Each
///     column sums to 1, up to the rounding of three printed decimals.
///   - labels: y, of the same shape: one-hot columns, or distributions over the classes.
/// - Returns: The mean over the examples; NaN without examples.
/// - Throws: `EngineError.shapesDiffer`, `.wrongRank` for a scalar, `.notAProbability`, or
///   `.probabilitiesDoNotSumToOne`.
@_disfavoredOverload
public func crossEntropy(probabilities: Tensor, labels: Tensor) throws(EngineError) -> Double {
  let classes = try classesAndExamples(of: probabilities)
  try requireSameShape(probabilities, labels)
  try requireDistributions(probabilities, classes, "probabilities")
  try requireDistributions(labels, classes, "labels")
  var total = 0.0
  for (p, y) in zip(probabilities.elements, labels.elements) where y != 0 {
    total -= y * cLog(p)
  }
  return average(of: total, over: Double(classes.examples))
}

/// Returns the mean cross entropy of predicted probabilities against class indices.
///
/// `J = -1/m Σᵢ log ŷ⁽ⁱ⁾[label of i]`.
///
/// - Parameters:
///   - probabilities: ŷ, of shape `[classes, examples]`, or `[classes]` for one example. Each
///     column sums to 1, up to the rounding of three printed decimals.
///   - labels: The index of the true class of each example.
/// - Returns: The mean over the examples; NaN without examples.
/// - Throws: `EngineError.labelCountMismatch`, `.labelOutOfRange`, `.wrongRank` for a scalar,
///   `.notAProbability`, or `.probabilitiesDoNotSumToOne`.
@_disfavoredOverload
public func crossEntropy(probabilities: Tensor, labels: [Int]) throws(EngineError) -> Double {
  let classes = try classesAndExamples(of: probabilities)
  try requireLabels(labels, classes)
  try requireDistributions(probabilities, classes, "probabilities")
  var total = 0.0
  for (example, label) in labels.enumerated() {
    total -= cLog(probabilities.elements[label * classes.examples + example])
  }
  return average(of: total, over: Double(classes.examples))
}

/// Returns the mean cross entropy of the softmax of scores against one-hot labels.
///
/// `J = 1/m Σᵢ Σⱼ yⱼ (log Σₖ e^zₖ - zⱼ)`: the softmax and the logarithm in one step, which stays
/// finite where a probability would vanish. Its gradient in `z` is `(softmax(z) - y) / m`.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: y, of the same shape: one-hot columns, or distributions over the classes.
/// - Returns: The mean over the examples; NaN without examples.
/// - Throws: `EngineError.shapesDiffer`, `.wrongRank` for a scalar, or `.notAProbability` and
///   `.probabilitiesDoNotSumToOne` for the labels.
@_disfavoredOverload
public func crossEntropy(logits: Tensor, labels: Tensor) throws(EngineError) -> Double {
  let classes = try classesAndExamples(of: logits)
  try requireSameShape(logits, labels)
  try requireDistributions(labels, classes, "labels")
  var total = 0.0
  for (z, y) in zip(try logSoftmax(logits).elements, labels.elements) where y != 0 {
    total -= y * z
  }
  return average(of: total, over: Double(classes.examples))
}

/// Returns the mean cross entropy of the softmax of scores against class indices.
///
/// `J = 1/m Σᵢ (log Σₖ e^zₖ - z[label of i])`.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: The index of the true class of each example.
/// - Returns: The mean over the examples; NaN without examples.
/// - Throws: `EngineError.labelCountMismatch`, `.labelOutOfRange`, or `.wrongRank` for a scalar.
@_disfavoredOverload
public func crossEntropy(logits: Tensor, labels: [Int]) throws(EngineError) -> Double {
  let classes = try classesAndExamples(of: logits)
  try requireLabels(labels, classes)
  let logProbabilities = try logSoftmax(logits)
  var total = 0.0
  for (example, label) in labels.enumerated() {
    total -= logProbabilities.elements[label * classes.examples + example]
  }
  return average(of: total, over: Double(classes.examples))
}
