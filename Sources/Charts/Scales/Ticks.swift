/// A mark on an axis with its text.
struct Tick: Hashable, Sendable {
  var value: Double
  var text: String
}

extension Scale {
  /// Returns ticks that a person would choose, at most about `count`, ascending.
  ///
  /// On a linear scale they are multiples of 1, 2 or 5 times a power of ten; on a logarithmic one
  /// whole decades, or 1, 2 and 5 of each where there are few; and so for `1 - v`.
  func ticks(count: Int) -> [Tick] {
    let found: [DecimalText]
    switch type {
    case .linear: found = linearTicks(count: count)
    case .log: found = decadeTicks(count: count) { DecimalText($0, exponent: $1) }
    case .oneMinusLog:
      found = decadeTicks(count: count) { digit, exponent in
        exponent >= 0
          ? DecimalText(1 - digit * power(exponent), exponent: 0)
          : DecimalText(power(-exponent) - digit, exponent: exponent)
      }.reversed()
    }
    return found.map { Tick(value: $0.value, text: $0.text) }
  }

  /// Returns ticks at given values, those on the axis, ascending.
  func ticks(at values: [Double]) -> [Tick] {
    Set(values.filter { $0 >= lower && $0 <= upper }).sorted()
      .compactMap { value in
        DecimalText(value, digits: 12).map { Tick(value: value, text: $0.text) }
      }
  }

  private func linearTicks(count: Int) -> [DecimalText] {
    LinearStep(over: lower, upper, count: count)
      .multiples(from: lower, to: upper, limit: 2 * max(count, 1) + 2)
  }

  /// The most decades of one minus a value that a `Double` resolves.
  private static let exponents = -15...15

  private func decadeTicks(
    count: Int,
    _ tick: (_ digit: Int, _ exponent: Int) -> DecimalText
  ) -> [DecimalText] {
    guard let first = type.transformed(lower), let last = type.transformed(upper) else { return [] }
    // In powers of ten of what is logarithmic: of 1 - v, they go down where v goes up.
    let low = Int((type == .log ? first : -last).rounded(.down))
    let high = Int((type == .log ? last : -first).rounded(.up))
    let slack = (last - first) * 1e-9
    func isShown(_ tick: DecimalText) -> Bool {
      guard let place = type.transformed(tick.value) else { return false }
      return place >= first - slack && place <= last + slack
    }
    func all(_ digits: [Int], every stride: Int = 1) -> [DecimalText] {
      (low...high).filter { exponent in
        exponent.isMultiple(of: stride) && (type == .log || Scale.exponents.contains(exponent))
      }
      .flatMap { exponent in digits.map { tick($0, exponent) } }.filter(isShown)
    }
    let decades = all([1])
    if decades.count <= 2 {
      for digits in [[1, 2, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9]] {
        let finer = all(digits)
        if finer.count >= 3, finer.count <= (count > 1 ? max(count, 4) : 1) { return finer }
      }
      let linear = linearTicks(count: count)
      return decades.count < 2 && linear.count > decades.count
        ? (type == .log ? linear : linear.reversed()) : decades
    }
    if decades.count <= 3, case let finer = all([1, 2, 5]), finer.count <= count { return finer }
    guard decades.count > count else { return decades }
    return all([1], every: (decades.count + count - 1) / max(count, 1))
  }
}

/// Ten to a power from 0 to 15.
private func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
