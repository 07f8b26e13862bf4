import Engine
import Testing

@Suite("Cross entropy")
struct CrossEntropyTests {
  let y: Tensor = [0, 1, 0, 0]
  let p: Tensor = [0.3, 0.2, 0.1, 0.4]

  @Test("lecture 9: -log 0.2 = 1.609")
  func lecture() throws {
    #expect(try crossEntropy(probabilities: p, labels: y) == 1.6094379124341003)
    #expect(try crossEntropy(probabilities: p, labels: [1]) == 1.6094379124341003)
  }

  @Test("logits and the probabilities of their softmax give one loss")
  func agreement() throws {
    let z: Tensor = [[5, 0.5], [2, -1], [-1, 3]]
    let labels = [2, 0]
    let hot = try oneHot(labels, classCount: 3)
    let loss = try crossEntropy(logits: z, labels: labels)
    #expect(abs(loss - (6.0498 + 2.5967) / 2) < 1e-3)
    #expect(try abs(crossEntropy(logits: z, labels: hot) - loss) < 1e-15)
    #expect(try abs(crossEntropy(probabilities: softmax(z), labels: hot) - loss) < 1e-14)
    #expect(try abs(crossEntropy(probabilities: softmax(z), labels: labels) - loss) < 1e-14)
  }

  @Test("is the mean over the examples")
  func mean() throws {
    let z: Tensor = [[5, 0.5], [2, -1], [-1, 3]]
    let first = try crossEntropy(logits: z.column(0), labels: [2])
    let second = try crossEntropy(logits: z.column(1), labels: [0])
    #expect(try crossEntropy(logits: z, labels: [2, 0]) == (first + second) / 2)
  }

  @Test("extreme logits stay finite; a true class of probability 0 does not")
  func extremes() throws {
    #expect(try crossEntropy(logits: [1000, 0, -1000], labels: [2]) == 2000)
    #expect(try crossEntropy(logits: [1000, 0, -1000], labels: [0]) == 0)
    #expect(try crossEntropy(probabilities: [1, 0], labels: [1]) == .infinity)
    #expect(try crossEntropy(probabilities: [1, 0], labels: [1, 0] as Tensor) == 0)
    #expect(try crossEntropy(logits: [3], labels: [0]) == 0)
    #expect(try crossEntropy(logits: Tensor([.nan, 1]), labels: [0]).isNaN)
    #expect(try crossEntropy(logits: Tensor.zeros([3, 0]), labels: [Int]()).isNaN)
  }

  @Test("arguments that do not fit are named")
  func badInput() {
    #expect(throws: EngineError.labelOutOfRange(label: 4, example: 0, classCount: 4)) {
      try crossEntropy(probabilities: p, labels: [4])
    }
    #expect(throws: EngineError.labelCountMismatch(labels: 4, examples: 1)) {
      try crossEntropy(probabilities: p, labels: [0, 1, 0, 0] as [Int])
    }
    #expect(
      throws: EngineError.notAProbability(argument: "probabilities", value: 5, example: 0)
    ) {
      try crossEntropy(probabilities: [5, 2, -1, 3], labels: y)
    }
    #expect(
      throws: EngineError.probabilitiesDoNotSumToOne(
        argument: "probabilities",
        sum: 0.75,
        example: 0
      )
    ) {
      try crossEntropy(probabilities: [0.5, 0.25], labels: [0])
    }
    #expect(throws: EngineError.self) {
      try crossEntropy(logits: p, labels: [0, 2, 0, 0] as Tensor)
    }
    #expect(
      throws: EngineError.shapesDiffer(operation: "crossEntropy", expected: [4], found: [2])
    ) {
      try crossEntropy(logits: p, labels: [0, 1] as Tensor)
    }
    #expect(throws: EngineError.self) { try crossEntropy(logits: Tensor(1), labels: [0]) }
  }
}
