internal import Diagnostics
public import LessonModel

/// The terminal form of a run lesson: the author's text, with outputs and verdicts under the cells.
///
/// Prose stands as its author wrote it; nothing in a lesson reaches the terminal as a control.
public struct TerminalRenderer: Sendable {
  /// Whether ANSI styles are used beside the words.
  public enum Style: Hashable, Sendable {
    /// Text alone.
    case plain
    /// With ANSI colors.
    case ansi
  }

  /// The style.
  public var style: Style

  /// Creates a renderer.
  public init(style: Style) {
    self.style = style
  }

  /// The lesson with its report, ending with its summary line.
  public func render(_ lesson: Lesson, _ report: Report) -> String {
    let file = lesson.file
    var result = ""
    var position = 0
    func copy(upTo end: Int) {
      if end > position { result += visibleText(file.text(in: SourceSpan(position, end))) }
      position = max(position, end)
    }
    for item in report.cells where lesson.cells.indices.contains(item.cell) {
      let cell = lesson.cells[item.cell]
      copy(upTo: cell.fenceSpan.start)
      position = max(position, cell.storedOutput?.fenceSpan.end ?? cell.fenceSpan.end)
      switch cell.attributes.visibility {
      case .hidden: if item.status == .passed { continue }
      case .folded: result += paint("▸ \(visibleText(cell.name)) (folded)\n", "2")
      case .shown: result += gutter(cell.code.text, "│ ", "2")
      }
      result += gutter(item.text, "→ ", "36") + verdict(item)
      result += DiagnosticFormatter(usesColor: style == .ansi).format(item.diagnostics, in: file)
    }
    copy(upTo: file.bytes.count)
    if !result.hasSuffix("\n") { result += "\n" }
    return result + CheckSummaryRenderer().line(lesson, report) + "\n"
  }

  private func verdict(_ report: CellReport) -> String {
    let wrong = report.expectations.filter { !$0.holds }
    switch report.status {
    case .passed:
      return report.expectations.isEmpty
        ? "" : paint("✓ passed: \(report.expectations.count) checked\n", "32")
    case .failed:
      return paint("✗ failed\n", "31")
        + wrong.map {
          visibleText("  written \($0.expected), computed \($0.actual ?? "nothing")\n")
        }.joined()
    case .skipped(let because):
      return paint("- skipped: needs \(visibleText(because))\n", "33")
    case .notRun: return paint("- not run\n", "2")
    }
  }

  private func gutter(_ text: String, _ mark: String, _ color: String) -> String {
    var lines = visibleText(text).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { paint(mark, color) + $0 + "\n" }.joined()
  }

  private func paint(_ text: String, _ color: String) -> String {
    guard style == .ansi else { return text }
    let hasBreak = text.hasSuffix("\n")
    return "\u{1B}[\(color)m\(hasBreak ? String(text.dropLast()) : text)\u{1B}[0m"
      + (hasBreak ? "\n" : "")
  }
}
