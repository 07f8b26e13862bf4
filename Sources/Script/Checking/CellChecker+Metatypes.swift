import Diagnostics

/// Types as values: `type(of:)` and `Int.self`.
extension CellChecker {
  /// `type(of: value)`: the value is evaluated, and its type is the one that it is known to have.
  func inferTypeOf(_ node: ExpressionNode, at span: SourceSpan) -> Inferred {
    let value = settled(infer(node))
    guard value.type != .invalid else { return invalid(at: span) }
    let type = Type.nominal(.metatype, [value.type])
    return Inferred(type: type, span: span) {
      let built = value.build()
      if built.type == .error {
        self.report(
          "unsupported",
          "the type of an error is known only when the program runs",
          at: span,
          help: "tell errors apart by 'catch let error as SomeError'"
        )
      }
      return TypedExpression(
        .intrinsic(.typeOf, [built]),
        .nominal(.metatype, [built.type]),
        at: span
      )
    }
  }

  /// `Type.self`.
  func metatype(of type: Type, at span: SourceSpan) -> Inferred {
    let type = Type.nominal(.metatype, [type])
    return Inferred(type: type, span: span) {
      TypedExpression(.intrinsic(.typeOf, []), self.decided(type, at: span), at: span)
    }
  }

  /// `==` or `!=` of two types, which need not be the same; nil for other operands.
  func inferTypeTest(
    _ left: Inferred,
    _ name: NameNode,
    _ right: Inferred,
    at span: SourceSpan
  ) -> Inferred? {
    guard name.text == "==" || name.text == "!=",
      case .nominal(.metatype, _) = inference.resolve(left.type),
      case .nominal(.metatype, _) = inference.resolve(right.type)
    else { return nil }
    return Inferred(type: .bool, span: span) {
      let (a, b) = (left.build(), right.build())
      // At run time types are nothing, and nothings are equal: unequal ones ask the opposite.
      let isEqual = (name.text == "==") == (a.type == b.type)
      return TypedExpression(.intrinsic(isEqual ? .equal : .notEqual, [a, b]), .bool, at: span)
    }
  }
}
