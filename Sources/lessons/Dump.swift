import ArgumentParser
import Diagnostics
import Script
import ScriptLibrary
import ScriptParsing

struct Dump: ParsableCommand {
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case code
  }

  static let configuration = CommandConfiguration(
    abstract: "Show what a stage makes of a script.",
    discussion: """
      'code' is what the virtual machine runs.

        lessons dump --stage code softmax.swift
      """
  )

  @Option(help: "The stage to show.")
  var stage: Stage

  @Argument(help: "The script, a .swift file.", completion: .file(extensions: ["swift"]))
  var file: String

  func run() throws {
    let source = try InputFile.read(file)
    let library = makeLessonLibrary()
    let parsed = ScriptParser().parse(EmbeddedText(wholeOf: source))
    var checker = TypeChecker(library: library)
    let checked = checker.check(parsed.value, showsLastExpression: false)
    Terminal.report(parsed.diagnostics + checked.diagnostics, in: source)
    guard !parsed.hasErrors, let cell = checked.value.typed else { throw ExitCode(65) }
    var compiler = Compiler()
    let compiled = compiler.compile(cell, in: checker.session)
    Terminal.report(compiled.diagnostics, in: source)
    guard let code = compiled.value else { throw ExitCode(65) }
    switch stage {
    case .code: Terminal.write(disassemble(code, in: source))
    }
  }
}
