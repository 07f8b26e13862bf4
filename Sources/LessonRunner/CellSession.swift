import Diagnostics
import LessonModel
import Parallel
import Script

/// The state of a lesson between its cells, as they run.
struct CellSession: LessonSession {
  private let lesson: Lesson
  private let machine: VirtualMachine
  /// What runs next, on its way.
  private let steps: AheadSequence<PreparedStep>
  /// The cells whose declarations are not to be relied on, with the name to show.
  private var broken: [Int: String] = [:]
  /// What the cells and claims came to so far.
  private(set) var recording: Recording
  /// What they came to in an earlier run, where nothing is to run.
  private let earlier: Recording?

  /// Creates a session before its first cell.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - steps: Its cells and claims, in the order in which they will be asked for.
  ///   - library: What the host publishes to the cells.
  ///   - limits: What the cells may use.
  ///   - earlier: What they came to in an earlier run, where nothing is to run.
  init(
    _ lesson: Lesson,
    _ steps: AheadSequence<PreparedStep>,
    library: HostLibrary,
    limits: Limits,
    judgingBy earlier: Recording? = nil
  ) {
    self.lesson = lesson
    self.steps = steps
    self.earlier = earlier
    recording = Recording(of: lesson)
    machine = VirtualMachine(
      limits: limits,
      library: library,
      seed: lesson.frontMatter.seed ?? 0
    )
  }

  mutating func run(_ cell: Cell) -> CellRun {
    guard case .cell(let prepared?)? = steps.next() else { return .notRun }
    let outcome = earlier?.cells[cell.index] ?? compute(cell, prepared.code)
    recording.add(outcome, of: cell, comments: prepared.comments, colors: prepared.colors)
    switch outcome {
    case .ran(let result, let diagnostics):
      if result.failure != nil, !cell.attributes.mayFail {
        broken[cell.index] = cell.place(in: lesson)
      }
      return .completed(
        CellExecution(
          plan: prepared.plan,
          result: result,
          diagnostics: diagnostics + prepared.expectationProblems,
          expectsAnything: prepared.expectsAnything
        )
      )
    case .rejected(let diagnostics): return .uncompiled(diagnostics)
    case .failed(let diagnostics):
      broken[cell.index] = cell.place(in: lesson)
      return .uncompiled(diagnostics + prepared.expectationProblems)
    case .skipped(let cause): return skipped(cell, because: cause)
    }
  }

  /// Runs a cell, where it can be.
  private func compute(_ cell: Cell, _ code: PreparedCell.Code) -> Recording.CellOutcome {
    switch code {
    case .ready(let code, let dependencies, let diagnostics):
      if let cause = brokenOne(of: dependencies) {
        machine.load(code)
        return .skipped(because: cause)
      }
      return .ran(machine.run(code, seconds: cell.attributes.timeLimit), diagnostics)
    case .uncompiled(let dependencies, let diagnostics):
      return brokenOne(of: dependencies).map { .skipped(because: $0) } ?? .failed(diagnostics)
    case .rejected(let diagnostics): return .rejected(diagnostics)
    case .blocked(let cause): return .skipped(because: cause)
    case .known: return .failed([])
    }
  }

  private func brokenOne(of dependencies: Set<Int>) -> Int? {
    dependencies.filter { broken[$0] != nil }.min()
  }

  private mutating func skipped(_ cell: Cell, because cause: Int) -> CellRun {
    let reason = broken[cause] ?? "a cell above"
    broken[cell.index] = reason
    return .skipped(because: "it relies on \(reason), which failed")
  }

  // MARK: - Claims

  mutating func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome] {
    guard case .claims(let claims)? = steps.next() else { return [] }
    var outcomes: [ClaimOutcome] = []
    for (index, expression) in expressions.enumerated() {
      let outcome =
        earlier.map { $0.claims[expression] ?? .skipped }
        ?? compute(claims[index], at: expression)
      recording.add(outcome, of: expression)
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func compute(_ claim: PreparedClaim, at expression: SourceSpan) -> ClaimOutcome {
    switch claim {
    case .ready(let code, let dependencies, let isLiteral):
      guard brokenOne(of: dependencies) == nil else {
        machine.load(code)
        return .skipped
      }
      let (result, hadChanged) = machine.runWithoutTrace(code)
      if let failure = result.failure { return .failed([failure.diagnostic]) }
      if hadChanged { return .failed([changeProblem(at: expression)]) }
      for case .probed(_, _, let value?) in result.events {
        return .value(value, isLiteral: isLiteral)
      }
      return withoutValue([], at: expression)
    case .failed(let diagnostics): return withoutValue(diagnostics, at: expression)
    case .blocked: return .skipped
    }
  }

  private func withoutValue(
    _ diagnostics: [Diagnostic],
    at expression: SourceSpan
  ) -> ClaimOutcome {
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { return .failed(errors) }
    return .failed([
      Diagnostic(
        "claim-without-value",
        .error,
        "this is no expression that has a value",
        at: expression,
        help: "write one expression of the lesson's language, such as '<!-- = t.sum() -->'"
      )
    ])
  }

  private func changeProblem(at expression: SourceSpan) -> Diagnostic {
    Diagnostic(
      "claim-changes-state",
      .error,
      "computing this claim changes a variable of the cells",
      at: expression,
      help:
        "let a cell compute it, such as 'let drawn = generator.nextUniform()', and claim 'drawn'"
    )
  }
}
