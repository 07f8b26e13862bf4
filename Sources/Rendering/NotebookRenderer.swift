internal import Diagnostics
public import LessonModel

/// The notebook of a run lesson: JSON by the schema of nbformat 4.5, outputs and figures included.
///
/// The text between the cells is one Markdown cell each, as the author wrote it; stored outputs and figures
/// are left out of it, since they are the outputs of the code. A cell inside a list or a quotation stays
/// part of the text.
public struct NotebookRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The notebook, ending with a line break.
  public func render(_ lesson: Lesson, _ report: Report) -> String {
    let reports = Dictionary(report.cells.map { ($0.cell, $0) }, uniquingKeysWith: { $1 })
    var cells: [String] = []
    var written = textStart(of: lesson)
    func addText(upTo end: Int) {
      guard end > written else { return }
      let text = lesson.file.text(in: SourceSpan(written, end))
      let lines = Self.lines(Self.trimmed(text))
      guard !lines.isEmpty else { return }
      cells.append(
        "{\"cell_type\":\"markdown\",\"id\":\"text-\(cells.count + 1)\",\"metadata\":{},"
          + "\"source\":\(Self.list(lines))}"
      )
    }
    for block in lesson.document.blocks {
      switch block.kind {
      case .cell(let index):
        addText(upTo: lesson.cells[index].fenceSpan.start)
        cells.append(code(lesson, lesson.cells[index], reports[index]))
        written = lesson.cells[index].fenceSpan.end
      case .storedOutput(let index):
        guard let stored = lesson.cells[index].storedOutput else { continue }
        addText(upTo: stored.fenceSpan.start)
        written = stored.fenceSpan.end
      case .storedFigure(let figure, _):
        addText(upTo: figure.span.start)
        written = figure.span.end
      default: continue
      }
    }
    addText(upTo: lesson.file.bytes.count)
    return "{\"cells\":[\n\(cells.joined(separator: ",\n"))\n],"
      + "\"metadata\":{\"kernelspec\":{\"display_name\":\"Swift\",\"language\":\"swift\","
      + "\"name\":\"swift\"},\"language_info\":{\"file_extension\":\".swift\","
      + "\"mimetype\":\"text/x-swift\",\"name\":\"swift\"},"
      + "\"title\":\(JSONText.quoted(lesson.frontMatter.title ?? lesson.file.name))},"
      + "\"nbformat\":4,\"nbformat_minor\":5}\n"
  }

  private func code(_ lesson: Lesson, _ cell: Cell, _ report: CellReport?) -> String {
    let hasRun = report.map { $0.status == .passed || $0.status == .failed } ?? false
    let outputs = report.map { self.outputs($0) + errors($0) } ?? []
    let isHidden = cell.attributes.visibility != .shown
    let metadata = isHidden ? "{\"jupyter\":{\"source_hidden\":true}}" : "{}"
    return "{\"cell_type\":\"code\",\"execution_count\":\(hasRun ? "\(cell.index + 1)" : "null"),"
      + "\"id\":\"cell-\(cell.index + 1)\",\"metadata\":\(metadata),"
      + "\"outputs\":[\(outputs.joined(separator: ","))],"
      + "\"source\":\(Self.list(Self.lines(Self.trimmed(cell.code.text))))}"
  }

  /// The outputs in their order; texts that follow each other are one.
  private func outputs(_ report: CellReport) -> [String] {
    var outputs: [String] = []
    var text = ""
    func endText() {
      guard !text.isEmpty else { return }
      outputs.append(
        "{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":\(Self.list(Self.lines(text)))}"
      )
      text = ""
    }
    for output in report.outputs {
      switch output {
      case .text(let part): text += part
      case .figure(let figure):
        endText()
        outputs.append(
          "{\"data\":{\"image/svg+xml\":\(Self.list(Self.lines(figure.svg))),"
            + "\"text/plain\":\(Self.list(Self.lines(figure.summary)))},\"metadata\":{},"
            + "\"output_type\":\"display_data\"}"
        )
      }
    }
    endText()
    return outputs
  }

  private func errors(_ report: CellReport) -> [String] {
    report.diagnostics.filter { $0.severity == .error }.map { problem in
      let traceback = [problem.message] + (problem.help.map { ["help: \($0)"] } ?? [])
      return
        "{\"ename\":\(JSONText.quoted(problem.id)),\"evalue\":\(JSONText.quoted(problem.message)),"
        + "\"output_type\":\"error\",\"traceback\":\(Self.list(traceback))}"
    }
  }

  /// Where the text begins: behind the front matter.
  private func textStart(of lesson: Lesson) -> Int {
    lesson.document.blocks.compactMap { $0.span?.start }.first ?? lesson.file.bytes.count
  }

  /// Text without blank lines around it.
  private static func trimmed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let isBlank = { (line: Substring) in line.allSatisfy(\.isWhitespace) }
    let end = lines.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
    return lines[..<end].drop(while: isBlank).joined(separator: "\n")
  }

  /// The lines of a text, each with its line break.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)\n" }
    if let last = lines.popLast(), last != "\n" { lines.append(String(last.dropLast())) }
    return lines
  }

  private static func list(_ texts: [String]) -> String {
    "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]"
  }
}
