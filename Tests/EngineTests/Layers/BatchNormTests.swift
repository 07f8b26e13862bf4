import Testing

@testable import Engine

@Suite("Batch norm")
struct BatchNormTests {
  @Test("lecture 7: [1, 2, 3, 4] is normalised to ±1.3416 and ±0.4472")
  func workedExample() throws {
    var norm = try BatchNorm(featureCount: 1)
    let z = try norm.forward([[1, 2, 3, 4]], phase: .training)
    let expected: Tensor = [
      [-1.341635419968927, -0.447211806656309, 0.447211806656309, 1.341635419968927]
    ]
    #expect(z.isClose(to: expected, relative: 1e-11))
  }

  @Test("lecture 4: with γ = √(σ² + ε) and β = μ the output is the input")
  func identity() throws {
    let z = try samples([[3, 20]], seed: 4)[0] * 3 + 7
    let variance = try z.variance(keepingAxis: 1)
    var norm = try BatchNorm(
      gamma: sqrt(variance + 1e-5),
      beta: z.mean(keepingAxis: 1)
    )
    #expect(try norm.forward(z, phase: .training).isClose(to: z, relative: 1e-13))
  }

  @Test("the output has mean β and deviation γ, and a constant feature is β")
  func meanAndDeviation() throws {
    var z = try samples([[2, 50]], seed: 1)[0] * 100 - 3
    z = try concatenate([z, Tensor(repeating: 1e6, shape: [1, 50])])
    var norm = try BatchNorm(gamma: [2, 0.5, 3], beta: [1, -1, 4])
    let output = try norm.forward(z, phase: .training)
    #expect(try output.mean(axis: 1).isClose(to: [1, -1, 4]))
    // ε is 1e-9 of the variance here.
    #expect(try output.standardDeviation(axis: 1).isClose(to: [2, 0.5, 0], relative: 1e-8))
    #expect(try output.row(2).elements.allSatisfy { $0 == 4 })
  }

  @Test("the gradients are the slopes of the output, a constant feature's too")
  func gradients() throws {
    let inputs = try samples([[2, 6], [2, 1], [2, 1]], seed: 8)
    let upstream = try samples([[2, 6]], seed: 9)[0]
    func output(_ inputs: [Tensor]) throws -> Double {
      var norm = try BatchNorm(gamma: inputs[1], beta: inputs[2], epsilon: 0.01)
      return try (norm.forward(inputs[0], phase: .training) * upstream).sum()
    }
    for z in [inputs[0], try Tensor(repeating: 3, shape: [2, 6])] {
      let point = [z, inputs[1], inputs[2]]
      var norm = try BatchNorm(gamma: inputs[1], beta: inputs[2], epsilon: 0.01)
      _ = try norm.forward(z, phase: .training)
      let found = try norm.backward(upstream)
      let slopes = try centralDifferences(of: output, at: point)
      for (gradient, slope) in zip([found.input, found.gamma, found.beta], slopes) {
        #expect(gradient.isClose(to: slope, relative: 1e-7, absolute: 1e-8))
      }
    }
  }

  @Test("the gradients at inference are the slopes there")
  func inferenceGradients() throws {
    let inputs = try samples([[2, 3], [2, 1], [2, 1]], seed: 2)
    let upstream = try samples([[2, 3]], seed: 3)[0]
    func norm(_ inputs: [Tensor]) throws -> BatchNorm {
      try BatchNorm(
        gamma: inputs[1],
        beta: inputs[2],
        runningMean: [0.5, -1],
        runningVariance: [2, 0.25]
      )
    }
    let found = try norm(inputs).inferenceGradients(upstream, input: inputs[0])
    let slopes = try centralDifferences(
      of: { try (norm($0).inferred($0[0]) * upstream).sum() },
      at: inputs
    )
    for (gradient, slope) in zip([found.input, found.gamma, found.beta], slopes) {
      #expect(gradient.isClose(to: slope, relative: 1e-7, absolute: 1e-8))
    }
  }

  @Test("averages weight the old value with the decay")
  func exponentialAverage() throws {
    var norm = try BatchNorm(featureCount: 1, average: .exponential(decay: 0.75))
    _ = try norm.forward([[2, 4]], phase: .training)
    #expect(norm.runningMean == [[0.75]])
    #expect(norm.runningVariance == [[1]])
    _ = try norm.forward([[1, 5]], phase: .training)
    // 0.75 · 0.75 + 0.25 · 3, and 0.75 · 1 + 0.25 · 4.
    #expect(norm.runningMean == [[1.3125]])
    #expect(norm.runningVariance == [[1.75]])
    #expect(norm.updateCount == 2)
  }

  @Test("the sample variance is kept on request, the population's otherwise")
  func sampleVariance() throws {
    var norm = try BatchNorm(featureCount: 1, average: .cumulative, variance: .sample)
    _ = try norm.forward([[1, 2, 3]], phase: .training)
    #expect(norm.runningVariance.isClose(to: [[1]]))
    var population = try BatchNorm(featureCount: 1, average: .cumulative)
    _ = try population.forward([[1, 2, 3]], phase: .training)
    #expect(population.runningVariance.isClose(to: [[0.6666666666666666]]))
  }

