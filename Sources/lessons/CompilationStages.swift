import Diagnostics
import Parallel
import Script
import ScriptLibrary
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
  private let beginning: Ahead<Beginning>
  /// nil before the first cell is parsed.
  private var checker: TypeChecker?
  private var compiler = Compiler()

  /// What needs no cell to be parsed.
  private struct Beginning: Sendable {
    let library: HostLibrary
    let checker: TypeChecker
  }

  /// Begins a session; the signatures of the names in a file are read while its first cell is parsed.
  init(expecting source: SourceFile) {
    beginning = Ahead {
      let library = makeLessonLibrary()
      var checker = TypeChecker(library: library)
      checker.expect(namesIn: source.bytes)
      return Beginning(library: library, checker: checker)
    }
  }

  /// What the engine publishes to the session.
  var library: HostLibrary { beginning.value.library }

  /// Takes the next cell through the stages; each runs only where the one before it found no error.
  mutating func compile(_ source: EmbeddedText, showsLastExpression: Bool) -> Result {
    let parsed = parser.parse(source)
    var checker = self.checker ?? beginning.value.checker
    defer { self.checker = checker }
    let firstFunction = checker.session.functions.count
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
