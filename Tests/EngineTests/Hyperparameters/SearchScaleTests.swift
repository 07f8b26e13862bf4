import Testing

@testable import Engine

@Suite("Scales")
struct SearchScaleTests {
  @Test("lecture 2: a logarithmic scale puts a quarter on each decade from 0.0001 to 1")
  func decades() throws {
    for (fraction, value) in [(0, 0.0001), (0.25, 0.001), (0.5, 0.01), (0.75, 0.1), (1, 1)] {
      let found = try SearchScale.logarithmic.value(at: fraction, from: 0.0001, to: 1)
      #expect(found.isApproximately(value, within: 1e-15))
    }
  }

  @Test("lecture 2: half of the values from 0.9 to 0.999 are above 0.99")
  func oneMinus() throws {
    let middle = try SearchScale.oneMinusLogarithmic.value(at: 0.5, from: 0.9, to: 0.999)
    #expect(middle.isApproximately(0.99, within: 1e-15))
    let linear = try SearchScale.linear.fraction(of: 0.99, from: 0.9, to: 0.999)
    #expect((1 - linear).isApproximately(0.0909, within: 0.00005))
    let wrong = try SearchScale.logarithmic.fraction(of: 0.99, from: 0.9, to: 0.999)
    #expect((1 - wrong).isApproximately(0.0867, within: 0.00005))
  }

  @Test("a value and its fraction belong to each other", arguments: SearchScale.allCases)
  func roundTrip(scale: SearchScale) throws {
    for step in 0...20 {
      let fraction = Double(step) / 20
      let value = try scale.value(at: fraction, from: 0.9, to: 0.999)
      let found = try scale.fraction(of: value, from: 0.9, to: 0.999)
      #expect(found.isApproximately(fraction, within: 1e-12))
      #expect(value >= 0.9 && value <= 0.999)
    }
    #expect(try scale.value(at: 0, from: 0.9, to: 0.999) == 0.9)
    #expect(try scale.value(at: 1, from: 0.9, to: 0.999) == 0.999)
    #expect(try scale.value(at: 0.3, from: 0.5, to: 0.5) == 0.5)
    #expect(try scale.fraction(of: 0.5, from: 0.5, to: 0.5) == 0)
  }

  @Test(
    "bounds that do not fit are refused",
    arguments: [
      (SearchScale.linear, 1, 0), (.linear, .nan, 1), (.linear, 0, .infinity),
      (.linear, -.greatestFiniteMagnitude, .greatestFiniteMagnitude),
      (.logarithmic, 0, 1), (.logarithmic, -1, 1), (.oneMinusLogarithmic, 0.9, 1),
    ] as [(SearchScale, Double, Double)]
  )
  func badBounds(scale: SearchScale, lower: Double, upper: Double) {
    #expect(throws: EngineError.self) { try scale.value(at: 0.5, from: lower, to: upper) }
  }

  @Test("fractions and values out of range are refused")
  func outOfRange() {
    #expect(throws: EngineError.self) { try SearchScale.linear.value(at: 1.5, from: 0, to: 1) }
    #expect(throws: EngineError.self) { try SearchScale.linear.value(at: .nan, from: 0, to: 1) }
    #expect(throws: EngineError.self) { try SearchScale.linear.fraction(of: 2, from: 0, to: 1) }
  }

  @Test("a logarithmic scale that includes 0 is refused with its bounds and the remedy")
  func sentence() {
    let error = #expect(throws: EngineError.self) {
      try SearchSpace { Hyperparameter.real("alpha", from: 0, to: 1, scale: .logarithmic) }
    }
    #expect(error?.message == "'alpha' from 0 to 1 does not fit a logarithmic scale")
    #expect(
      error?.remedy == "both bounds must be above 0; use '.linear' for a range that includes 0"
    )
  }
}
