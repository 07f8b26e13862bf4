import Testing

@testable import Engine

@Suite("Networks")
struct NetworkTests {
  static func network(bias: Dense.BiasUse = .automatic) throws -> Network {
    try Network(seed: 5) {
      try Dense(3, 4, bias: bias)
      try BatchNorm(4)
      Tanh()
      try Dense(4, 2)
      Softmax()
    }
  }

  @Test("the table lists layers, output shapes and parameters")
  func table() throws {
    let expected = """
      layer      output  parameters                    count
      Dense      [4, m]  W1 [4, 3]                     12
      BatchNorm  [4, m]  gamma1 [4, 1], beta1 [4, 1]   8
      Tanh       [4, m]                                0
      Dense      [2, m]  W2 [2, 4], b2 [2, 1]          10
      Softmax    [2, m]                                0
      total                                            30
      """
    func squeezed(_ text: String) -> [[Substring]] {
      text.split(separator: "\n").map { $0.split(separator: " ") }
    }
    let table = try Self.network().description
    #expect(squeezed(table) == squeezed(expected))
    // Columns line up: the counts begin at one place.
    let lines = table.split(separator: "\n")
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test("a bias before batch norm is dropped with a remark, or kept and has the gradient 0")
  func bias() throws {
    let dropped = try Self.network()
    #expect(dropped.parameterNames == ["W1", "gamma1", "beta1", "W2", "b2"])
    #expect(dropped.remarks.count == 1)
    #expect(dropped.remarks[0].contains("layer 0, Dense(3, 4), has no bias"))
    var kept = try Self.network(bias: .always)
    #expect(kept.parameterNames.contains("b1"))
    #expect(kept.remarks.isEmpty)
    var generator = SeededGenerator(seed: 0)
    let pass = try kept.forward(samples([[3, 8]], seed: 1)[0], phase: .training, using: &generator)
    let found = try kept.crossEntropyGradients(labels: [0, 1, 1, 0, 0, 1, 0, 1], through: pass)
    #expect(abs(try found.gradient.parameter(named: "b1")).max() < 1e-15)
    #expect(try Self.network(bias: .never).parameterNames == dropped.parameterNames)
  }

  @Test("the gradients of all parameters and of the input are the slopes of the loss")
  func gradients() throws {
    let layers: [[Layer]] = [
      try Self.network().layers,
      try Network(seed: 2) {
        try Dense(3, 5)
        GELU()
        try Dense(5, 5, bias: .never)
        LeakyReLU(slope: 0.1)
        try Dense(5, 3)
      }.layers,
      try Network(seed: 3) {
        try BatchNorm(3)
        try Dense(3, 4)
        Sigmoid()
        try BatchNorm(4)
        Softplus()
        try Dense(4, 2)
        ELU()
      }.layers,
    ]
    for layers in layers {
      let network = try Network(layers: layers)
      let labels = [0, 1, 1, 0, 1, 0]
      let point = [network.parameters, try samples([[3, 6]], seed: 7)[0]]
      func pass(_ inputs: [Tensor]) throws -> (ForwardPass, Network) {
        var moved = network
        try moved.setParameters(inputs[0])
        var generator = SeededGenerator(seed: 0)
        return (try moved.forward(inputs[1], phase: .training, using: &generator), moved)
      }
      let (forward, same) = try pass(point)
      let found = try same.crossEntropyGradients(labels: labels, through: forward)
      let slopes = try centralDifferences(
        of: { inputs in
          let (forward, moved) = try pass(inputs)
          return try moved.crossEntropyGradients(labels: labels, through: forward).value
        },
        at: point
      )
      #expect(found.gradient.parameters.isClose(to: slopes[0], relative: 1e-7, absolute: 1e-8))
      #expect(found.gradient.input.isClose(to: slopes[1], relative: 1e-7, absolute: 1e-8))
    }
  }

  @Test("going back through softmax is the chain rule of its probabilities")
  func throughSoftmax() throws {
    var network = try Self.network()
    var generator = SeededGenerator(seed: 0)
    let x = try samples([[3, 4]], seed: 2)[0]
    let labels = [1, 0, 0, 1]
    let pass = try network.forward(x, phase: .training, using: &generator)
    let direct = try network.crossEntropyGradients(labels: labels, through: pass)
    let y = try oneHot(labels, classCount: 2)
    let probabilityGradient = try -(y / pass.output) / 4
    let through = try network.backward(probabilityGradient, through: pass)
    #expect(through.parameters.isClose(to: direct.gradient.parameters, relative: 1e-10))
  }

  @Test("softmax alone is softmax regression: z = Wx + b, ŷ = g(z)")
  func softmaxRegression() throws {
    let network = try Network {
      try Dense(weights: [[1, 0], [0, 1], [0, 0]], bias: [0, 0, 1])
      Softmax()
    }
    let x: Tensor = [[5], [2]]
    #expect(try network.predict(x).isClose(to: softmax([[5], [2], [1]])))
    #expect(try network.logits(x) == [[5], [2], [1]])
    #expect(try network.classes(x) == [0])
  }

  @Test("dropout leaves out its share while training, and nothing at inference")
  func dropout() throws {
    let dropout = try Dropout(keepProbability: 0.8)
    var network = try Network(layers: [
      .dense(Dense(weights: Tensor.identity(50))), .dropout(dropout),
    ])
    var generator = SeededGenerator(seed: 3, purpose: .dropout)
    let ones = try Tensor.ones([50, 400])
    let pass = try network.forward(ones, phase: .training, using: &generator)
    #expect(pass.output.elements.allSatisfy { $0 == 0 || $0 == 1.25 })
    // 20,000 draws: the share is known to 0.0028; four times that.
    let kept = Double(pass.output.elements.count { $0 != 0 }) / 20_000
    #expect(kept.isApproximately(0.8, within: 0.0113))
    #expect(try network.predict(ones) == ones)
    for probability in [0, -0.1, 1.1, .nan] {
      #expect(throws: EngineError.self) { try Dropout(keepProbability: probability) }
    }
  }

  @Test(
    "first weights have the variance of their rule",
    arguments: [
      (Initialization.he, 2.0 / 300), (.glorot, 2.0 / 500), (.normal(deviation: 0.1), 0.01),
    ]
  )
  func initialization(rule: Initialization, variance: Double) throws {
    var generator = SeededGenerator(seed: 1, purpose: .initialWeights)
    let weights = try rule.weights([200, 300], using: &generator)
    let distance = kolmogorovSmirnov(weights.elements) { x in
      0.5 * cErfc(-x / (2 * variance).squareRoot())
    }
    #expect(distance < kolmogorovSmirnovBound(60_000))
    #expect(try Initialization.zeros.weights([2, 2], using: &generator) == Tensor.zeros([2, 2]))
  }

  @Test("the statistics of the whole set are exact in every batch norm")
  func wholeSet() throws {
    var network = try Network(seed: 1) {
      try Dense(3, 4)
      try BatchNorm(4)
      ReLU()
      try Dense(4, 4)
      try BatchNorm(4)
    }
    let x = try samples([[3, 40]], seed: 1)[0]
    try network.useStatistics(of: x)
    let output = try network.predict(x)
    for row in 0..<4 {
      #expect(try output.row(row).mean().isApproximately(0, within: 1e-12))
    }
  }

  @Test("equal seeds give equal networks, and given weights stay")
  func seeds() throws {
    #expect(try Self.network() == Self.network())
    let given = try Dense(weights: [[1, 2]], bias: [3])
    #expect(try Network(seed: 9) { given }.layers == [.dense(given)])
  }

  @Test("networks that cannot be are refused, each with its own error")
  func badInput() throws {
    #expect(throws: EngineError.emptyNetwork) { try Network { ReLU() } }
    #expect(throws: EngineError.layersDoNotFit(layer: 1, expected: 5, found: 4)) {
      try Network {
        try Dense(3, 4)
        try Dense(5, 2)
      }
    }
    #expect(throws: EngineError.misplacedSoftmax(layer: 1)) {
      try Network {
        try Dense(3, 4)
        Softmax()
        try Dense(4, 2)
      }
    }
    for (inputs, outputs) in [(0, 1), (1, 0), (-1, 1), (Int.max, 2)] {
      #expect(throws: EngineError.self) { try Dense(inputs, outputs) }
    }
    let network = try Self.network()
    #expect(throws: EngineError.layersDoNotFit(layer: 0, expected: 3, found: 2)) {
      try network.predict(Tensor.zeros([2, 1]))
    }
    #expect(throws: EngineError.unknownName(name: "W9", known: network.parameterNames)) {
      try network.parameter(named: "W9")
    }
    var changed = network
    #expect(throws: EngineError.shapesDiffer(operation: "W1", expected: [4, 3], found: [5])) {
      try changed.setParameter(Tensor.zeros([5]), named: "W1")
    }
    #expect(throws: EngineError.labelCountMismatch(labels: 2, examples: 1)) {
      try network.accuracy(Tensor.zeros([3, 1]), labels: [0, 1])
    }
    var generator = SeededGenerator(seed: 0)
    let pass = try changed.forward(Tensor.zeros([3, 2]), phase: .inference, using: &generator)
    #expect(throws: EngineError.noForwardPass) {
      try changed.crossEntropyGradients(labels: [0, 1], through: pass)
    }
    #expect(changed == network)
  }
}
