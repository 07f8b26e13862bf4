import Diagnostics
import LessonModel
import Parallel
import Script
import ScriptParsing

/// The tree of a cell.
struct ParsedCell: Sendable {
  /// The tree, with every syntax error.
  let script: Checked<ScriptNode>
  /// The parser of the lesson behind the cell: it knows the operators declared so far.
  let parser: ScriptParser

  /// What cells of usual length need to be parsed, in bytes; longer ones get a stack of their own.
  static let stackSize = 64 << 20

  static let stack = DeepStack(size: stackSize)

  /// Parses the cells of a lesson that are to run.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - ahead: Whether that begins at once, on a thread of its own.
  /// - Returns: The trees, in the cells' order.
  static func sequence(of lesson: Lesson, ahead: Bool) -> AheadSequence<ParsedCell> {
    stack.sequence(ahead: ahead) { hand in
      var parser = ScriptParser()
      for cell in lesson.cells where cell.attributes.mode != .noRun {
        let before = parser
        let script = parser.parse(cell.code)
        // What must not compile declares no operators either.
        if cell.attributes.mode == .rejected { parser = before }
        hand(ParsedCell(script: script, parser: parser))
      }
    }
  }
}
