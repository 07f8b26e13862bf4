import Diagnostics
import LessonModel
import TeXMath

/// A formula of a lesson, parsed, that knows where its digits stand in the file.
struct LocatedFormula {
  let math: Math
  let formula: Formula

  init(_ math: Math, macros: MacroSet) {
    self.math = math
    formula = Formula(parsing: math.tex, macros: macros)
  }

  /// The place in the file of a range of the formula.
  func span(_ range: Range<Int>) -> SourceSpan {
    math.contents.fileSpan(range.lowerBound, range.upperBound)
  }

  /// What is written in a range of the formula.
  func text(_ range: Range<Int>) -> String {
    String(decoding: Array(math.tex.utf8)[range], as: UTF8.self)
  }

  /// What is wrong with the formula, as diagnostics.
  var diagnostics: [Diagnostic] {
    formula.problems.map { problem in
      Diagnostic(
        problem.id,
        problem.isError ? .error : .warning,
        problem.message,
        at: span(problem.range),
        help: problem.help
      )
    }
  }
}
