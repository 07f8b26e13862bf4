internal import Diagnostics
public import LessonModel

/// The JSON form of a run lesson, on one line.
///
/// `{file, title, verdict, cells, checks, diagnostics}`; a cell is `{id, line, status, reason, outputs,
/// expectations, diagnostics}`, an output a text or a figure `{figure, title, summary, svg}`, an
/// expectation `{line, column, written, computed, passed}`, a check the same with its `method`, a
/// diagnostic `{id, severity, line, column, endLine, endColumn, message, help}`. Absent is `null`.
public struct JSONRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The report of a lesson as JSON, ending with a line break.
  public func render(_ lesson: Lesson, _ report: Report) -> String {
    let cells = report.cells.map { cell(lesson, $0) }.joined(separator: ",")
    let checks = report.checks.map { check in
      "{\"method\":\(quoted(check.method.rawValue)),\(fields(lesson, check.result))}"
    }.joined(separator: ",")
    return "{\"file\":\(quoted(lesson.file.name)),\"title\":\(quoted(lesson.frontMatter.title)),"
      + "\"verdict\":\(quoted(report.verdict.rawValue)),\"cells\":[\(cells)],"
      + "\"checks\":[\(checks)],"
      + "\"diagnostics\":\(list(report.diagnostics, in: lesson.file))}\n"
  }

  private func cell(_ lesson: Lesson, _ report: CellReport) -> String {
    let status: String
    var reason: String?
    switch report.status {
    case .passed: status = "passed"
    case .failed: status = "failed"
    case .notRun: status = "not-run"
    case .skipped(let because):
      status = "skipped"
      reason = because
    }
    let source = lesson.cells.indices.contains(report.cell) ? lesson.cells[report.cell] : nil
    let line = source.map { "\(lesson.file.position(at: $0.fenceSpan.start).line)" } ?? "null"
    let outputs = report.outputs.map { output in
      switch output {
      case .text(let text): quoted(text)
      case .figure(let figure):
        "{\"figure\":\(quoted(figure.name)),\"title\":\(quoted(figure.title)),"
          + "\"summary\":\(quoted(figure.summary)),\"svg\":\(quoted(figure.svg))}"
      }
    }.joined(separator: ",")
    let expectations = report.expectations.map { "{\(fields(lesson, $0))}" }
      .joined(separator: ",")
    return "{\"id\":\(quoted(source?.attributes.id)),\"line\":\(line),"
      + "\"status\":\(quoted(status)),\"reason\":\(quoted(reason)),\"outputs\":[\(outputs)],"
      + "\"expectations\":[\(expectations)],"
      + "\"diagnostics\":\(list(report.diagnostics, in: lesson.file))}"
  }

  private func fields(_ lesson: Lesson, _ result: ExpectationResult) -> String {
    let place = lesson.file.position(at: result.span.start)
    return "\"line\":\(place.line),\"column\":\(place.column),"
      + "\"written\":\(quoted(result.expected)),\"computed\":\(quoted(result.actual)),"
      + "\"passed\":\(result.holds)"
  }

  private func list(_ diagnostics: [Diagnostic], in file: SourceFile) -> String {
    let items = diagnostics.map { diagnostic in
      var places = ["null", "null", "null", "null"]
      if let span = diagnostic.span {
        let (start, end) = (file.position(at: span.start), file.position(at: span.end))
        places = ["\(start.line)", "\(start.column)", "\(end.line)", "\(end.column)"]
      }
      return "{\"id\":\(quoted(diagnostic.id)),"
        + "\"severity\":\(quoted(diagnostic.severity.rawValue)),"
        + "\"line\":\(places[0]),\"column\":\(places[1]),"
        + "\"endLine\":\(places[2]),\"endColumn\":\(places[3]),"
        + "\"message\":\(quoted(diagnostic.message)),\"help\":\(quoted(diagnostic.help))}"
    }
    return "[" + items.joined(separator: ",") + "]"
  }

  /// A JSON string, or `null`.
  public func quoted(_ text: String?) -> String { text.map(JSONText.quoted) ?? "null" }
}
