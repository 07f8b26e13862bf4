import Diagnostics
import LessonModel
import Rendering
import ScriptParsing

extension LessonOutcome {
  /// The lesson for a page, with the colors of its code.
  var guideLesson: GuideLesson {
    GuideLesson(
      lesson: lesson,
      report: report,
      colors: lesson.cells.map { colors[$0.index] ?? SyntaxClassifier.classify($0.code) }
    )
  }

  /// The lesson as one HTML page that needs no other file; problems of the page are reported.
  func page() throws -> String {
    let folder = lesson.file.name.lastIndex(of: "/").map { lesson.file.name[..<$0] } ?? "."
    let sources = GuideSources(folder: String(folder))
    let guideLesson = guideLesson
    let guide = StudyGuide(
      title: guideLesson.title,
      lessons: [guideLesson],
      options: GuideOptions(),
      templates: try PageTemplates()
    )
    let page = guide.page(0)
    let missing = page.files.filter { !sources.has($0.path) }.map(\.missing)
    Terminal.report(page.diagnostics + missing, in: lesson.file)
    let images = page.files.filter { $0.use == .image }.map(\.path)
    return guide.singlePage(images: sources.addresses(of: images))
  }
}
