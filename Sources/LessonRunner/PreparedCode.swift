import Diagnostics
import Script

/// A cell that is ready to run, or why it is not.
struct PreparedCell: Sendable {
  /// What checking and compiling the code came to.
  enum Code: Sendable {
    /// It compiles; the earlier cells that it relies on, and what was found.
    case ready(Script.CompiledCell, dependencies: Set<Int>, [Diagnostic])
    /// It has no code, for these reasons; the earlier cells that it relies on.
    case uncompiled(dependencies: Set<Int>, [Diagnostic])
    /// It was to be rejected; what was found.
    case rejected([Diagnostic])
    /// It relies on this cell, which did not compile.
    case blocked(by: Int)
    /// It was not looked at: what it came to is known.
    case known
  }

  var code: Code
  /// The expectations in its comments, and the statements watched for them.
  var plan: ExpectationPlan
  /// What is wrong with the expectations.
  var expectationProblems: [Diagnostic]
  /// The comments of the code.
  var comments: [ScriptNode.Comment]
  /// What editors color in the code, where that was asked for.
  var colors: [ColoredRange]
  /// Whether it expects anything; what is no exercise need not.
  var expectsAnything: Bool
}

/// The expression of a claim that is ready to be computed, or why it is not.
enum PreparedClaim: Sendable {
  /// It compiles; the earlier cells that it relies on, and whether it is nothing but literals.
  case ready(Script.CompiledCell, dependencies: Set<Int>, isLiteral: Bool)
  /// It has no code, for these reasons.
  case failed([Diagnostic])
  /// It relies on a cell that did not compile.
  case blocked
}

/// What a session takes up next.
enum PreparedStep: Sendable {
  /// A cell; nil for one that does not run.
  case cell(PreparedCell?)
  case claims([PreparedClaim])
}
