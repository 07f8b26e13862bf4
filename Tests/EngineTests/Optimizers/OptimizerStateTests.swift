import Testing

@testable import Engine

@Suite("Optimizer states")
struct OptimizerStateTests {
  @Test(
    "an optimizer that resumes from a state goes on bit for bit",
    arguments: OptimizerTests.rules
  )
  func resumes(rule: UpdateRule) throws {
    var weights = OptimizerTests.weights
    var optimizer = try Optimizer(rule, learningRate: 0.1)
    for _ in 0..<3 { try optimizer.update(&weights, along: OptimizerTests.gradient) }
    var copy = weights
    var resumed = try Optimizer(rule, learningRate: 0.1).resuming(from: optimizer.state)
    #expect(resumed == optimizer)
    try optimizer.update(&weights, along: OptimizerTests.gradient)
    try resumed.update(&copy, along: OptimizerTests.gradient)
    #expect(weights == copy)
  }

  @Test("momentum of a weight of its own is the lecture's at 1 - β and the classical at 1")
  func weightedMomentum() throws {
    func stepped(_ rule: UpdateRule) throws -> Tensor {
      var weights = OptimizerTests.weights
      var optimizer = try Optimizer(rule, learningRate: 0.1)
      for _ in 0..<3 { try optimizer.update(&weights, along: OptimizerTests.gradient) }
      return weights
    }
    let own = 1 - 0.8
    #expect(
      try stepped(.momentum(beta: 0.8, form: .weighted(own))) == stepped(.momentum(beta: 0.8))
    )
    #expect(
      try stepped(.momentum(beta: 0.8, form: .weighted(1)))
        == stepped(.momentum(beta: 0.8, form: .classical))
    )
    #expect(
      try stepped(.nesterov(beta: 0.8, form: .weighted(1))) == stepped(.nesterov(beta: 0.8))
    )
    for weight in [0, -1, .nan, .infinity] {
      #expect(throws: EngineError.self) {
        try Optimizer(.momentum(form: .weighted(weight)), learningRate: 1)
      }
    }
  }

  @Test("correction by way of the rate differs only in what ε is added to")
  func rateCorrection() throws {
    func stepped(_ epsilon: Double, _ correction: BiasCorrection) throws -> Tensor {
      var weights = OptimizerTests.weights
      let rule = UpdateRule.adam(epsilon: epsilon, biasCorrection: correction)
      var optimizer = try Optimizer(rule, learningRate: 0.1)
      for _ in 0..<4 { try optimizer.update(&weights, along: OptimizerTests.gradient) }
      return weights
    }
    let (usual, byRate) = (try stepped(1e-300, .applied), try stepped(1e-300, .appliedToRate))
    #expect(usual.isClose(to: byRate, relative: 1e-14))
    #expect(try !stepped(0.1, .applied).isClose(to: stepped(0.1, .appliedToRate)))
  }

  @Test("states that cannot be are refused, and such of other shapes at the next step")
  func badInput() throws {
    #expect(throws: EngineError.self) { try OptimizerState(stepCount: -1) }
    #expect(throws: EngineError.self) { try OptimizerState(stepCount: 1, squares: [[-1]]) }
    let state = try OptimizerState(stepCount: 1, averages: [[1, 2]])
    var optimizer = try Optimizer(.momentum(), learningRate: 1).resuming(from: state)
    var weights: Tensor = [1, 2, 3]
    #expect(throws: EngineError.shapesDiffer(operation: "update", expected: [2], found: [3])) {
      try optimizer.update(&weights, along: [1, 1, 1])
    }
    #expect(weights == [1, 2, 3])
    #expect(
      try Optimizer(.gradientDescent, learningRate: 1).resuming(from: state).state.averages.isEmpty
    )
  }
}
