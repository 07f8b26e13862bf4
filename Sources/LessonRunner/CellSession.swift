import Diagnostics
import LessonModel
import Script
import ScriptParsing
import TeXMath

/// The state of a lesson between its cells.
struct CellSession: LessonSession {
  let lesson: Lesson
  let machine: VirtualMachine
  var checker: TypeChecker
  var compiler = Compiler()
  /// The cells whose declarations are not to be relied on, with the name to show.
  private(set) var broken: [Int: String] = [:]
  /// The `expect`s of each exercise, by its name.
  var exercises: [String: [StatementNode]] = [:]
  /// The trees of the cells, by their numbers.
  private let cells: [Int: ParsedCell]
  /// What reads claims, with the operators that the cells have declared so far.
  private(set) var parser = ScriptParser()
  /// The statements watched so far: a function is watched in every cell that calls it.
  private var probeCount = 0
  /// What the cells and claims came to so far.
  var recording: Recording
  /// What they came to in an earlier run, where nothing is to run.
  let earlier: Recording?

  init(
    _ lesson: Lesson,
    _ cells: [Int: ParsedCell],
    library: HostLibrary,
    checker: TypeChecker,
    limits: Limits,
    judgingBy earlier: Recording? = nil
  ) {
    self.lesson = lesson
    self.cells = cells
    self.checker = checker
    self.earlier = earlier
    recording = Recording(of: lesson)
    machine = VirtualMachine(
      limits: limits,
      library: library,
      seed: lesson.frontMatter.seed ?? 0
    )
  }

  mutating func run(_ cell: Cell) -> CellRun {
    guard let tree = cells[cell.index] else {
      checker.skipCell()
      return .notRun
    }
    let parsed = tree.script
    parser = tree.parser
    let expectations = ExpectationReader.read(parsed.value, in: lesson.file)
    let plan = ExpectationPlan(expectations.value, firstIndex: probeCount)
    probeCount += plan.probes.count
    let script = script(of: cell, parsed.value)
    let outcome =
      earlier?.cells[cell.index]
      ?? compute(cell, script, plan.probes, parsed.diagnostics)
    recording.add(outcome, of: cell, comments: parsed.value.comments)
    switch outcome {
    case .ran(let result, let diagnostics):
      if result.failure != nil, !cell.attributes.mayFail {
        broken[cell.index] = cell.place(in: lesson)
      }
      return .completed(
        CellExecution(
          plan: plan,
          result: result,
          diagnostics: diagnostics + expectations.diagnostics,
          expectsAnything: expectsAnything(cell)
        )
      )
    case .rejected(let diagnostics): return .uncompiled(diagnostics)
    case .failed(let diagnostics): return failed(cell, diagnostics + expectations.diagnostics)
    case .skipped(let cause): return skipped(cell, because: cause)
    }
  }

  /// Checks, compiles and runs the code of a cell, as far as it comes.
  private mutating func compute(
    _ cell: Cell,
    _ script: ScriptNode,
    _ probes: [Probe],
    _ found: [Diagnostic]
  ) -> Recording.CellOutcome {
    let before = checker
    let checked = checker.check(script, probes: probes)
    let diagnostics = found + checked.diagnostics
    if cell.attributes.mode == .rejected {
      checker = before
      checker.skipCell()
      return .rejected(diagnostics)
    }
    if let blocked = checked.value.blockedBy { return .skipped(because: blocked) }
    guard !found.contains(where: { $0.severity == .error }), let typed = checked.value.typed else {
      return .failed(diagnostics)
    }
    if let cause = checked.value.dependencies.first(where: { broken[$0] != nil }) {
      return .skipped(because: cause)
    }
    let compiled = compiler.compile(typed, in: checker.session)
    guard let code = compiled.value else { return .failed(diagnostics + compiled.diagnostics) }
    return .ran(machine.run(code, seconds: cell.attributes.timeLimit), diagnostics)
  }

  // MARK: - Outcomes

  private mutating func failed(_ cell: Cell, _ diagnostics: [Diagnostic]) -> CellRun {
    broken[cell.index] = cell.place(in: lesson)
    return .uncompiled(diagnostics)
  }

  private mutating func skipped(_ cell: Cell, because cause: Int) -> CellRun {
    let reason = broken[cause] ?? "a cell above"
    broken[cell.index] = reason
    return .skipped(because: "it relies on \(reason), which failed")
  }
}
