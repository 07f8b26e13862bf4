public import Diagnostics

/// Decides the names, overloads and types of one cell after another in a session.
///
/// The checker is a value: a copy made before a cell is the session without that cell.
public struct TypeChecker: Sendable {
  /// All that has been decided so far.
  public private(set) var session = TypedSession()
  private var globals: [String: GlobalSymbol] = [:]
  private var library: LibraryIndex
  private var origins = Origins()
  private var cellCount = 0

  /// A global name between cells; the sendable form of `Symbol`.
  private enum GlobalSymbol: Sendable {
    case variable(VariableID)
    case functions([Callable])
    case poisoned(cell: Int)
  }

  /// Creates a checker for an empty session.
  public init(library: HostLibrary) {
    self.library = LibraryIndex(library)
  }

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
    cellCount += 1
    let checker = CellChecker(session: session, library: library, origins: origins, cell: number)
    checker.scopes[0] = globals.mapValues { symbol in
      switch symbol {
      case .variable(let id): .variable(id)
      case .functions(let functions): .functions(functions)
      case .poisoned(let cell): .poisoned(cell: cell)
      }
    }
    checker.probes = Dictionary(grouping: probes, by: \.statement)
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
      session = checker.session
      origins = checker.origins
      globals = checker.scopes[0].mapValues { symbol in
        switch symbol {
        case .variable(let id): .variable(id)
        case .functions(let functions): .functions(functions)
        case .poisoned(let cell): .poisoned(cell: cell)
        }
      }
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
  /// - Parameters:
  ///   - script: The syntax tree of the expressions.
  ///   - probes: The expressions whose values are asked for.
  /// - Returns: The typed expressions, or none where there was an error, with every problem found.
  public mutating func checkBetweenCells(
    _ script: ScriptNode,
    probes: [Probe]
  ) -> Checked<CheckedCell> {
    defer { cellCount -= 1 }
    return check(script, probes: probes, showsLastExpression: false)
  }

  /// Counts a cell that is not checked, so that cells keep their numbers.
  public mutating func skipCell() { cellCount += 1 }

  private static func declaredNames(_ statements: [StatementNode]) -> [String] {
    statements.flatMap { statement -> [String] in
      switch statement.kind {
      case .binding(_, let bindings): bindings.flatMap { names(in: $0.pattern) }
      case .function(let function): [function.name.text]
      default: []
      }
    }
  }

