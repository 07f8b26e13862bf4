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
    // One integer is drawn without a word, as by `nextIndex(below:)`.
    if distance == 0 { return [Int](repeating: lower, count: total) }
    let bound = UInt64(distance) + 1
    let range = kernel_range(
      lower: Int64(lower),
      bound: bound,
      threshold: (0 &- bound) % bound
    )
    return [Int](unsafeUninitializedCapacity: total) { integers, initialized in
      integers.withMemoryRebound(to: Int64.self) { integers in
        while initialized < total {
          var written = 0
          withWords(total - initialized) { words in
            kernel_integers(
              words.baseAddress,
              range,
              integers.baseAddress?.advanced(by: initialized),
              words.count,
              &written
            )
          }
          initialized += written
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
