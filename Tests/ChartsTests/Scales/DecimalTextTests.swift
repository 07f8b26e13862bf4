import Testing

@testable import Charts

@Suite("Decimal texts")
struct DecimalTextTests {
  @Test(
    "a number is rounded to its first digits",
    arguments: [
      (0.0, 4, "0"), (1, 4, "1"), (-0.25, 4, "−0.25"), (1234.56, 4, "1235"),
      (12345.6, 6, "12,345.6"), (0.00012345, 4, "0.0001235"), (9.9996, 4, "10"),
      (1.5e-7, 4, "1.5×10⁻⁷"), (1e300, 4, "10³⁰⁰"), (-2.5e12, 4, "−2.5×10¹²"),
      (.leastNonzeroMagnitude, 4, "5×10⁻³²⁴"), (1_500_000, 4, "1,500,000"),
      (176.25563184, 4, "176.3"), (0.1 + 0.2, 4, "0.3"),
    ]
  )
  func rounding(value: Double, digits: Int, text: String) {
    #expect(DecimalText(value, digits: digits)?.text == text)
  }

  @Test(
    "digits below a power of ten are left out",
    arguments: [
      (0.18068, -4, "0.1807"), (-1.06e-17, -4, "0"), (0.00006, -4, "0.0001"), (-0.00004, -4, "0"),
      (12345.6, 0, "12,350"), (12345.6, 3, "12,000"), (0, 5, "0"), (0.0001, nil, "0.0001"),
      (.infinity, 0, "∞"), (1e300, -400, "10³⁰⁰"),
    ] as [(Double, Int?, String)]
  )
  func places(value: Double, place: Int?, text: String) {
    #expect(value.shortText(to: place) == text)
  }

  @Test("what is no number has no decimal text", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) { #expect(DecimalText(value, digits: 4) == nil) }

  @Test("the value of a text is the nearest Double", arguments: [(3, -1, 0.3), (999, -3, 0.999)])
  func value(significand: Int, exponent: Int, value: Double) {
    #expect(DecimalText(significand, exponent: exponent).value == value)
  }
}
