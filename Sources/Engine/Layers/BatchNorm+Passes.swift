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
    var output = z
    output.elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      BatchNormKernel.infer(
        base,
        gamma: gamma.elements,
        beta: beta.elements,
        mean: runningMean.elements,
        variance: runningVariance.elements,
        epsilon: epsilon,
        rows: z.shape[0],
        columns: z.shape[1],
        output: base
      )
    }
    return output
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
    guard outputGradient.shape == lastPass.normalized.shape else {
      throw .shapesDiffer(
        operation: "backward",
        expected: lastPass.normalized.shape,
        found: outputGradient.shape
      )
    }
    var gradients = BatchNormGradients(input: outputGradient, gamma: gamma, beta: beta)
    gradients.input.elements.withUnsafeMutableBufferPointer { input in
      guard let base = input.baseAddress else { return }
      gradients.gamma.elements.withUnsafeMutableBufferPointer { gammaBuffer in
        gradients.beta.elements.withUnsafeMutableBufferPointer { betaBuffer in
          guard let dGamma = gammaBuffer.baseAddress, let dBeta = betaBuffer.baseAddress else {
            return
          }
          BatchNormKernel.back(
            base,
            normalized: lastPass.normalized.elements,
            inverse: lastPass.inverse.elements,
            gamma: gamma.elements,
            rows: featureCount,
            columns: outputGradient.shape[1],
            inputGradient: base,
            gammaGradient: dGamma,
            betaGradient: dBeta
          )
        }
      }
    }
    return gradients
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
  /// - Throws: `EngineError.wrongRank`, `.layersDoNotFit`, or `.batchOfOne`.
  @_disfavoredOverload
  public mutating func useStatistics(of z: Tensor) throws(EngineError) {
    try requireFeatures(of: z)
    guard z.shape[1] > 1 else { throw .batchOfOne(examples: z.shape[1], batchSize: z.shape[1]) }
    runningMean = try z.mean(keepingAxis: 1)
    runningVariance = try z.variance(keepingAxis: 1, variance)
    updateCount = max(updateCount, 1)
  }

  private mutating func train(_ z: Tensor) throws(EngineError) -> Tensor {
    let (rows, columns) = (z.shape[0], z.shape[1])
    guard columns > 1 else { throw .batchOfOne(examples: columns, batchSize: columns) }
    var output = z
    var normalized = z
    var (mean, batchVariance, inverse) = (runningMean, runningVariance, runningMean)
    withFiveBuffers(&output, &normalized, &mean, &batchVariance, &inverse) {
      BatchNormKernel.train(
        z.elements,
        gamma: gamma.elements,
        beta: beta.elements,
        epsilon: epsilon,
        rows: rows,
        columns: columns,
        normalized: $1,
        output: $0,
        mean: $2,
        variance: $3,
        inverse: $4
      )
    }
    lastPass = Pass(normalized: normalized, inverse: inverse)
    addStatistics(mean: mean.elements, variance: batchVariance.elements, examples: columns)
    return output
  }

  /// Adds one minibatch to the running averages.
  mutating func addStatistics(mean: [Double], variance batch: [Double], examples: Int) {
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

private func withFiveBuffers(
  _ a: inout Tensor,
  _ b: inout Tensor,
  _ c: inout Tensor,
  _ d: inout Tensor,
  _ e: inout Tensor,
  _ body: (
    UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>,
    UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
  ) -> Void
) {
  body(&a.elements, &b.elements, &c.elements, &d.elements, &e.elements)
}
