import Diagnostics

/// Names, and the members of values and types.
extension CellChecker {
  func inferName(_ name: NameNode, expecting: Type?) -> Inferred {
    switch lookUp(name.text) {
    case .variable(let id)?:
      noteUse(of: id, mutating: false)
      let type = session.variables[id.index].type
      var value = Inferred(type: type, span: name.span) {
        self.noteUse(ofLent: id, at: name.span)
        return TypedExpression(.variable(id), self.inference.zonk(type), at: name.span)
      }
      value.isImplicitlyUnwrapped = session.variables[id.index].isImplicitlyUnwrapped
      return value
    case .functions(let symbols)?:
      return inferFunctionReference(name, symbols, expecting: expecting)
    case .computed(let callable)?:
      noteUse(of: callable, at: name.span)
      return inferLibraryCall(name, [callable], receiver: nil, [], expecting: nil, at: name.span)
    case .member?: return infer(qualified(name), expecting: expecting)
    case .type?: return unknownName(name)
    case .poisoned(let cell)?:
      blockedBy = blockedBy ?? cell
      return invalid(at: name.span)
    case nil:
      if let own = inferOwnMember(name, expecting: expecting) { return own }
      return inferFunctionValue(name, expecting: expecting)
    }
  }

  /// A property that the library gives the type around, named without `self`.
  func inferOwnMember(_ name: NameNode, expecting: Type?) -> Inferred? {
    guard let context = contexts.last(where: { $0.selfType != nil }), let type = context.selfType
    else { return nil }
    let kinds: [Callable.Kind]
    switch context.receiver {
    case .none: return nil
    case .type: kinds = [.staticProperty]
    case .value, .made: kinds = [.property]
    }
    guard !members(named: name.text, of: type, kinds).isEmpty else { return nil }
    return infer(qualified(name), expecting: expecting)
  }

  /// A function of the lesson as a value: the one that fits what is expected.
  func inferFunctionReference(
    _ name: NameNode,
    _ symbols: [Callable],
    expecting: Type?
  ) -> Inferred {
    let fitting = symbols.first { symbol in
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      return expecting.map { inference.unify(symbol.functionType, $0) } ?? true
    }
    let symbol = fitting ?? symbols[0]
    guard let id = symbol.function else { return invalid(at: name.span) }
    noteUse(of: id, at: name.span)
    let type = symbol.functionType
    return Inferred(type: type, span: name.span) {
      self.noteValue(of: id, at: name.span)
      return TypedExpression(.function(id), type, at: name.span)
    }
  }

  /// A library function or an operator as a value: a closure that calls it.
  func inferFunctionValue(_ name: NameNode, expecting: Type?) -> Inferred {
    let candidates = library.declarations(named: name.text).filter { $0.owner == nil }
    guard !candidates.isEmpty else { return unknownName(name) }
    var parameters: [Type]
    var result = inference.fresh()
    if let expecting,
      case .function(let expected, let expectedResult, _) = inference.resolve(expecting)
    {
      parameters = expected
      result = expectedResult
    } else if candidates.count == 1, candidates[0].genericCount == 0 {
      parameters = candidates[0].parameters.map(\.type)
      result = candidates[0].result
    } else {
      report(
        "cannot-infer",
        "'\(name.text)' as a value needs a type",
        at: name.span,
        help: "write a closure: '{ \(name.text)($0) }'"
      )
      return invalid(at: name.span)
    }
    let isOperator = name.isOperator
    let arguments = parameters.indices.map { index in
      ArgumentNode(
        label: nil,
        value: ExpressionNode(.name("$\(index)", labels: nil), at: name.span)
      )
    }
    let call: ExpressionNode.Kind =
      isOperator && arguments.count == 2
      ? .infix(arguments[0].value, name, arguments[1].value)
      : isOperator && arguments.count == 1
        ? .prefix(name, arguments[0].value)
        : .call(ExpressionNode(.name(name.text, labels: nil), at: name.span), arguments: arguments)
    let closure = ClosureNode(calling: ExpressionNode(call, at: name.span), parameters.count)
    return inferClosure(closure, expecting: .function(parameters, result), at: name.span)
  }

  func unknownName(_ name: NameNode) -> Inferred {
    if typeNamed(name.text) != nil {
      return unsupported(
        "a type as a value",
        at: name.span,
        help: "call it, as in '\(name.text)(x)'"
      )
    }
    // To find what a name may have meant takes time, which a message that is not shown is not worth.
    let near = hasMost(.error) ? nil : nameNear(name.text)
    report(
      "unknown-name",
      "cannot find '\(name.text)' in scope",
      at: name.span,
      help: ForeignWords.remedy(for: name.text) ?? near.map { "did you mean '\($0)'?" }
        ?? "declare it with 'let' or 'func' above this line"
    )
    return invalid(at: name.span)
  }

