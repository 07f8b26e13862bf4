import Testing

@testable import Engine

/// A function of variables that returns a tensor or a number, with the shapes of its inputs.
struct DifferentiableFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let shapes: [[Int]]
  /// Whether the inputs are made positive, for functions that need it.
  let isPositive: Bool
  let function: @Sendable ([Variable]) throws -> Variable

  init(
    _ name: String,
    _ shapes: [[Int]],
    positive isPositive: Bool = false,
    _ function: @escaping @Sendable ([Variable]) throws -> Variable
  ) {
    self.name = name
    self.shapes = shapes
    self.isPositive = isPositive
    self.function = function
  }

  var testDescription: String { name }
}

@Suite("Gradients against central differences")
struct GradientTests {
  static let constant: Tensor = [[0.5, -1.5, 2], [1, 0.25, -3]]

  static let arithmetic: [DifferentiableFunction] = [
    DifferentiableFunction("x + y", [[2, 3], [3]]) { try $0[0] + $0[1] },
    DifferentiableFunction("x - y", [[2, 1], [2, 3]]) { try $0[0] - $0[1] },
    DifferentiableFunction("x * y", [[2, 3], []]) { try $0[0] * $0[1] },
    DifferentiableFunction("x / y", [[1, 3], [2, 1]]) { try $0[0] / $0[1] },
    DifferentiableFunction("x * x", [[4]]) { try $0[0] * $0[0] },
    DifferentiableFunction("numbers", [[], []]) { try $0[0] * $0[1] + $0[0] / $0[1] - $0[1] },
    DifferentiableFunction("x + constant", [[2, 3]]) { try $0[0] + constant },
    DifferentiableFunction("constant + x", [[3]]) { try constant + $0[0] },
    DifferentiableFunction("x - constant", [[3]]) { try $0[0] - constant },
    DifferentiableFunction("constant - x", [[2, 1]]) { try constant - $0[0] },
    DifferentiableFunction("x * constant", [[]]) { try $0[0] * constant },
    DifferentiableFunction("constant * x", [[2, 3]]) { try constant * $0[0] },
    DifferentiableFunction("x / constant", [[1, 3]]) { try $0[0] / constant },
    DifferentiableFunction("constant / x", [[2, 3]]) { try constant / $0[0] },
    DifferentiableFunction("numbers about x", [[2, 2]]) {
      try 3 - (2 * $0[0] - 1) / 4 + 1 / $0[0] + (-$0[0]) * 5 + (2 + $0[0])
    },
  ]

  static let functions: [DifferentiableFunction] = [
    DifferentiableFunction("exp", [[2, 3]]) { exp($0[0]) },
    DifferentiableFunction("log", [[2, 3]], positive: true) { log($0[0]) },
    DifferentiableFunction("sqrt", [[2, 3]], positive: true) { sqrt($0[0]) },
    DifferentiableFunction("abs", [[5]]) { abs($0[0]) },
    DifferentiableFunction("pow 3", [[5]]) { pow($0[0], 3) },
    DifferentiableFunction("pow -1.5", [[5]], positive: true) { pow($0[0], -1.5) },
    DifferentiableFunction("pow 0", [[5]]) { pow($0[0], 0) },
    DifferentiableFunction("pow x y", [[2, 3], [3]], positive: true) { try pow($0[0], $0[1]) },
    DifferentiableFunction("relu", [[9]]) { relu($0[0]) },
    DifferentiableFunction("tanh", [[9]]) { tanh($0[0]) },
    DifferentiableFunction("sigmoid", [[9]]) { sigmoid($0[0]) },
    DifferentiableFunction("softplus", [[9]]) { softplus($0[0]) },
    DifferentiableFunction("leakyRelu", [[9]]) { leakyRelu($0[0], slope: 0.2) },
    DifferentiableFunction("elu", [[9]]) { elu($0[0]) },
    DifferentiableFunction("gelu", [[9]]) { gelu($0[0]) },
    DifferentiableFunction("gelu of a number", [[]]) { gelu($0[0]) },
    DifferentiableFunction("softmax", [[4, 3]]) { try softmax($0[0]) },
    DifferentiableFunction("softmax along 1", [[4, 3]]) { try softmax($0[0], axis: -1) },
    DifferentiableFunction("logSoftmax", [[4, 3]]) { try logSoftmax($0[0]) },
    DifferentiableFunction("logSoftmax along 1", [[4, 3]]) { try logSoftmax($0[0], axis: 1) },
  ]