  private static func names(in pattern: PatternNode) -> [String] {
    switch pattern.kind {
    case .name(let name): [name]
    case .tuple(let elements): elements.flatMap { names(in: $0.pattern) }
    case .wildcard, .invalid: []
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

/// The state of checking one cell; the parts of the language are in extensions.
final class CellChecker {
  var session: TypedSession
  var library: LibraryIndex
  var origins: Origins
  let cell: Int
  var diagnostics: [Diagnostic] = []
  var scopes: [[String: Symbol]] = [[:]]
  var contexts: [FunctionContext] = [FunctionContext(id: nil, result: .void)]
  /// The nesting level of functions at which each variable was declared.
  var levels: [VariableID: Int] = [:]
  var constants: Set<VariableID> = []
  /// The members that the lesson declares, by their names.
  var lessonMembers: [String: [Callable]] = [:]
  var probes: [SourceSpan: [Probe]] = [:]
  var dependencies: Set<Int> = []
  var blockedBy: Int?
  let inference: Inference
  var pending: [OverloadedCall] = []
  /// Where each global was declared, for messages about a second declaration.
  var declarationSpans: [String: SourceSpan] = [:]

  init(session: TypedSession, library: LibraryIndex, origins: Origins, cell: Int) {
    self.session = session
    self.library = library
    self.origins = origins
    self.cell = cell
    inference = Inference(hostTypes: library.hostTypes)
  }

  /// More problems than this are not reported: nobody reads them.
  private static let mostProblems = 200

  func report(_ id: String, _ message: String, at span: SourceSpan, help: String? = nil) {
    guard diagnostics.count < Self.mostProblems else { return }
    // One problem a place: a second message about the same expression is a consequence.
    guard !diagnostics.contains(where: { $0.span == span && $0.severity == .error }) else { return }
    diagnostics.append(Diagnostic(id, .error, message, at: span, help: help))
  }

  func invalid(at span: SourceSpan) -> Inferred {
    Inferred(type: .invalid, span: span) { TypedExpression(.tuple([]), .invalid, at: span) }
  }

  // MARK: - Scopes and variables

  func withScope<Result>(_ body: () -> Result) -> Result {
    scopes.append([:])
    defer { scopes.removeLast() }
    return body()
  }

  func declareVariable(
    _ name: String,
    _ type: Type,
    isConstant: Bool,
    at span: SourceSpan
  ) -> VariableID {
    let isGlobal = scopes.count == 1
    let id = VariableID(session.variables.count)
    session.variables.append(
      Variable(name: name, type: type, isGlobal: isGlobal, isCaptured: false, isMutated: false)
    )
    levels[id] = contexts.count - 1
    if isConstant { constants.insert(id) }
    if isGlobal { origins.ofVariable[id] = [cell] }
    if let existing = scopes[scopes.count - 1][name] {
      switch existing {
      case .poisoned: break
      case .variable, .functions:
        report(
          "redeclaration",
          "'\(name)' is declared twice",
          at: span,
          help: "cells share one scope, like the top level of one file: choose another name, or "
            + "assign to '\(name)' without 'let' or 'var'"
        )
      }
    }
    scopes[scopes.count - 1][name] = .variable(id)
    return id
  }

  func lookUp(_ name: String) -> Symbol? {
    for scope in scopes.reversed() {
      if let symbol = scope[name] { return symbol }
    }
    return nil
  }

  /// Notes that the code being checked uses a variable: captures, and the cells it relies on.
  func noteUse(of id: VariableID, mutating: Bool) {
    let variable = session.variables[id.index]
    if mutating { session.variables[id.index].isMutated = true }
    if variable.isGlobal {
      if let function = contexts.last(where: { $0.id != nil })?.id, contexts.count > 1 {
        origins.globalsUsed[function, default: []].insert(id)
        if mutating { origins.globalsMutated[function, default: []].insert(id) }
      }
      dependencies.formUnion(origins.ofVariable[id] ?? [])
      if mutating { origins.ofVariable[id, default: []].insert(cell) }
      return
    }
    let level = levels[id] ?? 0
    guard level < contexts.count - 1 else { return }
    session.variables[id.index].isCaptured = true
    for index in (level + 1)..<contexts.count where !contexts[index].captures.contains(id) {
      contexts[index].captures.append(id)
    }
  }

  /// Notes a reference to what the lesson declares; the library's needs no note.
  func noteUse(of callable: Callable, at span: SourceSpan) {
    if let function = callable.function { noteUse(of: function, at: span) }
  }

  /// Notes a reference to a function of the lesson: what it captures and relies on counts here too.
  func noteUse(of function: FunctionID, at span: SourceSpan) {
    dependencies.formUnion(origins.ofFunction[function] ?? [])
    if let user = contexts.last(where: { $0.id != nil })?.id {
      origins.functionsUsed[user, default: []].insert(function)
    }
    if session.functions.indices.contains(function.index) {
      for capture in session.functions[function.index].captures {
        noteUse(of: capture, mutating: false)
      }
    }
    var seen: Set<FunctionID> = []
    var stack = [function]
    while let next = stack.popLast() {
      guard seen.insert(next).inserted else { continue }
      for global in origins.globalsUsed[next] ?? [] {
        dependencies.formUnion(origins.ofVariable[global] ?? [])
      }
      for global in origins.globalsMutated[next] ?? [] where contexts.count == 1 {
        origins.ofVariable[global, default: []].insert(cell)
      }
      if contexts.count == 1, !origins.defined.contains(next) {
        let name = session.functions[next.index].name
        report(
          "used-before-declaration",
          "'\(name)' is used before its declaration",
          at: span,
          help: "move the function above this line"
        )
      }
      stack += origins.functionsUsed[next] ?? []
    }
  }

  // MARK: - Finishing

  /// Decides everything that a statement left open since a mark, with Swift's defaults.
  func finish(since mark: Int) {
    solvePending()
    searchPending(since: mark)
    inference.defaultLiterals(since: mark)
    solvePending()
    _ = inference.settleDeferred()
    for call in pending where call.mark >= mark { reportAmbiguity(call) }
    pending.removeAll { $0.mark >= mark }
  }

  /// Returns the type of a built expression; what stayed open has been or is now reported.
  func decided(_ type: Type, at span: SourceSpan) -> Type {
    let type = inference.zonk(type)
    guard !inference.isConcrete(type) else { return type }
    report(
      "cannot-infer",
      "the type of this expression cannot be inferred",
      at: span,
      help: "write the type out, as in 'let x: [Double] = …'"
    )
    return .invalid
  }
}
