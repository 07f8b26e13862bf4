import Diagnostics
import ScriptParsing
import Testing

/// Sources of one thing again and again, near the greatest length.
///
/// What the compiler took the square of would take minutes here, and what the parser takes the square of
/// is refused by its beginning.
@Suite("A long source is run or refused at once")
struct LongSourceTests {
  struct Source: CustomTestStringConvertible {
    var before = ""
    var unit: String
    var after = ""
    /// The kind of its only or first error; nil where it has none.
    var error: String?

    var testDescription: String { before + unit }

    /// The source with as many units as fit.
    var text: String {
      let count = (65_000 - before.utf8.count - after.utf8.count) / unit.utf8.count
      return before + String(repeating: unit, count: count) + after
    }
  }

  static let sources = [
    Source(unit: "@", error: "too-deep"), Source(before: "let x = ", unit: "@", error: "too-deep"),
    Source(unit: "#", error: "too-deep"), Source(before: "let x = ", unit: "#", error: "too-deep"),
    Source(unit: "(", error: "too-deep"), Source(unit: "[", error: "too-deep"),
    Source(unit: "{", error: "too-deep"), Source(unit: "\"\\(", error: "too-deep"),
    Source(before: "let x: [Double] = [", unit: "1,", after: "1]"),
    Source(before: "let s = \"", unit: "a", after: "\""), Source(before: "//", unit: "a"),
    Source(unit: "\n"),
    Source(unit: "indirect ", error: "too-slow"),
    Source(before: "extension Int {\n", unit: "x ? y : z\n", error: "too-slow"),
  ]

  @Test("one thing again and again", arguments: sources)
  func answers(_ source: Source) {
    let run = Interpreter(source.text)
    #expect(run.errors.first?.split(separator: " ").last.map(String.init) == source.error)
    #expect(run.failure == nil)
  }
}
