import Engine

/// One training pass of batch norm and its gradients.
struct BatchNormRecord: GoldenRecord {
  let dtype: String?
  let eps: Double
  let x, gamma, beta, dy: RecordedTensor
  let mean, varBiased, xhat, y: RecordedTensor
  let dx, dgamma, dbeta: RecordedTensor

  func check() throws {
    var norm = try BatchNorm(
      gamma: gamma.tensor,
      beta: beta.tensor,
      epsilon: eps,
      average: .cumulative
    )
    try close(norm.forward(x.columns, phase: .training), y.columns, "y")
    try close(norm.runningMean, mean.column, "mean")
    try close(norm.runningVariance, varBiased.column, "var_biased")
    let gradients = try norm.backward(dy.columns)
    try close(gradients.input, dx.columns, "dx")
    try close(gradients.gamma, dgamma.column, "dgamma")
    try close(gradients.beta, dbeta.column, "dbeta")
    var plain = try BatchNorm(featureCount: norm.featureCount, epsilon: eps)
    try close(plain.forward(x.columns, phase: .training), xhat.columns, "xhat")
    try checkTape()
  }

  /// The same formulas, their gradients found by the tape.
  private func checkTape() throws {
    let upstream = try dy.columns
    let result = try gradient(at: [x.columns, gamma.column, beta.column]) { inputs in
      let centred = try inputs[0] - inputs[0].mean(keepingAxis: 1)
      let variance = try (centred * centred).mean(keepingAxis: 1)
      let normalized = try centred / sqrt(variance + eps)
      return try ((normalized * inputs[1] + inputs[2]) * upstream).sum()
    }
    try close(result[0], dx.columns, "dx by the tape")
    try close(result[1], dgamma.column, "dgamma by the tape")
    try close(result[2], dbeta.column, "dbeta by the tape")
  }

  /// - Throws: `Mismatch` for a result that is further off than the record itself may be.
  private func close(_ found: Tensor, _ expected: Tensor, _ what: String) throws {
    try require(found, expected, try tolerance(for: expected), what)
  }

  /// The tolerance of all records, or the rounding of the record's own mean where that is more.
  ///
  /// A mean of 10⁶ is known to half an ulp, 6e-11. Where the deviation is 8e-4, that alone moves
  /// ŷ by 1e-7, and PyTorch's y and x̂ of one record differ by as much: by so much of the
  /// largest element, or of 1, the deviation of what is normalised, for a feature that is constant.
  private func tolerance(for expected: Tensor) throws -> Tolerance {
    let plain = Tolerance(dtype: dtype)
    let condition = abs(try x.tensor).max() / (try varBiased.tensor.min() + eps).squareRoot()
    let ulp = dtype == "float32" ? Double(Float.ulpOfOne) : Double.ulpOfOne
    let noise = 8 * condition * ulp / 2
    return Tolerance(
      relative: max(plain.relative, noise),
      absolute: max(plain.absolute, noise * max(abs(expected).max(), 1))
    )
  }
}

/// Some training passes, the statistics kept from them, and what inference makes of these.
struct RunningStatisticsRecord: GoldenRecord {
  struct Step: Decodable {
    let x, y, runningMean, runningVar: RecordedTensor
    let runningVarIfBiased: RecordedTensor?
  }

  struct Inference: Decodable {
    let x, y, dy, dx, dgamma, dbeta: RecordedTensor
    let yOneExample: RecordedTensor?
  }

  let eps: Double
  let ewaBeta: Double?
  let gamma, beta: RecordedTensor
  let initMean, initVar: Double
  let steps: [Step]
  let eval: Inference

  func check() throws {
    var norm = try self.norm(.sample)
    var biased = try self.norm(.population)
    for (number, step) in steps.enumerated() {
      let y = try norm.forward(step.x.columns, phase: .training)
      try require(y, step.y.columns, .golden, "y of step \(number)")
      try require(norm.runningMean, step.runningMean.column, .golden, "mean \(number)")
      try require(norm.runningVariance, step.runningVar.column, .golden, "variance \(number)")
      _ = try biased.forward(step.x.columns, phase: .training)
      if let expected = try step.runningVarIfBiased?.column {
        try require(biased.runningVariance, expected, .golden, "biased variance \(number)")
      }
    }
    let x = try eval.x.columns
    try require(norm.forward(x, phase: .inference), eval.y.columns, .golden, "y")
    if let expected = try eval.yOneExample?.columns {
      try require(norm.inferred(x.columns(0..<1)), expected, .golden, "y of one example")
    }
    let gradients = try norm.inferenceGradients(eval.dy.columns, input: x)
    try require(gradients.input, eval.dx.columns, .golden, "dx")
    try require(gradients.gamma, eval.dgamma.column, .golden, "dgamma")
    try require(gradients.beta, eval.dbeta.column, .golden, "dbeta")
  }

  private func norm(_ variance: Variance) throws -> BatchNorm {
    let gamma = try gamma.column
    return try BatchNorm(
      gamma: gamma,
      beta: beta.column,
      runningMean: Tensor(repeating: initMean, shape: gamma.shape),
      runningVariance: Tensor(repeating: initVar, shape: gamma.shape),
      epsilon: eps,
      average: ewaBeta.map { .exponential(decay: $0) } ?? .cumulative,
      variance: variance
    )
  }
}
