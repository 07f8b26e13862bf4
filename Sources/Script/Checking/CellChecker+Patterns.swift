import Diagnostics

/// Patterns that a value is matched with.
extension CellChecker {
  /// Checks a pattern against the type of the values it is matched with; whether the names in it bind
  /// constants.
  func matchPattern(
    _ pattern: PatternNode,
    to type: Type,
    isConstant: Bool
  ) -> () -> TypedPattern {
    let type = inference.zonk(type)
    switch pattern.kind {
    case .name, .wildcard, .invalid: return bindPattern(pattern, to: type, isConstant: isConstant)
    case .binding(let isConstant, let inner):
      return matchPattern(inner, to: type, isConstant: isConstant)
    case .optional(let inner):
      guard let wrapped = type.wrapped else {
        return mismatch("'?' matches an optional", type, at: pattern.span)
      }
      let matched = matchPattern(inner, to: wrapped, isConstant: isConstant)
      return { .some(matched()) }
    case .tuple(let parts):
      guard case .tuple(let elements) = type, elements.count == parts.count else {
        return mismatch("this pattern matches \(parts.count) parts", type, at: pattern.span)
      }
      let matched = zip(parts, elements).map {
        matchPattern($0.pattern, to: $1.type, isConstant: isConstant)
      }
      return { .tuple(matched.map { $0() }) }
    case .enumCase(let owner, let name, let parts):
      return matchCase(pattern, owner, name, parts, type, isConstant: isConstant)
    case .expression(let node): return matchExpression(node, type, at: pattern.span)
    case .type(let node):
      return matchError(node, PatternNode(.wildcard, at: node.span), type, isConstant: isConstant)
    case .cast(let inner, let node): return matchError(node, inner, type, isConstant: isConstant)
    }
  }

  private func mismatch(_ text: String, _ type: Type, at span: SourceSpan) -> () -> TypedPattern {
    if type != .invalid {
      report(
        "type-mismatch",
        "\(text), but the value is of type '\(inference.describe(type))'",
        at: span,
        help: "match the value's own type"
      )
    }
    return { .wildcard(type) }
  }

  // MARK: - Cases

  private func matchCase(
    _ pattern: PatternNode,
    _ owner: TypeNode?,
    _ name: NameNode,
    _ parts: [(label: String?, pattern: PatternNode)]?,
    _ type: Type,
    isConstant: Bool
  ) -> () -> TypedPattern {
    let span = pattern.span
    if let wrapped = type.wrapped, owner == nil {
      if name.text == "none" { return { .none(wrapped) } }
      if name.text == "some", parts == nil { return { .some(.wildcard(wrapped)) } }
      if name.text == "some", let parts, parts.count == 1 {
        let matched = matchPattern(parts[0].pattern, to: wrapped, isConstant: isConstant)
        return { .some(matched()) }
      }
    }
    if let wrapped = type.wrapped, wrapped.declaration?.caseIndex(name.text) != nil {
      let matched = matchCase(pattern, owner, name, parts, wrapped, isConstant: isConstant)
      return { .some(matched()) }
    }
    if type == .error, let owner {
      let named = resolveType(owner)
      guard let declaration = named.declaration else {
        return mismatch("a case of '\(named)' matches no error", type, at: span)
      }
      let matched = matchCase(pattern, nil, name, parts, named, isConstant: isConstant)
      return { .error(declaration, matched()) }
    }
    if let owner, resolveType(owner) != type, type != .invalid {
      return mismatch("this is a case of '\(resolveType(owner))'", type, at: span)
    }
    guard let declaration = type.declaration, let index = declaration.caseIndex(name.text) else {
      // A static member of another type: compared with `==`.
      guard parts == nil else {
        if type != .invalid { _ = unknownMember(name, of: type, at: span) }
        return { .wildcard(type) }
      }
      let base = owner.map { ExpressionNode(.type($0), at: $0.span) }
      return matchExpression(ExpressionNode(.member(base, name: name), at: span), type, at: span)
    }
    return matchPayload(declaration, index, parts, isConstant: isConstant, at: span)
  }

