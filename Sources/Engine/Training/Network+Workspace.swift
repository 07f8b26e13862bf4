import CKernels

// Through the layers and back, in a workspace.

extension Network {
  /// Where some values of a minibatch lie in the workspace, and how many rows they have.
  typealias Values = (output: Int, rows: Int)

  /// Computes all layers up to the scores, and returns where these lie.
  mutating func forward(
    in memory: WorkspaceMemory,
    _ base: UnsafeMutablePointer<Double>,
    from input: Int,
    using generator: inout SeededGenerator
  ) -> Values {
    let columns = memory.columns
    var last: Values = (input, inputCount)
    for (index, layer) in plan.enumerated() {
      let x = base + last.output
      let y = base + memory.places[index].output
      let aside = base + memory.places[index].aside
      switch layer {
      case .dense(let inputs, let outputs, let weights, let bias):
        parameters.elements.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress else { return }
          memory.dense(
            values + weights,
            bias: bias.map { values + $0 },
            inputs: inputs,
            outputs: outputs,
            input: x,
            output: y
          )
        }
      case .batchNorm(let features, let norm, let gamma, let beta):
        let statistics = kernel_statistics(
          mean: aside,
          variance: aside + features,
          inverse: aside + 2 * features
        )
        parameters.elements.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress else { return }
          let epsilon = norms[norm].epsilon
          kernel_batch_norm(
            x,
            values + gamma,
            values + beta,
            epsilon,
            y,
            statistics,
            features,
            columns
          )
        }
        norms[norm].addStatistics(mean: aside, variance: aside + features, examples: columns)
      case .activation(let activation, let features):
        memory.activate(activation, x, y, count: features * columns)
      case .dropout(let dropout, let features):
        for element in 0..<features * columns {
          aside[element] = dropout.factor(&generator)
          y[element] = x[element] * aside[element]
        }
      case .softmax:
        // The last layer; the loss takes the scores before it.
        continue
      }
      last = (memory.places[index].output, layer.outputCount)
    }
    return last
  }

  /// Goes back from the gradient in the scores to that in the parameters.
  ///
  /// - Parameters:
  ///   - memory: How the minibatch lies.
  ///   - base: The workspace's memory.
  ///   - input: Where the minibatch lies.
  ///   - gradients: The gradient in the scores, and as much memory again.
  ///   - target: Gets the gradient in the parameters.
  func backward(
    in memory: WorkspaceMemory,
    _ base: UnsafeMutablePointer<Double>,
    from input: Int,
    through gradients: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>),
    to target: UnsafeMutablePointer<Double>
  ) {
    let columns = memory.columns
    var (upstream, spare) = gradients
    parameters.elements.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      for index in plan.indices.reversed() {
        let x = base + (index == 0 ? input : memory.places[index - 1].output)
        let aside = base + memory.places[index].aside
        switch plan[index] {
        case .dense(let inputs, let outputs, let weights, let bias):
          memory.denseParameterGradients(
            of: upstream,
            inputs: inputs,
            outputs: outputs,
            input: x,
            weights: target + weights,
            bias: bias.map { target + $0 }
          )
          guard index > 0 else { return }
          memory.denseInputGradient(
            of: upstream,
            weights: values + weights,
            inputs: inputs,
            outputs: outputs,
            input: spare
          )
          swap(&upstream, &spare)
        case .batchNorm(let features, _, let gamma, let beta):
          kernel_batch_norm_gradient(
            upstream,
            x,
            values + gamma,
            aside,
            aside + 2 * features,
            upstream,
            target + gamma,
            target + beta,
            features,
            columns
          )
        case .activation(let activation, let features):
          memory.multiplyBySlope(of: activation, at: x, upstream, count: features * columns)
        case .dropout(_, let features):
          for element in 0..<features * columns { upstream[element] *= aside[element] }
        case .softmax:
          continue
        }
      }
    }
  }
}
