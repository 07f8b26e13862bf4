import Diagnostics
public import Script
import ScriptLibrary
import ScriptParsing

/// Takes programs through every stage under narrow limits.
public struct FuzzTarget: Sendable {
  /// How far a program came.
  public enum Outcome: UInt8, CaseIterable, Sendable {
    /// The parser or the checker refused it.
    case refused = 0
    /// It ran, and failed.
    case failed = 1
    /// It ran to its end.
    case finished = 2
  }

  /// What a program may use: little, so that limits are often met.
  public static let limits: Limits = {
    var limits = Limits()
    limits.steps = 100_000
    limits.seconds = 0.1
    limits.memory = 16 << 20
    limits.depth = 2_000
    limits.outputBytes = 1 << 14
    return limits
  }()

  private let library = makeLessonLibrary()
  /// A checker that has seen nothing; each program gets a copy.
  private let checker: TypeChecker

  /// Creates a target with the lessons' library.
  ///
  /// - Parameter corpus: What programs are made of: the signatures of its names are read once.
  public init(for corpus: [String]) {
    var checker = TypeChecker(library: library)
    checker.expect(namesIn: Array(corpus.joined(separator: "\n").utf8))
    self.checker = checker
  }

  /// What the machine and most parsers need.
  private static let stack = DeepStack(size: 64 << 20)

  /// Takes a program through every stage, its diagnostics to their text included.
  ///
  /// - Returns: How far it came; nil where the system gives no stack to run it on.
  public func run(_ program: String) -> Outcome? {
    Self.stack.run { runOnThisStack(program) }
  }

  private func runOnThisStack(_ program: String) -> Outcome {
    let source = SourceFile(name: "fuzz.swift", text: program)
    var parser = ScriptParser()
    let parsed = parser.parse(EmbeddedText(wholeOf: source))
    var checker = checker
    let checked = checker.check(parsed.value, showsLastExpression: true)
    var diagnostics = parsed.diagnostics + checked.diagnostics
    defer { _ = DiagnosticFormatter().format(diagnostics, in: source) }
    guard !parsed.hasErrors, let cell = checked.value.typed else { return .refused }
    var compiler = Compiler()
    let compiled = compiler.compile(cell, in: checker.session)
    diagnostics += compiled.diagnostics
    guard let code = compiled.value else { return .refused }
    let result = VirtualMachine(limits: Self.limits, library: library).run(code)
    diagnostics += result.events.compactMap { $0.diagnostic(in: source) }
    guard let failure = result.failure else { return .finished }
    diagnostics.append(failure.diagnostic)
    return .failed
  }
}
