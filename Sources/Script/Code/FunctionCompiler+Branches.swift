import Diagnostics

extension FunctionCompiler {
  /// Emits jumps that are taken where a condition has an outcome.
  mutating func branch(on condition: TypedExpression, when outcome: Bool) -> [Int] {
    let outer = span
    span = condition.span
    defer { span = outer }
    switch condition.kind {
    case .boolean(let value): return value == outcome ? [jump(.jump)] : []
    case .and(let a, let b): return branch(onBoth: a, b, being: true, when: outcome)
    case .or(let a, let b): return branch(onBoth: a, b, being: false, when: outcome)
    case .intrinsic(.isPresent, let arguments):
      let mark = next
      let slot = operand(arguments[0])
      releaseReferences(above: mark)
      return [jump(outcome ? .jumpIf : .jumpUnless, slot.word)]
    case .intrinsic(.not, let arguments): return branch(on: arguments[0], when: !outcome)
    case .intrinsic(let intrinsic, let arguments) where arguments.count == 2:
      if let comparison = Comparison(intrinsic) {
        switch arguments[0].type {
        case .int: return [compareInts(comparison, arguments, when: outcome)]
        case .double: return [compareDoubles(comparison, arguments, when: outcome)]
        default: break
        }
      }
    default: break
    }
    let mark = next
    let slot = operand(condition)
    releaseReferences(above: mark)
    return [jump(outcome ? .jumpIf : .jumpUnless, slot.word)]
  }

  /// Branches on `a && b`, where both being true decides, or `a || b`, where both being false does.
  private mutating func branch(
    onBoth a: TypedExpression,
    _ b: TypedExpression,
    being value: Bool,
    when outcome: Bool
  ) -> [Int] {
    guard outcome == value else {
      return branch(on: a, when: outcome) + branch(on: b, when: outcome)
    }
    let skip = branch(on: a, when: !value)
    let jumps = branch(on: b, when: value)
    land(skip)
    return jumps
  }

  /// Releases the operands of a condition before its jump, so that both of its ways do.
  private mutating func releaseReferences(above mark: Layout) {
    release(above: Layout(words: next.words, references: mark.references))
  }

  private mutating func compareInts(
    _ comparison: Comparison,
    _ arguments: [TypedExpression],
    when outcome: Bool
  ) -> Int {
    let relation = outcome ? comparison : comparison.negated
    let mark = next
    if let (opcode, value) = relation.immediate(arguments[1]) {
      let left = operand(arguments[0])
      releaseReferences(above: mark)
      return jump(opcode, left.word, value)
    }
    if let (opcode, value) = relation.mirrored.immediate(arguments[0]) {
      let right = operand(arguments[1])
      releaseReferences(above: mark)
      return jump(opcode, right.word, value)
    }
    let values = operands(arguments)
    releaseReferences(above: mark)
    let (a, b) = (values[0].slot.word, values[1].slot.word)
    switch relation {
    case .equal: return jump(.jumpIfEqualInt, a, b)
    case .notEqual: return jump(.jumpIfNotEqualInt, a, b)
    case .less: return jump(.jumpIfLessInt, a, b)
    case .lessOrEqual: return jump(.jumpIfLessOrEqualInt, a, b)
    case .greater: return jump(.jumpIfLessInt, b, a)
    case .greaterOrEqual: return jump(.jumpIfLessOrEqualInt, b, a)
    }
  }

  private mutating func compareDoubles(
    _ comparison: Comparison,
    _ arguments: [TypedExpression],
    when outcome: Bool
  ) -> Int {
    let mark = next
    let values = operands(arguments)
    releaseReferences(above: mark)
    let (a, b) = (values[0].slot.word, values[1].slot.word)
    switch (comparison, outcome) {
    case (.equal, true), (.notEqual, false): return jump(.jumpIfEqualDouble, a, b)
    case (.equal, false), (.notEqual, true): return jump(.jumpIfNotEqualDouble, a, b)
    case (.less, true): return jump(.jumpIfLessDouble, a, b)
    case (.less, false): return jump(.jumpUnlessLessDouble, a, b)
    case (.lessOrEqual, true): return jump(.jumpIfLessOrEqualDouble, a, b)
    case (.lessOrEqual, false): return jump(.jumpUnlessLessOrEqualDouble, a, b)
    case (.greater, true): return jump(.jumpIfLessDouble, b, a)
    case (.greater, false): return jump(.jumpUnlessLessDouble, b, a)
    case (.greaterOrEqual, true): return jump(.jumpIfLessOrEqualDouble, b, a)
    case (.greaterOrEqual, false): return jump(.jumpUnlessLessOrEqualDouble, b, a)
    }
  }
}

/// A comparison of two numbers.
private enum Comparison {
  case equal
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual

  init?(_ intrinsic: Intrinsic) {
    switch intrinsic {
    case .equal: self = .equal
    case .notEqual: self = .notEqual
    case .less: self = .less
    case .lessOrEqual: self = .lessOrEqual
    case .greater: self = .greater
    case .greaterOrEqual: self = .greaterOrEqual
    default: return nil
    }
  }

  /// What holds of two integers where this does not.
  var negated: Comparison {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    }
  }

  /// The same with its sides exchanged.
  var mirrored: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }

  /// The jump that compares an integer with a literal on the right, where it fits an immediate.
  func immediate(_ literal: TypedExpression) -> (Opcode, Int)? {
    // `x <= n` is `x < n + 1`, which still fits: immediates are far from the ends of `Int`.
    guard case .integer(let value) = literal.kind,
      value > Instruction.immediates.lowerBound, value < Instruction.immediates.upperBound
    else { return nil }
    return switch self {
    case .equal: (.jumpIfEqualImmediate, value)
    case .notEqual: (.jumpIfNotEqualImmediate, value)
    case .less: (.jumpIfLessImmediate, value)
    case .lessOrEqual: (.jumpIfLessImmediate, value + 1)
    case .greater: (.jumpIfGreaterImmediate, value)
    case .greaterOrEqual: (.jumpIfGreaterImmediate, value - 1)
    }
  }
}
