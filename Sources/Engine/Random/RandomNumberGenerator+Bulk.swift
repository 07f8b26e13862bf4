import CKernels

// Many numbers at once: the same ones, in the same order, as when they are drawn one by one.

extension RandomNumberGenerator {
  /// Returns integers between two bounds, both ends in, all equally likely.
  ///
  /// - Parameters:
  ///   - count: How many integers; none when it is 0 or less.
  ///   - lower: The least integer.
  ///   - upper: The greatest integer.
  /// - Returns: The integers, `lower` plus those that `nextIndex(below:)` draws.
  /// - Throws: `EngineError.reversedBounds`, `.tensorTooLarge`, or `.argumentOutOfRange` when the
  ///   bounds are 2⁶² or more apart.
  @_disfavoredOverload
  public mutating func nextIntegers(
    _ count: Int,
    from lower: Int,
    to upper: Int
  ) throws(EngineError) -> [Int] {
    guard lower <= upper else {
      throw .reversedBounds(name: "integers", lower: Double(lower), upper: Double(upper))
    }
    let (distance, overflow) = upper.subtractingReportingOverflow(lower)
    guard !overflow, distance < 1 << 62 else {
      throw .argumentOutOfRange(argument: "to", value: Double(upper), allowed: "closer to \(lower)")
    }
    let total = try Tensor.elementCount(of: [Swift.max(count, 0)])
    let bound = UInt64(distance) + 1
    // Lemire's method, as in `nextIndex(below:)`, with the threshold worked out once. One integer
    // is drawn without a word, as there.
    let threshold = (0 &- bound) % bound
    if bound == 1 { return [Int](repeating: lower, count: total) }
    return [Int](unsafeUninitializedCapacity: total) { integers, initialized in
      while initialized < total {
        withWords(total - initialized) { words in
          for word in words {
            let product = word.multipliedFullWidth(by: bound)
            if product.low >= threshold {
              integers[initialized] = lower + Int(product.high)
              initialized += 1
            }
          }
        }
      }
    }
  }

  /// Fills memory with uniform numbers, `lower + length · u` with `u` from `nextUniform()`.
  mutating func fill(
    _ numbers: UnsafeMutableBufferPointer<Double>,
    from lower: Double,
    length: Double
  ) {
    var filled = 0
    while filled < numbers.count {
      withWords(numbers.count - filled) { words in
        kernel_uniform(
          words.baseAddress,
          lower,
          length,
          numbers.baseAddress?.advanced(by: filled),
          words.count
        )
        filled += words.count
      }
    }
  }

  /// Draws the next `limit` words, or fewer, and gives them to a function.
  private mutating func withWords(_ limit: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    let count = Swift.min(limit, wordsAtOnce)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { words in
      if var seeded = self as? SeededGenerator {
        seeded.fill(words)
        if let advanced = seeded as? Self { self = advanced }
      } else {
        for index in words.indices { words[index] = next() }
      }
      body(UnsafeBufferPointer(words))
    }
  }
}

/// How many words are drawn at once: 8 KiB of them.
private let wordsAtOnce = 1024
