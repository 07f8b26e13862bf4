// Through a network layer by layer, with everything on the way to look at.
//
// Training itself runs in a `Workspace`, without making tensors; the two are tested to agree.

/// One way through a network, from its input to its output.
public struct ForwardPass: Sendable, Hashable {
  /// The input, and the output of each layer.
  public let values: [Tensor]

  /// The layers as they were passed.
  let layers: [Layer]

  /// What each dropout multiplied by.
  let masks: [Int: Tensor]

  /// The output of the last layer.
  public var output: Tensor { values[values.count - 1] }
}

extension Network {
  /// Returns what all layers make of some examples.
  ///
  /// While training, the batch norms add the minibatch to their running averages.
  ///
  /// - Parameters:
  ///   - input: The examples, `[inputCount, examples]`.
  ///   - phase: Whether to train or to infer.
  ///   - generator: The source of chance of dropout.
  /// - Returns: The output of each layer.
  /// - Throws: `EngineError.layersDoNotFit`, `.wrongRank`, or `.batchOfOne`.
  @_disfavoredOverload
  public mutating func forward(
    _ input: Tensor,
    phase: Phase,
    using generator: inout SeededGenerator
  ) throws(EngineError) -> ForwardPass {
    try requireInput(input)
    var values = [input]
    var passed: [Layer] = []
    var masks: [Int: Tensor] = [:]
    for (index, layer) in layers.enumerated() {
      let x = values[index]
      var (output, after) = (x, layer)
      switch layer {
      case .dense(let dense):
        output = try dense.forward(x)
      case .batchNorm(var norm):
        output = try norm.forward(x, phase: phase)
        if case .batchNorm(_, let place, _, _) = plan[index] {
          norms[place] = norm
          norms[place].lastPass = nil
        }
        after = .batchNorm(norm)
      case .activation(let activation):
        output = x.mapping(activation.value)
      case .dropout(let dropout):
        if phase == .training {
          let mask = try dropout.mask(x.shape, using: &generator)
          output = try x * mask
          masks[index] = mask
        }
      case .softmax:
        output = try softmax(x)
      }
      values.append(output)
      passed.append(after)
    }
    return ForwardPass(values: values, layers: passed, masks: masks)
  }

  /// Returns what the network makes of some examples in use: probabilities after softmax.
  ///
  /// - Parameter input: The examples, `[inputCount, examples]`.
  /// - Returns: The output of the last layer, `[outputCount, examples]`.
  /// - Throws: `EngineError.layersDoNotFit`, or `.wrongRank`.
  @_disfavoredOverload
  public func predict(_ input: Tensor) throws(EngineError) -> Tensor {
    var copy = self
    var unused = SeededGenerator(seed: 0)
    return try copy.forward(input, phase: .inference, using: &unused).output
  }

  /// Returns the scores of the classes in use, before any softmax.
  ///
  /// - Parameter input: The examples, `[inputCount, examples]`.
  /// - Returns: The logits, `[outputCount, examples]`.
  /// - Throws: `EngineError.layersDoNotFit`, or `.wrongRank`.
  @_disfavoredOverload
  public func logits(_ input: Tensor) throws(EngineError) -> Tensor {
    var copy = self
    var unused = SeededGenerator(seed: 0)
    let pass = try copy.forward(input, phase: .inference, using: &unused)
    return endsInSoftmax ? pass.values[pass.values.count - 2] : pass.output
  }

  /// Returns the most probable class of each example.
  ///
  /// - Parameter input: The examples, `[inputCount, examples]`.
  /// - Returns: A class index for each example.
  /// - Throws: `EngineError.layersDoNotFit`, or `.wrongRank`.
  @_disfavoredOverload
  public func classes(_ input: Tensor) throws(EngineError) -> [Int] {
    try logits(input).argMax(axis: 0)
  }

  /// Returns the share of examples whose most probable class is the true one.
  ///
  /// - Parameters:
  ///   - input: The examples, `[inputCount, examples]`.
  ///   - labels: The class index of each example.
  /// - Returns: A share from 0 to 1; NaN without examples.
  /// - Throws: `EngineError.layersDoNotFit`, `.wrongRank`, `.labelCountMismatch`, or
  ///   `.labelOutOfRange`.
  @_disfavoredOverload
  public func accuracy(_ input: Tensor, labels: [Int]) throws(EngineError) -> Double {
    try logits(input).share(ofColumnsWithGreatestAt: labels)
  }

  /// Replaces the running averages of all batch norms by statistics over a whole set.
  ///
  /// Each layer gets what the layers before it give with their own exact statistics.
  ///
  /// - Parameter input: The training examples, `[inputCount, examples]`, two or more.
  /// - Throws: `EngineError.layersDoNotFit`, `.wrongRank`, or `.batchOfOne`.
  @_disfavoredOverload
  public mutating func useStatistics(of input: Tensor) throws(EngineError) {
    try requireInput(input)
    var x = input
    for (index, layer) in layers.enumerated() {
      switch layer {
      case .dense(let dense): x = try dense.forward(x)
      case .batchNorm(var norm):
        try norm.useStatistics(of: x)
        x = try norm.inferred(x)
        if case .batchNorm(_, let place, _, _) = plan[index] { norms[place] = norm }
      case .activation(let activation): x = x.mapping(activation.value)
      case .dropout, .softmax: break
      }
    }
  }

  func requireInput(_ input: Tensor) throws(EngineError) {
    try input.requireMatrix("Network")
    guard input.shape[0] == inputCount else {
      throw .layersDoNotFit(layer: 0, expected: inputCount, found: input.shape[0])
    }
  }
}
