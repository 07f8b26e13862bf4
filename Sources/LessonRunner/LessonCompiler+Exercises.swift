import Diagnostics
import LessonModel
import Script

/// Exercises: the start runs and falls short of its `expect`s, the solution meets them.
///
/// Both run in a scope of their own, so that each may declare the same names, and neither leaves
/// any behind.
extension LessonCompiler {
  /// What a cell runs: its statements, or for an exercise or a solution one block of them.
  mutating func script(of cell: Cell, _ parsed: ScriptNode) -> ScriptNode {
    var statements = parsed.statements
    switch cell.attributes.role {
    case .plain where cell.attributes.mode != .fails: return parsed
    case .plain:
      // What fails has no value to show, and none that is missed.
      if let last = statements.last, case .expression(let value) = last.kind {
        let ignored = ExpressionNode(.name("_", labels: nil), at: last.span)
        statements[statements.count - 1].kind = .assignment(ignored, value)
      }
    case .exercise(let name): exercises[name] = statements.filter(Self.isExpectation)
    case .solution(let name): statements += exercises[name] ?? []
    }
    let block = StatementNode(.block(statements), at: cell.fenceSpan)
    return ScriptNode(statements: [block], comments: parsed.comments)
  }

  /// Whether an exercise says what is to come out; true of all other cells.
  func expectsAnything(_ cell: Cell) -> Bool {
    guard case .exercise(let name) = cell.attributes.role else { return true }
    return exercises[name]?.isEmpty == false
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
