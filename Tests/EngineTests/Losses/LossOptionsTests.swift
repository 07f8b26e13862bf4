import Testing

@testable import Engine

@Suite("Losses with options")
struct LossOptionsTests {
  /// Probabilities whose logarithms are -1, -2 and so on, up to normalisation.
  static let logits: Tensor = [[1, 0.5], [0, 2], [-1, 0]]
  static let labels = [0, 2]

  @Test("weights count by the true class, and the mean divides by them")
  func classWeights() throws {
    let losses = try crossEntropies(logits: Self.logits, labels: Self.labels)
    let options = LossOptions(classWeights: [2, 1, 0.5])
    let weighted = try crossEntropies(logits: Self.logits, labels: Self.labels, options: options)
    #expect(weighted.isClose(to: try losses * [2, 0.5]))
    let mean = try crossEntropy(logits: Self.logits, labels: Self.labels, options: options)
    #expect(mean.isApproximately(weighted.sum() / 2.5, within: 1e-15))
    var sum = options
    sum.reduction = .sum
    #expect(
      try crossEntropy(logits: Self.logits, labels: Self.labels, options: sum)
        .isApproximately(weighted.sum(), within: 1e-15)
    )
  }

  @Test("smoothing ε is the loss against labels of which ε is spread over all classes")
  func smoothing() throws {
    let options = LossOptions(smoothing: 0.3)
    let smoothed = try crossEntropy(logits: Self.logits, labels: Self.labels, options: options)
    let spread = try oneHot(Self.labels, classCount: 3) * 0.7 + 0.1
    let expected = try crossEntropy(logits: Self.logits, labels: spread)
    #expect(smoothed.isApproximately(expected, within: 1e-14))
  }

  @Test("ignored examples do not count, and without any other the mean is NaN")
  func ignored() throws {
    let options = LossOptions(ignoredLabel: -1)
    let all = try crossEntropies(logits: Self.logits, labels: [0, -1], options: options)
    #expect(all.elements[1] == 0)
    #expect(
      try crossEntropy(logits: Self.logits, labels: [0, -1], options: options) == all.elements[0]
    )
    #expect(try crossEntropy(logits: Self.logits, labels: [-1, -1], options: options).isNaN)
  }

  @Test("logits, probabilities and their logarithms give one loss, whatever the options")
  func oneLoss() throws {
    let options = LossOptions(classWeights: [2, 1, 0.5], smoothing: 0.1, reduction: .sum)
    let expected = try crossEntropy(logits: Self.logits, labels: Self.labels, options: options)
    let marks = try oneHot(Self.labels, classCount: 3)
    let probabilities = try softmax(Self.logits)
    let others = [
      try crossEntropy(logits: Self.logits, labels: marks, options: options),
      try crossEntropy(probabilities: probabilities, labels: Self.labels, options: options),
      try crossEntropy(probabilities: probabilities, labels: marks, options: options),
      try crossEntropy(
        logProbabilities: log(probabilities),
        labels: Self.labels,
        options: options
      ),
    ]
    for other in others { #expect(other.isApproximately(expected, within: 1e-14)) }
  }

  @Test("binary cross entropy: by hand, as two classes, and without overflow")
  func binary() throws {
    // -log 0.8 and -log(1 - 0.3).
    let probabilities: Tensor = [0.8, 0.3]
    let sum = try binaryCrossEntropy(
      probabilities: probabilities,
      labels: [1, 0],
      reduction: .sum
    )
    #expect(sum.isApproximately(0.5798184952529422, within: 1e-15))
    let logits = try log(probabilities / (1 - probabilities))
    let mean = try binaryCrossEntropy(logits: logits, labels: [1, 0])
    #expect(mean.isApproximately(0.2899092476264711, within: 1e-15))
    let two = try stack([logits, Tensor.zeros([2])])
    #expect(try crossEntropy(logits: two, labels: [0, 1]).isApproximately(mean, within: 1e-15))
    #expect(try binaryCrossEntropy(logits: [1000, -1000], labels: [0, 0]) == 500)
    #expect(try binaryCrossEntropy(probabilities: [1, 0], labels: [1, 0]) == 0)
    #expect(try binaryCrossEntropy(probabilities: [0], labels: [1]) == .infinity)
  }

  @Test("squared error is the mean of the squared distances")
  func squaredError() throws {
    #expect(try meanSquaredError(predictions: [1, 2], targets: [3, 5]) == 6.5)
  }

  @Test("options and labels that do not fit are named")
  func badInput() throws {
    func message(_ options: LossOptions, labels: [Int] = [0, 2]) -> String {
      do throws(EngineError) {
        _ = try crossEntropy(logits: Self.logits, labels: labels, options: options)
        return ""
      } catch { return error.description }
    }
    #expect(message(LossOptions(smoothing: 1.5)).contains("'smoothing' is 1.5"))
    #expect(message(LossOptions(smoothing: .nan)).contains("'smoothing' is nan"))
    #expect(message(LossOptions(classWeights: [1, 2])).contains("got [3] and [2]"))
    #expect(message(LossOptions(classWeights: [1, -2, 1])).contains("'classWeights' is -2"))
    #expect(message(LossOptions(), labels: [0, 3]).contains("label 3 of example 1"))
    #expect(message(LossOptions(), labels: [0]).contains("got 1 label for 2 examples"))
    #expect(throws: EngineError.self) { try binaryCrossEntropy(logits: [1], labels: [2]) }
    #expect(throws: EngineError.self) { try binaryCrossEntropy(logits: [1], labels: [1, 0]) }
    #expect(throws: EngineError.notAProbability(argument: "probabilities", value: 1.5, example: 0))
    {
      try binaryCrossEntropy(probabilities: [1.5], labels: [1])
    }
    #expect(throws: EngineError.self) { try meanSquaredError(predictions: [1], targets: [1, 2]) }
    for sum in [[[2.0], [1], [0]], [[0.2], [0.2], [0.2]]] {
      let probabilities = try Tensor(sum)
      #expect(throws: EngineError.self) {
        try crossEntropy(probabilities: probabilities, labels: [0], options: LossOptions())
      }
    }
  }
}
