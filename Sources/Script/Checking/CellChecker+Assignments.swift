import Diagnostics

/// Assignment: of a value, of the parts of a tuple, and with an operator.
extension CellChecker {
  func checkAssignment(
    _ target: ExpressionNode,
    _ value: ExpressionNode,
    _ span: SourceSpan
  ) -> (StatementBuilder, () -> TypedExpression?) {
    if case .name("_", _) = target.kind {
      let inferred = infer(value)
      return ({ [TypedStatement(.expression(inferred.build()), at: span)] }, { nil })
    }
    if case .tuple(let parts) = target.kind {
      return (checkTupleAssignment(parts.map(\.value), value, span), { nil })
    }
    if let test = unchained(target, span, { .assignment($0, value) }) {
      return (checkStatement(test, isShown: false), { nil })
    }
    if case .index(let base, let arguments) = target.kind, arguments.count == 1,
      arguments[0].value.isRange, case .array = value.kind,
      case .nominal(.array, _) = settled(infer(base)).type
    {
      // `array[1..<3] = [4, 5]`
      let with = ArgumentNode(label: NameNode("with", at: value.span), value: value)
      return (change(base, "replaceSubrange", [arguments[0], with], span), { nil })
    }
    guard let place = inferPlace(target) else {
      _ = infer(value)
      return ({ [] }, { nil })
    }
    let inferred = convert(infer(value, expecting: place.type), to: place.type)
    return (
      {
        let value = inferred.build()
        return self.inOrder(self.buildPlace(place), value, at: span) { .assign($0, value) }
      },
      { place.build() }
    )
  }

  /// `(a, b) = (b, a)`: the value first, then each part.
  private func checkTupleAssignment(
    _ targets: [ExpressionNode],
    _ value: ExpressionNode,
    _ span: SourceSpan
  ) -> StatementBuilder {
    let places = targets.map { inferPlace($0) }
    let types = places.map { $0?.type ?? .invalid }
    let tuple = Type.tuple(types.map { .init(nil, $0) })
    let inferred = convert(infer(value, expecting: tuple), to: tuple)
    return withScope {
      let parts = targets.map {
        self.declareVariable(
          "part \(self.session.variables.count)",
          .invalid,
          isConstant: true,
          at: $0.span
        )
      }
      return {
        let types = types.map(self.inference.zonk)
        for (part, type) in zip(parts, types) { self.session.variables[part.index].type = type }
        let pattern = TypedPattern.tuple(zip(parts, types).map { .variable($0, $1) })
        var statements = [TypedStatement(.bind(pattern, inferred.build()), at: span)]
        for index in parts.indices {
          guard let place = places[index] else { continue }
          let part = TypedExpression(.variable(parts[index]), types[index], at: targets[index].span)
          statements.append(
            TypedStatement(.assign(self.buildPlace(place), part), at: span)
          )
        }
        return [TypedStatement(.block(statements), at: span)]
      }
    }
  }

  func checkCompoundAssignment(
    _ target: ExpressionNode,
    _ operation: NameNode,
    _ value: ExpressionNode,
    _ span: SourceSpan
  ) -> (StatementBuilder, () -> TypedExpression?) {
    if let test = unchained(target, span, { .compoundAssignment($0, operation, value) }) {
      return (checkStatement(test, isShown: false), { nil })
    }
    guard let place = inferPlace(unwrappedImplicitly(target)) else {
      _ = infer(value)
      return ({ [] }, { nil })
    }
    if operation.text == "+=", value.isRange, case .nominal(.array, _) = place.type {
      let label = NameNode("contentsOf", at: value.span)
      return (change(target, "append", [ArgumentNode(label: label, value: value)], span), { nil })
    }
    let operand = infer(value, expecting: place.type)
    if let declared = inferChangingOperator(operation, place, [operand], at: span) {
      return ({ [TypedStatement(.expression(declared.build()), at: span)] }, { place.build() })
    }
    let name = NameNode(String(operation.text.dropLast()), at: operation.span)
    let old = Inferred(type: place.type, span: place.span, build: place.build)
    let call = inferOperator(name, [old, operand], at: span)
    let result = convert(call, to: place.type)
    let build: StatementBuilder = {
      let place = self.buildPlace(place)
      let value = result.build()
      guard case .intrinsic(let intrinsic, let arguments) = value.kind, arguments.count == 2 else {
        if value.type != .invalid {
          self.report(
            "operand-types",
            "there is no operator '\(operation.text)' on '\(value.type)'",
            at: span,
            help: "write 'x = x \(name.text) …'"
          )
        }
        return []
      }
      return self.inOrder(place, arguments[1], at: span) {
        .compoundAssign($0, intrinsic, arguments[1])
      }
    }
    return (build, { place.build() })
  }

