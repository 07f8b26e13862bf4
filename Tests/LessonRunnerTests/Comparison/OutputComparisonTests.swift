import TeXMath
import Testing

@testable import LessonRunner

@Suite("comparison to the precision written")
struct OutputComparisonTests {
  @Test(
    "what was written is met",
    arguments: [
      ("0.842", "0.8420337356796302"), ("0.842", "0.8415"), ("0.842", "0.8425"),
      ("148.4", "148.4131591025766"), ("1e-3", "0.0014"), ("3.", "3.4"), ("5", "5.0"),
      ("0", "-0.0"), ("-0", "-0.0"), ("nan", "nan"), ("-inf", "-inf"), ("1,000", "1000.0"),
      ("84.2 %", "84.2034 %"), ("0.50", "0.5"), ("1.00", "0.995"), ("-0.158", "-0.1584"),
      ("0.0", "-0.04"), ("[0.8, …, 0.1]", "[0.84, 0.04, 0.11]"), ("[1, ..., 3]", "[1, 2, 3]"),
      ("a  \nb\n\n", "a\nb"), ("first\n…\nlast", "first\n1\n2\nlast"), ("1e400", "1.2e400"),
      ("…", ""), ("", "\n"), ("x = 0.8, y", "x = 0.84, y"), ("\u{2212}2.5", "-2.51"),
    ]
  )
  func matched(expected: String, actual: String) {
    #expect(OutputComparison.compare(expected: expected, actual: actual) == .matched)
  }

  @Test(
    "what was not written is refused",
    arguments: [
      ("0.842", "0.84250000000000001"), ("0.842", "0.8414999999999999"), ("5", "5.2"),
      ("-0", "0.0"), ("nan", "0.0"), ("inf", "-inf"), ("84.2 %", "0.842"), ("0.158", "-0.158"),
      ("x1", "x1.0"), ("1.2.3", "1.2.4"), ("a b", "a  b"), ("  a", "a"),
      ("Sum 3. End", "Sum 3 End"),
      ("first\n…\nlast", "first\n1"), ("9007199254740993", "9007199254740992"), ("a...b", "a-b"),
      ("1,000", "1001"), ("", "a"), ("a", ""),
    ]
  )
  func mismatched(expected: String, actual: String) {
    #expect(OutputComparison.compare(expected: expected, actual: actual) != .matched)
  }

  @Test("an integer after ≈ is met within a half")
  func rounded() {
    let compare = { OutputComparison.compare(expected: "5", actual: $0, integers: .rounded) }
    #expect(compare("5.5") == .matched)
    #expect(compare("4.5") == .matched)
    #expect(compare("5.51") != .matched)
  }

  @Test("each wrong number is pointed at")
  func places() {
    let comparison = OutputComparison.compare(
      expected: "[0.84, …, 0.12]",
      actual: "[0.842, 0.042, 0.002, 0.114]"
    )
    #expect(
      comparison == .mismatch([.init(range: 12..<16, written: "0.12", computed: "0.114")])
    )
  }

  @Test("hostile text ends", .timeLimit(.minutes(1)))
  func hostile() {
    let expected = String(repeating: "… a ", count: 1000) + "b"
    let actual = String(repeating: "a ", count: 100_000)
    #expect(OutputComparison.compare(expected: expected, actual: actual) != .matched)
  }
}
