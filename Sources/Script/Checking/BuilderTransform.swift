import Diagnostics

/// Writes the statements of a result builder's closure as the calls that Swift makes of them.
///
/// Each line becomes `Builder.buildExpression(line)`, a block `Builder.buildBlock(…)`, an `if`
/// `buildEither` or `buildOptional`, a loop `buildArray` over the blocks of its rounds.
struct BuilderTransform {
  let builder: String
  /// The type that a block builds.
  let component: TypeNode
  /// The static methods that the builder has.
  let methods: Set<String>
  /// Reports a statement that the builder has no method for.
  let refuse: (StatementNode, _ method: String) -> Void

  /// The static methods, beside `buildBlock`, that the lines of a closure are passed to.
  static let usedMethods = ["buildExpression", "buildEither", "buildOptional", "buildArray"]
  /// Those that are not part of the language.
  static let refusedMethods = ["buildPartialBlock", "buildFinalResult", "buildLimitedAvailability"]

  /// Returns the statements of a closure, with a `return` of what they build.
  func body(_ statements: [StatementNode], at span: SourceSpan) -> [StatementNode] {
    let (lines, result) = block(statements, at: span)
    return lines + [StatementNode(.return(result), at: span)]
  }

  /// The bindings of a block, and the value that it builds.
  private func block(
    _ statements: [StatementNode],
    at span: SourceSpan
  ) -> (lines: [StatementNode], result: ExpressionNode) {
    var lines: [StatementNode] = []
    var parts: [ArgumentNode] = []
    for statement in statements {
      guard let value = part(statement) else {
        lines.append(statement)
        continue
      }
      let name = "part \(statement.span.start)"
      let pattern = PatternNode(.name(name), at: statement.span)
      let binding = BindingNode(pattern: pattern, type: nil, value: value)
      lines.append(StatementNode(.binding(isConstant: true, [binding]), at: statement.span))
      let reference = ExpressionNode(.name(name, labels: nil), at: statement.span)
      parts.append(ArgumentNode(label: nil, value: reference))
    }
    return (lines, call("buildBlock", parts, at: span))
  }

  /// What a statement adds to its block; nil for declarations.
  private func part(_ statement: StatementNode) -> ExpressionNode? {
    let span = statement.span
    switch statement.kind {
    case .expression(let line):
      if case .statement(let inner) = line.kind { return part(inner) }
      guard methods.contains("buildExpression") else { return line }
      return call("buildExpression", [ArgumentNode(label: nil, value: line)], at: span)
    case .if(let conditions, let then, let otherwise?):
      guard require("buildEither", for: statement) else { return nil }
      let branches = [("first", then), ("second", otherwise)].map { label, body in
        branch(body, at: span) { value in
          let label = NameNode(label, at: span)
          return call("buildEither", [ArgumentNode(label: label, value: value)], at: span)
        }
      }
      let test = StatementNode(.if(conditions, then: branches[0], otherwise: branches[1]), at: span)
      return immediate([test], component, at: span)
    case .if(let conditions, let then, nil):
      guard require("buildOptional", for: statement) else { return nil }
      let none = StatementNode(.return(ExpressionNode(.nilLiteral, at: span)), at: span)
      let body = branch(then, at: span) { $0 }
      let test = StatementNode(.if(conditions, then: body, otherwise: [none]), at: span)
      let optional = TypeNode(.optional(component), at: span)
      let value = immediate([test], optional, at: span)
      return call("buildOptional", [ArgumentNode(label: nil, value: value)], at: span)
    case .forIn(let pattern, let sequence, let condition, let body):
      guard require("buildArray", for: statement) else { return nil }
      return loop(pattern, sequence, condition, body, at: span)
    case .binding, .function, .type, .typeAlias, .invalid: return nil
    case .block(let body): return immediate(branch(body, at: span) { $0 }, component, at: span)
    case .assignment, .compoundAssignment, .while, .return, .break, .continue, .guard, .repeatWhile,
      .switch, .labeled, .defer, .throw, .doCatch, .fallthrough:
      refuse(statement, "")
      return nil
    }
  }

  private func require(_ method: String, for statement: StatementNode) -> Bool {
    if methods.contains(method) { return true }
    refuse(statement, method)
    return false
  }

  private func branch(
    _ statements: [StatementNode],
    at span: SourceSpan,
    _ wrap: (ExpressionNode) -> ExpressionNode
  ) -> [StatementNode] {
    let (lines, result) = block(statements, at: span)
    return lines + [StatementNode(.return(wrap(result)), at: span)]
  }

