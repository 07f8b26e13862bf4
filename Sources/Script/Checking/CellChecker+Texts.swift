import Diagnostics

/// What makes a `String` of other values, and what texts of different types have in common.
extension CellChecker {
  /// `String(x)`, `String(describing: x)` and `String(reflecting: x)`; nil for another label.
  func inferText(of argument: ArgumentNode, at span: SourceSpan) -> Inferred? {
    let label = argument.label?.text
    guard label == nil || label == "describing" || label == "reflecting" else { return nil }
    let value = infer(argument.value.withoutAny)
    return Inferred(type: .string, span: span) {
      let built = value.build()
      if label == nil { return self.text(of: built, at: span) }
      let printable = self.printable(built)
      if label == "reflecting" {
        return TypedExpression(.intrinsic(.debugDescribe, [printable]), .string, at: span)
      }
      return printable.type == .string
        ? printable : TypedExpression(.intrinsic(.describe, [printable]), .string, at: span)
    }
  }

  /// `String(x)`: of what is a text, of characters, or of what a text can be read back as.
  private func text(of value: TypedExpression, at span: SourceSpan) -> TypedExpression {
    let type = decided(value.type, at: span)
    switch type {
    case .string, .invalid: return value
    case .substring, .character:
      return TypedExpression(.intrinsic(.toText, [value]), .string, at: span)
    case .unicodeScalar:
      return TypedExpression(.intrinsic(.scalarText, [value]), .string, at: span)
    case .int, .nominal(.integer, _), .double, .float, .bool:
      return TypedExpression(.intrinsic(.describe, [value]), .string, at: span)
    default: break
    }
    if type.elementType == .character {
      return TypedExpression(.intrinsic(.joinedText, [value]), .string, at: span)
    }
    report(
      "wrong-arguments",
      "'String(…)' does not take a value of type '\(type)'",
      at: span,
      help: "write 'String(describing: …)', or interpolate it: \"\\(…)\""
    )
    return value
  }

  /// `String(format: "%.2f", x)`.
  func inferFormat(_ arguments: [ArgumentNode], at span: SourceSpan) -> Inferred {
    let format = convert(infer(arguments[0].value, expecting: .string), to: .string)
    let values = arguments.dropFirst().map { argument -> Inferred in
      if let label = argument.label {
        report(
          "wrong-arguments",
          "'String(format:)' has no argument '\(label.text):'",
          at: label.span
        )
      }
      return infer(argument.value)
    }
    return Inferred(type: .string, span: span) {
      let built = values.map { $0.build() }
      for value in built {
        let type = self.decided(value.type, at: value.span)
        guard type != .double, type != .float, type != .string, type != .invalid, !type.isInteger
        else { continue }
        self.report(
          "wrong-arguments",
          "'String(format:)' cannot write a value of type '\(type)'",
          at: value.span,
          help: "pass a number or a 'String'; interpolate anything else: \"\\(…)\""
        )
      }
      return TypedExpression(.intrinsic(.format, [format.build()] + built), .string, at: span)
    }
  }

  private static let comparisons: Set<String> = ["==", "!=", "<", "<=", ">", ">="]

  /// Gives the operands of a comparison one type where Swift compares different ones: a `String` and
  /// a `Substring`, a value and an optional.
  func comparable(_ operands: [Inferred], by name: String) -> [Inferred] {
    guard operands.count == 2, Self.comparisons.contains(name) else { return operands }
    let types = operands.map { inference.resolve($0.type) }
    if types[0].wrapped == nil, types[1].wrapped != nil, name == "==" || name == "!=" {
      let snapshot = inference.snapshot()
      if let optional = tryConvert(operands[0], to: types[1]) { return [optional, operands[1]] }
      inference.rollback(to: snapshot)
    }
    guard types.allSatisfy(\.isText), types[0] != types[1] else { return operands }
    return zip(operands, types).map { operand, type in
      guard type == .substring else { return operand }
      return Inferred(type: .string, span: operand.span) {
        TypedExpression(.intrinsic(.toText, [operand.build()]), .string, at: operand.span)
      }
    }
  }
}