  @Test("with bias correction the average of equal batches is the batch from the first one on")
  func biasCorrection() throws {
    var corrected = try BatchNorm(featureCount: 1, average: .biasCorrected(decay: 0.99))
    var plain = try BatchNorm(featureCount: 1, average: .exponential(decay: 0.99))
    for step in 1...10 {
      _ = try corrected.forward([[6, 8]], phase: .training)
      _ = try plain.forward([[6, 8]], phase: .training)
      #expect(corrected.runningMean.isClose(to: [[7]]))
      let held = 7 * (1 - cPow(0.99, Double(step)))
      #expect(try plain.runningMean.scalar.isApproximately(held, within: 1e-12))
    }
  }

  @Test(
    "lecture 7: an average of decay 0.99 is 9.6 % full after 10 minibatches, 63.4 % after 100",
    arguments: [(10, 0.0956), (100, 0.6340), (459, 0.9901)]
  )
  func fullness(steps: Int, share: Double) throws {
    var norm = try BatchNorm(featureCount: 1, average: .exponential(decay: 0.99))
    #expect(norm.averageFullness == 0)
    for _ in 0..<steps { _ = try norm.forward([[1, 2]], phase: .training) }
    #expect(norm.averageFullness.isApproximately(share, within: 0.00005))
  }

  @Test("statistics of the whole set replace the averages exactly")
  func wholeSet() throws {
    let z = try samples([[2, 30]], seed: 6)[0] + 3
    var norm = try BatchNorm(featureCount: 2)
    try norm.useStatistics(of: z)
    #expect(norm.runningMean == (try z.mean(keepingAxis: 1)))
    #expect(norm.runningVariance == (try z.variance(keepingAxis: 1)))
    var trained = norm
    #expect(try norm.inferred(z).isClose(to: trained.forward(z, phase: .training)))
  }

  @Test(
    "lecture 6: the mean of a minibatch of 64 is noisier than that of 512",
    arguments: [(64, 0.125, 0.1754), (512, 0.0442, 0.0624)]
  )
  func noise(size: Int, meanNoise: Double, varianceNoise: Double) throws {
    var generator = SeededGenerator(seed: 1, purpose: .data)
    let batches = try Tensor.randomNormal([2000, size], using: &generator)
    // A deviation measured on 2000 batches is known to 1.6 %; four times that.
    let means = try batches.mean(axis: 1).standardDeviation()
    #expect(means.isApproximately(meanNoise, within: 0.065 * meanNoise))
    let variances = try batches.variance(axis: 1).standardDeviation()
    #expect(variances.isApproximately(varianceNoise, within: 0.065 * varianceNoise))
  }

  @Test("one example can be inferred, and not trained on")
  func oneExample() throws {
    var norm = try BatchNorm(featureCount: 2)
    let one: Tensor = [[3], [-1]]
    #expect(try norm.forward(one, phase: .inference).isClose(to: one / 1.00001.squareRoot()))
    let before = norm
    #expect(throws: EngineError.batchOfOne(examples: 1, batchSize: 1)) {
      try norm.forward(one, phase: .training)
    }
    #expect(norm == before)
  }

  @Test("bad arguments are refused")
  func badInput() throws {
    let epsilons = [(0, "0"), (-1e-5, "-1e-05"), (.nan, "nan"), (Double.infinity, "inf")]
    for (epsilon, written) in epsilons {
      let error = #expect(throws: EngineError.self) {
        try BatchNorm(featureCount: 1, epsilon: epsilon)
      }
      #expect(error?.description.contains("'epsilon' is \(written), but must be") == true)
    }
    for decay in [-0.1, 1, 1.5, .nan] {
      for average in [RunningAverage.exponential(decay: decay), .biasCorrected(decay: decay)] {
        #expect(throws: EngineError.self) { try BatchNorm(featureCount: 1, average: average) }
      }
    }
    for count in [0, -3, .max] {
      #expect(throws: EngineError.self) { try BatchNorm(featureCount: count) }
    }
    #expect(throws: EngineError.shapesDiffer(operation: "BatchNorm", expected: [2, 1], found: [3]))
    {
      try BatchNorm(gamma: [1, 1], beta: [0, 0, 0])
    }
    #expect(throws: EngineError.self) {
      try BatchNorm(gamma: [1], beta: [0], runningVariance: [-1])
    }
    var norm = try BatchNorm(featureCount: 2)
    #expect(throws: EngineError.noForwardPass) { try norm.backward(Tensor.zeros([2, 3])) }
    #expect(throws: EngineError.layersDoNotFit(layer: 0, expected: 2, found: 3)) {
      try norm.forward(Tensor.zeros([3, 3]), phase: .training)
    }
    #expect(throws: EngineError.self) { try norm.forward(Tensor.zeros([2]), phase: .inference) }
  }
}
