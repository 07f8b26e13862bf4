/// Members of the floating-point types, each as its own Swift type has them.
extension VirtualMachine {
  /// Carries out a member of a floating-point number.
  func performOnFloatingPoint(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) {
    let words = operands.map { registers.words[$0.slot.word] }
    let word: UInt64?
    switch operands.first?.type {
    case .nominal(.double, _):
      word = Self.member(intrinsic, words, Double.init(bitPattern:), \.bitPattern)
    case .nominal(.float, _):
      word = Self.member(intrinsic, words, Float.init(word:), \.word)
    default: word = nil
    }
    if let word { registers.words[result.slot.word] = word }
  }

  private static func member<Number: BinaryFloatingPoint>(
    _ intrinsic: Intrinsic,
    _ words: [UInt64],
    _ number: (UInt64) -> Number,
    _ word: (Number) -> UInt64
  ) -> UInt64? {
    let x = number(words[0])
    func other(_ position: Int = 1) -> Number { number(words[position]) }
    switch intrinsic {
    case .rounded: return word(x.rounded(rule(words[1])))
    case .floatingRemainder: return word(x.remainder(dividingBy: other()))
    case .addingProduct: return word(x.addingProduct(other(), other(2)))
    case .minimum: return word(Number.minimum(x, other()))
    case .maximum: return word(Number.maximum(x, other()))
    case .sign: return x.sign == .plus ? 0 : 1
    case .exponent: return UInt64(bitPattern: Int64(x.exponent))
    case .significand: return word(x.significand)
    case .ulp: return word(x.ulp)
    case .nextUp: return word(x.nextUp)
    case .nextDown: return word(x.nextDown)
    case .isZero: return x.isZero ? 1 : 0
    case .isNormal: return x.isNormal ? 1 : 0
    case .isSubnormal: return x.isSubnormal ? 1 : 0
    default: return nil
    }
  }

  /// The word of a floating-point number that is exactly an integer; nil where there is none.
  static func exactly(_ operand: Operand, as type: Type, _ registers: Registers) -> UInt64? {
    let word = registers.words[operand.slot.word]
    let isSigned = operand.type.isSignedInteger
    if type.wrapped == .float {
      let value = isSigned ? Float(exactly: Int64(bitPattern: word)) : Float(exactly: word)
      return value?.word
    }
    let value = isSigned ? Double(exactly: Int64(bitPattern: word)) : Double(exactly: word)
    return value?.bitPattern
  }

  /// The rule with a number, in the order of `LibraryEnumeration.cases`.
  private static func rule(_ word: UInt64) -> FloatingPointRoundingRule {
    switch word {
    case 0: .toNearestOrAwayFromZero
    case 1: .toNearestOrEven
    case 2: .up
    case 3: .down
    case 4: .towardZero
    default: .awayFromZero
    }
  }
}
