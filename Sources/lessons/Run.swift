import ArgumentParser
import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import ScriptLibrary

struct Run: ParsableCommand {
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

  @Flag(help: "Store the outputs in the file, touching no other byte.")
  var write = false

  func run() throws {
    var worst = Verdict.passed
    for name in files {
      let source = try InputFile.read(InputFile.find(name))
      let outcome = LessonOutcome(of: source)
      Terminal.report(outcome.diagnostics, in: source)
      worst = worst.worse(outcome.report.verdict)
      guard outcome.report.verdict != .malformed else { continue }
      let bytes = OutputSplicer.splice(outcome.outputs, into: outcome.lesson)
      if write {
        if bytes != source.bytes { try OutputFile.replace(source.name, with: bytes) }
      } else {
        Terminal.write(String(decoding: bytes, as: UTF8.self))
      }
    }
    try worst.exit()
  }
}

/// A lesson that has been read and, where it could be, run.
struct LessonOutcome {
  let lesson: Lesson
  let report: Report
  let diagnostics: [Diagnostic]

  init(of source: SourceFile) {
    let read = LessonReader.read(source)
    lesson = read.value
    guard !read.hasErrors else {
      report = Report(cells: [], diagnostics: read.diagnostics, verdict: .malformed)
      diagnostics = read.diagnostics
      return
    }
    report = SessionRunner(library: makeLessonLibrary()).run(lesson)
    diagnostics = read.diagnostics + report.cells.flatMap(\.diagnostics)
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
