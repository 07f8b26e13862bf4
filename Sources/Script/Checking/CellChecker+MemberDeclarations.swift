import Diagnostics

/// The members of the lesson's types: what can be called, and which bodies stand behind it.
extension CellChecker {
  // MARK: - What a type has without writing it

  /// Declares the stored properties of a structure, the cases of an enumeration, and what comes with
  /// them.
  func declareStoredMembers(_ node: TypeDeclarationNode, of declaration: DeclaredType) {
    let owner = Type.nominal(.declared(declaration), [])
    for (index, field) in declaration.fields.enumerated() {
      add(
        Callable(
          name: field.name,
          kind: .property,
          owner: owner,
          parameters: [],
          result: field.type,
          isSettable: !field.isConstant,
          isPrivate: field.isPrivate,
          implementation: .field(index),
          signature: "var \(field.name): \(field.type)"
        )
      )
    }
    for property in node.storedProperties where property.modifiers.isSetterPrivate {
      changeMember(property.node.name.text, of: owner) { $0.isSetterPrivate = true }
    }
    for (index, enumCase) in declaration.cases.enumerated() {
      let parameters = enumCase.payload.enumerated().map { position, element in
        let written = node.cases[index].node.parameters[position].defaultValue
        return Callable.Parameter(
          label: element.label,
          type: element.type,
          defaultValue: written.map { .expression(defaultValue($0, element.type)) }
        )
      }
      add(
        Callable(
          name: enumCase.name,
          kind: parameters.isEmpty ? .staticProperty : .staticMethod,
          owner: owner,
          parameters: parameters,
          result: owner,
          implementation: .enumCase(declaration, index),
          signature: "case \(enumCase.name)(\(Self.form(parameters)))"
        )
      )
    }
    if declaration.kind == .enumeration { declareRawValues(of: declaration, at: node.name.span) }
    let isIterable = node.inherited.contains {
      if case .name("CaseIterable", _) = $0.kind { true } else { false }
    }
    if isIterable, declaration.isPlainEnumeration {
      declareAllCases(of: declaration, at: node.name.span)
    }
  }

  private func declareAllCases(of declaration: DeclaredType, at span: SourceSpan) {
    let owner = Type.nominal(.declared(declaration), [])
    let cases = declaration.cases.indices.map {
      TypedExpression(.enumCase($0, []), owner, at: span)
    }
    add(
      Callable(
        name: "allCases",
        kind: .staticProperty,
        owner: owner,
        parameters: [],
        result: .array(owner),
        implementation: .value(TypedExpression(.array(cases), .array(owner), at: span)),
        signature: "static var allCases: [\(declaration.name)]"
      )
    )
  }

  /// `rawValue`, and the initializer that finds the case of a raw value.
  private func declareRawValues(of declaration: DeclaredType, at span: SourceSpan) {
    guard let raw = declaration.rawType else { return }
    let owner = Type.nominal(.declared(declaration), [])
    let subject = parameter("self", owner)
    let value = TypedExpression(.variable(subject), owner, at: span)
    let cases = declaration.cases.enumerated().compactMap { index, enumCase in
      enumCase.rawValue.map { raw in
        TypedCase(
          items: [(.enumCase(declaration, index, []), nil)],
          body: [TypedStatement(.return(raw), at: span)]
        )
      }
    }
    let getter = newFunction("\(declaration.name).rawValue", result: raw, at: span)
    session.functions[getter.index].parameters = [subject]
    session.functions[getter.index].body = [TypedStatement(.switch(value, cases), at: span)]
    add(
      Callable(
        name: "rawValue",
        kind: .property,
        owner: owner,
        parameters: [],
        result: raw,
        implementation: .function(getter),
        signature: "var rawValue: \(raw)"
      )
    )
    let initializer = newFunction(
      "\(declaration.name).init(rawValue:)",
      result: .optional(owner),
      at: span
    )
    let wanted = parameter("rawValue", raw)
    let wantedValue = TypedExpression(.variable(wanted), raw, at: span)
    var body = declaration.cases.enumerated().compactMap { index, enumCase -> TypedStatement? in
      guard let raw = enumCase.rawValue else { return nil }
      let test = TypedExpression(.intrinsic(.equal, [wantedValue, raw]), .bool, at: span)
      let found = TypedExpression(.enumCase(index, []), owner, at: span)
      let result = TypedExpression(.intrinsic(.wrap, [found]), .optional(owner), at: span)
      let body = [TypedStatement(.return(result), at: span)]
      return TypedStatement(.if([.expression(test)], then: body, otherwise: []), at: span)
    }
    body.append(
      TypedStatement(.return(TypedExpression(.none, .optional(owner), at: span)), at: span)
    )
    session.functions[initializer.index].parameters = [wanted]
    session.functions[initializer.index].body = body
    add(
      Callable(
        name: "init",
        kind: .initializer,
        owner: owner,
        parameters: [Callable.Parameter(label: "rawValue", type: raw)],
        result: .optional(owner),
        implementation: .function(initializer),
        signature: "init?(rawValue: \(raw))"
      )
    )
    origins.defined.formUnion([getter, initializer])
  }

