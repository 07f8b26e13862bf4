import Diagnostics

/// The right operand of an operation, as far as an instruction can take it in.
enum RightOperand {
  case immediate(Int)
  /// A product of two values that the same instruction makes.
  case product(Slot, Slot)
  case value(Operand)
}

extension FunctionCompiler {
  /// Emits an operation on two numbers in a single instruction with its literal or its product.
  ///
  /// - Returns: Whether there is such an instruction.
  mutating func fuse(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    into target: Slot
  ) -> Bool {
    guard arguments.count == 2 else { return false }
    let (left, right) = (arguments[0], arguments[1])
    if left.type == .int, let value = Self.immediate(right, of: intrinsic) {
      let slot = operand(left)
      emit(intrinsic, target.word, slot, .immediate(value))
      return true
    }
    guard left.type == .double, intrinsic == .add || intrinsic == .subtract else { return false }
    if case .intrinsic(.multiply, let factors) = right.kind {
      let values = operands([left] + factors).map(\.slot)
      emit(intrinsic, target.word, values[0], .product(values[1], values[2]))
      return true
    }
    if case .intrinsic(.multiply, let factors) = left.kind {
      let values = operands(factors + [right]).map(\.slot)
      if values[2].word <= UInt8.max {
        let opcode = intrinsic == .add ? Opcode.productAdd : .productSubtract
        emit(opcode, target.word, values[0].word, values[1].word, values[2].word)
      } else {
        let product = allocate(.double)
        emit(.multiplyDouble, product.word, values[0].word, values[1].word)
        let opcode = intrinsic == .add ? Opcode.addDouble : .subtractDouble
        emit(opcode, target.word, product.word, values[2].word)
      }
      return true
    }
    return false
  }

  /// Evaluates the right operand of `place op= value` as far as its instruction cannot.
  mutating func rightOperand(_ expression: TypedExpression, of intrinsic: Intrinsic) -> RightOperand
  {
    if expression.type == .int, let value = Self.immediate(expression, of: intrinsic) {
      return .immediate(value)
    }
    if expression.type == .double, intrinsic == .add || intrinsic == .subtract,
      case .intrinsic(.multiply, let factors) = expression.kind
    {
      let values = operands(factors)
      return .product(values[0].slot, values[1].slot)
    }
    return .value(Operand(slot: operand(expression), type: expression.type))
  }

  /// Emits an operation on two numbers, the right one as `rightOperand(_:of:)` gives it.
  mutating func emit(_ intrinsic: Intrinsic, _ target: Int, _ left: Slot, _ right: RightOperand) {
    switch right {
    case .immediate(let value):
      if let opcode = Self.immediateOpcode(intrinsic) { emit(opcode, target, left.word, value) }
    case .product(let x, let y) where left.word <= UInt8.max:
      let opcode = intrinsic == .add ? Opcode.addProduct : .subtractProduct
      emit(opcode, target, x.word, y.word, left.word)
    case .product(let x, let y):
      let product = allocate(.double)
      emit(.multiplyDouble, product.word, x.word, y.word)
      emit(intrinsic == .add ? .addDouble : .subtractDouble, target, left.word, product.word)
    case .value(let operand):
      let type = operand.type
      apply(
        intrinsic,
        [Operand(slot: left, type: type), operand],
        into: Operand(
          slot: Slot(word: target, reference: left.reference, layout: left.layout),
          type: type
        )
      )
    }
  }

  private static func immediate(_ literal: TypedExpression, of intrinsic: Intrinsic) -> Int? {
    guard immediateOpcode(intrinsic) != nil, case .integer(let value) = literal.kind,
      Instruction.immediates.contains(value)
    else { return nil }
    // The instructions of divisors are unchecked.
    let isDivision = intrinsic == .divide || intrinsic == .remainder
    return isDivision && value <= 0 ? nil : value
  }

  private static func immediateOpcode(_ intrinsic: Intrinsic) -> Opcode? {
    switch intrinsic {
    case .add: .addImmediate
    case .subtract: .subtractImmediate
    case .multiply: .multiplyImmediate
    case .divide: .divideImmediate
    case .remainder: .remainderImmediate
    default: nil
    }
  }
}
