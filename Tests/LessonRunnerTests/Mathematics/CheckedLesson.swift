import Diagnostics
import LessonMarkdown
import LessonModel
import ScriptLibrary

@testable import LessonRunner

/// A lesson that was run, for tests of what stands outside of its cells.
struct CheckedLesson {
  let file: SourceFile
  let lesson: Lesson
  let report: Report

  init(_ text: String) {
    file = SourceFile(name: "a.md", text: text)
    lesson = LessonReader.read(file).value
    report = SessionRunner(library: makeLessonLibrary()).run(lesson)
  }

  /// Each problem as `id 'digits'`.
  var problems: [String] {
    report.diagnostics.map { "\($0.id) '\($0.span.map(file.text(in:)) ?? "")'" }
  }

  /// The lesson with its numbers mended.
  var written: String {
    String(
      decoding: OutputSplicer.splice(report.cells, report.edits, into: lesson),
      as: UTF8.self
    )
  }
}
