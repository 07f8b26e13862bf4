/// A number as a person writes it: whole digits times a power of ten.
struct DecimalText: Hashable, Sendable {
  private(set) var significand: Int
  private(set) var exponent: Int

  /// Creates the number `significand · 10^exponent`, without zeros at its end.
  init(_ significand: Int, exponent: Int) {
    self.significand = significand
    self.exponent = significand == 0 ? 0 : exponent
    while self.significand != 0, self.significand.isMultiple(of: 10) {
      self.significand /= 10
      self.exponent += 1
    }
  }

  /// Creates the nearest number of at most so many significant digits; nil for NaN and infinities.
  init?(_ value: Double, digits: Int) {
    guard value.isFinite else { return nil }
    // `description` is the shortest text that reads back as the value: `-1234.5` or `1.5e-07`.
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
    let all = Array((mantissa[0] + fraction).utf8.map { Int($0) - 0x30 }.drop { $0 == 0 })
    exponent += max(all.count - digits, 0)
    var number = all.prefix(digits).reduce(0) { $0 * 10 + $1 }
    if all.count > digits, all[digits] >= 5 { number += 1 }
    self.init(value < 0 ? -number : number, exponent: exponent)
  }

  /// The nearest `Double`.
  var value: Double { Double("\(significand)e\(exponent)") ?? 0 }

  /// The exponent of the first digit.
  var magnitude: Int {
    significand == 0 ? 0 : String(significand.magnitude).utf8.count - 1 + exponent
  }

  /// The number with a true minus sign, `10,000` with a comma, and powers of ten where they are
  /// shorter: `−0.25`, `1,500,000`, `2×10⁻⁷`.
  var text: String {
    guard significand != 0 else { return "0" }
    let sign = significand < 0 ? "−" : ""
    let digits = String(significand.magnitude)
    if magnitude >= 7 || magnitude < -5 { return sign + power(digits) }
    guard exponent < 0 else {
      return sign + grouped(digits + String(repeating: "0", count: exponent))
    }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: exponent)
    return sign + grouped(String(padded[..<point])) + "." + padded[point...]
  }

  private func power(_ digits: String) -> String {
    let rest = digits.dropFirst()
    let mantissa = digits.prefix(1) + (rest.isEmpty ? "" : "." + rest)
    let factor = mantissa == "1" ? "10" : "\(mantissa)×10"
    return factor + String(magnitude).map(DecimalText.superscript).joined()
  }

  private func grouped(_ digits: String) -> String {
    guard digits.utf8.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return result
  }

  private static func superscript(_ character: Character) -> String {
    guard let digit = character.wholeNumberValue else { return "⁻" }
    return ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"][digit]
  }
}

extension Double {
  /// The number in at most four significant digits.
  var shortText: String { text(digits: 4) }

  /// The number in at most four significant digits, none of them below a power of ten.
  func shortText(to place: Int?) -> String {
    guard let place, let number = DecimalText(self, digits: 4), number.significand != 0 else {
      return shortText
    }
    let digits = number.magnitude - place + 1
    return digits < 0 ? "0" : text(digits: min(digits, 4))
  }

  /// The number in at most so many significant digits.
  func text(digits: Int) -> String {
    DecimalText(self, digits: digits)?.text ?? (isNaN ? "NaN" : self < 0 ? "−∞" : "∞")
  }
}
