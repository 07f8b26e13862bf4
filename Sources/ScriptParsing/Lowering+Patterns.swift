import Diagnostics
import Script
import SwiftSyntax

extension Lowering {
  /// A pattern that binds names: of `let`, `var` and `for`.
  mutating func pattern(_ node: PatternSyntax) -> PatternNode {
    let span = span(node)
    switch node.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let pattern):
      return PatternNode(.name(Self.name(pattern.identifier)), at: span)
    case .wildcardPattern: return PatternNode(.wildcard, at: span)
    case .tuplePattern(let tuple):
      return deeper(at: node, PatternNode(.invalid, at: span)) { lowering in
        let elements = tuple.elements.map {
          ($0.label.map { $0.text }, lowering.pattern($0.pattern))
        }
        if elements.count == 1 { return elements[0].1 }
        return PatternNode(.tuple(elements.map { (label: $0.0, pattern: $0.1) }), at: span)
      }
    default:
      unsupported(.patterns, at: span)
      return PatternNode(.invalid, at: span)
    }
  }

  /// A pattern that a value is matched with: of `case` and `catch`.
  mutating func matchPattern(_ node: PatternSyntax) -> PatternNode {
    let span = span(node)
    return deeper(at: node, PatternNode(.invalid, at: span)) { lowering in
      switch node.as(PatternSyntaxEnum.self) {
      case .expressionPattern(let pattern): lowering.matchPattern(pattern.expression)
      case .valueBindingPattern(let binding):
        PatternNode(
          .binding(
            isConstant: binding.bindingSpecifier.text == "let",
            lowering.matchPattern(binding.pattern)
          ),
          at: span
        )
      case .isTypePattern(let test): PatternNode(.type(lowering.type(test.type)), at: span)
      case .tuplePattern(let tuple):
        PatternNode(
          .tuple(
            tuple.elements.map {
              (label: $0.label.map { $0.text }, pattern: lowering.matchPattern($0.pattern))
            }
          ),
          at: span
        )
      case .identifierPattern, .wildcardPattern, .missingPattern: lowering.pattern(node)
      }
    }
  }

  private mutating func matchPattern(_ node: ExprSyntax) -> PatternNode {
    let span = span(node)
    return deeper(at: node, PatternNode(.invalid, at: span)) { lowering in
      lowering.expressionPattern(node, at: span)
    }
  }

  private mutating func expressionPattern(_ node: ExprSyntax, at span: SourceSpan) -> PatternNode {
    if let pattern = node.as(PatternExprSyntax.self) { return matchPattern(pattern.pattern) }
    if node.is(DiscardAssignmentExprSyntax.self) { return PatternNode(.wildcard, at: span) }
    if let chain = node.as(OptionalChainingExprSyntax.self) {
      return PatternNode(.optional(matchPattern(chain.expression)), at: span)
    }
    if let tuple = node.as(TupleExprSyntax.self), Self.bindsNames(node) || tuple.elements.count > 1
    {
      let parts = parts(of: tuple.elements)
      if parts.count == 1, parts[0].label == nil { return parts[0].pattern }
      return PatternNode(.tuple(parts), at: span)
    }
    if let call = node.as(FunctionCallExprSyntax.self),
      let member = call.calledExpression.as(MemberAccessExprSyntax.self),
      call.trailingClosure == nil, Self.isCaseName(member)
    {
      return enumCase(member, parts(of: call.arguments), at: span)
    }
    if let member = node.as(MemberAccessExprSyntax.self), Self.isCaseName(member) {
      return enumCase(member, nil, at: span)
    }
    if let sequence = node.as(SequenceExprSyntax.self), let cast = castPattern(sequence, at: span) {
      return cast
    }
    return PatternNode(.expression(expression(node)), at: span)
  }

  private mutating func enumCase(
    _ member: MemberAccessExprSyntax,
    _ parts: [(label: String?, pattern: PatternNode)]?,
    at span: SourceSpan
  ) -> PatternNode {
    let token = member.declName.baseName
    let name = NameNode(Self.name(token), at: self.span(token))
    return PatternNode(.enumCase(member.base.flatMap { typeNode($0) }, name, parts), at: span)
  }

  /// Whether `a.b` can be a case: its base, where there is one, is a type.
  private static func isCaseName(_ member: MemberAccessExprSyntax) -> Bool {
    guard let base = member.base else { return true }
    if let reference = base.as(DeclReferenceExprSyntax.self) {
      return reference.baseName.text.first?.isUppercase == true
    }
    return base.as(MemberAccessExprSyntax.self).map { isTypeName($0) } ?? false
  }

  private static func isTypeName(_ member: MemberAccessExprSyntax) -> Bool {
    member.declName.baseName.text.first?.isUppercase == true && isCaseName(member)
  }

  /// `pattern as Type`.
  private mutating func castPattern(
    _ sequence: SequenceExprSyntax,
    at span: SourceSpan
  ) -> PatternNode? {
    let elements = Array(sequence.elements)
    guard elements.count == 3, elements[1].is(UnresolvedAsExprSyntax.self),
      let type = elements[2].as(TypeExprSyntax.self), Self.bindsNames(elements[0])
    else { return nil }
    return PatternNode(.cast(matchPattern(elements[0]), self.type(type.type)), at: span)
  }

  private mutating func parts(
    of list: LabeledExprListSyntax
  ) -> [(label: String?, pattern: PatternNode)] {
    list.map { (label: $0.label.map { Self.name($0) }, pattern: matchPattern($0.expression)) }
  }

  /// Whether a pattern stands somewhere in an expression.
  private static func bindsNames(_ node: some SyntaxProtocol) -> Bool {
    var stack = [Syntax(node)]
    while let next = stack.popLast() {
      if next.is(PatternExprSyntax.self) || next.is(DiscardAssignmentExprSyntax.self) {
        return true
      }
      if next.is(ClosureExprSyntax.self) { continue }
      stack += next.children(viewMode: .sourceAccurate)
    }
    return false
  }
}
