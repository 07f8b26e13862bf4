// Tensors of random numbers.

extension Tensor {
  /// Returns a tensor of numbers from the uniform distribution on `[lower, upper)`.
  ///
  /// - Parameters:
  ///   - shape: The extent of each axis.
  ///   - lower: The lower bound, which may be hit.
  ///   - upper: The upper bound, which is not.
  ///   - generator: Where the numbers come from.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.negativeExtent`, `.tensorTooLarge`, or `.argumentOutOfRange` when the
  ///   bounds are not finite or reversed.
  @_disfavoredOverload
  public static func randomUniform(
    _ shape: [Int],
    from lower: Double = 0,
    to upper: Double = 1,
    using generator: inout some RandomNumberGenerator
  ) throws(EngineError) -> Tensor {
    guard lower <= upper, (upper - lower).isFinite else {
      throw .argumentOutOfRange(
        argument: "to",
        value: upper,
        allowed: "finite, and from \(lower) up"
      )
    }
    return Tensor(shape: shape, count: try elementCount(of: shape)) {
      generator.fill($0, from: lower, length: upper - lower)
    }
  }

  /// Returns a tensor of numbers that are uniform on a scale between two bounds.
  ///
  /// `10^r` with `r` uniform for `.logarithmic`: a quarter of the numbers from 0.0001 to 1 lies in
  /// each decade. (Lecture 2.)
  ///
  /// - Parameters:
  ///   - shape: The extent of each axis.
  ///   - lower: The lower bound.
  ///   - upper: The upper bound.
  ///   - scale: The scale.
  ///   - generator: Where the numbers come from.
  /// - Returns: A tensor of that shape, within the bounds.
  /// - Throws: `EngineError.negativeExtent`, `.tensorTooLarge`, `.reversedBounds`,
  ///   `.boundsOffScale`, or `.argumentOutOfRange` for bounds that are not finite.
  @_disfavoredOverload
  public static func random(
    _ shape: [Int],
    from lower: Double,
    to upper: Double,
    scale: SearchScale,
    using generator: inout some RandomNumberGenerator
  ) throws(EngineError) -> Tensor {
    let interval = try ScaledInterval(name: "value", lower, upper, scale)
    return Tensor(shape: shape, count: try elementCount(of: shape)) {
      interval.fill($0, using: &generator)
    }
  }

  /// Returns a tensor of numbers from a normal distribution.
  ///
  /// - Parameters:
  ///   - shape: The extent of each axis.
  ///   - mean: The distribution's mean.
  ///   - standardDeviation: The distribution's standard deviation, 0 or more.
  ///   - generator: Where the numbers come from.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.negativeExtent`, `.tensorTooLarge`, or `.argumentOutOfRange` when the
  ///   standard deviation is negative or not finite.
  @_disfavoredOverload
  public static func randomNormal(
    _ shape: [Int],
    mean: Double = 0,
    standardDeviation: Double = 1,
    using generator: inout some RandomNumberGenerator
  ) throws(EngineError) -> Tensor {
    guard standardDeviation >= 0, standardDeviation.isFinite else {
      throw .argumentOutOfRange(
        argument: "standardDeviation",
        value: standardDeviation,
        allowed: "finite, and 0 or more"
      )
    }
    var result = try zeros(shape)
    for index in result.elements.indices {
      result.elements[index] = mean + standardDeviation * generator.nextNormal()
    }
    return result
  }
}
