import Diagnostics

/// The body of a function, a method, an accessor or an initializer, with all that it is checked by.
struct FunctionBody {
  /// What `self` is.
  enum Receiver {
    case none
    case value(isMutating: Bool)
    /// The value that an initializer makes.
    case made(isFailable: Bool)
    case type
  }

  var id: FunctionID
  /// The name in messages.
  var name: String
  var parameters: [(name: NameNode, type: Type)]
  var result: Type
  var isThrowing: Bool
  /// The only type of errors that it throws; nil for any.
  var thrown: Type?
  var statements: [StatementNode]
  var selfType: Type?
  var receiver = Receiver.none
  /// The stored properties that are written past their observers.
  var unobserved: Set<String> = []
  /// The variable that is written past its observers.
  var unobservedVariable: VariableID?
  /// Where problems of the whole body are reported.
  var place: SourceSpan
  var span: SourceSpan
}

/// Which members a body can name without `self`.
struct MemberScope: Hashable {
  var owner: Type
  var kinds: Set<Callable.Kind>
}

extension CellChecker {
  /// Checks the members of the types that a statement declares.
  func checkMemberBodies(at span: SourceSpan) {
    for body in memberBodies.removeValue(forKey: span) ?? [] {
      withTypes(body.path) { checkBody(body.function) }
    }
  }

  func checkBody(_ function: FunctionBody) {
    contexts.append(
      FunctionContext(
        id: function.id,
        result: function.result,
        isThrowing: function.isThrowing,
        selfType: function.selfType,
        unobserved: function.unobserved,
        unobservedVariable: function.unobservedVariable
      )
    )
    let outer = (tries, handler, isInChain)
    tries = 0
    handler = ErrorCatcher(isThrowing: function.isThrowing, function.thrown)
    isInChain = false
    scopes.append(memberScope(of: function))
    let (parameters, body) = withScope {
      let (receiver, start) = declareSelf(function)
      let parameters = function.parameters.map { declareParameter($0.name, $0.type) }
      // A body's own names may be those of its parameters.
      return (receiver + parameters, start + withScope { checkedBody(function) })
    }
    scopes.removeLast()
    (tries, handler, isInChain) = outer
    let context = contexts.removeLast()
    session.functions[function.id.index] = TypedFunction(
      name: session.functions[function.id.index].name,
      parameters: parameters,
      result: function.result,
      captures: context.captures,
      isThrowing: context.isThrowing,
      body: body,
      span: function.span
    )
    bodies.append(
      CheckedBody(
        id: function.id,
        level: contexts.count,
        made: context.receiver.madeVariable,
        place: function.place
      )
    )
    origins.defined.insert(function.id)
  }

  private func checkedBody(_ function: FunctionBody) -> [TypedStatement] {
    let result = function.result
    if case .made = function.receiver {
      let body = checkStatements(function.statements)()
      return Self.alwaysReturns(body) ? body : body + returnSelf(at: function.place)
    }
    // A body of one expression returns it.
    if function.statements.count == 1, let node = function.statements[0].asValue(of: result),
      result != .void, result != .never
    {
      let mark = inference.count
      let value = convert(infer(node, expecting: result), to: result)
      finish(since: mark)
      let built = value.build()
      if built.type == .never { return [TypedStatement(.expression(built), at: node.span)] }
      return [TypedStatement(.return(built), at: node.span)]
    }
    let body = checkStatements(function.statements)()
    if result != .void, result != .invalid, !Self.alwaysReturns(body) {
      report(
        "missing-return",
        "'\(function.name)' does not return a value of type '\(result)' on every path",
        at: function.place,
        help: "end each path with 'return'"
      )
    }
    return body
  }

  /// `return self`, as an initializer ends.
  func returnSelf(at span: SourceSpan) -> [TypedStatement] {
    guard let context = contexts.last, case .made(let id, let isFailable) = context.receiver,
      let type = context.selfType
    else { return [] }
    var value = TypedExpression(.variable(id), type, at: span)
    if isFailable { value = TypedExpression(.intrinsic(.wrap, [value]), .optional(type), at: span) }
    return [TypedStatement(.return(value), at: span)]
  }

  // MARK: - self

  /// The members that a body can name without `self`.
  private func memberScope(of function: FunctionBody) -> [String: Symbol] {
    guard let owner = function.selfType else { return [:] }
    let kinds: Set<Callable.Kind>
    switch function.receiver {
    case .none: return [:]
    case .type: kinds = [.staticMethod, .staticProperty]
    case .value, .made: kinds = [.method, .mutatingMethod, .property]
    }
    let key = MemberScope(owner: owner, kinds: kinds)
    if let scope = memberScopes[key] { return scope }
    let scope = lessonMembers.compactMapValues { members -> Symbol? in
      members.contains { kinds.contains($0.kind) && $0.owner == owner } ? .member : nil
    }
    memberScopes[key] = scope
    return scope
  }

  private func declareSelf(_ function: FunctionBody) -> ([VariableID], [TypedStatement]) {
    guard let type = function.selfType else { return ([], []) }
    let last = contexts.count - 1
    let name = NameNode("self", at: function.place)
    switch function.receiver {
    case .none: return ([], [])
    case .type:
      contexts[last].receiver = .type
      return ([], [])
    case .value(let isMutating):
      contexts[last].receiver = .value
      return ([declareParameter(name, isMutating ? .inout(type) : type)], [])
    case .made(let isFailable):
      let id = declareVariable("self", type, isConstant: false, at: function.place)
      session.variables[id.index].isMutated = true
      contexts[last].receiver = .made(id, isFailable: isFailable)
      let start = TypedStatement(.declare(id), at: function.place)
      if let uses = type.declaration.flatMap({ initialUses[$0] }) {
        noteUse(of: uses, at: function.place)
      }
      let delegates = function.statements.contains(where: \.delegatesInitialization)
      return ([], [start] + (delegates ? [] : initialAssignments(to: id, of: type)))
    }
  }

  /// The initial values that a structure's declaration gives.
  private func initialAssignments(to id: VariableID, of type: Type) -> [TypedStatement] {
    guard let fields = type.declaration?.fields else { return [] }
    return fields.enumerated().compactMap { index, field in
      field.initialValue.map { value in
        TypedStatement(
          .assign(.tupleElement(.variable(id, type), index, field.type), value),
          at: value.span
        )
      }
    }
  }

  /// The member that an unqualified name means, with its `self` written out.
  func qualified(_ name: NameNode) -> ExpressionNode {
    ExpressionNode(.member(implicitSelf(at: name.span), name: name), at: name.span)
  }

  /// `self`, or the type where `self` is it.
  func implicitSelf(at span: SourceSpan) -> ExpressionNode {
    if let context = contexts.last(where: { $0.selfType != nil }), case .type = context.receiver,
      let type = context.selfType
    {
      return ExpressionNode(.type(TypeNode(.resolved(type), at: span)), at: span)
    }
    return ExpressionNode(.name("self", labels: nil), at: span)
  }

  // MARK: - Paths

  /// Whether no path goes on behind statements.
  static func alwaysReturns(_ body: [TypedStatement]) -> Bool {
    body.contains { $0.leaves }
  }
}
