import Testing

@testable import TeXMath

@Suite("Decimal numbers")
struct DecimalNumberTests {
  @Test(
    "a double becomes its shortest decimal and comes back",
    arguments: [
      0, 1, -1, 0.1, 148.4131591025766, 1e300, -2.5e-300, 2.5e-308, 123_456_789, 1e16, 0.001,
    ]
  )
  func roundTrip(_ value: Double) throws {
    let decimal = try #require(DecimalNumber(value))
    #expect(decimal.value == value)
  }

  @Test("what is no number has no decimal", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) {
    #expect(DecimalNumber(value) == nil)
  }

  @Test(
    "rounds half away from zero, at any place",
    arguments: [
      ("0.842034", -3, "0.842"), ("2.5", 0, "3"), ("0.25", -1, "0.3"), ("9.96", -1, "10.0"),
      ("0.04", 0, "0"), ("0.5", 0, "1"), ("999.5", 0, "1000"), ("1234", 2, "1200"),
      ("1250", 2, "1300"),
      ("7", -3, "7.000"), ("0.0006", -3, "0.001"), ("0.0004", -3, "0.000"), ("0", -2, "0.00"),
    ]
  )
  func rounding(_ text: String, _ place: Int, _ expected: String) throws {
    let decimal = try #require(DecimalNumber(unsigned: text))
    #expect(decimal.rounded(to: place).text == expected)
  }

  @Test(
    "is cut off at a place",
    arguments: [
      ("2.71828", -2, "2.71"), ("0.999", -1, "0.9"), ("0.04", 0, "0"), ("12", -1, "12.0"),
    ]
  )
  func truncation(_ text: String, _ place: Int, _ expected: String) throws {
    let decimal = try #require(DecimalNumber(unsigned: text))
    #expect(decimal.truncated(to: place).text == expected)
  }

  @Test(
    "half a unit belongs to it, and no more",
    arguments: [
      ("0.842", "0.8415", true), ("0.842", "0.8425", true), ("0.842", "0.84149", false),
      ("0.842", "0.84251", false), ("0.10", "0.1049", true), ("0.10", "0.1051", false),
    ]
  )
  func precision(_ written: String, _ computed: String, _ holds: Bool) throws {
    let left = try #require(DecimalNumber(unsigned: written))
    let right = try #require(DecimalNumber(unsigned: computed))
    #expect(left.isMet(by: right, isInteger: false, integers: .exact) == holds)
  }

  @Test("an integer stands for itself, or for half a unit where that is said")
  func integers() throws {
    let ten = try #require(DecimalNumber(unsigned: "10"))
    let more = try #require(DecimalNumber(unsigned: "10.4"))
    #expect(!ten.isMet(by: more, isInteger: true, integers: .exact))
    #expect(ten.isMet(by: more, isInteger: true, integers: .rounded))
  }

  @Test("text that is no number is none", arguments: ["", ".", "1.2.3", "1e5", "-1", "a"])
  func noNumber(_ text: String) {
    #expect(DecimalNumber(unsigned: text) == nil)
  }
}
