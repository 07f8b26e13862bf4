import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@testable import Rendering

@Suite("A run lesson in a terminal")
struct TerminalRendererTests {
  private func render(
    _ text: String,
    _ cells: [CellReport] = [],
    style: TerminalRenderer.Style = .plain,
    width: Int = 40
  ) -> String {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: text)).value
    let failed = cells.contains { $0.status == .failed }
    let report = Report(cells: cells, verdict: failed ? .failed : .passed)
    return TerminalRenderer(style: style, width: width).render(lesson, report)
  }

  /// The lines above the summary and the blank line before it.
  private func prose(_ markdown: String, width: Int = 40) -> String {
    let lines = render(markdown, width: width).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    return lines.dropLast(3).joined(separator: "\n")
  }

  @Test(
    "prose is laid out, wrapped at the width",
    arguments: [
      ("# Top\n\n## Next\n### Third\ntext", "Top\n═══\n\nNext\n────\n\nThird\n\ntext"),
      (
        "one two three four five six seven eight nine ten",
        "one two three four five six seven eight\nnine ten"
      ),
      ("a  \nb\nc", "a\nb c"), ("*a* **b** `c`", "a b c"),
      ("- one\n- two\n  more\n\nafter", "• one\n• two more\n\nafter"),
      ("- one\n\n- two", "• one\n\n• two"),
      ("9. nine\n10. ten\n    - deep", "9. nine\n10. ten\n    • deep"),
      ("> quoted\n>\n> - item\n\nafter", "▌ quoted\n▌\n▌ • item\n\nafter"),
      ("[text](http://a.b/c) and <http://x.y>", "text <http://a.b/c> and http://x.y"),
      ("[here](#part)", "here"), ("![a cat](cat.png)", "[image: a cat <cat.png>]"),
      ("```python\nx = 1\n  y\n```", "    x = 1\n      y"),
      ("a <!-- note --> b\n\n<!-- gone -->\n\nc", "a b\n\nc"), ("<p>raw</p>", "    <p>raw</p>"),
      ("***", String(repeating: "─", count: 40)), ("", ""),
      (#"so $\hat{y} \ge 0$ holds"#, "so ŷ ≥ 0 holds"),
      ("$$\n\\frac{a}{2} = b\n$$", "    a\n    ─ = b\n    2"),
      ("before $$x = 1$$ after", "before\n\n    x = 1\n\nafter"),
      (#"$\frac{1}$ is its source"#, #"\frac{1} is its source"#),
      ("$$\n\\frac{1}\n$$", #"    \frac{1}"#),
      ("- [x] done\n- [ ] open", "☑ done\n☐ open"), ("> [!NOTE]\n> b", "▌ Note\n▌\n▌ b"),
      ("a[^1]\n\n[^1]: note\n\nb", "a[1]\n\nb\n\n────────\n\n[1] note"), ("~~a~~ b", "a b"),
      (
        "| a | *bb* | c |\n|---|--:|:-:|\n| long one | 1 | x |\n| s |",
        "a         bb  c\n────────  ──  ─\nlong one   1  x\ns"
      ),
      (
        "| what | text |\n|---|---|\n| one | a very long text that has no room in forty columns |",
        "what  text\n────  ──────────────────────────────────\none   a very long text that has no room\n"
          + "      in forty columns"
      ),
    ]
  )
  func layout(_ markdown: String, _ expected: String) {
    #expect(prose(markdown) == expected)
  }

  @Test("wide characters count two columns, combining ones none")
  func widths() {
    #expect(prose("字字字字字 字字字字字字 a", width: 20) == "字字字字字\n字字字字字字 a")
    #expect(prose("e\u{301}e\u{301}e\u{301} a", width: 20) == "e\u{301}e\u{301}e\u{301} a")
  }

  @Test("nothing that an author writes is obeyed by the terminal")
  func controls() {
    let text = prose("a\u{1B}[2J `\u{202E}b`\n\n    \u{7}code")
    #expect(text == "a␛[2J <U+202E>b\n\n    ␇code")
  }

  @Test("hostile nesting neither hangs nor grows without bound")
  func nesting() {
    let text = render(String(repeating: "> ", count: 20_000) + "x")
    #expect(text.utf8.count < 1_000)
  }

  private static let lesson = "Hi\n\n```swift\nlet a = 1\na  // → 3\n```\nBye\n"

  private func cell(_ status: CellStatus, checks: Bool) -> CellReport {
    CellReport(
      cell: 0,
      status: status,
      outputs: [.text("2\n3\n")],
      expectations: checks
        ? [.init(span: SourceSpan(32, 33), holds: false, expected: "3", actual: "2")] : []
    )
  }

  @Test("outputs stand under their cell, and marks at the lines that were checked")
  func cells() {
    #expect(
      render(Self.lesson, [cell(.failed, checks: true)]) == """
        Hi

        │ let a = 1
        ✗ a  // → 3
        → 2
          3
        ✗ failed

        Bye

        ✗ failed  a.md: 0 of 1 checks hold

        """
    )
  }

  @Test(
    "what became of a cell is said",
    arguments: [
      (CellStatus.skipped(because: "it relies on 'x'"), "- skipped: it relies on 'x'"),
      (.notRun, "- not run"),
    ]
  )
  func status(_ status: CellStatus, _ expected: String) {
    let text = render(Self.lesson, [cell(status, checks: false)])
    #expect(text.contains("│ a  // → 3\n\(expected)\n"))
  }

  @Test(
    "hidden cells are not shown, folded ones by a line",
    arguments: [
      ("hidden", "Hi\n\nBye"), ("folded", "Hi\n\n▸ cell 1, folded: 2 lines\n→ 2\n  3\n\nBye"),
    ]
  )
  func visibility(_ attribute: String, _ expected: String) {
    let text = Self.lesson.replacing("swift", with: "swift " + attribute)
    #expect(render(text, [cell(.passed, checks: false)]).hasPrefix(expected))
  }

  @Test("a diagnostic keeps its colors")
  func diagnostics() {
    var report = cell(.failed, checks: false)
    report.diagnostics = [Diagnostic("id", .error, "wrong", at: SourceSpan(4, 12))]
    let text = render(Self.lesson, [report], style: .ansi)
    #expect(text.contains("\n\u{1B}[1ma.md:3:1: \u{1B}[0m\u{1B}[1;31merror:\u{1B}[0m "))
  }

  @Test("styles are escape sequences around the same text")
  func styles() {
    let text = render("# T\n\n**b**", style: .ansi)
    #expect(text.hasPrefix("\u{1B}[1mT\u{1B}[0m\n\u{1B}[2m═\u{1B}[0m\n\n\u{1B}[1mb\u{1B}[0m\n"))
  }
}
