import ArgumentParser
import Diagnostics
import Script
import ScriptLibrary
import ScriptParsing

struct Exec: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a Swift file in the lessons' sandbox.",
    discussion: """
      Prints what the script prints. Exits with 1 when it fails at run time, and with 65 when it is
      not a program of the language; diagnostics go to standard error as file:line:column.

        lessons exec softmax.swift
      """
  )

  @Argument(help: "The script, a .swift file.", completion: .file(extensions: ["swift"]))
  var file: String

  func run() throws {
    let source = try InputFile.read(file)
    let library = makeLessonLibrary()
    let parsed = ScriptParser().parse(EmbeddedText(wholeOf: source))
    var checker = TypeChecker(library: library)
    let checked = checker.check(parsed.value, showsLastExpression: false)
    try report(parsed.diagnostics + checked.diagnostics, in: source)
    guard let cell = checked.value.typed else { throw ExitCode(65) }
    var compiler = Compiler()
    let compiled = compiler.compile(cell, in: checker.session)
    try report(compiled.diagnostics, in: source)
    guard let code = compiled.value else { throw ExitCode(65) }
    let result = VirtualMachine(limits: Limits(), library: library).run(code)
    var failed = false
    for event in result.events {
      switch event {
      case .printed(let text, _): Terminal.write(text)
      case .shown(let text, _): Terminal.write(text + "\n")
      case .probed, .expectationMet: break
      case .expectationFailed(let span, let message, let parts):
        failed = true
        Terminal.report([expectationFailure(span, message, parts, in: source)], in: source)
      }
    }
    if let failure = result.failure {
      Terminal.report([diagnostic(failure)], in: source)
      failed = true
    }
    if failed { throw ExitCode(1) }
  }

  /// Writes diagnostics, and ends with 65 where one is an error.
  private func report(_ diagnostics: [Diagnostic], in source: SourceFile) throws {
    Terminal.report(diagnostics, in: source)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(65) }
  }

  private func diagnostic(_ failure: RunFailure) -> Diagnostic {
    Diagnostic(
      failure.id,
      .error,
      failure.message,
      at: failure.span,
      help: failure.help,
      notes: failure.callStack.map { .init("in '\($0.function)', called from here", at: $0.call) }
    )
  }

  private func expectationFailure(
    _ span: SourceSpan,
    _ message: String?,
    _ parts: [ExpectationPart],
    in source: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "expectation-failed",
      .error,
      "the expectation does not hold" + (message.map { ": \($0)" } ?? ""),
      at: span,
      notes: parts.map { .init("\(source.text(in: $0.span)) is \($0.value)") }
    )
  }
}
