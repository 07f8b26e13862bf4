/// Unicode's mathematical alphanumeric symbols: letters and digits that carry their font.
enum MathAlphabet {
  /// Returns text in a font, where Unicode has its letters; other characters stay.
  static func styled(_ text: String, in font: MathFont) -> String {
    guard font != .normal else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(styled(scalar, in: font)) }
    return String(result)
  }

  private static func styled(_ scalar: Unicode.Scalar, in font: MathFont) -> Unicode.Scalar {
    if let exception = exceptions[font]?[scalar] { return exception }
    guard let alphabet = alphabets[font] else { return scalar }
    let start: UInt32?
    let offset: UInt32
    switch scalar {
    case "A"..."Z": (start, offset) = (alphabet.upper, scalar.value - 0x41)
    case "a"..."z": (start, offset) = (alphabet.lower, scalar.value - 0x61)
    case "0"..."9": (start, offset) = (alphabet.digits, scalar.value - 0x30)
    case "Α"..."Ω": (start, offset) = (alphabet.upperGreek, scalar.value - 0x391)
    case "α"..."ω": (start, offset) = (alphabet.lowerGreek, scalar.value - 0x3B1)
    default: return scalar
    }
    return start.flatMap { Unicode.Scalar($0 + offset) } ?? scalar
  }

  /// The code points of `A`, `a`, `0`, `Α` and `α` in a font.
  private struct Alphabet {
    var upper: UInt32
    var lower: UInt32
    var digits: UInt32?
    var upperGreek: UInt32?
    var lowerGreek: UInt32?
  }

  private static let alphabets: [MathFont: Alphabet] = [
    .bold: Alphabet(
      upper: 0x1D400,
      lower: 0x1D41A,
      digits: 0x1D7CE,
      upperGreek: 0x1D6A8,
      lowerGreek: 0x1D6C2
    ),
    .boldItalic: Alphabet(
      upper: 0x1D468,
      lower: 0x1D482,
      digits: 0x1D7CE,
      upperGreek: 0x1D71C,
      lowerGreek: 0x1D736
    ),
    .doubleStruck: Alphabet(upper: 0x1D538, lower: 0x1D552, digits: 0x1D7D8),
    .script: Alphabet(upper: 0x1D49C, lower: 0x1D4B6),
    .fraktur: Alphabet(upper: 0x1D504, lower: 0x1D51E),
    .sansSerif: Alphabet(upper: 0x1D5A0, lower: 0x1D5BA, digits: 0x1D7E2),
    .monospace: Alphabet(upper: 0x1D670, lower: 0x1D68A, digits: 0x1D7F6),
  ]

  /// The letters that Unicode had before it had the alphabets, and variants of Greek letters.
  private static let exceptions: [MathFont: [Unicode.Scalar: Unicode.Scalar]] = [
    .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    .script: [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
      "g": "ℊ", "o": "ℴ",
    ],
    .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
    .bold: ["∇": "𝛁", "∂": "𝛛", "ϵ": "𝛜", "ϑ": "𝛝", "ϰ": "𝛞", "ϕ": "𝛟", "ϱ": "𝛠", "ϖ": "𝛡"],
    .boldItalic: [
      "∇": "𝛁", "∂": "𝝏", "ϵ": "𝝐", "ϑ": "𝝑", "ϰ": "𝝒", "ϕ": "𝝓", "ϱ": "𝝔", "ϖ": "𝝕",
    ],
  ]
}
