import Diagnostics
import Foundation
import LessonMarkdown
import LessonModel
import Rendering
import Testing

@Suite("A run lesson as a notebook")
struct NotebookRendererTests {
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      var cellType: String
      var id: String
      var source: [String]
      var executionCount: Int?
      var outputs: [Output]?
    }

    struct Output: Decodable {
      var outputType: String
      var name: String?
      var text: [String]?
      var data: [String: [String]]?
      var ename: String?
      var evalue: String?
    }

    var cells: [Cell]
    var nbformat: Int
    var nbformatMinor: Int
  }

  private func notebook(_ text: String, _ reports: [CellReport]) throws -> Notebook {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: text)).value
    let report = Report(cells: reports, verdict: .passed)
    let json = NotebookRenderer().render(lesson, report)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Notebook.self, from: Data(json.utf8))
  }

  @Test("text and code alternate; stored outputs are outputs, and front matter is none")
  func cells() throws {
    let text = """
      ---
      title: T
      ---

      # A

      "text"

      ```swift
      print("x\\n")
      1
      ```

      ```output
      x
      ```

      end
      """
    let notebook = try notebook(
      text,
      [CellReport(cell: 0, status: .passed, outputs: [.text("x\n"), .text("\n1\n")])]
    )
    #expect(notebook.nbformat == 4 && notebook.nbformatMinor == 5)
    #expect(notebook.cells.map(\.cellType) == ["markdown", "code", "markdown"])
    #expect(
      notebook.cells.map { $0.source.joined() } == ["# A\n\n\"text\"", "print(\"x\\n\")\n1", "end"]
    )
    #expect(Set(notebook.cells.map(\.id)).count == 3)
    #expect(notebook.cells[1].executionCount == 1)
    #expect(notebook.cells[1].outputs?.map { $0.text?.joined() } == ["x\n\n1\n"])
    #expect(notebook.cells[1].outputs?.first?.name == "stdout")
  }

  @Test("figures are images between texts, failures are errors")
  func figures() throws {
    let figure = Figure(
      name: "f",
      title: "F",
      summary: "a line",
      svg: "<svg>\n</svg>",
      tables: { "" },
      drawing: { _, _ in "" }
    )
    let problem = Diagnostic("oops", .error, "it \"failed\"", at: nil, help: "mend it")
    let notebook = try notebook(
      "```swift\na\n```\n",
      [
        CellReport(
          cell: 0,
          status: .failed,
          outputs: [.text("a\n"), .figure(figure), .text("b\n")],
          diagnostics: [problem]
        )
      ]
    )
    let outputs = try #require(notebook.cells.first?.outputs)
    #expect(outputs.map(\.outputType) == ["stream", "display_data", "stream", "error"])
    #expect(outputs[1].data?["image/svg+xml"]?.joined() == "<svg>\n</svg>")
    #expect(outputs[1].data?["text/plain"] == ["a line"])
    #expect(outputs[3].ename == "oops")
    #expect(outputs[3].evalue == "it \"failed\"")
  }

  @Test("a cell that did not run has no count and no outputs")
  func notRun() throws {
    let cell = try notebook("```swift\na\n```\n", [CellReport(cell: 0, status: .notRun)]).cells[0]
    #expect(cell.executionCount == nil)
    #expect(cell.outputs?.isEmpty == true)
  }
}
