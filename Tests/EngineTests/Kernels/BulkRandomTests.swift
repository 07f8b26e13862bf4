import CKernels
import Testing

@testable import Engine

@Suite("Many random numbers at once")
struct BulkRandomTests {
  @Test(
    "they are those drawn one by one, wherever the generator stands",
    arguments: [0, 1, 2, 5, 1023, 1024, 1025, 4097]
  )
  func sameAsOneByOne(count: Int) throws {
    for skipped in 0..<2 {
      var (bulk, single) = (
        SeededGenerator(seed: 3, trial: 1 << 33), SeededGenerator(seed: 3, trial: 1 << 33)
      )
      for _ in 0..<skipped { #expect(bulk.next() == single.next()) }
      let numbers = try Tensor.randomUniform([count], from: -2, to: 5, using: &bulk)
      #expect(numbers.elements == (0..<count).map { _ in -2 + 7 * single.nextUniform() })
      let integers = try bulk.nextIntegers(count, from: 50, to: 100)
      #expect(integers == (0..<count).map { _ in 50 + single.nextIndex(below: 51) })
      #expect(bulk.next() == single.next())
    }
  }

  @Test("so they are from another generator, and where words are often rejected")
  func otherGenerators() throws {
    var (bulk, single) = (Counter(), Counter())
    let range = (1 << 61) + 12345
    let integers = try bulk.nextIntegers(3000, from: -7, to: range - 8)
    #expect(integers == (0..<3000).map { _ in -7 + single.nextIndex(below: range) })
    #expect(bulk == single)
  }

  /// Weyl's sequence, for a generator that is not the engine's own.
  private struct Counter: RandomNumberGenerator, Equatable {
    var state: UInt64 = 0

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return state
    }
  }

  @Test("the ciphers of all instruction sets agree", arguments: [1, 4, 8, 13])
  func ciphers(blocks: Int) {
    var (quick, portable) = (
      [UInt64](repeating: 0, count: 2 * blocks), [UInt64](repeating: 0, count: 2 * blocks)
    )
    let first = UInt64.max - 5
    kernel_philox(first, 1 << 40, 77, &quick, blocks)
    kernel_philox_portable(first, 1 << 40, 77, &portable, blocks)
    #expect(quick == portable)
    for block in 0..<blocks {
      let expected = Philox.block(counter: (first &+ UInt64(block), 1 << 40), key: 77)
      #expect(quick[2 * block] == expected.0)
      #expect(quick[2 * block + 1] == expected.1)
    }
  }

  @Test(
    "integers leave out the words that Lemire's method rejects, on all instruction sets",
    arguments: [2, 3, 51, 1 << 32 - 1, 1 << 32, 1 << 32 + 1, 1 << 61 + 12345] as [UInt64]
  )
  func integers(bound: UInt64) {
    let threshold = (0 &- bound) % bound
    var generator = Counter()
    // Word 0 is rejected by every bound but powers of two: within a vector of words, and after all.
    let words = (0..<43).map { [3, 8, 9, 41].contains($0) ? 0 : generator.next() }
    let accepted = words.map { $0.multipliedFullWidth(by: bound) }.filter { $0.low >= threshold }
    #expect(accepted.count < words.count || threshold == 0)
    let range = kernel_range(lower: -7, bound: bound, threshold: threshold)
    for makeIntegers in [kernel_integers, kernel_integers_portable] {
      var integers = [Int64](repeating: 0, count: words.count)
      var written = 0
      makeIntegers(words, range, &integers, words.count, &written)
      #expect(Array(integers[..<written]) == accepted.map { -7 + Int64($0.high) })
    }
  }

  @Test("uniform numbers are the upper 53 bits of words, on all instruction sets")
  func uniform() {
    var generator = Counter()
    let words = [0, .max] + (0..<27).map { _ in generator.next() }
    let expected = words.map { -2 + 7 * (Double($0 >> 11) * 0x1p-53) }
    for fill in [kernel_uniform, kernel_uniform_portable] {
      var numbers = [Double](repeating: 0, count: words.count)
      fill(words, -2, 7, &numbers, words.count)
      #expect(numbers == expected)
    }
  }

  @Test("a quarter of the numbers on a logarithmic scale lies in each decade")
  func decades() throws {
    var generator = SeededGenerator(seed: 5)
    let numbers = try Tensor.random(
      [40_000],
      from: 1e-4,
      to: 1,
      scale: .logarithmic,
      using: &generator
    )
    for decade in 0..<4 {
      let bounds = cPow(10, Double(decade - 4))..<cPow(10, Double(decade - 3))
      // Four standard deviations of a count of 10,000.
      let count = numbers.elements.count(where: bounds.contains)
      #expect((count - 10_000).magnitude < 350)
    }
  }

  @Test("bounds that fit no scale, and reversed ones, are refused")
  func badBounds() {
    var generator = SeededGenerator(seed: 5)
    #expect(throws: EngineError.reversedBounds(name: "integers", lower: 2, upper: 1)) {
      try generator.nextIntegers(1, from: 2, to: 1)
    }
    #expect(throws: EngineError.self) { try generator.nextIntegers(1, from: .min, to: .max) }
    #expect(throws: EngineError.self) {
      try Tensor.random([1], from: 0, to: 1, scale: .logarithmic, using: &generator)
    }
  }
}
