extension EngineError: CustomStringConvertible {
  /// The sentence that names what is wrong, followed by what to do about it.
  public var description: String { "\(message); \(remedy)" }

  /// What is wrong, with the values that show it.
  public var message: String {
    switch self {
    case .shapeMismatch(let operation, let left, let right):
      "'\(operation)' cannot combine the shapes \(left) and \(right)"
    case .shapesDiffer(let operation, let expected, let found):
      "'\(operation)' needs equal shapes, but got \(expected) and \(found)"
    case .innerDimensionsDiffer(let left, let right):
      "'matmul' needs inner dimensions to agree, but got \(left) and \(right)"
    case .raggedRows(let expected, let found, let row):
      "row \(row) has the shape \(found), but the rows before it have \(expected)"
    case .elementCountMismatch(let shape, let count):
      "the shape \(shape) does not hold \(counted(count, "element"))"
    case .negativeExtent(let shape):
      "the shape \(shape) has a negative extent"
    case .tensorTooLarge(let shape, let limit):
      "a tensor of shape \(shape) is larger than the limit of \(limit) elements"
    case .axisOutOfRange(let operation, let axis, let shape):
      "'\(operation)' got axis \(axis), but the shape \(shape) has \(counted(shape.count, "axis"))"
    case .extentNotOne(let axis, let shape):
      "axis \(axis) of the shape \(shape) holds \(counted(shape[axis], "element")), not 1"
    case .repeatedAxis(let operation, let axis):
      "'\(operation)' got axis \(axis) twice"
    case .notAPermutation(let axes, let shape):
      "\(axes) is not an order of the axes of the shape \(shape)"
    case .indexOutOfRange(let index, let axis, let shape):
      "index \(index) is outside axis \(axis) of the shape \(shape)"
    case .rangeOutOfBounds(let lower, let upper, let axis, let shape):
      "the range \(lower)..<\(upper) is outside axis \(axis) of the shape \(shape)"
    case .indexCountMismatch(let count, let shape):
      "got \(counted(count, "index")) for the shape \(shape)"
    case .wrongRank(let operation, let expected, let shape):
      "'\(operation)' needs \(expected), but got the shape \(shape)"
    case .emptyTensor(let operation, let shape):
      "'\(operation)' needs at least one element, but got the shape \(shape)"
    case .noTensors(let operation):
      "'\(operation)' needs at least one tensor, but got none"
    case .labelOutOfRange(let label, let example, let classCount):
      "label \(label) of example \(example) is outside the \(counted(classCount, "class"))"
    case .labelCountMismatch(let labels, let examples):
      "got \(counted(labels, "label")) for \(counted(examples, "example"))"
    case .probabilitiesDoNotSumToOne(let argument, let sum, let example):
      "'\(argument)' of example \(example) sum to \(sum), not to 1"
    case .notAProbability(let argument, let value, let example):
      "'\(argument)' of example \(example) hold \(value), which is not a probability"
    case .argumentOutOfRange(let argument, let value, let allowed):
      "'\(argument)' is \(written(value)), but must be \(allowed)"
    case .emptySearchSpace:
      "the search space has no hyperparameters"
    case .repeatedName(let name):
      "the name '\(name)' is given twice"
    case .emptyChoices(let name):
      "'\(name)' has nothing to choose from"
    case .reversedBounds(let name, let lower, let upper):
      "the bounds of '\(name)' are reversed: \(written(lower)) to \(written(upper))"
    case .boundsOffScale(let name, let scale, let lower, let upper):
      "'\(name)' from \(written(lower)) to \(written(upper)) does not fit a \(scale) scale"
    case .unknownName(let name, _):
      "there is no '\(name)' here"
    case .wrongKind(let name, let expected, let found):
      "'\(name)' is \(found), not \(expected)"
    case .unknownChoice(let name, let choice, _):
      "'\(choice)' is not a choice of '\(name)'"
    case .noValue(let name):
      "'\(name)' has no value in this configuration, because its condition does not hold"
    case .foreignConfiguration(let trial):
      "the configuration of trial \(trial) belongs to another search space"
    case .noTrials:
      "there are no trials"
    case .lossDiverged(let loss, let round, let learningRate):
      "the loss is \(loss) in round \(round), at the learning rate \(learningRate)"
    case .partsDoNotFit(let sizes, let extent):
      "parts of \(sizes) do not add up to the extent \(extent)"
    case .layersDoNotFit(let layer, let expected, let found):
      "layer \(layer) takes \(counted(expected, "feature")), but gets \(found)"
    case .emptyNetwork:
      "the network has no layer that learns"
    case .misplacedSoftmax(let layer):
      "layer \(layer) is Softmax, but it is not the last"
    case .batchOfOne(let examples, let batchSize):
      examples > 1
        ? "the last of the minibatches of \(batchSize) holds 1 of \(examples) examples, "
          + "and batch norm cannot train on 1"
        : "batch norm cannot train on a minibatch of 1 example: its variance is 0"
    case .noForwardPass:
      "there is no forward pass to go back through"
    case .lossNotFinite(let loss, let epoch, let step, let learningRate):
      "the loss is \(loss) in epoch \(epoch), step \(step), at the learning rate \(learningRate)"
    case .foreignVariable(let operation):
      "'\(operation)' got variables of different tapes"
    case .resultNotScalar(let shape):
      "the function returned a tensor of shape \(shape), not one number"
    case .stateMismatch(let expected, let found):
      "the optimizer keeps averages of \(counted(expected, "parameter")), but got \(found)"
    case .nothingToDo(let operation):
      "'\(operation)' has nothing to work on"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .shapeMismatch:
      "compared from the last axis on, extents must be equal, or one of them 1"
    case .shapesDiffer(_, let expected, let found):
      expected.reduce(1, *) == found.reduce(1, *)
        ? "use 'reshaped(\(expected))' or 'transposed()' on one of them"
        : "check which of them has the right number of classes and examples"
    case .innerDimensionsDiffer(let left, let right):
      innerDimensionsRemedy(left: left, right: right)
    case .raggedRows:
      "give each row the same number of elements"
    case .elementCountMismatch(let shape, let count):
      "its extents must multiply to \(count), not \(shape.reduce(1, { $0 &* $1 }))"
    case .negativeExtent:
      "extents count elements, so they are 0 or more"
    case .tensorTooLarge:
      "use smaller minibatches or fewer features"
    case .axisOutOfRange(_, _, let shape):
      shape.isEmpty
        ? "a scalar tensor has no axes" : "use 0 to \(shape.count - 1), or -1 for the last"
    case .extentNotOne:
      "take one of them with 'slice(axis:at:)', or reduce the axis, for example with 'sum(axis:)'"
    case .repeatedAxis:
      "name each axis once"
    case .notAPermutation(_, let shape):
      "name each of 0 to \(shape.count - 1) once"
    case .indexOutOfRange(_, let axis, let shape):
      shape[axis] == 0 ? "the axis is empty" : "use 0 to \(shape[axis] - 1)"
    case .rangeOutOfBounds(_, _, let axis, let shape):
      "bounds must be in order and within 0..<\(shape[axis])"
    case .indexCountMismatch(_, let shape):
      "give one index for each of its \(counted(shape.count, "axis"))"
    case .wrongRank:
      "use 'reshaped' to add or remove axes"
    case .emptyTensor:
      "check how the tensor was made"
    case .noTensors:
      "give it a list with a tensor in it"
    case .labelOutOfRange(_, _, let classCount):
      classCount > 0
        ? "labels are class indices from 0 to \(classCount - 1)"
        : "give the predictions a row for each class"
    case .labelCountMismatch(let labels, let examples):
      examples == 1
        ? "give one class index, or the \(labels) one-hot values as a Tensor"
        : "give one class index for each column"
    case .probabilitiesDoNotSumToOne(let argument, _, _):
      argument == "probabilities"
        ? "pass raw scores as 'logits:', or apply 'softmax' first"
        : "each column must be one-hot or a distribution over the classes"
    case .notAProbability(let argument, _, _):
      argument == "probabilities"
        ? "pass raw scores as 'logits:', or apply 'softmax' first"
        : "each column must be one-hot or a distribution over the classes"
    case .argumentOutOfRange(let argument, _, let allowed):
      "give '\(argument)' a value that is \(allowed)"
    case .emptySearchSpace:
      "list at least one hyperparameter"
    case .repeatedName:
      "give each its own name"
    case .emptyChoices:
      "list at least one choice"
    case .reversedBounds(_, let lower, let upper):
      "write from \(written(upper)) to \(written(lower))"
    case .boundsOffScale(_, let scale, _, _):
      switch scale {
      case .linear: "both bounds must be finite"
      case .logarithmic: "both bounds must be above 0; use '.linear' for a range that includes 0"
      case .oneMinusLogarithmic: "both bounds must be real numbers below 1"
      }
    case .unknownName(_, let known):
      known.isEmpty ? "nothing comes before it" : "choose from \(known.joined(separator: ", "))"
    case .wrongKind(_, _, let found):
      "ask for \(found)"
    case .unknownChoice(_, _, let known):
      "choose from \(known.joined(separator: ", "))"
    case .noValue:
      "ask 'has' first, or look at the hyperparameter that its condition names"
    case .foreignConfiguration:
      "take configurations that this space has made"
    case .noTrials:
      "run at least one"
    case .lossDiverged(_, _, let learningRate):
      "begin with a smaller one, such as \(learningRate / 10)"
    case .partsDoNotFit(_, let extent):
      "choose sizes that sum to \(extent)"
    case .layersDoNotFit(let layer, let expected, let found):
      layer == 0
        ? "give the network \(expected) rows"
        : "make it take \(found), or the layer before it give \(expected)"
    case .emptyNetwork:
      "add a 'Dense' layer"
    case .misplacedSoftmax:
      "put it last, or take it out"
    case .batchOfOne(let examples, _):
      examples > 1
        ? "use 'dropLast: .ifSmaller', or another minibatch size"
        : "use two examples or more, or 'phase: .inference'"
    case .noForwardPass:
      "call 'forward' with 'phase: .training' first"
    case .lossNotFinite(_, let epoch, let step, _):
      epoch == 0 && step == 0
        ? "check the examples for NaN and infinity: no step has been taken yet"
        : "lower the learning rate; the last good checkpoint is kept"
    case .foreignVariable:
      "use variables only inside the function whose gradient is taken"
    case .resultNotScalar:
      "reduce it, for example with 'mean()'"
    case .stateMismatch:
      "use an optimizer of its own for each model"
    case .nothingToDo:
      "give it at least one example or trial"
    }
  }
}

private func innerDimensionsRemedy(left: [Int], right: [Int]) -> String {
  guard let inner = left.last, left.count == 2, right.count == 2 else {
    return "the last axis of the left factor must match the second to last of the right"
  }
  if inner == right[1] { return "use 'right.transposed()'" }
  if left[0] == right[0] { return "use 'left.transposed()'" }
  if left[0] == right[1] { return "swap the factors" }
  return "the \(inner) columns of the left factor must match the \(right[0]) rows of the right"
}

/// A number as one writes it: whole ones without a fraction, as counts are.
private func written(_ value: Double) -> String {
  Int(exactly: value).map { String($0) } ?? String(value)
}

private func counted(_ count: Int, _ noun: String) -> String {
  let plurals = ["axis": "axes", "index": "indices", "class": "classes"]
  return "\(count) \(count == 1 ? noun : plurals[noun] ?? noun + "s")"
}
