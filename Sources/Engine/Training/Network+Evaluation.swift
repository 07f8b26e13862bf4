// How good a network is, and one step towards a better one.

extension Network {
  /// Returns the loss on some examples, at inference.
  ///
  /// - Parameters:
  ///   - data: The examples.
  ///   - options: Class weights, smoothing, and how to reduce.
  /// - Returns: The cross entropy of the scores before any softmax.
  /// - Throws: `EngineError.layersDoNotFit`, or `.labelOutOfRange`.
  @_disfavoredOverload
  public func loss(
    on data: Dataset,
    options: LossOptions = LossOptions()
  ) throws(EngineError) -> Double {
    try crossEntropy(logits: logits(data.examples), labels: data.labels, options: options)
  }

  /// Returns the share of examples whose most probable class is the true one, at inference.
  ///
  /// - Parameter data: The examples.
  /// - Returns: A share from 0 to 1; NaN without examples.
  /// - Throws: `EngineError.layersDoNotFit`.
  @_disfavoredOverload
  public func accuracy(on data: Dataset) throws(EngineError) -> Double {
    try accuracy(data.examples, labels: data.labels)
  }

  /// Changes the parameters by one step of an optimizer.
  ///
  /// - Parameters:
  ///   - optimizer: How the parameters change; always the same one.
  ///   - gradients: The gradients of the loss in them.
  /// - Throws: `EngineError.shapesDiffer`, or `.stateMismatch`. Nothing has changed then.
  @_disfavoredOverload
  public mutating func update(
    with optimizer: inout Optimizer,
    along gradients: NetworkGradients
  ) throws(EngineError) {
    try optimizer.update(&parameters, along: gradients.parameters)
  }
}

extension Tensor {
  /// The share of columns whose greatest element is in a given row; NaN without columns.
  ///
  /// - Throws: `EngineError.axisOutOfRange`, `.emptyTensor`, `.labelCountMismatch`, or
  ///   `.labelOutOfRange`.
  func share(ofColumnsWithGreatestAt rows: [Int]) throws(EngineError) -> Double {
    let found = try argMax(axis: 0)
    try requireLabels(rows, ClassesAndExamples(classes: shape[0], examples: found.count))
    guard !rows.isEmpty else { return .nan }
    return Double(zip(found, rows).count { $0 == $1 }) / Double(rows.count)
  }
}
