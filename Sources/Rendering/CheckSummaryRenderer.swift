internal import Diagnostics
public import LessonModel

/// The sentences that say how a check went: one for each lesson, and one for all.
public struct CheckSummaryRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Returns the line of one lesson: `✗ failed  lec9.md: 25 of 26 checks hold, 1 cell skipped`.
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
    let cells = reports.flatMap(\.cells)
    let all = reports.flatMap(\.results)
    var parts = ["\(all.filter(\.holds).count) of \(all.count) checks hold"]
    func add(_ count: Int, _ what: String) {
      if count > 0 { parts.append("\(count) cell\(count == 1 ? "" : "s") \(what)") }
    }
    // A cell whose checks do not hold is counted by these.
    add(cells.count { $0.status == .failed && $0.expectations.allSatisfy(\.holds) }, "failed")
    add(cells.count { if case .skipped = $0.status { true } else { false } }, "skipped")
    return parts.joined(separator: ", ")
  }
}
