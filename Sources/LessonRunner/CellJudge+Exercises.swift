import Diagnostics
import LessonModel
import Script

extension CellJudge {
  /// Judges the run of an exercise's start: that it fails, or misses an expectation, is right.
  func checkStart(of cell: Cell, _ execution: CellExecution, _ report: inout CellReport) {
    guard execution.expectsAnything else {
      report.diagnostics.append(
        Diagnostic(
          "exercise-without-expectation",
          .error,
          "this exercise expects nothing, so no solution can be told from it",
          at: cell.infoSpan,
          help: "end it with 'expect(…)' of what is to come out"
        )
      )
      return
    }
    let missed = execution.result.events.contains { event in
      if case .expectationFailed = event { true } else { false }
    }
    let fallsShort = missed || execution.result.failure != nil
    report.expectations.append(
      ExpectationResult(
        span: cell.infoSpan,
        holds: fallsShort,
        expected: "a start that does not meet its expectations",
        actual: fallsShort ? "one that does not" : "one that meets them all"
      )
    )
    guard !fallsShort else { return }
    report.diagnostics.append(
      Diagnostic(
        "exercise-already-solved",
        .error,
        "the start of this exercise meets all its expectations already",
        at: cell.infoSpan,
        help: "leave out what the student is to write, or expect more"
      )
    )
  }
}
