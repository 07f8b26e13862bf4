import Diagnostics
import LessonModel
import Script
import TeXMath

/// Says of each cell that was run whether it did what the lesson says, whichever engine ran it.
struct CellJudge {
  let lesson: Lesson
  /// Whether the engine's own words, for what fails or does not compile, are those the lesson stores.
  let wording: EngineWording
  private var figureNames = FigureNames()

  init(_ lesson: Lesson, wording: EngineWording) {
    self.lesson = lesson
    self.wording = wording
  }

  /// Returns the report of a cell.
  mutating func judge(_ run: CellRun, of cell: Cell) -> CellReport {
    switch run {
    case .notRun: return CellReport(cell: cell.index, status: .notRun)
    case .skipped(let reason):
      return CellReport(cell: cell.index, status: .skipped(because: reason))
    case .uncompiled(let diagnostics) where cell.attributes.mode == .rejected:
      return rejected(cell, diagnostics)
    case .uncompiled(let diagnostics):
      return CellReport(cell: cell.index, status: .failed, diagnostics: diagnostics)
    case .completed(let execution): return report(cell, execution)
    }
  }

  // MARK: - Outcomes

  private func rejected(_ cell: Cell, _ diagnostics: [Diagnostic]) -> CellReport {
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      let text = words(errors.map(\.message), of: cell)
      var report = CellReport(cell: cell.index, status: .passed, outputs: [.text(text)])
      complete(&report, of: cell)
      return report
    }
    let problem = Diagnostic(
      "not-rejected",
      .error,
      "this cell compiles, but it is marked 'rejected'",
      at: cell.infoSpan,
      help: "remove 'rejected', or show code that does not compile"
    )
    return CellReport(cell: cell.index, status: .failed, diagnostics: [problem])
  }

  /// The lines that say why a cell failed: what the engine says, or where the lesson has stored
  /// another engine's words, these.
  private func words(_ messages: [String], of cell: Cell) -> String {
    if case .foreign = wording, let stored = cell.storedOutput?.contents.text {
      let lines = stored.split(separator: "\n", omittingEmptySubsequences: false)
      let isError = { (line: Substring) in line.hasPrefix("error: ") }
      let first =
        cell.attributes.mode == .rejected
        ? lines.firstIndex(where: isError) : lines.lastIndex(where: isError)
      if let first { return lines[first...].joined(separator: "\n") }
    }
    return messages.map { "error: \($0)\n" }.joined()
  }

  private mutating func report(_ cell: Cell, _ execution: CellExecution) -> CellReport {
    let result = execution.result
    var report = CellReport(
      cell: cell.index,
      status: .passed,
      diagnostics: execution.diagnostics
    )
    let isStart = if case .exercise = cell.attributes.role { true } else { false }
    for event in result.events {
      switch event {
      case .printed(let text, _): report.outputs.append(.text(text))
      case .shown(let text, _): report.outputs.append(.text(text + "\n"))
      case .drawn(let picture, _):
        let name = figureNames.next(id: cell.attributes.id, title: picture.title)
        report.outputs.append(.figure(Figure(picture, name: name)))
      case .probed: break
      case .expectationMet where isStart, .expectationFailed where isStart: break
      case .expectationMet(let span):
        report.expectations.append(
          ExpectationResult(span: span, holds: true, expected: "true", actual: "true")
        )
      case .expectationFailed(let span, _, _):
        report.expectations.append(
          ExpectationResult(span: span, holds: false, expected: "true", actual: "false")
        )
        if var problem = event.diagnostic(in: lesson.file) {
          if case .solution = cell.attributes.role {
            problem.notes.append(.init("this solution was run with it", at: cell.infoSpan))
          }
          report.diagnostics.append(problem)
        }
      }
    }
    check(execution.plan, result, &report)
    if isStart { checkStart(of: cell, execution, &report) }
    let mayFail = cell.attributes.mayFail
    if let failure = result.failure {
      if mayFail {
        report.outputs.append(.text(words([failure.message], of: cell)))
      } else {
        report.diagnostics.append(failure.diagnostic)
      }
    } else if cell.attributes.mode == .fails {
      report.diagnostics.append(
        Diagnostic(
          "not-failing",
          .error,
          "this cell runs to its end, but it is marked 'fails'",
          at: cell.infoSpan,
          help: "remove 'fails', or show code that fails"
        )
      )
    }
    if result.failure == nil || mayFail { complete(&report, of: cell) }
    if report.diagnostics.contains(where: { $0.severity == .error }) { report.status = .failed }
    return report
  }

  // MARK: - Expectation comments

  private func check(_ plan: ExpectationPlan, _ result: RunResult, _ report: inout CellReport) {
    let probes = Dictionary(
      plan.probes.map { ($0.statement, $0.index) },
      uniquingKeysWith: { first, _ in first }
    )
    for expectation in plan.expectations {
      guard let index = probes[expectation.statement] else { continue }
      let runs = result.events.compactMap { event -> (printed: String, value: String?)? in
        guard case .probed(index, let printed, let value) = event else { return nil }
        return (printed, value)
      }
      guard !runs.isEmpty else {
        if result.failure == nil {
          report.diagnostics.append(
            Diagnostic(
              "expectation-not-reached",
              .error,
              "the line that this speaks of never ran",
              at: expectation.comment,
              help: "remove the comment, or make the line run"
            )
          )
        }
        continue
      }
      switch expectation.kind {
      case .value(let written, let integers):
        checkValue(written, integers, runs.map { $0.value ?? "" }, &report)
      case .printed(let lines):
        checkPrinted(lines, runs.map(\.printed), &report)
      }
    }
  }

  /// Checks a value each time its statement ran; the first that disagrees is reported.
  private func checkValue(
    _ written: Expectation.Written,
    _ integers: DecimalNumber.IntegerReading,
    _ values: [String],
    _ report: inout CellReport
  ) {
    for value in values {
      let comparison = OutputComparison.compare(
        expected: written.text,
        actual: value,
        integers: integers
      )
      guard case .mismatch(let disagreements) = comparison else { continue }
      report.expectations.append(
        ExpectationResult(span: written.span, holds: false, expected: written.text, actual: value)
      )
      report.diagnostics.append(
        mismatch("value-mismatch", disagreements, written, computed: value)
      )
      return
    }
    report.expectations.append(
      ExpectationResult(
        span: written.span,
        holds: true,
        expected: written.text,
        actual: values.last
      )
    )
  }

  private func checkPrinted(
    _ lines: [Expectation.Written],
    _ printed: [String],
    _ report: inout CellReport
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let expected = lines.map(\.text).joined(separator: "\n")
    let actual = printed.joined()
    let span = first.span.union(last.span)
    let comparison = OutputComparison.compare(expected: expected, actual: actual)
    report.expectations.append(
      ExpectationResult(
        span: span,
        holds: comparison == .matched,
        expected: expected,
        actual: actual
      )
    )
    guard case .mismatch(let disagreements) = comparison else { return }
    let whole = Expectation.Written(text: expected, span: span)
    report.diagnostics.append(
      lines.count == 1
        ? mismatch("print-mismatch", disagreements, first, computed: actual)
        : mismatch("print-mismatch", [], whole, computed: actual)
    )
  }

  /// Points at the digits that disagree.
  private func mismatch(
    _ id: String,
    _ disagreements: [Comparison.Disagreement],
    _ written: Expectation.Written,
    computed: String
  ) -> Diagnostic {
    let whole = computed.count > 200 ? String(computed.prefix(200)) + "…" : computed
    guard let first = disagreements.first, disagreements.count * 2 <= max(2, written.text.count),
      first.range.upperBound <= written.span.length
    else {
      return Diagnostic(
        id,
        .error,
        "written is '\(written.text)', but computed is '\(whole)'",
        at: written.span,
        help: "write what is computed, to the precision you want to show"
      )
    }
    let span = SourceSpan(
      written.span.start + first.range.lowerBound,
      written.span.start + first.range.upperBound
    )
    return Diagnostic(
      id,
      .error,
      "written is '\(first.written)', but computed is '\(first.computed)'",
      at: span,
      help: "the whole is '\(whole)'"
    )
  }

  // MARK: - Output

  /// Compares the output of a cell that came to its end with what is stored, and shortens its
  /// numbers to the digits that the lesson asks for.
  private func complete(_ report: inout CellReport, of cell: Cell) {
    report.isComplete = true
    let computed = report.text
    if let digits = lesson.frontMatter.digits {
      report.outputs = report.outputs.map { output in
        switch output {
        case .text(let text): .text(roundedOutput(text, toSignificant: digits))
        case .figure: output
        }
      }
    }
    guard let stored = cell.storedOutput else {
      report.outputToStore = report.text
      return
    }
    let expected = stored.contents.text
    let comparison = OutputComparison.compare(expected: expected, actual: computed)
    report.expectations.append(
      ExpectationResult(
        span: stored.contentSpan,
        holds: comparison == .matched,
        expected: expected,
        actual: computed
      )
    )
    guard case .mismatch(let disagreements) = comparison else { return }
    report.outputToStore = mended(expected, disagreements, computed: computed) ?? report.text
    let difference = disagreements.first.map { first -> (span: SourceSpan, message: String) in
      (
        stored.contents.fileSpan(first.range.lowerBound, first.range.upperBound),
        "the stored output is '\(first.written)', but computed is '\(first.computed)'"
      )
    }
    let problem = Diagnostic(
      "output-mismatch",
      .error,
      difference?.message ?? "the stored output is not what the cell prints",
      at: difference?.span ?? stored.fenceSpan,
      help: "if the new output is right, 'lessons run --write' stores it"
    )
    report.diagnostics.append(problem)
    report.mendable.append(problem)
  }
}
