import Testing

@testable import Engine

@Suite("Descent on one number: lecture 10")
struct MinimizeTests {
  @Test(
    "fed coefficients lead to the least of x[0]w² + x[1]w + x[2]",
    arguments: [([1.0, -10.0, 25.0], 5.0), ([1.0, -20.0, 100.0], 10.0), ([2.0, 6.0, 1.0], -1.5)]
  )
  func coefficients(x: [Double], least: Double) throws {
    let w = try minimize(from: 0, learningRate: 0.01, steps: 3000) { w in
      try x[0] * w * w + x[1] * w + x[2]
    }
    #expect(w.isApproximately(least, within: 1e-12))
  }

  @Test(
    "w is 5(1 - 0.98ⁿ) after n steps, in every way to ask",
    arguments: [0, 1, 2, 10, 100, 1000]
  )
  func closedForm(steps: Int) throws {
    let expected = 5 * (1 - cPow(0.98, Double(steps)))
    let taped = try minimize(from: 0, learningRate: 0.01, steps: steps) { w in
      try pow(w, 2) - 10 * w + 25
    }
    #expect(taped.isApproximately(expected, within: 1e-12))
    let given = descend(from: 0.0, learningRate: 0.01, steps: steps) { 2 * $0 - 10 }
    #expect(given.isApproximately(expected, within: 1e-12))
  }

  @Test(
    "single precision stalls from step 636 on, double precision does not",
    arguments: [(StepRounding.twice, "4.9999886"), (StepRounding.fused, "4.999988")]
  )
  func stalls(rounding: StepRounding, text: String) throws {
    for steps in [636, 637, 1000, 5000] {
      let w = try minimize(
        from: Float(0),
        learningRate: 0.01,
        steps: steps,
        rounding: rounding
      ) { w in w * w - 10 * w + 25 }
      #expect(w.description == text)
    }
    let before = try minimize(
      from: Float(0),
      learningRate: 0.01,
      steps: 635,
      rounding: rounding
    ) { w in w * w - 10 * w + 25 }
    #expect(before < Float(text) ?? 0)
    let double = try minimize(from: 0, learningRate: 0.01, steps: 5000) { w in
      try w * w - 10 * w + 25
    }
    #expect(double.isApproximately(5, within: 1e-13))
  }

  @Test("the derivative of a Float is that of its formula, operation by operation")
  func floatSlopes() {
    let x = FloatVariable(3, slope: 1)
    let cases: [(FloatVariable, Float, Float)] = [
      (x + x, 6, 2), (x + 1, 4, 1), (1 + x, 4, 1), (x - 2 * x, -3, -1), (x - 1, 2, 1),
      (1 - x, -2, -1), (-x, -3, -1), (x * x, 9, 6), (x * 4, 12, 4), (x / 2, 1.5, 0.5),
      (6 / x, 2, -2.0 / 3), (x / (x + 1), 0.75, 1.0 / 16),
    ]
    for (found, value, slope) in cases {
      #expect(found.value == value)
      #expect((found.slope - slope).magnitude <= 1e-7 * slope.magnitude)
    }
    #expect(x.description == "3.0")
  }

  @Test("no steps leave w as it is, and a rate that is not finite is refused")
  func badInput() throws {
    #expect(try minimize(from: 2, learningRate: 1, steps: -1) { $0 } == 2)
    #expect(try minimize(from: Float(2), learningRate: 1, steps: 0) { $0 } == 2)
    for rate in [Double.nan, .infinity] {
      let error = #expect(throws: EngineError.self) {
        try minimize(from: 2, learningRate: rate, steps: 1) { $0 }
      }
      #expect(error?.description.contains("'learningRate' is \(rate), but must be finite") == true)
      #expect(throws: EngineError.self) {
        try minimize(from: Float(2), learningRate: Float(rate), steps: 1) { $0 }
      }
    }
  }
}
