internal import Diagnostics
internal import LessonModel

/// Problems as a page shows them: with the name of the lesson's file, and nothing of the folder it is in.
enum ProblemText {
  /// Returns the text of each problem, with the lines it speaks of.
  static func lines(_ problems: [Diagnostic], of lesson: Lesson) -> [String] {
    guard !problems.isEmpty else { return [] }
    let name = lesson.file.name.split(separator: "/").last.map(String.init) ?? lesson.file.name
    let file = SourceFile(name: name, bytes: lesson.file.bytes)
    let formatter = DiagnosticFormatter(usesColor: false)
    return problems.map { formatter.format($0, in: file) }
  }
}
