import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import Script
import ScriptLibrary
import Testing

@Suite("Cells run in one session, and what a lesson says of them is checked")
struct SessionRunnerTests {
  private func report(_ text: String, limits: Limits = Limits()) -> (Report, SourceFile) {
    let file = SourceFile(name: "a.md", text: text)
    let lesson = LessonReader.read(file).value
    return (SessionRunner(library: makeLessonLibrary(), limits: limits).run(lesson), file)
  }

  private func cell(_ code: String, _ attributes: String = "") -> String {
    "```swift \(attributes)\n\(code)\n```\n\n"
  }

  @Test("cells share their names, and the last bare value is shown")
  func session() {
    let (report, _) = report(cell("let z: Tensor = [1, 2]") + cell("print(z.sum())\nz.shape"))
    #expect(report.verdict == .passed)
    #expect(report.cells[1].text == "3.0\n[2]\n")
  }

  @Test("a failed cell is reported, cells that rely on it are skipped, the rest go on")
  func failure() {
    let (report, file) = report(
      cell("let xs = [1]\nlet y = xs[3]") + cell("print(y)") + cell("1 + 1")
        + cell("let bad: Int = 1.5") + cell("print(bad)")
    )
    #expect(report.verdict == .failed)
    let statuses = report.cells.map(\.status)
    #expect(statuses[0] == .failed)
    #expect(statuses[1] == .skipped(because: "it relies on the cell in line 1, which failed"))
    #expect(statuses[2] == .passed)
    #expect(statuses[3] == .failed)
    #expect(statuses[4] == .skipped(because: "it relies on the cell in line 14, which failed"))
    #expect(report.cells[0].diagnostics.map(\.id) == ["index-out-of-range"])
    #expect(file.position(at: report.cells[0].diagnostics[0].span?.start ?? 0).line == 3)
  }

  @Test(
    "expectations point at the digits that are wrong",
    arguments: [
      ("let a = 0.8420 // → 0.842", nil), ("let a = 0.8420 // → 0.843", "0.843"),
      ("let a = [1.5, 2.5] // → [1.5, 2.6]", "2.6"), ("print(1, 2) // Prints \"1 3\"", "3"),
      ("let a = 5.0 // → 5", nil), ("let a = 5.2 // → 5", "5"), ("let a = 5.2 // → ≈ 5", nil),
      ("var a = 1\na += 2 // → 3", nil),
      ("for i in 0..<2 { print(i) }\n// Prints \"0\"\n// Prints \"1\"", nil),
    ] as [(String, String?)]
  )
  func expectations(_ code: String, _ wrong: String?) {
    let (report, file) = report(cell(code))
    #expect(report.verdict == (wrong == nil ? .passed : .failed))
    let spans = report.cells[0].diagnostics.compactMap(\.span)
    #expect(spans.map(file.text(in:)) == (wrong.map { [$0] } ?? []))
  }

  @Test("a stored output is compared, to the precision written")
  func storedOutput() {
    let good = cell("print(1.0 / 3)") + "```output\n0.333\n```\n"
    #expect(report(good).0.verdict == .passed)
    let (wrong, file) = report(good.replacing("0.333", with: "0.334"))
    let diagnostic = wrong.cells[0].diagnostics.first
    #expect(diagnostic?.id == "output-mismatch")
    #expect(diagnostic?.span.map(file.text(in:)) == "0.334")
  }

  @Test("cells that must fail or must not compile")
  func modes() {
    #expect(report(cell("[1][2]", "fails")).0.verdict == .passed)
    #expect(report(cell("1", "fails")).0.cells[0].diagnostics.map(\.id) == ["not-failing"])
    #expect(report(cell("let a: Int = 1.5", "rejected")).0.verdict == .passed)
    #expect(report(cell("1", "rejected")).0.cells[0].diagnostics.map(\.id) == ["not-rejected"])
    #expect(report(cell("nonsense(", "no-run")).0.cells[0].status == .notRun)
    let operation = "infix operator <+>\nfunc <+> (a: Int, b: Int) -> Int { a + b }\n"
    let rejected = cell(operation + "let a: Int = 1.5", "rejected")
    #expect(report(rejected + cell("print(1 <+> 2)")).0.cells[1].status == .failed)
    #expect(report(rejected + cell(operation + "print(1 <+> 2)")).0.cells[1].status == .passed)
  }

  @Test("the engine's errors are said at the calling expression")
  func engineErrors() {
    let (report, file) = report(
      cell("let a: Tensor = [1, 2]\nlet b: Tensor = [1, 2, 3]\nlet c = a + b")
    )
    let diagnostic = report.cells[0].diagnostics.first
    #expect(diagnostic?.span.map(file.text(in:)) == "a + b")
  }

  @Test("limits of the front matter hold")
  func limits() {
    let (report, _) = report("---\nlimits:\n  steps: 100000\n---\n" + cell("while true {}"))
    #expect(report.cells[0].diagnostics.map(\.id) == ["step-limit"])
  }

  @Test(
    "an exercise's start falls short of its expectations, its solution meets them",
    arguments: [
      ("func half(_ x: Double) -> Double { x }", "func half(_ x: Double) -> Double { x / 2 }", []),
      ("func half(_ x: Double) -> Double { [x][1] }", "let half = { (x: Double) in x / 2 }", []),
      (
        "func half(_ x: Double) -> Double { x / 2 }", "func half(_ x: Double) -> Double { x / 2 }",
        ["exercise-already-solved"]
      ),
      (
        "func half(_ x: Double) -> Double { x }", "func half(_ x: Double) -> Double { x * 2 }",
        ["expectation-failed", "expectation-failed"]
      ),
      ("func half(_ x: Double) -> Double { x }", "", ["unknown-name", "unknown-name"]),
    ]
  )
  func exercises(_ start: String, _ solution: String, _ problems: [String]) {
    let (report, _) = report(
      cell(start + "\nexpect(half(4) == 2)\nexpect(half(5) == 2.5)", "exercise=half")
        + cell(solution, "solution=half") + cell("let half = 1")
    )
    #expect(report.cells.flatMap(\.diagnostics).map(\.id) == problems)
    #expect(report.verdict == (problems.isEmpty ? .passed : .failed))
  }

  @Test("an exercise that expects nothing is refused")
  func exerciseWithoutExpectation() {
    let (report, _) = report(cell("let x = 1", "exercise=a") + cell("let x = 2", "solution=a"))
    #expect(report.cells.flatMap(\.diagnostics).map(\.id) == ["exercise-without-expectation"])
  }
}
