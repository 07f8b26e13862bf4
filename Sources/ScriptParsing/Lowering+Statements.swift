import Diagnostics
import Script
import SwiftOperators
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

  mutating func block(_ block: CodeBlockSyntax) -> [StatementNode] {
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
    } else if let selection = node.as(SwitchExprSyntax.self) {
      return deeper(at: selection, StatementNode(.invalid, at: span)) {
        $0.switchStatement(selection)
      }
    } else {
      lowered = .expression(expression(node))
    }
    return StatementNode(lowered, at: span)
  }

  private mutating func assignmentOrExpression(
    _ sequence: SequenceExprSyntax,
    at span: SourceSpan
  ) -> StatementNode.Kind {
    if let assignment = assignWellKnown(sequence) { return assignment }
    if let node = foldWellKnown(sequence) { return .expression(node) }
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
    if let name = infix.operator.as(BinaryOperatorExprSyntax.self), assigns(name.operator.text) {
      let left = expression(infix.leftOperand)
      return .compoundAssignment(
        left,
        NameNode(name.operator.text, at: self.span(name)),
        expression(infix.rightOperand)
      )
    }
    return .expression(expression(folded))
  }

  /// Whether an operator has the precedence of assignments.
  private func assigns(_ name: String) -> Bool {
    operatorTable.infixOperator(named: name)?.precedenceGroup == "AssignmentPrecedence"
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
      let pattern =
        statement.caseKeyword == nil
        ? pattern(statement.pattern) : matchPattern(statement.pattern)
      let sequence = expression(statement.sequence)
      let filter = statement.whereClause.map { expression($0.condition) }
      return make(.forIn(pattern, sequence, where: filter, body: block(statement.body)))
    case .doStmt(let statement):
      let body = block(statement.body)
      let thrown = statement.throwsClause?.type.map { type($0) }
      guard !statement.catchClauses.isEmpty else {
        if let clause = statement.throwsClause { unsupported(.uncaughtDo, at: self.span(clause)) }
        return make(.block(body))
      }
      let clauses = statement.catchClauses.map { self.catchClause($0) }
      return make(.doCatch(body, throws: thrown, clauses))
    case .guardStmt(let statement):
      guard let conditions = conditions(statement.conditions) else { return make(.invalid) }
      return make(.guard(conditions, otherwise: block(statement.body)))
    case .repeatStmt(let statement):
      let body = block(statement.body)
      return make(.repeatWhile(body: body, expression(statement.condition)))
    case .deferStmt(let statement): return make(.defer(block(statement.body)))
    case .throwStmt(let statement): return make(.throw(expression(statement.expression)))
    case .fallThroughStmt: return make(.fallthrough)
    case .labeledStmt(let labeled):
      guard let statement = statement(labeled.statement) else { return nil }
      return make(.labeled(NameNode(labeled.label.text, at: self.span(labeled.label)), statement))
    case .missingStmt: return nil
    default: return refuse(.other, in: &self)
    }
  }

  mutating func ifStatement(_ node: IfExprSyntax) -> StatementNode {
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
      case .optionalBinding(let binding): return optionalBinding(binding)
      case .matchingPattern(let match):
        return .match(matchPattern(match.pattern), expression(match.initializer.value))
      case .availability(let availability): return .expression(self.availability(availability))
      }
    }
    return diagnostics.count == refused ? conditions : nil
  }

  /// `#available`: versions of platforms bind no lesson, as they do not bind Swift on Linux.
  private mutating func availability(_ node: AvailabilityConditionSyntax) -> ExpressionNode {
    let isAvailable = node.availabilityKeyword.tokenKind == .poundAvailable
    let hasWildcard = node.availabilityArguments.contains { $0.argument.trimmedDescription == "*" }
    if hasWildcard != isAvailable {
      report(
        "syntax",
        "'\(node.availabilityKeyword.text)' lists platforms \(isAvailable ? "and '*'" : "only")",
        at: span(node),
        help: isAvailable ? "add ', *' behind the platforms" : "remove '*'"
      )
    }
    return ExpressionNode(.boolean(isAvailable), at: span(node))
  }

  private mutating func optionalBinding(_ node: OptionalBindingConditionSyntax) -> ConditionNode {
    let pattern = pattern(node.pattern)
    let value: ExpressionNode
    if let initializer = node.initializer {
      value = expression(initializer.value)
    } else if case .name(let name) = pattern.kind {
      // `if let x` unwraps the variable of that name.
      value = ExpressionNode(.name(name, labels: nil), at: pattern.span)
    } else {
      value = ExpressionNode(.invalid, at: pattern.span)
    }
    let type = node.typeAnnotation.map { self.type($0.type) }
    return .unwrap(pattern, type, value, isConstant: node.bindingSpecifier.text == "let")
  }

  // MARK: - switch and catch

  mutating func switchStatement(_ node: SwitchExprSyntax) -> StatementNode {
    let subject = expression(node.subject)
    let cases = node.cases.compactMap { element -> SwitchCaseNode? in
      guard case .switchCase(let node) = element else {
        unsupported(.macros, at: span(element))
        return nil
      }
      if let attribute = node.attribute { unsupported(.attributes, at: span(attribute)) }
      var items: [SwitchCaseNode.Item] = []
      if case .case(let label) = node.label {
        items = label.caseItems.map {
          SwitchCaseNode.Item(
            pattern: matchPattern($0.pattern),
            condition: $0.whereClause.map { expression($0.condition) }
          )
        }
      }
      return SwitchCaseNode(items: items, body: statements(node.statements), at: span(node.label))
    }
    return StatementNode(.switch(subject, cases), at: span(node))
  }

  private mutating func catchClause(_ node: CatchClauseSyntax) -> CatchNode {
    let items = node.catchItems.compactMap { item -> SwitchCaseNode.Item? in
      guard let pattern = item.pattern else { return nil }
      return SwitchCaseNode.Item(
        pattern: matchPattern(pattern),
        condition: item.whereClause.map { expression($0.condition) }
      )
    }
    return CatchNode(items: items, body: block(node.body), at: span(node.catchKeyword))
  }
}
