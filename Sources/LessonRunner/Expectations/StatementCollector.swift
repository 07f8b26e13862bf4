internal import Diagnostics
internal import Script

/// Lists all statements of a script, bodies included, outer before inner.
struct StatementCollector {
  var statements: [StatementNode] = []

  mutating func visit(_ list: [StatementNode]) {
    for statement in list { visit(statement) }
  }

  private mutating func visit(_ statement: StatementNode) {
    statements.append(statement)
    switch statement.kind {
    case .expression(let value): visit(value)
    case .binding(_, let bindings): for binding in bindings { visit(binding.value) }
    case .assignment(let target, let value), .compoundAssignment(let target, _, let value):
      visit(target)
      visit(value)
    case .if(let conditions, let then, let otherwise):
      visit(conditions)
      visit(then)
      visit(otherwise ?? [])
    case .forIn(_, let sequence, let condition, let body):
      visit(sequence)
      visit(condition)
      visit(body)
    case .while(let conditions, let body):
      visit(conditions)
      visit(body)
    case .guard(let conditions, let otherwise):
      visit(conditions)
      visit(otherwise)
    case .repeatWhile(let body, let condition):
      visit(body)
      visit(condition)
    case .switch(let subject, let cases):
      visit(subject)
      for clause in cases { visit(clause.body) }
    case .doCatch(let body, _, let clauses):
      visit(body)
      for clause in clauses { visit(clause.body) }
    case .labeled(_, let labeled): visit(labeled)
    case .throw(let error): visit(error)
    case .type(let declaration): for member in declaration.members { visit(member) }
    case .return(let value): visit(value)
    case .block(let body), .defer(let body): visit(body)
    case .function(let function): visit(function.body)
    case .break, .continue, .fallthrough, .typeAlias, .invalid: break
    }
  }

  private mutating func visit(_ member: MemberNode) {
    switch member.kind {
    case .property(let property): visit(property.accessors)
    case .method(let function), .initializer(let function, _): visit(function.body)
    case .subscripting(_, let accessors): visit(accessors)
    case .type(let declaration): for member in declaration.members { visit(member) }
    case .cases, .typeAlias: break
    }
  }

  private mutating func visit(_ accessors: AccessorsNode?) {
    let all = [accessors?.getter, accessors?.setter, accessors?.willSet, accessors?.didSet]
    for accessor in all { visit(accessor?.body ?? []) }
  }

  private mutating func visit(_ conditions: [ConditionNode]) {
    for condition in conditions {
      switch condition {
      case .expression(let value), .unwrap(_, _, let value, _), .match(_, let value): visit(value)
      }
    }
  }

  private mutating func visit(_ arguments: [ArgumentNode]) {
    for argument in arguments { visit(argument.value) }
  }

  private mutating func visit(_ expression: ExpressionNode?) {
    guard let expression else { return }
    switch expression.kind {
    case .array(let elements): for element in elements { visit(element) }
    case .dictionary(let pairs):
      for pair in pairs {
        visit(pair.key)
        visit(pair.value)
      }
    case .tuple(let elements): visit(elements)
    case .call(let base, let arguments), .index(let base, let arguments):
      visit(base)
      visit(arguments)
    case .member(let base, _): visit(base)
    case .parenthesized(let value), .prefix(_, let value), .postfix(let value, _),
      .cast(let value, _, _), .inout(let value), .optionalChain(let value),
      .forceUnwrap(let value), .attempt(let value, _):
      visit(value)
    case .infix(let left, _, let right):
      visit(left)
      visit(right)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .closure(let closure): visit(closure.body)
    case .statement(let statement): visit(statement)
    case .string(let segments):
      for case .interpolation(let value) in segments { visit(value) }
    case .integer, .float, .boolean, .name, .operatorReference, .nilLiteral, .type, .invalid: break
    }
  }
}
