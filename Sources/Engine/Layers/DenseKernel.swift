// Matrix products on plain memory, row by row, as a dense layer needs them.

/// The arithmetic of a dense layer of `outputs` units with `inputs` inputs, on `columns` examples.
enum DenseKernel {
  /// `Z = W·A + b`; without `b` when it is `nil`.
  static func forward(
    weights: UnsafePointer<Double>,
    bias: UnsafePointer<Double>?,
    input: UnsafePointer<Double>,
    outputs: Int,
    inputs: Int,
    columns: Int,
    output: UnsafeMutablePointer<Double>
  ) {
    for i in 0..<outputs {
      let row = output + i * columns
      let start = bias.map { $0[i] } ?? 0
      for j in 0..<columns { row[j] = start }
      for p in 0..<inputs {
        let factor = weights[i * inputs + p]
        let other = input + p * columns
        for j in 0..<columns { row[j] += factor * other[j] }
      }
    }
  }

  /// `dW = dZ·Aᵀ`, and `db = Σ dZ` over the examples when it is wanted.
  static func parameterGradients(
    outputGradient: UnsafePointer<Double>,
    input: UnsafePointer<Double>,
    outputs: Int,
    inputs: Int,
    columns: Int,
    weights: UnsafeMutablePointer<Double>,
    bias: UnsafeMutablePointer<Double>?
  ) {
    for i in 0..<outputs {
      let row = UnsafeBufferPointer(start: outputGradient + i * columns, count: columns)
      for p in 0..<inputs {
        let other = input + p * columns
        var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0)
        var j = 0
        while j + 4 <= columns {
          s0 += row[j] * other[j]
          s1 += row[j + 1] * other[j + 1]
          s2 += row[j + 2] * other[j + 2]
          s3 += row[j + 3] * other[j + 3]
          j += 4
        }
        while j < columns {
          s0 += row[j] * other[j]
          j += 1
        }
        weights[i * inputs + p] = (s0 + s1) + (s2 + s3)
      }
      if let bias { bias[i] = pairwiseSum(row) { $0 } }
    }
  }

  /// `dA = Wᵀ·dZ`.
  static func inputGradient(
    weights: UnsafePointer<Double>,
    outputGradient: UnsafePointer<Double>,
    outputs: Int,
    inputs: Int,
    columns: Int,
    input: UnsafeMutablePointer<Double>
  ) {
    for index in 0..<inputs * columns { input[index] = 0 }
    for i in 0..<outputs {
      let other = outputGradient + i * columns
      for p in 0..<inputs {
        let factor = weights[i * inputs + p]
        let row = input + p * columns
        for j in 0..<columns { row[j] += factor * other[j] }
      }
    }
  }
}
