// Where the greatest and least elements are, and the one-hot columns that mark them.

/// Which of several equal elements counts.
public enum TieBreak: Sendable {
  /// The one with the least index.
  case first
  /// The one with the greatest index.
  case last
}

extension Tensor {
  /// Returns the index of the greatest element, row by row; a NaN counts as greatest.
  ///
  /// - Throws: `EngineError.emptyTensor`.
  @_disfavoredOverload
  public func argMax() throws(EngineError) -> Int {
    guard !isEmpty else { throw .emptyTensor(operation: "argMax", shape: shape) }
    return flattened().indices(along: 0, ties: .first, precedes: >)[0]
  }

  /// Returns the index of the least element, row by row; a NaN counts as least.
  ///
  /// - Throws: `EngineError.emptyTensor`.
  @_disfavoredOverload
  public func argMin() throws(EngineError) -> Int {
    guard !isEmpty else { throw .emptyTensor(operation: "argMin", shape: shape) }
    return flattened().indices(along: 0, ties: .first, precedes: <)[0]
  }

  /// Returns the indices of the greatest elements along an axis: the class of each example.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - ties: Which of several equal elements counts.
  /// - Returns: For each place on the other axes, row by row, the index along `axis`; the first
  ///   NaN counts as greatest.
  /// - Throws: `EngineError.axisOutOfRange`, or `.emptyTensor` when the axis is empty.
  @_disfavoredOverload
  public func argMax(axis: Int, ties: TieBreak = .first) throws(EngineError) -> [Int] {
    let axis = try filledAxis(axis, for: "argMax")
    return indices(along: axis, ties: ties, precedes: >)
  }

  /// Returns the indices of the least elements along an axis.
  ///
  /// - Parameters:
  ///   - axis: The axis; negative ones count from the end.
  ///   - ties: Which of several equal elements counts.
  /// - Returns: For each place on the other axes, row by row, the index along `axis`; the first
  ///   NaN counts as least.
  /// - Throws: `EngineError.axisOutOfRange`, or `.emptyTensor` when the axis is empty.
  @_disfavoredOverload
  public func argMin(axis: Int, ties: TieBreak = .first) throws(EngineError) -> [Int] {
    let axis = try filledAxis(axis, for: "argMin")
    return indices(along: axis, ties: ties, precedes: <)
  }

  private func filledAxis(_ axis: Int, for operation: String) throws(EngineError) -> Int {
    let axis = try resolvedAxis(axis, for: operation)
    guard shape[axis] > 0 else { throw .emptyTensor(operation: operation, shape: shape) }
    return axis
  }

  private func indices(
    along axis: Int,
    ties: TieBreak,
    precedes: (Double, Double) -> Bool
  ) -> [Int] {
    let view = view(along: axis)
    var found: [Int] = []
    found.reserveCapacity(view.outer * view.inner)
    for outer in 0..<view.outer {
      for inner in 0..<view.inner {
        let start = outer * view.extent * view.inner + inner
        var best = 0
        var bestValue = elements[start]
        for index in 1..<Swift.max(view.extent, 1) where !bestValue.isNaN {
          let value = elements[start + index * view.inner]
          if precedes(value, bestValue) || value.isNaN || ties == .last && value == bestValue {
            (best, bestValue) = (index, value)
          }
        }
        found.append(best)
      }
    }
    return found
  }
}

/// Returns 1 for the greatest element along an axis and 0 for the others: the "hard" softmax.
///
/// - Parameters:
///   - x: The scores, classes along `axis`.
///   - axis: The axis; negative ones count from the end.
/// - Returns: A tensor of the same shape. The first of several equal elements gets the 1.
/// - Throws: `EngineError.axisOutOfRange`.
@_disfavoredOverload
public func hardmax(_ x: Tensor, axis: Int = 0) throws(EngineError) -> Tensor {
  let axis = try x.resolvedAxis(axis, for: "hardmax")
  var result = Tensor(unchecked: [Double](repeating: 0, count: x.count), shape: x.shape)
  guard !x.isEmpty else { return result }
  let view = x.view(along: axis)
  for (place, index) in try x.argMax(axis: axis).enumerated() {
    let (outer, inner) = place.quotientAndRemainder(dividingBy: view.inner)
    result.elements[(outer * view.extent + index) * view.inner + inner] = 1
  }
  return result
}

/// Returns the one-hot columns of some class indices.
///
/// - Parameters:
///   - labels: The class index of each example.
///   - classCount: The number of classes.
/// - Returns: A matrix of shape `[classCount, labels.count]`: 1 in row `labels[i]` of column `i`,
///   0 elsewhere.
/// - Throws: `EngineError.labelOutOfRange` when a label is not in `0 ..< classCount`,
///   `.negativeExtent`, or `.tensorTooLarge`.
@_disfavoredOverload
public func oneHot(_ labels: [Int], classCount: Int) throws(EngineError) -> Tensor {
  var result = try Tensor.zeros([classCount, labels.count])
  for (example, label) in labels.enumerated() {
    guard label >= 0, label < classCount else {
      throw .labelOutOfRange(label: label, example: example, classCount: classCount)
    }
    result.elements[label * labels.count + example] = 1
  }
  return result
}
