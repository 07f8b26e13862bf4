import Testing

@testable import Engine

@Suite("Seeded generators")
struct SeededGeneratorTests {
  @Test(
    "Philox-4x32-10 gives the known answers of its authors' library",
    arguments: [
      // Random123 1.14, tests/kat_vectors: counter, key, result.
      (
        counter: (UInt64(0), UInt64(0)), key: UInt64(0),
        words: (UInt64(0xe169_c58d_6627_e8d5), UInt64(0x9b00_dbd8_bc57_ac4c))
      ),
      (
        counter: (.max, .max), key: .max,
        words: (0x41c8_3b0e_408f_276d, 0x6d54_51fd_a20b_c7c6)
      ),
      (
        counter: (0x85a3_08d3_243f_6a88, 0x0370_7344_1319_8a2e), key: 0x299f_31d0_a409_3822,
        words: (0x94fd_cceb_d16c_fe09, 0x2412_6ea1_5001_e420)
      ),
    ]
  )
  func knownAnswers(
    counter: (UInt64, UInt64),
    key: UInt64,
    words: (UInt64, UInt64)
  ) {
    #expect(Philox.block(counter: counter, key: key) == words)
  }

  @Test("a copy goes on as its original does")
  func copies() {
    var original = SeededGenerator(seed: 5, trial: 2, purpose: .shuffling)
    _ = original.next()
    var copy = original
    #expect((0..<9).map { _ in original.next() } == (0..<9).map { _ in copy.next() })
  }

  @Test("seeds, trials and purposes have streams of their own")
  func streams() {
    var firsts: Set<[UInt64]> = []
    for seed in [-1, 0, 1] {
      for trial in [0, 1, .max] {
        for purpose in SeededGenerator.Purpose.allCases {
          var generator = SeededGenerator(seed: seed, trial: trial, purpose: purpose)
          firsts.insert([generator.next(), generator.next()])
        }
      }
    }
    #expect(firsts.count == 9 * SeededGenerator.Purpose.allCases.count)
  }

  @Test("uniform numbers follow their distribution")
  func uniform() {
    var generator = SeededGenerator(seed: 1)
    let sample = (0..<20_000).map { _ in generator.nextUniform() }
    #expect(kolmogorovSmirnov(sample) { $0 } < kolmogorovSmirnovBound(20_000))
  }

  @Test("normal numbers follow their distribution")
  func normal() {
    var generator = SeededGenerator(seed: 2)
    let sample = (0..<20_000).map { _ in generator.nextNormal() }
    let distribution = { (x: Double) in (1 + cErf(x / 2.0.squareRoot())) / 2 }
    #expect(kolmogorovSmirnov(sample, distribution) < kolmogorovSmirnovBound(20_000))
    #expect(Tensor(sample).variance().isApproximately(1, within: 0.04))
  }

  @Test("integers are equally likely, and permutations hold each once")
  func integers() {
    var generator = SeededGenerator(seed: 3)
    var counts = [Double](repeating: 0, count: 51)
    for _ in 0..<51_000 { counts[generator.nextIndex(below: 51)] += 1 }
    let chiSquared = counts.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 }
    // The 99.9 % point of the distribution with 50 degrees of freedom is 86.66.
    #expect(chiSquared < 86.66)
    #expect(generator.nextPermutation(of: 100).sorted() == Array(0..<100))
    #expect(generator.nextPermutation(of: 100) != Array(0..<100))
    #expect(generator.nextPermutation(of: -1).isEmpty)
    #expect(generator.nextIndex(below: 0) == 0)
  }

  @Test("the first places of permutations are equally likely")
  func permutations() {
    var counts: [[Int]: Int] = [:]
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<6000 { counts[generator.nextPermutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    // Five standard deviations of a count of 6000 draws at 1/6 are 144.
    #expect(counts.values.allSatisfy { $0 > 856 && $0 < 1144 })
  }

  @Test("random tensors have the shape asked for, and refuse reversed bounds")
  func tensors() throws {
    var generator = SeededGenerator(seed: 6)
    let uniform = try Tensor.randomUniform([3, 4], from: -2, to: 2, using: &generator)
    #expect(uniform.shape == [3, 4])
    #expect(uniform.min() >= -2 && uniform.max() < 2)
    let constant = try Tensor.randomNormal([3], mean: 7, standardDeviation: 0, using: &generator)
    #expect(constant == [7, 7, 7])
    #expect(throws: EngineError.self) {
      try Tensor.randomUniform([3], from: 1, to: 0, using: &generator)
    }
    #expect(throws: EngineError.self) {
      try Tensor.randomNormal([3], standardDeviation: -1, using: &generator)
    }
    #expect(throws: EngineError.self) {
      try Tensor.randomNormal([3], standardDeviation: .nan, using: &generator)
    }
  }
}
