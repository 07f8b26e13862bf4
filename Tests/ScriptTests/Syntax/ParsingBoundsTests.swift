import Testing

@testable import ScriptParsing

@Suite("The parser's time is bounded by that for a text's beginnings")
struct ParsingBoundsTests {
  let text = String(repeating: "x", count: ParsingBounds.greatestLength)

  @Test("longer and longer beginnings are parsed, and the whole is not tried")
  func beginnings() {
    var lengths: [Int] = []
    let slow = ParsingBounds.lengthOfSlowPart(of: text) { beginning in
      lengths.append(beginning.utf8.count)
      return 0
    }
    #expect(slow == nil)
    #expect(lengths == ParsingBounds.beginnings)
    #expect(lengths == lengths.sorted())
  }

  @Test("a time that grows as the length is allowed, one that grows as its square is not")
  func growth() {
    let units = { (text: String) in Double(text.utf8.count) / 16_384 }
    #expect(ParsingBounds.lengthOfSlowPart(of: text) { 0.5 * units($0) } == nil)
    #expect(ParsingBounds.lengthOfSlowPart(of: text) { 0.3 * units($0) * units($0) } == 36 << 10)
  }

  @Test("a short text is parsed at once")
  func short() {
    let text = String(text.prefix(ParsingBounds.beginnings[0]))
    #expect(ParsingBounds.lengthOfSlowPart(of: text) { _ in 1_000 } == nil)
  }

  @Test("a text above the greatest length is refused")
  func length() {
    let run = Interpreter(text + "\n")
    #expect(run.errors.count == 1)
    #expect(run.errors.first?.hasSuffix("too-long") == true)
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
