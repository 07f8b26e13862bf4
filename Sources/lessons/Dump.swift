import ArgumentParser
import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import Rendering
import Script

struct Dump: ParsableCommand {
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case blocks
    case html
    case ast
    case types
    case code
    case swift
  }

  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Show what a stage makes of a lesson or a script.",
    discussion: """
      blocks  the Markdown tree of a lesson, with the place of each node
      html    the same tree as cmark renders it
      ast     the syntax tree of a script, or of each cell of a lesson
      types   the same with names, overloads and types decided
      code    the instructions that the virtual machine runs
      swift   the program that '--engine swiftc' makes of a lesson

      Examples:
        lessons dump --stage blocks lessons/lec9.md
        lessons dump --stage code softmax.swift
      """
  )

  @Option(help: "The stage to show.")
  var stage: Stage

  @Argument(help: "A lesson or a script.", completion: .file(extensions: ["md", "swift"]))
  var file: String

  func run() throws {
    let source = try InputFile.read(InputFile.find(file))
    if source.name.hasSuffix(".swift") {
      try dumpScript(source)
    } else {
      try dumpLesson(source)
    }
  }
}

extension Dump {
  private func dumpLesson(_ source: SourceFile) throws {
    // cmark's own rendering knows nothing of tables and the like.
    let lesson = LessonReader.read(source, dialect: stage == .html ? .commonMark : .extended)
    Terminal.report(lesson.diagnostics, in: source)
    switch stage {
    case .blocks: Terminal.write(BlockDump.render(lesson.value))
    case .html: Terminal.write(HTMLDump.render(lesson.value))
    case .swift: Terminal.write(SessionRunner.program(of: lesson.value))
    case .ast, .types, .code:
      guard !lesson.hasErrors else { break }
      var stages = CompilationStages(expecting: source)
      var isComplete = true
      for cell in lesson.value.cells where cell.attributes.mode != .noRun {
        let line = source.position(at: cell.fenceSpan.start).line
        Terminal.write("== \(cell.name), line \(line)\n")
        let stage = stages.compile(cell.code, showsLastExpression: true)
        let isRejected = cell.attributes.mode == .rejected
        isComplete = write(stage, of: source) && isComplete || isRejected
        Terminal.write("\n")
      }
      guard isComplete else { throw ExitCode(65) }
    }
    if lesson.hasErrors { throw ExitCode(65) }
  }

  private func dumpScript(_ source: SourceFile) throws {
    switch stage {
    case .blocks, .html, .swift:
      throw ValidationError(
        "'\(stage.rawValue)' shows a lesson, an .md file; a script has the stages ast, types and code"
      )
    case .ast, .types, .code:
      var stages = CompilationStages(expecting: source)
      let text = EmbeddedText(wholeOf: source)
      guard write(stages.compile(text, showsLastExpression: false), of: source) else {
        throw ExitCode(65)
      }
    }
  }

  /// Writes what the stage made of one cell; returns whether it came so far without an error.
  private func write(_ result: CompilationStages.Result, of source: SourceFile) -> Bool {
    Terminal.report(result.diagnostics, in: source)
    switch stage {
    case .blocks, .html, .swift: break
    case .ast: Terminal.write(Script.dump(result.tree, in: source))
    case .types:
      guard let typed = result.typed else { return false }
      let first = result.firstFunction
      Terminal.write(Script.dump(typed, in: result.session, firstFunction: first, of: source))
    case .code:
      guard let code = result.code else { return false }
      Terminal.write(disassemble(code, in: source))
    }
    return !result.diagnostics.contains { $0.severity == .error }
  }
}
