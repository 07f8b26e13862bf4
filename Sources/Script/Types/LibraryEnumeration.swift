/// The enumerations of the standard library: a value is the number of its case.
public enum LibraryEnumeration: String, CaseIterable, Sendable {
  /// How a number is rounded.
  case roundingRule = "FloatingPointRoundingRule"
  /// The sign of a floating-point number.
  case sign = "FloatingPointSign"
  /// What holds other types, and how texts are made of code units; these have no cases.
  case unicode = "Unicode"
  case utf8 = "UTF8"
  case utf16 = "UTF16"

  /// The names of the cases, in the order of their numbers.
  var cases: [String] {
    switch self {
    case .roundingRule:
      [
        "toNearestOrAwayFromZero", "toNearestOrEven", "up", "down", "towardZero", "awayFromZero",
      ]
    case .sign: ["plus", "minus"]
    case .unicode, .utf8, .utf16: []
    }
  }

  /// The name of the case with a number, as the number stands in a register.
  func name(_ word: UInt64) -> String {
    let index = Int(truncatingIfNeeded: word)
    return cases.indices.contains(index) ? cases[index] : ""
  }
}
