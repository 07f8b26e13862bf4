import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@Suite("Stored figures (rule 4)")
struct FigureSpliceTests {
  /// The names of the figures that a cell put out, a lesson, and what writing makes of it.
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var figures: [String]
    var text: String
    var written: String
    var output: String?
    var testDescription: String { name }
  }

  static let cell = "```swift\na\n```\n"
  static let a = "![T a](l.figures/a.svg)\n"
  static let b = "![T b](l.figures/b.svg)\n"

  static let rows = [
    Row(name: "at the end", figures: ["a"], text: cell, written: cell + "\n" + a),
    Row(
      name: "two",
      figures: ["a", "b"],
      text: cell + "\ntext\n",
      written: cell + "\n" + a + "\n" + b + "\ntext\n"
    ),
    Row(
      name: "before a line of text",
      figures: ["a"],
      text: cell + "text\n",
      written: cell + "\n" + a + "\ntext\n"
    ),
    Row(
      name: "without a last line break",
      figures: ["a"],
      text: "```swift\na\n```",
      written: "```swift\na\n```\n\n![T a](l.figures/a.svg)"
    ),
    Row(
      name: "behind a new output",
      figures: ["a"],
      text: cell + "\ntext\n",
      written: cell + "\n```output\n1\n```\n\n" + a + "\ntext\n",
      output: "1\n"
    ),
    Row(
      name: "behind a stored output",
      figures: ["a"],
      text: cell + "\n```output\n0\n```\ntext\n",
      written: cell + "\n```output\n1\n```\n\n" + a + "\ntext\n",
      output: "1\n"
    ),
    Row(
      name: "what stays keeps the author's words",
      figures: ["b", "a"],
      text: cell + "\n![*my* words](l.figures/a.svg)\n\ntext\n",
      written: cell + "\n" + b + "\n![*my* words](l.figures/a.svg)\n\ntext\n"
    ),
    Row(
      name: "gone",
      figures: [],
      text: cell + "\n" + a + "\n" + b + "\ntext\n",
      written: cell + "\ntext\n"
    ),
    Row(
      name: "in a quotation",
      figures: ["a"],
      text: "> ```swift\n> a\n> ```\n> text\n",
      written: "> ```swift\n> a\n> ```\n>\n> ![T a](l.figures/a.svg)\n>\n> text\n"
    ),
    Row(
      name: "in a list, with CRLF",
      figures: ["a"],
      text: "- x\r\n\r\n  ```swift\r\n  a\r\n  ```\r\n\r\n  y\r\n",
      written:
        "- x\r\n\r\n  ```swift\r\n  a\r\n  ```\r\n\r\n  ![T a](l.figures/a.svg)\r\n\r\n  y\r\n"
    ),
    Row(
      name: "an image of the author's is prose",
      figures: [],
      text: cell + "\n![cat](cat.svg)\n",
      written: cell + "\n![cat](cat.svg)\n"
    ),
  ]

  private func read(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(name: "dir/l.md", text: text)).value
  }

  private func report(_ names: [String], title: String? = nil, output: String? = nil) -> CellReport
  {
    let figures = names.map { name in
      Output.figure(
        Figure(
          name: name,
          title: title ?? "T \(name)",
          summary: "",
          svg: "",
          tables: { "" },
          drawing: { _, _ in "" }
        )
      )
    }
    var report = CellReport(cell: 0, status: .passed, outputs: figures, isComplete: true)
    report.outputToStore = output
    return report
  }

  @Test(
    "images go right below the cell, touching no other byte, and twice is once",
    arguments: rows
  )
  func write(row: Row) {
    let report = report(row.figures, output: row.output)
    let written = OutputSplicer.splice([report], into: read(row.text))
    #expect(String(decoding: written, as: UTF8.self) == row.written)
    let second = read(row.written)
    #expect(second.cells[0].storedFigures.map(\.name) == row.figures)
    #expect(OutputSplicer.splice([report], into: second) == written)
  }

  @Test("a cell that did not run to its end keeps its figures")
  func incomplete() {
    var report = report([])
    report.isComplete = false
    let text = Self.cell + "\n" + Self.a
    #expect(OutputSplicer.splice([report], into: read(text)) == Array(text.utf8))
  }

  @Test(
    "a title is read back to the letter",
    arguments: ["a]b[c", "$x$ *y* `z`", "<b> & \\ !", "two\nlines", "漢字 ŷ", ""]
  )
  func escaping(title: String) throws {
    let written = OutputSplicer.splice([report(["a"], title: title)], into: read(Self.cell))
    let lesson = LessonReader.read(SourceFile(name: "dir/l.md", bytes: written)).value
    let stored = try #require(lesson.cells[0].storedFigures.first)
    #expect(
      stored.description == (title.isEmpty ? "Figure" : title.replacing("\n", with: " "))
    )
  }

  @Test("a name with spaces is a folder in a URL, and read back")
  func folder() {
    let file = SourceFile(name: "dir/my (1) läsion.md", text: Self.cell)
    let lesson = LessonReader.read(file).value
    #expect(lesson.figureFolder == "my (1) läsion.figures")
    #expect(lesson.figureDestination == "my%20%281%29%20l%C3%A4sion.figures/")
    let written = OutputSplicer.splice([report(["a"])], into: lesson)
    let second = LessonReader.read(SourceFile(name: file.name, bytes: written)).value
    #expect(second.cells[0].storedFigures.map(\.name) == ["a"])
  }

  @Test("a figure has nothing below it in the tree, and its list knows")
  func tree() {
    let lesson = read("- ```swift\n  a\n  ```\n\n  ![*T* a](l.figures/a.svg)\n\n  text\n\nend\n")
    let kinds = lesson.document.nodes.map { node in
      switch node.kind {
      case .storedFigure(let figure, let cell): "figure \(figure.name) of \(cell)"
      case .text(let text): text
      default: "."
      }
    }
    #expect(kinds == [".", ".", ".", ".", "figure a of 0", ".", "text", ".", "end"])
    #expect(lesson.document.nodes.map(\.descendantCount) == [8, 5, 4, 0, 0, 1, 0, 1, 0])
  }
}
