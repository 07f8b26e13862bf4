public import Diagnostics
public import LessonModel
import Parallel
public import Script
public import ScriptParsing

/// Runs the cells of a lesson in one session, and checks what the lesson says of them.
public struct SessionRunner: Sendable {
  private let library: HostLibrary
  private let limits: Limits
  private let engine: LessonEngine
  /// The checker of the lessons that are expected, on its way.
  private var checker: Ahead<TypeChecker>?
  /// Whether recordings keep what editors color in the code.
  private var findsColors = false
  /// Whether cells are parsed and compiled on threads of their own, while earlier ones run.
  private var goesAhead = true

  /// What a thread needs to run one lesson after another, without a stack for each.
  public static let stack = DeepStack(size: ParsedStep.stackSize + (1 << 20))

  /// Creates a runner.
  ///
  /// - Parameters:
  ///   - library: What the host publishes to the cells.
  ///   - limits: What a lesson may use where its front matter does not say otherwise.
  ///   - engine: What runs the cells.
  public init(
    library: HostLibrary,
    limits: Limits = Limits(),
    engine: LessonEngine = .interpreter
  ) {
    self.library = library
    self.limits = limits
    self.engine = engine
  }

  /// Returns the runner that also finds what editors color in the code.
  public func findingColors() -> SessionRunner {
    var runner = self
    runner.findsColors = true
    return runner
  }

  /// Makes ready for lessons on another thread, while they are read.
  ///
  /// Several are taken to run at once: then each does all its work on the thread that it runs on.
  ///
  /// - Parameter files: The files of the lessons.
  /// - Returns: The runner to run them with.
  public func expecting(_ files: [SourceFile]) -> SessionRunner {
    var runner = self
    runner.goesAhead = files.count == 1
    runner.checker = Ahead { [library] in
      var checker = TypeChecker(library: library)
      for file in files { checker.expect(namesIn: file.likelyCode) }
      return checker
    }
    return runner
  }

  /// Runs a lesson from its first cell to its last.
  ///
  /// A cell that fails does not end the lesson: cells that rely on it are skipped, the rest go on.
  ///
  /// - Parameter lesson: The lesson.
  /// - Returns: What became of it; where the engine cannot run it, a report that says so.
  public func run(_ lesson: Lesson) -> Report { record(lesson).report }

  /// Runs a lesson, and keeps what its cells and claims came to; only the interpreter does.
  public func record(_ lesson: Lesson) -> (report: Report, recording: Recording?) {
    onDeepStack(lesson, judgingBy: nil)
  }

  /// Judges what a lesson says by an earlier run of the same code.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, which differs from the recorded one in prose, formulas, stored outputs
  ///     and comments of the same length.
  ///   - recording: What the cells and claims came to.
  /// - Returns: The report that running the lesson would give; nil where it differs in more.
  public func judge(_ lesson: Lesson, by recording: Recording) -> Report? {
    recording.fits(lesson) ? onDeepStack(lesson, judgingBy: recording).report : nil
  }

  private func onDeepStack(
    _ lesson: Lesson,
    judgingBy earlier: Recording?
  ) -> (report: Report, recording: Recording?) {
    // The cells and claims of a lesson are parsed on one deep stack instead of one each.
    ParsedStep.stack.run { onThisStack(lesson, judgingBy: earlier) }
      ?? onThisStack(lesson, judgingBy: earlier)
  }

