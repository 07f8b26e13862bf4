extension StatementNode {
  /// The statements directly inside of this one, nested functions and types left out.
  var inner: [StatementNode] {
    switch kind {
    case .if(_, let then, let otherwise): then + (otherwise ?? [])
    case .forIn(_, _, _, let body), .while(_, let body), .block(let body), .guard(_, let body),
      .repeatWhile(let body, _), .defer(let body):
      body
    case .switch(_, let cases): cases.flatMap(\.body)
    case .labeled(_, let statement): [statement]
    case .doCatch(let body, _, let clauses): body + clauses.flatMap(\.body)
    case .expression(let expression):
      if case .statement(let statement) = expression.kind { [statement] } else { [] }
    case .binding, .assignment, .compoundAssignment, .return, .break, .continue, .fallthrough,
      .throw,
      .function, .type, .typeAlias, .invalid:
      []
    }
  }

  /// Whether a `return` with a value stands in it, outside of nested functions.
  var containsReturn: Bool {
    if case .return(let value) = kind { return value != nil }
    return inner.contains(where: \.containsReturn)
  }

  /// Whether `self.init(…)` stands in it.
  var delegatesInitialization: Bool {
    if case .expression(let expression) = kind, expression.isDelegation { return true }
    if case .assignment(let target, _) = kind, case .name("self", _) = target.kind { return true }
    return inner.contains(where: \.delegatesInitialization)
  }
}

extension ExpressionNode {
  /// The expressions directly inside of this one, those of closures and statements left out.
  var parts: [ExpressionNode] {
    switch kind {
    case .string(let segments):
      segments.compactMap { if case .interpolation(let node) = $0 { node } else { nil } }
    case .array(let elements): elements
    case .dictionary(let pairs): pairs.flatMap { [$0.key, $0.value] }
    case .tuple(let parts): parts.map(\.value)
    case .parenthesized(let inner), .prefix(_, let inner), .postfix(let inner, _),
      .cast(let inner, _, _), .inout(let inner), .optionalChain(let inner),
      .forceUnwrap(let inner), .attempt(let inner, _):
      [inner]
    case .member(let base, _): base.map { [$0] } ?? []
    case .call(let callee, let arguments), .index(let callee, let arguments):
      [callee] + arguments.map(\.value)
    case .infix(let left, _, let right): [left, right]
    case .conditional(let a, let b, let c): [a, b, c]
    case .integer, .float, .boolean, .name, .operatorReference, .closure, .nilLiteral, .statement,
      .type, .invalid:
      []
    }
  }

  /// The names in it, those of closures and statements left out.
  var names: [String] {
    if case .name(let name, _) = kind { [name] } else { parts.flatMap(\.names) }
  }

  /// The names behind points in it, those of closures and statements left out.
  var memberNames: [String] {
    let inner = parts.flatMap(\.memberNames)
    if case .member(_, let name) = kind { return inner + [name.text] }
    return inner
  }

  /// Whether a closure or a statement stands in it.
  var hasStatements: Bool {
    switch kind {
    case .closure, .statement: true
    default: parts.contains(where: \.hasStatements)
    }
  }

  /// Whether it is `self.init(…)`, alone or behind `try`.
  var isDelegation: Bool {
    switch kind {
    case .call(let callee, _):
      if case .member(let base?, let name) = callee.kind, name.text == "init",
        case .name("self", _) = base.kind
      {
        true
      } else {
        false
      }
    case .attempt(let inner, "try"): inner.isDelegation
    default: false
    }
  }

  /// Whether this is an `if` or `switch` in the place of an expression.
  var isStatement: Bool { if case .statement = kind { true } else { false } }

  /// `self.init(…)` as a call of an initializer of a type.
  func delegation(to type: Type) -> ExpressionNode {
    switch kind {
    case .call(let callee, let arguments):
      let type = ExpressionNode(.type(TypeNode(.resolved(type), at: callee.span)), at: callee.span)
      return ExpressionNode(.call(type, arguments: arguments), at: span)
    case .attempt(let inner, let keyword):
      return ExpressionNode(.attempt(inner.delegation(to: type), keyword: keyword), at: span)
    default: return self
    }
  }

  /// The value of `x as Any`, which is printed as it is.
  var withoutAny: ExpressionNode {
    if case .cast(let value, "as", let type) = kind, case .name("Any", _) = type.kind {
      return value
    }
    return self
  }
}
