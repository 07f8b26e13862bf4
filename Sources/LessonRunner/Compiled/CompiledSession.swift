import Diagnostics
import LessonModel
import Script

/// The cells of a lesson, compiled as one program and run in one go.
///
/// All is done when the session is made; it then hands out what was told of each cell.
struct CompiledSession: LessonSession {
  private let program: LessonProgram
  private let outcomes: [Int: CompiledOutcome]
  private var claims: [SourceSpan: ClaimOutcome]

  /// Compiles and runs a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - toolchain: The compiler.
  ///   - limits: What each cell may take.
  /// - Throws: `CompiledEngineError`, where there is no program to run.
  init(_ lesson: Lesson, toolchain: Toolchain, limits: Limits) throws(CompiledEngineError) {
    program = LessonProgram(lesson)
    let folder = try WorkFolder()
    var builder = ProgramBuilder(program, toolchain: toolchain)
    let text = try builder.build(in: folder)
    try builder.checkRejectedCells(in: folder)
    let run = try ProgramRun(
      folder.path(of: ProgramBuilder.executable),
      in: folder,
      of: lesson,
      limits: limits
    )
    let record = RunRecord(of: run, program, text)
    outcomes = builder.outcomes.merging(record.cells) { built, _ in built }
    claims = [:]
    for (number, place) in program.claims.enumerated() {
      claims[place] = builder.claims[number] ?? record.claims[number] ?? .skipped
    }
  }

  func run(_ cell: Cell) -> CellRun {
    guard cell.attributes.mode != .noRun else { return .notRun }
    switch outcomes[cell.index] {
    case .uncompiled(let diagnostics)?: return .uncompiled(diagnostics)
    case .skipped(let reason)?: return .skipped(because: reason)
    case .ran(let result)?:
      guard let compiled = program.cells[cell.index] else { return .notRun }
      let expectsAnything =
        switch cell.attributes.role {
        case .exercise: !compiled.topLevelExpectations.isEmpty
        case .plain, .solution: true
        }
      return .completed(
        CellExecution(
          plan: compiled.plan,
          result: result,
          diagnostics: compiled.diagnostics,
          expectsAnything: expectsAnything
        )
      )
    case nil: return .skipped(because: "the program has ended before")
    }
  }

  func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome] {
    expressions.map { claims[$0] ?? .skipped }
  }
}

/// What became of a cell in a program.
enum CompiledOutcome {
  /// It does not compile; for a cell marked `rejected` no problem, where it does.
  case uncompiled([Diagnostic])
  /// It was left out, for a reason.
  case skipped(because: String)
  /// It ran.
  case ran(RunResult)
}