  /// The name in scope that is most like one.
  private func nameNear(_ name: String) -> String? {
    let known = Set(scopes.flatMap(\.keys)).union(library.names).union([
      "print", "debugPrint", "show", "expect",
    ])
    return nearestName(to: name, among: known.filter { $0.first?.isLetter == true })
  }

  func inferMember(
    _ base: ExpressionNode?,
    _ name: NameNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    guard let base else {
      guard let expecting else {
        report("cannot-infer", "'.\(name.text)' needs a type before the point", at: span)
        return invalid(at: span)
      }
      return inferStaticMember(of: inference.resolve(expecting), name, at: span)
    }
    if isModule(base, of: name.text) { return inferFunctionValue(name, expecting: expecting) }
    if let type = typeMeant(by: base) {
      return inferStaticMethodValue(name, of: type, base, expecting: expecting, at: span)
        ?? inferStaticMember(of: type, name, at: span)
    }
    let value = settledReceiver(infer(base), of: name)
    if case .tuple(let elements) = value.type {
      return inferTupleElement(value, elements, name, at: span)
    }
    guard value.type != .invalid else { return invalid(at: span) }
    let properties = members(named: name.text, of: value.type, [.property])
    if properties.contains(where: \.isGetterMutating) {
      guard let place = inferPlace(base) else { return invalid(at: span) }
      return inferLibraryCall(name, properties, receiver: place, [], expecting: expecting, at: span)
    }
    if !properties.isEmpty {
      return inferLibraryCall(name, properties, receiver: value, [], expecting: expecting, at: span)
    }
    if let reference = inferMethodValue(name, of: value, base, expecting: expecting, at: span) {
      return reference
    }
    return unknownMember(name, of: value.type, at: span)
  }

  func inferTupleElement(
    _ value: Inferred,
    _ elements: [Type.TupleElement],
    _ name: NameNode,
    at span: SourceSpan
  ) -> Inferred {
    guard let index = Int(name.text) ?? elements.firstIndex(where: { $0.label == name.text }),
      elements.indices.contains(index)
    else {
      let labels = elements.enumerated().map { $0.element.label ?? String($0.offset) }
      report(
        "unknown-member",
        "a tuple of type '\(inference.describe(value.type))' has no element '\(name.text)'",
        at: name.span,
        help: "its elements are '\(labels.joined(separator: "', '"))'"
      )
      return invalid(at: span)
    }
    return Inferred(type: elements[index].type, span: span) {
      TypedExpression(
        .tupleElement(value.build(), index),
        self.inference.zonk(elements[index].type),
        at: span
      )
    }
  }

  func inferStaticMember(of type: Type, _ name: NameNode, at span: SourceSpan) -> Inferred {
    guard type != .invalid else { return invalid(at: span) }
    if name.text == "self" { return metatype(of: type, at: span) }
    let candidates = members(named: name.text, of: type, [.staticProperty])
    if candidates.isEmpty, let wrapped = type.wrapped {
      // `.some` cases and static members are found through an optional too.
      if name.text == "none" {
        return Inferred(type: type, span: span) {
          TypedExpression(.none, self.inference.zonk(type), at: span)
        }
      }
      return inferStaticMember(of: inference.resolve(wrapped), name, at: span)
    }
    guard !candidates.isEmpty else { return unknownMember(name, of: type, at: span) }
    return inferLibraryCall(
      name,
      candidates,
      receiver: nil,
      [],
      expecting: nil,
      owner: type,
      at: span
    )
  }

  func unknownMember(_ name: NameNode, of type: Type, at span: SourceSpan) -> Inferred {
    let described = inference.describe(type)
    if !members(named: name.text, of: type, [.method, .mutatingMethod, .staticMethod]).isEmpty {
      report(
        "method-as-value",
        "'\(name.text)' is a method of '\(described)'",
        at: name.span,
        help: "call it: '\(name.text)(…)'"
      )
      return invalid(at: span)
    }
    let near = nearestName(to: name.text, among: memberNames(of: type))
    let isOfTensors: Bool
    if case .nominal(.array, _) = type {
      isOfTensors = !members(named: name.text, of: .nominal(.host("Tensor"), []), [.method]).isEmpty
    } else {
      isOfTensors = false
    }
    report(
      "unknown-member",
      "a value of type '\(described)' has no member '\(name.text)'",
      at: name.span,
      help: isOfTensors
        ? "a tensor has it: 'Tensor(xs).\(name.text)()'" : near.map { "did you mean '\($0)'?" }
    )
    return invalid(at: span)
  }
}
