internal import Diagnostics
internal import LessonModel

/// A cell on a page: its code with colors and marks, what it put out, and what became of it.
struct CellHTML {
  /// What stands at the cell's place.
  private(set) var html = ""
  /// The cell once more for the answers on paper, where it is a solution.
  private(set) var answer = ""

  private let lesson: Lesson
  private let cell: Cell
  private let report: CellReport
  private let colors: [ColoredRange]
  private let id: String
  private let checks: [CheckText]

  init(_ guide: GuideLesson, _ report: CellReport, options: GuideOptions, prefix: String) {
    lesson = guide.lesson
    let cell = guide.lesson.cells[report.cell]
    self.cell = cell
    self.report = report
    colors = guide.colors.indices.contains(report.cell) ? guide.colors[report.cell] : []
    id = prefix + "cell.\(report.cell + 1)"
    checks = report.expectations.map { CheckText($0, in: guide.lesson, cell: cell) }
    write(options)
  }

  private mutating func write(_ options: GuideOptions) {
    let isHidden = cell.attributes.visibility == .hidden
    // A hidden cell that failed is what its reader must see.
    if isHidden, report.status == .passed {
      if !report.outputs.isEmpty { html = "<div class=\"cell\" id=\"\(id)\">\(output)</div>\n" }
      return
    }
    let code = code
    let output = output
    let result = output + status + problems + CheckText.list(checks)
    let opening = "<div class=\"cell \(Self.styleClass(of: report.status))\" id=\"\(id)\">"
    switch cell.attributes.role {
    case .plain:
      html = opening + note + folded(code) + result + "</div>\n"
    case .exercise(let name):
      html = opening + "<p class=\"role\">Exercise: \(HTMLText.shown(name))</p>"
      html += note + folded(code) + result + "</div>\n"
    case .solution(let name):
      let title = "Solution: \(HTMLText.shown(name))"
      let isOpen = options.solutions == .open ? " open" : ""
      html = "<details class=\"solution\"\(isOpen)><summary>\(title)</summary>"
      html += opening + note + code + result + "</div></details>\n"
      answer = "<h3>\(HTMLText.shown(name))</h3><div class=\"cell\">\(note)\(code)\(output)</div>\n"
    }
  }

  private func folded(_ code: String) -> String {
    guard cell.attributes.visibility == .folded else { return code }
    let count = cell.code.text.split(separator: "\n").count
    let isOpen = report.status == .failed ? " open" : ""
    return "<details class=\"folded\"\(isOpen)><summary>Code of \(count) "
      + "line\(count == 1 ? "" : "s")</summary>\(code)</details>"
  }

  private var note: String {
    switch cell.attributes.mode {
    case .run: ""
    case .noRun: "<p class=\"mode\">This code is not run.</p>"
    case .fails: "<p class=\"mode\">This code fails when it runs, and is meant to.</p>"
    case .rejected: "<p class=\"mode\">This code does not compile, and is not meant to.</p>"
    }
  }

  // MARK: - Code

  private var code: String {
    let marks = Dictionary(grouping: checks, by: \.line)
    var writer = CodeWriter(cell.code.text, colors)
    writer.write { offset in
      let line = lesson.file.line(at: cell.code.fileOffset(of: offset))
      return CheckText.mark(of: marks[line] ?? [])
    }
    return "<div class=\"code\"><pre tabindex=\"0\" aria-label=\"Code\"><code>\(writer.html)"
      + "</code></pre></div>"
  }

  // MARK: - What came of it

  private var output: String {
    switch report.status {
    case .skipped, .notRun: return Self.block(cell.storedOutput?.contents.text ?? "")
    case .passed, .failed: break
    }
    guard report.figures.isEmpty else { return outputWithFigures }
    return Self.block(shownStoredOutput ?? report.text)
  }

  /// Texts and figures in their order; texts that follow each other are one.
  private var outputWithFigures: String {
    var html = ""
    var text = ""
    for output in report.outputs {
      switch output {
      case .text(let part): text += part
      case .figure(let figure):
        html += Self.block(text) + Self.block(figure)
        text = ""
      }
    }
    return html + Self.block(text)
  }

  private static func block(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    return "<pre class=\"output\" tabindex=\"0\" aria-label=\"Output\"><samp>"
      + HTMLText.shown(text) + "</samp></pre>"
  }

  /// A figure with its numbers, for those who cannot see it.
  ///
  /// It is an image of its own: so its style is out of reach of the page's policy, and follows the colors
  /// of the page. The tables are HTML of the charts' own making.
  private static func block(_ figure: Figure) -> String {
    let address = StudyGuide.address(ofImage: figure.fileName, Array(figure.svg.utf8))
    let text = figure.title.isEmpty ? figure.summary : "\(figure.title). \(figure.summary)"
    let tables = figure.tables
    let numbers =
      tables.isEmpty
      ? ""
      : "<details class=\"numbers\"><summary>The numbers of this figure</summary>"
        + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Numbers\">"
        + "\(tables)</div></details>"
    return "<figure><img src=\"\(address)\" alt=\"\(HTMLText.shown(text))\">\(numbers)</figure>"
  }

  /// The stored output, where it holds and is whole: it has the digits that the author chose.
  private var shownStoredOutput: String? {
    guard let stored = cell.storedOutput,
      report.expectations.contains(where: { $0.span == stored.contentSpan && $0.holds }),
      !stored.contents.text.contains("…")
    else { return nil }
    return stored.contents.text
  }

  private var status: String {
    switch report.status {
    case .passed, .notRun: ""
    case .failed: "<p class=\"status no\"><strong>✗ failed</strong></p>"
    case .skipped(let because):
      "<p class=\"status skipped\"><strong>– skipped:</strong> \(HTMLText.shown(because))</p>"
    }
  }

  private var problems: String {
    ProblemText.lines(report.diagnostics, of: lesson).map { text in
      "<pre class=\"problem\" tabindex=\"0\" aria-label=\"Problem\">\(HTMLText.escaped(text))</pre>"
    }.joined()
  }

  private static func styleClass(of status: CellStatus) -> String {
    switch status {
    case .passed: "passed"
    case .failed: "failed"
    case .skipped: "skipped"
    case .notRun: "not-run"
    }
  }
}
