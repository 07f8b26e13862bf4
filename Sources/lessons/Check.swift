import ArgumentParser
import Diagnostics
import LessonModel

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that everything lessons say still holds.",
    discussion: """
      Checks every stored output, expectation comment and expect(…) of the files, and of the .md
      files in folders (README.md aside); lessons/ where none is named. Changes nothing. Exits with
      1 when something does not hold.

        lessons check
        lessons check lessons/lec9.md
      """
  )

  @Argument(help: "Lessons, or folders of them.", completion: .file(extensions: ["md"]))
  var paths: [String] = ["lessons"]

  func run() throws {
    var worst = Verdict.passed
    var checks = (made: 0, held: 0)
    let files = try paths.flatMap { try InputFile.lessons(at: $0) }
    for file in files {
      let source = try InputFile.read(file)
      let outcome = LessonOutcome(of: source)
      Terminal.report(outcome.diagnostics, in: source)
      let made = outcome.checks
      let mark =
        outcome.report.verdict == .passed ? "✓ passed" : "✗ \(outcome.report.verdict.rawValue)"
      Terminal.write("\(mark)  \(file): \(made.held) of \(made.made) checks hold\n")
      worst = worst.worse(outcome.report.verdict)
      checks = (checks.made + made.made, checks.held + made.held)
    }
    let noun = files.count == 1 ? "lesson" : "lessons"
    Terminal.write("\(files.count) \(noun), \(checks.held) of \(checks.made) checks hold\n")
    try worst.exit()
  }
}
