import Diagnostics
import LessonModel
import Script

/// What runs the cells of one lesson, in order, and computes what is claimed between them.
protocol LessonSession {
  /// Runs the next cell.
  mutating func run(_ cell: Cell) -> CellRun

  /// Computes expressions with what the cells so far have declared.
  mutating func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome]

  /// The problems of the session itself since this was last asked.
  mutating func takeProblems() -> [Diagnostic]
}

extension LessonSession {
  mutating func takeProblems() -> [Diagnostic] { [] }
}

/// What an engine made of a cell, before it is compared with what the lesson says.
enum CellRun {
  /// The lesson says not to run it.
  case notRun
  /// It was left out, for a reason.
  case skipped(because: String)
  /// It did not compile: the problems; for a cell marked `rejected` none, where it did compile.
  case uncompiled([Diagnostic])
  /// It ran, to its end or to its failure.
  case completed(CellExecution)
}

/// The run of a cell.
struct CellExecution {
  /// The expectations in its comments, and the statements watched for them.
  var plan: ExpectationPlan
  /// What became visible, and why it stopped early, if it did.
  var result: RunResult
  /// What was found before it ran.
  var diagnostics: [Diagnostic]
  /// Whether it expects anything; what is no exercise need not.
  var expectsAnything = true
}

/// Whether the words in which an engine explains a failure are those that the lesson stores.
enum EngineWording {
  /// They are compared.
  case stored
  /// The lesson stores another engine's: whether a cell fails is compared, and not how that is said.
  case foreign
}

/// What became of the expression of a claim.
enum ClaimOutcome {
  /// The exact printed form of its value, and whether the expression is nothing but literals.
  case value(String, isLiteral: Bool)
  /// Why it has none.
  case failed([Diagnostic])
  /// It relies on a cell that failed, or that does not run.
  case skipped
}

extension Cell {
  /// The cell's name for sentences: `'softmax' in line 12`, or `the cell in line 12`.
  func place(in lesson: Lesson) -> String {
    let line = lesson.file.position(at: fenceSpan.start).line
    return attributes.id.map { "'\($0)' in line \(line)" } ?? "the cell in line \(line)"
  }
}

extension CellAttributes {
  /// Whether a run-time error is no problem: in a cell that is to fail, or in an exercise's start.
  var mayFail: Bool {
    if case .exercise = role { return true }
    return mode == .fails
  }
}
