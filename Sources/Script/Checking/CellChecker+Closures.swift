import Diagnostics

extension CellChecker {
  /// Checks a closure against the function type that its surroundings expect, where they do.
  func inferClosure(_ node: ClosureNode, expecting: Type?, at span: SourceSpan) -> Inferred {
    guard node.captures.isEmpty else {
      return inferCapturing(node, expecting: expecting, at: span)
    }
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
        name: TypedFunction.closureName,
        parameters: [],
        result: .invalid,
        captures: [],
        body: [],
        span: span
      )
    )
    origins.defined.insert(id)
    let isThrowing = node.body.contains(where: \.throwsErrors)
    let outer = (tries, handler, isInChain, pendingLabel)
    (tries, handler, isInChain, pendingLabel) = (0, .init(isThrowing: isThrowing), false, nil)
    contexts.append(FunctionContext(id: id, result: result, isThrowing: isThrowing))
    let parts = withScope { () -> ClosureParts in
      // `{ a, b in … }` on a sequence of pairs takes each pair apart.
      let whole =
        shape.isSplat
        ? [declareVariable("pair", shape.parameters[0], isConstant: true, at: span)] : []
      let variables = zip(names, shape.names).map { name, type in
        declareParameter(name, inference.resolve(type))
      }
      return ClosureParts(
        parameters: shape.isSplat ? whole : variables,
        elements: shape.isSplat ? variables : [],
        isThrowing: isThrowing,
        body: withScope { closureBody(node, result: result) }
      )
    }
    let context = contexts.removeLast()
    let level = contexts.count
    (tries, handler, isInChain, pendingLabel) = outer
    for capture in context.captures { noteUse(of: capture, mutating: false) }
    inheritUses(of: id)
    let type = Type.function(shape.parameters, result, isThrowing: isThrowing)
    return Inferred(type: type, span: span) {
      self.buildClosure(id, type, parts, shape, captures: context.captures, level, at: span)
    }
  }

  private struct ClosureParts {
    var parameters: [VariableID]
    var elements: [VariableID]
    var isThrowing: Bool
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

  /// A closure with a capture list: a closure of the captured values makes it, and is called at once.
  private func inferCapturing(_ node: ClosureNode, expecting: Type?, at span: SourceSpan)
    -> Inferred
  {
    let values = node.captures.map { settled(infer($0.value)) }
    guard values.allSatisfy({ $0.type != .invalid }) else { return invalid(at: span) }
    var inner = node
    inner.captures = []
    let maker = ClosureNode(
      parameters: node.captures.map { ParameterNode(label: nil, name: $0.name, type: nil) },
      result: nil,
      shorthandCount: 0,
      body: [StatementNode(.expression(ExpressionNode(.closure(inner), at: span)), at: span)]
    )
    var result = inference.fresh()
    if let expecting {
      result = inference.resolve(expecting)
      if case .function(let parameters, let value, _) = result {
        let isThrowing = node.body.contains(where: \.throwsErrors)
        result = .function(parameters, value, isThrowing: isThrowing)
      }
    }
    let made = inferClosure(maker, expecting: .function(values.map(\.type), result), at: span)
    let arguments = node.captures.map { ArgumentNode(label: nil, value: $0.value) }
    return inferValueCall(made, arguments, at: span)
  }

  private func closureBody(_ node: ClosureNode, result: Type) -> StatementBuilder {
    guard node.body.count == 1, let expression = node.body[0].asValue(of: inference.resolve(result))
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
    _ level: Int,
    at span: SourceSpan
  ) -> TypedExpression {
    let decided = self.decided(type, at: span)
    guard case .function(let parameters, let result, _) = decided else {
      return TypedExpression(.tuple([]), .invalid, at: span)
    }
    for (variable, type) in zip(parts.parameters, parameters) {
      session.variables[variable.index].type =
        if case .inout(let changed) = type { changed } else { type }
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
        "this closure does not return a value of type '\(result)' on every path",
        at: span,
        help: "end each path with 'return'"
      )
    }
    bodies.append(CheckedBody(id: id, level: level, place: span))
    session.functions[id.index] = TypedFunction(
      name: TypedFunction.closureName,
      parameters: parts.parameters,
      result: result,
      captures: captures,
      isThrowing: parts.isThrowing,
      body: body,
      span: span
    )
    noteValue(of: id, at: span)
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