  private func parameter(_ name: String, _ type: Type) -> VariableID {
    session.variables.append(
      Variable(name: name, type: type, isGlobal: false, isCaptured: false, isMutated: false)
    )
    return VariableID(session.variables.count - 1)
  }

  /// The initializer that takes a value for every stored property, where the type writes none.
  func declareMemberwiseInitializer(
    _ node: TypeDeclarationNode,
    _ declaration: DeclaredType,
    at span: SourceSpan
  ) {
    let writesInitializer = node.members.contains {
      if case .initializer = $0.kind { true } else { false }
    }
    guard declaration.kind == .structure, !writesInitializer else { return }
    let fields = declaration.fields.filter {
      !($0.isConstant && $0.initialValue != nil) && !$0.name.hasPrefix("$")
    }
    let parameters = fields.map { field in
      Callable.Parameter(
        label: field.name,
        type: field.type,
        defaultValue: field.initialValue.map { .expression($0) }
      )
    }
    let owner = Type.nominal(.declared(declaration), [])
    func declare(_ parameters: [Callable.Parameter], isPrivate: Bool) {
      add(
        Callable(
          name: "init",
          kind: .initializer,
          owner: owner,
          parameters: parameters,
          result: owner,
          isPrivate: isPrivate,
          implementation: .structure(declaration),
          signature: "init(\(Self.form(parameters)))"
        )
      )
    }
    declare(parameters, isPrivate: fields.contains(where: \.isPrivate))
    // `T()` is there even where a private property hides the other one.
    if !parameters.isEmpty, parameters.allSatisfy({ $0.defaultValue != nil }),
      fields.contains(where: \.isPrivate)
    {
      declare([], isPrivate: false)
    }
  }

  // MARK: - Tables

  func add(_ member: Callable) { lessonMembers[member.name, default: []].append(member) }

  func changeMember(_ name: String, of owner: Type, _ change: (inout Callable) -> Void) {
    for index in (lessonMembers[name] ?? []).indices
    where lessonMembers[name]?[index].owner == owner
      && lessonMembers[name]?[index].kind == .property
    {
      if var member = lessonMembers[name]?[index] {
        change(&member)
        lessonMembers[name]?[index] = member
      }
    }
  }

  /// Notes the type of a stored property that its initial value has decided.
  func setPropertyType(_ name: String, of declaration: DeclaredType, _ type: Type) {
    changeMember(name, of: .nominal(.declared(declaration), [])) { $0.result = type }
  }

  func newFunction(_ name: String, result: Type, at span: SourceSpan) -> FunctionID {
    session.functions.append(
      TypedFunction(name: name, parameters: [], result: result, captures: [], body: [], span: span)
    )
    let id = FunctionID(session.functions.count - 1)
    if contexts.count == 1 { origins.ofFunction[id] = [cell] }
    return id
  }

  // MARK: - What a type writes

  /// Declares the methods, properties, initializers and subscripts of a type or an extension.
  func declareMembers(_ node: TypeDeclarationNode, of path: [Type], at span: SourceSpan) {
    guard let owner = path.last else { return }
    for member in node.members {
      switch member.kind {
      case .property(let property):
        declareProperty(property, member, of: path, at: span)
      case .method(let function):
        declareMethod(function, member, of: path, at: span)
      case .initializer(let function, let isFailable):
        declareInitializer(function, member, isFailable: isFailable, of: path, at: span)
      case .subscripting(let function, let accessors):
        let parameters = function.parameters.map { callableParameter($0) }
        var callable = Callable(
          name: "subscript",
          kind: member.modifiers.isStatic ? .staticSubscript : .subscripting,
          owner: owner,
          parameters: parameters,
          result: function.result.map(resolveType) ?? .invalid,
          isPrivate: member.modifiers.isPrivate,
          implementation: .function(FunctionID(0)),
          signature: "subscript(\(Self.form(parameters)))",
          span: function.name.span
        )
        let names = function.parameters.map(\.name)
        declareAccessors(accessors, &callable, names, member, of: path, at: span)
      case .cases, .type, .typeAlias: break
      }
    }
  }

  func callableParameter(_ node: ParameterNode) -> Callable.Parameter {
    var type = node.type.map(resolveType) ?? .invalid
    if case .function = type, !node.isEscaping { lentNames.insert(node.name.span) }
    if node.isAutoclosure, case .function([], let result, _) = type { type = result }
    return Callable.Parameter(
      label: node.label,
      type: node.isVariadic ? .array(type) : type,
      defaultValue: node.defaultValue.map { .expression(defaultValue($0, type)) },
      isVariadic: node.isVariadic,
      isAutoclosure: node.isAutoclosure,
      isEscaping: node.isEscaping,
      resultBuilder: node.resultBuilder.flatMap(resultBuilder)
    )
  }

