import Diagnostics

/// Errors: what throws, and what catches.
extension CellChecker {
  /// What stands around the expression that is inferred now.
  var throwContext: ThrowContext { ThrowContext(isTried: tries > 0, handler: handler) }

  /// Tells the handler around a call of it.
  func noteThrow(of call: OverloadedCall) {
    guard tries > 0 else { return }
    handler.note { [unowned self] in self.thrown(by: call) }
  }

  /// The type of the errors that a call may throw, as far as is known before it is built.
  private func thrown(by call: OverloadedCall) -> Type? {
    guard let declaration = call.choice?.candidate.declaration else { return nil }
    guard !declaration.isThrowing else { return declaration.thrown ?? .error }
    let passesErrors = call.arguments.contains {
      $0.map { inference.resolve($0.type).isThrowingFunction } ?? false
    }
    return declaration.isRethrowing && passesErrors ? .error : nil
  }

  /// Infers an operand that is evaluated as a function of its own: errors lose their type.
  func asAutoclosure(_ body: () -> Inferred) -> Inferred {
    let outer = handler
    handler = ErrorCatcher(.widening, within: outer)
    defer { handler = outer }
    return body()
  }

  /// Returns the type that a `throws(Type)` names; nil where any error is meant.
  func resolveThrown(_ node: TypeNode?) -> Type? {
    guard let node else { return nil }
    let type = resolveType(node)
    guard type != .error, type != .invalid else { return nil }
    thrownTypes.append((type, node.span))
    return type
  }

  /// Reports the types in `throws(Type)` that are none of errors.
  func checkThrownTypes() {
    for (type, span) in thrownTypes where !inference.conforms(type, to: .error) {
      report(
        "wrong-thrown-type",
        "'\(type)' is no type of errors",
        at: span,
        help: "declare it with ': Error', or write 'throws' alone"
      )
    }
    thrownTypes = []
  }

  /// Reports a throwing expression that nothing marks or catches.
  func checkThrow(of what: String, _ type: Type, _ context: ThrowContext, at span: SourceSpan) {
    guard context.isTried else {
      return report(
        "unmarked-throw",
        "\(what) can throw an error, but is not marked with 'try'",
        at: span,
        help: "write 'try' before it"
      )
    }
    checkHandled(
      "the error that \(what) can throw",
      type,
      context.handler,
      help: "put it into 'do { … } catch { … }', write 'try?', or let the function 'throw'",
      at: span
    )
  }

  private func checkHandled(
    _ what: String,
    _ type: Type,
    _ handler: ErrorCatcher,
    help: String,
    at span: SourceSpan
  ) {
    switch handler.refusal(of: type) {
    case nil: break
    case .unhandled: report("unhandled-error", "nothing catches \(what)", at: span, help: help)
    case .uncovered:
      report(
        "unhandled-error",
        "the clauses around it may not catch \(what)",
        at: span,
        help: "add 'catch { … }' as the last one, or let the function 'throw'"
      )
    case .otherType(let taken):
      report(
        "wrong-thrown-type",
        "\(what) is of type '\(type)', but only '\(taken)' can be thrown here",
        at: span,
        help: "catch it: 'do { … } catch { … }', or write 'throws' without a type"
      )
    }
  }

  func checkThrow(_ node: ExpressionNode, _ span: SourceSpan) -> StatementBuilder {
    let mark = inference.count
    let handler = handler
    let wanted = handler.onlyType ?? .error
    handler.note { .error }
    let inferred = infer(node, expecting: wanted)
    finish(since: mark)
    let error = convert(inferred, to: .error)
    return {
      let value = error.build()
      let thrown = self.inference.zonk(inferred.type)
      let type = wanted == .error || thrown == .invalid ? wanted : thrown
      self.checkHandled(
        "this error",
        type,
        handler,
        help: "let the function 'throw', or catch it: 'do { … } catch { … }'",
        at: span
      )
      return [TypedStatement(.throw(value), at: span)]
    }
  }

