import Diagnostics

/// `switch`, and `if` and `switch` in the place of an expression.
extension CellChecker {
  func checkSwitch(
    _ subject: ExpressionNode,
    _ cases: [SwitchCaseNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let (value, type) = checkSubject(subject)
    let built = withJump(.selection) {
      cases.map { node in
        checkCase(node, type) { checkBlock(node.body) }
      }
    }
    return {
      let typed = built.map { $0() }
      self.checkExhaustiveness(typed, cases, type, span)
      for (node, typed) in zip(cases, typed) where node.body.isEmpty || typed.body.isEmpty {
        self.checkEmptyBody(node)
      }
      return [TypedStatement(.switch(value.build(), typed), at: span)]
    }
  }

  private func checkEmptyBody(_ node: SwitchCaseNode) {
    guard node.body.isEmpty else { return }
    report(
      "empty-case",
      "this case has no statement",
      at: node.span,
      help: "write 'break' where there is nothing to do"
    )
  }

  private func checkSubject(_ node: ExpressionNode) -> (Inferred, Type) {
    let mark = inference.count
    let inferred = infer(node)
    finish(since: mark)
    let type = inference.zonk(inferred.type)
    return (inferred, inference.isConcrete(type) ? type : .invalid)
  }

  /// Checks a case's patterns, and its body in the scope of what they bind.
  func checkCase(
    _ node: SwitchCaseNode,
    _ type: Type,
    _ body: () -> StatementBuilder
  ) -> () -> TypedCase {
    withScope {
      var items: [() -> (pattern: TypedPattern, condition: TypedExpression?)] = []
      var bound: Set<String>?
      for item in node.items {
        // Every pattern of a case binds the same names: to the same variables.
        let before = scopes[scopes.count - 1]
        let names = item.pattern.boundNames
        if let bound, bound != names {
          let other = bound.symmetricDifference(names).sorted().first ?? ""
          report(
            "pattern-names",
            "'\(other)' is not bound by every pattern of this case",
            at: item.pattern.span,
            help: "bind the same names in each pattern, or write two cases"
          )
        }
        let pattern: () -> TypedPattern
        if bound == nil {
          pattern = matchPattern(item.pattern, to: type, isConstant: true)
        } else {
          scopes[scopes.count - 1] = [:]
          let other = matchPattern(item.pattern, to: type, isConstant: true)
          let own = scopes[scopes.count - 1]
          scopes[scopes.count - 1] = before
          pattern = { self.renaming(other(), from: own, to: before, at: item.pattern.span) }
        }
        bound = bound ?? names
        let condition = item.condition.map { node -> Inferred in
          let mark = inference.count
          let test = convert(infer(node, expecting: .bool), to: .bool)
          finish(since: mark)
          return test
        }
        items.append { (pattern(), condition?.build()) }
      }
      let block = body()
      return { TypedCase(items: items.map { $0() }, body: block()) }
    }
  }

  /// A pattern whose variables are those of the same names in another one.
  private func renaming(
    _ pattern: TypedPattern,
    from own: [String: Symbol],
    to other: [String: Symbol],
    at span: SourceSpan
  ) -> TypedPattern {
    func renamed(_ id: VariableID) -> VariableID {
      for (name, symbol) in own {
        if case .variable(id) = symbol, case .variable(let first)? = other[name] { return first }
      }
      return id
    }
    switch pattern {
    case .variable(let id, let type):
      let first = renamed(id)
      let expected = session.variables[first.index].type
      if expected != type, type != .invalid {
        report(
          "pattern-names",
          "'\(session.variables[id.index].name)' is of type '\(type)' here, and '\(expected)' before",
          at: span,
          help: "write two cases"
        )
      }
      return .variable(first, type)
    case .tuple(let parts):
      return .tuple(parts.map { renaming($0, from: own, to: other, at: span) })
    case .some(let inner): return .some(renaming(inner, from: own, to: other, at: span))
    case .enumCase(let type, let index, let parts):
      return .enumCase(type, index, parts.map { renaming($0, from: own, to: other, at: span) })
    case .error(let type, let inner):
      return .error(type, renaming(inner, from: own, to: other, at: span))
    case .wildcard, .none, .test: return pattern
    }
  }

  private func checkExhaustiveness(
    _ typed: [TypedCase],
    _ nodes: [SwitchCaseNode],
    _ type: Type,
    _ span: SourceSpan
  ) {
    guard type != .invalid, !nodes.contains(where: \.items.isEmpty) else { return }
    let rows = typed.flatMap(\.items).filter { $0.condition == nil }.map { [$0.pattern] }
    guard let missing = Exhaustiveness.missing(rows, of: [type])?.first else { return }
    report(
      "not-exhaustive",
      "this 'switch' does not cover every value: '\(missing)' is missing",
      at: SourceSpan(span.start, span.start + 6),
      help: missing == "_" ? "add 'default:'" : "add 'case \(missing):', or 'default:'"
    )
  }

  // MARK: - As expressions

  /// `if` or `switch` as a value: each way ends in an expression, which the value is of.
  ///
  /// Where nothing around it says of which type, each way is of the type that it has on its own.
  func inferStatement(
    _ statement: StatementNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let type = expecting ?? inference.fresh()
    let holder = withScope {
      declareVariable("value.\(session.variables.count)", type, isConstant: true, at: span)
    }
    let result = ValueResult(holder: holder, type: type, isDemanded: expecting != nil)
    let build = checkValueStatement(statement, result)
    return Inferred(type: type, span: span) {
      let decided = self.decided(type, at: span)
      self.session.variables[holder.index].type = decided
      let statements = [TypedStatement(.declare(holder), at: span)] + build()
      return TypedExpression(.statements(statements, holder), decided, at: span)
    }
  }

  /// What the ways of an `if` or `switch` assign their values to.
  private struct ValueResult {
    var holder: VariableID
    var type: Type
    /// Whether the surroundings say of which type the value is.
    var isDemanded: Bool
  }

  private func checkValueStatement(
    _ statement: StatementNode,
    _ result: ValueResult
  ) -> StatementBuilder {
    let span = statement.span
    switch statement.kind {
    case .if(let conditions, let then, let otherwise?):
      scopes.append([:])
      let condition = checkConditions(conditions)
      let thenBlock = checkValueBlock(then, result, at: span)
      scopes.removeLast()
      let elseBlock = checkValueBlock(otherwise, result, at: span)
      return {
        [TypedStatement(.if(condition(), then: thenBlock(), otherwise: elseBlock()), at: span)]
      }
    case .switch(let subject, let cases):
      let (value, type) = checkSubject(subject)
      let built = cases.map { node in
        checkCase(node, type) { checkValueBlock(node.body, result, at: node.span) }
      }
      return {
        let typed = built.map { $0() }
        self.checkExhaustiveness(typed, cases, type, span)
        return [TypedStatement(.switch(value.build(), typed), at: span)]
      }
    default:
      report(
        "statement-as-value",
        "this 'if' has no value where its condition does not hold",
        at: span,
        help: "add 'else { … }'"
      )
      return { [] }
    }
  }

  private func checkValueBlock(
    _ body: [StatementNode],
    _ result: ValueResult,
    at span: SourceSpan
  ) -> StatementBuilder {
    guard body.count == 1 else {
      report(
        "statement-as-value",
        "each way of an 'if' or 'switch' that is a value is one expression",
        at: body.first?.span ?? span,
        help: "compute it before, or write a function"
      )
      return { [] }
    }
    switch body[0].kind {
    case .if, .switch: return withScope { checkValueStatement(body[0], result) }
    case .throw, .fallthrough: return withScope { checkStatement(body[0], isShown: false) }
    case .expression(let node):
      let place = node.span
      let value = inferWay(node, result)
      if inference.resolve(value.type) == .never {
        return { [TypedStatement(.expression(value.build()), at: place)] }
      }
      return {
        [
          TypedStatement(
            .assign(
              .variable(result.holder, self.inference.zonk(result.type)),
              value.build()
            ),
            at: place
          )
        ]
      }
    default:
      report(
        "statement-as-value",
        "this way has no value",
        at: body[0].span,
        help: "write an expression"
      )
      return { [] }
    }
  }

  private func inferWay(_ node: ExpressionNode, _ result: ValueResult) -> Inferred {
    let mark = inference.count
    let value = infer(node, expecting: result.isDemanded ? result.type : nil)
    if !result.isDemanded { finish(since: mark) }
    if inference.resolve(value.type) == .never { return value }
    if result.isDemanded { return convert(value, to: result.type) }
    let snapshot = inference.snapshot()
    if let converted = tryConvert(value, to: result.type) { return converted }
    inference.rollback(to: snapshot)
    let (own, first) = (inference.describe(value.type), inference.describe(result.type))
    report(
      "type-mismatch",
      "this way is of type '\(own)', but the one before is of type '\(first)'",
      at: node.span,
      help: "write the type out, as in 'let x: \(own) = if …', or convert one of the two"
    )
    return invalid(at: node.span)
  }
}

extension PatternNode {
  /// The names that it binds.
  var boundNames: Set<String> {
    switch kind {
    case .name(let name): [name]
    case .tuple(let parts): parts.reduce(into: []) { $0.formUnion($1.pattern.boundNames) }
    case .binding(_, let inner), .optional(let inner), .cast(let inner, _): inner.boundNames
    case .enumCase(_, _, let parts):
      (parts ?? []).reduce(into: []) { $0.formUnion($1.pattern.boundNames) }
    case .wildcard, .expression, .type, .invalid: []
    }
  }
}

extension StatementNode {
  /// The statement as the value of a body that consists of it alone; nil where it is none.
  func asValue(of type: Type) -> ExpressionNode? {
    // To toggle a Bool has no value.
    if case .expression(let node) = kind { return node.toggled == nil ? node : nil }
    guard isValue, type != .void else { return nil }
    return ExpressionNode(.statement(self), at: span)
  }

  /// Whether each of its ways is one expression, so that the statement can be a value.
  private var isValue: Bool {
    switch kind {
    case .if(_, let then, let otherwise?): Self.isValue(then) && Self.isValue(otherwise)
    case .switch(_, let cases): !cases.isEmpty && cases.allSatisfy { Self.isValue($0.body) }
    default: false
    }
  }

  private static func isValue(_ body: [StatementNode]) -> Bool {
    guard body.count == 1 else { return false }
    switch body[0].kind {
    case .expression, .throw: return true
    case .if, .switch: return body[0].isValue
    default: return false
    }
  }
}
