import Diagnostics

/// Variables of types such as `Int!`: optionals that are unwrapped wherever they have to be.
extension CellChecker {
  /// Makes the variable that a pattern has bound one that is unwrapped.
  func unwrapImplicitly(_ pattern: PatternNode) {
    guard case .name(let name) = pattern.kind, case .variable(let id)? = lookUp(name) else {
      return
    }
    session.variables[id.index].isImplicitlyUnwrapped = true
    hasImplicitUnwrapping = true
  }

  /// An expression with `!` behind the variables in it that its own form needs the value of; what a
  /// conversion needs the value of is unwrapped there.
  func unwrappingImplicitly(_ node: ExpressionNode) -> ExpressionNode {
    guard hasImplicitUnwrapping else { return node }
    var node = node
    switch node.kind {
    case .member(let base?, let name):
      let value = unwrappedImplicitly(base)
      if case .forceUnwrap = value.kind, Self.membersOfOptionals.contains(name.text) {
        report(
          "unsupported",
          "'\(name.text)' can be that of the optional or that of its value here",
          at: name.span,
          help: "write '!.\(name.text)' or '?.\(name.text)'"
        )
      }
      node.kind = .member(value, name: name)
    case .call(let callee, let arguments):
      let function = unwrappingImplicitly(callee)
      node.kind = .call(unwrappedImplicitly(function), arguments: arguments)
    case .index(let base, let arguments):
      node.kind = .index(unwrappedImplicitly(base), arguments: arguments)
    case .prefix(let name, let operand):
      node.kind = .prefix(name, unwrappedImplicitly(operand))
    case .infix(let left, let name, let right) where !["==", "!=", "??"].contains(name.text):
      node.kind = .infix(unwrappedImplicitly(left), name, unwrappedImplicitly(right))
    default: break
    }
    return node
  }

  /// An expression with `!` behind it where it is such a variable.
  func unwrappedImplicitly(_ node: ExpressionNode) -> ExpressionNode {
    guard hasImplicitUnwrapping, case .name(let name, nil) = node.kind,
      case .variable(let id)? = lookUp(name), session.variables[id.index].isImplicitlyUnwrapped
    else { return node }
    return ExpressionNode(.forceUnwrap(node), at: node.span)
  }

  /// Unwraps the arguments of a call that none of its overloads takes as they are.
  ///
  /// - Returns: Whether there are such.
  func unwrapImplicitly(_ call: OverloadedCall) -> Bool {
    var isChanged = false
    for (index, argument) in call.arguments.enumerated() {
      guard let argument, argument.isImplicitlyUnwrapped,
        let wrapped = inference.resolve(argument.type).wrapped
      else { continue }
      call.arguments[index] = forced(argument, wrapped, at: argument.span)
      isChanged = true
    }
    return isChanged
  }

  /// The value of an optional that has to be there.
  func forced(_ value: Inferred, _ wrapped: Type, at span: SourceSpan) -> Inferred {
    Inferred(type: wrapped, span: span) {
      TypedExpression(
        .intrinsic(.forceUnwrap, [value.build()]),
        self.inference.zonk(wrapped),
        at: span
      )
    }
  }

  /// What optionals have, and their values may have too.
  private static let membersOfOptionals = ["map", "flatMap"]
}
