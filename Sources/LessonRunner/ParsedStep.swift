import Diagnostics
import LessonModel
import Parallel
import Script
import ScriptParsing

/// The syntax trees of what a session takes up next, with every syntax error.
enum ParsedStep: Sendable {
  /// A cell and its tree; nil for one that does not run.
  case cell(Cell, Checked<ScriptNode>?)
  /// Those of claims; nil for what is no expression, or not one alone.
  case claims([Checked<StatementNode?>])

  /// What cells of usual length need to be parsed, in bytes; longer ones get a stack of their own.
  static let stackSize = 64 << 20

  static let stack = DeepStack(size: stackSize)

  /// Parses the cells that are to run, and the claims between them.
  ///
  /// - Parameters:
  ///   - plan: The lesson's cells and claims, in their order.
  ///   - lesson: The lesson.
  ///   - colored: Whether the cells' trees come with their colors.
  ///   - withClaims: Whether claims are parsed; otherwise there are none in their steps.
  ///   - ahead: Whether that begins at once, on a thread of its own.
  /// - Returns: The trees, in the plan's order.
  static func sequence(
    of plan: LessonPlan,
    in lesson: Lesson,
    colored: Bool,
    withClaims: Bool,
    ahead: Bool
  ) -> AheadSequence<ParsedStep> {
    stack.sequence(ahead: ahead) { hand in
      // It knows the operators declared so far.
      var parser = ScriptParser(findsColors: colored)
      for step in plan.steps {
        switch step {
        case .cell(let cell) where cell.attributes.mode == .noRun: hand(.cell(cell, nil))
        case .cell(let cell):
          let before = parser
          let script = parser.parse(cell.code)
          // What must not compile declares no operators either.
          if cell.attributes.mode == .rejected { parser = before }
          hand(.cell(cell, script))
        case .claims(let claims):
          hand(.claims(withClaims ? trees(of: claims.map(\.expression), in: lesson, parser) : []))
        }
      }
    }
  }

  /// Parses expressions, all at once where they are whole, since that takes a fraction of the time.
  private static func trees(
    of claims: [SourceSpan],
    in lesson: Lesson,
    _ parser: ScriptParser
  ) -> [Checked<StatementNode?>] {
    var parser = parser
    let all = parser.parse(EmbeddedText(lines: claims, in: lesson.file))
    if !all.hasErrors, are(all.value.statements, in: claims) {
      return all.value.statements.map { Checked($0) }
    }
    return claims.map { claim in
      let parsed = parser.parse(EmbeddedText(lines: [claim], in: lesson.file))
      let isWhole = !parsed.hasErrors && are(parsed.value.statements, in: [claim])
      return Checked(isWhole ? parsed.value.statements.first : nil, parsed.diagnostics)
    }
  }

  /// Whether statements are one expression each, every one in its place.
  private static func are(_ statements: [StatementNode], in places: [SourceSpan]) -> Bool {
    statements.count == places.count
      && zip(statements, places).allSatisfy { statement, place in
        guard case .expression = statement.kind else { return false }
        return statement.span.start >= place.start && statement.span.end <= place.end
      }
  }
}
