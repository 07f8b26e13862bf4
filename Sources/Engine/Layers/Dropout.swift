/// Dropout: while training, each unit is left out by chance, and the others are scaled up.
///
/// `output = input · mask / keepProbability`, so that the mean stays as it is and inference does
/// nothing ("inverted dropout"). For comparison with the noise that batch norm adds, lecture 6.
/// (Srivastava et al. 2014.)
public struct Dropout: Sendable, Hashable {
  /// The probability that a unit stays.
  public let keepProbability: Double

  /// Creates dropout.
  ///
  /// - Parameter keepProbability: The probability that a unit stays, above 0 and up to 1.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public init(keepProbability: Double) throws(EngineError) {
    guard keepProbability > 0, keepProbability <= 1 else {
      throw .argumentOutOfRange(
        argument: "keepProbability",
        value: keepProbability,
        allowed: "above 0 and at most 1"
      )
    }
    self.keepProbability = keepProbability
  }

  /// Returns what each element is multiplied by: 0, or 1 divided by the probability to stay.
  ///
  /// - Parameters:
  ///   - shape: The shape of the input.
  ///   - generator: The source of chance.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public func mask(
    _ shape: [Int],
    using generator: inout some RandomNumberGenerator
  ) throws(EngineError) -> Tensor {
    var mask = try Tensor.zeros(shape)
    for index in mask.elements.indices { mask.elements[index] = factor(&generator) }
    return mask
  }

  /// One element of a mask.
  @inline(__always)
  func factor(_ generator: inout some RandomNumberGenerator) -> Double {
    generator.nextUniform() < keepProbability ? 1 / keepProbability : 0
  }
}
