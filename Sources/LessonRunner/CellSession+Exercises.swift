import Diagnostics
import LessonModel
import Script

/// Exercises: the start runs and falls short of its `expect`s, the solution meets them.
///
/// Both run in a scope of their own, so that each may declare the same names, and neither leaves
/// any behind.
extension CellSession {
  /// What a cell runs: its statements, or for an exercise or a solution one block of them.
  mutating func script(of cell: Cell, _ parsed: ScriptNode) -> ScriptNode {
    var statements = parsed.statements
    switch cell.attributes.role {
    case .plain: return parsed
    case .exercise(let name): exercises[name] = statements.filter(Self.isExpectation)
    case .solution(let name): statements += exercises[name] ?? []
    }
    let block = StatementNode(.block(statements), at: cell.fenceSpan)
    return ScriptNode(statements: [block], comments: parsed.comments)
  }

  /// Judges the run of an exercise's start: that it fails, or misses an expectation, is right.
  func checkStart(of cell: Cell, _ name: String, _ result: RunResult, _ report: inout CellReport) {
    if exercises[name]?.isEmpty ?? true {
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
    let missed = result.events.contains { event in
      if case .expectationFailed = event { true } else { false }
    }
    let fallsShort = missed || result.failure != nil
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

  /// Whether a statement is a call of `expect`.
  private static func isExpectation(_ statement: StatementNode) -> Bool {
    guard case .expression(var expression) = statement.kind else { return false }
    if case .attempt(let tried, _) = expression.kind { expression = tried }
    guard case .call(let callee, _) = expression.kind, case .name("expect", _) = callee.kind else {
      return false
    }
    return true
  }
}
