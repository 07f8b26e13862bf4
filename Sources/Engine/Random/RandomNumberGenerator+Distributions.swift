// Numbers by distribution. The standard library's own `Double.random(in:using:)` and
// `shuffled(using:)` may change between its versions; these do not.

extension RandomNumberGenerator {
  /// Returns a number from the uniform distribution on `[0, 1)`, a multiple of 2⁻⁵³.
  public mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns an integer from 0 to `count - 1`, all equally likely; 0 when `count` is below 2.
  ///
  /// Lemire's method ("Fast random integer generation in an interval", 2019): exact, and one
  /// multiplication in nearly all cases.
  ///
  /// - Parameter count: How many integers to choose from.
  /// - Returns: The integer.
  public mutating func nextIndex(below count: Int) -> Int {
    guard count > 1 else { return 0 }
    let bound = UInt64(count)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Returns a number from the standard normal distribution, of mean 0 and variance 1.
  ///
  /// Box and Muller's transform (1958) of two uniform numbers; the magnitude is at most 8.6.
  public mutating func nextNormal() -> Double {
    // 1 - u is in (0, 1], so that the logarithm is finite.
    let radius = (-2 * cLog(1 - nextUniform())).squareRoot()
    return radius * cCos(2 * .pi * nextUniform())
  }

  /// Returns the integers from 0 to `count - 1` in random order, all orders equally likely.
  ///
  /// - Parameter count: How many integers; none when it is 0 or less.
  /// - Returns: The integers, each once.
  public mutating func nextPermutation(of count: Int) -> [Int] {
    var order = Array(0..<Swift.max(count, 0))
    // Durstenfeld's form of the Fisher-Yates shuffle.
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, nextIndex(below: last + 1))
    }
    return order
  }
}
