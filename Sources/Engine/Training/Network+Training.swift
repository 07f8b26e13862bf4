// One step of training, without making tensors. `Network+Passes` and `Network+Gradients` do the same
// with everything on the way to look at; the two are tested to agree.

extension Network {
  /// Takes one step of training on a minibatch, and returns its loss before the step.
  ///
  /// The loss is the mean cross entropy of the scores before any softmax. After the workspace's first
  /// use, a network of dense layers, batch norms and activations trains without new memory.
  ///
  /// - Parameters:
  ///   - minibatch: The examples to train on.
  ///   - optimizer: How the parameters change.
  ///   - workspace: The memory to train in, made for this network.
  ///   - generator: The source of chance of dropout.
  /// - Returns: The mean loss over the minibatch.
  /// - Throws: `EngineError.layersDoNotFit`, `.wrongRank`, `.labelCountMismatch`, `.labelOutOfRange`,
  ///   `.indexOutOfRange`, `.batchOfOne`, `.nothingToDo` without examples, or
  ///   `.argumentOutOfRange` for a minibatch that exceeds the workspace. Nothing has changed then.
  @_disfavoredOverload
  public mutating func train(
    on minibatch: Minibatch,
    with optimizer: inout Optimizer,
    in workspace: inout Workspace,
    using generator: inout SeededGenerator
  ) throws(EngineError) -> Double {
    let loss = try findGradient(on: minibatch, in: &workspace, using: &generator)
    try optimizer.update(&parameters, along: workspace.gradient)
    return loss
  }

  /// Finds the gradient of a minibatch's loss, without changing the parameters.
  ///
  /// The batch norms add the minibatch to their running averages. The gradient is in the workspace.
  ///
  /// - Parameters:
  ///   - minibatch: The examples.
  ///   - workspace: The memory to work in, made for this network.
  ///   - generator: The source of chance of dropout.
  /// - Returns: The mean loss over the minibatch.
  /// - Throws: `EngineError`, as for a step. Nothing has changed then.
  @_disfavoredOverload
  public mutating func findGradient(
    on minibatch: Minibatch,
    in workspace: inout Workspace,
    using generator: inout SeededGenerator
  ) throws(EngineError) -> Double {
    try require(minibatch, in: workspace)
    let count = minibatch.examples.count
    for (index, example) in minibatch.examples.enumerated() {
      workspace.labels[index] = minibatch.labels[example]
    }
    let memory = WorkspaceMemory(places: workspace.places, columns: count)
    return workspace.memory.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .nan }
      memory.gather(minibatch, to: base + workspace.input)
      let scores = forward(in: memory, base, from: workspace.input, using: &generator)
      let loss = memory.crossEntropy(
        scores: base + scores.output,
        labels: workspace.labels,
        classes: scores.rows,
        losses: base + workspace.losses,
        gradient: base + workspace.gradients.0
      )
      workspace.gradient.elements.withUnsafeMutableBufferPointer { gradient in
        guard let gradient = gradient.baseAddress else { return }
        backward(
          in: memory,
          base,
          from: workspace.input,
          through: (base + workspace.gradients.0, base + workspace.gradients.1),
          to: gradient
        )
      }
      return loss
    }
  }

  private func require(_ minibatch: Minibatch, in workspace: Workspace) throws(EngineError) {
    try requireInput(minibatch.input)
    let count = minibatch.examples.count
    guard count > 0 else { throw .nothingToDo(operation: "train") }
    guard count <= workspace.capacity else {
      throw .argumentOutOfRange(
        argument: "examples",
        value: Double(count),
        allowed: "at most the workspace's capacity, \(workspace.capacity)"
      )
    }
    guard count > 1 || !hasBatchNorm else { throw .batchOfOne(examples: 1, batchSize: 1) }
    guard workspace.places.count == plan.count, workspace.gradient.count == parameterCount else {
      throw .stateMismatch(expected: workspace.gradient.count, found: parameterCount)
    }
    let total = minibatch.input.shape[1]
    guard minibatch.labels.count == total else {
      throw .labelCountMismatch(labels: minibatch.labels.count, examples: total)
    }
    for example in minibatch.examples {
      guard example >= 0, example < total else {
        throw .indexOutOfRange(index: example, axis: 1, shape: minibatch.input.shape)
      }
      let label = minibatch.labels[example]
      guard label >= 0, label < outputCount else {
        throw .labelOutOfRange(label: label, example: example, classCount: outputCount)
      }
    }
  }
}

/// Some examples of a set, to train on at once.
public struct Minibatch: Sendable {
  /// All examples of the set, `[features, examples]`.
  public let input: Tensor

  /// The class index of each example of the set.
  public let labels: [Int]

  /// Which examples the minibatch holds, by their columns in the set, in its order.
  public let examples: ArraySlice<Int>

  /// Creates a minibatch.
  ///
  /// - Parameters:
  ///   - input: All examples of the set, `[features, examples]`.
  ///   - labels: The class index of each example of the set.
  ///   - examples: Which examples the minibatch holds: a slice of a permutation, as
  ///     `nextPermutation(of:)` gives.
  public init(input: Tensor, labels: [Int], examples: ArraySlice<Int>) {
    self.input = input
    self.labels = labels
    self.examples = examples
  }
}
