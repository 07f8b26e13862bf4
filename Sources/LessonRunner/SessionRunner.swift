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
  public func run(_ lesson: Lesson) -> Report {
    // The cells and claims of a lesson are parsed on one deep stack instead of one each.
    DeepStack(size: Self.stackSize).run { runOnThisStack(lesson) } ?? runOnThisStack(lesson)
  }

  /// What cells of usual length need to be parsed, in bytes; longer ones get a stack of their own.
  private static let stackSize = 64 << 20

  private func runOnThisStack(_ lesson: Lesson) -> Report {
    var session = CellSession(lesson, library: library, limits: limits(of: lesson))
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
    return Report(
      cells: cells,
      checks: findings.checks,
      diagnostics: findings.diagnostics,
      mendable: findings.mendable,
      edits: findings.edits,
      verdict: failed ? .failed : .passed
    )
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
