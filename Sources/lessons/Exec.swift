import ArgumentParser
import Diagnostics
import Script
import ScriptParsing

struct Exec: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec",
    abstract: "Run a Swift file in the lessons' sandbox.",
    discussion: """
      Prints what the script prints. Exits with 1 when it fails at run time, and with 65 when it is \
      not a program of the language; diagnostics go to standard error as file:line:column.

      Example:
        lessons exec softmax.swift
      """
  )

  @Argument(help: "The script, a .swift file.", completion: .file(extensions: ["swift"]))
  var file: String

  init() {}

  /// Creates the command of a line without options.
  init(file: String) {
    self.file = file
  }

  /// Runs a script: prints what it prints, and throws the exit code where it is not 0.
  func run() throws {
    let source = try InputFile.read(file)
    let (diagnostics, result) =
      DeepStack(size: VirtualMachine.greatestStack).run { execute(source) } ?? execute(source)
    Terminal.report(diagnostics, in: source)
    guard let result else { throw ExitCode(65) }
    var problems: [Diagnostic] = []
    for event in result.events {
      switch event {
      case .printed(let text, _): Terminal.write(text)
      case .shown(let text, _): Terminal.write(text + "\n")
      case .drawn(let picture, _): Terminal.write(picture.terminalText(columns: 80, form: .plain))
      case .probed, .expectationMet, .expectationFailed: break
      }
      if let problem = event.diagnostic(in: source) { problems.append(problem) }
    }
    if let failure = result.failure { problems.append(failure.diagnostic) }
    Terminal.report(problems, in: source)
    if !problems.isEmpty { throw ExitCode(1) }
  }

  /// Compiles a script, and runs it where it is one of the language.
  private func execute(_ source: SourceFile) -> (diagnostics: [Diagnostic], result: RunResult?) {
    var stages = CompilationStages(expecting: source)
    let stage = stages.compile(EmbeddedText(wholeOf: source), showsLastExpression: false)
    let result = stage.code.map {
      VirtualMachine(limits: Limits(), library: stages.library).run($0)
    }
    return (stage.diagnostics, result)
  }
}
