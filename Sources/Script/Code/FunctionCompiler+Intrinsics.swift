import Diagnostics

extension FunctionCompiler {
  mutating func compileIntrinsic(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    into result: Operand
  ) {
    switch intrinsic {
    case .wrap:
      constant(1, into: result.slot.word)
      let wrapped = Self.wrapped(result.slot)
      evaluate(arguments[0], into: wrapped)
    case .pi: constant(Double.pi.bitPattern, into: result.slot.word)
    case .infinity: constant(Double.infinity.bitPattern, into: result.slot.word)
    case .notANumber: constant(Double.nan.bitPattern, into: result.slot.word)
    case .greatestFiniteMagnitude:
      constant(Double.greatestFiniteMagnitude.bitPattern, into: result.slot.word)
    case .leastNormalMagnitude:
      constant(Double.leastNormalMagnitude.bitPattern, into: result.slot.word)
    case .ulpOfOne: constant(Double.ulpOfOne.bitPattern, into: result.slot.word)
    case .piFloat: constant(Float.pi.word, into: result.slot.word)
    case .infinityFloat: constant(Float.infinity.word, into: result.slot.word)
    case .notANumberFloat: constant(Float.nan.word, into: result.slot.word)
    case .ulpOfOneFloat: constant(Float.ulpOfOne.word, into: result.slot.word)
    case .greatestFiniteFloat:
      constant(Float.greatestFiniteMagnitude.word, into: result.slot.word)
    case .leastNormalFloat: constant(Float.leastNormalMagnitude.word, into: result.slot.word)
    case .greatest:
      constant((result.type.integerType ?? .int64).bounds.greatest, into: result.slot.word)
    case .least: constant((result.type.integerType ?? .int64).bounds.least, into: result.slot.word)
    case .zero: constant(0, into: result.slot.word)
    case .sameBits: evaluate(arguments[0], into: result.slot)
    case .leastNonzeroMagnitude:
      constant(Double.leastNonzeroMagnitude.bitPattern, into: result.slot.word)
    case .leastNonzeroFloat:
      constant(Float.leastNonzeroMagnitude.word, into: result.slot.word)
    case .identity: evaluate(arguments[0], into: result.slot)
    case .toText, .toSubstring, .toCharacter, .emptyText, .filterText, .whitespaces, .newlines,
      .whitespacesAndNewlines, .punctuationCharacters, .decimalDigits, .letters, .alphanumerics,
      .uppercaseLetters, .lowercaseLetters, .symbols, .charactersIn:
      compileText(intrinsic, arguments, into: result)
    case .lookUpOrDefault: lookUp(arguments, into: result)
    case .swap: swapPlaces(arguments)
    case .typeOf: _ = operands(arguments)
    case .isPresent:
      let optional = operand(arguments[0])
      emit(.moveWord, result.slot.word, optional.word)
    default:
      if fuse(intrinsic, arguments, into: result.slot)
        || compileSequenceIntrinsic(intrinsic, arguments, into: result)
      {
        return
      }
      apply(intrinsic, operands(arguments), into: result)
    }
  }

  /// Emits the instruction of an intrinsic on values in registers.
  mutating func apply(_ intrinsic: Intrinsic, _ values: [Operand], into result: Operand) {
    let target = result.slot.word
    let type = values.first?.type ?? .void
    if let opcode = type == .double
      ? Self.doubleOpcode(intrinsic)
      : type == .int || type == .bool
        ? Self.intOpcode(intrinsic) : Self.opcode(intrinsic, on: type.integerType)
    {
      let isSwapped = intrinsic == .greater || intrinsic == .greaterOrEqual
      let left = values[isSwapped ? 1 : 0].slot.word
      let right = values.count > 1 ? values[isSwapped ? 0 : 1].slot.word : 0
      emit(opcode, target, left, right)
      return
    }
    switch (intrinsic, type) {
    case (.not, _): emit(.not, target, values[0].slot.word)
    case (.abs, .double): emit(.absoluteDouble, target, values[0].slot.word)
    case (.sqrt, .double): emit(.squareRoot, target, values[0].slot.word)
    case (.toDouble, .int): emit(.intToDouble, target, values[0].slot.word)
    case (.toDouble, .double), (.toInt, .int): move(values[0].slot, to: result.slot)
    case (.toInt, .double): emit(.doubleToInt, target, values[0].slot.word)
    case (.count, .nominal(.array, _)), (.count, .nominal(.dictionary, _)),
      (.count, .nominal(.set, _)):
      emit(.arrayCount, target, values[0].slot.reference)
    case (.add, .string):
      emit(
        .joinTexts,
        result.slot.reference,
        values[0].slot.reference,
        values[1].slot.reference
      )
    case (.count, .string): emit(.countText, target, values[0].slot.reference)
    case (.lookUp, _): lookUp(values[1], in: values[0], into: result)
    case (.first, .nominal(.range, [.int])), (.last, .nominal(.range, [.int])),
      (.first, .nominal(.closedRange, [.int])), (.last, .nominal(.closedRange, [.int])):
      end(intrinsic, of: values[0], into: result.slot)
    case (.lowerBound, _): move(Self.bound(0, of: values[0].slot), to: result.slot)
    case (.upperBound, _): move(Self.bound(1, of: values[0].slot), to: result.slot)
    default: emit(.intrinsic(intrinsic, values, result: result))
    }
  }

  /// The first or the last of the integers in a range, which is not gone through for it.
  private mutating func end(_ intrinsic: Intrinsic, of range: Operand, into optional: Slot) {
    let (lower, upper) = (Self.bound(0, of: range.slot).word, Self.bound(1, of: range.slot).word)
    let value = Self.wrapped(optional).word
    let isClosed = if case .nominal(.closedRange, _) = range.type { true } else { false }
    emit(isClosed ? .lessOrEqualInt : .lessInt, optional.word, lower, upper)
    guard intrinsic == .last else { return emit(.moveWord, value, lower) }
    guard !isClosed else { return emit(.moveWord, value, upper) }
    let one = allocate(.int)
    constant(1, into: one.word)
    emit(.wrappingSubtract, value, upper, one.word)
  }

