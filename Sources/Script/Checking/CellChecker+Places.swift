import Diagnostics

/// What can be assigned, changed by a method or passed by `&`.
extension CellChecker {
  /// Infers an expression that can be assigned to, or reports why it cannot.
  func inferPlace(_ node: ExpressionNode) -> Inferred? {
    switch unwrappingImplicitly(node).kind {
    case .name(let name, _): return inferVariablePlace(name, node)
    case .parenthesized(let inner): return inferPlace(inner)
    case .forceUnwrap(let inner), .optionalChain(let inner):
      return inferUnwrappedPlace(inner, at: node.span)
    case .index(let base, let arguments):
      if let type = typeMeant(by: base), type != .invalid {
        let inferred = inferStaticSubscript(of: type, arguments, at: node.span)
        guard let call = inferred.call else { return nil }
        return accessed(inferred, by: call, "subscript", of: nil, at: node.span)
      }
      guard let collection = inferPlace(base) else { return nil }
      return inferElementPlace(of: collection, arguments, at: node.span)
    case .member(let base?, let name):
      if let type = typeMeant(by: base) {
        let candidates = members(named: name.text, of: type, [.staticProperty])
        return inferAccessedPlace(candidates, name, of: nil, type, at: node.span)
      }
      guard let value = inferPlace(base) else { return nil }
      return inferMemberPlace(of: value, name, at: node.span)
    default:
      report(
        "not-assignable",
        "this is a value, not a place that can be changed",
        at: node.span,
        help: "bind it to a 'var' first"
      )
      return nil
    }
  }

  /// `&place`, as an argument.
  func inferInout(_ node: ExpressionNode, at span: SourceSpan) -> Inferred {
    guard let place = inferPlace(node) else { return invalid(at: span) }
    var inferred = Inferred(type: .inout(place.type), span: span) {
      let built = self.buildPlace(place)
      return TypedExpression(.inout(built), .inout(built.type), at: span)
    }
    inferred.place = place.place
    return inferred
  }

  func buildPlace(_ place: Inferred) -> Place {
    guard let build = place.place else { return .variable(VariableID(0), .invalid) }
    return build()
  }

  // MARK: - Variables and elements

  private func inferVariablePlace(_ name: String, _ node: ExpressionNode) -> Inferred? {
    guard case .variable(let id)? = lookUp(name) else {
      switch lookUp(name) {
      case .poisoned(let cell): blockedBy = blockedBy ?? cell
      case .computed(let callable):
        noteUse(of: callable, at: node.span)
        if let setter = callable.setter { noteUse(of: setter, at: node.span) }
        let name = NameNode(name, at: node.span)
        return inferAccessedPlace([callable], name, of: nil, callable.result, at: node.span)
      case .functions: report("not-assignable", "'\(name)' is a function", at: node.span)
      case .member: return inferPlace(qualified(NameNode(name, at: node.span)))
      case .variable, .type, nil: _ = unknownName(NameNode(name, at: node.span))
      }
      return nil
    }
    guard !constants.contains(id) else {
      report(
        "constant-assignment",
        "'\(name)' is a constant and cannot be changed",
        at: node.span,
        help: name == "self"
          ? "write 'mutating' before 'func'"
          : "declare it with 'var', or keep the new value in a name of its own"
      )
      return nil
    }
    noteUse(of: id, mutating: true)
    let type = session.variables[id.index].type
    var inferred = infer(node)
    let observed = observedPlace(id, at: node.span)
    inferred.place = { observed ?? .variable(id, self.inference.zonk(type)) }
    return inferred
  }

