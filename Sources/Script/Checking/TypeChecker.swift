public import Diagnostics

/// Decides the names, overloads and types of one cell after another in a session.
///
/// The checker is a value: a copy made before a cell is the session without that cell.
public struct TypeChecker: Sendable {
  /// All that has been decided so far.
  public private(set) var session = TypedSession()
  private var globals: [String: Symbol] = [:]
  /// The members of the lesson's types, by their names.
  private var members: [String: [Callable]] = [:]
  private var nestedTypes: [Type: [String: Type]] = [:]
  private var library: LibraryIndex
  private var origins = Origins()
  private var cellCount = 0

  /// Creates a checker for an empty session.
  public init(library: HostLibrary) {
    self.library = LibraryIndex(library)
  }

  /// Makes ready for the names that stand in a text, which the cells to come are part of.
  public mutating func expect(namesIn text: [UInt8]) { library.read(namesIn: text) }

  /// Checks the next cell of the session.
  ///
  /// - Parameters:
  ///   - script: The cell's syntax tree.
  ///   - probes: The statements whose effects expectations speak of.
  ///   - showsLastExpression: Whether a bare last expression joins the output.
  /// - Returns: The typed cell, or none where there was an error, with every problem found. The
  ///   names that a cell with errors declares are known to be missing because of it.
  public mutating func check(
    _ script: ScriptNode,
    probes: [Probe] = [],
    showsLastExpression: Bool = true
  ) -> Checked<CheckedCell> {
    let number = cellCount
    let checker = checker(of: probes)
    cellCount += 1
    let statements = checker.checkTopLevel(
      script.statements,
      showsLastExpression: showsLastExpression
    )
    library = checker.library
    let diagnostics = checker.diagnostics
    let failed = checker.blockedBy != nil || diagnostics.contains { $0.severity == .error }
    if failed {
      for name in Self.declaredNames(script.statements) { globals[name] = .poisoned(cell: number) }
    } else {
      keep(checker)
    }
    return Checked(
      CheckedCell(
        typed: failed ? nil : TypedCell(statements: statements),
        dependencies: checker.dependencies.subtracting([number]),
        blockedBy: checker.blockedBy
      ),
      diagnostics
    )
  }

  /// Checks expressions that stand between two cells; they declare nothing, and count as no cell.
  ///
  /// One pass over all takes a fraction of the time of one each; where some have problems, another
  /// one goes over the rest.
  ///
  /// - Parameters:
  ///   - expressions: The statements that consist of them.
  ///   - probes: The expressions whose values are asked for.
  /// - Returns: For each expression what `check` returns for a cell.
  public mutating func checkBetweenCells(
    _ expressions: [StatementNode],
    probes: [Probe]
  ) -> [Checked<CheckedCell>] {
    var outcomes: [Int: Checked<CheckedCell>] = [:]
    var open = Array(expressions.indices)
    while !open.isEmpty {
      let checker = checker(of: probes)
      var checked = checker.checkSeparately(open.map { expressions[$0] })
      library = checker.library
      for index in checked.indices where checked[index].hasErrors {
        checked[index].value.typed = nil
      }
      let failed = zip(open, checked).filter { $1.hasErrors || $1.value.blockedBy != nil }
      if failed.isEmpty { keep(checker) }
      let decided = failed.isEmpty ? Array(zip(open, checked)) : failed
      for (index, cell) in decided { outcomes[index] = cell }
      open.removeAll { outcomes[$0] != nil }
    }
    return expressions.indices.compactMap { outcomes[$0] }
  }

  private func checker(of probes: [Probe]) -> CellChecker {
    let checker = CellChecker(session: session, library: library, origins: origins, cell: cellCount)
    checker.scopes[0] = globals
    checker.lessonMembers = members
    checker.nestedTypes = nestedTypes
    checker.probes = Dictionary(grouping: probes, by: \.statement)
    return checker
  }

  /// Makes what a checker has decided that of the session.
  private mutating func keep(_ checker: CellChecker) {
    session = checker.session
    origins = checker.origins
    globals = checker.scopes[0]
    members = checker.lessonMembers
    nestedTypes = checker.nestedTypes
  }

  /// Counts a cell that is not checked, so that cells keep their numbers.
  public mutating func skipCell() { cellCount += 1 }

  private static func declaredNames(_ statements: [StatementNode]) -> [String] {
    statements.flatMap { statement -> [String] in
      switch statement.kind {
      case .binding(_, let bindings): bindings.flatMap { names(in: $0.pattern) }
      case .function(let function): [function.name.text]
      case .type(let declaration) where declaration.kind != .extension: [declaration.name.text]
      case .typeAlias(let name, _): [name.text]
      case .guard(let conditions, _): conditions.flatMap { names(in: $0) }
      default: []
      }
    }
  }

  private static func names(in pattern: PatternNode) -> [String] {
    switch pattern.kind {
    case .name(let name): [name]
    case .tuple(let elements): elements.flatMap { names(in: $0.pattern) }
    case .binding(_, let inner), .optional(let inner), .cast(let inner, _): names(in: inner)
    case .enumCase(_, _, let parts): (parts ?? []).flatMap { names(in: $0.pattern) }
    case .wildcard, .expression, .type, .invalid: []
    }
  }

  private static func names(in condition: ConditionNode) -> [String] {
    switch condition {
    case .expression: []
    case .unwrap(let pattern, _, _, _), .match(let pattern, _): names(in: pattern)
    }
  }
}

/// Which cells the present value of a global may come from.
struct Origins: Sendable {
  var ofVariable: [VariableID: Set<Int>] = [:]
  var ofFunction: [FunctionID: Set<Int>] = [:]
  /// The functions and globals that a function's body refers to.
  var functionsUsed: [FunctionID: Set<FunctionID>] = [:]
  var globalsUsed: [FunctionID: Set<VariableID>] = [:]
  /// The globals that a function's body assigns or mutates.
  var globalsMutated: [FunctionID: Set<VariableID>] = [:]
  /// Functions whose body has been checked.
  var defined: Set<FunctionID> = []
}
