internal import Diagnostics
internal import LessonModel

/// The lines of one cell: its code, what it put out, and what became of it.
///
/// Left of each line of code stands what was checked there: `✓` or `✗` for the expectations of that
/// line, a bar where there are none.
struct CellBlock {
  private(set) var lines: [StyledText] = []
  private let lesson: Lesson
  private let report: CellReport
  private let style: TerminalRenderer.Style
  private let width: Int

  /// Lays out a cell.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - report: What the run made of the cell.
  ///   - style: Whether ANSI styles are used.
  ///   - width: The columns that a figure may take.
  init(_ lesson: Lesson, _ report: CellReport, _ style: TerminalRenderer.Style, width: Int) {
    self.lesson = lesson
    self.report = report
    self.style = style
    self.width = width
    let cell = lesson.cells[report.cell]
    switch cell.attributes.visibility {
    case .hidden: if report.status == .passed { return }
    case .folded:
      let count = cell.code.text.split(separator: "\n").count
      lines.append(
        StyledText("▸ \(cell.name), folded: \(count) line\(count == 1 ? "" : "s")", .dim)
      )
    case .shown:
      if case .exercise(let name) = cell.attributes.role {
        lines.append(StyledText("Exercise '\(name)': make every 'expect' hold", .bold))
      }
      addCode(of: cell)
    }
    addOutput(of: cell)
    addStatus()
    let formatter = DiagnosticFormatter(usesColor: style == .ansi)
    for text in report.diagnostics.map({ formatter.format($0, in: lesson.file) }) {
      lines += text.split(separator: "\n").map { StyledText(painted: String($0)) }
    }
  }

  private mutating func addCode(of cell: Cell) {
    let verdicts = Dictionary(
      report.expectations.map { (lesson.file.line(at: $0.span.start), $0.holds) },
      uniquingKeysWith: { $0 && $1 }
    )
    var offset = 0
    for text in Self.split(cell.code.text) {
      let line = lesson.file.line(at: cell.code.fileOffset(of: offset))
      offset += text.utf8.count + 1
      let mark =
        switch verdicts[line] {
        case true?: StyledText("✓ ", .green)
        case false?: StyledText("✗ ", .red)
        case nil: StyledText("│ ", .dim)
        }
      lines.append(mark + StyledText(String(text)))
    }
  }

  private mutating func addOutput(of cell: Cell) {
    var isFirst = true
    func marked(_ line: StyledText) -> StyledText {
      defer { isFirst = false }
      return (isFirst ? StyledText("→ ", .cyan) : StyledText("  ")) + line
    }
    // Texts that are printed one after another may be parts of one line.
    var text = ""
    func endText() {
      lines += Self.split(text).map { marked(StyledText(String($0))) }
      text = ""
    }
    switch report.status {
    case .skipped, .notRun:
      text = cell.storedOutput?.contents.text ?? ""
      for figure in cell.storedFigures {
        text += "[image: \(figure.description) <\(figure.destination)>]\n"
      }
    case .passed, .failed:
      for output in report.outputs {
        switch output {
        case .text(let part): text += part
        case .figure(let figure):
          endText()
          let form: Figure.TerminalForm =
            switch style {
            case .plain: .plain
            case .ansi: .ansi
            }
          let drawing = figure.terminalText(columns: width - Self.markWidth, form: form)
          lines += Self.split(drawing).map { marked(StyledText(painted: String($0))) }
        }
      }
    }
    endText()
  }

  /// The columns left of code and output.
  private static let markWidth = 2

  private mutating func addStatus() {
    switch report.status {
    case .passed: break
    case .failed: lines.append(StyledText("✗ failed", [.red, .bold]))
    case .skipped(let because): lines.append(StyledText("- skipped: \(because)", .yellow))
    case .notRun: lines.append(StyledText("- not run", .dim))
    }
  }

  /// The lines of a text; a last line break ends the last line, and begins none.
  private static func split(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
