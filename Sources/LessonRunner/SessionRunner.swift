import Diagnostics
public import LessonModel
public import Script
import ScriptParsing

/// Runs the cells of a lesson in one session, and checks what the lesson says of them.
public struct SessionRunner: Sendable {
  private let library: HostLibrary
  private let limits: Limits

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - library: What the host publishes to the cells.
  ///   - limits: What a lesson may use where its front matter does not say otherwise.
  public init(library: HostLibrary, limits: Limits = Limits()) {
    self.library = library
    self.limits = limits
  }

  /// Runs a lesson from its first cell to its last.
  ///
  /// A cell that fails does not end the lesson: cells that rely on it are skipped, the rest go on.
  public func run(_ lesson: Lesson) -> Report { record(lesson).report }

  /// Runs a lesson, and keeps what its cells and claims came to.
  public func record(_ lesson: Lesson) -> (report: Report, recording: Recording) {
    onDeepStack(lesson, judgingBy: nil)
  }

  /// Judges what a lesson says by an earlier run of the same code.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, which differs from the recorded one in prose, formulas, stored outputs
  ///     and comments of the same length.
  ///   - recording: What the cells and claims came to.
  /// - Returns: The report that running the lesson would give; nil where it differs in more.
  public func judge(_ lesson: Lesson, by recording: Recording) -> Report? {
    recording.fits(lesson) ? onDeepStack(lesson, judgingBy: recording).report : nil
  }

  /// What cells of usual length need to be parsed, in bytes; longer ones get a stack of their own.
  private static let stackSize = 64 << 20

  private func onDeepStack(
    _ lesson: Lesson,
    judgingBy earlier: Recording?
  ) -> (report: Report, recording: Recording) {
    // The cells and claims of a lesson are parsed on one deep stack instead of one each.
    DeepStack(size: Self.stackSize).run { onThisStack(lesson, judgingBy: earlier) }
      ?? onThisStack(lesson, judgingBy: earlier)
  }

  private func onThisStack(
    _ lesson: Lesson,
    judgingBy earlier: Recording?
  ) -> (report: Report, recording: Recording) {
    var session = CellSession(
      lesson,
      library: library,
      limits: limits(of: lesson),
      judgingBy: earlier
    )
    var checker = MathChecker(lesson)
    var cells: [CellReport] = []
    for cell in lesson.cells {
      checker.checkClaims(before: cell.fenceSpan.start, in: &session)
      cells.append(session.run(cell))
    }
    checker.checkClaims(before: .max, in: &session)
    let findings = checker.sortedFindings
    let failed =
      cells.contains { $0.status == .failed }
      || findings.diagnostics.contains { $0.severity == .error }
    let report = Report(
      cells: cells,
      checks: findings.checks,
      diagnostics: findings.diagnostics,
      mendable: findings.mendable,
      edits: findings.edits,
      verdict: failed ? .failed : .passed
    )
    return (report, session.recording)
  }

  private func limits(of lesson: Lesson) -> Limits {
    let settings = lesson.frontMatter.limits
    var limits = limits
    limits.steps = settings.steps ?? limits.steps
    limits.seconds = settings.time ?? limits.seconds
    limits.memory = settings.memory ?? limits.memory
    limits.depth = settings.depth ?? limits.depth
    limits.outputBytes = settings.output ?? limits.outputBytes
    return limits
  }
}
