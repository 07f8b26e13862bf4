/// Labelled examples: what a classifier is trained and tested on.
public struct Dataset: Sendable, Hashable {
  /// The examples, one a column, `[features, examples]`.
  public let examples: Tensor

  /// The class index of each example.
  public let labels: [Int]

  /// The number of classes, those without an example too.
  public let classCount: Int

  /// Creates a data set.
  ///
  /// - Parameters:
  ///   - examples: The examples, one a column, `[features, examples]`.
  ///   - labels: The class index of each example.
  ///   - classCount: The number of classes.
  /// - Throws: `EngineError.wrongRank`, `.labelCountMismatch`, or `.labelOutOfRange`.
  @_disfavoredOverload
  public init(examples: Tensor, labels: [Int], classCount: Int) throws(EngineError) {
    try examples.requireMatrix("Dataset")
    try requireLabels(
      labels,
      ClassesAndExamples(classes: classCount, examples: examples.shape[1])
    )
    self.init(unchecked: examples, labels: labels, classCount: classCount)
  }

  /// Creates a data set whose parts are known to fit.
  init(unchecked examples: Tensor, labels: [Int], classCount: Int) {
    self.examples = examples
    self.labels = labels
    self.classCount = classCount
  }

  /// The number of examples.
  public var count: Int { labels.count }

  /// The number of rows of the examples.
  public var featureCount: Int { examples.shape[0] }

  /// The labels as one-hot columns, `[classes, examples]`.
  public var oneHotLabels: Tensor {
    var elements = [Double](repeating: 0, count: classCount * count)
    for (example, label) in labels.enumerated() { elements[label * count + example] = 1 }
    return Tensor(unchecked: elements, shape: [classCount, count])
  }
}

extension Dataset {
  /// Returns some of the examples, in a given order.
  ///
  /// - Parameter indices: Which ones; one may occur often.
  /// - Returns: A data set of as many examples.
  /// - Throws: `EngineError.indexOutOfRange`.
  @_disfavoredOverload
  public func selecting(_ indices: [Int]) throws(EngineError) -> Dataset {
    for index in indices where index < 0 || index >= count {
      throw .indexOutOfRange(index: index, axis: 1, shape: examples.shape)
    }
    return Dataset(
      unchecked: try examples.gather(indices, axis: 1),
      labels: indices.map { labels[$0] },
      classCount: classCount
    )
  }

  /// Returns the examples with other features, such as normalised ones.
  ///
  /// - Parameter transform: Makes new columns of the examples, as many as there were.
  /// - Returns: A data set of the same labels.
  /// - Throws: What `transform` throws, `EngineError.wrongRank`, or `.labelCountMismatch`.
  @_disfavoredOverload
  public func mapping(
    _ transform: (Tensor) throws(EngineError) -> Tensor
  ) throws(EngineError) -> Dataset {
    try Dataset(examples: transform(examples), labels: labels, classCount: classCount)
  }

  /// Returns two parts, the examples of each drawn at random without replacement.
  ///
  /// - Parameters:
  ///   - share: The share of the first part, from 0 to 1; its size is rounded to the nearest.
  ///   - seed: The seed of the draw.
  /// - Returns: The parts: for training and for testing, say.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public func split(_ share: Double, seed: Int) throws(EngineError) -> DatasetSplit {
    guard share >= 0, share <= 1 else {
      throw .argumentOutOfRange(argument: "share", value: share, allowed: "from 0 to 1")
    }
    let order = splitOrder(seed: seed)
    let size = Int((share * Double(count)).rounded())
    return DatasetSplit(
      training: try selecting(Array(order[..<size])),
      held: try selecting(Array(order[size...]))
    )
  }

  /// Returns the folds of a cross validation: each example is held out in one of them.
  ///
  /// They depend on the seed alone, so that all trials and all rungs of a search share them.
  ///
  /// - Parameters:
  ///   - foldCount: How many, from 2 to the number of examples.
  ///   - seed: The seed of the draw.
  /// - Returns: `foldCount` splits, whose held parts differ in size by one at most.
  /// - Throws: `EngineError.argumentOutOfRange`.
  @_disfavoredOverload
  public func folds(_ foldCount: Int, seed: Int) throws(EngineError) -> [DatasetSplit] {
    guard foldCount >= 2, foldCount <= count else {
      throw .argumentOutOfRange(
        argument: "folds",
        value: Double(foldCount),
        allowed: "from 2 to the number of examples, \(count)"
      )
    }
    let order = splitOrder(seed: seed)
    var folds: [DatasetSplit] = []
    for fold in 0..<foldCount {
      let held = fold * count / foldCount..<(fold + 1) * count / foldCount
      folds.append(
        DatasetSplit(
          training: try selecting(Array(order[..<held.lowerBound] + order[held.upperBound...])),
          held: try selecting(Array(order[held]))
        )
      )
    }
    return folds
  }

  private func splitOrder(seed: Int) -> [Int] {
    var generator = SeededGenerator(seed: seed, purpose: .split)
    return generator.nextPermutation(of: count)
  }
}

/// A data set in two parts that share no example.
public struct DatasetSplit: Sendable, Hashable {
  /// What to learn from.
  public let training: Dataset

  /// What is held out, to measure on.
  public let held: Dataset
}

extension Dataset: CustomStringConvertible {
  /// The sizes, as `1797 examples of 64 features in 10 classes`.
  public var description: String {
    "\(count) examples of \(featureCount) features in \(classCount) classes"
  }
}