  /// An assignment that a mutating method carries out.
  private func change(
    _ place: ExpressionNode,
    _ method: String,
    _ arguments: [ArgumentNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let member = ExpressionNode(.member(place, name: NameNode(method, at: span)), at: span)
    let call = ExpressionNode(.call(member, arguments: arguments), at: span)
    return checkStatement(StatementNode(.expression(call), at: span), isShown: false)
  }

  /// `flag.toggle()`, where it is a Bool's: `flag = flag != true`.
  func checkToggle(_ place: ExpressionNode, _ span: SourceSpan) -> StatementBuilder? {
    let type = settled(infer(place)).type
    guard type != .invalid else { return { [] } }
    guard type == .bool || place.isChain && type.wrapped == .bool else { return nil }
    let truth = ExpressionNode(.boolean(true), at: span)
    return checkCompoundAssignment(place, NameNode("!==", at: span), truth, span).0
  }

  /// An operator that changes its first operand; nil where none of its name does.
  func inferChangingOperator(
    _ name: NameNode,
    _ place: Inferred,
    _ others: [Inferred],
    at span: SourceSpan
  ) -> Inferred? {
    var target = Inferred(type: .inout(place.type), span: place.span) {
      let built = self.buildPlace(place)
      return TypedExpression(.inout(built), .inout(built.type), at: place.span)
    }
    target.place = place.place
    let fits = operators(named: name.text).contains { candidate in
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      return candidate.parameters.count == others.count + 1
        && tryConvert(target, to: candidate.parameters[0].type) != nil
    }
    return fits ? inferOperator(name, [target] + others, at: span) : nil
  }

  // MARK: - Order of evaluation

  /// Makes an assignment that evaluates the indices of its place before its value, as Swift does.
  private func inOrder(
    _ place: Place,
    _ value: TypedExpression,
    at span: SourceSpan,
    _ assign: (Place) -> TypedStatement.Kind
  ) -> [TypedStatement] {
    guard !FunctionCompiler.isPure(value) || place.hasEffects else {
      return [TypedStatement(assign(place), at: span)]
    }
    var statements: [TypedStatement] = []
    let ordered = place.mapIndices { index in
      guard !FunctionCompiler.isLiteral(index) else { return index }
      let id = self.withScope {
        self.declareVariable("index", index.type, isConstant: true, at: index.span)
      }
      statements.append(TypedStatement(.bind(.variable(id, index.type), index), at: index.span))
      return TypedExpression(.variable(id), index.type, at: index.span)
    }
    guard !statements.isEmpty else { return [TypedStatement(assign(place), at: span)] }
    statements.append(TypedStatement(assign(ordered), at: span))
    return [TypedStatement(.block(statements), at: span)]
  }
}

extension ExpressionNode {
  /// Whether it is written as a range with both ends.
  fileprivate var isRange: Bool {
    switch kind {
    case .infix(_, let name, _): name.text == "..<" || name.text == "..."
    case .parenthesized(let inner): inner.isRange
    default: false
    }
  }

  /// What a call of `toggle()` changes; nil for anything else.
  var toggled: ExpressionNode? {
    guard case .call(let callee, let arguments) = kind, arguments.isEmpty,
      case .member(let base?, let name) = callee.kind, name.text == "toggle"
    else { return nil }
    return base
  }
}
