// The kernels as their definitions say, one number after another: what the quick ones are held to.

/// Numbers that repeat: uniform in -1...1, from a fixed linear congruence.
func testNumbers(_ count: Int, seed: UInt64 = 1) -> [Double] {
  var state = seed
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state) >> 11) * 0x1p-52
  }
}

enum PlainKernels {
  /// C + A·B, by the chain of fused multiply-adds that defines it.
  static func product(
    _ a: [Double],
    _ b: [Double],
    adding c: [Double],
    rows: Int,
    inner: Int,
    columns: Int
  ) -> [Double] {
    var result = c
    for row in 0..<rows {
      for column in 0..<columns {
        for p in 0..<inner {
          result[row * columns + column].addProduct(a[row * inner + p], b[p * columns + column])
        }
      }
    }
    return result
  }

  /// Batch norm of one row: the output, the mean, the variance.
  static func batchNorm(
    _ z: ArraySlice<Double>,
    gamma: Double,
    beta: Double,
    epsilon: Double
  ) -> (output: [Double], mean: Double, variance: Double) {
    let count = Double(z.count)
    let mean = z.reduce(0, +) / count
    let variance = z.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let root = (variance + epsilon).squareRoot()
    return (z.map { gamma * ($0 - mean) / root + beta }, mean, variance)
  }

  /// The gradients of batch norm of one row.
  static func batchNormGradient(
    _ dy: ArraySlice<Double>,
    _ z: ArraySlice<Double>,
    gamma: Double,
    epsilon: Double
  ) -> (dz: [Double], dGamma: Double, dBeta: Double) {
    let (normalized, _, variance) = batchNorm(z, gamma: 1, beta: 0, epsilon: epsilon)
    let count = Double(z.count)
    let dBeta = dy.reduce(0, +)
    let dGamma = zip(dy, normalized).reduce(0) { $0 + $1.0 * $1.1 }
    let scale = gamma / (variance + epsilon).squareRoot()
    let dz = zip(dy, normalized).map { scale * ($0 - dBeta / count - $1 * dGamma / count) }
    return (dz, dGamma, dBeta)
  }
}
