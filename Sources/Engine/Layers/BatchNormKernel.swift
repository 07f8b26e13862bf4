// Batch norm on plain memory: `rows` features, each with its `columns` examples side by side.

/// The arithmetic of batch norm.
enum BatchNormKernel {
  /// Normalises each row with its own mean and variance.
  ///
  /// Two passes: the mean first, then the squared distances from it, so that a large mean does not
  /// cancel the variance.
  ///
  /// - Parameters:
  ///   - z: The input.
  ///   - gamma: The factor of each row.
  ///   - beta: The new mean of each row.
  ///   - epsilon: What is added to the variance.
  ///   - rows: The number of features.
  ///   - columns: The number of examples.
  ///   - normalized: Gets `(z - μ) / √(σ² + ε)`.
  ///   - output: Gets `γ · normalized + β`.
  ///   - mean: Gets μ of each row.
  ///   - variance: Gets σ² of each row, the mean of the squared distances.
  ///   - inverse: Gets `1 / √(σ² + ε)` of each row.
  static func train(
    _ z: UnsafePointer<Double>,
    gamma: UnsafePointer<Double>,
    beta: UnsafePointer<Double>,
    epsilon: Double,
    rows: Int,
    columns: Int,
    normalized: UnsafeMutablePointer<Double>,
    output: UnsafeMutablePointer<Double>,
    mean: UnsafeMutablePointer<Double>,
    variance: UnsafeMutablePointer<Double>,
    inverse: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows {
      let start = row * columns
      let line = UnsafeBufferPointer(start: z + start, count: columns)
      let mu = pairwiseSum(line) { $0 } / Double(columns)
      let sigma2 = pairwiseSum(line) { ($0 - mu) * ($0 - mu) } / Double(columns)
      let scale = 1 / (sigma2 + epsilon).squareRoot()
      (mean[row], variance[row], inverse[row]) = (mu, sigma2, scale)
      for column in start..<start + columns {
        let value = (z[column] - mu) * scale
        normalized[column] = value
        output[column] = gamma[row] * value + beta[row]
      }
    }
  }

  /// Finds the gradients that `train` passes back.
  ///
  /// `dβ = Σ dy`, `dγ = Σ dy·ẑ`, `dz = γ/√(σ² + ε) · (dy - dβ/m - ẑ·dγ/m)`, for each row.
  ///
  /// - Parameters:
  ///   - outputGradient: dy.
  ///   - normalized: ẑ, from `train`.
  ///   - inverse: `1 / √(σ² + ε)`, from `train`.
  ///   - gamma: The factor of each row.
  ///   - rows: The number of features.
  ///   - columns: The number of examples, m.
  ///   - inputGradient: Gets dz; may be `outputGradient`.
  ///   - gammaGradient: Gets dγ.
  ///   - betaGradient: Gets dβ.
  static func back(
    _ outputGradient: UnsafePointer<Double>,
    normalized: UnsafePointer<Double>,
    inverse: UnsafePointer<Double>,
    gamma: UnsafePointer<Double>,
    rows: Int,
    columns: Int,
    inputGradient: UnsafeMutablePointer<Double>,
    gammaGradient: UnsafeMutablePointer<Double>,
    betaGradient: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows {
      let start = row * columns
      var (sum, product) = (0.0, 0.0)
      for column in start..<start + columns {
        sum += outputGradient[column]
        product += outputGradient[column] * normalized[column]
      }
      (betaGradient[row], gammaGradient[row]) = (sum, product)
      let scale = gamma[row] * inverse[row]
      let (meanSum, meanProduct) = (sum / Double(columns), product / Double(columns))
      for column in start..<start + columns {
        inputGradient[column] =
          scale * (outputGradient[column] - meanSum - normalized[column] * meanProduct)
      }
    }
  }

  /// Normalises each row with a mean and a variance that are given.
  ///
  /// - Parameters:
  ///   - z: The input.
  ///   - gamma: The factor of each row.
  ///   - beta: The new mean of each row.
  ///   - mean: μ of each row.
  ///   - variance: σ² of each row.
  ///   - epsilon: What is added to the variance.
  ///   - rows: The number of features.
  ///   - columns: The number of examples.
  ///   - output: Gets `γ · (z - μ) / √(σ² + ε) + β`.
  static func infer(
    _ z: UnsafePointer<Double>,
    gamma: UnsafePointer<Double>,
    beta: UnsafePointer<Double>,
    mean: UnsafePointer<Double>,
    variance: UnsafePointer<Double>,
    epsilon: Double,
    rows: Int,
    columns: Int,
    output: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rows {
      let scale = gamma[row] / (variance[row] + epsilon).squareRoot()
      let (mu, shift) = (mean[row], beta[row])
      for column in row * columns..<(row + 1) * columns {
        output[column] = scale * (z[column] - mu) + shift
      }
    }
  }
}
