import Diagnostics

/// The state of checking one cell; the parts of the language are in extensions.
final class CellChecker {
  var session: TypedSession
  var library: LibraryIndex
  var origins: Origins
  let cell: Int
  var diagnostics: [Diagnostic] = []
  var scopes: [[String: Symbol]] = [[:]]
  var contexts: [FunctionContext] = [FunctionContext(id: nil, result: .void)]
  /// The nesting level of functions at which each variable was declared, and where it can be used from.
  var declarations: [VariableID: (level: Int, start: Int)] = [:]
  /// The bodies of functions and closures, which are looked through once all are checked.
  var bodies: [CheckedBody] = []
  var constants: Set<VariableID> = []
  /// The members that the lesson declares, by their names.
  var lessonMembers: [String: [Callable]] = [:] { didSet { memberScopes = [:] } }
  /// What the bodies of a type's members can name, found once for all of them.
  var memberScopes: [MemberScope: [String: Symbol]] = [:]
  /// The types that the lesson's types contain, by their names.
  var nestedTypes: [Type: [String: Type]] = [:]
  /// The types whose declarations are being read, of the blocks around them too.
  var openTypes: [OpenType] = []
  /// Functions that stand for what the initial values of a structure use.
  var initialUses: [DeclaredType: FunctionID] = [:]
  /// The bodies of members, to be checked where the declaration of their type stands.
  var memberBodies: [SourceSpan: [MemberBody]] = [:]
  var probes: [SourceSpan: [Probe]] = [:]
  var dependencies: Set<Int> = []
  var blockedBy: Int?
  let inference: Inference
  var pending: [OverloadedCall] = []
  /// How many `try`s stand around the expression that is inferred, and what takes its errors.
  var tries = 0
  var handler = ErrorCatcher(.everything)
  /// Whether the expression that is inferred is inside of an optional chain.
  var isInChain = false
  var labelCount = 0
  /// The label of the statement that is checked next.
  var pendingLabel: (name: String, number: Int)?
  /// The types of the block whose static properties are declared behind its functions.
  var staticDeclarations: [(node: TypeDeclarationNode, path: [Type], span: SourceSpan)] = []
  /// Where the static properties stand that initial values name: they are declared before the others.
  var earlyStatics: Set<SourceSpan> = []
  /// What gives static properties their first values.
  var initialStatics: [TypedStatement] = []
  /// The parameters of function types that are not `@escaping`, by their names' places and as
  /// variables, and the values that must not be kept because of one or of an `inout` parameter.
  var lentNames: Set<SourceSpan> = []
  var lentParameters: Set<VariableID> = []
  var bounded: [BoundedFunction: SourceSpan] = [:]
  /// Constants that get their value after their declaration.
  var lateConstants: Set<VariableID> = []
  /// The types of keys and members that are written or found, and where.
  var keys: [(type: Type, span: SourceSpan)] = []
  /// Whether there are variables of types such as `Int!`.
  var hasImplicitUnwrapping: Bool
  /// The types of `throws(Type)`, and where they are written.
  var thrownTypes: [(type: Type, span: SourceSpan)] = []
  /// Where each global was declared, for messages about a second declaration.
  var declarationSpans: [String: SourceSpan] = [:]

  init(session: TypedSession, library: LibraryIndex, origins: Origins, cell: Int) {
    self.session = session
    self.library = library
    self.origins = origins
    self.cell = cell
    hasImplicitUnwrapping = session.variables.contains(where: \.isImplicitlyUnwrapped)
    inference = Inference(hostTypes: library.hostTypes)
    inference.conformances = session.conformances
  }

  /// Whether so many problems have been reported that another is not.
  func hasMost(_ severity: Severity) -> Bool {
    diagnostics.count { $0.severity == severity } >= Diagnostic.mostOfASeverity
  }

  func report(
    _ id: String,
    _ message: String,
    at span: SourceSpan,
    help: String? = nil,
    severity: Severity = .error
  ) {
    guard !hasMost(severity) else { return }
    // One problem a place: a second message about the same expression is a consequence.
    guard !diagnostics.contains(where: { $0.span == span && $0.severity == .error }) else { return }
    diagnostics.append(Diagnostic(id, severity, message, at: span, help: help))
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
    declarations[id] = (contexts.count - 1, span.start)
    if isConstant { constants.insert(id) }
    if isGlobal { origins.ofVariable[id] = [cell] }
    guard name != "_" else { return id }
    if let existing = scopes[scopes.count - 1][name] {
      switch existing {
      case .poisoned, .member: break
      case .variable, .computed, .functions, .type:
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
    let level = declarations[id]?.level ?? 0
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
