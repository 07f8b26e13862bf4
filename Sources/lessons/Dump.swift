import ArgumentParser
import Diagnostics
import LessonMarkdown
import Script
import ScriptLibrary
import ScriptParsing

struct Dump: ParsableCommand {
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case blocks
    case html
    case code
  }

  static let configuration = CommandConfiguration(
    abstract: "Show what a stage makes of a script.",
    discussion: """
      'blocks' is the tree of a lesson, 'html' the same as cmark renders it; 'code' is what the virtual machine runs for a script.

        lessons dump --stage blocks lessons/lec9.md
        lessons dump --stage code softmax.swift
      """
  )

  @Option(help: "The stage to show.")
  var stage: Stage

  @Argument(help: "A lesson or a script.", completion: .file(extensions: ["md", "swift"]))
  var file: String

  func run() throws {
    let source = try InputFile.read(file)
    switch stage {
    case .blocks:
      let lesson = LessonReader.read(source)
      Terminal.report(lesson.diagnostics, in: source)
      Terminal.write(BlockDump.render(lesson.value))
      if lesson.hasErrors { throw ExitCode(65) }
    case .html:
      let lesson = LessonReader.read(source)
      Terminal.report(lesson.diagnostics, in: source)
      Terminal.write(HTMLDump.render(lesson.value))
      if lesson.hasErrors { throw ExitCode(65) }
    case .code: try dumpCode(of: source)
    }
  }

  private func dumpCode(of source: SourceFile) throws {
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
    Terminal.write(disassemble(code, in: source))
  }
}
