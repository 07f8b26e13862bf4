import Diagnostics
import Script
import SwiftSyntax

extension Lowering {
  mutating func statements(_ items: CodeBlockItemListSyntax) -> [StatementNode] {
    items.compactMap { item in
      switch item.item {
      case .decl(let declaration): self.declaration(declaration)
      case .stmt(let statement): self.statement(statement)
      case .expr(let expression): self.expressionStatement(expression)
      }
    }
  }

  private mutating func block(_ block: CodeBlockSyntax) -> [StatementNode] {
    deeper(at: block, []) { $0.statements(block.statements) }
  }

  private mutating func expressionStatement(_ node: ExprSyntax) -> StatementNode? {
    let span = span(node)
    let lowered: StatementNode.Kind
    if let sequence = node.as(SequenceExprSyntax.self) {
      lowered = assignmentOrExpression(sequence, at: span)
    } else if let conditional = node.as(IfExprSyntax.self) {
      return deeper(at: conditional, StatementNode(.invalid, at: span)) {
        $0.ifStatement(conditional)
      }
    } else if node.is(SwitchExprSyntax.self) {
      unsupported(.switches, at: SourceSpan(span.start, span.start + 6))
      lowered = .invalid
    } else {
      lowered = .expression(expression(node))
    }
    return StatementNode(lowered, at: span)
  }

  private mutating func assignmentOrExpression(
    _ sequence: SequenceExprSyntax,
    at span: SourceSpan
  ) -> StatementNode.Kind {
    guard let (folded, offset) = fold(sequence) else { return .invalid }
    let outer = base
    base = offset
    defer { base = outer }
    guard let infix = folded.as(InfixOperatorExprSyntax.self) else {
      return .expression(expression(folded))
    }
    if infix.operator.is(AssignmentExprSyntax.self) {
      return .assignment(expression(infix.leftOperand), expression(infix.rightOperand))
    }
    if let name = infix.operator.as(BinaryOperatorExprSyntax.self),
      ["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&+=", "&-=", "&*="]
        .contains(name.operator.text)
    {
      let left = expression(infix.leftOperand)
      return .compoundAssignment(
        left,
        NameNode(name.operator.text, at: self.span(name)),
        expression(infix.rightOperand)
      )
    }
    return .expression(expression(folded))
  }

  private mutating func statement(_ node: StmtSyntax) -> StatementNode? {
    let span = span(node)
    func make(_ kind: StatementNode.Kind) -> StatementNode { StatementNode(kind, at: span) }
    func refuse(_ construct: UnsupportedConstruct, in lowering: inout Lowering) -> StatementNode {
      let keyword = node.firstToken(viewMode: .sourceAccurate).map { lowering.span($0) } ?? span
      lowering.unsupported(construct, at: keyword)
      return make(.invalid)
    }
    switch node.as(StmtSyntaxEnum.self) {
    case .expressionStmt(let statement): return expressionStatement(statement.expression)
    case .returnStmt(let statement):
      return make(.return(statement.expression.map { expression($0) }))
    case .breakStmt(let statement):
      return make(.break(statement.label.map { NameNode($0.text, at: self.span($0)) }))
    case .continueStmt(let statement):
      return make(.continue(statement.label.map { NameNode($0.text, at: self.span($0)) }))
    case .whileStmt(let statement):
      guard let conditions = conditions(statement.conditions) else { return make(.invalid) }
      return make(.while(conditions, body: block(statement.body)))
    case .forStmt(let statement):
      if statement.caseKeyword != nil { return refuse(.patterns, in: &self) }
      let pattern = pattern(statement.pattern)
      let sequence = expression(statement.sequence)
      let filter = statement.whereClause.map { expression($0.condition) }
      return make(.forIn(pattern, sequence, where: filter, body: block(statement.body)))
    case .doStmt(let statement):
      guard statement.catchClauses.isEmpty else { return refuse(.doCatch, in: &self) }
      return make(.block(block(statement.body)))
    case .guardStmt: return refuse(.guards, in: &self)
    case .repeatStmt: return refuse(.repeats, in: &self)
    case .deferStmt: return refuse(.defers, in: &self)
    case .throwStmt: return refuse(.throwing, in: &self)
    case .labeledStmt: return refuse(.labels, in: &self)
    case .missingStmt: return nil
    default: return refuse(.other, in: &self)
    }
  }

  private mutating func ifStatement(_ node: IfExprSyntax) -> StatementNode {
    guard let conditions = conditions(node.conditions) else {
      return StatementNode(.invalid, at: span(node))
    }
    let then = block(node.body)
    var otherwise: [StatementNode]?
    switch node.elseBody {
    case .codeBlock(let body): otherwise = block(body)
    case .ifExpr(let next):
      otherwise = [
        deeper(at: next, StatementNode(.invalid, at: span(next))) { $0.ifStatement(next) }
      ]
    case nil: break
    }
    return StatementNode(.if(conditions, then: then, otherwise: otherwise), at: span(node))
  }

  /// Returns nil where a condition is refused: its names are missing in the body.
  private mutating func conditions(_ list: ConditionElementListSyntax) -> [ConditionNode]? {
    let refused = diagnostics.count
    let conditions = list.map { element -> ConditionNode in
      switch element.condition {
      case .expression(let node): return .expression(expression(node))
      case .optionalBinding(let binding): unsupported(.optionalBindings, at: span(binding))
      case .matchingPattern(let pattern): unsupported(.patterns, at: span(pattern))
      case .availability(let availability): unsupported(.macros, at: span(availability))
      }
      return .expression(ExpressionNode(.invalid, at: span(element)))
    }
    return diagnostics.count == refused ? conditions : nil
  }