  static let shapes: [DifferentiableFunction] = [
    DifferentiableFunction("sum", [[2, 3]]) { $0[0].sum() },
    DifferentiableFunction("mean", [[2, 3]]) { $0[0].mean() },
    DifferentiableFunction("sum along 0", [[2, 3]]) { try $0[0].sum(axis: 0) },
    DifferentiableFunction("mean along -1", [[2, 3, 2]]) { try $0[0].mean(axis: -1) },
    DifferentiableFunction("sum kept", [[2, 3]]) { try $0[0].sum(keepingAxis: 1) },
    DifferentiableFunction("mean kept", [[2, 3]]) { try $0[0].mean(keepingAxis: 0) },
    DifferentiableFunction("matmul", [[2, 3], [3, 4]]) { try matmul($0[0], $0[1]) },
    DifferentiableFunction("matmul constant", [[3, 2]]) { try matmul(constant, $0[0]) },
    DifferentiableFunction("matmul by constant", [[3, 2]]) { try matmul($0[0], constant) },
    DifferentiableFunction("reshaped", [[2, 3]]) { try $0[0].reshaped([3, -1]) * 2 },
    DifferentiableFunction("transposed", [[2, 3, 2]]) { $0[0].transposed() },
    DifferentiableFunction("element", [[2, 3]]) { try $0[0][1, 2] * $0[0][0, 1] },
  ]

  static let losses: [DifferentiableFunction] = [
    DifferentiableFunction("crossEntropy of logits", [[3, 4]]) {
      try crossEntropy(logits: $0[0], labels: [2, 0, 1, 1])
    },
    DifferentiableFunction("with weights and smoothing", [[3, 4]]) {
      let options = LossOptions(classWeights: [0.5, 2, 1], smoothing: 0.2)
      return try crossEntropy(logits: $0[0], labels: [2, 0, 1, 1], options: options)
    },
    DifferentiableFunction("summed, one ignored", [[3, 4]]) {
      let options = LossOptions(ignoredLabel: 1, reduction: .sum)
      return try crossEntropy(logits: $0[0], labels: [2, 0, 1, 2], options: options)
    },
    DifferentiableFunction("against distributions", [[3, 2]]) {
      try crossEntropy(logits: $0[0], labels: [[0.2, 1], [0.5, 0], [0.3, 0]])
    },
    DifferentiableFunction("binaryCrossEntropy", [[5]]) {
      try binaryCrossEntropy(logits: $0[0], labels: [0, 1, 1, 0.3, 0])
    },
    DifferentiableFunction("binaryCrossEntropy summed", [[5]]) {
      try binaryCrossEntropy(logits: $0[0], labels: [0, 1, 1, 0.3, 0], reduction: .sum)
    },
    // Along softmax, so that the probabilities stay probabilities.
    DifferentiableFunction("crossEntropy of probabilities", [[3, 2]]) {
      try crossEntropy(probabilities: softmax($0[0]), labels: [[0, 1], [0, 0], [1, 0]])
    },
  ]

  @Test(
    "the tape's gradients are the slopes of the values",
    arguments: arithmetic + functions + shapes + losses
  )
  func agrees(_ row: DifferentiableFunction) throws {
    for seed in 1...3 {
      var inputs = try samples(row.shapes, seed: seed)
      if row.isPositive { inputs = inputs.map { abs($0) + 0.1 } }
      // Unequal factors tell the elements of the result apart.
      func weighted(_ result: Variable) throws -> Variable {
        guard !result.shape.isEmpty else { return result }
        var generator = SeededGenerator(seed: seed + 100)
        return try (result * Tensor.randomNormal(result.shape, using: &generator)).sum()
      }
      let found = try gradient(at: inputs) { try weighted(row.function($0)) }
      let expected = try centralDifferences(
        of: { try valueWithGradient(at: $0) { try weighted(row.function($0)) }.value },
        at: inputs
      )
      for (gradient, slopes) in zip(found, expected) {
        #expect(gradient.shape == slopes.shape)
        #expect(gradient.isClose(to: slopes, relative: 1e-7, absolute: 1e-8), "seed \(seed)")
      }
    }
  }

  @Test("dz = ŷ - y, in closed form, by the tape, and for one example of lecture 9")
  func closedForm() throws {
    let z = log([0.3, 0.2, 0.1, 0.4])
    let expected: Tensor = [0.3, -0.8, 0.1, 0.4]
    #expect(try crossEntropyGradient(logits: z, labels: [1]).isClose(to: expected))
    let taped = try gradient(at: z) { try crossEntropy(logits: $0, labels: [1]) }
    #expect(taped.isClose(to: expected))
    let byHand = try gradient(at: z) { z in
      let t = exp(z)
      return try -log((t / t.sum())[1])
    }
    #expect(byHand.isClose(to: expected))
  }

  @Test(
    "the slope of 0 raised to an exponent is 0 in the exponent, and infinity below 0",
    arguments: [(0, 0), (2, 0), (-1, -.infinity)] as [(Double, Double)]
  )
  func powerOfZero(exponent: Double, slope: Double) throws {
    let found = try gradient(at: [Tensor(0), Tensor(exponent)]) { try pow($0[0], $0[1]) }
    #expect(try found[1].scalar == slope)
  }
}
