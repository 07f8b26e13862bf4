import CKernels

// Forward and back through batch norm.

extension BatchNorm {
  /// Returns the normalised input.
  ///
  /// While training, it uses the minibatch's own mean and variance and adds them to the averages.
  ///
  /// - Parameters:
  ///   - z: The input, `[featureCount, examples]`.
  ///   - phase: Whether to train or to infer.
  /// - Returns: `γ·ẑ + β`, of the same shape.
  /// - Throws: `EngineError.wrongRank`, `.layersDoNotFit`, or `.batchOfOne` when training on one
  ///   example.
  @_disfavoredOverload
  public mutating func forward(_ z: Tensor, phase: Phase) throws(EngineError) -> Tensor {
    try requireFeatures(of: z)
    switch phase {
    case .training: return try train(z)
    case .inference: return try inferred(z)
    }
  }

  /// Returns the input normalised with the running averages, as at inference.
  ///
  /// - Parameter z: The input, `[featureCount, examples]`.
  /// - Returns: `γ·(z - μ)/√(σ² + ε) + β`, of the same shape.
  /// - Throws: `EngineError.wrongRank`, or `.layersDoNotFit`.
  @_disfavoredOverload
  public func inferred(_ z: Tensor) throws(EngineError) -> Tensor {
    try requireFeatures(of: z)
    return Tensor(shape: z.shape, count: z.count) { output in
      kernel_batch_norm_inference(
        z.elements,
        gamma.elements,
        beta.elements,
        runningMean.elements,
        runningVariance.elements,
        epsilon,
        output.baseAddress,
        z.shape[0],
        z.shape[1]
      )
    }
  }

  /// Returns the gradients that the last training pass sends back.
  ///
  /// `dβ = Σ dy`, `dγ = Σ dy·ẑ`, `dz = γ/√(σ² + ε)·(dy - dβ/m - ẑ·dγ/m)`: the mean and the variance
  /// depend on `z`, too.
  ///
  /// - Parameter outputGradient: dy, of the shape of the last output.
  /// - Returns: The gradients.
  /// - Throws: `EngineError.noForwardPass`, or `.shapesDiffer`.
  @_disfavoredOverload
  public func backward(_ outputGradient: Tensor) throws(EngineError) -> BatchNormGradients {
    guard let lastPass else { throw .noForwardPass }
    guard outputGradient.shape == lastPass.input.shape else {
      throw .shapesDiffer(
        operation: "backward",
        expected: lastPass.input.shape,
        found: outputGradient.shape
      )
    }
    var gammaGradient = gamma
    var betaGradient = beta
    let inputGradient = Tensor(shape: outputGradient.shape, count: outputGradient.count) { input in
      kernel_batch_norm_gradient(
        outputGradient.elements,
        lastPass.input.elements,
        gamma.elements,
        lastPass.mean,
        lastPass.inverse,
        input.baseAddress,
        &gammaGradient.elements,
        &betaGradient.elements,
        featureCount,
        outputGradient.shape[1]
      )
    }
    return BatchNormGradients(input: inputGradient, gamma: gammaGradient, beta: betaGradient)
  }

  /// Returns the gradients through inference, where the mean and the variance are constants.
  ///
  /// `dβ = Σ dy`, `dγ = Σ dy·ẑ`, `dz = γ/√(σ² + ε)·dy`, with the running averages.
  ///
  /// - Parameters:
  ///   - outputGradient: dy, of the shape of the input.
  ///   - input: z, the input, `[featureCount, examples]`.
  /// - Returns: The gradients.
  /// - Throws: `EngineError.wrongRank`, `.layersDoNotFit`, or `.shapesDiffer`.
  @_disfavoredOverload
  public func inferenceGradients(
    _ outputGradient: Tensor,
    input: Tensor
  ) throws(EngineError) -> BatchNormGradients {
    try requireFeatures(of: input)
    guard outputGradient.shape == input.shape else {
      throw .shapesDiffer(
        operation: "inferenceGradients",
        expected: input.shape,
        found: outputGradient.shape
      )
    }
    let deviation = sqrt(runningVariance + epsilon)
    let normalized = try (input - runningMean) / deviation
    return BatchNormGradients(
      input: try outputGradient * (gamma / deviation),
      gamma: try (outputGradient * normalized).sum(keepingAxis: 1),
      beta: try outputGradient.sum(keepingAxis: 1)
    )
  }

