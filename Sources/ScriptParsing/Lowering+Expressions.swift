import Diagnostics
import Script
import SwiftOperators
import SwiftParser
import SwiftSyntax

extension Lowering {
  mutating func expression(_ node: ExprSyntax) -> ExpressionNode {
    let span = span(node)
    return deeper(at: node, ExpressionNode(.invalid, at: span)) {
      ExpressionNode($0.kind(node, at: span), at: span)
    }
  }

  /// Folds the operators of a sequence by precedence, and returns the offset of the new tree.
  mutating func fold(_ sequence: SequenceExprSyntax) -> (ExprSyntax, offset: Int)? {
    let operators = sequence.elements.count / 2
    guard operators <= Self.mostOperators else {
      report(
        "too-deep",
        "this expression has \(operators) operators; \(Self.mostOperators) is the most",
        at: span(sequence),
        help: "split it with 'let', or sum an array"
      )
      return nil
    }
    let offset = base + sequence.position.utf8Offset
    var problems: [OperatorError] = []
    let folded = operatorTable.foldSingle(sequence) { problems.append($0) }
    switch problems.first {
    case .missingOperator(let name, let node)?:
      report(
        "operator",
        "there is no operator '\(name)'",
        at: span(node),
        help: ForeignWords.remedy(for: name) ?? "use a known operator"
      )
    case let problem?:
      report("operator", problem.message, at: span(sequence), help: "write parentheses")
    case nil: break
    }
    return problems.isEmpty ? (folded, offset) : nil
  }

