import Diagnostics

/// Makes typed statements once the types in them are decided.
typealias StatementBuilder = () -> [TypedStatement]

extension CellChecker {
  func checkTopLevel(
    _ statements: [StatementNode],
    showsLastExpression: Bool
  ) -> [TypedStatement] {
    declareTypes(in: statements)
    declareFunctionsWithDefaults(in: statements)
    var typed: [TypedStatement] = []
    for (index, statement) in statements.enumerated() {
      let isLast = index == statements.count - 1
      typed += checkAtTopLevel(statement, isShown: isLast && showsLastExpression)
    }
    checkBodies(around: typed, endingAt: statements.last)
    // The static properties of types declared anywhere in the cell are there from its start.
    return initialStatics + typed
  }

  private func checkAtTopLevel(_ statement: StatementNode, isShown: Bool) -> [TypedStatement] {
    let firstVariable = session.variables.count
    let mark = inference.count
    let build = checkStatement(statement, isShown: isShown)
    finish(since: mark)
    let typed = build()
    zonkVariables(since: firstVariable)
    return typed
  }

  /// Checks expressions that have nothing to do with one another: each is a cell for itself.
  func checkSeparately(_ expressions: [StatementNode]) -> [Checked<CheckedCell>] {
    var cells = expressions.map { expression in
      (dependencies, blockedBy) = ([], nil)
      let known = diagnostics.count
      let typed = TypedCell(statements: checkAtTopLevel(expression, isShown: false))
      return Checked(
        CheckedCell(typed: typed, dependencies: dependencies, blockedBy: blockedBy),
        Array(diagnostics[known...])
      )
    }
    let known = diagnostics.count
    let typed = cells.flatMap { $0.value.typed?.statements ?? [] }
    checkBodies(around: typed, endingAt: expressions.last)
    // What is known only now belongs to the expression that it stands in.
    func owner(of span: SourceSpan?) -> Int {
      expressions.lastIndex { $0.span.start <= span?.start ?? 0 } ?? 0
    }
    for problem in diagnostics[known...] {
      cells[owner(of: problem.span)].diagnostics.append(problem)
    }
    for statement in initialStatics.reversed() {
      cells[owner(of: statement.span)].value.typed?.statements.insert(statement, at: 0)
    }
    return cells
  }

  /// Checks the statements of a body in a scope of its own.
  func checkBlock(_ statements: [StatementNode]) -> StatementBuilder {
    withScope { checkStatements(statements) }
  }

  func checkStatements(_ statements: [StatementNode]) -> StatementBuilder {
    declareTypes(in: statements)
    declareFunctionsWithDefaults(in: statements)
    let builders = statements.map { statement -> StatementBuilder in
      let mark = inference.count
      let build = checkStatement(statement, isShown: false)
      finish(since: mark)
      return build
    }
    return { builders.flatMap { $0() } }
  }

  private func zonkVariables(since first: Int) {
    for index in first..<session.variables.count {
      session.variables[index].type = inference.zonk(session.variables[index].type)
    }
  }

  // MARK: - One statement