  /// Replaces the running averages by the mean and variance over a whole set.
  ///
  /// - Parameter z: The inputs of the layer for all examples, `[featureCount, examples]`.
  /// - Throws: `EngineError.wrongRank`, `.layersDoNotFit`, `.emptyTensor`, or `.batchOfOne`.
  @_disfavoredOverload
  public mutating func useStatistics(of z: Tensor) throws(EngineError) {
    try requireFeatures(of: z)
    try requireSeveralExamples(of: z)
    runningMean = try z.mean(keepingAxis: 1)
    runningVariance = try z.variance(keepingAxis: 1, variance)
    updateCount = max(updateCount, 1)
  }

  private func requireSeveralExamples(of z: Tensor) throws(EngineError) {
    guard z.shape[1] > 0 else { throw .emptyTensor(operation: "BatchNorm", shape: z.shape) }
    guard z.shape[1] > 1 else { throw .batchOfOne(examples: 1, batchSize: 1) }
  }

  private mutating func train(_ z: Tensor) throws(EngineError) -> Tensor {
    let (rows, columns) = (z.shape[0], z.shape[1])
    try requireSeveralExamples(of: z)
    var mean = [Double](repeating: 0, count: rows)
    var (batchVariance, inverse) = (mean, mean)
    let output = Tensor(shape: z.shape, count: z.count) { output in
      withPointers(to: &mean, &batchVariance, &inverse) {
        kernel_batch_norm(
          z.elements,
          gamma.elements,
          beta.elements,
          epsilon,
          output.baseAddress,
          kernel_statistics(mean: $0, variance: $1, inverse: $2),
          rows,
          columns
        )
      }
    }
    lastPass = Pass(input: z, mean: mean, inverse: inverse)
    addStatistics(mean: mean, variance: batchVariance, examples: columns)
    return output
  }

  /// Adds one minibatch to the running averages.
  mutating func addStatistics(
    mean: UnsafePointer<Double>,
    variance batch: UnsafePointer<Double>,
    examples: Int
  ) {
    updateCount += 1
    let weight = average.weight(ofUpdate: updateCount)
    let unbiased =
      variance == .sample ? Double(examples) / Double(examples - 1) : 1
    for row in 0..<featureCount {
      runningMean.elements[row] += weight * (mean[row] - runningMean.elements[row])
      runningVariance.elements[row] +=
        weight * (batch[row] * unbiased - runningVariance.elements[row])
    }
  }

  private func requireFeatures(of z: Tensor) throws(EngineError) {
    try z.requireMatrix("BatchNorm")
    guard z.shape[0] == featureCount else {
      throw .layersDoNotFit(layer: 0, expected: featureCount, found: z.shape[0])
    }
  }
}

/// The gradients of batch norm in its input and its parameters.
public struct BatchNormGradients: Sendable, Hashable {
  /// dz, `[featureCount, examples]`.
  public internal(set) var input: Tensor
  /// dγ, `[featureCount, 1]`.
  public internal(set) var gamma: Tensor
  /// dβ, `[featureCount, 1]`.
  public internal(set) var beta: Tensor
}

/// Whether a network learns or is used.
public enum Phase: Sendable, Hashable {
  /// Learning: batch norm uses the minibatch's statistics, dropout drops.
  case training
  /// Use: batch norm uses its running averages, nothing is dropped.
  case inference
}

private func withPointers(
  to a: UnsafeMutablePointer<Double>,
  _ b: UnsafeMutablePointer<Double>,
  _ c: UnsafeMutablePointer<Double>,
  _ body: (
    UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
  ) -> Void
) {
  body(a, b, c)
}
