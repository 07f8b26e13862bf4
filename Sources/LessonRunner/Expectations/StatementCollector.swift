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
    case .return(let value): visit(value)
    case .block(let body): visit(body)
    case .function(let function): visit(function.body)
    case .break, .continue, .invalid: break
    }
  }

  private mutating func visit(_ conditions: [ConditionNode]) {
    for case .expression(let value) in conditions { visit(value) }
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
