/// The sets of characters that Foundation names, and those of the characters of a string.
enum CharacterSetKind: String, CaseIterable {
  case whitespaces, newlines, whitespacesAndNewlines, punctuationCharacters, decimalDigits, letters
  case alphanumerics, uppercaseLetters, lowercaseLetters, symbols, charactersIn

  /// Creates the kind that an intrinsic makes a set of.
  init?(_ intrinsic: Intrinsic) { self.init(rawValue: intrinsic.rawValue) }

  /// The number that stands for it in a register.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A `CharacterSet` as it stands in registers: its kind, and the characters of one that lists them.
struct CharacterSetValue {
  private let kind: CharacterSetKind
  private let listed: Set<Unicode.Scalar>

  init(_ operand: Operand, _ registers: Registers) {
    let number = registers.int(operand)
    let kinds = CharacterSetKind.allCases
    kind = kinds.indices.contains(number) ? kinds[number] : .charactersIn
    let object = registers.references[operand.slot.reference] as? StringObject
    listed = kind == .charactersIn ? Set((object?.text ?? "").unicodeScalars) : []
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch kind {
    case .whitespaces: Self.isSpace(scalar)
    case .newlines: Self.isNewline(scalar)
    case .whitespacesAndNewlines: Self.isSpace(scalar) || Self.isNewline(scalar)
    case .punctuationCharacters: Self.punctuation.contains(scalar.properties.generalCategory)
    case .decimalDigits: scalar.properties.generalCategory == .decimalNumber
    case .letters: Self.letters.contains(scalar.properties.generalCategory)
    case .alphanumerics: Self.alphanumerics.contains(scalar.properties.generalCategory)
    case .uppercaseLetters:
      [.uppercaseLetter, .titlecaseLetter].contains(scalar.properties.generalCategory)
    case .lowercaseLetters: scalar.properties.generalCategory == .lowercaseLetter
    case .symbols: Self.symbols.contains(scalar.properties.generalCategory)
    case .charactersIn: listed.contains(scalar)
    }
  }

  private static let punctuation: Set<Unicode.GeneralCategory> = [
    .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation,
  ]
  private static let letters: Set<Unicode.GeneralCategory> = [
    .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark,
  ]
  private static let alphanumerics = letters.union([.decimalNumber, .letterNumber, .otherNumber])
  private static let symbols: Set<Unicode.GeneralCategory> = [
    .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
  ]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar.properties.generalCategory == .spaceSeparator
  }

  private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
