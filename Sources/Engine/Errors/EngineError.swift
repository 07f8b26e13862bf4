/// What can be wrong with the arguments of an engine function.
///
/// Each case carries the values that a person needs to see; `message` and `remedy` turn them into
/// a sentence.
public enum EngineError: Error, Equatable, Sendable {
  /// Two tensors whose shapes cannot be broadcast together.
  case shapeMismatch(operation: String, left: [Int], right: [Int])

  /// Two tensors that must have the same shape and do not.
  case shapesDiffer(operation: String, expected: [Int], found: [Int])

  /// Two factors of a matrix product whose inner dimensions differ.
  case innerDimensionsDiffer(left: [Int], right: [Int])

  /// A row of a nested array or literal that differs in length or depth from the first.
  case raggedRows(expected: [Int], found: [Int], row: Int)

  /// A shape that does not hold the number of elements given.
  case elementCountMismatch(shape: [Int], count: Int)

  /// A shape with a negative extent.
  case negativeExtent(shape: [Int])

  /// A tensor with more elements than the engine agrees to hold.
  case tensorTooLarge(shape: [Int], limit: Int)

  /// An axis that the tensor does not have.
  case axisOutOfRange(operation: String, axis: Int, shape: [Int])

  /// The same axis named twice.
  case repeatedAxis(operation: String, axis: Int)

  /// An order of axes that is not a permutation of all of them.
  case notAPermutation(axes: [Int], shape: [Int])

  /// An index that lies outside its axis.
  case indexOutOfRange(index: Int, axis: Int, shape: [Int])

  /// A range that lies outside its axis.
  case rangeOutOfBounds(lower: Int, upper: Int, axis: Int, shape: [Int])

  /// A number of indices that differs from the number of axes.
  case indexCountMismatch(count: Int, shape: [Int])

  /// An operation on tensors of the wrong number of axes.
  case wrongRank(operation: String, expected: String, shape: [Int])

  /// An operation that needs at least one element.
  case emptyTensor(operation: String, shape: [Int])

  /// An operation that needs at least one tensor.
  case noTensors(operation: String)

  /// A class index outside `0 ..< classCount`.
  case labelOutOfRange(label: Int, example: Int, classCount: Int)

  /// A number of labels that differs from the number of examples.
  case labelCountMismatch(labels: Int, examples: Int)

  /// A column of probabilities that does not sum to one.
  case probabilitiesDoNotSumToOne(argument: String, sum: Double, example: Int)

  /// An element that is not a probability.
  case notAProbability(argument: String, value: Double, example: Int)

  /// A number outside the range that an argument allows.
  case argumentOutOfRange(argument: String, value: Double, allowed: String)
}
