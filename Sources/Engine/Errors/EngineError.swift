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

  /// An axis to take away that holds no element, or more than one.
  case extentNotOne(axis: Int, shape: [Int])

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

  /// A search space without hyperparameters.
  case emptySearchSpace

  /// A name that is given twice in one search space.
  case repeatedName(name: String)

  /// A choice between nothing.
  case emptyChoices(name: String)

  /// Bounds of which the lower is the greater.
  case reversedBounds(name: String, lower: Double, upper: Double)

  /// Bounds that a scale cannot reach, such as 0 on a logarithmic one.
  case boundsOffScale(name: String, scale: SearchScale, lower: Double, upper: Double)

  /// A name that nothing has, or nothing that came before.
  case unknownName(name: String, known: [String])

  /// A hyperparameter of another kind than the one asked for.
  case wrongKind(name: String, expected: String, found: String)

  /// A choice that is not one of those there are.
  case unknownChoice(name: String, choice: String, known: [String])

  /// A hyperparameter whose condition does not hold in this configuration.
  case noValue(name: String)

  /// A configuration of one search space where one of another is needed.
  case foreignConfiguration(trial: Int)

  /// A search without trials, or the best of none.
  case noTrials

  /// A model whose loss is no longer a number after a round at a learning rate that went well.
  case lossDiverged(loss: Double, round: Int, learningRate: Double)

  /// Parts of an axis that do not add up to it.
  case partsDoNotFit(sizes: [Int], extent: Int)

  /// A layer that does not take what the layer before it gives.
  case layersDoNotFit(layer: Int, expected: Int, found: Int)

  /// A network without a layer that has parameters.
  case emptyNetwork

  /// Softmax in front of another layer.
  case misplacedSoftmax(layer: Int)

  /// A training batch of one example, whose variance is 0, in front of a batch norm.
  case batchOfOne(examples: Int, batchSize: Int)

  /// A backward pass without a forward pass before it.
  case noForwardPass

  /// A loss that is NaN or infinite.
  case lossNotFinite(loss: Double, epoch: Int, step: Int, learningRate: Double)

  /// A value from one tape used on another, or after its tape was used up.
  case foreignVariable(operation: String)

  /// A function whose gradient was asked for and that did not return one number.
  case resultNotScalar(shape: [Int])

  /// A state that belongs to another number of parameters.
  case stateMismatch(expected: Int, found: Int)

  /// A search or a training that has nothing to work on.
  case nothingToDo(operation: String)
}
