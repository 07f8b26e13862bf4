import CKernels

// Cross entropy with class weights, label smoothing and sums; loss by loss; and its gradient.

/// Returns the cross entropy of the softmax of scores against class indices, with options.
///
/// `Σᵢ wᵧ₍ᵢ₎ L⁽ⁱ⁾`, divided by `Σᵢ wᵧ₍ᵢ₎` for the mean, which is NaN when no example counts.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: The index of the true class of each example.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: The loss.
/// - Throws: `EngineError`, as without options, and when the options do not fit.
@_disfavoredOverload
public func crossEntropy(
  logits: Tensor,
  labels: [Int],
  options: LossOptions
) throws(EngineError) -> Double {
  try loss(logProbabilities: logSoftmax(logits), .indices(labels), options)
}

/// Returns the cross entropy of the softmax of scores against one-hot labels, with options.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: y, of the same shape: one-hot columns, or distributions over the classes.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: The loss.
/// - Throws: `EngineError`, as without options, and when the options do not fit.
@_disfavoredOverload
public func crossEntropy(
  logits: Tensor,
  labels: Tensor,
  options: LossOptions
) throws(EngineError) -> Double {
  try loss(logProbabilities: logSoftmax(logits), .distributions(labels), options)
}

/// Returns the cross entropy of predicted probabilities against class indices, with options.
///
/// - Parameters:
///   - probabilities: ŷ, of shape `[classes, examples]`, or `[classes]` for one example. Each
///     column sums to 1, up to the rounding of three printed decimals.
///   - labels: The index of the true class of each example.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: The loss.
/// - Throws: `EngineError`, as without options, and when the options do not fit.
@_disfavoredOverload
public func crossEntropy(
  probabilities: Tensor,
  labels: [Int],
  options: LossOptions
) throws(EngineError) -> Double {
  try requireDistributions(
    probabilities,
    classesAndExamples(of: probabilities),
    "probabilities"
  )
  return try loss(logProbabilities: log(probabilities), .indices(labels), options)
}

/// Returns the cross entropy of predicted probabilities against one-hot labels, with options.
///
/// - Parameters:
///   - probabilities: ŷ, of shape `[classes, examples]`, or `[classes]` for one example. Each
///     column sums to 1, up to the rounding of three printed decimals.
///   - labels: y, of the same shape: one-hot columns, or distributions over the classes.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: The loss.
/// - Throws: `EngineError`, as without options, and when the options do not fit.
@_disfavoredOverload
public func crossEntropy(
  probabilities: Tensor,
  labels: Tensor,
  options: LossOptions
) throws(EngineError) -> Double {
  try requireDistributions(
    probabilities,
    classesAndExamples(of: probabilities),
    "probabilities"
  )
  return try loss(logProbabilities: log(probabilities), .distributions(labels), options)
}

/// Returns the cross entropy of logarithms of probabilities against class indices.
///
/// - Parameters:
///   - logProbabilities: log ŷ, such as `logSoftmax` gives, of shape `[classes, examples]`.
///   - labels: The index of the true class of each example.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: The loss.
/// - Throws: `EngineError`, as for logits.
@_disfavoredOverload
public func crossEntropy(
  logProbabilities: Tensor,
  labels: [Int],
  options: LossOptions = LossOptions()
) throws(EngineError) -> Double {
  try loss(logProbabilities: logProbabilities, .indices(labels), options)
}

/// Returns the cross entropy of each example, before any mean or sum.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: The index of the true class of each example.
///   - options: Class weights and smoothing; the reduction does not matter.
/// - Returns: A tensor of the logits' shape without axis 0; 0 for an ignored example.
/// - Throws: `EngineError`, as for their mean.
@_disfavoredOverload
public func crossEntropies(
  logits: Tensor,
  labels: [Int],
  options: LossOptions = LossOptions()
) throws(EngineError) -> Tensor {
  try losses(logProbabilities: logSoftmax(logits), .indices(labels), options)
}

/// Returns the cross entropy of each example from logarithms of probabilities.
///
/// - Parameters:
///   - logProbabilities: log ŷ, such as `logSoftmax` gives, of shape `[classes, examples]`.
///   - labels: The index of the true class of each example.
///   - options: Class weights and smoothing; the reduction does not matter.
/// - Returns: A tensor of that shape without axis 0; 0 for an ignored example.
/// - Throws: `EngineError`, as for their mean.
@_disfavoredOverload
public func crossEntropies(
  logProbabilities: Tensor,
  labels: [Int],
  options: LossOptions = LossOptions()
) throws(EngineError) -> Tensor {
  try losses(logProbabilities: logProbabilities, .indices(labels), options)
}