  func checkDoCatch(
    _ body: [StatementNode],
    throws thrown: TypeNode?,
    _ clauses: [CatchNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let outer = handler
    let declared = resolveThrown(thrown)
    let catchesAll = clauses.contains(where: \.catchesAll)
    let own = ErrorCatcher(
      declared.map { .only($0) } ?? (catchesAll ? .clauses : .passing),
      within: outer
    )
    handler = own
    let block = withJump(.block) { checkBlock(body) }
    handler = outer
    // Patterns of types ask of an error of any type.
    let isTyped = !clauses.contains { $0.items.contains(where: \.pattern.isCast) }
    let type = isTyped ? declared ?? own.thrown ?? .error : .error
    own.close(passingOn: !catchesAll)
    return withScope {
      let caught = declareVariable("caught", .error, isConstant: true, at: span)
      scopes[scopes.count - 1] = [:]
      let cases = clauses.map { checkClause($0, type, caught) }
      return {
        if !catchesAll, let declared {
          let around = ThrowContext(isTried: true, handler: outer)
          self.checkThrow(of: "this 'do'", declared, around, at: span)
        }
        return [TypedStatement(.doCatch(block(), caught, cases.map { $0() }), at: span)]
      }
    }
  }

  /// Checks a `catch`, of errors of a type; what is caught is an error of any.
  private func checkClause(
    _ clause: CatchNode,
    _ type: Type,
    _ caught: VariableID
  ) -> () -> TypedCase {
    let declaration = type.declaration
    guard clause.items.isEmpty else {
      let node = SwitchCaseNode(items: clause.items, body: clause.body, at: clause.span)
      let checked = checkCase(node, type) { checkBlock(clause.body) }
      return {
        var typed = checked()
        guard let declaration else { return typed }
        for index in typed.items.indices {
          typed.items[index].pattern = .error(declaration, typed.items[index].pattern)
        }
        return typed
      }
    }
    return withScope {
      let error = declareVariable("error", type, isConstant: true, at: clause.span)
      let body = checkBlock(clause.body)
      return {
        let named = TypedPattern.variable(error, type)
        let pattern = declaration.map { .error($0, named) } ?? named
        return TypedCase(items: [(pattern, nil)], body: body())
      }
    }
  }

  // MARK: - try

  func inferAttempt(
    _ node: ExpressionNode,
    _ keyword: String,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    tries += 1
    defer { tries -= 1 }
    guard keyword != "try" else { return infer(node, expecting: expecting) }
    let outer = handler
    handler = ErrorCatcher(.everything)
    defer { handler = outer }
    if keyword == "try!" {
      let value = infer(node, expecting: expecting)
      return Inferred(type: value.type, span: span) {
        let built = value.build()
        return TypedExpression(.forcedAttempt(built), built.type, at: span)
      }
    }
    let mark = inference.count
    let value = infer(node, expecting: expecting?.wrapped ?? expecting)
    finish(since: mark)
    // `try?` adds no second optional.
    let type = inference.zonk(value.type)
    let result = type.wrapped == nil ? Type.optional(type) : type
    return Inferred(type: type == .invalid ? .invalid : result, span: span) {
      TypedExpression(.attempt(value.build()), result, at: span)
    }
  }

  // MARK: - Casts

  /// `error as? Type`, `error as! Type` and `error is Type`.
  func inferCast(
    _ node: ExpressionNode,
    _ keyword: String,
    _ written: TypeNode,
    at span: SourceSpan
  ) -> Inferred {
    let target = resolveType(written)
    if keyword == "as" { return convert(infer(node, expecting: target), to: target) }
    let value = settled(infer(node))
    guard value.type == .error, target.declaration != nil, inference.conforms(target, to: .error)
    else {
      guard value.type != .invalid, target != .invalid else { return invalid(at: span) }
      return unsupported(
        "'\(keyword)'",
        at: span,
        help: "only errors can be of several types: the type of this is known"
      )
    }
    let optional = Type.optional(target)
    func cast() -> TypedExpression {
      TypedExpression(.errorCast(value.build()), optional, at: span)
    }
    switch keyword {
    case "is":
      return Inferred(type: .bool, span: span) {
        TypedExpression(.intrinsic(.isPresent, [cast()]), .bool, at: span)
      }
    case "as!":
      return Inferred(type: target, span: span) {
        TypedExpression(.intrinsic(.forceUnwrap, [cast()]), target, at: span)
      }
    default: return Inferred(type: optional, span: span) { cast() }
    }
  }
}

extension CatchNode {
  /// Whether it catches every error.
  fileprivate var catchesAll: Bool {
    items.isEmpty || items.contains { $0.condition == nil && $0.pattern.catchesAll }
  }
}

extension PatternNode {
  /// Whether it asks of which type an error is.
  fileprivate var isCast: Bool {
    switch kind {
    case .cast, .type: true
    case .binding(_, let inner): inner.isCast
    default: false
    }
  }

  /// Whether a `catch` with it catches every error.
  fileprivate var catchesAll: Bool {
    switch kind {
    case .name, .wildcard: true
    case .binding(_, let inner): inner.catchesAll
    default: false
    }
  }
}

extension StatementNode {
  /// Whether an error may leave it: a closure of such statements throws.
  var throwsErrors: Bool {
    switch kind {
    case .throw: return true
    case .doCatch(let body, _, let clauses):
      return (!clauses.contains(where: \.catchesAll) && body.contains(where: \.throwsErrors))
        || clauses.contains { $0.body.contains(where: \.throwsErrors) }
    case .expression(let expression): if expression.throwsErrors { return true }
    case .binding(_, let bindings):
      return bindings.contains { $0.value?.throwsErrors ?? false }
    case .assignment(_, let value), .compoundAssignment(_, _, let value): return value.throwsErrors
    case .return(let value): return value?.throwsErrors ?? false
    case .if(let conditions, _, _), .while(let conditions, _), .guard(let conditions, _):
      if conditions.contains(where: \.throwsErrors) { return true }
    case .forIn(_, let sequence, _, _): if sequence.throwsErrors { return true }
    case .switch(let subject, _), .repeatWhile(_, let subject):
      if subject.throwsErrors { return true }
    default: break
    }
    return inner.contains(where: \.throwsErrors)
  }
}

extension ConditionNode {
  fileprivate var throwsErrors: Bool {
    switch self {
    case .expression(let node), .unwrap(_, _, let node, _), .match(_, let node): node.throwsErrors
    }
  }
}

extension ExpressionNode {
  /// Whether a `try` stands in it, outside of closures.
  var throwsErrors: Bool {
    switch kind {
    case .attempt(_, "try"): true
    case .attempt: false
    case .statement(let statement): statement.throwsErrors
    default: parts.contains(where: \.throwsErrors)
    }
  }
}