  func checkStatement(_ statement: StatementNode, isShown: Bool) -> StatementBuilder {
    let span = statement.span
    let probes = self.probes[span] ?? []
    let build: StatementBuilder
    var probedValue: (() -> TypedExpression?)?
    switch statement.kind {
    case .expression(let expression):
      return checkExpressionStatement(expression, span, probes: probes, isShown: isShown)
    case .return(let value):
      return checkReturn(value, span, probes: probes)
    case .binding(let isConstant, let bindings):
      let checked = bindings.map { binding in
        guard let accessors = binding.accessors else {
          return checkBinding(binding, isConstant: isConstant, span)
        }
        return checkBinding(binding, accessors, span)
      }
      build = { checked.flatMap { $0.statements() } }
      probedValue = { checked.last?.value() }
    case .assignment(let target, let value):
      (build, probedValue) = checkAssignment(target, value, span)
    case .compoundAssignment(let target, let operation, let value):
      (build, probedValue) = checkCompoundAssignment(target, operation, value, span)
    case .if(let conditions, let then, let otherwise):
      build = checkIf(conditions, then, otherwise, span)
    case .forIn(let pattern, let sequence, let condition, let body):
      build = checkForIn(pattern, sequence, condition, body, span)
    case .while(let conditions, let body):
      build = checkWhile(conditions, body, span)
    case .guard(let conditions, let otherwise):
      build = checkGuard(conditions, otherwise, span)
    case .repeatWhile(let body, let condition):
      let block = withJump(.loop) { checkBlock(body) }
      let test = convert(infer(condition, expecting: .bool), to: .bool)
      build = { [TypedStatement(.repeatWhile(body: block(), test.build()), at: span)] }
    case .switch(let subject, let cases):
      build = checkSwitch(subject, cases, span)
    case .labeled(let label, let labeled):
      build = checkLabeled(label, labeled, span)
    case .defer(let body):
      let block = withJump(.deferred) { checkBlock(body) }
      build = { [TypedStatement(.defer(block()), at: span)] }
    case .throw(let error): build = checkThrow(error, span)
    case .doCatch(let body, let thrown, let clauses):
      build = checkDoCatch(body, throws: thrown, clauses, span)
    case .fallthrough: build = { [TypedStatement(.fallthrough, at: span)] }
    case .break(let label), .continue(let label):
      build = checkJump(statement, label: label)
    case .block(let body):
      let block = withJump(.block) { checkBlock(body) }
      build = { [TypedStatement(.block(block()), at: span)] }
    case .type:
      checkMemberBodies(at: span)
      build = { [] }
    case .typeAlias:
      build = { [] }
    case .function(let function):
      checkFunctionBody(function, span)
      build = { [] }
    case .invalid:
      build = { [] }
    }
    guard !probes.isEmpty else { return build }
    return {
      probes.reduce(build()) { statements, probe in
        let value = probe.wantsValue ? probedValue?() : nil
        return [TypedStatement(.probe(probe.index, statements, value: value), at: span)]
      }
    }
  }

  private func checkExpressionStatement(
    _ expression: ExpressionNode,
    _ span: SourceSpan,
    probes: [Probe],
    isShown: Bool
  ) -> StatementBuilder {
    if case .statement(let statement) = expression.kind {
      return checkStatement(statement, isShown: false)
    }
    if let toggled = expression.toggled, let build = checkToggle(toggled, span) { return build }
    if expression.isDelegation, let delegation = checkDelegation(expression, span) {
      return delegation
    }
    let inferred = infer(expression)
    let wantsValue = probes.contains { $0.wantsValue }
    // Shown and probed values are kept in a variable, so that the expression runs once.
    var holder: VariableID?
    if wantsValue {
      holder = declareVariable(
        "value \(session.variables.count)",
        inferred.type,
        isConstant: true,
        at: span
      )
    }
    return {
      let value = inferred.build()
      let type = self.decided(value.type, at: span)
      guard type != .invalid else { return [] }
      let isVoid = type == .void || type == .never || type == .optional(.void)
      if isVoid || (!isShown && holder == nil) {
        if !isVoid, !Self.mayBeDiscarded(value) {
          self.report(
            "unused-result",
            "the value of this expression is not used",
            at: span,
            help: "bind it with 'let', or write '_ = ' before it",
            severity: .warning
          )
        }
        let statement = TypedStatement(.expression(value), at: span)
        return probes.reduce([statement]) {
          [TypedStatement(.probe($1.index, $0, value: nil), at: span)]
        }
      }
      guard let holder else { return [TypedStatement(.show(value), at: span)] }
      self.session.variables[holder.index].type = type
      let variable = TypedExpression(.variable(holder), type, at: span)
      let bind = TypedStatement(.bind(.variable(holder, type), value), at: span)
      let statements = probes.reduce([bind]) {
        [TypedStatement(.probe($1.index, $0, value: $1.wantsValue ? variable : nil), at: span)]
      }
      return isShown ? statements + [TypedStatement(.show(variable), at: span)] : statements
    }
  }

