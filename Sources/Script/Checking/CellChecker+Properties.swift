import Diagnostics

/// Properties of the lesson's types that are more than a stored value.
extension CellChecker {
  func declareProperty(
    _ property: PropertyNode,
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last else { return }
    let modifiers = member.modifiers
    if property.isComputed {
      guard let type = property.type.map(resolveType) else {
        return report(
          "missing-type",
          "a computed property needs a type",
          at: property.name.span,
          help: "write it out: 'var \(property.name.text): Int { … }'"
        )
      }
      var callable = Callable(
        name: property.name.text,
        kind: modifiers.isStatic ? .staticProperty : .property,
        owner: owner,
        parameters: [],
        result: type,
        isPrivate: modifiers.isPrivate,
        isSetterPrivate: modifiers.isSetterPrivate,
        implementation: .function(FunctionID(0)),
        signature: "var \(property.name.text): \(type)",
        span: property.name.span
      )
      declareAccessors(property.accessors, &callable, [], member, of: path, at: span)
    } else if modifiers.isStatic {
      // What it holds may be a value of a type that is not complete yet: it comes last.
      return
    } else if modifiers.isLazy {
      declareLazyProperty(property, member, of: path, at: span)
    }
  }

  /// Declares the observers of a type's properties, once initial values have given these their types.
  func declareObservers(_ node: TypeDeclarationNode, of path: [Type], at span: SourceSpan) {
    for member in node.members where !member.modifiers.isStatic && !member.modifiers.isLazy {
      guard case .property(let property) = member.kind, property.accessors != nil,
        !property.isComputed
      else { continue }
      declareObservers(property, member, of: path, at: span)
    }
  }

  /// The getter and the setter of a computed property or a subscript.
  func declareAccessors(
    _ accessors: AccessorsNode?,
    _ callable: inout Callable,
    _ names: [NameNode],
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last, let getter = accessors?.getter else {
      return report(
        "missing-getter",
        "'\(callable.name)' cannot be read",
        at: member.span,
        help: "write 'get { … }'"
      )
    }
    let isStatic = callable.kind == .staticProperty || callable.kind == .staticSubscript
    let indices = zip(names, callable.parameters).map { (name: $0, type: $1.type) }
    let isMutating = accessors?.isGetterMutating ?? false
    let id = newFunction("\(owner).\(callable.name)", result: callable.result, at: member.span)
    callable.implementation = .function(id)
    callable.isGetterMutating = isMutating
    var body = FunctionBody(
      id: id,
      name: callable.name,
      parameters: indices,
      result: callable.result,
      isThrowing: false,
      statements: getter.body,
      selfType: owner,
      receiver: isStatic ? .type : .value(isMutating: isMutating),
      place: member.span,
      span: member.span
    )
    memberBodies[span, default: []].append(MemberBody(function: body, path: path))
    if let setter = accessors?.setter {
      let id = newFunction("\(owner).\(callable.name)", result: .void, at: member.span)
      callable.setter = id
      callable.isSettable = true
      body.id = id
      body.parameters += [(setter.parameter, callable.result)]
      body.result = .void
      body.statements = setter.body
      body.receiver = isStatic ? .type : .value(isMutating: true)
      memberBodies[span, default: []].append(MemberBody(function: body, path: path))
    }
    add(callable)
  }

  /// A setter around a stored property: `willSet`, the change, `didSet`.
  private func declareObservers(
    _ property: PropertyNode,
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    let name = property.name
    guard let owner = path.last, let accessors = property.accessors,
      let index = owner.declaration?.fieldIndex(name.text),
      let type = owner.declaration?.fields[index].type, type != .invalid
    else { return }
    let field = ExpressionNode(
      .member(ExpressionNode(.name("self", labels: nil), at: name.span), name: name),
      at: name.span
    )
    let id = newFunction("\(owner).\(name.text)", result: .void, at: member.span)
    changeMember(name.text, of: owner) { $0.setter = id }
    memberBodies[span, default: []].append(
      MemberBody(
        function: FunctionBody(
          id: id,
          name: name.text,
          parameters: [(accessors.observedParameter(of: name), type)],
          result: .void,
          isThrowing: false,
          statements: accessors.observing(field, named: name),
          selfType: owner,
          receiver: .value(isMutating: true),
          unobserved: [name.text],
          place: name.span,
          span: member.span
        ),
        path: path
      )
    )
  }

  /// A getter that fills an optional on its first call.
  private func declareLazyProperty(
    _ property: PropertyNode,
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last, let type = property.type, let value = property.value else {
      return
    }
    let name = property.name
    func node(_ kind: ExpressionNode.Kind) -> ExpressionNode {
      ExpressionNode(kind, at: value.span)
    }
    func statement(_ kind: StatementNode.Kind) -> StatementNode {
      StatementNode(kind, at: value.span)
    }
    let storage = NameNode(Self.lazyStorage(name.text), at: name.span)
    let place = node(.member(node(.name("self", labels: nil)), name: storage))
    let made = node(.name("made.value", labels: nil))
    let pattern = PatternNode(.name("made.value"), at: value.span)
    let body: [StatementNode] = [
      statement(
        .if(
          [.unwrap(pattern, nil, place, isConstant: true)],
          then: [statement(.return(made))],
          otherwise: nil
        )
      ),
      statement(
        .binding(isConstant: true, [BindingNode(pattern: pattern, type: type, value: value)])
      ),
      statement(.assignment(place, made)),
      statement(.return(made)),
    ]
    let setter = statement(.assignment(place, node(.name("made.value", labels: nil))))
    var accessors = AccessorsNode()
    accessors.getter = .init(parameter: name, body: body)
    accessors.isGetterMutating = true
    accessors.setter = .init(parameter: NameNode("made.value", at: value.span), body: [setter])
    var callable = Callable(
      name: name.text,
      kind: .property,
      owner: owner,
      parameters: [],
      result: resolveType(type),
      isPrivate: member.modifiers.isPrivate,
      implementation: .function(FunctionID(0)),
      signature: "lazy var \(name.text): \(resolveType(type))",
      span: name.span
    )
    declareAccessors(accessors, &callable, [], member, of: path, at: span)
  }

