import Diagnostics
import LessonModel
import TeXMath

/// An HTML comment that says how a number or a formula is to be checked.
struct FormulaComment {
  enum Kind {
    /// `<!-- = expression -->`, with the place of the expression.
    case claim(SourceSpan)
    /// `<!-- identity -->`.
    case identity
    /// `<!-- unchecked: why -->`.
    case unchecked
  }

  /// What a comment stands right behind.
  enum Target {
    /// A formula, by its index among those of the lesson.
    case formula(Int)
    /// A number in prose.
    case number(PlacedNumber)
  }

  var kind: Kind
  /// The place of the whole comment.
  var span: SourceSpan
  var target: Target
}

/// What a comment says that a number or a formula is equal to.
struct Claim {
  /// The place of the expression.
  var expression: SourceSpan
  var target: FormulaComment.Target
}
