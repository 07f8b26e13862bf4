/// The mean and the deviation of each feature of a training set, to normalise any examples with.
///
/// `μ = 1/m Σ x`, `σ² = 1/m Σ (x - μ)²`, `x ← (x - μ) / σ`. The development and the test set are
/// normalised with the same μ and σ as the training set, not with their own. A feature that does not
/// vary becomes 0: there is no ε here, and nothing to divide by. (Lecture 4; public notes that
/// divide by σ² are wrong.)
public struct InputNormalization: Sendable, Hashable {
  /// μ of each feature, `[features, 1]`.
  public let mean: Tensor

  /// σ of each feature, `[features, 1]`; 0 for one that does not vary.
  public let deviation: Tensor

  /// Measures a training set.
  ///
  /// - Parameter examples: The examples, one a column, `[features, examples]`; at least one.
  /// - Throws: `EngineError.wrongRank`, or `.emptyTensor`.
  @_disfavoredOverload
  public init(of examples: Tensor) throws(EngineError) {
    try examples.requireMatrix("InputNormalization")
    guard !examples.isEmpty else {
      throw .emptyTensor(operation: "InputNormalization", shape: examples.shape)
    }
    mean = try examples.mean(keepingAxis: 1)
    deviation = try examples.standardDeviation(keepingAxis: 1)
  }

  /// Returns examples with each feature's mean subtracted and divided by its deviation.
  ///
  /// - Parameter examples: The examples, `[features, examples]`.
  /// - Returns: A matrix of the same shape.
  /// - Throws: `EngineError.wrongRank`, or `.layersDoNotFit` for another number of features.
  @_disfavoredOverload
  public func normalized(_ examples: Tensor) throws(EngineError) -> Tensor {
    try requireFeatures(of: examples)
    return try (examples - mean) / deviation.mapping { $0 == 0 ? 1 : $0 }
  }

  /// Returns the examples that were normalised to given ones, `σ·x + μ`.
  ///
  /// - Parameter normalized: Normalised examples, `[features, examples]`.
  /// - Returns: A matrix of the same shape; the mean for a feature that does not vary.
  /// - Throws: `EngineError.wrongRank`, or `.layersDoNotFit` for another number of features.
  @_disfavoredOverload
  public func restored(_ normalized: Tensor) throws(EngineError) -> Tensor {
    try requireFeatures(of: normalized)
    return try normalized * deviation + mean
  }

  private func requireFeatures(of examples: Tensor) throws(EngineError) {
    try examples.requireMatrix("InputNormalization")
    guard examples.shape[0] == mean.count else {
      throw .layersDoNotFit(layer: 0, expected: mean.count, found: examples.shape[0])
    }
  }
}
