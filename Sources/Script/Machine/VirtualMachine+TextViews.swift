import Diagnostics

/// The code units and the scalars of texts.
extension VirtualMachine {
  /// Returns the units of a view of a text as an array.
  func units(_ view: Intrinsic, of text: String) throws(Trap) -> ArrayObject {
    try charge(text.utf8.count / 4)
    let array = try ArrayObject(of: Layout(words: 1, references: 0), capacity: 0, meter)
    switch view {
    case .utf8: for unit in text.utf8 { try array.addWord(UInt64(unit)) }
    case .utf16: for unit in text.utf16 { try array.addWord(UInt64(unit)) }
    default: for scalar in text.unicodeScalars { try array.addWord(UInt64(scalar.value)) }
    }
    return array
  }

  /// Makes a scalar of a number, or a text of a scalar.
  func performOnScalar(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    let word = registers.words[operands[0].slot.word]
    let scalar = UInt32(exactly: word).flatMap { Unicode.Scalar($0) }
    switch intrinsic {
    case .scalar:
      registers.words[result.slot.word] = scalar == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(scalar?.value ?? 0)
    case .isASCII: registers.words[result.slot.word] = scalar?.isASCII == true ? 1 : 0
    default:
      registers.references[result.slot.reference] = try characterObject(Character(scalar ?? " "))
    }
  }
}
