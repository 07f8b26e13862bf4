import Diagnostics
import Script
import TeXMath
import Testing

@testable import LessonRunner

@Suite("expectation comments")
struct ExpectationReaderTests {
  /// One expression statement `x` at the start, then a comment behind it or on the next line.
  private func read(_ comment: String, alone: Bool = false) -> Checked<[LessonRunner.Expectation]> {
    let text = "x" + (alone ? "\n" : " ") + "//" + comment
    let node = StatementNode(
      .expression(ExpressionNode(.boolean(true), at: SourceSpan(0, 1))),
      at: SourceSpan(0, 1)
    )
    let place = SourceSpan(2, text.utf8.count)
    let script = ScriptNode(
      statements: [node],
      comments: [.init(text: comment, span: place, standsAlone: alone)]
    )
    return ExpectationReader.read(script, in: SourceFile(name: "a.md", text: text))
  }

  @Test("a value is read with its place", arguments: [false, true])
  func value(alone: Bool) {
    let result = read(" => 0.842 ", alone: alone)
    #expect(result.diagnostics.isEmpty)
    #expect(
      result.value.first?.kind
        == .value(.init(text: "0.842", span: SourceSpan(8, 13)), .exact)
    )
    #expect(ExpectationPlan(result.value).probes.map(\.wantsValue) == [true])
  }

  @Test("≈ makes integers loose")
  func rounded() {
    guard case .value(let written, .rounded)? = read(" → ≈ 5").value.first?.kind else {
      Issue.record("no value")
      return
    }
    #expect(written.text == "5")
  }

  @Test("quotes and backslashes are the only escapes")
  func printed() {
    guard case .printed(let lines)? = read(#" Prints "a \"b\" \\ \n""#).value.first?.kind else {
      Issue.record("nothing printed")
      return
    }
    #expect(lines.map(\.text) == [#"a "b" \ \n"#])
  }

  @Test(
    "other comments are left, near misses are told",
    arguments: [
      (" prose", []), (" prints \"a\"", ["near-expectation"]), (" -> 5", ["near-expectation"]),
      (" →", ["empty-expectation"]), (" Prints \"a", ["malformed-expectation"]),
      (" Prints the sum", []),
    ] as [(String, [String])]
  )
  func others(comment: String, ids: [String]) {
    let result = read(comment)
    #expect(result.value.isEmpty)
    #expect(result.diagnostics.map(\.id) == ids)
  }
}
