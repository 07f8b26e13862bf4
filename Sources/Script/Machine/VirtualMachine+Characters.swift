/// What a character says of itself.
extension VirtualMachine {
  func performOnCharacter(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    guard let character = try string(operands[0], registers).first else { return false }
    let target = result.slot.word
    if let holds = Self.property(intrinsic, of: character) {
      registers.words[target] = holds ? 1 : 0
      return true
    }
    switch intrinsic {
    case .wholeNumberValue, .hexDigitValue:
      let value =
        intrinsic == .wholeNumberValue ? character.wholeNumberValue : character.hexDigitValue
      registers.words[target] = value == nil ? 0 : 1
      registers.words[target + 1] = UInt64(bitPattern: Int64(value ?? 0))
    case .asciiValue:
      registers.words[target] = character.asciiValue == nil ? 0 : 1
      registers.words[target + 1] = UInt64(character.asciiValue ?? 0)
    case .utf8, .utf16, .unicodeScalars:
      registers.references[result.slot.reference] = try units(intrinsic, of: String(character))
    case .uppercased: try store(character.uppercased(), result.slot, registers)
    case .lowercased: try store(character.lowercased(), result.slot, registers)
    case .repeatText:
      return try performOnText(intrinsic, operands, into: result, registers)
    default: return false
    }
    return true
  }

  private static func property(_ intrinsic: Intrinsic, of character: Character) -> Bool? {
    switch intrinsic {
    case .isLetter: character.isLetter
    case .isNumber: character.isNumber
    case .isWholeNumber: character.isWholeNumber
    case .isHexDigit: character.isHexDigit
    case .isWhitespace: character.isWhitespace
    case .isNewline: character.isNewline
    case .isUppercase: character.isUppercase
    case .isLowercase: character.isLowercase
    case .isCased: character.isCased
    case .isPunctuation: character.isPunctuation
    case .isSymbol: character.isSymbol
    case .isMathSymbol: character.isMathSymbol
    case .isCurrencySymbol: character.isCurrencySymbol
    case .isASCII: character.isASCII
    default: nil
    }
  }
}
