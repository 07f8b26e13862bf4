public import Diagnostics

/// Turns typed cells into the machine's code, one after another in a session.
public struct Compiler: Sendable {
  private var globals: [Int: Slot] = [:]
  private var globalLayout = Layout(words: 0, references: 0)
  /// How many variables and functions of the session have been dealt with; it only grows.
  private var variableCount = 0
  private var functionCount = 0
  /// What has been compiled and is not on its way to the machine yet.
  private var pools = CodePools()

  /// Creates a compiler for an empty session.
  public init() {}

  /// Compiles a cell and every function of the session that has no code yet.
  ///
  /// A function that needs more registers or instructions than an operand can name is reported.
  public mutating func compile(
    _ cell: TypedCell,
    in session: TypedSession
  ) -> Checked<CompiledCell?> {
    for index in variableCount..<session.variables.count where session.variables[index].isGlobal {
      let layout = Layout(of: session.variables[index].type)
      globals[index] = Slot(
        word: globalLayout.words,
        reference: globalLayout.references,
        layout: layout
      )
      globalLayout.words += layout.words
      globalLayout.references += layout.references
    }
    variableCount = session.variables.count
    var functions: [Int: FunctionCode] = [:]
    var problems: [Diagnostic] = []
    for index in functionCount..<session.functions.count {
      functions[index] = compile(session.functions[index], session, &problems)
    }
    let span = cell.statements.first?.span ?? SourceSpan(0, 0)
    let top = TypedFunction(
      name: "cell",
      parameters: [],
      result: .void,
      captures: [],
      isThrowing: true,
      body: cell.statements,
      span: span
    )
    let main = compile(top, session, isTopLevel: true, &problems)
    // Code with problems never reaches the machine: a later cell that calls it is reported again.
    guard problems.isEmpty else { return Checked(nil, problems) }
    functionCount = session.functions.count
    defer { pools = pools.next }
    return Checked(
      CompiledCell(
        main: main,
        functions: functions,
        pools: pools,
        conformances: session.conformances,
        globals: globalLayout
      )
    )
  }

  private mutating func compile(
    _ function: TypedFunction,
    _ session: TypedSession,
    isTopLevel: Bool = false,
    _ problems: inout [Diagnostic]
  ) -> FunctionCode {
    var body = functionCompiler(session, isTopLevel)
    var code = body.compile(function)
    if !body.loopConstants.isEmpty {
      let constants = body.loopConstants
      body = functionCompiler(session, isTopLevel)
      code = body.compile(function, preloading: constants)
    }
    pools = body.pools
    let limit = Int(UInt16.max)
    let length = code.instructions.count
    if length > Instruction.greatestDistance || code.words > limit || code.references > limit
      || pools.operations.end > limit || pools.strings.end > limit || pools.closures.end > limit
    {
      problems.append(
        Diagnostic(
          "too-long",
          .error,
          "'\(function.name)' is too long: it needs \(length) instructions",
          at: function.span,
          help: "split it into functions or cells; \(Instruction.greatestDistance) is the most"
        )
      )
    }
    return code
  }

  private func functionCompiler(_ session: TypedSession, _ isTopLevel: Bool) -> FunctionCompiler {
    FunctionCompiler(
      pools: pools,
      session: session,
      globals: globals,
      isTopLevel: isTopLevel,
      firstFree: isTopLevel ? globalLayout : Layout(words: 0, references: 0)
    )
  }
}
