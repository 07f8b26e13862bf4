import LessonRunner
import Testing

@Suite("line differences")
struct LineDiffTests {
  @Test("changed lines stand between their context")
  func context() {
    #expect(
      LineDiff.render(expected: "a\nb\nc\nd", actual: "a\nb\nx\nd", context: 1)
        == "  b\n- c\n+ x\n  d\n"
    )
    #expect(LineDiff.render(expected: "a", actual: "a\nb") == "  a\n+ b\n")
  }
}