  private func matchPayload(
    _ declaration: DeclaredType,
    _ index: Int,
    _ parts: [(label: String?, pattern: PatternNode)]?,
    isConstant: Bool,
    at span: SourceSpan
  ) -> () -> TypedPattern {
    let enumCase = declaration.cases[index]
    let payload = enumCase.payload
    guard var parts else {
      return { .enumCase(declaration, index, payload.map { .wildcard($0.type) }) }
    }
    if parts.count == 1, payload.count > 1, parts[0].label == nil {
      // One pattern may stand for all values: `case .pair(let both)`, `case .pair(_)`.
      if case .tuple(let inner) = parts[0].pattern.kind, inner.count == payload.count {
        parts = inner
      } else if case .binding(let isConstant, let inner) = parts[0].pattern.kind,
        case .tuple(let elements) = inner.kind, elements.count == payload.count
      {
        parts = elements.map {
          ($0.label, PatternNode(.binding(isConstant: isConstant, $0.pattern), at: $0.pattern.span))
        }
      } else if case .wildcard = parts[0].pattern.kind {
        return { .enumCase(declaration, index, payload.map { .wildcard($0.type) }) }
      }
    }
    let fits =
      parts.count == payload.count
      && zip(parts, payload).allSatisfy { $0.label == nil || $0.label == $1.label }
    guard fits else {
      report(
        "wrong-arguments",
        "'.\(enumCase.name)' has \(payload.count) associated values, but \(parts.count) are matched",
        at: span,
        help: payload.isEmpty
          ? "remove the parentheses"
          : "write '.\(enumCase.name)(\(payload.map { ($0.label.map { $0 + ": " } ?? "") + "let …" }.joined(separator: ", ")))'"
      )
      return { .wildcard(.invalid) }
    }
    let matched = zip(parts, payload).map {
      matchPattern($0.pattern, to: $1.type, isConstant: isConstant)
    }
    return { .enumCase(declaration, index, matched.map { $0() }) }
  }

  /// `is Type` and `pattern as Type`: of errors.
  private func matchError(
    _ node: TypeNode,
    _ inner: PatternNode,
    _ type: Type,
    isConstant: Bool
  ) -> () -> TypedPattern {
    let target = resolveType(node)
    guard type == .error, let declaration = target.declaration,
      inference.conforms(target, to: .error)
    else {
      return mismatch("'\(target)' is matched with errors only", type, at: node.span)
    }
    let matched = matchPattern(inner, to: target, isConstant: isConstant)
    return { .error(declaration, matched()) }
  }

  // MARK: - Expressions

  /// An expression as a pattern: equal to the value, or a range that contains it.
  private func matchExpression(
    _ node: ExpressionNode,
    _ type: Type,
    at span: SourceSpan
  ) -> () -> TypedPattern {
    guard type != .invalid else { return { .wildcard(.invalid) } }
    if case .nilLiteral = node.kind, let wrapped = type.wrapped { return { .none(wrapped) } }
    if case .boolean(let value) = node.kind, type == .bool {
      let test = TypedExpression(.boolean(value), .bool, at: span)
      return matchTest(type, test)
    }
    let mark = inference.count
    return withScope {
      let subject = declareVariable(Self.subjectName, type, isConstant: true, at: span)
      let value = ExpressionNode(.name(Self.subjectName, labels: nil), at: span)
      let test: Inferred
      if let range = rangeTest(node, value, type) {
        test = convert(infer(range, expecting: .bool), to: .bool)
      } else {
        test = equalityTest(node, infer(value), type, at: span)
      }
      finish(since: mark)
      return { .test(subject, type, Self.simplified(test.build())) }
    }
  }

  /// The name of the value that a pattern tests: no name of the lesson contains a point.
  private static let subjectName = "matched.value"

