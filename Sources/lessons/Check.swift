import ArgumentParser
import Diagnostics
import LessonModel
import LessonRunner
import Rendering

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check that everything lessons say still holds.",
    discussion: """
      Checks every stored output and figure, expectation comment, expect(…), claim and equation of \
      the files, and of the .md files in folders (README.md aside). Changes nothing. Exits with 1 \
      when something does not hold.

      With --coverage, says how many numbers in formulas, prose and tables are checked, and lists \
      the others. With --mutate, changes the last digit of one checked number at a time, checks \
      again, and exits with 1 when a change goes unnoticed.

      Examples:
        lessons check
        lessons check lessons/lec9.md --coverage
        lessons check --mutate --seed 7
        lessons check --engine both
      """
  )

  @Argument(help: "Lessons, or folders of them.", completion: .file(extensions: ["md"]))
  var paths: [String] = ["lessons"]

  @Flag(help: "List the numbers that nothing checks.")
  var coverage = false

  @Flag(help: "Change checked numbers, and see that the check notices.")
  var mutate = false

  @Option(help: "What decides the digits that --mutate writes.")
  var seed: UInt64 = 1

  @Option(help: EngineOption.help)
  var engine = EngineOption.interpreter

  func run() throws {
    let runner = try LessonOutcome.runner(engine: engine.engine)
    var reports: [Report] = []
    defer { Terminal.write(CheckSummaryRenderer().totals(reports) + "\n") }
    try ExitCode.worst(of: try paths.flatMap { try InputFile.lessons(at: $0) }) { file in
      let source = try InputFile.read(file)
      let outcome = LessonOutcome(of: source, by: runner.expecting([source]))
      Terminal.report(outcome.diagnostics, in: source)
      let line = CheckSummaryRenderer().line(outcome.lesson, outcome.report)
      Terminal.write(line + "\n")
      reports.append(outcome.report)
      return max(outcome.report.verdict, examine(outcome))
    }
  }

  /// Looks at how much the check of a lesson is worth, as far as that is asked for.
  private func examine(_ outcome: LessonOutcome) -> Verdict {
    guard outcome.report.verdict != .malformed else { return .malformed }
    let renderer = CoverageRenderer(file: outcome.lesson.file)
    if coverage {
      Terminal.write(renderer.text(NumberCensus.coverage(of: outcome.lesson, outcome.report)))
    }
    guard mutate, outcome.report.verdict == .passed else { return .passed }
    let mutations = MutationTest(of: outcome.lesson, outcome.report)
      .run(seed: seed, passes: outcome.passes(changedTo:))
    let survivors = mutations.filter { !$0.isCaught }
    Terminal.write(
      renderer.mutationText(
        caught: mutations.count - survivors.count,
        survivors: survivors.map { ($0.span, $0.written, $0.changed) }
      )
    )
    return survivors.isEmpty ? .passed : .failed
  }
}
