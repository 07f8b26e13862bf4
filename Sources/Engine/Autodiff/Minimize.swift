// Gradient descent on a function of one number. (Lecture 10.)

/// Returns where gradient descent arrives on a function of one number.
///
/// `w ← w - α·dJ/dw`, with the derivative found by going back through the function's computation.
/// For `J(w) = w² - 10w + 25` from 0 at the rate 0.01, `w = 5(1 - 0.98ⁿ)` after `n` steps.
///
/// - Parameters:
///   - start: The first w.
///   - learningRate: α.
///   - steps: How many steps; none when it is 0 or less.
///   - function: J.
/// - Returns: The last w.
/// - Throws: What the function throws, `EngineError.resultNotScalar`, or `.argumentOutOfRange` for
///   a learning rate that is not finite.
@_disfavoredOverload
public func minimize(
  from start: Double,
  learningRate: Double,
  steps: Int,
  _ function: (Variable) throws -> Variable
) throws -> Double {
  guard learningRate.isFinite else {
    throw EngineError.argumentOutOfRange(
      argument: "learningRate",
      value: learningRate,
      allowed: "finite"
    )
  }
  var tape = Tape()
  var w = start
  for _ in 0..<max(steps, 0) {
    // A variable kept from an earlier step keeps its own tape, and is found out by it.
    if isKnownUniquelyReferenced(&tape) { tape.removeAll() } else { tape = Tape() }
    w -= learningRate * (try valueWithGradient(at: w, of: function, on: tape).gradient)
  }
  return w
}

/// Returns where gradient descent in single precision arrives on a function of one number.
///
/// As in double precision, but with every number a `Float`: on `J(w) = w² - 10w + 25` from 0 at the
/// rate 0.01 it stalls at 4.9999886 in step 636, because `α·dJ/dw` is then less than half the
/// distance to the next `Float`, and `w` stays as it is. (PyTorch, which rounds a step once, stalls
/// at 4.999988.)
///
/// - Parameters:
///   - start: The first w.
///   - learningRate: α.
///   - steps: How many steps; none when it is 0 or less.
///   - rounding: How often a step rounds.
///   - function: J.
/// - Returns: The last w.
/// - Throws: What the function throws, or `EngineError.argumentOutOfRange` for a learning rate that
///   is not finite.
@_disfavoredOverload
public func minimize(
  from start: Float,
  learningRate: Float,
  steps: Int,
  rounding: StepRounding = .twice,
  _ function: (FloatVariable) throws -> FloatVariable
) throws -> Float {
  guard learningRate.isFinite else {
    throw EngineError.argumentOutOfRange(
      argument: "learningRate",
      value: Double(learningRate),
      allowed: "finite"
    )
  }
  var w = start
  for _ in 0..<max(steps, 0) {
    w = rounding.step(from: w, learningRate, try function(FloatVariable(w, slope: 1)).slope)
  }
  return w
}

/// Returns where gradient descent arrives, given the derivative itself, in any precision.
///
/// - Parameters:
///   - start: The first w.
///   - learningRate: α.
///   - steps: How many steps; none when it is 0 or less.
///   - rounding: How often a step rounds.
///   - slope: dJ/dw.
/// - Returns: The last w.
/// - Throws: What `slope` throws.
public func descend<Scalar: BinaryFloatingPoint>(
  from start: Scalar,
  learningRate: Scalar,
  steps: Int,
  rounding: StepRounding = .twice,
  slope: (Scalar) throws -> Scalar
) rethrows -> Scalar {
  var w = start
  for _ in 0..<max(steps, 0) { w = rounding.step(from: w, learningRate, try slope(w)) }
  return w
}

/// How often the step `w - α·dw` rounds, which is seen where it is small.
public enum StepRounding: Sendable, Hashable {
  /// The product and the difference both, as NumPy and TensorFlow have it.
  case twice
  /// The difference alone, in a fused multiplication and addition, as PyTorch has it.
  case fused

  @inline(__always)
  fileprivate func step<Scalar: BinaryFloatingPoint>(
    from w: Scalar,
    _ rate: Scalar,
    _ slope: Scalar
  ) -> Scalar {
    switch self {
    case .twice: w - rate * slope
    case .fused: w.addingProduct(-rate, slope)
    }
  }
}