  /// `pattern == value`, or `pattern ~= value` where the lesson declares such an operator.
  private func equalityTest(
    _ node: ExpressionNode,
    _ value: Inferred,
    _ type: Type,
    at span: SourceSpan
  ) -> Inferred {
    let snapshot = inference.snapshot()
    let pattern = infer(node, expecting: type.wrapped ?? type)
    if !operators(named: "~=").isEmpty, tryConvert(pattern, to: type) == nil {
      inference.rollback(to: snapshot)
      return inferOperator(NameNode("~=", at: span), [pattern, value], at: span)
    }
    let converted = convert(pattern, to: type)
    return inferOperator(NameNode("==", at: span), [converted, value], at: span)
  }

  /// What tests that a range contains a value; nil where the pattern is no range.
  private func rangeTest(
    _ node: ExpressionNode,
    _ value: ExpressionNode,
    _ type: Type
  ) -> ExpressionNode? {
    func make(_ kind: ExpressionNode.Kind) -> ExpressionNode { ExpressionNode(kind, at: node.span) }
    func compare(_ a: ExpressionNode, _ name: String, _ b: ExpressionNode) -> ExpressionNode {
      make(.infix(a, NameNode(name, at: node.span), b))
    }
    switch node.kind {
    case .parenthesized(let inner): return rangeTest(inner, value, type)
    case .prefix(let name, let upper) where name.text == "..<": return compare(value, "<", upper)
    case .prefix(let name, let upper) where name.text == "...": return compare(value, "<=", upper)
    case .postfix(let lower, let name) where name.isPostfix("..."):
      return compare(value, ">=", lower)
    case .infix(let lower, let name, let upper) where name.text == "..." || name.text == "..<":
      let end = name.text == "..." ? "<=" : "<"
      guard inference.conforms(type, to: .strideable) else {
        return compare(compare(lower, "<=", value), "&&", compare(value, end, upper))
      }
      let range = Type.nominal(name.text == "..." ? .closedRange : .range, [type])
      let typed = make(.cast(node, keyword: "as", TypeNode(.resolved(range), at: node.span)))
      return contains(typed, value, at: node.span)
    case .name(let name, _):
      guard case .variable(let id)? = lookUp(name),
        case .nominal(let nominal, _) = inference.resolve(session.variables[id.index].type),
        nominal.isRange
      else { return nil }
      return contains(node, value, at: node.span)
    default: return nil
    }
  }

  private func contains(
    _ range: ExpressionNode,
    _ value: ExpressionNode,
    at span: SourceSpan
  ) -> ExpressionNode {
    let member = ExpressionNode(
      .member(
        ExpressionNode(.parenthesized(range), at: span),
        name: NameNode("contains", at: span)
      ),
      at: span
    )
    return ExpressionNode(
      .call(member, arguments: [ArgumentNode(label: nil, value: value)]),
      at: span
    )
  }

  /// Compares with the ends of a range that is known not to be reversed, without making it.
  private static func simplified(_ test: TypedExpression) -> TypedExpression {
    guard case .intrinsic(.contains, let operands) = test.kind, operands.count == 2,
      case .intrinsic(let maker, let bounds) = operands[0].kind,
      maker == .makeRange || maker == .makeClosedRange,
      case .integer(let lower) = bounds[0].kind, case .integer(let upper) = bounds[1].kind,
      lower <= upper
    else { return test }
    let value = operands[1]
    let end = maker == .makeRange ? Intrinsic.less : .lessOrEqual
    return TypedExpression(
      .and(
        TypedExpression(.intrinsic(.greaterOrEqual, [value, bounds[0]]), .bool, at: test.span),
        TypedExpression(.intrinsic(end, [value, bounds[1]]), .bool, at: test.span)
      ),
      .bool,
      at: test.span
    )
  }

  /// `true` or `false` as a pattern.
  private func matchTest(_ type: Type, _ literal: TypedExpression) -> () -> TypedPattern {
    let subject = withScope {
      declareVariable(Self.subjectName, type, isConstant: true, at: literal.span)
    }
    let value = TypedExpression(.variable(subject), type, at: literal.span)
    let test: TypedExpression
    if case .boolean(true) = literal.kind {
      test = value
    } else {
      test = TypedExpression(.intrinsic(.not, [value]), .bool, at: literal.span)
    }
    return { .test(subject, type, test) }
  }
}
