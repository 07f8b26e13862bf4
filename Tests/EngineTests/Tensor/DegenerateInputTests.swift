import Testing

@testable import Engine

/// What comes of data at the edge of sense: constant, empty, huge, tiny, not a number.
@Suite("Degenerate inputs")
struct DegenerateInputTests {
  static let tiny = Double.leastNonzeroMagnitude

  @Test("one class has the probability 1, no loss and no gradient")
  func oneClass() throws {
    let z: Tensor = [[-1000, 0, 7]]
    #expect(try softmax(z) == [[1, 1, 1]])
    #expect(try logSoftmax(z) == [[0, 0, 0]])
    #expect(try crossEntropy(logits: z, labels: [0, 0, 0]) == 0)
    #expect(try crossEntropyGradient(logits: z, labels: [0, 0, 0]) == [[0, 0, 0]])
    let network = try Network {
      try Dense(2, 1)
      Softmax()
    }
    #expect(try network.accuracy(Tensor.zeros([2, 3]), labels: [0, 0, 0]) == 1)
  }

  @Test("logits of ±1000 give probabilities of 0 and 1, a finite loss and finite gradients")
  func hugeLogits() throws {
    let z: Tensor = [[1000, -1000], [0, 0], [-1000, 1000]]
    #expect(try softmax(z) == [[1, 0], [0, 0], [0, 1]])
    #expect(try crossEntropy(logits: z, labels: [2, 0]) == 2000)
    #expect(
      try crossEntropyGradient(logits: z, labels: [2, 0]) == [[0.5, -0.5], [0, 0], [-0.5, 0.5]]
    )
    let taped = try gradient(at: z) { try crossEntropy(logits: $0, labels: [2, 0]) }
    #expect(taped == [[0.5, -0.5], [0, 0], [-0.5, 0.5]])
    #expect(sigmoid([1000, -1000]) == [1, 0])
    #expect(softplus([1000, -1000]) == [1000, 0])
    #expect(try gradient(at: [1000.0, -1000]) { softplus($0).sum() } == [1, 0])
  }

  @Test("empty axes give the neutral element, or an empty result, or an error")
  func emptyAxes() throws {
    let empty = try Tensor.zeros([3, 0])
    #expect(try empty.sum(axis: 1) == [0, 0, 0])
    #expect(try empty.sum(axis: 0).shape == [0])
    #expect(try empty.mean(axis: 1).elements.allSatisfy { $0.isNaN })
    #expect(try empty.max(axis: 1).elements.allSatisfy { $0 == -.infinity })
    #expect(try softmax(empty).shape == [3, 0])
    #expect(try matmul(empty, Tensor.zeros([0, 2])) == Tensor.zeros([3, 2]))
    #expect((empty + 1).shape == [3, 0])
    #expect(empty.transposed().shape == [0, 3])
    #expect(empty.description == "[[],\n [],\n []]")
    #expect(try crossEntropy(logits: empty, labels: []).isNaN)
    #expect(try crossEntropyGradient(logits: empty, labels: []).shape == [3, 0])
    #expect(throws: EngineError.emptyTensor(operation: "argMax", shape: [3, 0])) {
      try empty.argMax(axis: 1)
    }
    #expect(try empty.argMax(axis: 0) == [])
    #expect(try hardmax(empty).shape == [3, 0])
    #expect(try valueWithGradient(at: empty) { $0.sum() }.gradient.shape == [3, 0])
  }

  @Test("NaN comes through, and is never taken for a number")
  func notANumber() throws {
    let x = Tensor([1, .nan, 3])
    for value in [x.sum(), x.mean(), x.max(), x.min(), x.variance(), x.norm(), x.logSumExp()] {
      #expect(value.isNaN)
    }
    #expect(relu(x).elements[1].isNaN)
    #expect(try clip(x, min: 0, max: 1).elements[1].isNaN)
    #expect(try maximum(x, [2, 2, 2]).elements[1].isNaN)
    #expect(try minimum([2, 2, 2], x).elements[1].isNaN)
    #expect(try softmax(x).elements.allSatisfy { $0.isNaN })
    #expect(try crossEntropy(logits: x, labels: [0]).isNaN)
    #expect(try x.argMax() == 1)
    #expect(x != x)
    #expect(x.isClose(to: x))
    #expect(x.description == "[1, nan, 3]")
  }

  @Test("infinity is a number where the result is one")
  func infinity() throws {
    let x = Tensor([1, .infinity, -2])
    #expect(x.max() == .infinity)
    #expect(x.logSumExp() == .infinity)
    #expect(try softmax(Tensor([0, -.infinity])) == [1, 0])
    #expect(tanh(x).elements[1] == 1)
    #expect(exp(Tensor([-.infinity])) == [0])
    #expect(log(Tensor([0])) == Tensor([-.infinity]))
    #expect(x.norm() == .infinity)
    #expect(x.variance().isNaN)
    #expect(Tensor([0]).norm() == 0)
  }

  @Test("denormal numbers do not vanish")
  func denormals() throws {
    let x = Tensor([Self.tiny, Self.tiny])
    #expect(x.sum() == 2 * Self.tiny)
    #expect(x.max() == Self.tiny)
    let (three, four) = (3000 * Self.tiny, 4000 * Self.tiny)
    #expect(Tensor([three, four]).norm() == 5000 * Self.tiny)
    #expect(x.description.contains("e-324"))
    #expect(try softmax(x) == [0.5, 0.5])
    var norm = try BatchNorm(featureCount: 1)
    let output = try norm.forward(Tensor([[Self.tiny, 0]]), phase: .training)
    #expect(output.elements.allSatisfy { $0.isFinite })
  }

  @Test("features that do not vary are no reason to divide by 0")
  func constantFeatures() throws {
    let x = try Tensor(repeating: 1e9 + 0.1, shape: [2, 7])
    #expect(try x.variance(axis: 1) == [0, 0])
    #expect(try x.standardDeviation(axis: 1) == [0, 0])
    #expect(try InputNormalization(of: x).normalized(x) == Tensor.zeros([2, 7]))
    var norm = try BatchNorm(featureCount: 2)
    #expect(try norm.forward(x, phase: .training) == Tensor.zeros([2, 7]))
    #expect(try norm.backward(Tensor.ones([2, 7])).input == Tensor.zeros([2, 7]))
    #expect(Tensor([5]).variance(.sample).isNaN)
  }

  @Test("shapes that cannot be are refused before memory is asked for")
  func hugeShapes() {
    for shape in [
      [1 << 28], [.max], [0, .max, 2], [.max, .max, 0], [1 << 20, 1 << 20], [-1], [0, -1],
      [Int](repeating: 1, count: 33),
    ] {
      #expect(throws: EngineError.self) { try Tensor.zeros(shape) }
      #expect(throws: EngineError.self) { try Tensor([1]).broadcast(to: shape) }
      #expect(throws: EngineError.self) { try Tensor([1, 2]).reshaped(shape + [3]) }
    }
    #expect(throws: EngineError.self) { try Tensor.range(from: 0, to: -1e300, by: -1e-300) }
    #expect(throws: EngineError.self) { try Tensor.range(from: 0, to: 1e300) }
    #expect(throws: EngineError.self) { try Tensor.range(from: 0, to: .nan) }
    #expect((try? Tensor.range(from: 0, to: -1e300))?.count == 0)
  }

  @Test("axes cannot be added without end")
  func ranks() throws {
    var x = Tensor(1)
    for _ in 0..<Tensor.maximumRank { x = try x.expandingShape(at: 0) }
    #expect(x.rank == 32)
    #expect(x.description.hasPrefix("[[[["))
    #expect(throws: EngineError.self) { try x.expandingShape(at: 0) }
    #expect(throws: EngineError.self) { try stack([x]) }
  }

  @Test("a huge tensor prints at once, and so does one of many axes")
  func printing() throws {
    let long = try Tensor(repeating: 1.5, shape: [1 << 22, 2])
    #expect(long.description.split(separator: "\n").count == 11)
    #expect(long.description.contains("…"))
    let cube = try Tensor.zeros([11, 11, 11, 11])
    #expect(cube.description.utf8.count < 60_000)
    let many = try Tensor.zeros([Int](repeating: 2, count: 16))
    #expect(many.description.hasPrefix("a tensor of shape [2, 2"))
  }

  @Test("the mean of nothing is NaN without a sign, so that it prints as 'nan' everywhere")
  func meanOfNothing() throws {
    let weightless = LossOptions(classWeights: [0, 1])
    for value in [
      Tensor([]).mean(), Tensor([]).variance(), Tensor([5]).variance(.sample),
      try crossEntropy(logits: Tensor.zeros([3, 0]), labels: []),
      try crossEntropy(logits: [[1], [2]], labels: [0], options: weightless),
    ] {
      #expect("\(value)" == "nan")
    }
  }

  static let refusals: [(@Sendable () throws(EngineError) -> Void, String)] = [
    (
      { () throws(EngineError) in _ = try Tensor.zeros([2, 3]).squeezed(at: -1) },
      "axis 1 of the shape [2, 3] holds 3 elements, not 1"
    ),
    (
      { () throws(EngineError) in _ = try Tensor([1, 2]).top(3) },
      "'count' is 3, but must be from 0 to 2, the extent of axis 0"
    ),
    (
      { () throws(EngineError) in _ = try clip(Tensor([1]), min: .nan) },
      "'min' is nan, but must be a number, or infinite"
    ),
    (
      { () throws(EngineError) in _ = try OptimizerState(stepCount: .max) },
      "'stepCount' is 9.223372036854776e+18, but must be from 0 to 9007199254740992"
    ),
    (
      { () throws(EngineError) in
        var norm = try BatchNorm(featureCount: 2)
        _ = try norm.forward(Tensor.zeros([2, 0]), phase: .training)
      }, "'BatchNorm' needs at least one element, but got the shape [2, 0]"
    ),
    (
      { () throws(EngineError) in
        let network = try Network(layers: [.dense(Dense(2, 2))])
        _ = try network.accuracy(Tensor.zeros([2, 1]), labels: [2])
      }, "label 2 of example 0 is outside the 2 classes"
    ),
    (
      { () throws(EngineError) in
        _ = try SearchSpace([.integer("units", from: 0, to: 5, scale: .logarithmic)])
      }, "'units' from 0 to 5 does not fit a logarithmic scale"
    ),
  ]

  @Test("what is refused is named with its values", arguments: refusals)
  func refused(body: @Sendable () throws(EngineError) -> Void, message: String) {
    let error = #expect(throws: EngineError.self) { try body() }
    #expect(error?.message == message)
  }
}
