import Diagnostics

extension CellChecker {
  /// Declares the functions of a block before its statements, so that they can call one another.
  func declarePlainFunctions(in statements: [StatementNode]) {
    declareFunctions(in: statements) { !$0.hasComputedDefaults }
  }

  /// Declares the static properties of a block that its functions compute, and the functions whose default
  /// values may name these.
  func declareFunctionsWithDefaults(in statements: [StatementNode]) {
    declareComputedStatics()
    declareFunctions(in: statements, where: \.hasComputedDefaults)
  }

  private func declareFunctions(
    in statements: [StatementNode],
    where isIncluded: (FunctionNode) -> Bool
  ) {
    for statement in statements {
      guard case .function(let function) = statement.kind, isIncluded(function) else { continue }
      let parameters = function.parameters.map { callableParameter($0) }
      let id = FunctionID(session.functions.count)
      let labels = function.parameters.map { ($0.label ?? "_") + ":" }.joined()
      let name = "\(function.name.text)(\(labels))"
      let result = function.result.map(resolveType) ?? .void
      session.functions.append(
        TypedFunction(
          name: name,
          parameters: [],
          result: result,
          captures: [],
          body: [],
          span: statement.span
        )
      )
      let symbol = Callable(
        name: function.name.text,
        kind: .function,
        parameters: parameters,
        result: result,
        isThrowing: function.effect == .throwing,
        isRethrowing: function.effect == .rethrowing,
        thrown: resolveThrown(function.thrown),
        implementation: .function(id),
        signature: "func \(function.name.text)(\(Self.form(parameters)))",
        span: function.name.span
      )
      declare(symbol, named: function.name)
      if contexts.count == 1 { origins.ofFunction[id] = [cell] }
    }
  }

  /// Parameters as a declaration writes them, without the names that only the body uses.
  static func form(_ parameters: [Callable.Parameter]) -> String {
    parameters.map { parameter in
      let type = parameter.argumentType(parameter.type)
      let text = parameter.isVariadic ? "\(type)..." : type.description
      return (parameter.label ?? "_") + ": " + text
    }.joined(separator: ", ")
  }

  private func declare(_ symbol: Callable, named name: NameNode) {
    let scope = scopes.count - 1
    switch scopes[scope][name.text] {
    case .functions(let others):
      if others.contains(where: {
        $0.signature == symbol.signature && $0.result == symbol.result
      }) {
        report(
          "redeclaration",
          "'\(name.text)' is declared twice with the same parameters",
          at: name.span,
          help: "choose another name or other labels"
        )
        return
      }
      scopes[scope][name.text] = .functions(others + [symbol])
    case .variable, .computed, .type:
      report(
        "redeclaration",
        "'\(name.text)' is declared twice, as a function and as something else",
        at: name.span,
        help: "choose another name"
      )
    case .poisoned, .member, nil:
      scopes[scope][name.text] = .functions([symbol])
    }
  }

  /// Runs code whose references count as those of a function: they matter where it is used.
  ///
  /// - Returns: What the code returns, and the variables around it that it uses.
  func attributingUses<Result>(
    to id: FunctionID,
    _ body: () -> Result
  ) -> (result: Result, captures: [VariableID]) {
    let outer = (tries, handler)
    (tries, handler) = (0, ErrorCatcher(.nothing))
    contexts.append(FunctionContext(id: id, result: .void))
    let result = body()
    (tries, handler) = outer
    return (result, contexts.removeLast().captures)
  }

  func checkFunctionBody(_ function: FunctionNode, _ span: SourceSpan) {
    guard case .functions(let symbols)? = lookUp(function.name.text),
      let symbol = symbols.first(where: { $0.span == function.name.span }),
      let id = symbol.function
    else { return }
    checkBody(
      FunctionBody(
        id: id,
        name: function.name.text,
        parameters: bodyParameters(function.parameters, symbol.parameters),
        result: symbol.result,
        isThrowing: function.effect != .none,
        thrown: symbol.thrown,
        statements: function.body,
        place: function.name.span,
        span: span
      )
    )
  }

  /// Declares a parameter inside a body; one that is `inout` can be changed.
  func declareParameter(_ name: NameNode, _ type: Type) -> VariableID {
    let changed = if case .inout(let changed) = type { changed } else { type }
    let isInout = changed != type
    let id = declareVariable(name.text, changed, isConstant: !isInout, at: name.span)
    session.variables[id.index].isInout = isInout
    if !isInout, lentNames.contains(name.span) { lentParameters.insert(id) }
    // It is there from the start of its body: `{ [n] in … }` names `n` within the closure.
    declarations[id]?.start = 0
    return id
  }
}

extension FunctionNode {
  /// Whether a parameter's default value is more than a literal.
  fileprivate var hasComputedDefaults: Bool {
    parameters.contains { $0.defaultValue.map { !$0.isPlainLiteral } ?? false }
  }
}
