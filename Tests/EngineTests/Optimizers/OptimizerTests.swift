import Testing

@testable import Engine

@Suite("Optimizers")
struct OptimizerTests {
  static let rules: [UpdateRule] = [
    .gradientDescent, .momentum(), .momentum(beta: 0.9, form: .classical), .nesterov(),
    .rmsProp(beta: 0.9), .adam(), .adamW(), .adaGrad(),
  ]

  /// The weights and gradients of a public course assignment (deeplearning.ai, course 2, week 2).
  static let weights = Tensor([
    1.6243453636632417, -0.6117564136500754, -0.5281717522634557,
    -1.0729686221561705, 0.8654076293246785, -2.3015386968802827,
  ])
  static let gradient = Tensor([
    -1.1006191772129212, 1.1447237098396141, 0.9015907205927955,
    0.5024943389018682, 0.9008559492644118, -0.6837278591743331,
  ])

  @Test(
    "one step gives what a public course assignment prints",
    arguments: [
      (
        UpdateRule.gradientDescent, 0,
        [1.63535156, -0.62320365, -0.53718766, -1.07799357, 0.85639907, -2.29470142]
      ),
      (
        .momentum(beta: 0.9), 0,
        [1.62544598, -0.61290114, -0.52907334, -1.07347112, 0.86450677, -2.30085497]
      ),
      (
        .adam(), 1,
        [1.63178673, -0.61919778, -0.53561312, -1.08040999, 0.85796626, -2.29409733]
      ),
    ] as [(UpdateRule, Int, [Double])]
  )
  func published(rule: UpdateRule, stepsBefore: Int, printed: [Double]) throws {
    var optimizer = try Optimizer(rule, learningRate: 0.01)
    optimizer.stepCount = stepsBefore
    var weights = Self.weights
    try optimizer.update(&weights, along: Self.gradient)
    #expect(weights.isClose(to: Tensor(printed), relative: 0, absolute: 0.5e-8))
  }

  @Test("two steps of a gradient of 1 and then 2 give the values worked by hand")
  func byHand() throws {
    func afterTwo(_ rule: UpdateRule, l2: Double = 0) throws -> Double {
      var optimizer = try Optimizer(rule, learningRate: 0.1, l2: l2)
      var w: Tensor = [1]
      try optimizer.update(&w, along: [1])
      try optimizer.update(&w, along: [2])
      return w.elements[0]
    }
    func near(_ value: Double, _ expected: Double) -> Bool {
      value.isApproximately(expected, within: 1e-9)
    }
    #expect(near(try afterTwo(.gradientDescent), 0.7))
    // g = 1 + 1 = 2: w = 0.8; g = 2 + 0.8: w = 0.52.
    #expect(near(try afterTwo(.gradientDescent, l2: 1), 0.52))
    // v = 0.5, 1.25.
    #expect(near(try afterTwo(.momentum(beta: 0.5)), 1 - 0.05 - 0.125))
    // v = 1, 2.5.
    #expect(near(try afterTwo(.momentum(beta: 0.5, form: .classical)), 1 - 0.1 - 0.25))
    // Steps 1 + 0.5 · 1 and 2 + 0.5 · 2.5.
    #expect(near(try afterTwo(.nesterov(beta: 0.5)), 1 - 0.15 - 0.325))
    // s = 0.5, 2.25.
    let rms = 1 - 0.1 / 0.5.squareRoot() - 0.2 / 1.5
    #expect(near(try afterTwo(.rmsProp(beta: 0.5, epsilon: 1e-12)), rms))
    // s = 1, 5.
    let ada = 1 - 0.1 - 0.2 / 5.0.squareRoot()
    #expect(near(try afterTwo(.adaGrad(epsilon: 1e-12)), ada))
    // v̂ = 1, 1.25 / 0.75; ŝ = 1, 2.25 / 0.75.
    let adam = 1 - 0.1 - 0.1 * (1.25 / 0.75) / 3.0.squareRoot()
    #expect(near(try afterTwo(.adam(beta1: 0.5, beta2: 0.5, epsilon: 1e-12)), adam))
    // v = 0.5, 1.25; s = 0.5, 2.25, as they are.
    let raw = 1 - 0.05 / 0.5.squareRoot() - 0.125 / 1.5
    let uncorrected = UpdateRule.adam(
      beta1: 0.5,
      beta2: 0.5,
      epsilon: 1e-12,
      biasCorrection: .none
    )
    #expect(near(try afterTwo(uncorrected), raw))
    // The weight shrinks by 0.1 · 0.5 of itself before each step.
    let shrunk = (1 * 0.95 - 0.1) * 0.95 - 0.1 * (1.25 / 0.75) / 3.0.squareRoot()
    let adamW = UpdateRule.adamW(beta1: 0.5, beta2: 0.5, epsilon: 1e-12, weightDecay: 0.5)
    #expect(near(try afterTwo(adamW), shrunk))
  }

