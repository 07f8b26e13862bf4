import Diagnostics

extension CellChecker {
  /// Infers an expression's type; `expecting` is a hint that closures, literals and `.members` use.
  func infer(_ node: ExpressionNode, expecting: Type? = nil) -> Inferred {
    let inferred = inferChain(node, expecting: expecting) ?? inferKind(node, expecting: expecting)
    return isSmall(inferred.type, at: node.span) ? inferred : invalid(at: node.span)
  }

  private func inferKind(_ node: ExpressionNode, expecting: Type?) -> Inferred {
    let span = node.span
    switch unwrappingImplicitly(node).kind {
    case .integer(let magnitude, let text):
      return inferInteger(magnitude, text, isNegative: false, at: span)
    case .float(let text): return inferFloat(text, isNegative: false, at: span)
    case .boolean(let value):
      return Inferred(type: .bool, span: span) { TypedExpression(.boolean(value), .bool, at: span) }
    case .string(let segments): return inferString(segments, expecting: expecting, at: span)
    case .name(let name, _): return inferName(NameNode(name, at: span), expecting: expecting)
    case .operatorReference(let name):
      return inferFunctionValue(NameNode(name, at: span), expecting: expecting)
    case .array(let elements): return inferArray(elements, expecting: expecting, at: span)
    case .dictionary(let pairs): return inferDictionary(pairs, expecting: expecting, at: span)
    case .tuple(let parts): return inferTuple(parts, expecting: expecting, at: span)
    case .parenthesized(let inner):
      var inferred = infer(inner, expecting: expecting)
      inferred.span = span
      return inferred
    case .member(let base, let name):
      return inferMember(base, name, expecting: expecting, at: span)
    case .call(let callee, let arguments):
      return inferCall(callee, arguments, expecting: expecting, at: span)
    case .index(let base, let arguments): return inferIndex(base, arguments, at: span)
    case .prefix(let name, let operand):
      return inferPrefix(name, operand, expecting: expecting, at: span)
    case .postfix(let operand, let name):
      if name.isPostfix("...") { return inferPartialRange(.partialRangeFrom, operand, at: span) }
      return inferUnary(name, operand, at: span)
    case .infix(let left, let name, let right):
      return inferInfix(left, name, right, expecting: expecting, at: span)
    case .conditional(let condition, let then, let otherwise):
      return inferConditional(condition, then, otherwise, expecting: expecting, at: span)
    case .closure(let closure): return inferClosure(closure, expecting: expecting, at: span)
    case .cast(let value, let keyword, let type):
      return inferCast(value, keyword, type, at: span)
    case .inout(let inner): return inferInout(inner, at: span)
    case .optionalChain(let optional): return inferChainLink(optional, at: span)
    case .forceUnwrap(let value): return inferForceUnwrap(value, at: span)
    case .nilLiteral: return inferNil(expecting: expecting, at: span)
    case .attempt(let value, let keyword):
      return inferAttempt(value, keyword, expecting: expecting, at: span)
    case .statement(let statement):
      return inferStatement(statement, expecting: expecting, at: span)
    case .type:
      return unsupported("a type as a value", at: span, help: "call it, as in '[Int]()'")
    case .invalid: return invalid(at: span)
    }
  }

  func unsupported(_ what: String, at span: SourceSpan, help: String) -> Inferred {
    report(
      "unsupported",
      "\(what) cannot be used here: it is not part of the language yet",
      at: span,
      help: help
    )
    return invalid(at: span)
  }
}
