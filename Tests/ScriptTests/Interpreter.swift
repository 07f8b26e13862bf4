import Diagnostics
import ScriptParsing

@testable import Script

/// Runs a program through every stage, as `lessons exec` does.
struct Interpreter {
  var printed = ""
  var events: [RunEvent] = []
  var failure: RunFailure?
  var diagnostics: [Diagnostic] = []
  let source: SourceFile

  init(
    _ program: String,
    limits: Limits = Limits(),
    library: HostLibrary = HostLibrary(),
    loop: InstructionLoop = .threaded
  ) {
    source = SourceFile(name: "test.swift", text: program)
    var parser = ScriptParser()
    let parsed = parser.parse(EmbeddedText(wholeOf: source))
    var checker = TypeChecker(library: library)
    let checked = checker.check(parsed.value, showsLastExpression: false)
    diagnostics = parsed.diagnostics + checked.diagnostics
    guard !parsed.hasErrors, let cell = checked.value.typed else { return }
    var compiler = Compiler()
    let compiled = compiler.compile(cell, in: checker.session)
    diagnostics += compiled.diagnostics
    guard let code = compiled.value else { return }
    let machine = VirtualMachine(limits: limits, library: library, loop: loop)
    let stack = DeepStack(size: VirtualMachine.greatestStack)
    guard let result = stack.run({ machine.run(code) }) else { return }
    events = result.events
    failure = result.failure
    for case .printed(let text, _) in result.events { printed += text }
  }

  /// The errors as `line:column id`.
  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let position = source.position(at: diagnostic.span?.start ?? 0)
      return "\(position.line):\(position.column) \(diagnostic.id)"
    }
  }
}
