internal import Diagnostics
public import LessonModel

/// The lines that `lessons check` prints: failures in place, then one line for each lesson.
public struct CheckSummaryRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// The verdict of one lesson: `✓ lec9.md: passed, 7 cells, 12 checks passed`.
  public func line(_ lesson: Lesson, _ report: Report) -> String {
    let checks = report.cells.flatMap(\.expectations)
    let failed = checks.filter { !$0.holds }.count
    let mark = report.verdict == .passed ? "✓" : "✗"
    let failures = failed == 0 ? "" : ", \(failed) failed"
    return "\(mark) \(visibleText(lesson.file.name)): \(report.verdict.rawValue), "
      + "\(count(report.cells.count, "cell")), "
      + "\(count(checks.count - failed, "check")) passed\(failures)"
  }

  /// The totals of many lessons.
  public func totals(_ reports: [Report]) -> String {
    let failed = reports.filter { $0.verdict != .passed }.count
    return "\(count(reports.count, "lesson")): \(reports.count - failed) passed, \(failed) failed"
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