/// Returns the gradient of the cross entropy in the scores, in closed form.
///
/// `∂J/∂z = (softmax(z) - y) / m` for the mean without options: the lecture's `dz = ŷ - y` for one
/// example. With weights and smoothing `∂J/∂zⱼ = (ŷⱼ Σₖ wₖqₖ - wⱼqⱼ) / Σᵢ w`.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: The index of the true class of each example.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: A tensor of the logits' shape.
/// - Throws: `EngineError`, as for the loss.
@_disfavoredOverload
public func crossEntropyGradient(
  logits: Tensor,
  labels: [Int],
  options: LossOptions = LossOptions()
) throws(EngineError) -> Tensor {
  try gradient(logits: logits, .indices(labels), options)
}

/// Returns the gradient of the cross entropy in the scores, for one-hot labels.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: y, of the same shape: one-hot columns, or distributions over the classes.
///   - options: Class weights, smoothing, and how to reduce.
/// - Returns: A tensor of the logits' shape.
/// - Throws: `EngineError`, as for the loss.
@_disfavoredOverload
public func crossEntropyGradient(
  logits: Tensor,
  labels: Tensor,
  options: LossOptions = LossOptions()
) throws(EngineError) -> Tensor {
  try gradient(logits: logits, .distributions(labels), options)
}

/// Returns the mean cross entropy of the softmax of scores and its gradient in them, in one pass.
///
/// `J = 1/m Σᵢ (log Σₖ e^zₖ - z[label of i])` and `∂J/∂z = (softmax(z) - y) / m`, which costs no more
/// than the loss alone.
///
/// - Parameters:
///   - logits: z, of shape `[classes, examples]`, or `[classes]` for one example.
///   - labels: The index of the true class of each example.
/// - Returns: The mean over the examples, NaN without examples, and a gradient of the logits' shape.
/// - Throws: `EngineError.labelCountMismatch`, `.labelOutOfRange`, or `.wrongRank` for a scalar.
@_disfavoredOverload
public func crossEntropyWithGradient(
  logits: Tensor,
  labels: [Int]
) throws(EngineError) -> ValueWithGradient<Tensor> {
  let sizes = try classesAndExamples(of: logits)
  try requireLabels(labels, sizes)
  var losses = [Double](repeating: 0, count: sizes.examples)
  let gradient = Tensor(shape: logits.shape, count: logits.count) { gradient in
    kernel_cross_entropy(
      logits.elements,
      labels,
      1 / Double(sizes.examples),
      &losses,
      gradient.baseAddress,
      sizes.classes,
      sizes.examples,
      sizes.examples
    )
  }
  return ValueWithGradient(value: Tensor(losses).mean(), gradient: gradient)
}

// MARK: - One implementation for both kinds of labels

private func losses(
  logProbabilities: Tensor,
  _ labels: ClassLabels,
  _ options: LossOptions
) throws(EngineError) -> Tensor {
  let targets = try WeightedTargets(labels, for: logProbabilities, options)
  let sizes = targets.sizes
  let losses = (0..<sizes.examples).map { example in
    var loss = 0.0
    for index in 0..<sizes.classes {
      let target = targets.target(index, of: example)
      // A class that does not count adds 0 even where its logarithm is infinite.
      if target != 0 {
        loss -= target * logProbabilities.elements[index * sizes.examples + example]
      }
    }
    return loss
  }
  return Tensor(unchecked: losses, shape: Array(logProbabilities.shape.dropFirst()))
}

private func loss(
  logProbabilities: Tensor,
  _ labels: ClassLabels,
  _ options: LossOptions
) throws(EngineError) -> Double {
  let losses = try losses(logProbabilities: logProbabilities, labels, options)
  return average(
    of: losses.sum(),
    over: try WeightedTargets(labels, for: logProbabilities, options).divisor
  )
}

private func gradient(
  logits: Tensor,
  _ labels: ClassLabels,
  _ options: LossOptions
) throws(EngineError) -> Tensor {
  let targets = try WeightedTargets(labels, for: logits, options)
  let sizes = targets.sizes
  let divisor = targets.divisor
  var result = try softmax(logits)
  for example in 0..<sizes.examples {
    let column = (0..<sizes.classes).map { targets.target($0, of: example) }
    let total = column.reduce(0, +)
    for index in 0..<sizes.classes {
      let place = index * sizes.examples + example
      result.elements[place] = (result.elements[place] * total - column[index]) / divisor
    }
  }
  return result
}