  private func inferElementPlace(
    of collection: Inferred,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred? {
    let type = inference.resolve(collection.type)
    if case .nominal(.arraySlice, let parameters) = type, arguments.count == 1 {
      return inferSliceElementPlace(of: collection, parameters[0], arguments, at: span)
    }
    guard case .nominal(.array, let parameters) = type else {
      guard type != .invalid else { return nil }
      var base = collection
      base.type = type
      let inferred = inferSubscript(of: base, arguments, at: span)
      guard let call = inferred.call else { return nil }
      return accessed(inferred, by: call, "subscript", of: collection, at: span)
    }
    let index = inferArrayIndex(arguments, at: span)
    var inferred = Inferred(type: parameters[0], span: span) {
      TypedExpression(
        .element(collection.build(), index: index.build()),
        self.inference.zonk(parameters[0]),
        at: span
      )
    }
    inferred.place = {
      .element(
        self.buildPlace(collection),
        index: index.build(),
        self.inference.zonk(parameters[0]),
        at: span
      )
    }
    return inferred
  }

  /// An element of a slice: of its array, at the place that the index has there.
  private func inferSliceElementPlace(
    of slice: Inferred,
    _ element: Type,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred? {
    var inferred = inferSubscript(of: slice, arguments, at: span)
    guard inferred.call != nil else { return nil }
    let value = inferred.build
    inferred.place = {
      let (base, element) = (self.buildPlace(slice), self.inference.zonk(element))
      guard !base.hasEffects, case .intrinsic(.sliceElement, let operands) = value().kind else {
        self.report(
          "not-assignable",
          "a part of a slice cannot be changed in a place that is computed",
          at: span,
          help: "bind the slice to a 'var' first"
        )
        return base
      }
      return .element(
        .tupleElement(base, 1, .array(element)),
        index: TypedExpression(.intrinsic(.sliceOffset, operands), .int, at: span),
        element,
        at: span
      )
    }
    return inferred
  }

  // MARK: - Members

  private func inferMemberPlace(
    of base: Inferred,
    _ name: NameNode,
    at span: SourceSpan
  ) -> Inferred? {
    let type = inference.resolve(base.type)
    if case .tuple(let elements) = type {
      var inferred = inferTupleElement(base, elements, name, at: span)
      guard let index = Int(name.text) ?? elements.firstIndex(where: { $0.label == name.text }),
        elements.indices.contains(index)
      else { return nil }
      inferred.place = {
        .tupleElement(self.buildPlace(base), index, self.inference.zonk(elements[index].type))
      }
      return inferred
    }
    guard type != .invalid else { return nil }
    let candidates = members(named: name.text, of: type, [.property])
    return inferAccessedPlace(candidates, name, of: base, type, at: span)
  }

  /// A property that functions read and write.
  private func inferAccessedPlace(
    _ candidates: [Callable],
    _ name: NameNode,
    of base: Inferred?,
    _ type: Type,
    at span: SourceSpan
  ) -> Inferred? {
    guard !candidates.isEmpty else {
      _ = unknownMember(name, of: type, at: span)
      return nil
    }
    let inferred = inferLibraryCall(
      name,
      candidates,
      receiver: base,
      [],
      expecting: nil,
      at: span
    )
    guard let call = inferred.call else { return nil }
    return accessed(inferred, by: call, name.text, of: base, at: span)
  }

  private func accessed(
    _ value: Inferred,
    by call: OverloadedCall,
    _ name: String,
    of base: Inferred?,
    at span: SourceSpan
  ) -> Inferred? {
    solvePending()
    let candidates =
      call.choice.map { [$0.candidate.declaration] }
      ?? call.candidates.map(\.declaration)
    let isMade = isMadeSelf(base)
    guard candidates.contains(where: { $0.isSettable || (isMade && $0.isField) }),
      candidates.contains(where: { !$0.isSetterPrivate || isInside($0.owner) })
    else {
      report(
        "not-assignable",
        "'\(name)' of a value of type '\(inference.describe(base?.type ?? call.owner ?? call.result))' cannot be changed",
        at: span,
        help: candidates.first.map { Self.assignmentHelp($0) }
      )
      return nil
    }
    let unobserved = isMade || isUnobserved(name, base)
    var inferred = value
    inferred.place = {
      let built = value.build()
      let type = self.inference.zonk(value.type)
      let setter = call.choice?.candidate.declaration.setter
      let isGetterMutating = call.choice?.candidate.declaration.isGetterMutating ?? false
      let accessor: Accessor
      var arguments: [TypedExpression] = []
      switch built.kind {
      case .tupleElement(_, let index):
        guard let base else { return .variable(VariableID(0), .invalid) }
        guard let setter, !unobserved else {
          return .tupleElement(self.buildPlace(base), index, type)
        }
        accessor = .observed(index, setter: setter)
      case .variable(let id): return .variable(id, type)
      case .intrinsic(.lookUp, let values):
        guard let base else { return .variable(VariableID(0), .invalid) }
        return .entry(self.buildPlace(base), key: values[1], type, at: span)
      case .intrinsic(.lookUpOrDefault, let values):
        guard let base else { return .variable(VariableID(0), .invalid) }
        let place = self.buildPlace(base)
        return .entryOrDefault(place, key: values[1], default: values[2], type, at: span)
      case .host(let index, let values):
        accessor = .host(index)
        arguments = Array(values.dropFirst(base == nil ? 0 : 1))
      case .call(let getter, let values):
        guard let setter else { return .variable(VariableID(0), .invalid) }
        accessor = .functions(
          getter: getter,
          setter: setter,
          isGetterMutating: isGetterMutating
        )
        arguments = Array(values.dropFirst(base == nil ? 0 : 1))
      default: return .variable(VariableID(0), .invalid)
      }
      return .computed(accessor, base.map { self.buildPlace($0) }, arguments, type, at: span)
    }
    return inferred
  }

  private static func assignmentHelp(_ declaration: Callable) -> String {
    if declaration.isSetterPrivate {
      return "only the type's own members may: it is 'private(set)'"
    }
    switch declaration.implementation {
    case .field, .value: return "it is a constant: declare it with 'var'"
    case .function: return "it is computed, and has no 'set'"
    default: return "make a new value with the part that you want"
    }
  }

  /// Whether a base is the `self` that an initializer makes.
  private func isMadeSelf(_ base: Inferred?) -> Bool {
    guard case .variable(let id, _)? = base?.place?(),
      case .made(let made, _)? = contexts.last(where: { $0.selfType != nil })?.receiver
    else { return false }
    return id == made
  }

  /// Whether a property of `self` is written by its own observer.
  private func isUnobserved(_ name: String, _ base: Inferred?) -> Bool {
    guard let context = contexts.last(where: { $0.selfType != nil }),
      context.unobserved.contains(name), case .variable(let id, _)? = base?.place?()
    else { return false }
    return session.variables[id.index].name == "self"
  }
}

extension Callable {
  fileprivate var isField: Bool { if case .field = implementation { true } else { false } }
}