  private mutating func kind(_ node: ExprSyntax, at span: SourceSpan) -> ExpressionNode.Kind {
    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr(let literal): return Self.integer(literal.literal.text)
    case .floatLiteralExpr(let literal):
      return .float(text: literal.literal.text.filter { $0 != "_" })
    case .booleanLiteralExpr(let literal): return .boolean(literal.literal.text == "true")
    case .nilLiteralExpr: return .nilLiteral
    case .discardAssignmentExpr: return .name("_", labels: nil)
    case .stringLiteralExpr(let literal): return string(literal, at: span)
    case .declReferenceExpr(let reference): return self.reference(reference)
    case .arrayExpr(let array): return .array(array.elements.map { expression($0.expression) })
    case .dictionaryExpr(let dictionary):
      guard case .elements(let elements) = dictionary.content else { return .dictionary([]) }
      return .dictionary(elements.map { (key: expression($0.key), value: expression($0.value)) })
    case .tupleExpr(let tuple): return self.tuple(tuple)
    case .memberAccessExpr(let member):
      let name = member.declName.baseName
      return .member(
        member.base.map { expression($0) },
        name: NameNode(Self.name(name), at: self.span(name))
      )
    case .functionCallExpr(let call): return self.call(call)
    case .subscriptCallExpr(let index):
      return .index(expression(index.calledExpression), arguments: arguments(index.arguments))
    case .prefixOperatorExpr(let prefix):
      let name = NameNode(prefix.operator.text, at: self.span(prefix.operator))
      return .prefix(name, expression(prefix.expression))
    case .postfixOperatorExpr(let postfix):
      return .postfix(
        expression(postfix.expression),
        .postfixOperator(postfix.operator.text, at: self.span(postfix.operator))
      )
    case .sequenceExpr(let sequence):
      if let node = foldWellKnown(sequence) { return node.kind }
      guard let (folded, offset) = fold(sequence) else { return .invalid }
      let outer = base
      base = offset
      defer { base = outer }
      return kind(folded, at: span)
    case .infixOperatorExpr(let infix): return self.infix(infix)
    case .ternaryExpr(let ternary):
      return .conditional(
        expression(ternary.condition),
        then: expression(ternary.thenExpression),
        otherwise: expression(ternary.elseExpression)
      )
    case .closureExpr(let closure): return self.closure(closure)
    case .asExpr(let cast):
      let mark = cast.questionOrExclamationMark?.text ?? ""
      return .cast(expression(cast.expression), keyword: "as" + mark, type(cast.type))
    case .isExpr(let test):
      return .cast(expression(test.expression), keyword: "is", type(test.type))
    case .inOutExpr(let reference): return .inout(expression(reference.expression))
    case .optionalChainingExpr(let chain): return .optionalChain(expression(chain.expression))
    case .forceUnwrapExpr(let unwrap): return .forceUnwrap(expression(unwrap.expression))
    case .tryExpr(let attempt):
      return .attempt(
        expression(attempt.expression),
        keyword: "try" + (attempt.questionOrExclamationMark?.text ?? "")
      )
    case .genericSpecializationExpr(let specialization):
      guard let reference = specialization.expression.as(DeclReferenceExprSyntax.self) else {
        return refuse(.other, at: span)
      }
      let arguments = specialization.genericArgumentClause.arguments.compactMap {
        argument -> TypeNode? in
        guard case .type(let type) = argument.argument else { return nil }
        return self.type(type)
      }
      return .type(
        TypeNode(.name(Self.name(reference.baseName), arguments: arguments), at: span)
      )
    case .typeExpr(let type): return .type(self.type(type.type))
    case .ifExpr(let conditional): return .statement(ifStatement(conditional))
    case .switchExpr(let selection): return .statement(switchStatement(selection))
    case .missingExpr: return .invalid
    case .keyPathExpr: return refuse(.keyPaths, at: span)
    case .awaitExpr: return refuse(.concurrency, at: span)
    case .macroExpansionExpr: return refuse(.macros, at: span)
    case .regexLiteralExpr: return refuse(.regularExpressions, at: span)
    case .binaryOperatorExpr(let name): return .operatorReference(name.operator.text)
    default: return refuse(.other, at: span)
    }
  }

  private mutating func refuse(
    _ construct: UnsupportedConstruct,
    at span: SourceSpan
  ) -> ExpressionNode.Kind {
    unsupported(construct, at: span)
    return .invalid
  }

  private static func integer(_ text: String) -> ExpressionNode.Kind {
    let digits = text.filter { $0 != "_" }
    let radix =
      digits.hasPrefix("0x") ? 16 : digits.hasPrefix("0o") ? 8 : digits.hasPrefix("0b") ? 2 : 10
    return .integer(
      magnitude: UInt64(radix == 10 ? digits[...] : digits.dropFirst(2), radix: radix),
      text: digits
    )
  }

  private mutating func reference(_ node: DeclReferenceExprSyntax) -> ExpressionNode.Kind {
    switch node.baseName.tokenKind {
    case .binaryOperator(let name), .prefixOperator(let name), .postfixOperator(let name):
      return .operatorReference(name)
    default:
      let labels = node.argumentNames?.arguments.map { argument -> String? in
        argument.name.text == "_" ? nil : argument.name.text
      }
      return .name(Self.name(node.baseName), labels: labels)
    }
  }

  private mutating func tuple(_ node: TupleExprSyntax) -> ExpressionNode.Kind {
    let elements = arguments(node.elements)
    if elements.count == 1, elements[0].label == nil {
      if case .operatorReference = elements[0].value.kind { return elements[0].value.kind }
      return .parenthesized(elements[0].value)
    }
    return .tuple(elements)
  }

  private mutating func infix(_ node: InfixOperatorExprSyntax) -> ExpressionNode.Kind {
    if node.operator.is(AssignmentExprSyntax.self) {
      report(
        "assignment-as-value",
        "'=' assigns, and has no value",
        at: span(node.operator),
        help: "compare with '=='"
      )
      return .invalid
    }
    // A chain `a + b + c` leans to the left: it is walked in a loop, not by recursion.
    var chain: [InfixOperatorExprSyntax] = [node]
    while let left = chain[chain.count - 1].leftOperand.as(InfixOperatorExprSyntax.self),
      left.operator.is(BinaryOperatorExprSyntax.self)
    {
      chain.append(left)
    }
    var result = expression(chain[chain.count - 1].leftOperand)
    for link in chain.reversed() {
      guard let name = link.operator.as(BinaryOperatorExprSyntax.self) else {
        return refuse(.other, at: span(link.operator))
      }
      let right = expression(link.rightOperand)
      result = ExpressionNode(
        .infix(result, NameNode(name.operator.text, at: span(name)), right),
        at: span(link)
      )
    }
    return result.kind
  }

  private mutating func arguments(_ list: LabeledExprListSyntax) -> [ArgumentNode] {
    list.map { argument in
      ArgumentNode(
        label: argument.label.map { NameNode(Self.name($0), at: span($0)) },
        value: expression(argument.expression)
      )
    }
  }

  private mutating func call(_ node: FunctionCallExprSyntax) -> ExpressionNode.Kind {
    let callee: ExpressionNode
    let called = node.calledExpression
    if called.is(ArrayExprSyntax.self) || called.is(DictionaryExprSyntax.self),
      let type = typeNode(called)
    {
      // `[Double](…)` makes an array, `[String: Int](…)` a dictionary.
      callee = ExpressionNode(.type(type), at: span(called))
    } else {
      callee = expression(node.calledExpression)
    }
    var arguments = arguments(node.arguments)
    if let closure = node.trailingClosure {
      arguments.append(
        ArgumentNode(label: nil, value: expression(ExprSyntax(closure)), isTrailing: true)
      )
    }
    for more in node.additionalTrailingClosures {
      arguments.append(
        ArgumentNode(
          label: NameNode(more.label.text, at: span(more.label)),
          value: expression(ExprSyntax(more.closure)),
          isTrailing: true
        )
      )
    }
    return .call(callee, arguments: arguments)
  }

  /// Reads an expression as a type where it can only be one.
  mutating func typeNode(_ node: ExprSyntax) -> TypeNode? {
    if let reference = node.as(DeclReferenceExprSyntax.self),
      reference.baseName.text.first?.isUppercase == true
    {
      return TypeNode(.name(reference.baseName.text, arguments: []), at: span(node))
    }
    if let array = node.as(ArrayExprSyntax.self), array.elements.count == 1,
      let element = array.elements.first?.expression, let type = typeNode(element)
    {
      return TypeNode(.array(type), at: span(node))
    }
    if let dictionary = node.as(DictionaryExprSyntax.self),
      case .elements(let elements) = dictionary.content, elements.count == 1,
      let element = elements.first, let key = typeNode(element.key),
      let value = typeNode(element.value)
    {
      return TypeNode(.dictionary(key, value), at: span(node))
    }
    if let optional = node.as(OptionalChainingExprSyntax.self),
      let wrapped = typeNode(optional.expression)
    {
      return TypeNode(.optional(wrapped), at: span(node))
    }
    if let member = node.as(MemberAccessExprSyntax.self), let base = member.base,
      member.declName.baseName.text.first?.isUppercase == true, let outer = typeNode(base)
    {
      return TypeNode(.member(outer, Self.name(member.declName.baseName)), at: span(node))
    }
    if let tuple = node.as(TupleExprSyntax.self), tuple.elements.count > 1 {
      let parts = tuple.elements.map { (label: $0.label?.text, type: typeNode($0.expression)) }
      guard parts.allSatisfy({ $0.type != nil }) else { return nil }
      return TypeNode(
        .tuple(parts.compactMap { part in part.type.map { (label: part.label, type: $0) } }),
        at: span(node)
      )
    }
    return nil
  }

  // MARK: - Closures

  private mutating func closure(_ node: ClosureExprSyntax) -> ExpressionNode.Kind {
    var captures: [CaptureNode] = []
    var parameters: [ParameterNode]?
    var result: TypeNode?
    if let signature = node.signature {
      captures = signature.capture?.items.compactMap { capture($0) } ?? []
      if let effects = signature.effectSpecifiers { refuseUnknownEffects(effects) }
      result = signature.returnClause.map { type($0.type) }
      switch signature.parameterClause {
      case .simpleInput(let names):
        parameters = names.map { self.parameter($0.name, type: nil) }
      case .parameterClause(let clause):
        parameters = clause.parameters.map { self.parameter($0.firstName, type: $0.type) }
      case nil: break
      }
    }
    let body = statements(node.statements)
    var count = 0
    if parameters == nil { count = Self.shorthandCount(node.statements) }
    var closure = ClosureNode(
      parameters: parameters,
      result: result,
      shorthandCount: count,
      body: body
    )
    closure.captures = captures
    return .closure(closure)
  }

  /// An entry of a capture list; nil for `self`, which closures see as it is.
  private mutating func capture(_ node: ClosureCaptureSyntax) -> CaptureNode? {
    if let specifier = node.specifier { unsupported(.references, at: span(specifier)) }
    let name = NameNode(Self.name(node.name), at: span(node.name))
    guard name.text != "self" else { return nil }
    let value =
      node.initializer.map { expression($0.value) }
      ?? ExpressionNode(.name(name.text, labels: nil), at: name.span)
    return CaptureNode(name: name, value: value)
  }

  private mutating func parameter(_ name: TokenSyntax, type: TypeSyntax?) -> ParameterNode {
    ParameterNode(
      label: nil,
      name: NameNode(Self.name(name), at: span(name)),
      type: type.map { self.type($0) }
    )
  }

  /// The parameters that a closure may have without naming them; the rest of `$n` are unknown names.
  private static let greatestShorthandCount = 255

  /// The highest `$n` of a closure plus one, closures inside it left out.
  private static func shorthandCount(_ statements: CodeBlockItemListSyntax) -> Int {
    var highest = 0
    var stack: [Syntax] = [Syntax(statements)]
    while let node = stack.popLast() {
      if let token = node.as(TokenSyntax.self) {
        if case .dollarIdentifier(let text) = token.tokenKind, let index = Int(text.dropFirst()),
          index < greatestShorthandCount
        {
          highest = max(highest, index + 1)
        }
        continue
      }
      if node.is(ClosureExprSyntax.self) { continue }
      stack += node.children(viewMode: .sourceAccurate)
    }
    return min(highest, 16)
  }

  // MARK: - Strings

  private mutating func string(
    _ node: StringLiteralExprSyntax,
    at span: SourceSpan
  ) -> ExpressionNode.Kind {
    // Without interpolation swift-syntax resolves escapes and indentation itself.
    if let text = node.representedLiteralValue { return .string(text.isEmpty ? [] : [.text(text)]) }
    var segments: [StringSegment] = []
    for segment in node.segments {
      switch segment {
      case .stringSegment(let part): segments.append(.text(text(of: part, in: node)))
      case .expressionSegment(let part):
        guard part.expressions.count == 1, let only = part.expressions.first, only.label == nil
        else {
          unsupported(.interpolationOptions, at: self.span(part))
          continue
        }
        segments.append(.interpolation(expression(only.expression)))
      }
    }
    return .string(segments)
  }

  /// The text of a part of an interpolated literal, its escapes resolved.
  private func text(of part: StringSegmentSyntax, in node: StringLiteralExprSyntax) -> String {
    let literal = StringLiteralExprSyntax(
      openingPounds: node.openingPounds,
      openingQuote: node.openingQuote.trimmed,
      segments: StringLiteralSegmentListSyntax([.stringSegment(part)]),
      closingQuote: node.closingQuote.trimmed,
      closingPounds: node.closingPounds
    )
    return literal.representedLiteralValue ?? part.content.text
  }
}
