import ArgumentParser
import Diagnostics
import LessonModel
import LessonRunner
import Rendering

struct Run: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal
    case markdown
    case json
    case html
    case ipynb
  }

  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run lessons and print them with their outputs.",
    discussion: """
      A name without a folder is looked for here, and then in lessons/. With --write, a lesson whose \
      cells all ran to their end is replaced in one step; numbers keep the precision they were \
      written with, and figures go to a folder beside it: those of lec9.md to lec9.figures/. Exits with 1 when something in a lesson does not hold, and with 65 when a lesson \
      cannot be read.

      Examples:
        lessons run lec9.md
        lessons run lec9.md --format json
        lessons run --write lessons/lec9.md
      """
  )

  @Argument(help: "The lessons, .md files.", completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(help: "The form to print; terminal in a terminal, markdown otherwise.")
  var format: Format?

  @Flag(help: "Store outputs in the file, touching no other byte, and figures beside it.")
  var write = false

  @Option(help: EngineOption.help)
  var engine = EngineOption.interpreter

  init() {}

  /// Creates the command of a line without options.
  init(files: [String]) {
    self.files = files
    format = nil
    write = false
    engine = .interpreter
  }

  func run() throws {
    var runner = try LessonOutcome.runner(engine: engine.engine)
    if format == .html { runner = runner.findingColors() }
    try ExitCode.worst(of: files) { name in
      let source = try InputFile.read(InputFile.find(name))
      let outcome = LessonOutcome(of: source, by: runner.expecting([source]))
      return write ? try store(outcome) : try show(outcome)
    }
  }
}

extension Run {
  private var chosenFormat: Format {
    format ?? (Terminal.isInteractive ? .terminal : .markdown)
  }

  private func show(_ outcome: LessonOutcome) throws -> Verdict {
    let verdict = outcome.report.verdict
    // The terminal form shows what failed where it failed.
    let isShown = chosenFormat != .markdown && verdict != .malformed
    Terminal.report(
      isShown ? outcome.readingDiagnostics : outcome.diagnostics,
      in: outcome.lesson.file
    )
    if verdict != .malformed || chosenFormat == .json { Terminal.write(try render(outcome)) }
    return verdict
  }

  private func render(_ outcome: LessonOutcome) throws -> String {
    switch chosenFormat {
    case .terminal:
      TerminalRenderer(style: Terminal.hasColors ? .ansi : .plain, width: Terminal.textWidth)
        .render(outcome.lesson, outcome.report)
    case .markdown:
      String(decoding: outcome.written, as: UTF8.self)
    case .json: JSONRenderer().render(outcome.lesson, outcome.report)
    case .html: try outcome.page()
    case .ipynb: NotebookRenderer().render(outcome.lesson, outcome.report)
    }
  }

  /// Stores the outputs of a lesson whose cells all ran to their end, and says what was done.
  private func store(_ outcome: LessonOutcome) throws -> Verdict {
    let source = outcome.lesson.file
    Terminal.report(outcome.diagnosticsAfterWriting, in: source)
    guard outcome.report.verdict != .malformed else { return .malformed }
    guard outcome.isComplete else {
      Terminal.complain("\(source.name): not written: mend the cells that did not run to their end")
      return .failed
    }
    let figures = try FigureFolder(of: outcome.lesson)
      .store(outcome.report.cells.flatMap(\.figures))
    let bytes = outcome.written
    if bytes != source.bytes { try OutputFile.replace(source.name, with: bytes) }
    switch (bytes == source.bytes, figures) {
    case (true, 0):
      Terminal.complain("\(source.name): nothing to write, all outputs are stored")
    case (_, 0): Terminal.complain("\(source.name): outputs written")
    case (_, 1): Terminal.complain("\(source.name): outputs and 1 figure written")
    case (_, let count): Terminal.complain("\(source.name): outputs and \(count) figures written")
    }
    return outcome.diagnosticsAfterWriting.contains { $0.severity == .error } ? .failed : .passed
  }
}
