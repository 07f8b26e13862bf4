import Testing

@testable import Engine

@Suite("The tape")
struct TapeTests {
  @Test("a chain of a million numbers goes back without deep recursion")
  func longChain() throws {
    let result = try valueWithGradient(at: 1.0) { x in
      (0..<1_000_000).reduce(x) { y, _ in 1.000001 * y }
    }
    // 1.000001 to the millionth power, by logarithms in twice the precision.
    #expect(result.value.isApproximately(2.718280469095753, within: 1e-9))
    #expect(result.gradient.isApproximately(2.718280469095753, within: 1e-9))
  }

  @Test("a chain of a hundred thousand tensors goes back without deep recursion")
  func longChainOfTensors() throws {
    let slope = try gradient(at: [1.0, 2]) { x in
      (0..<100_000).reduce(x) { y, _ in y + 1 }.sum()
    }
    #expect(slope == [1, 1])
  }

  @Test("an input used often gets the sum of its gradients, an unused one zeros")
  func uses() throws {
    let gradients = try gradient(at: [Tensor([2, 3]), Tensor([[1, 1]]), Tensor(4)]) { inputs in
      try (inputs[0] * inputs[0] + inputs[0] * 2).sum()
    }
    #expect(gradients == [[6, 8], [[0, 0]], Tensor(0)])
  }

  @Test("a second call, and one inside another, know nothing of the first")
  func calls() throws {
    let cube: (Variable) throws -> Variable = { x in try x * x * x }
    #expect(try gradient(at: 2.0, of: cube) == 12)
    #expect(try gradient(at: 2.0, of: cube) == 12)
    let nested = try gradient(at: 3.0) { x in
      x * (try gradient(at: 2.0, of: cube))
    }
    #expect(nested == 12)
  }

  @Test("a constant result has the gradient 0")
  func constants() throws {
    let result = try valueWithGradient(at: [1.0, 2]) { x in 0 * x.sum() + 7 }
    #expect(result == ValueWithGradient(value: 7, gradient: [0, 0]))
  }

  @Test("what comes from another computation, or is no number, is refused")
  func foreigners() throws {
    var kept: Variable?
    _ = try gradient(at: 1.0) { x in
      kept = x
      return x
    }
    let stale = try #require(kept)
    #expect(throws: EngineError.foreignVariable(operation: "*")) {
      try gradient(at: 1.0) { x in try x * stale }
    }
    #expect(throws: EngineError.foreignVariable(operation: "gradient")) {
      try gradient(at: 1.0) { _ in stale }
    }
    #expect(throws: EngineError.foreignVariable(operation: "matmul")) {
      try gradient(at: [[1.0]]) { x in try matmul(x, stale) }
    }
    #expect(throws: EngineError.resultNotScalar(shape: [2])) {
      try gradient(at: [1.0, 2]) { $0 * 2 }
    }
  }

  @Test("a variable kept from an earlier step of a descent is found out")
  func staleSteps() throws {
    var kept: Variable?
    #expect(throws: EngineError.foreignVariable(operation: "*")) {
      try minimize(from: 1, learningRate: 0.1, steps: 3) { w in
        let first = kept ?? w
        kept = first
        return try first * w
      }
    }
  }

  @Test("what the function throws comes through")
  func errors() {
    struct Broken: Error {}
    #expect(throws: Broken.self) { try gradient(at: 1.0) { _ in throw Broken() } }
    #expect(throws: EngineError.shapeMismatch(operation: "+", left: [2], right: [3])) {
      try gradient(at: [Tensor([1, 2]), Tensor([1, 2, 3])]) { try ($0[0] + $0[1]).sum() }
    }
  }
}
