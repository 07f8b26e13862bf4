import ArgumentParser
import Diagnostics
import LessonModel
import Rendering

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that everything lessons say still holds.",
    discussion: """
      Checks every stored output and figure, expectation comment and expect(…) of the files, and of \
      the .md files in folders (README.md aside). Changes nothing. Exits with 1 when something does \
      not hold.

      Examples:
        lessons check
        lessons check lessons/lec9.md
      """
  )

  @Argument(help: "Lessons, or folders of them.", completion: .file(extensions: ["md"]))
  var paths: [String] = ["lessons"]

  func run() throws {
    var reports: [Report] = []
    defer { Terminal.write(CheckSummaryRenderer().totals(reports) + "\n") }
    try ExitCode.worst(of: try paths.flatMap { try InputFile.lessons(at: $0) }) { file in
      let source = try InputFile.read(file)
      let outcome = LessonOutcome(of: source)
      Terminal.report(outcome.diagnostics, in: source)
      let line = CheckSummaryRenderer().line(outcome.lesson, outcome.report)
      Terminal.write(line + "\n")
      reports.append(outcome.report)
      return outcome.report.verdict
    }
  }
}