  // MARK: - Static properties

  func declareStaticProperties(
    _ node: TypeDeclarationNode,
    of path: [Type],
    at span: SourceSpan,
    where isIncluded: (PropertyNode) -> Bool
  ) {
    for member in node.members where member.modifiers.isStatic {
      guard case .property(let property) = member.kind, !property.isComputed,
        isIncluded(property)
      else { continue }
      withTypes(path) { declareStaticProperty(property, member, of: path, at: span) }
    }
  }

  /// A global that the type's name leads to; its initial value is computed when it is first used.
  private func declareStaticProperty(
    _ property: PropertyNode,
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last else { return }
    guard let value = property.value else {
      return report(
        "missing-initial-value",
        "a static property needs a value",
        at: property.name.span,
        help: "give it one where it is declared: '= …'"
      )
    }
    let declared = property.type.map(resolveType)
    let name = "\(owner).\(property.name.text)"
    let getter = newFunction(name, result: declared ?? .invalid, at: member.span)
    let built = attributingUses(to: getter) { self.value(value, of: declared) }.result
    let type = decided(built.type, at: value.span)
    var callable = Callable(
      name: property.name.text,
      kind: .staticProperty,
      owner: owner,
      parameters: [],
      result: type,
      isSettable: !property.isConstant,
      isPrivate: member.modifiers.isPrivate,
      isSetterPrivate: member.modifiers.isSetterPrivate,
      implementation: .value(built),
      signature: "static var \(property.name.text): \(type)",
      span: property.name.span
    )
    origins.defined.insert(getter)
    if !(property.isConstant && built.isLiteral) {
      if built.isConstant {
        let id = globalVariable(name, type)
        initialStatics.append(TypedStatement(.bind(.variable(id, type), built), at: member.span))
        callable.implementation = .variable(id)
      } else {
        declareLazyStatic(name, getter, built, &callable, at: member.span)
      }
    }
    add(callable)
  }

  /// A variable of the session that no scope names.
  private func globalVariable(_ name: String, _ type: Type) -> VariableID {
    session.variables.append(
      Variable(name: name, type: type, isGlobal: true, isCaptured: false, isMutated: true)
    )
    let id = VariableID(session.variables.count - 1)
    origins.ofVariable[id] = [cell]
    return id
  }

  private func declareLazyStatic(
    _ name: String,
    _ getter: FunctionID,
    _ value: TypedExpression,
    _ callable: inout Callable,
    at span: SourceSpan
  ) {
    let type = callable.result
    let optional = Type.optional(type)
    let storage = globalVariable(name, optional)
    let none = TypedExpression(.none, optional, at: span)
    initialStatics.append(TypedStatement(.bind(.variable(storage, optional), none), at: span))
    let stored = TypedExpression(.variable(storage), optional, at: span)
    let place = Place.variable(storage, optional)
    func filled(_ value: TypedExpression) -> TypedStatement {
      let wrapped = TypedExpression(.intrinsic(.wrap, [value]), optional, at: span)
      return TypedStatement(.assign(place, wrapped), at: span)
    }
    let isEmpty = TypedExpression(
      .intrinsic(
        .equal,
        [
          TypedExpression(.intrinsic(.isPresent, [stored]), .bool, at: span),
          TypedExpression(.boolean(false), .bool, at: span),
        ]
      ),
      .bool,
      at: span
    )
    session.functions[getter.index].result = type
    session.functions[getter.index].body = [
      TypedStatement(.if([.expression(isEmpty)], then: [filled(value)], otherwise: []), at: span),
      TypedStatement(
        .return(TypedExpression(.intrinsic(.forceUnwrap, [stored]), type, at: span)),
        at: span
      ),
    ]
    let setter = newFunction(name, result: .void, at: span)
    session.variables.append(
      Variable(name: "newValue", type: type, isGlobal: false, isCaptured: false, isMutated: false)
    )
    let new = VariableID(session.variables.count - 1)
    session.functions[setter.index].parameters = [new]
    session.functions[setter.index].body = [
      filled(TypedExpression(.variable(new), type, at: span))
    ]
    origins.globalsUsed[getter, default: []].insert(storage)
    origins.globalsMutated[setter, default: []].insert(storage)
    origins.defined.formUnion([getter, setter])
    callable.implementation = .function(getter)
    callable.setter = setter
  }
}

extension TypedExpression {
  /// Whether evaluating it neither fails nor does anything else.
  var isConstant: Bool {
    switch kind {
    case .integer, .double, .float, .boolean, .string, .none: true
    case .array(let parts), .tuple(let parts), .structure(let parts), .enumCase(_, let parts),
      .intrinsic(.wrap, let parts):
      parts.allSatisfy(\.isConstant)
    default: false
    }
  }
}
