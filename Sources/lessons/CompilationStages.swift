import Diagnostics
import Script
import ScriptParsing

/// The stages from source text to code, cell by cell in a session; what each made stays visible.
struct CompilationStages {
  /// What the stages made of one cell, as far as they came.
  struct Result {
    let tree: ScriptNode
    let typed: TypedCell?
    let code: CompiledCell?
    /// The session with this cell, and how many functions it had before.
    let session: TypedSession
    let firstFunction: Int
    let diagnostics: [Diagnostic]
  }

  private var parser = ScriptParser()
  private var checker: TypeChecker
  private var compiler = Compiler()

  init(library: HostLibrary) {
    checker = TypeChecker(library: library)
  }

  /// Takes the next cell through the stages; each runs only where the one before it found no error.
  mutating func compile(_ source: EmbeddedText, showsLastExpression: Bool) -> Result {
    let firstFunction = checker.session.functions.count
    let parsed = parser.parse(source)
    let checked = checker.check(parsed.value, showsLastExpression: showsLastExpression)
    let typed = parsed.hasErrors ? nil : checked.value.typed
    let compiled = typed.map { compiler.compile($0, in: checker.session) }
    return Result(
      tree: parsed.value,
      typed: typed,
      code: compiled?.value,
      session: checker.session,
      firstFunction: firstFunction,
      diagnostics: parsed.diagnostics + checked.diagnostics + (compiled?.diagnostics ?? [])
    )
  }
}
