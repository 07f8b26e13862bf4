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
  let tape = Tape()
  var w = start
  for _ in 0..<max(steps, 0) {
    w -= learningRate * (try valueWithGradient(at: w, of: function, on: tape).gradient)
  }
  return w
}

/// Returns where gradient descent arrives, given the derivative itself, in any precision.
///
/// In `Float`, the descent of lecture 10 stalls at 4.999988: there `α·dJ/dw` is less than half the
/// distance to the next `Float`, and `w` stays as it is. In `Double` it goes on to 5.
///
/// - Parameters:
///   - start: The first w.
///   - learningRate: α.
///   - steps: How many steps; none when it is 0 or less.
///   - slope: dJ/dw.
/// - Returns: The last w.
public func descend<Scalar: BinaryFloatingPoint>(
  from start: Scalar,
  learningRate: Scalar,
  steps: Int,
  slope: (Scalar) -> Scalar
) -> Scalar {
  var w = start
  for _ in 0..<max(steps, 0) { w -= learningRate * slope(w) }
  return w
}
