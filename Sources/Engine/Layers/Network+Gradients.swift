// Back through a network.

/// The gradients of a loss in a network's parameters.
public struct NetworkGradients: Sendable, Hashable {
  /// All of them, in the order of the network's `parameters`.
  public internal(set) var parameters: Tensor

  /// The gradient in the network's input, `[inputCount, examples]`.
  public internal(set) var input: Tensor

  fileprivate let names: [String]
  fileprivate let offsets: [Int]
  fileprivate let shapes: [[Int]]

  /// Returns the gradient in one parameter.
  ///
  /// - Parameter name: The parameter's name, such as `W1` or `gamma2`.
  /// - Returns: The gradient, in the parameter's shape.
  /// - Throws: `EngineError.unknownName`.
  @_disfavoredOverload
  public func parameter(named name: String) throws(EngineError) -> Tensor {
    guard let index = names.firstIndex(of: name) else {
      throw .unknownName(name: name, known: names)
    }
    let count = shapes[index].reduce(1, *)
    return Tensor(
      unchecked: Array(parameters.elements[offsets[index]..<offsets[index] + count]),
      shape: shapes[index]
    )
  }
}

extension Network {
  /// Returns the gradients that a training pass sends back from its output.
  ///
  /// - Parameters:
  ///   - outputGradient: The gradient of the loss in the output of the last layer.
  ///   - pass: The pass, of this network, `phase: .training`.
  /// - Returns: The gradients in the parameters and in the input.
  /// - Throws: `EngineError.shapesDiffer`, or `.noForwardPass` when the pass was not a training one.
  @_disfavoredOverload
  public func backward(
    _ outputGradient: Tensor,
    through pass: ForwardPass
  ) throws(EngineError) -> NetworkGradients {
    guard outputGradient.shape == pass.output.shape else {
      throw .shapesDiffer(
        operation: "backward",
        expected: pass.output.shape,
        found: outputGradient.shape
      )
    }
    return try backward(outputGradient, through: pass, from: plan.count - 1)
  }

  /// Returns the loss of a training pass and its gradients, from class indices.
  ///
  /// From the scores before softmax, in closed form: `dz = (ŷ - y) / m`.
  ///
  /// - Parameters:
  ///   - labels: The class index of each example.
  ///   - pass: The pass, of this network, `phase: .training`.
  ///   - options: Class weights, smoothing, and how to reduce.
  /// - Returns: The cross entropy and the gradients.
  /// - Throws: `EngineError`, as the loss, or `.noForwardPass`.
  @_disfavoredOverload
  public func crossEntropyGradients(
    labels: [Int],
    through pass: ForwardPass,
    options: LossOptions = LossOptions()
  ) throws(EngineError) -> ValueWithGradient<NetworkGradients> {
    let last = endsInSoftmax ? plan.count - 2 : plan.count - 1
    let logits = pass.values[last + 1]
    let loss = try crossEntropy(logits: logits, labels: labels, options: options)
    let gradient = try crossEntropyGradient(logits: logits, labels: labels, options: options)
    return ValueWithGradient(
      value: loss,
      gradient: try backward(gradient, through: pass, from: last)
    )
  }

  private func backward(
    _ outputGradient: Tensor,
    through pass: ForwardPass,
    from last: Int
  ) throws(EngineError) -> NetworkGradients {
    var vector = [Double](repeating: 0, count: parameterCount)
    var gradient = outputGradient
    for index in (0...max(last, 0)).reversed() where index <= last {
      switch (pass.layers[index], plan[index]) {
      case (.dense(let dense), .dense(_, _, let weights, let bias)):
        let found = try dense.backward(gradient, input: pass.values[index])
        vector.replaceSubrange(
          weights..<weights + found.weights.count,
          with: found.weights.elements
        )
        if let bias, let elements = found.bias?.elements {
          vector.replaceSubrange(bias..<bias + elements.count, with: elements)
        }
        gradient = found.input
      case (.batchNorm(let norm), .batchNorm(let features, _, let gamma, let beta)):
        let found = try norm.backward(gradient)
        vector.replaceSubrange(gamma..<gamma + features, with: found.gamma.elements)
        vector.replaceSubrange(beta..<beta + features, with: found.beta.elements)
        gradient = found.input
      case (.activation(let activation), _):
        gradient = try Tensor.combining(gradient, pass.values[index], "backward") {
          $0 * activation.derivative($1)
        }
      case (.dropout, _):
        if let mask = pass.masks[index] { gradient = try gradient * mask }
      case (.softmax, _):
        let a = pass.values[index + 1]
        gradient = try a * (gradient - (gradient * a).sum(keepingAxis: 0))
      case (.dense, _), (.batchNorm, _):
        throw .noForwardPass
      }
    }
    let slots = slots
    return NetworkGradients(
      parameters: Tensor(vector),
      input: gradient,
      names: slots.map(\.name),
      offsets: slots.map(\.offset),
      shapes: slots.map(\.shape)
    )
  }
}
