/// How the elements of one tensor are written, so that they read well beside each other.
struct NumberFormat {
  private let digits: Int
  private let decimals: Int

  /// The magnitude from which numbers are written as powers of ten.
  private static let large = 1e8

  /// The magnitude below which they are, too.
  private static let small = 1e-6

  init(_ elements: [Double], digits: Int) {
    self.digits = digits
    let sizes = elements.lazy.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
      .filter { $0 < NumberFormat.large && $0 >= NumberFormat.small }
    guard let least = sizes.min(), let greatest = sizes.max() else {
      decimals = 0
      return
    }
    let wanted = digits - 1 - exponent(of: least)
    let allowed = digits + 2 - exponent(of: greatest)
    let most = max(min(wanted, allowed), 0)
    decimals = sizes.reduce(0) { needed, size in
      needed >= most ? most : max(needed, NumberFormat.exactDecimals(of: size, atMost: most))
    }
  }

  func string(_ x: Double) -> String {
    guard x.isFinite else { return x.isNaN ? "nan" : x < 0 ? "-inf" : "inf" }
    if x.magnitude >= NumberFormat.large || x != 0 && x.magnitude < NumberFormat.small {
      return power(x)
    }
    let fixed = fixedNotation(x, decimals: decimals)
    let isAllZeros = fixed.utf8.allSatisfy { !(UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return isAllZeros && x != 0 ? power(x) : fixed
  }

  /// `1.234e-17`, without zeros at the end of the mantissa.
  private func power(_ x: Double) -> String {
    let parts = scientificNotation(x, decimals: digits - 1).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return x.description }
    var mantissa = parts[0]
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    return "\(mantissa)e\(exponent)"
  }

  /// The decimals that write a number exactly, or `most` when it takes more.
  private static func exactDecimals(of size: Double, atMost most: Int) -> Int {
    for decimals in 0..<most where Double(fixedNotation(size, decimals: decimals)) == size {
      return decimals
    }
    return most
  }
}

/// The power of ten of a number's first digit.
private func exponent(of size: Double) -> Int {
  let parts = scientificNotation(size, decimals: 16).split(separator: "e")
  return parts.last.flatMap { Int($0) } ?? 0
}
