import CKernels

/// How one minibatch lies in the memory of a workspace: each matrix has a row for each feature, and
/// rows of as many columns as the minibatch has examples.
///
/// Pointers are to the workspace's memory, which has room for what they name.
struct WorkspaceMemory {
  let places: [Workspace.Place]

  /// The number of examples.
  let columns: Int

  /// Copies the columns of a minibatch side by side.
  func gather(_ minibatch: Minibatch, to input: UnsafeMutablePointer<Double>) {
    let stride = minibatch.input.shape[1]
    minibatch.input.elements.withUnsafeBufferPointer { source in
      minibatch.examples.withUnsafeBufferPointer { examples in
        for row in 0..<minibatch.input.shape[0] {
          for column in 0..<columns {
            input[row * columns + column] = source[row * stride + examples[column]]
          }
        }
      }
    }
  }

  /// Z = W·A + b.
  func dense(
    _ weights: UnsafePointer<Double>,
    bias: UnsafePointer<Double>?,
    inputs: Int,
    outputs: Int,
    input: UnsafePointer<Double>,
    output: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<outputs {
      (output + row * columns).update(repeating: bias.map { $0[row] } ?? 0, count: columns)
    }
    kernel_matmul(
      outputs,
      inputs,
      columns,
      kernel_matrix(start: weights, row: inputs, column: 1),
      kernel_matrix(start: input, row: columns, column: 1),
      output,
      columns
    )
  }

  /// dW = dZ·Aᵀ and db = Σ dZ.
  func denseParameterGradients(
    of outputGradient: UnsafePointer<Double>,
    inputs: Int,
    outputs: Int,
    input: UnsafePointer<Double>,
    weights: UnsafeMutablePointer<Double>,
    bias: UnsafeMutablePointer<Double>?
  ) {
    weights.update(repeating: 0, count: outputs * inputs)
    kernel_matmul(
      outputs,
      columns,
      inputs,
      kernel_matrix(start: outputGradient, row: columns, column: 1),
      kernel_matrix(start: input, row: 1, column: columns),
      weights,
      inputs
    )
    guard let bias else { return }
    for row in 0..<outputs {
      let line = UnsafeBufferPointer(start: outputGradient + row * columns, count: columns)
      bias[row] = pairwiseSum(line) { $0 }
    }
  }

  /// dA = Wᵀ·dZ.
  func denseInputGradient(
    of outputGradient: UnsafePointer<Double>,
    weights: UnsafePointer<Double>,
    inputs: Int,
    outputs: Int,
    input: UnsafeMutablePointer<Double>
  ) {
    input.update(repeating: 0, count: inputs * columns)
    kernel_matmul(
      inputs,
      outputs,
      columns,
      kernel_matrix(start: weights, row: 1, column: inputs),
      kernel_matrix(start: outputGradient, row: columns, column: 1),
      input,
      columns
    )
  }

  /// The mean cross entropy of scores, and its gradient in them.
  func crossEntropy(
    scores: UnsafePointer<Double>,
    labels: UnsafePointer<Int>,
    classes: Int,
    losses: UnsafeMutablePointer<Double>,
    gradient: UnsafeMutablePointer<Double>
  ) -> Double {
    kernel_cross_entropy(
      scores,
      labels,
      1 / Double(columns),
      losses,
      gradient,
      classes,
      columns,
      columns
    )
    return pairwiseSum(UnsafeBufferPointer(start: losses, count: columns)) { $0 } / Double(columns)
  }

  /// Applies a function to each of `count` numbers.
  func activate(
    _ activation: Activation,
    _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    if activation == .relu {
      kernel_rectify(x, y, count)
    } else {
      for index in 0..<count { y[index] = activation.value(x[index]) }
    }
  }

  /// Multiplies each of `count` gradients by the slope of a function.
  func multiplyBySlope(
    of activation: Activation,
    at x: UnsafePointer<Double>,
    _ gradient: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    if activation == .relu {
      kernel_rectify_gradient(x, gradient, count)
    } else {
      for index in 0..<count { gradient[index] *= activation.derivative(x[index]) }
    }
  }
}