  /// The types of a body's parameters: an autoclosure is a function there.
  func bodyParameters(
    _ nodes: [ParameterNode],
    _ parameters: [Callable.Parameter]
  ) -> [(name: NameNode, type: Type)] {
    zip(nodes, parameters).map { node, parameter in
      (node.name, parameter.isAutoclosure ? .function([], parameter.type) : parameter.type)
    }
  }

  private func declareMethod(
    _ function: FunctionNode,
    _ member: MemberNode,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last else { return }
    let name = function.name.text
    let isOperator = function.name.isOperator
    if isOperator, !member.modifiers.isStatic {
      report(
        "operator-not-static",
        "the operator '\(name)' of a type must be 'static'",
        at: function.name.span,
        help: "write 'static func \(name)'"
      )
    }
    // Those that compare are found by the protocol that they are of.
    if isOperator, contexts.count > 1, !["==", "!=", "<", "<=", ">", ">="].contains(name) {
      report(
        "local-operator",
        "Swift does not find the operator '\(name)' of a type that is declared inside a function",
        at: function.name.span,
        help: "declare the type outside of the function"
      )
    }
    let parameters = function.parameters.map { callableParameter($0) }
    let result = function.result.map(resolveType) ?? .void
    let thrown = resolveThrown(function.thrown)
    let labels = parameters.map { ($0.label ?? "_") + ":" }.joined()
    let id = newFunction("\(owner).\(name)(\(labels))", result: result, at: member.span)
    let isMutating = member.modifiers.isMutating
    let kind: Callable.Kind =
      isOperator
      ? .function
      : member.modifiers.isStatic ? .staticMethod : isMutating ? .mutatingMethod : .method
    let callable = Callable(
      name: name,
      kind: kind,
      owner: owner,
      parameters: parameters,
      result: result,
      isThrowing: function.effect == .throwing,
      isRethrowing: function.effect == .rethrowing,
      thrown: thrown,
      isPrivate: member.modifiers.isPrivate,
      implementation: .function(id),
      signature: "func \(name)(\(Self.form(parameters)))",
      span: function.name.span
    )
    if let other = lessonMembers[name]?.first(where: { $0.redeclares(callable) }), other.span != nil
    {
      report(
        "redeclaration",
        "'\(name)' is declared twice with the same parameters",
        at: function.name.span,
        help: "choose another name or other labels"
      )
    }
    add(callable)
    memberBodies[span, default: []].append(
      MemberBody(
        function: FunctionBody(
          id: id,
          name: name,
          parameters: bodyParameters(function.parameters, parameters),
          result: result,
          isThrowing: function.effect != .none,
          thrown: thrown,
          statements: function.body,
          selfType: owner,
          receiver: member.modifiers.isStatic ? .type : .value(isMutating: isMutating),
          place: function.name.span,
          span: member.span
        ),
        path: path
      )
    )
  }

  private func declareInitializer(
    _ function: FunctionNode,
    _ member: MemberNode,
    isFailable: Bool,
    of path: [Type],
    at span: SourceSpan
  ) {
    guard let owner = path.last else { return }
    let parameters = function.parameters.map { callableParameter($0) }
    let labels = parameters.map { ($0.label ?? "_") + ":" }.joined()
    let thrown = resolveThrown(function.thrown)
    let result = isFailable ? Type.optional(owner) : owner
    let id = newFunction("\(owner).init(\(labels))", result: result, at: member.span)
    add(
      Callable(
        name: "init",
        kind: .initializer,
        owner: owner,
        parameters: parameters,
        result: result,
        isThrowing: function.effect == .throwing,
        isRethrowing: function.effect == .rethrowing,
        thrown: thrown,
        isPrivate: member.modifiers.isPrivate,
        implementation: .function(id),
        signature: "init\(isFailable ? "?" : "")(\(Self.form(parameters)))",
        span: function.name.span
      )
    )
    memberBodies[span, default: []].append(
      MemberBody(
        function: FunctionBody(
          id: id,
          name: "init",
          parameters: bodyParameters(function.parameters, parameters),
          result: result,
          isThrowing: function.effect != .none,
          thrown: thrown,
          statements: function.body,
          selfType: owner,
          receiver: .made(isFailable: isFailable),
          place: function.name.span,
          span: member.span
        ),
        path: path
      )
    )
  }
}

extension Callable {
  /// Whether two members of one type have the same name, labels and types.
  func redeclares(_ other: Callable) -> Bool {
    owner == other.owner && kind == other.kind && result == other.result
      && parameters.map(\.label) == other.parameters.map(\.label)
      && parameters.map(\.type) == other.parameters.map(\.type)
  }
}
