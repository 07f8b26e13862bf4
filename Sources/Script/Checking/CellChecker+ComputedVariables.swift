import Diagnostics

/// Variables outside of types that functions read and write: computed ones, and observed ones.
extension CellChecker {
  /// Declares a variable that a getter computes.
  func declareComputed(_ binding: BindingNode, _ accessors: AccessorsNode, at span: SourceSpan) {
    guard case .name(let text) = binding.pattern.kind else {
      return report(
        "accessors-of-pattern",
        "only one name can have accessors",
        at: binding.pattern.span,
        help: "declare each variable on its own"
      )
    }
    let name = NameNode(text, at: binding.pattern.span)
    guard let type = binding.type.map(resolveType) else {
      return report(
        "missing-type",
        "a computed variable needs a type",
        at: name.span,
        help: "write it out: 'var \(text): Int { … }'"
      )
    }
    guard let getter = accessors.getter else {
      return report(
        "missing-getter",
        "'\(text)' cannot be read",
        at: name.span,
        help: "write 'get { … }'"
      )
    }
    let read = newFunction(text, result: type, at: span)
    var callable = Callable(
      name: text,
      kind: .staticProperty,
      parameters: [],
      result: type,
      implementation: .function(read),
      signature: "var \(text): \(type)",
      span: name.span
    )
    if accessors.setter != nil {
      callable.isSettable = true
      callable.setter = newFunction(text, result: .void, at: span)
    }
    declare(callable, named: name)
    checkAccessor(read, name, result: type, getter.body, at: span)
    if let setter = accessors.setter, let write = callable.setter {
      checkAccessor(write, name, taking: (setter.parameter, type), setter.body, at: span)
    }
  }

  private func declare(_ computed: Callable, named name: NameNode) {
    if let existing = scopes[scopes.count - 1][name.text] {
      switch existing {
      case .poisoned, .member: break
      case .variable, .computed, .functions, .type:
        report(
          "redeclaration",
          "'\(name.text)' is declared twice",
          at: name.span,
          help: "choose another name"
        )
      }
    }
    scopes[scopes.count - 1][name.text] = .computed(computed)
  }

  private func checkAccessor(
    _ id: FunctionID,
    _ name: NameNode,
    taking parameter: (name: NameNode, type: Type)? = nil,
    result: Type = .void,
    unobserved: VariableID? = nil,
    _ statements: [StatementNode],
    at span: SourceSpan
  ) {
    checkBody(
      FunctionBody(
        id: id,
        name: name.text,
        parameters: parameter.map { [$0] } ?? [],
        result: result,
        isThrowing: false,
        statements: statements,
        unobservedVariable: unobserved,
        place: name.span,
        span: span
      )
    )
  }

  // MARK: - Observers

  /// Makes an observed variable one that functions read and write, once it has its first value.
  func declareObservers(_ accessors: AccessorsNode, of pattern: PatternNode, at span: SourceSpan) {
    guard case .name(let text) = pattern.kind, case .variable(let id)? = lookUp(text) else {
      return
    }
    let type = inference.zonk(session.variables[id.index].type)
    session.variables[id.index].type = type
    guard type != .invalid else { return }
    let name = NameNode(text, at: pattern.span)
    let variable = ExpressionNode(.name(text, labels: nil), at: pattern.span)
    let getter = newFunction(text, result: type, at: span)
    let setter = newFunction(text, result: .void, at: span)
    checkAccessor(
      getter,
      name,
      result: type,
      [StatementNode(.return(variable), at: pattern.span)],
      at: span
    )
    let value = accessors.observedParameter(of: name)
    checkAccessor(
      setter,
      name,
      taking: (value, type),
      unobserved: id,
      accessors.observing(variable, named: name),
      at: span
    )
    session.variables[id.index].observer = .functions(
      getter: getter,
      setter: setter,
      isGetterMutating: false
    )
  }

  /// The place of an observed variable; nil for another, and in its own observers.
  func observedPlace(_ id: VariableID, at span: SourceSpan) -> Place? {
    let variable = session.variables[id.index]
    guard case .functions(let getter, let setter, _)? = variable.observer,
      !contexts.contains(where: { $0.unobservedVariable == id })
    else { return nil }
    noteUse(of: getter, at: span)
    noteUse(of: setter, at: span)
    return .computed(variable.observer ?? .host(0), nil, [], variable.type, at: span)
  }
}

extension AccessorsNode {
  /// The name of the value on its way: no name of the lesson contains a point.
  func observedParameter(of name: NameNode) -> NameNode {
    willSet?.parameter ?? NameNode("new.value", at: name.span)
  }

  /// What assigning to a place does that observers stand around: `willSet`, the change, `didSet`.
  func observing(_ place: ExpressionNode, named name: NameNode) -> [StatementNode] {
    let value = observedParameter(of: name)
    var statements: [StatementNode] = []
    if let willSet {
      statements.append(StatementNode(.block(willSet.body), at: name.span))
    }
    if let old = didSet?.parameter {
      let pattern = PatternNode(.name(old.text), at: old.span)
      let binding = BindingNode(pattern: pattern, type: nil, value: place)
      statements.append(StatementNode(.binding(isConstant: true, [binding]), at: old.span))
    }
    let new = ExpressionNode(.name(value.text, labels: nil), at: value.span)
    statements.append(StatementNode(.assignment(place, new), at: name.span))
    if let didSet {
      statements.append(StatementNode(.block(didSet.body), at: name.span))
    }
    return statements
  }
}
