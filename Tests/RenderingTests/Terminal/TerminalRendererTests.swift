import Diagnostics
import LessonModel
import Testing

@testable import Rendering

@Suite("a run lesson as text")
struct TerminalRendererTests {
  private let lesson: Lesson
  private let report: Report

  init() {
    let file = SourceFile(name: "a.md", text: "Hi \u{1B}[2J\n\n```swift\n1 + 1\n```\nBye\n")
    let cell = Cell(
      index: 0,
      attributes: CellAttributes(),
      fenceSpan: SourceSpan(9, 28),
      infoSpan: SourceSpan(12, 17),
      code: EmbeddedText(lines: [SourceSpan(18, 23)], in: file),
      insertionPoint: 28,
      linePrefix: ""
    )
    lesson = Lesson(
      file: file,
      frontMatter: FrontMatter(),
      document: Document(nodes: []),
      cells: [cell]
    )
    report = Report(
      cells: [
        CellReport(
          cell: 0,
          status: .failed,
          outputs: [.text("2\n")],
          expectations: [.init(span: SourceSpan(18, 19), holds: false, expected: "3", actual: "2")]
        )
      ],
      verdict: .failed
    )
  }

  @Test("outputs and failures stand under their cell")
  func plain() {
    #expect(
      TerminalRenderer(style: .plain).render(lesson, report) == """
        Hi ␛[2J

        │ 1 + 1
        → 2
        ✗ failed
          written 3, computed 2
        Bye
        ✗ a.md: failed, 1 cell, 0 checks passed, 1 failed

        """
    )
  }

  @Test("JSON holds places and values")
  func json() {
    let text = JSONRenderer().render(lesson, report)
    #expect(text.contains("{\"line\":4,\"column\":1,\"written\":\"3\",\"computed\":\"2\""))
  }
}