  private static func mayBeDiscarded(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .call, .callValue, .host, .mutate, .expectation, .statements: true
    case .attempt(let inner), .forcedAttempt(let inner), .chain(let inner): mayBeDiscarded(inner)
    case .intrinsic(let intrinsic, _): intrinsic == .print || intrinsic == .show
    default: false
    }
  }

  /// `self.init(…)`: the value that another initializer makes becomes `self`.
  private func checkDelegation(
    _ expression: ExpressionNode,
    _ span: SourceSpan
  ) -> StatementBuilder? {
    guard let context = contexts.last, case .made(let id, let isFailable) = context.receiver,
      let type = context.selfType
    else { return nil }
    let mark = inference.count
    let value = infer(expression.delegation(to: type))
    finish(since: mark)
    return {
      let built = value.build()
      guard built.type.wrapped != nil else {
        return [TypedStatement(.assign(.variable(id, type), built), at: span)]
      }
      if !isFailable {
        self.report(
          "failable-delegation",
          "this initializer cannot fail, but the one it calls can",
          at: span,
          help: "write 'init?'"
        )
      }
      let made = self.withScope {
        self.declareVariable("made.value", type, isConstant: true, at: span)
      }
      let none = TypedExpression(.none, .optional(type), at: span)
      return [
        TypedStatement(
          .guard(
            [.match(.some(.variable(made, type)), built)],
            otherwise: [TypedStatement(.return(none), at: span)]
          ),
          at: span
        ),
        TypedStatement(
          .assign(.variable(id, type), TypedExpression(.variable(made), type, at: span)),
          at: span
        ),
      ]
    }
  }

  private func checkReturn(
    _ value: ExpressionNode?,
    _ span: SourceSpan,
    probes: [Probe]
  ) -> StatementBuilder {
    guard contexts.count > 1 else {
      report(
        "return-outside-function",
        "'return' stands outside of a function",
        at: span,
        help: "remove it: a cell ends where its text ends"
      )
      return { [] }
    }
    if contexts[contexts.count - 1].jumps.contains(where: { $0.kind == .deferred }) {
      report("jump-out-of-defer", "'return' cannot leave a 'defer'", at: span)
    }
    let expected = contexts[contexts.count - 1].result
    if case .made(_, let isFailable) = contexts[contexts.count - 1].receiver {
      return checkInitializerReturn(value, isFailable: isFailable, span)
    }
    guard let value else {
      if !inference.unify(expected, .void) {
        report(
          "type-mismatch",
          "'return' needs a value of type '\(inference.describe(expected))'",
          at: span,
          help: "write the value behind 'return'"
        )
      }
      return { [TypedStatement(.return(nil), at: span)] }
    }
    var inferred = infer(value, expecting: expected)
    if inference.resolve(expected) == .void, tryConvert(inferred, to: .void) == nil {
      let type = inference.describe(inferred.type)
      report(
        "type-mismatch",
        "this is of type '\(type)', but nothing is to be returned here",
        at: value.span,
        help: "write behind the parentheses what is returned: '-> \(type)'"
      )
      return { [] }
    }
    inferred = convert(inferred, to: expected)
    guard probes.contains(where: \.wantsValue) else {
      return { [TypedStatement(.return(inferred.build()), at: span)] }
    }
    let holder = declareVariable(
      "value \(session.variables.count)",
      inferred.type,
      isConstant: true,
      at: span
    )
    return {
      let value = inferred.build()
      self.session.variables[holder.index].type = value.type
      let variable = TypedExpression(.variable(holder), value.type, at: span)
      let bind = TypedStatement(.bind(.variable(holder, value.type), value), at: span)
      return probes.reduce([bind]) {
        [TypedStatement(.probe($1.index, $0, value: variable), at: span)]
      } + [TypedStatement(.return(variable), at: span)]
    }
  }

  /// `return` in an initializer: of `self`, or of nil.
  private func checkInitializerReturn(
    _ value: ExpressionNode?,
    isFailable: Bool,
    _ span: SourceSpan
  ) -> StatementBuilder {
    guard let value else { return { self.returnSelf(at: span) } }
    guard case .nilLiteral = value.kind, isFailable,
      let type = contexts[contexts.count - 1].selfType
    else {
      report(
        "initializer-return",
        isFailable ? "an initializer returns nothing but 'nil'" : "an initializer returns nothing",
        at: value.span,
        help: isFailable
          ? "write 'return' or 'return nil'" : "write 'init?' to make it fail with 'return nil'"
      )
      return { [] }
    }
    let none = TypedExpression(.none, .optional(type), at: value.span)
    return { [TypedStatement(.return(none), at: span)] }
  }

  // MARK: - Bindings

  /// A variable with accessors or observers.
  private func checkBinding(
    _ binding: BindingNode,
    _ accessors: AccessorsNode,
    _ span: SourceSpan
  ) -> (statements: StatementBuilder, value: () -> TypedExpression?) {
    guard binding.value != nil || accessors.getter == nil && accessors.setter == nil else {
      declareComputed(binding, accessors, at: span)
      return ({ [] }, { nil })
    }
    let checked = checkBinding(binding, isConstant: false, span)
    declareObservers(accessors, of: binding.pattern, at: span)
    return checked
  }

  private func checkBinding(
    _ binding: BindingNode,
    isConstant: Bool,
    _ span: SourceSpan
  ) -> (statements: StatementBuilder, value: () -> TypedExpression?) {
    let mark = inference.count
    if case .implicitlyUnwrapped(let wrapped)? = binding.type?.kind {
      var plain = binding
      plain.type?.kind = .optional(wrapped)
      let checked = checkBinding(plain, isConstant: isConstant, span)
      unwrapImplicitly(binding.pattern)
      return checked
    }
    let declared = binding.type.map(resolveType)
    guard let node = binding.value else {
      return (checkDeclaration(binding, declared, isConstant: isConstant, span), { nil })
    }
    var value = infer(node, expecting: declared)
    if let declared { value = convert(value, to: declared) }
    if declared == nil, inference.resolve(value.type) == .void {
      report(
        "void-binding",
        "this constant is 'Void': there is nothing in it",
        at: binding.pattern.span,
        help: "call the function without 'let'",
        severity: .warning
      )
    }
    // What a binding holds is decided by the binding alone, as in Swift.
    finish(since: mark)
    let pattern = bindPattern(binding.pattern, to: value.type, isConstant: isConstant)
    let statements: StatementBuilder = {
      let built = value.build()
      guard self.decided(built.type, at: built.span) != .invalid else { return [] }
      return [TypedStatement(.bind(pattern(), built), at: span)]
    }
    return (statements, { Self.value(of: pattern(), at: binding.pattern.span) })
  }

  /// A variable that gets its first value later; one of an optional type begins as nil.
  private func checkDeclaration(
    _ binding: BindingNode,
    _ declared: Type?,
    isConstant: Bool,
    _ span: SourceSpan
  ) -> StatementBuilder {
    guard case .name(let name) = binding.pattern.kind, let type = declared else {
      report(
        "missing-initial-value",
        "this variable has no value and no type",
        at: binding.pattern.span,
        help: "give it a value where it is declared: 'var x = 0'"
      )
      _ = bindPattern(binding.pattern, to: .invalid, isConstant: isConstant)
      return { [] }
    }
    let id = declareVariable(name, type, isConstant: false, at: binding.pattern.span)
    if !isConstant, type.wrapped != nil {
      let none = TypedExpression(.none, type, at: binding.pattern.span)
      return { [TypedStatement(.bind(.variable(id, type), none), at: span)] }
    }
    if isConstant { lateConstants.insert(id) }
    return { [TypedStatement(.declare(id), at: span)] }
  }

  /// The value that a pattern has bound, for a probe.
  private static func value(of pattern: TypedPattern, at span: SourceSpan) -> TypedExpression? {
    switch pattern {
    case .variable(let id, let type): return TypedExpression(.variable(id), type, at: span)
    case .wildcard: return nil
    case .tuple(let patterns):
      let values = patterns.compactMap { value(of: $0, at: span) }
      guard values.count == patterns.count else { return nil }
      return TypedExpression(.tuple(values), .tuple(values.map { .init(nil, $0.type) }), at: span)
    case .some, .none, .enumCase, .test, .error: return nil
    }
  }

  func bindPattern(
    _ pattern: PatternNode,
    to type: Type,
    isConstant: Bool
  ) -> () -> TypedPattern {
    switch pattern.kind {
    case .name(let name):
      let id = declareVariable(name, type, isConstant: isConstant, at: pattern.span)
      return {
        let decided = self.decided(type, at: pattern.span)
        self.session.variables[id.index].type = decided
        return .variable(id, decided)
      }
    case .wildcard, .invalid:
      return { .wildcard(self.inference.zonk(type)) }
    case .binding, .optional, .enumCase, .expression, .type, .cast:
      return matchPattern(pattern, to: type, isConstant: isConstant)
    case .tuple(let elements):
      let types: [Type]
      switch inference.resolve(type) {
      case .tuple(let parts) where parts.count == elements.count: types = parts.map(\.type)
      case .invalid: types = elements.map { _ in .invalid }
      case let other:
        report(
          "type-mismatch",
          "a pattern of \(elements.count) parts cannot take apart a value of type '\(inference.describe(other))'",
          at: pattern.span,
          help: "bind the value to one name, or match its parts"
        )
        types = elements.map { _ in .invalid }
      }
      let parts = zip(elements, types).map {
        bindPattern($0.pattern, to: $1, isConstant: isConstant)
      }
      return { .tuple(parts.map { $0() }) }
    }
  }
}
