import Diagnostics

/// Conditions and the statements that they decide.
extension CellChecker {
  // MARK: - Conditions

  /// Checks conditions; what they bind is declared in the innermost scope.
  func checkConditions(_ conditions: [ConditionNode]) -> () -> [TypedCondition] {
    let checked = conditions.map { condition -> () -> TypedCondition in
      switch condition {
      case .expression(let node):
        let test = convert(infer(node, expecting: .bool), to: .bool)
        return { .expression(test.build()) }
      case .unwrap(let pattern, let type, let value, let isConstant):
        return checkUnwrap(pattern, type, value, isConstant: isConstant)
      case .match(let pattern, let node):
        let mark = inference.count
        let value = infer(node)
        finish(since: mark)
        let matched = matchPattern(pattern, to: value.type, isConstant: true)
        return { .match(matched(), value.build()) }
      }
    }
    return { checked.map { $0() } }
  }

  /// `let pattern = optional`.
  private func checkUnwrap(
    _ pattern: PatternNode,
    _ type: TypeNode?,
    _ node: ExpressionNode,
    isConstant: Bool
  ) -> () -> TypedCondition {
    let mark = inference.count
    let declared = type.map(resolveType)
    var value = infer(node, expecting: declared.map { .optional($0) })
    if let declared { value = convert(value, to: .optional(declared)) }
    finish(since: mark)
    value = settled(value)
    var wrapped = Type.invalid
    if let type = value.type.wrapped {
      wrapped = type
    } else if value.type != .invalid {
      report(
        "not-optional",
        "'\(isConstant ? "let" : "var")' in a condition needs an optional, but this is of type '\(inference.describe(value.type))'",
        at: node.span,
        help: "there is always a value: bind it before the condition"
      )
    }
    let bound = bindPattern(pattern, to: wrapped, isConstant: isConstant)
    return { .match(.some(bound()), value.build()) }
  }

  func checkIf(
    _ conditions: [ConditionNode],
    _ then: [StatementNode],
    _ otherwise: [StatementNode]?,
    _ span: SourceSpan
  ) -> StatementBuilder {
    let (condition, thenBlock) = withScope {
      let condition = checkConditions(conditions)
      return (condition, checkBlock(then))
    }
    let elseBlock = otherwise.map(checkBlock)
    return {
      [
        TypedStatement(
          .if(condition(), then: thenBlock(), otherwise: elseBlock?() ?? []),
          at: span
        )
      ]
    }
  }

  func checkGuard(
    _ conditions: [ConditionNode],
    _ otherwise: [StatementNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    // What the conditions bind is not there in the other way's block.
    let block = checkBlock(otherwise)
    let condition = checkConditions(conditions)
    return {
      let body = block()
      if !Self.alwaysReturns(body) {
        self.report(
          "guard-falls-through",
          "the block of 'guard' must not run on",
          at: span,
          help: "end it with 'return', 'throw', 'break' or 'continue'"
        )
      }
      return [TypedStatement(.guard(condition(), otherwise: body), at: span)]
    }
  }

  // MARK: - Loops

  func checkWhile(
    _ conditions: [ConditionNode],
    _ body: [StatementNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let (condition, block) = withScope {
      let condition = checkConditions(conditions)
      return (condition, withJump(.loop) { checkBlock(body) })
    }
    return { [TypedStatement(.while(condition(), body: block()), at: span)] }
  }

  func checkForIn(
    _ pattern: PatternNode,
    _ sequence: ExpressionNode,
    _ condition: ExpressionNode?,
    _ body: [StatementNode],
    _ span: SourceSpan
  ) -> StatementBuilder {
    let mark = inference.count
    let inferred = infer(unwrappedImplicitly(sequence))
    finish(since: mark)
    var element = inference.elementType(of: inferred.type)
    if element == nil || !inference.conforms(inferred.type, to: .sequence) {
      element = .invalid
      if inference.resolve(inferred.type) != .invalid {
        report(
          "not-a-sequence",
          "'for' needs a sequence, but this is of type '\(inference.describe(inferred.type))'",
          at: sequence.span,
          help: "write a range such as '0..<n', or an array"
        )
      }
    }
    return withScope {
      let bound = bindPattern(pattern, to: element ?? .invalid, isConstant: true)
      let filter = condition.map { convert(infer($0, expecting: .bool), to: .bool) }
      let block = withJump(.loop) { checkBlock(body) }
      return {
        [
          TypedStatement(
            .forIn(bound(), inferred.build(), where: filter?.build(), body: block()),
            at: span
          )
        ]
      }
    }
  }

  // MARK: - Jumps

  /// Runs code where a `break` or `continue` may name a statement.
  func withJump<Result>(_ kind: JumpTarget.Kind, _ body: () -> Result) -> Result {
    let last = contexts.count - 1
    let label = pendingLabel
    pendingLabel = nil
    contexts[last].jumps.append(JumpTarget(kind: kind, label: label?.name, number: label?.number))
    defer { contexts[last].jumps.removeLast() }
    return body()
  }

  func checkLabeled(
    _ label: NameNode,
    _ statement: StatementNode,
    _ span: SourceSpan
  ) -> StatementBuilder {
    let number = labelCount
    labelCount += 1
    switch statement.kind {
    case .forIn, .while, .repeatWhile, .switch, .block: pendingLabel = (label.text, number)
    case .if:
      // `if` is no target of its own: it needs a name to be left.
      pendingLabel = (label.text, number)
      let build = withJump(.block) { checkStatement(statement, isShown: false) }
      return { build().map { TypedStatement(.labeled(number, $0), at: span) } }
    default:
      report(
        "label",
        "'\(label.text):' stands before a statement that cannot be left",
        at: label.span,
        help: "labels stand before loops, 'switch', 'if' and 'do'"
      )
    }
    let build = checkStatement(statement, isShown: false)
    pendingLabel = nil
    return { build().map { TypedStatement(.labeled(number, $0), at: span) } }
  }

  func checkJump(_ statement: StatementNode, label: NameNode?) -> StatementBuilder {
    let isBreak = if case .break = statement.kind { true } else { false }
    let word = isBreak ? "break" : "continue"
    let jumps = contexts[contexts.count - 1].jumps
    let inside = jumps.lastIndex { $0.kind == .deferred }.map { jumps[($0 + 1)...] } ?? jumps[...]
    let target = inside.last { target in
      if let label { return target.label == label.text && (isBreak || target.kind == .loop) }
      return target.kind == .loop || (isBreak && target.kind == .selection)
    }
    if target == nil {
      report(
        "jump-outside-loop",
        label.map { "there is no statement '\($0.text)' around that '\(word)' can name" }
          ?? "'\(word)' stands outside of a loop",
        at: statement.span,
        help: isBreak
          ? "use it inside a loop or a 'switch', or name the statement to leave"
          : "use it inside 'for', 'while' or 'repeat'"
      )
    }
    let number = label == nil ? nil : target?.number
    return {
      [TypedStatement(isBreak ? .break(number) : .continue(number), at: statement.span)]
    }
  }
}
