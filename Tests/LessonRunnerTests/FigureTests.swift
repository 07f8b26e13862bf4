import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import ScriptLibrary
import Testing

@Suite("Figures are named, stored beside the lesson, and compared")
struct FigureTests {
  private func run(_ text: String) -> (lesson: Lesson, report: Report) {
    let lesson = LessonReader.read(SourceFile(name: "folder/lec2.md", text: text)).value
    return (lesson, SessionRunner(library: makeLessonLibrary()).run(lesson))
  }

  private func chart(_ title: String) -> String { "Chart(\"\(title)\") { LineMark(y: [1, 2]) }" }

  @Test(
    "the name is the cell's id, or the words of the title",
    arguments: [
      ("", "Cost & time: 2.5 µs", "cost-time-2-5-s"), ("", "", "figure"), ("", "α", "figure"),
      ("", "5 × 5 grid", "figure-5-5-grid"), ("id=grid", "Cost", "grid"),
      ("", "a \(String(repeating: "b", count: 60))", "a"),
    ]
  )
  func names(attribute: String, title: String, name: String) {
    let (_, report) = run("```swift \(attribute)\n\(chart(title))\n```\n")
    #expect(report.cells[0].figures.map(\.name) == [name])
    #expect(report.cells[0].figures.map(\.title) == [title])
  }

  @Test("names are unique in a lesson, and so are the ids of its pictures")
  func uniqueNames() {
    let cell = "```swift\nshow(\(chart("a")))\n\(chart("a"))\n```\n\n"
    let (_, report) = run(cell + "```swift\n\(chart("a 2"))\n```\n")
    let figures = report.cells.flatMap(\.figures)
    #expect(figures.map(\.name) == ["a", "a-2", "a-2-2"])
    for figure in figures { #expect(figure.svg.contains("id=\"figure-\(figure.name)\"")) }
  }

  @Test("figures and texts stay in their order, and the text is without figures")
  func order() {
    let code = "print(\"a\", terminator: \"\")\nshow(\(chart("t")))\nprint(\"b\")\n1 + 1"
    let (_, report) = run("```swift\n\(code)\n```\n")
    let kinds = report.cells[0].outputs.map { output in
      switch output {
      case .text(let text): text
      case .figure(let figure): figure.title
      }
    }
    #expect(kinds == ["a", "t", "b\n", "2\n"])
    #expect(report.cells[0].text == "ab\n2\n")
  }

  @Test("numbers in the words of an image are the author's own, and are no checked ones")
  func wordsOfImages() {
    let text = "```swift\n\(chart("t"))\n```\n\n![to 5, and 0.5](lec2.figures/t.svg)\n"
    let (lesson, report) = run(text)
    let files = ["t.svg": Array(report.cells[0].figures[0].svg.utf8)]
    let checked = FigureChecker.check(report, of: lesson, files: files)
    #expect(checked.verdict == .passed && checked.cells[0].expectations.count == 1)
    #expect(MutationTest(of: lesson, checked).run(seed: 1) { _ in true }.isEmpty)
  }

  private static let image = "![t](lec2.figures/t.svg)\n"

  /// A lesson with one figure `t`, and what stands below it.
  private func check(
    _ below: String,
    code: String? = nil,
    files: (Figure) -> [String: [UInt8]]
  ) -> Report {
    let (lesson, report) = run("```swift\n\(code ?? chart("t"))\n```\n\n\(below)")
    let figure = report.cells[0].figures.first
    return FigureChecker.check(report, of: lesson, files: figure.map(files) ?? [:])
  }

  @Test("a figure that is stored to the byte holds")
  func holds() {
    let report = check(Self.image) { ["t.svg": Array($0.svg.utf8)] }
    #expect(report.verdict == .passed)
    #expect(report.cells[0].expectations.map(\.holds) == [true])
    #expect(report.cells[0].expectations.map(\.expected) == ["lec2.figures/t.svg"])
    #expect(report.diagnostics.isEmpty)
  }

  @Test("where no figure is stored, none is compared")
  func nothingStored() {
    let report = check("text\n") { _ in [:] }
    #expect(report.verdict == .passed)
    #expect(report.cells[0].expectations.isEmpty)
  }

  @Test(
    "a file that differs or is missing fails, and can be mended",
    arguments: [
      (
        ["t.svg": Array("<svg>".utf8)], "'lec2.figures/t.svg' is not the figure that the cell shows"
      ),
      ([:], "there is no file 'lec2.figures/t.svg'"),
    ]
  )
  func differs(files: [String: [UInt8]], message: String) {
    let report = check(Self.image) { _ in files }
    #expect(report.verdict == .failed)
    #expect(report.cells[0].status == .failed)
    #expect(report.cells[0].diagnostics.map(\.message) == [message])
    #expect(report.cells[0].mendable == report.cells[0].diagnostics)
    #expect(report.cells[0].diagnostics[0].help?.contains("lessons run --write") == true)
  }

  @Test("images of other figures than those of the cell fail")
  func otherFigures() {
    let other = "![x](lec2.figures/x.svg)\n\n![y](lec2.figures/y.svg)\n"
    let report = check(other) { ["t.svg": Array($0.svg.utf8)] }
    #expect(
      report.cells[0].diagnostics.map(\.message)
        == ["the lesson keeps the figures 'x', 'y' here, but the cell shows the figure 't'"]
    )
    let gone = check(Self.image, code: "let a = 1") { _ in [:] }
    #expect(gone.cells[0].diagnostics.map(\.id) == ["figure-mismatch"])
  }

  @Test("a file that no cell shows is a warning, where all cells ran")
  func stale() {
    let files: (Figure) -> [String: [UInt8]] = { ["t.svg": Array($0.svg.utf8), "old.svg": []] }
    let report = check(Self.image, files: files)
    #expect(report.verdict == .passed)
    #expect(report.diagnostics.map(\.message) == ["no cell shows 'lec2.figures/old.svg'"])
    #expect(report.diagnostics.map(\.severity) == [.warning])
    let partial = check(Self.image + "\n```swift\n1 / 0\n```\n", files: files)
    #expect(partial.diagnostics.isEmpty)
  }

  @Test("a cell that failed is not compared")
  func failed() {
    let code = chart("t") + ".chartYScale(from: 1, to: 2)\nlet xs = [1]\nprint(xs[1])"
    let report = check(Self.image, code: code) { _ in [:] }
    #expect(report.cells[0].diagnostics.map(\.id) == ["index-out-of-range"])
  }
}
