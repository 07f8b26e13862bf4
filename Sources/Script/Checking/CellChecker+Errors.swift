import Diagnostics

/// Errors: what throws, and what catches.
extension CellChecker {
  /// What stands around the expression that is inferred now.
  var throwContext: ThrowContext {
    ThrowContext(isTried: tries > 0, isHandled: catches > 0 || contexts.count == 1)
  }

  /// Reports a throwing expression that nothing marks or catches.
  func checkThrow(of what: String, _ context: ThrowContext, at span: SourceSpan) {
    if !context.isTried {
      report(
        "unmarked-throw",
        "\(what) can throw an error, but is not marked with 'try'",
        at: span,
        help: "write 'try' before it"
      )
    } else if !context.isHandled {
      report(
        "unhandled-error",
        "nothing catches the error that \(what) can throw",
        at: span,
        help: "put it into 'do { … } catch { … }', write 'try?', or let the function 'throw'"
      )
    }
  }

  func checkThrow(_ node: ExpressionNode, _ span: SourceSpan) -> StatementBuilder {
    let mark = inference.count
    let inferred = infer(node, expecting: .error)
    finish(since: mark)
    let error = convert(inferred, to: .error)
    if !throwContext.isHandled {
      report(
        "unhandled-error",
        "nothing catches this error",
        at: span,
        help: "let the function 'throw', or catch it: 'do { … } catch { … }'"
      )
    }
    return { [TypedStatement(.throw(error.build()), at: span)] }
  }

  func checkDoCatch(
    _ body: [StatementNode],
    _ clauses: [CatchNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let isExhaustive = clauses.contains { clause in
      clause.items.isEmpty
        || clause.items.contains { $0.condition == nil && $0.pattern.catchesAll }
    }
    if isExhaustive { catches += 1 }
    let block = withJump(.block) { checkBlock(body) }
    if isExhaustive { catches -= 1 }
    return withScope {
      let caught = declareVariable("error", .error, isConstant: true, at: span)
      let cases = clauses.map { clause -> () -> TypedCase in
        guard !clause.items.isEmpty else {
          let body = checkBlock(clause.body)
          return { TypedCase(items: [(.wildcard(.error), nil)], body: body()) }
        }
        let node = SwitchCaseNode(items: clause.items, body: clause.body, at: clause.span)
        return checkCase(node, .error) { checkBlock(clause.body) }
      }
      return { [TypedStatement(.doCatch(block(), caught, cases.map { $0() }), at: span)] }
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
    catches += 1
    defer { catches -= 1 }
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

extension PatternNode {
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
    case .doCatch(let body, let clauses):
      let catchesAll = clauses.contains { clause in
        clause.items.isEmpty
          || clause.items.contains { $0.condition == nil && $0.pattern.catchesAll }
      }
      return (!catchesAll && body.contains(where: \.throwsErrors))
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
