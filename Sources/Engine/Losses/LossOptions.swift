/// What makes a cross entropy out of the losses of single examples.
public struct LossOptions: Sendable, Hashable {
  /// A weight for each class, `[classes]`; all 1 when `nil`.
  ///
  /// It counts by an example's true class.
  public var classWeights: Tensor?

  /// The share `ε` of each label that is spread over all classes: `y ← (1 - ε)·y + ε/C`.
  ///
  /// Szegedy et al., "Rethinking the Inception architecture" (2016), section 7.
  public var smoothing: Double

  /// The label of examples that do not count at all.
  public var ignoredLabel: Int?

  /// How the losses of the examples become one.
  public var reduction: LossReduction

  /// Creates options; by default those of the plain mean.
  ///
  /// - Parameters:
  ///   - classWeights: A weight for each class, 0 or more.
  ///   - smoothing: The share of each label spread over all classes, from 0 to 1.
  ///   - ignoredLabel: The label of examples that do not count.
  ///   - reduction: How the losses become one.
  public init(
    classWeights: Tensor? = nil,
    smoothing: Double = 0,
    ignoredLabel: Int? = nil,
    reduction: LossReduction = .mean
  ) {
    self.classWeights = classWeights
    self.smoothing = smoothing
    self.ignoredLabel = ignoredLabel
    self.reduction = reduction
  }
}

/// How the losses of the examples become one.
public enum LossReduction: Sendable, Hashable {
  /// Their weighted mean: the sum, divided by the weights of the examples' true classes.
  case mean
  /// Their sum.
  case sum
}

/// The true classes of the examples, in either of the two ways to say them.
enum ClassLabels {
  case indices([Int])
  case distributions(Tensor)

  /// Checks that the labels fit predictions of given sizes.
  ///
  /// - Throws: `EngineError`, as the losses say.
  func require(_ predictions: Tensor, ignoring: Int?) throws(EngineError) -> ClassesAndExamples {
    let sizes = try classesAndExamples(of: predictions)
    switch self {
    case .indices(let labels):
      try requireLabels(labels, sizes, ignoring: ignoring)
    case .distributions(let labels):
      try requireSameShape(predictions, labels)
      try requireDistributions(labels, sizes, "labels")
    }
    return sizes
  }
}

/// The labels of a loss together with its options, as weights `w·q` of each log probability.
struct WeightedTargets {
  let sizes: ClassesAndExamples
  private let labels: ClassLabels
  private let options: LossOptions

  init(
    _ labels: ClassLabels,
    for predictions: Tensor,
    _ options: LossOptions
  ) throws(EngineError) {
    sizes = try labels.require(predictions, ignoring: options.ignoredLabel)
    guard options.smoothing >= 0, options.smoothing <= 1 else {
      throw .argumentOutOfRange(
        argument: "smoothing",
        value: options.smoothing,
        allowed: "between 0 and 1"
      )
    }
    if let weights = options.classWeights {
      guard weights.count == sizes.classes else {
        throw .shapesDiffer(
          operation: "classWeights",
          expected: [sizes.classes],
          found: weights.shape
        )
      }
      for weight in weights.elements where !(weight >= 0) {
        throw .argumentOutOfRange(
          argument: "classWeights",
          value: weight,
          allowed: "0 or more"
        )
      }
    }
    self.labels = labels
    self.options = options
  }

  /// The weight of a class.
  func classWeight(_ index: Int) -> Double {
    options.classWeights?.elements[index] ?? 1
  }

  /// The share of a label that a class has, before smoothing.
  private func share(_ index: Int, of example: Int) -> Double {
    switch labels {
    case .indices(let labels):
      labels[example] == index ? 1 : 0
    case .distributions(let labels):
      labels.elements[index * sizes.examples + example]
    }
  }

  /// Whether an example counts.
  func counts(_ example: Int) -> Bool {
    guard case .indices(let labels) = labels, let ignored = options.ignoredLabel else {
      return true
    }
    return labels[example] != ignored
  }

  /// `w·q` of a class: its weight times its smoothed share of the label.
  func target(_ index: Int, of example: Int) -> Double {
    guard counts(example) else { return 0 }
    let smoothed =
      options.smoothing == 0
      ? share(index, of: example)
      : (1 - options.smoothing) * share(index, of: example)
        + options.smoothing / Double(sizes.classes)
    return classWeight(index) * smoothed
  }

  /// What the sum of the losses is divided by.
  var divisor: Double {
    switch options.reduction {
    case .sum: return 1
    case .mean:
      var total = 0.0
      for example in 0..<sizes.examples where counts(example) {
        for index in 0..<sizes.classes {
          let share = share(index, of: example)
          if share != 0 { total += classWeight(index) * share }
        }
      }
      return total
    }
  }
}
