/// Lengths of TeX, such as `2pt`.
enum Length {
  /// The length in em; nil for what is no length.
  static func em(_ text: String) -> Double? {
    let trimmed = text.filter { $0 != " " }
    guard trimmed.count > 2, let size = units[String(trimmed.suffix(2))],
      let number = Double(String(trimmed.dropLast(2))), number.isFinite
    else { return nil }
    return min(max(number * size, -1000), 1000)
  }

  /// The units of TeX in em of a font of 10 points; `mu` is an eighteenth of an em.
  private static let units: [String: Double] = [
    "em": 1, "ex": 0.431, "mu": 1.0 / 18, "pt": 0.1, "mm": 0.28454, "cm": 2.8454, "in": 7.227,
    "bp": 0.100375, "pc": 1.2, "dd": 0.107, "cc": 1.284, "px": 0.1, "sp": 0.1 / 65536,
  ]
}

extension MathSpace {
  /// The space of a width; the widths of TeX's own spaces are characters.
  init(em: Double) {
    let character = Self.characters.first { abs($0.em - em) < 0.0001 }
    self = character.map { .character($0.text) } ?? .width(em)
  }

  private static let characters: [(em: Double, text: String)] = [
    (1.0 / 18, "\u{200A}"), (3.0 / 18, "\u{2009}"), (4.0 / 18, "\u{2005}"),
    (5.0 / 18, "\u{2005}\u{200A}"), (-3.0 / 18, "\u{2009}\u{2063}"),
    (-4.0 / 18, "\u{205F}\u{2063}"), (-5.0 / 18, "\u{2005}\u{2063}"),
  ]
}