  /// `sequence.map { pattern in … }`, each round building a block.
  private func loop(
    _ pattern: PatternNode,
    _ sequence: ExpressionNode,
    _ condition: ExpressionNode?,
    _ body: [StatementNode],
    at span: SourceSpan
  ) -> ExpressionNode {
    let element = NameNode("round \(span.start)", at: pattern.span)
    let value = ExpressionNode(.name(element.text, labels: nil), at: pattern.span)
    let bind = StatementNode(
      .binding(isConstant: true, [BindingNode(pattern: pattern, type: nil, value: value)]),
      at: pattern.span
    )
    func each(_ statements: [StatementNode], _ result: TypeNode?) -> ArgumentNode {
      let closure = ClosureNode(
        parameters: [ParameterNode(label: nil, name: element, type: nil)],
        result: result,
        shorthandCount: 0,
        body: [bind] + statements
      )
      return ArgumentNode(label: nil, value: ExpressionNode(.closure(closure), at: span))
    }
    func method(_ name: String, of base: ExpressionNode, _ argument: ArgumentNode) -> ExpressionNode
    {
      let member = ExpressionNode(.member(base, name: NameNode(name, at: span)), at: span)
      return ExpressionNode(.call(member, arguments: [argument]), at: span)
    }
    var source = sequence
    if let condition {
      let test = StatementNode(.return(condition), at: condition.span)
      source = method("filter", of: source, each([test], nil))
    }
    let rounds = method("map", of: source, each(branch(body, at: span) { $0 }, component))
    return call("buildArray", [ArgumentNode(label: nil, value: rounds)], at: span)
  }

  /// `{ statements }()`.
  private func immediate(
    _ statements: [StatementNode],
    _ result: TypeNode,
    at span: SourceSpan
  ) -> ExpressionNode {
    let closure = ClosureNode(
      parameters: [],
      result: result,
      shorthandCount: 0,
      body: statements
    )
    let callee = ExpressionNode(.closure(closure), at: span)
    return ExpressionNode(.call(callee, arguments: []), at: span)
  }

  private func call(
    _ method: String,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> ExpressionNode {
    let type = ExpressionNode(.type(TypeNode(.name(builder, arguments: []), at: span)), at: span)
    let callee = ExpressionNode(.member(type, name: NameNode(method, at: span)), at: span)
    return ExpressionNode(.call(callee, arguments: arguments), at: span)
  }
}

extension CellChecker {
  /// The name of a parameter's result builder, where there is such a type.
  func resultBuilder(_ name: NameNode) -> String? {
    let type = typeNamed(name.text) ?? .invalid
    let isBuilder =
      type.declaration.map(\.isResultBuilder)
      ?? !members(named: "buildBlock", of: type, [.staticMethod]).isEmpty
    guard isBuilder else {
      report(
        "no-result-builder",
        "'\(name.text)' is no result builder",
        at: name.span,
        help:
          "write '@resultBuilder struct \(name.text)' where it is declared, or remove '@\(name.text)'"
      )
      return nil
    }
    return name.text
  }

  /// Returns a closure whose statements build a value, as a closure that computes it.
  func buildingClosure(
    _ closure: ClosureNode,
    with builder: String,
    at span: SourceSpan
  ) -> ClosureNode {
    let type = typeNamed(builder) ?? .invalid
    for method in BuilderTransform.refusedMethods
    where !members(named: method, of: type, [.staticMethod]).isEmpty {
      report(
        "unsupported",
        "'\(builder)' has a '\(method)', which is not part of the language",
        at: span,
        help: "let 'buildBlock' return the whole"
      )
    }
    let blocks = members(named: "buildBlock", of: type, [.staticMethod])
    let names = BuilderTransform.usedMethods
    let transform = BuilderTransform(
      builder: builder,
      component: TypeNode(.resolved(blocks.first?.result ?? .invalid), at: span),
      methods: Set(names.filter { !members(named: $0, of: type, [.staticMethod]).isEmpty })
    ) { statement, method in
      self.report(
        "unsupported",
        method.isEmpty
          ? "this statement cannot stand among the lines of a '\(builder)'"
          : "'\(builder)' has no '\(method)', which this statement needs",
        at: statement.span,
        help: "compute it before the braces, and use the value in them"
      )
    }
    var closure = closure
    closure.body = transform.body(closure.body, at: span)
    return closure
  }
}
