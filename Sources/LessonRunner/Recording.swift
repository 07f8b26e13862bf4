public import Diagnostics
import LessonModel
import Script

/// What the cells and claims of a lesson came to, kept so that what the lesson says of it can be
/// judged again without running anything.
public struct Recording: Sendable {
  /// What a cell came to, before it is compared with what the lesson says.
  enum CellOutcome {
    /// Its code ran; what was found while reading and checking it.
    case ran(RunResult, [Diagnostic])
    /// It was to be rejected; what was found.
    case rejected([Diagnostic])
    /// Its code is not to be run, for these reasons.
    case failed([Diagnostic])
    /// It relies on this cell, which failed.
    case skipped(because: Int)
  }

  private let lesson: Lesson
  private(set) var cells: [Int: CellOutcome] = [:]
  /// The comments in the code of the cells.
  private var comments: [SourceSpan] = []
  /// What editors color in the code of the cells that were parsed, by their indices.
  public private(set) var colors: [Int: [ColoredRange]] = [:]
  /// What claims came to, by the places of their expressions.
  private(set) var claims: [SourceSpan: ClaimOutcome] = [:]

  init(of lesson: Lesson) {
    self.lesson = lesson
  }

  /// Keeps what a cell came to.
  mutating func add(
    _ outcome: CellOutcome,
    of cell: Cell,
    comments: [ScriptNode.Comment],
    colors: [ColoredRange]
  ) {
    cells[cell.index] = outcome
    self.colors[cell.index] = colors
    self.comments += comments.map(\.span)
  }

  /// Keeps what a claim came to.
  mutating func add(_ outcome: ClaimOutcome, of expression: SourceSpan) {
    claims[expression] = outcome
  }

  /// Whether a lesson computes what the recorded one does, each thing at the same place.
  ///
  /// It may differ in prose, formulas, stored outputs and the comments of cells.
  func fits(_ changed: Lesson) -> Bool {
    let (old, new) = (lesson.file.bytes, changed.file.bytes)
    guard old.count == new.count, lesson.frontMatter == changed.frontMatter,
      lesson.cells.map(\.fenceSpan) == changed.cells.map(\.fenceSpan)
    else { return false }
    let code = lesson.cells.map(\.fenceSpan) + claims.keys
    return old.indices.allSatisfy { index in
      old[index] == new[index] || comments.contains { ($0.start..<$0.end).contains(index) }
        || !code.contains { ($0.start..<$0.end).contains(index) }
    }
  }
}
