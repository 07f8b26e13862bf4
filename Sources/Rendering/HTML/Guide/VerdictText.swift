internal import LessonModel

/// What reports come to, in words: `✓ 26 checks hold`.
struct VerdictText {
  let text: String
  /// The class of the style sheet, `ok` or `no`.
  let styleClass: String

  init(_ reports: [Report]) {
    let checks = reports.flatMap(\.results)
    let failed = checks.count { !$0.holds }
    let hasPassed = reports.allSatisfy { $0.verdict == .passed }
    styleClass = hasPassed ? "ok" : "no"
    if reports.contains(where: { $0.verdict == .malformed }) {
      text = reports.count == 1 ? "✗ this lesson cannot be read" : "✗ a lesson cannot be read"
    } else if failed > 0 {
      text = "✗ \(failed) of \(checks.count) checks failed"
    } else if !hasPassed {
      text = "✗ a cell failed"
    } else if checks.isEmpty {
      text = "✓ runs"
    } else {
      text = "✓ \(checks.count) check\(checks.count == 1 ? " holds" : "s hold")"
    }
  }
}