  @Test("the lecture's momentum at a rate is the classical at the rate times 1 - beta")
  func momentumForms() throws {
    var lecture = try Optimizer(.momentum(beta: 0.9), learningRate: 0.5)
    var classical = try Optimizer(.momentum(beta: 0.9, form: .classical), learningRate: 0.05)
    var (a, b) = (Self.weights, Self.weights)
    for _ in 0..<20 {
      try lecture.update(&a, along: a * 2 + Self.gradient)
      try classical.update(&b, along: b * 2 + Self.gradient)
    }
    #expect(a.isClose(to: b))
  }

  @Test("each rule finds the least of J(w) = w² - 10w + 25", arguments: rules)
  func lecture10(rule: UpdateRule) throws {
    var optimizer = try Optimizer(rule, learningRate: 0.1)
    if case .adaGrad = rule { optimizer.learningRate = 2 }
    var w: Tensor = [0]
    for step in 0..<3000 {
      if step == 2000 { optimizer.learningRate /= 100 }
      try optimizer.update(&w, along: w * 2 - 10)
    }
    #expect(w.elements[0].isApproximately(5, within: 0.01))
  }

  @Test("gradient descent reaches the lecture's w after each number of steps")
  func lecture10Steps() throws {
    var optimizer = try Optimizer(.gradientDescent, learningRate: 0.01)
    var w: Tensor = [0]
    // PyTorch 2.13, float64.
    let expected = [
      1: 0.1, 2: 0.198, 3: 0.29404, 10: 0.9146359655622656, 100: 4.336902220526234,
      500: 4.9997948800742735, 1000: 4.999999991585162, 1001: 4.999999991753459,
    ]
    for step in 1...1001 {
      try optimizer.update(&w, along: w * 2 - 10)
      if let value = expected[step] {
        #expect(w.elements[0].isApproximately(value, within: 5e-14 * value))
      }
    }
  }

  @Test("a copy is a checkpoint: it goes on to bit-equal weights", arguments: rules)
  func checkpoint(rule: UpdateRule) throws {
    var optimizer = try Optimizer(rule, learningRate: 0.01, l2: 0.1)
    var weights = Self.weights
    for _ in 0..<5 { try optimizer.update(&weights, along: Self.gradient * weights) }
    var (copy, restored) = (optimizer, weights)
    for _ in 0..<5 { try optimizer.update(&weights, along: Self.gradient * weights) }
    for _ in 0..<5 { try copy.update(&restored, along: Self.gradient * restored) }
    #expect(weights.elements.map(\.bitPattern) == restored.elements.map(\.bitPattern))
    #expect(copy == optimizer)
  }

  @Test("a refused step changes nothing", arguments: rules)
  func refused(rule: UpdateRule) throws {
    var optimizer = try Optimizer(rule, learningRate: 0.01)
    var parameters = [Self.weights, [1, 2]] as [Tensor]
    try optimizer.update(&parameters, along: [Self.gradient, [3, 4]])
    let (before, kept) = (optimizer, parameters)
    #expect(throws: EngineError.shapesDiffer(operation: "update", expected: [2], found: [3])) {
      try optimizer.update(&parameters, along: [Self.gradient, [1, 2, 3]])
    }
    #expect(throws: EngineError.stateMismatch(expected: 2, found: 1)) {
      try optimizer.update(&parameters, along: [Self.gradient])
    }
    if rule != .gradientDescent {
      var single = Self.weights
      #expect(throws: EngineError.stateMismatch(expected: 2, found: 1)) {
        try optimizer.update(&single, along: Self.gradient)
      }
    }
    #expect(optimizer == before && parameters == kept)
  }

  @Test(
    "constants out of range are refused",
    arguments: [
      .momentum(beta: 1), .momentum(beta: -0.1), .nesterov(beta: .nan), .rmsProp(epsilon: 0),
      .rmsProp(beta: 1), .adam(beta1: 1), .adam(beta2: 1), .adam(epsilon: -1),
      .adamW(weightDecay: -1), .adamW(beta1: 2), .adaGrad(epsilon: 0),
    ] as [UpdateRule]
  )
  func badConstants(rule: UpdateRule) {
    #expect(throws: EngineError.self) { try Optimizer(rule, learningRate: 0.1) }
  }

  @Test("rates and penalties out of range are refused", arguments: [0, -1, .nan, .infinity])
  func badRates(rate: Double) throws {
    #expect(throws: EngineError.self) { try Optimizer(.gradientDescent, learningRate: rate) }
    if rate != 0 {
      #expect(throws: EngineError.self) {
        try Optimizer(.gradientDescent, learningRate: 1, l2: rate)
      }
    }
  }
}
