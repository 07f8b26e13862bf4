import Testing

@testable import LessonRunner

@Suite("'digits' shortens what is shown and stored")
struct OutputRoundingTests {
  static let cases: [(text: String, digits: Int, rounded: String)] = [
    ("2.302585092994", 4, "2.303"), ("0.000123456", 4, "0.0001235"), ("12345.678", 4, "12345.7"),
    ("0.5", 4, "0.5"), ("9.9996", 4, "10.000"), ("-0.99996 99.99", 4, "-1.0000 99.99"),
    ("1.23456e-09", 3, "1.23e-09"), ("[0.8420335, 7]", 3, "[0.842, 7]"), ("123456", 3, "123456"),
    ("v1.2.345678 and 3.14159.", 3, "v1.2.345678 and 3.14."), ("nan inf -0.0", 2, "nan inf -0.0"),
    ("1.5", 0, "1.5"), ("1.25", 0, "1.3"),
  ]

  @Test("only long fractions change", arguments: cases)
  func rounding(_ text: String, _ digits: Int, _ rounded: String) {
    #expect(roundedOutput(text, toSignificant: digits) == rounded)
  }

  @Test("what was shortened still holds", arguments: cases)
  func holds(_ text: String, _ digits: Int, _ rounded: String) {
    #expect(OutputComparison.compare(expected: rounded, actual: text) == .matched)
  }

  @Test(
    "a stored output is mended to the precision it had",
    arguments: [
      ("0.1 2.304\n0.2 1.61\n", "0.1 2.302585\n0.2 1.609438\n", "0.1 2.303\n0.2 1.61\n"),
      ("[0.5, …, 0.25]", "[0.75, 1.0, 0.126]", "[0.8, …, 0.13]"), ("x = 3", "x = 4", "x = 4"),
      ("1.0e-3", "0.002", "0.002"), ("one line", "another", "another"), ("0.5", "nan", "nan"),
      ("1.5\n", "1.25\n2.5\n", "1.25\n2.5\n"), ("9.99", "10.0049", "10.00"),
    ] as [(String, String, String?)]
  )
  func mending(_ written: String, _ computed: String, _ expected: String?) {
    guard case .mismatch(let places) = OutputComparison.compare(expected: written, actual: computed)
    else {
      Issue.record("'\(written)' holds already")
      return
    }
    #expect(mended(written, places, computed: computed) == expected)
  }
}
