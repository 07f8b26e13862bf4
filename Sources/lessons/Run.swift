import ArgumentParser
import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import Rendering
import ScriptLibrary

struct Run: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal
    case markdown
    case json
  }

  static let configuration = CommandConfiguration(
    abstract: "Run lessons and print them with their outputs.",
    discussion: """
      A name without a folder is looked for here, and then in lessons/. Exits with 1 when something
      in a lesson does not hold, and with 65 when a lesson cannot be read.

        lessons run lec9.md
        lessons run --write lessons/lec9.md
      """
  )

  @Argument(help: "The lessons, .md files.", completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(help: "The form to print; terminal in a terminal, markdown otherwise.")
  var format: Format?

  @Flag(help: "Store the outputs in the file, touching no other byte.")
  var write = false

  func run() throws {
    var worst = Verdict.passed
    for name in files {
      let source = try InputFile.read(InputFile.find(name))
      let outcome = LessonOutcome(of: source)
      worst = worst.worse(outcome.report.verdict)
      // The terminal form shows what failed where it failed.
      let isShown = chosenFormat != .markdown && !write && outcome.report.verdict != .malformed
      Terminal.report(isShown ? outcome.readingDiagnostics : outcome.diagnostics, in: source)
      guard outcome.report.verdict != .malformed || chosenFormat == .json else { continue }
      if write {
        let bytes = OutputSplicer.splice(outcome.outputs, into: outcome.lesson)
        if bytes != source.bytes { try OutputFile.replace(source.name, with: bytes) }
      } else {
        Terminal.write(render(outcome))
      }
    }
    try worst.exit()
  }
}

extension Run {
  private var chosenFormat: Format {
    format ?? (Terminal.isInteractive ? .terminal : .markdown)
  }

  private func render(_ outcome: LessonOutcome) -> String {
    switch chosenFormat {
    case .terminal:
      TerminalRenderer(style: Terminal.isInteractive ? .ansi : .plain)
        .render(outcome.lesson, outcome.report)
    case .markdown:
      String(
        decoding: OutputSplicer.splice(outcome.outputs, into: outcome.lesson),
        as: UTF8.self
      )
    case .json: JSONRenderer().render(outcome.lesson, outcome.report)
    }
  }
}

/// A lesson that has been read and, where it could be, run.
struct LessonOutcome {
  let lesson: Lesson
  let report: Report
  /// What was found while reading it.
  let readingDiagnostics: [Diagnostic]

  /// Everything that was found.
  var diagnostics: [Diagnostic] { readingDiagnostics + report.cells.flatMap(\.diagnostics) }

  init(of source: SourceFile) {
    let read = LessonReader.read(source)
    lesson = read.value
    readingDiagnostics = read.diagnostics
    guard !read.hasErrors else {
      report = Report(cells: [], diagnostics: read.diagnostics, verdict: .malformed)
      return
    }
    report = SessionRunner(library: makeLessonLibrary()).run(lesson)
  }

  /// What to store behind each cell: nil where what is there still holds or the cell did not end.
  var outputs: [String?] {
    zip(lesson.cells, report.cells).map { cell, cellReport in
      switch cellReport.status {
      case .skipped, .notRun: return nil
      case .passed where cell.storedOutput != nil: return nil
      case .passed, .failed: return cellReport.text
      }
    }
  }

  /// The number of checks that were made, and of those that hold.
  var checks: (made: Int, held: Int) {
    let all = report.cells.flatMap(\.expectations)
    return (all.count, all.filter(\.holds).count)
  }
}

extension Verdict {
  private var rank: Int {
    switch self {
    case .passed: 0
    case .failed: 1
    case .malformed: 2
    }
  }

  func worse(_ other: Verdict) -> Verdict { rank >= other.rank ? self : other }

  /// Ends the command with the verdict's exit code.
  func exit() throws {
    switch self {
    case .passed: return
    case .failed: throw ExitCode(1)
    case .malformed: throw ExitCode(65)
    }
  }
}
