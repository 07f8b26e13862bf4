import ArgumentParser
import Diagnostics
import LessonModel
import LessonRunner
import Parallel
import Rendering
import ScriptParsing

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a study guide: a folder of HTML pages that needs no server.",
    discussion: """
      Runs every lesson and writes a page for each, an index and a search. A lesson that fails is \
      built too, with its failures on its page; then the exit code is 1, as it is for links that \
      lead nowhere and missing images. The folder is replaced in one step; files in it that are not \
      of an earlier build stay.

      Examples:
        lessons build -o site
        lessons build lessons --single-file -o guide
        lessons build --pdf -o site
      """
  )

  @Argument(help: "A folder of lessons, or one lesson.", completion: .directory)
  var path = "lessons"

  @Option(name: .shortAndLong, help: "The folder to write.", completion: .directory)
  var output = "site"

  @Option(help: "The name of the course; that of the lessons' folder where it is not given.")
  var title: String?

  @Option(help: "A folder with templates to use in the place of the built-in ones.")
  var templates: String?

  @Flag(help: "Write one page that holds everything.")
  var singleFile = false

  @Flag(help: "Show the solutions of exercises.")
  var answerKey = false

  @Flag(name: .customLong("allow-html"), help: "Keep all HTML of the lessons; only for your own.")
  var allowsHTML = false

  @Flag(help: "Also write each page as a PDF, with Chromium.")
  var pdf = false

  func run() throws {
    let files = try InputFile.lessons(at: path)
    let templates = try PageTemplates(folder: templates)
    let printer = pdf ? try PDFPrinter() : nil
    let lessons = try run(files)
    let outcomes = lessons.map(\.outcome)
    let guide = StudyGuide(
      title: title ?? courseTitle,
      lessons: lessons.map(\.guideLesson),
      options: GuideOptions(
        rawHTML: allowsHTML ? .kept : .sanitized,
        solutions: answerKey ? .open : .folded
      ),
      templates: templates
    )
    let pages = parallelMap(Array(files.indices), threads: Self.threadCount) { guide.page($0) }
    let sources = GuideSources(folder: folder)
    var verdicts = outcomes.map(\.report.verdict)
    for (number, (outcome, page)) in zip(outcomes, pages).enumerated() {
      let missing = page.files.filter { !sources.has($0.path) }.map(\.missing)
      let problems = outcome.diagnostics + page.diagnostics + missing
      Terminal.report(problems, in: outcome.lesson.file)
      let hasErrors = problems.contains { $0.severity == .error }
      if hasErrors, verdicts[number] == .passed { verdicts[number] = .failed }
    }
    let folder = SiteFolder(at: output)
    let used = pages.flatMap(\.files)
    if singleFile {
      let images = used.filter { $0.use == .image }.map(\.path)
      let page = guide.singlePage(images: sources.addresses(of: images))
      try folder.add("index.html", Array(page.utf8))
      try sources.copy(used.filter { $0.use == .link }.map(\.path), into: folder)
    } else {
      for page in pages { try folder.add(page.name, Array(page.html.utf8)) }
      for asset in guide.assets(for: pages) { try folder.add(asset.name, Array(asset.text.utf8)) }
      try sources.copy(used.map(\.path), into: folder)
    }
    if let printer {
      let names = singleFile ? ["index.html"] : pages.map(\.name)
      for name in names { try folder.print(name, with: printer) }
    }
    try folder.publish()
    let reports = outcomes.map(\.report)
    Terminal.write("\(output): \(CheckSummaryRenderer().totals(reports))\n")
    try ExitCode.throwWorst(of: verdicts)
  }
}

extension Build {
  /// A lesson that has been run, and what its page shows of it.
  private struct RunLesson {
    let outcome: LessonOutcome
    let guideLesson: GuideLesson
  }

  /// Runs the lessons, several at once, with a line of progress in a terminal.
  private func run(_ files: [String]) throws -> [RunLesson] {
    let sources = try files.map(InputFile.read)
    let runner = LessonOutcome.runner().findingColors().expecting(sources)
    let progress = ProgressLine(total: sources.count)
    defer { progress.clear() }
    progress.show(0)
    return SessionRunner.stack.parallelMap(
      sources,
      threads: Self.threadCount,
      progress: { progress.show($0) },
      { source in
        let outcome = LessonOutcome(of: source, by: runner)
        return RunLesson(outcome: outcome, guideLesson: outcome.guideLesson)
      }
    )
  }

  private static var threadCount: Int { min(8, Terminal.processorCount) }

  /// The folder of the lessons, where images and other files are looked for.
  private var folder: String {
    guard path.hasSuffix(".md") else { return path }
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private var courseTitle: String {
    let name = InputFile.name(ofFolder: folder)
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension PageTemplates {
  /// Creates templates from the files of a folder, or ends with a message.
  fileprivate init(folder: String?) throws {
    var texts: [String: String] = [:]
    for name in try Self.names(in: folder) {
      texts[name] = String(
        decoding: try InputFile.read("\(folder ?? ".")/\(name)").bytes,
        as: UTF8.self
      )
    }
    do {
      try self.init(replacing: texts)
    } catch {
      Terminal.complain("\(folder ?? ""): error: \(error)")
      throw ExitCode(65)
    }
  }

  private static func names(in folder: String?) throws -> [String] {
    guard let folder else { return [] }
    guard let names = InputFile.names(in: folder) else {
      Terminal.complain("\(folder): error: cannot be read as a folder")
      throw ExitCode(66)
    }
    return names
  }
}
