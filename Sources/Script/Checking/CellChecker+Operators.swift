import Diagnostics

/// Operators, `??`, `!` and `? :`.
extension CellChecker {
  func inferPrefix(
    _ name: NameNode,
    _ operand: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    if name.text == "-" {
      // A minus right before a literal belongs to it: -9223372036854775808 is an Int.
      switch operand.kind {
      case .integer(let magnitude, let text):
        return inferInteger(magnitude, text, isNegative: true, at: span)
      case .float(let text): return inferFloat(text, isNegative: true, at: span)
      default: break
      }
    }
    if name.text == "..." || name.text == "..<" {
      let range = name.text == "..." ? Nominal.partialRangeThrough : .partialRangeUpTo
      return inferPartialRange(range, operand, at: span)
    }
    // `-.infinity` is a member of the type that its surroundings expect, as `.infinity` is.
    if operand.isImplicitMember, expecting != nil {
      return inferOperator(name, [infer(operand, expecting: expecting)], at: span)
    }
    return inferUnary(name, operand, at: span)
  }

  /// An operator before or behind its only operand, which one that the lesson declares may change.
  func inferUnary(_ name: NameNode, _ operand: ExpressionNode, at span: SourceSpan) -> Inferred {
    let forms = operators(named: name.text).filter { $0.parameters.count == 1 }
    let change = forms.allSatisfy { if case .inout = $0.parameters[0].type { true } else { false } }
    if change, !forms.isEmpty {
      guard let place = inferPlace(operand) else { return invalid(at: span) }
      if let changed = inferChangingOperator(name, place, [], at: span) { return changed }
    }
    return inferOperator(name, [infer(operand)], at: span)
  }

  /// `2...`, `..<5` or `...5` as a value.
  func inferPartialRange(_ range: Nominal, _ bound: ExpressionNode, at span: SourceSpan)
    -> Inferred
  {
    let bound = infer(bound)
    let type = Type.nominal(range, [bound.type])
    return Inferred(type: type, span: span) {
      let built = bound.build()
      if !self.inference.conforms(built.type, to: .comparable), built.type != .invalid {
        self.report(
          "operand-types",
          "a value of type '\(built.type)' cannot be the end of a range",
          at: bound.span,
          help: "the ends of a range can be compared by '<'"
        )
      }
      return TypedExpression(.intrinsic(.identity, [built]), self.inference.zonk(type), at: span)
    }
  }

  func inferInfix(
    _ left: ExpressionNode,
    _ name: NameNode,
    _ right: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    switch name.text {
    case "&&", "||":
      let a = convert(infer(left, expecting: .bool), to: .bool)
      let b = asAutoclosure { convert(infer(right, expecting: .bool), to: .bool) }
      let isAnd = name.text == "&&"
      return Inferred(type: .bool, span: span) {
        TypedExpression(
          isAnd ? .and(a.build(), b.build()) : .or(a.build(), b.build()),
          .bool,
          at: span
        )
      }
    case "??": return inferCoalescing(left, right, expecting: expecting, at: span)
    default: break
    }
    if let test = inferNilTest(left, name, right, at: span) { return test }
    switch (left.isImplicitMember, right.isImplicitMember) {
    case (false, true):
      let first = infer(left)
      let second = inferOperand(right, hintedOperand(name, [first, nil]))
      return inferOperator(name, [first, second], at: span)
    case (true, false):
      let second = infer(right)
      let first = inferOperand(left, hintedOperand(name, [nil, second]))
      return inferOperator(name, [first, second], at: span)
    case (false, false), (true, true):
      let (first, second) = (infer(left), infer(right))
      return inferTypeTest(first, name, second, at: span)
        ?? inferOperator(name, [first, second], at: span)
    }
  }

  private func inferOperand(_ node: ExpressionNode, _ hint: Type?) -> Inferred {
    let operand = infer(node, expecting: hint)
    return hint.map { convert(operand, to: $0) } ?? operand
  }

  /// `x == nil` and `x != nil`, which ask nothing of the wrapped type.
  func inferNilTest(
    _ left: ExpressionNode,
    _ name: NameNode,
    _ right: ExpressionNode,
    at span: SourceSpan
  ) -> Inferred? {
    guard name.text == "==" || name.text == "!=" else { return nil }
    let node: ExpressionNode
    if case .nilLiteral = right.kind {
      node = left
    } else if case .nilLiteral = left.kind {
      node = right
    } else {
      return nil
    }
    let value = settled(infer(node))
    guard value.type.wrapped != nil else {
      if value.type != .invalid {
        report(
          "not-optional",
          "only an optional can be nil, but this is of type '\(inference.describe(value.type))'",
          at: span,
          help: "there is always a value: remove the comparison"
        )
      }
      return invalid(at: span)
    }
    return Inferred(type: .bool, span: span) {
      let test = TypedExpression(.intrinsic(.isPresent, [value.build()]), .bool, at: span)
      return name.text == "!=" ? test : TypedExpression(.intrinsic(.not, [test]), .bool, at: span)
    }
  }

  func inferCoalescing(
    _ left: ExpressionNode,
    _ right: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let value = settled(infer(left))
    guard case .nominal(.optional, let arguments) = value.type else {
      if value.type != .invalid {
        report(
          "not-optional",
          "'??' needs an optional on its left, but this is of type '\(inference.describe(value.type))'",
          at: left.span,
          help: "remove '?? …': there is always a value"
        )
      }
      return invalid(at: span)
    }
    let fallback = asAutoclosure { infer(right, expecting: arguments[0]) }
    var type = arguments[0]
    if case .nominal(.optional, _) = inference.resolve(fallback.type) { type = value.type }
    let converted = convert(fallback, to: type)
    return Inferred(type: type, span: span) {
      TypedExpression(
        .coalesce(value.build(), converted.build()),
        self.inference.zonk(type),
        at: span
      )
    }
  }

  func inferForceUnwrap(_ node: ExpressionNode, at span: SourceSpan) -> Inferred {
    let value = settled(infer(node))
    guard case .nominal(.optional, let arguments) = value.type else {
      if value.type != .invalid {
        report(
          "not-optional",
          "'!' needs an optional, but this is of type '\(inference.describe(value.type))'",
          at: span,
          help: "remove '!': there is always a value"
        )
      }
      return invalid(at: span)
    }
    return forced(value, arguments[0], at: span)
  }

  func inferConditional(
    _ condition: ExpressionNode,
    _ then: ExpressionNode,
    _ otherwise: ExpressionNode,
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let test = convert(infer(condition, expecting: .bool), to: .bool)
    var demanded = expecting.flatMap { expected in
      inference.isConcrete(expected) || inference.resolve(expected).wrapped != nil ? expected : nil
    }
    if demanded == nil, then.isNil || otherwise.isNil {
      // The other branch says what there may be none of.
      let other = settled(infer(then.isNil ? otherwise : then, expecting: expecting)).type
      demanded = other.wrapped == nil ? .optional(other) : other
    }
    var first = infer(then, expecting: demanded ?? expecting)
    var second = infer(otherwise, expecting: demanded ?? expecting ?? first.type)
    let type = demanded ?? first.type
    if demanded != nil { first = convert(first, to: type) }
    second = convert(second, to: type)
    return Inferred(type: type, span: span) {
      TypedExpression(
        .conditional(test.build(), first.build(), second.build()),
        self.inference.zonk(type),
        at: span
      )
    }
  }
}

extension ExpressionNode {
  /// Whether it is `nil`.
  var isNil: Bool { if case .nilLiteral = kind { true } else { false } }
}
