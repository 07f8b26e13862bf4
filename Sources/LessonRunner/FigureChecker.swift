internal import Diagnostics
public import LessonModel

/// Compares the figures that a lesson keeps beside it with those that its cells put out.
public enum FigureChecker {
  /// Returns the report of a lesson with what became of its figures.
  ///
  /// A cell that shows none of its figures in the lesson is not compared: nothing of it is stored.
  ///
  /// - Parameters:
  ///   - report: The report of the run.
  ///   - lesson: The lesson.
  ///   - files: The SVG files in the lesson's folder of figures, by name.
  /// - Returns: The report, with the problems of the figures.
  public static func check(
    _ report: Report,
    of lesson: Lesson,
    files: [String: [UInt8]]
  ) -> Report {
    var report = report
    for index in report.cells.indices {
      let cell = lesson.cells[report.cells[index].cell]
      guard !cell.storedFigures.isEmpty, report.cells[index].isComplete else { continue }
      check(&report.cells[index], of: cell, in: lesson, files)
      if report.cells[index].status == .failed { report.verdict = .failed }
    }
    report.diagnostics += stale(report, of: lesson, files)
    return report
  }

  private static func check(
    _ report: inout CellReport,
    of cell: Cell,
    in lesson: Lesson,
    _ files: [String: [UInt8]]
  ) {
    let stored = cell.storedFigures
    let figures = report.figures
    guard stored.map(\.name) == figures.map(\.name) else {
      let span = stored.dropFirst().reduce(stored[0].span) { $0.union($1.span) }
      add(
        "the lesson keeps \(list(stored.map(\.name))) here, but the cell shows "
          + list(figures.map(\.name)),
        at: span,
        written: list(stored.map(\.name)),
        computed: list(figures.map(\.name)),
        to: &report
      )
      return
    }
    for (stored, figure) in zip(stored, figures) {
      let path = lesson.figureFolder + "/" + figure.fileName
      guard let bytes = files[figure.fileName] else {
        add(
          "there is no file '\(path)'",
          at: stored.span,
          written: path,
          computed: nil,
          to: &report
        )
        continue
      }
      guard bytes.elementsEqual(figure.svg.utf8) else {
        add(
          "'\(path)' is not the figure that the cell shows",
          at: stored.span,
          written: path,
          computed: figure.title,
          to: &report
        )
        continue
      }
      report.expectations.append(
        ExpectationResult(span: stored.span, holds: true, expected: path, actual: path)
      )
    }
  }

  private static func add(
    _ message: String,
    at span: SourceSpan,
    written: String,
    computed: String?,
    to report: inout CellReport
  ) {
    let problem = Diagnostic(
      "figure-mismatch",
      .error,
      message,
      at: span,
      help: "if the new figure is right, 'lessons run --write' stores it"
    )
    report.expectations.append(
      ExpectationResult(span: span, holds: false, expected: written, actual: computed)
    )
    report.diagnostics.append(problem)
    report.mendable.append(problem)
    report.status = .failed
  }

  private static func list(_ names: [String]) -> String {
    switch names.count {
    case 0: "no figure"
    case 1: "the figure '\(names[0])'"
    default: "the figures " + names.map { "'\($0)'" }.joined(separator: ", ")
    }
  }

  /// Warns of files that no cell shows, where all that is shown is known.
  private static func stale(
    _ report: Report,
    of lesson: Lesson,
    _ files: [String: [UInt8]]
  ) -> [Diagnostic] {
    guard report.cells.allSatisfy(\.isComplete) else { return [] }
    let shown = Set(report.cells.flatMap(\.figures).map(\.fileName))
    return files.keys.filter { !shown.contains($0) }.sorted().map { name in
      Diagnostic(
        "stale-figure",
        .warning,
        "no cell shows '\(lesson.figureFolder)/\(name)'",
        at: nil,
        help: "delete the file"
      )
    }
  }
}
