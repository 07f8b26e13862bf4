import CKernels

/// Returns the softmax along an axis: positive numbers that sum to 1 along it.
///
/// `aᵢ = e^zᵢ / Σⱼ e^zⱼ`, computed as `e^(zᵢ - max z) / Σⱼ e^(zⱼ - max z)`, which is the same and
/// does not overflow: scores of ±1000 are fine. Adding one number to all scores changes nothing.
/// A score of -infinity gets the probability 0; where a score is NaN or infinity, or all are
/// -infinity, the results along that line are NaN. An empty axis gives an empty result.
/// (Lecture 8.)
///
/// - Parameters:
///   - z: The scores, or "logits", of shape `[classes, examples]`, or `[classes]`.
///   - axis: The axis of the classes; negative ones count from the end.
/// - Returns: A tensor of the same shape.
/// - Throws: `EngineError.axisOutOfRange`.
@_disfavoredOverload
public func softmax(_ z: Tensor, axis: Int = 0) throws(EngineError) -> Tensor {
  let view = z.view(along: try z.resolvedAxis(axis, for: "softmax"))
  return Tensor(shape: z.shape, count: z.count) { probabilities in
    z.elements.withUnsafeBufferPointer { scores in
      let size = view.extent * view.inner
      for start in stride(from: 0, to: z.count, by: max(size, 1)) {
        kernel_softmax(
          scores.baseAddress?.advanced(by: start),
          probabilities.baseAddress?.advanced(by: start),
          view.extent,
          view.inner,
          view.inner
        )
      }
    }
  }
}

/// Returns the logarithm of the softmax along an axis.
///
/// `log aᵢ = zᵢ - max z - log Σⱼ e^(zⱼ - max z)`: finite where the probability itself would
/// vanish, so take this and never `log(softmax(z))`. Edge cases as in `softmax`.
///
/// - Parameters:
///   - z: The scores, or "logits", of shape `[classes, examples]`, or `[classes]`.
///   - axis: The axis of the classes; negative ones count from the end.
/// - Returns: A tensor of the same shape.
/// - Throws: `EngineError.axisOutOfRange`.
@_disfavoredOverload
public func logSoftmax(_ z: Tensor, axis: Int = 0) throws(EngineError) -> Tensor {
  var result = z
  try result.forEachLine(along: axis, for: "logSoftmax") { line in
    let greatest = line.max()
    let logSum = cLog(line.sum { cExp($0 - greatest) })
    _ = line.replacing { $0 - greatest - logSum }
  }
  return result
}

/// The elements along one axis, at one place of all the others.
struct Line {
  let start: UnsafeMutablePointer<Double>
  let stride: Int
  let count: Int

  /// The greatest element; NaN when one is NaN.
  func max() -> Double {
    var greatest = -Double.infinity
    for index in 0..<count {
      let value = start[index * stride]
      if value > greatest || value.isNaN { greatest = value }
    }
    return greatest
  }

  /// Replaces each element, and returns the sum of the new ones.
  @inline(__always)
  func replacing(_ transform: (Double) -> Double) -> Double {
    var sum = 0.0
    for index in 0..<count {
      let value = transform(start[index * stride])
      start[index * stride] = value
      sum += value
    }
    return sum
  }

  /// The sum of a function of the elements.
  @inline(__always)
  func sum(_ transform: (Double) -> Double) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += transform(start[index * stride]) }
    return sum
  }
}

extension Tensor {
  /// Visits all lines along an axis.
  ///
  /// - Throws: `EngineError.axisOutOfRange`.
  mutating func forEachLine(
    along axis: Int,
    for operation: String,
    _ body: (Line) -> Void
  ) throws(EngineError) {
    let view = view(along: try resolvedAxis(axis, for: operation))
    elements.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      for outer in 0..<view.outer {
        for inner in 0..<view.inner {
          let start = base + (outer * view.extent * view.inner + inner)
          body(Line(start: start, stride: view.inner, count: view.extent))
        }
      }
    }
  }
}
