internal import Diagnostics
public import LessonModel

/// The sentences that say how a check went: one for each lesson, and one for all.
public struct CheckSummaryRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Returns the line of one lesson: `✗ failed  lec9.md: 25 of 26 checks hold`.
  public func line(_ lesson: Lesson, _ report: Report) -> String {
    let mark = report.verdict == .passed ? "✓" : "✗"
    return
      "\(mark) \(report.verdict.rawValue)  \(visibleText(lesson.file.name)): \(checks([report]))"
  }

  /// Returns the line of all lessons: `2 lessons, 43 of 43 checks hold`.
  public func totals(_ reports: [Report]) -> String {
    "\(reports.count) lesson\(reports.count == 1 ? "" : "s"), \(checks(reports))"
  }

  private func checks(_ reports: [Report]) -> String {
    let all = reports.flatMap(\.cells).flatMap(\.expectations)
    return "\(all.filter(\.holds).count) of \(all.count) checks hold"
  }
}