  private func onThisStack(
    _ lesson: Lesson,
    judgingBy earlier: Recording?
  ) -> (report: Report, recording: Recording?) {
    if let problem = engine.refusal(of: lesson) { return (Self.unrun(lesson, problem), nil) }
    let mathematics = LessonMathematics(of: lesson)
    let plan = LessonPlan(lesson, mathematics)
    let limits = limits(of: lesson)
    var interpreter = CellSession(
      lesson,
      preparing(plan, of: lesson, isKnown: earlier != nil),
      library: library,
      limits: limits,
      judgingBy: earlier
    )
    let checker = MathChecker(lesson, mathematics)
    do throws(CompiledEngineError) {
      switch engine {
      case .interpreter:
        let report = report(lesson, plan, checker, &interpreter, wording: .stored)
        return (report, interpreter.recording)
      case .compiler(let toolchain):
        var session = try CompiledSession(lesson, toolchain: toolchain, limits: limits)
        let wording: EngineWording = lesson.asksForCompiler ? .stored : .foreign
        return (report(lesson, plan, checker, &session, wording: wording), nil)
      case .both(let toolchain):
        let compiled = try CompiledSession(lesson, toolchain: toolchain, limits: limits)
        var session = PairedSession(interpreter, compiled, of: lesson)
        return (report(lesson, plan, checker, &session, wording: .stored), nil)
      }
    } catch {
      return (Self.unrun(lesson, error.diagnostic), nil)
    }
  }

  /// Checks and compiles what a lesson computes.
  private func preparing(
    _ plan: LessonPlan,
    of lesson: Lesson,
    isKnown: Bool
  ) -> AheadSequence<PreparedStep> {
    let parsed = ParsedStep.sequence(
      of: plan,
      in: lesson,
      colored: findsColors,
      withClaims: !isKnown,
      ahead: goesAhead
    )
    return ParsedStep.stack.sequence(ahead: goesAhead) { [library, checker] hand in
      var compiler = LessonCompiler(
        lesson,
        checker: checker?.value ?? TypeChecker(library: library),
        isKnown: isKnown
      )
      while let step = parsed.next() {
        switch step {
        case .cell(let cell, let tree): hand(.cell(compiler.prepare(cell, tree)))
        case .claims(let trees): hand(.claims(compiler.prepare(trees)))
        }
      }
    }
  }

  /// Returns the Swift file that the second engine makes of a lesson.
  public static func program(of lesson: Lesson) -> String {
    LessonProgram(lesson).write(without: .init()).text
  }

  private static func unrun(_ lesson: Lesson, _ problem: Diagnostic) -> Report {
    let cells = lesson.cells.map {
      CellReport(cell: $0.index, status: .skipped(because: "the lesson was not run"))
    }
    return Report(cells: cells, diagnostics: [problem], verdict: .failed)
  }

  private func report(
    _ lesson: Lesson,
    _ plan: LessonPlan,
    _ mathematics: MathChecker,
    _ session: inout some LessonSession,
    wording: EngineWording
  ) -> Report {
    var judge = CellJudge(lesson, wording: wording)
    var checker = mathematics
    var cells: [CellReport] = []
    for step in plan.steps {
      switch step {
      case .claims(let claims): checker.check(claims, in: &session)
      case .cell(let cell):
        var report = judge.judge(session.run(cell), of: cell)
        for problem in session.takeProblems() {
          report.diagnostics.append(problem)
          report.status = .failed
        }
        cells.append(report)
      }
    }
    var findings = checker.sortedFindings
    findings.diagnostics += session.takeProblems()
    let failed =
      cells.contains { $0.status == .failed }
      || findings.diagnostics.contains { $0.severity == .error }
    return Report(
      cells: cells,
      checks: findings.checks,
      diagnostics: findings.diagnostics,
      mendable: findings.mendable,
      edits: findings.edits,
      verdict: failed ? .failed : .passed
    )
  }

  private func limits(of lesson: Lesson) -> Limits {
    let settings = lesson.frontMatter.limits
    var limits = limits
    limits.steps = settings.steps ?? limits.steps
    limits.seconds = settings.time ?? limits.seconds
    limits.memory = settings.memory ?? limits.memory
    limits.depth = settings.depth ?? limits.depth
    limits.outputBytes = settings.output ?? limits.outputBytes
    return limits
  }
}

extension SourceFile {
  /// The lines between fences and those with a `<`, as claims have: where code stands, as far as that is
  /// seen without reading the lesson.
  fileprivate var likelyCode: [UInt8] {
    var code: [UInt8] = []
    var isFenced = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { " \t>".utf8.contains($0) }
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) {
        isFenced.toggle()
      } else if isFenced || line.contains(UInt8(ascii: "<")) {
        code += line
        code.append(UInt8(ascii: "\n"))
      }
    }
    return code
  }
}
