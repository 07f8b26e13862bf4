/// A number as it is written: exact decimal digits, and the place of the last one.
public struct DecimalNumber: Hashable, Sendable {
  /// Whether a minus sign was written, also before zero.
  public var isNegative: Bool
  /// The digits as values 0 to 9, leading zeros removed; empty for zero.
  public private(set) var digits: [UInt8]
  /// The power of ten of the last digit: the precision written.
  public var exponent: Int

  /// The sign of the value: -1, 0 or 1; negative zero has sign 0.
  public var sign: Int { digits.allSatisfy { $0 == 0 } ? 0 : isNegative ? -1 : 1 }

  /// Creates the number that these digits write, the last of them at a power of ten.
  public init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    self.isNegative = isNegative
    self.digits = Array(digits.drop { $0 == 0 })
    self.exponent = exponent
  }

  /// The edges of the interval of half a unit of the last digit around the value.
  public var halfUnitInterval: (lower: DecimalNumber, upper: DecimalNumber) {
    let outer = DecimalNumber(isNegative: isNegative, digits: digits + [5], exponent: exponent - 1)
    var less = digits
    var inner = DecimalNumber(isNegative: !isNegative, digits: [5], exponent: exponent - 1)
    if !less.isEmpty {
      var index = less.count - 1
      while less[index] == 0 {
        less[index] = 9
        index -= 1
      }
      less[index] -= 1
      inner = DecimalNumber(isNegative: isNegative, digits: less + [5], exponent: exponent - 1)
    }
    return isNegative ? (outer, inner) : (inner, outer)
  }

  /// Whether the value is at most another, compared exactly digit by digit.
  public func isAtMost(_ other: DecimalNumber) -> Bool {
    if sign != other.sign { return sign < other.sign }
    if sign == 0 { return true }
    return sign > 0 ? magnitudeOrder(other) <= 0 : magnitudeOrder(other) >= 0
  }

  /// Whether the value is another's, to the last digit.
  public func equals(_ other: DecimalNumber) -> Bool { isAtMost(other) && other.isAtMost(self) }

  private func magnitudeOrder(_ other: DecimalNumber) -> Int {
    let (ours, theirs) = (digits.count + exponent, other.digits.count + other.exponent)
    if ours != theirs { return ours < theirs ? -1 : 1 }
    for index in 0..<max(digits.count, other.digits.count) {
      let left = index < digits.count ? digits[index] : 0
      let right = index < other.digits.count ? other.digits[index] : 0
      if left != right { return left < right ? -1 : 1 }
    }
    return 0
  }
}

extension DecimalNumber {
  /// How an integer is read that was written without a point.
  public enum IntegerReading: Hashable, Sendable {
    /// It stands for itself, as after `=` or `→`.
    case exact
    /// It stands for anything within ½ of it, as after `≈`.
    case rounded
  }

  /// Whether a computed number is this written one, to the precision written.
  ///
  /// An exact integer is met by itself alone, all else by half a unit of the last digit, both edges
  /// included. `-0` asks for a minus sign; `0` is met by both zeros.
  public func isMet(
    by computed: DecimalNumber,
    isInteger: Bool,
    integers: IntegerReading
  ) -> Bool {
    if sign == 0, isNegative, !computed.isNegative { return false }
    if isInteger, integers == .exact { return equals(computed) }
    let (lower, upper) = halfUnitInterval
    return lower.isAtMost(computed) && computed.isAtMost(upper)
  }
}

extension DecimalNumber {
  /// Reads digits with at most one point in or behind them; nil for other text.
  init?(unsigned text: some StringProtocol) {
    var digits: [UInt8] = []
    var fraction: Int?
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - 48)
        fraction = fraction.map { $0 + 1 }
      case UInt8(ascii: ".") where fraction == nil: fraction = 0
      default: return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    self.init(isNegative: false, digits: digits, exponent: -(fraction ?? 0))
  }

  /// Creates the shortest decimal that stands for a double; nil where it is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let text = value.magnitude.description
    let parts = text.split(separator: "e")
    guard let mantissa = DecimalNumber(unsigned: parts[0]) else { return nil }
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(
      isNegative: value.sign == .minus,
      digits: mantissa.digits,
      exponent: mantissa.exponent + power
    )
  }

  /// The double nearest to the value; infinite beyond the greatest.
  public var value: Double {
    // Digits beyond the 800th cannot change the nearest double, but for ties that nobody writes.
    let kept = digits.prefix(800)
    guard !kept.isEmpty else { return isNegative ? -0.0 : 0 }
    let power = max(-100_000, min(100_000, exponent + digits.count - kept.count))
    let text = String(decoding: kept.map { $0 + 48 }, as: UTF8.self) + "e\(power)"
    return (isNegative ? -1 : 1) * (Double(text) ?? .infinity)
  }

  /// One unit of the last digit.
  public var unit: DecimalNumber {
    DecimalNumber(isNegative: false, digits: [1], exponent: exponent)
  }

  /// Returns the value with its last digit at a power of ten, rounded half away from zero.
  public func rounded(to place: Int) -> DecimalNumber {
    guard place > exponent else {
      let zeros = min(exponent - place, 10_000)
      return DecimalNumber(
        isNegative: isNegative,
        digits: digits + [UInt8](repeating: 0, count: digits.isEmpty ? 0 : zeros),
        exponent: place
      )
    }
    let dropped = place - exponent
    var kept = Array(digits.dropLast(dropped))
    let roundsUp = dropped <= digits.count && digits[digits.count - dropped] >= 5
    if roundsUp {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    return DecimalNumber(isNegative: isNegative, digits: kept, exponent: place)
  }

  /// The value cut off behind a power of ten.
  public func truncated(to place: Int) -> DecimalNumber {
    guard place > exponent else { return rounded(to: place) }
    let kept = Array(digits.dropLast(place - exponent))
    return DecimalNumber(isNegative: isNegative, digits: kept, exponent: place)
  }

  /// The number in positional notation, such as `-0.050`; with an exponent of ten where that would
  /// take more than 40 zeros.
  public var text: String {
    let sign = isNegative ? "-" : ""
    let written = digits.map { Character(UnicodeScalar($0 + 48)) }
    guard abs(exponent) <= 40 + digits.count else {
      return sign + String(written) + "e\(exponent)"
    }
    if exponent >= 0 {
      return sign
        + (written.isEmpty ? "0" : String(written) + String(repeating: "0", count: exponent))
    }
    let padding = max(0, 1 - exponent - written.count)
    let all = [Character](repeating: "0", count: padding) + written
    return sign + String(all.dropLast(-exponent)) + "." + String(all.suffix(-exponent))
  }
}
