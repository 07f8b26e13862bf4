import ArgumentParser
import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import ScriptLibrary

/// A lesson that has been read and, where it could be, run.
struct LessonOutcome {
  let lesson: Lesson
  let report: Report
  /// What its cells and claims came to; nil where the lesson could not be read.
  private let recording: Recording?
  /// What was found while reading it.
  let readingDiagnostics: [Diagnostic]

  /// Everything that was found, in the order of the file.
  var diagnostics: [Diagnostic] {
    (lessonDiagnostics + report.cells.flatMap(\.diagnostics))
      .sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
  }

  /// What was found outside of cells, by reading and by running.
  var lessonDiagnostics: [Diagnostic] {
    report.verdict == .malformed ? readingDiagnostics : readingDiagnostics + report.diagnostics
  }

  /// What is left when the outputs have been written back.
  var diagnosticsAfterWriting: [Diagnostic] {
    lessonDiagnostics.filter { !report.mendable.contains($0) }
      + report.cells.flatMap { cell in cell.diagnostics.filter { !cell.mendable.contains($0) } }
  }

  /// What editors color in the cells, by their indices, as far as it was found when they ran.
  var colors: [Int: [ColoredRange]] { recording?.colors ?? [:] }

  /// Whether every cell that is to run came to its end.
  var isComplete: Bool { report.cells.allSatisfy { $0.isComplete || $0.status == .notRun } }

  /// What has run it.
  private let runner: SessionRunner

  /// Returns what runs lessons, with what is published to all of them.
  static func runner(engine: LessonEngine = .interpreter) -> SessionRunner {
    SessionRunner(library: makeLessonLibrary(), engine: engine)
  }

  init(of source: SourceFile, by runner: SessionRunner) {
    self.runner = runner
    let read = LessonReader.read(source)
    lesson = read.value
    readingDiagnostics = read.diagnostics
    guard !read.hasErrors else {
      report = Report(cells: [], diagnostics: read.diagnostics, verdict: .malformed)
      recording = nil
      return
    }
    let run = runner.record(lesson)
    recording = run.recording
    report = FigureChecker.check(run.report, of: lesson, files: FigureFolder(of: lesson).files)
  }

  /// Whether the lesson still passes where something is changed in what it says.
  ///
  /// Nothing is run anew where the code of the cells and the claims is the same.
  func passes(changedTo source: SourceFile) -> Bool {
    let read = LessonReader.read(source)
    if let recording, !read.hasErrors,
      let judged = runner.judge(read.value, by: recording)
    {
      return judged.verdict == .passed
    }
    return LessonOutcome(of: source, by: runner).report.verdict == .passed
  }

  /// The bytes of the lesson with what is to be stored.
  var written: [UInt8] { OutputSplicer.splice(report.cells, report.edits, into: lesson) }
}

extension ExitCode {
  /// Does something for each of many files, all of them, and ends with the worst of their exit codes.
  static func worst(of files: [String], _ body: (String) throws -> Verdict) throws {
    var worst: Int32 = 0
    for file in files {
      do {
        worst = max(worst, try body(file).exitCode)
      } catch let code as ExitCode {
        worst = max(worst, code.rawValue)
      }
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  /// Ends with the worst of the exit codes that verdicts mean, where one is not 0.
  static func throwWorst(of verdicts: [Verdict]) throws {
    let worst = verdicts.map(\.exitCode).max() ?? 0
    if worst != 0 { throw ExitCode(worst) }
  }
}

extension Verdict {
  fileprivate var exitCode: Int32 {
    switch self {
    case .passed: 0
    case .failed: 1
    case .malformed: 65
    }
  }
}