  // MARK: - Declarations

  private mutating func declaration(_ node: DeclSyntax) -> StatementNode? {
    let span = span(node)
    let construct: UnsupportedConstruct
    switch node.as(DeclSyntaxEnum.self) {
    case .variableDecl(let variable): return StatementNode(self.variable(variable), at: span)
    case .functionDecl(let function): return StatementNode(self.function(function), at: span)
    case .importDecl(let declaration):
      let name = declaration.path.trimmedDescription
      if name == "Foundation" || name == "LessonKit" { return nil }
      construct = .imports
    case .classDecl, .actorDecl: construct = .classes
    case .structDecl: construct = .structures
    case .enumDecl: construct = .enumerations
    case .protocolDecl: construct = .protocols
    case .extensionDecl: construct = .extensions
    case .typeAliasDecl: construct = .typeAliases
    case .operatorDecl, .precedenceGroupDecl: construct = .operators
    case .macroDecl, .macroExpansionDecl, .ifConfigDecl: construct = .macros
    case .missingDecl: return nil
    default: construct = .other
    }
    let keyword = node.firstToken(viewMode: .sourceAccurate).map { self.span($0) } ?? span
    unsupported(construct, at: keyword)
    return StatementNode(.invalid, at: span)
  }

  private mutating func refuseModifiers(
    _ attributes: AttributeListSyntax,
    _ modifiers: DeclModifierListSyntax
  ) {
    if let first = attributes.first { unsupported(.attributes, at: span(first)) }
    if let first = modifiers.first { unsupported(.modifiers, at: span(first)) }
  }

  private mutating func variable(_ node: VariableDeclSyntax) -> StatementNode.Kind {
    refuseModifiers(node.attributes, node.modifiers)
    let bindings = node.bindings.map { binding -> BindingNode in
      if let accessors = binding.accessorBlock { unsupported(.computed, at: span(accessors)) }
      let pattern = pattern(binding.pattern)
      let type = binding.typeAnnotation.map { self.type($0.type) }
      return BindingNode(
        pattern: pattern,
        type: type,
        value: binding.initializer.map { expression($0.value) }
      )
    }
    return .binding(isConstant: node.bindingSpecifier.text == "let", bindings)
  }

  private mutating func function(_ node: FunctionDeclSyntax) -> StatementNode.Kind {
    refuseModifiers(node.attributes, node.modifiers)
    if let generics = node.genericParameterClause { unsupported(.generics, at: span(generics)) }
    if let effects = node.signature.effectSpecifiers {
      unsupported(effects.asyncSpecifier == nil ? .throwing : .concurrency, at: span(effects))
    }
    guard node.name.text.first.map({ $0.isLetter || $0 == "_" || $0 == "`" }) ?? false else {
      unsupported(.operators, at: span(node.name))
      return .invalid
    }
    let parameters = node.signature.parameterClause.parameters.map { parameter -> ParameterNode in
      let name = parameter.secondName ?? parameter.firstName
      let label = Self.name(parameter.firstName)
      return ParameterNode(
        label: label == "_" ? nil : label,
        name: NameNode(Self.name(name), at: span(name)),
        type: type(parameter.type),
        defaultValue: parameter.defaultValue.map { expression($0.value) },
        isVariadic: parameter.ellipsis != nil
      )
    }
    let result = node.signature.returnClause.map { type($0.type) }
    let body = node.body.map { block($0) } ?? []
    return .function(
      FunctionNode(
        name: NameNode(Self.name(node.name), at: span(node.name)),
        parameters: parameters,
        result: result,
        body: body
      )
    )
  }

  /// A name without backticks.
  static func name(_ token: TokenSyntax) -> String {
    let text = token.text
    return text.hasPrefix("`") && text.count > 2 ? String(text.dropFirst().dropLast()) : text
  }

  // MARK: - Patterns and types

  private mutating func pattern(_ node: PatternSyntax) -> PatternNode {
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

  mutating func type(_ node: TypeSyntax) -> TypeNode {
    let span = span(node)
    return deeper(at: node, TypeNode(.invalid, at: span)) {
      TypeNode($0.typeKind(node, at: span), at: span)
    }
  }

  private mutating func typeKind(_ node: TypeSyntax, at span: SourceSpan) -> TypeNode.Kind {
    switch node.as(TypeSyntaxEnum.self) {
    case .identifierType(let type):
      let arguments = type.genericArgumentClause?.arguments.compactMap { argument -> TypeNode? in
        guard case .type(let type) = argument.argument else { return nil }
        return self.type(type)
      }
      return .name(Self.name(type.name), arguments: arguments ?? [])
    case .arrayType(let type): return .array(self.type(type.element))
    case .dictionaryType(let type): return .dictionary(self.type(type.key), self.type(type.value))
    case .optionalType(let type): return .optional(self.type(type.wrappedType))
    case .tupleType(let type):
      let elements = type.elements.map { (label: $0.firstName?.text, type: self.type($0.type)) }
      if elements.count == 1, elements[0].label == nil { return elements[0].type.kind }
      return .tuple(elements)
    case .functionType(let type):
      return .function(
        type.parameters.map { self.type($0.type) },
        throws: type.effectSpecifiers?.throwsClause != nil,
        result: self.type(type.returnClause.type)
      )
    case .memberType(let type): return .member(self.type(type.baseType), type.name.text)
    case .attributedType(let type):
      if type.specifiers.contains(where: { $0.trimmedDescription == "inout" }) {
        return .inout(self.type(type.baseType))
      }
      // `@escaping` says nothing about the value.
      return self.type(type.baseType).kind
    case .missingType: return .invalid
    default:
      unsupported(.other, at: span)
      return .invalid
    }
  }
}
