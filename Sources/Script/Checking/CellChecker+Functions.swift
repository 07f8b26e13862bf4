import Diagnostics

extension CellChecker {
  /// Declares the functions of a block before its statements, so that they can call one another.
  func declareFunctions(in statements: [StatementNode]) {
    for statement in statements {
      guard case .function(let function) = statement.kind else { continue }
      let parameters = function.parameters.map { parameter in
        let type = parameter.type.map(resolveType) ?? .invalid
        return Callable.Parameter(
          label: parameter.label,
          type: parameter.isVariadic ? .array(type) : type,
          defaultValue: parameter.defaultValue.map { .expression(defaultValue($0, type)) },
          isVariadic: parameter.isVariadic
        )
      }
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
      }
      scopes[scope][name.text] = .functions(others + [symbol])
    case .variable:
      report(
        "redeclaration",
        "'\(name.text)' is declared twice, as a variable and as a function",
        at: name.span,
        help: "choose another name"
      )
    case .poisoned, nil:
      scopes[scope][name.text] = .functions([symbol])
    }
  }

  private func defaultValue(_ node: ExpressionNode, _ type: Type) -> TypedExpression {
    let mark = inference.count
    let inferred = convert(infer(node, expecting: type), to: type)
    finish(since: mark)
    return inferred.build()
  }

  func checkFunctionBody(_ function: FunctionNode, _ span: SourceSpan) {
    guard case .functions(let symbols)? = lookUp(function.name.text),
      let symbol = symbols.first(where: { $0.span == function.name.span }),
      let id = symbol.function
    else { return }
    contexts.append(FunctionContext(id: id, result: symbol.result))
    let (parameters, body) = withScope {
      let parameters = zip(function.parameters, symbol.parameters).map { node, parameter in
        declareParameter(node.name, parameter.type)
      }
      // A body of one expression returns it.
      if function.body.count == 1, case .expression(let node) = function.body[0].kind,
        symbol.result != .void, !node.isStatement
      {
        let mark = inference.count
        let value = convert(infer(node, expecting: symbol.result), to: symbol.result)
        finish(since: mark)
        return (parameters, [TypedStatement(.return(value.build()), at: node.span)])
      }
      let body = checkStatements(function.body)()
      if symbol.result != .void, symbol.result != .invalid, !Self.alwaysReturns(body) {
        report(
          "missing-return",
          "'\(function.name.text)' does not return a '\(symbol.result)' on every path",
          at: function.name.span,
          help: "end each path with 'return'"
        )
      }
      return (parameters, body)
    }
    let context = contexts.removeLast()
    session.functions[id.index] = TypedFunction(
      name: session.functions[id.index].name,
      parameters: parameters,
      result: symbol.result,
      captures: context.captures,
      body: body,
      span: span
    )
    origins.defined.insert(id)
  }

  /// Declares a parameter inside a body; one that is `inout` can be changed.
  func declareParameter(_ name: NameNode, _ type: Type) -> VariableID {
    guard case .inout(let changed) = type else {
      return declareVariable(name.text, type, isConstant: true, at: name.span)
    }
    let id = declareVariable(name.text, changed, isConstant: false, at: name.span)
    session.variables[id.index].isInout = true
    return id
  }

  static func alwaysReturns(_ body: [TypedStatement]) -> Bool {
    body.contains { statement in
      switch statement.kind {
      case .return: true
      case .if(_, let then, let otherwise): alwaysReturns(then) && alwaysReturns(otherwise)
      case .block(let body), .probe(_, let body, _): alwaysReturns(body)
      case .while(let condition, let body):
        if case .boolean(true) = condition.kind { !hasBreak(body) } else { false }
      case .expression, .show, .bind, .assign, .compoundAssign, .forIn, .break, .continue: false
      }
    }
  }

  private static func hasBreak(_ body: [TypedStatement]) -> Bool {
    body.contains { statement in
      switch statement.kind {
      case .break: true
      case .if(_, let then, let otherwise): hasBreak(then) || hasBreak(otherwise)
      case .block(let body), .probe(_, let body, _): hasBreak(body)
      case .return, .while, .forIn, .expression, .show, .bind, .assign, .compoundAssign,
        .continue:
        false
      }
    }
  }

  // MARK: - Closures

  /// Checks a closure against the function type that its surroundings expect, where they do.
  func inferClosure(_ node: ClosureNode, expecting: Type?, at span: SourceSpan) -> Inferred {
    var expectedParameters: [Type]?
    var result = inference.fresh()
    if let expecting, case .function(let parameters, let expected, _) = inference.resolve(expecting)
    {
      expectedParameters = parameters
      result = expected
    }
    if let declared = node.result.map(resolveType), !inference.unify(declared, result) {
      report(
        "type-mismatch",
        "this closure returns '\(declared)' where '\(inference.describe(result))' is expected",
        at: span
      )
    }
    let names = closureParameters(node, expected: expectedParameters?.count)
    guard let shape = parameterTypes(node, names.count, expectedParameters, at: span) else {
      return invalid(at: span)
    }
    let id = FunctionID(session.functions.count)
    session.functions.append(
      TypedFunction(
        name: "closure",
        parameters: [],
        result: .invalid,
        captures: [],
        body: [],
        span: span
      )
    )
    origins.defined.insert(id)
    contexts.append(FunctionContext(id: id, result: result))
    let parts = withScope { () -> ClosureParts in
      // `{ a, b in … }` on a sequence of pairs takes each pair apart.
      let whole =
        shape.isSplat
        ? [declareVariable("pair", shape.parameters[0], isConstant: true, at: span)] : []
      let variables = zip(names, shape.names).map { name, type in
        declareVariable(name.text, type, isConstant: true, at: name.span)
      }
      return ClosureParts(
        parameters: shape.isSplat ? whole : variables,
        elements: shape.isSplat ? variables : [],
        body: closureBody(node, result: result)
      )
    }
    let context = contexts.removeLast()
    for capture in context.captures { noteUse(of: capture, mutating: false) }
    inheritUses(of: id)
    let type = Type.function(shape.parameters, result)
    return Inferred(type: type, span: span) {
      self.buildClosure(id, type, parts, shape, captures: context.captures, at: span)
    }
  }

  private struct ClosureParts {
    var parameters: [VariableID]
    var elements: [VariableID]
    var body: StatementBuilder
  }

  private struct ClosureShape {
    /// The function type's parameters.
    var parameters: [Type]
    /// The types of the names that the closure declares.
    var names: [Type]
    /// Whether one tuple parameter is taken apart into the names.
    var isSplat: Bool
  }

  private func closureParameters(_ node: ClosureNode, expected: Int?) -> [NameNode] {
    if let parameters = node.parameters { return parameters.map(\.name) }
    let origin = node.body.first?.span ?? SourceSpan(0, 0)
    let count = node.shorthandCount == 0 ? expected ?? 0 : node.shorthandCount
    // `{ $0 }` may ignore later parameters only where Swift lets it: never.
    return (0..<count).map { NameNode("$\($0)", at: origin) }
  }

  private func parameterTypes(
    _ node: ClosureNode,
    _ count: Int,
    _ expected: [Type]?,
    at span: SourceSpan
  ) -> ClosureShape? {
    let declared = (0..<count).map { index -> Type in
      node.parameters?[index].type.map(resolveType) ?? inference.fresh()
    }
    guard let expected else {
      return ClosureShape(parameters: declared, names: declared, isSplat: false)
    }
    if expected.count == 1, count > 1, case .tuple(let parts) = inference.resolve(expected[0]),
      parts.count == count
    {
      for (type, part) in zip(declared, parts) { _ = inference.unify(type, part.type) }
      return ClosureShape(parameters: expected, names: declared, isSplat: true)
    }
    guard expected.count == count else {
      if expected.allSatisfy({ inference.resolve($0) != .invalid }) {
        report(
          "closure-parameters",
          "this closure takes \(count) \(count == 1 ? "argument" : "arguments"), but "
            + "\(expected.count) \(expected.count == 1 ? "is" : "are") passed",
          at: span,
          help: expected.count > count && node.shorthandCount < 2
            ? "name them, as in '{ \((0..<expected.count).map { "a\($0)" }.joined(separator: ", ")) in … }', or '_' for those not used"
            : "take as many as the function passes"
        )
      }
      return nil
    }
    for (index, (type, other)) in zip(declared, expected).enumerated()
    where !inference.unify(type, other) {
      report(
        "type-mismatch",
        "parameter \(index + 1) of this closure is '\(inference.describe(type))', but "
          + "'\(inference.describe(other))' is passed",
        at: node.parameters?[index].name.span ?? span
      )
    }
    return ClosureShape(parameters: expected, names: declared, isSplat: false)
  }

  private func closureBody(_ node: ClosureNode, result: Type) -> StatementBuilder {
    guard node.body.count == 1, case .expression(let expression) = node.body[0].kind,
      !expression.isStatement
    else {
      let body = checkStatements(node.body)
      if case .variable = inference.resolve(result), !node.body.contains(where: \.containsReturn) {
        _ = inference.unify(result, .void)
      }
      return body
    }
    let isVoid = inference.resolve(result) == .void
    let value = infer(expression, expecting: isVoid ? nil : result)
    if isVoid { return { [TypedStatement(.expression(value.build()), at: expression.span)] } }
    solvePending()
    let converted = convert(value, to: result)
    return {
      let built = converted.build()
      if built.type == .void { return [TypedStatement(.expression(built), at: expression.span)] }
      return [TypedStatement(.return(built), at: expression.span)]
    }
  }

  private func buildClosure(
    _ id: FunctionID,
    _ type: Type,
    _ parts: ClosureParts,
    _ shape: ClosureShape,
    captures: [VariableID],
    at span: SourceSpan
  ) -> TypedExpression {
    let decided = self.decided(type, at: span)
    guard case .function(let parameters, let result, _) = decided else {
      return TypedExpression(.tuple([]), .invalid, at: span)
    }
    for (variable, type) in zip(parts.parameters, parameters) {
      session.variables[variable.index].type = type
    }
    var body: [TypedStatement] = []
    if shape.isSplat, case .tuple(let elements) = parameters[0] {
      for (variable, element) in zip(parts.elements, elements) {
        session.variables[variable.index].type = element.type
      }
      let pattern = TypedPattern.tuple(zip(parts.elements, elements).map { .variable($0, $1.type) })
      let whole = TypedExpression(.variable(parts.parameters[0]), parameters[0], at: span)
      body.append(TypedStatement(.bind(pattern, whole), at: span))
    }
    body += parts.body()
    if result != .void, result != .invalid, !Self.alwaysReturns(body) {
      report(
        "missing-return",
        "this closure does not return a '\(result)' on every path",
        at: span,
        help: "end each path with 'return'"
      )
    }
    session.functions[id.index] = TypedFunction(
      name: "closure",
      parameters: parts.parameters,
      result: result,
      captures: captures,
      body: body,
      span: span
    )
    return TypedExpression(.closure(id), decided, at: span)
  }

  /// What a closure uses, its surroundings use.
  private func inheritUses(of id: FunctionID) {
    if let outer = contexts.last(where: { $0.id != nil })?.id {
      origins.functionsUsed[outer, default: []].insert(id)
    }
    if contexts.count == 1 {
      for global in origins.globalsMutated[id] ?? [] {
        origins.ofVariable[global, default: []].insert(cell)
      }
    }
  }
}

extension ExpressionNode {
  /// Whether this is an `if` or `switch` in the place of an expression.
  var isStatement: Bool { if case .statement = kind { true } else { false } }
}

extension StatementNode {
  /// Whether a `return` with a value stands in it, outside of nested functions.
  var containsReturn: Bool {
    switch kind {
    case .return(let value): value != nil
    case .if(_, let then, let otherwise):
      then.contains(where: \.containsReturn) || (otherwise ?? []).contains(where: \.containsReturn)
    case .forIn(_, _, _, let body), .while(_, let body), .block(let body):
      body.contains(where: \.containsReturn)
    case .expression(let expression):
      if case .statement(let statement) = expression.kind {
        statement.containsReturn
      } else {
        false
      }
    case .binding, .assignment, .compoundAssignment, .break, .continue, .function, .invalid: false
    }
  }
}
