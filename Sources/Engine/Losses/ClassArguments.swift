// What the losses of a classifier ask of their arguments.

/// The sizes of a tensor of classes by examples.
struct ClassesAndExamples {
  /// The extent of axis 0.
  var classes: Int
  /// The product of the other extents; 1 for a vector.
  var examples: Int
}

/// The sizes of a tensor whose axis 0 is the classes.
///
/// - Throws: `EngineError.wrongRank` for a scalar.
func classesAndExamples(of tensor: Tensor) throws(EngineError) -> ClassesAndExamples {
  guard let classes = tensor.shape.first else {
    throw .wrongRank(
      operation: "crossEntropy",
      expected: "classes on axis 0",
      shape: tensor.shape
    )
  }
  return ClassesAndExamples(classes: classes, examples: tensor.shape.dropFirst().reduce(1, *))
}

/// - Throws: `EngineError.shapesDiffer`.
func requireSameShape(_ predictions: Tensor, _ labels: Tensor) throws(EngineError) {
  guard predictions.shape == labels.shape else {
    throw .shapesDiffer(
      operation: "crossEntropy",
      expected: predictions.shape,
      found: labels.shape
    )
  }
}

/// - Throws: `EngineError.labelCountMismatch`, or `.labelOutOfRange`.
func requireLabels(
  _ labels: [Int],
  _ sizes: ClassesAndExamples,
  ignoring ignored: Int? = nil
) throws(EngineError) {
  guard labels.count == sizes.examples else {
    throw .labelCountMismatch(labels: labels.count, examples: sizes.examples)
  }
  for (example, label) in labels.enumerated()
  where label != ignored && (label < 0 || label >= sizes.classes) {
    throw .labelOutOfRange(label: label, example: example, classCount: sizes.classes)
  }
}

/// Checks that each column holds probabilities that sum to one; NaN is let through, to the result.
///
/// - Throws: `EngineError.notAProbability`, or `.probabilitiesDoNotSumToOne`.
func requireDistributions(
  _ tensor: Tensor,
  _ sizes: ClassesAndExamples,
  _ argument: String
) throws(EngineError) {
  // Three printed decimals are each off by half a thousandth at most.
  let tolerance = min(0.0005 * Double(sizes.classes), 0.005) + 1e-9
  for example in 0..<sizes.examples {
    var sum = 0.0
    for index in 0..<sizes.classes {
      let value = tensor.elements[index * sizes.examples + example]
      if value < -tolerance || value > 1 + tolerance {
        throw .notAProbability(argument: argument, value: value, example: example)
      }
      sum += value
    }
    if abs(sum - 1) > tolerance {
      throw .probabilitiesDoNotSumToOne(argument: argument, sum: sum, example: example)
    }
  }
}