  private static func intOpcode(_ intrinsic: Intrinsic) -> Opcode? {
    switch intrinsic {
    case .add: .addInt
    case .subtract: .subtractInt
    case .multiply: .multiplyInt
    case .divide: .divideInt
    case .remainder: .remainderInt
    case .negate: .negateInt
    case .wrappingAdd: .wrappingAdd
    case .wrappingSubtract: .wrappingSubtract
    case .wrappingMultiply: .wrappingMultiply
    case .bitAnd: .bitAnd
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .bitNot: .bitNot
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .equal: .equalInt
    case .notEqual: .notEqualInt
    case .less, .greater: .lessInt
    case .lessOrEqual, .greaterOrEqual: .lessOrEqualInt
    default: nil
    }
  }

  /// The instruction of an operation that no bounds stop, and that all the bits of a word are in.
  private static func opcode(_ intrinsic: Intrinsic, on type: IntegerType?) -> Opcode? {
    guard let type else { return nil }
    return switch intrinsic {
    case .bitAnd, .bitOr, .bitXor, .equal, .notEqual: intOpcode(intrinsic)
    case .wrappingAdd, .wrappingSubtract, .wrappingMultiply:
      type.bitWidth == 64 ? intOpcode(intrinsic) : nil
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      type.isSigned || type.bitWidth < 64 ? intOpcode(intrinsic) : nil
    default: nil
    }
  }

  private static func doubleOpcode(_ intrinsic: Intrinsic) -> Opcode? {
    switch intrinsic {
    case .add: .addDouble
    case .subtract: .subtractDouble
    case .multiply: .multiplyDouble
    case .divide: .divideDouble
    case .negate: .negateDouble
    case .equal: .equalDouble
    case .notEqual: .notEqualDouble
    case .less, .greater: .lessDouble
    case .lessOrEqual, .greaterOrEqual: .lessOrEqualDouble
    default: nil
    }
  }

  // MARK: - expect

  /// Evaluates an `expect`, keeping the values of its parts for the message of a failure.
  mutating func compileExpectation(_ condition: TypedExpression, _ message: TypedExpression?) {
    var parts: [(Operand, flag: Int?, SourceSpan)] = []
    let outcome = allocate(.bool)
    let whole = span
    keep(condition, into: outcome, flag: nil, &parts)
    span = whole
    let text = message.map { Operand(slot: operand($0), type: $0.type) }
    emit(.expectation(outcome, message: text, parts: parts))
  }

  /// Evaluates a condition, and its operands into registers that stay.
  private mutating func keep(
    _ expression: TypedExpression,
    into target: Slot,
    flag: Int?,
    _ parts: inout [(Operand, flag: Int?, SourceSpan)]
  ) {
    span = expression.span
    switch expression.kind {
    case .and(let a, let b), .or(let a, let b):
      let isAnd = if case .and = expression.kind { true } else { false }
      let evaluated = allocate(.bool)
      constant(0, into: evaluated.word)
      keep(a, into: target, flag: flag, &parts)
      let end = jump(isAnd ? .jumpUnless : .jumpIf, target.word)
      constant(1, into: evaluated.word)
      keep(b, into: target, flag: evaluated.word, &parts)
      land([end])
    case .intrinsic(let intrinsic, let arguments)
    where arguments.contains { if case .function = $0.type { true } else { false } }:
      let sequence = Operand(slot: operand(arguments[0]), type: arguments[0].type)
      if !Self.isLiteral(arguments[0]) { parts.append((sequence, flag, arguments[0].span)) }
      let result = Operand(slot: target, type: expression.type)
      if !compileSequenceIntrinsic(intrinsic, arguments, walked: sequence, into: result) {
        apply(intrinsic, [sequence] + operands(Array(arguments.dropFirst())), into: result)
      }
    case .intrinsic(let intrinsic, let arguments) where !arguments.isEmpty && intrinsic != .wrap:
      let values = arguments.map { argument -> Operand in
        let slot = allocate(argument.type)
        let value = Operand(slot: slot, type: argument.type)
        if Self.hasParts(argument) {
          keep(argument, into: slot, flag: flag, &parts)
        } else {
          evaluate(argument, into: slot)
        }
        if !Self.isLiteral(argument) { parts.append((value, flag, argument.span)) }
        return value
      }
      span = expression.span
      apply(intrinsic, values, into: Operand(slot: target, type: expression.type))
    default:
      evaluate(expression, into: target)
    }
  }

  private static func hasParts(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .intrinsic(let intrinsic, let arguments):
      intrinsic != .wrap
        && arguments.contains { argument in
          if case .function = argument.type { false } else { !isLiteral(argument) }
        }
        && !arguments.contains { if case .function = $0.type { true } else { false } }
        && Self.isArithmetic(intrinsic)
    default: false
    }
  }

  private static func isArithmetic(_ intrinsic: Intrinsic) -> Bool {
    switch intrinsic {
    case .add, .subtract, .multiply, .divide, .remainder, .equal, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .not, .abs, .min, .max, .sqrt, .exp, .log, .pow, .negate:
      true
    default: false
    }
  }

  static func isLiteral(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .double, .float, .boolean, .string, .none, .function, .closure: true
    case .array(let elements), .tuple(let elements): elements.allSatisfy(isLiteral)
    case .intrinsic(.wrap, let arguments): arguments.allSatisfy(isLiteral)
    default: false
    }
  }
}
