import Testing

@testable import ScriptParsing

@Suite("The parser's time is bounded by that for a text's beginnings")
struct ParsingBoundsTests {
  /// Twenty times as long as the first beginning.
  let text = String(repeating: "x", count: 20 * ParsingBounds.firstLength)

  @Test("beginnings double in length, and the whole is not tried")
  func beginnings() {
    var lengths: [Int] = []
    let slow = ParsingBounds.lengthOfSlowPart(of: text) { beginning in
      lengths.append(beginning.utf8.count / ParsingBounds.firstLength)
      return 0
    }
    #expect(slow == nil)
    #expect(lengths == [1, 2, 4, 8, 16])
  }

  @Test("a time that grows as the length is allowed, one that grows as its square is not")
  func growth() {
    let units = { (text: String) in Double(text.utf8.count / ParsingBounds.firstLength) }
    #expect(ParsingBounds.lengthOfSlowPart(of: text) { 0.05 * units($0) } == nil)
    #expect(
      ParsingBounds.lengthOfSlowPart(of: text) { 0.05 * units($0) * units($0) }
        == 4 * ParsingBounds.firstLength
    )
  }

  @Test("a short text is parsed at once")
  func short() {
    let text = String(text.prefix(ParsingBounds.firstLength))
    #expect(ParsingBounds.lengthOfSlowPart(of: text) { _ in 1_000 } == nil)
  }

  @Test("so many errors are reported and no more")
  func errors() {
    let run = Interpreter(String(repeating: "let = 1\n", count: 1_000))
    #expect(run.errors.count == 200)
  }

  @Test("an error behind many warnings is reported")
  func errorBehindWarnings() {
    let run = Interpreter(String(repeating: "1 + 1\n", count: 1_000) + "print(nope)\n")
    #expect(run.errors.count == 1)
  }
}
