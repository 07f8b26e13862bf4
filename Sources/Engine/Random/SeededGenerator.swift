import CKernels

/// A source of random numbers that is a pure function of a seed, a trial and a purpose.
///
/// It counts, and enciphers the count: number `i` is the same whichever thread asks for it, and two
/// trials or two purposes never share a number. So a search gives the same results, bit for bit,
/// with 1, 2 or N threads, and drawing more initial weights does not change the minibatches.
///
/// The cipher is Philox-4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011). The seed is its key; trial, purpose and count are its counter. It is not meant for
/// secrets. A stream holds 2⁴⁹ numbers.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private let key: UInt64
  private let trial: UInt64
  private var count: UInt64
  private var spare: UInt64 = 0

  /// Creates the generator of a stream of numbers.
  ///
  /// - Parameters:
  ///   - seed: Any number; each seed has streams of its own.
  ///   - trial: Which run, model or configuration of an experiment the numbers are for.
  ///   - purpose: What they are for.
  public init(seed: Int, trial: Int = 0, purpose: Purpose = .general) {
    key = UInt64(bitPattern: Int64(seed))
    self.trial = UInt64(bitPattern: Int64(trial))
    // The purpose is the upper 16 bits of the counter; the lowest bit says which half is next.
    count = UInt64(purpose.rawValue) << 49
  }

  /// What random numbers are for: each purpose has a stream of its own.
  public enum Purpose: UInt16, Sendable, Hashable, CaseIterable {
    /// Anything that is not named here.
    case general
    /// The values of hyperparameters.
    case hyperparameters
    /// Initial weights.
    case initialWeights
    /// The order of examples.
    case shuffling
    /// The units that dropout leaves out.
    case dropout
    /// Synthetic examples.
    case data
    /// The split into training, development and test sets.
    case split
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    defer { count &+= 1 }
    guard count & 1 == 0 else { return spare }
    let block = Philox.block(counter: (count >> 1, trial), key: key)
    spare = block.1
    return block.0
  }

  /// Fills memory with the numbers that `next()` would return.
  mutating func fill(_ words: UnsafeMutableBufferPointer<UInt64>) {
    var start = 0
    if count & 1 == 1, !words.isEmpty {
      words[0] = next()
      start = 1
    }
    let blocks = (words.count - start) / 2
    kernel_philox(count >> 1, trial, key, words.baseAddress?.advanced(by: start), blocks)
    count &+= UInt64(2 * blocks)
    if start + 2 * blocks < words.count { words[words.count - 1] = next() }
  }
}

/// The cipher Philox-4x32 with ten rounds.
enum Philox {
  /// Returns 128 random bits.
  ///
  /// - Parameters:
  ///   - counter: The count that is enciphered.
  ///   - key: The key; each gives another permutation of the counts.
  /// - Returns: The bits in two halves.
  @inline(__always)
  static func block(counter: (UInt64, UInt64), key: UInt64) -> (UInt64, UInt64) {
    var (c0, c1) = (UInt32(truncatingIfNeeded: counter.0), UInt32(counter.0 >> 32))
    var (c2, c3) = (UInt32(truncatingIfNeeded: counter.1), UInt32(counter.1 >> 32))
    var (k0, k1) = (UInt32(truncatingIfNeeded: key), UInt32(key >> 32))
    for _ in 0..<rounds {
      let (left, right) = (UInt64(multiplier0) &* UInt64(c0), UInt64(multiplier1) &* UInt64(c2))
      (c0, c1, c2, c3) = (
        UInt32(right >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: right),
        UInt32(left >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: left)
      )
      k0 &+= weyl0
      k1 &+= weyl1
    }
    return (UInt64(c1) << 32 | UInt64(c0), UInt64(c3) << 32 | UInt64(c2))
  }

  // The constants of the paper, table 2 and section 3.
  private static let rounds = 10
  private static let multiplier0: UInt32 = 0xD251_1F53
  private static let multiplier1: UInt32 = 0xCD9E_8D57
  private static let weyl0: UInt32 = 0x9E37_79B9
  private static let weyl1: UInt32 = 0xBB67_AE85
}
