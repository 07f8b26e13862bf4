import CKernels
import Testing

@testable import Engine

/// The quick loops against their definitions, and against the same source compiled for any processor.
@Suite("Kernels")
struct KernelTests {
  /// Sizes below, at and above those of tiles, blocks and vectors.
  static let products = [
    (1, 1, 1), (6, 8, 8), (7, 3, 9), (13, 300, 5), (50, 64, 29), (64, 64, 64), (3, 17, 131),
    (193, 257, 129), (770, 5, 130), (5, 0, 4),
  ]

  @Test("each element of a product is one chain of fused multiply-adds", arguments: products)
  func product(rows: Int, inner: Int, columns: Int) {
    let a = testNumbers(rows * inner)
    let b = testNumbers(inner * columns, seed: 2)
    let c = testNumbers(rows * columns, seed: 3)
    let expected = PlainKernels.product(
      a,
      b,
      adding: c,
      rows: rows,
      inner: inner,
      columns: columns
    )
    let (aTransposed, bTransposed) = (
      transposed(a, rows: rows, columns: inner), transposed(b, rows: inner, columns: columns)
    )
    for multiply in [kernel_matmul, kernel_matmul_portable] {
      for (left, leftStrides) in [(a, (inner, 1)), (aTransposed, (1, rows))] {
        for (right, rightStrides) in [(b, (columns, 1)), (bTransposed, (1, inner))] {
          var result = c
          left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
              multiply(
                rows,
                inner,
                columns,
                kernel_matrix(start: left.baseAddress, row: leftStrides.0, column: leftStrides.1),
                kernel_matrix(
                  start: right.baseAddress,
                  row: rightStrides.0,
                  column: rightStrides.1
                ),
                &result,
                columns
              )
            }
          }
          #expect(result == expected)
        }
      }
    }
  }

  private func transposed(_ x: [Double], rows: Int, columns: Int) -> [Double] {
    (0..<rows * columns).map { x[$0 % rows * columns + $0 / rows] }
  }

  @Test("e to the x is within 0.7 units in the last place of the C library's, plus its own half")
  func exponential() {
    let x = testNumbers(20_001).map { $0 * 708 } + testNumbers(999).map { $0 * 0.01 }
    var (y, portable) = (x, x)
    kernel_exp(x, &y, x.count)
    kernel_exp_portable(x, &portable, x.count)
    #expect(y == portable)
    for (x, y) in zip(x, y) {
      let expected = cExp(x)
      #expect((y - expected).magnitude <= expected.ulp, "e to the \(x)")
    }
  }

  @Test(
    "e to the x at its limits is as the C library has it",
    arguments: [
      0, -0.0, .infinity, -.infinity, 709.78, 709.79, 1e308, -1e308, -708.1, -720, -745.1, -745.2,
      .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-17,
    ]
  )
  func limits(x: Double) {
    var y = [0.0]
    kernel_exp([x], &y, 1)
    #expect((y[0] - cExp(x)).magnitude <= cExp(x).ulp || y[0] == cExp(x))
    // In a vector with ordinary numbers, too.
    var mixed = [Double](repeating: 0, count: 8)
    kernel_exp([1, 2, 3, x, 1, 2, 3, 4], &mixed, 8)
    #expect(mixed[3] == y[0])
    #expect(mixed[0] == mixed[4])
  }

  @Test("e to the NaN is NaN")
  func notANumber() {
    var y = [0.0]
    kernel_exp([.nan], &y, 1)
    #expect(y[0].isNaN)
  }

  @Test(
    "softmax and cross entropy follow their definitions",
    arguments: [(1, 1), (10, 64), (10, 29), (3, 7), (64, 8), (65, 9), (200, 17), (10, 301)]
  )
  func softmax(classes: Int, columns: Int) {
    let z = testNumbers(classes * columns).map { $0 * 9 }
    let labels = (0..<columns).map { $0 * 7 % classes }
    let scale = 1 / Double(columns)
    var (probabilities, gradient) = (z, z)
    var losses = [Double](repeating: 0, count: columns)
    kernel_softmax(z, &probabilities, classes, columns, columns)
    kernel_cross_entropy(z, labels, scale, &losses, &gradient, classes, columns, columns)
    for column in 0..<columns {
      let scores = stride(from: column, to: z.count, by: columns).map { z[$0] }
      let greatest = scores.reduce(-.infinity, max)
      let sum = scores.reduce(0) { $0 + cExp($1 - greatest) }
      let loss = cLog(sum) + greatest - scores[labels[column]]
      #expect(isClose(losses[column], loss))
      for row in 0..<classes {
        let expected = cExp(scores[row] - greatest) / sum
        let place = row * columns + column
        #expect(isClose(probabilities[place], expected))
        let target = row == labels[column] ? 1.0 : 0
        #expect(isClose(gradient[place], (expected - target) * scale))
      }
    }
    var (portable, portableGradient, portableLosses) = (z, z, losses)
    kernel_softmax_portable(z, &portable, classes, columns, columns)
    kernel_cross_entropy_portable(
      z,
      labels,
      scale,
      &portableLosses,
      &portableGradient,
      classes,
      columns,
      columns
    )
    #expect(portable == probabilities)
    #expect(portableGradient == gradient)
    #expect(portableLosses == losses)
  }

  @Test(
    "one score that is not finite changes its column alone, as it does on all instruction sets",
    arguments: [Double.nan, .infinity, -.infinity, -1e5]
  )
  func unusualScore(score: Double) {
    let (classes, columns, column) = (10, 19, 5)
    let z = testNumbers(classes * columns)
    var changed = z
    changed[3 * columns + column] = score
    var (plain, unusual, portable) = (z, z, z)
    kernel_softmax(z, &plain, classes, columns, columns)
    kernel_softmax(changed, &unusual, classes, columns, columns)
    kernel_softmax_portable(changed, &portable, classes, columns, columns)
    for place in z.indices {
      #expect(unusual[place].bitPattern == portable[place].bitPattern || unusual[place].isNaN)
      #expect(unusual[place].isNaN == portable[place].isNaN)
      if place % columns != column {
        #expect(unusual[place] == plain[place])
      } else if score == -.infinity || score == -1e5 {
        #expect((unusual[place] == 0) == (place / columns == 3))
      } else {
        #expect(unusual[place].isNaN)
      }
    }
    var (losses, gradient) = ([Double](repeating: 0, count: columns), z)
    let labels = [Int](repeating: 0, count: columns)
    kernel_cross_entropy(changed, labels, 1, &losses, &gradient, classes, columns, columns)
    #expect(losses[column].isNaN == !(score < 0))
    #expect(losses.enumerated().allSatisfy { $0.offset == column || $0.element.isFinite })
  }

  @Test("the loss of scores a power of two apart is exact: log 2 and log 1")
  func exactLoss() {
    var (losses, gradient) = ([0.0, 0], [Double](repeating: 0, count: 4))
    kernel_cross_entropy([4, 1000, 4, -1000], [0, 0], 1, &losses, &gradient, 2, 2, 2)
    #expect(losses == [cLog(2), 0])
    #expect(gradient == [-0.5, 0, 0.5, 0])
  }

  /// Within a few roundings of numbers of order 1.
  private func isClose(_ x: Double, _ y: Double) -> Bool {
    (x - y).magnitude <= 1e-13 * max(1, y.magnitude)
  }

  @Test(
    "batch norm, its inference and its gradient follow their definitions",
    arguments: [(1, 2), (3, 7), (50, 64), (50, 29), (4, 513), (2, 4096)]
  )
  func batchNorm(rows: Int, columns: Int) {
    let z = testNumbers(rows * columns).map { 3 + 2 * $0 }
    let dy = testNumbers(rows * columns, seed: 2)
    let (gamma, beta) = (testNumbers(rows, seed: 3), testNumbers(rows, seed: 4))
    let epsilon = 1e-5
    let quick = BatchNormResults(
      z,
      dy,
      gamma,
      beta,
      epsilon,
      kernel_batch_norm,
      kernel_batch_norm_gradient,
      kernel_batch_norm_inference
    )
    let portable = BatchNormResults(
      z,
      dy,
      gamma,
      beta,
      epsilon,
      kernel_batch_norm_portable,
      kernel_batch_norm_gradient_portable,
      kernel_batch_norm_inference_portable
    )
    #expect(quick == portable)
    for row in 0..<rows {
      let place = row * columns..<(row + 1) * columns
      let forward = PlainKernels.batchNorm(
        z[place],
        gamma: gamma[row],
        beta: beta[row],
        epsilon: epsilon
      )
      let back = PlainKernels.batchNormGradient(
        dy[place],
        z[place],
        gamma: gamma[row],
        epsilon: epsilon
      )
      #expect(isClose(quick.mean[row], forward.mean))
      #expect(isClose(quick.variance[row], forward.variance))
      #expect(zip(quick.output[place], forward.output).allSatisfy(isClose))
      #expect(zip(quick.inferred[place], forward.output).allSatisfy(isClose))
      #expect(zip(quick.dz[place], back.dz).allSatisfy(isClose))
      // Sums over the row: as many roundings as it has columns.
      #expect((quick.dGamma[row] - back.dGamma).magnitude <= 1e-15 * Double(columns) + 1e-14)
      #expect((quick.dBeta[row] - back.dBeta).magnitude <= 1e-15 * Double(columns) + 1e-14)
    }
  }

  @Test("a step of Adam follows its definition, and every width gives the same bits")
  func adam() {
    let count = 29
    let step = kernel_adam_step(
      rate: 0.01,
      l2: 0.1,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      shrinkage: 0.001,
      average_weight: 0.19,
      square_weight: 0.002
    )
    let (w, g) = (testNumbers(count), testNumbers(count, seed: 2))
    let (v, s) = (testNumbers(count, seed: 3), testNumbers(count, seed: 4).map { $0 * $0 })
    var (quick, quickV, quickS) = (w, v, s)
    kernel_adam(&quick, g, &quickV, &quickS, step, count)
    for i in 0..<count {
      let gradient = g[i] + step.l2 * w[i]
      let average = step.beta1 * v[i] + (1 - step.beta1) * gradient
      let squares = step.beta2 * s[i] + (1 - step.beta2) * gradient * gradient
      let root = (squares / step.square_weight).squareRoot()
      let expected =
        w[i] - step.shrinkage * w[i]
        - step.rate * (average / step.average_weight) / (root + step.epsilon)
      #expect(quickV[i] == average)
      #expect(quickS[i] == squares)
      #expect(isClose(quick[i], expected))
    }
    var (portable, portableV, portableS) = (w, v, s)
    kernel_adam_portable(&portable, g, &portableV, &portableS, step, count)
    #expect(portable == quick)
    #expect(portableV == quickV)
    #expect(portableS == quickS)
  }

  @Test("the rectifier keeps NaN, and its slope at 0 is 0", arguments: [1, 8, 13])
  func rectifier(count: Int) {
    var x = testNumbers(count)
    x[0] = 0
    var (y, gradient) = (x, testNumbers(count, seed: 2))
    let upstream = gradient
    kernel_rectify(x, &y, count)
    kernel_rectify_gradient(x, &gradient, count)
    #expect(y == x.map { max($0, 0) })
    #expect(gradient == zip(x, upstream).map { $0 > 0 ? $1 : 0 })
    var (portable, portableGradient) = (x, upstream)
    kernel_rectify_portable(x, &portable, count)
    kernel_rectify_gradient_portable(x, &portableGradient, count)
    #expect(portable == y)
    #expect(portableGradient == gradient)
    kernel_rectify([.nan], &y, 1)
    #expect(y[0].isNaN)
  }
}

/// Everything that the kernels of batch norm compute.
private struct BatchNormResults: Equatable {
  var output, mean, variance, inverse, inferred, dz, dGamma, dBeta: [Double]

  init(
    _ z: [Double],
    _ dy: [Double],
    _ gamma: [Double],
    _ beta: [Double],
    _ epsilon: Double,
    _ forward: (
      UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?, Double,
      UnsafeMutablePointer<Double>?, kernel_statistics, Int, Int
    ) -> Void,
    _ back: (
      UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?,
      UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?,
      UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, Int, Int
    ) -> Void,
    _ infer: (
      UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafePointer<Double>?,
      UnsafePointer<Double>?, UnsafePointer<Double>?, Double, UnsafeMutablePointer<Double>?, Int,
      Int
    ) -> Void
  ) {
    let rows = gamma.count
    let columns = z.count / rows
    (output, inferred, dz) = (z, z, dy)
    (mean, variance, inverse, dGamma, dBeta) = (gamma, gamma, gamma, gamma, gamma)
    let output = UnsafeMutablePointer<Double>.allocate(capacity: z.count)
    let statistics = UnsafeMutablePointer<Double>.allocate(capacity: 3 * rows)
    defer {
      output.deallocate()
      statistics.deallocate()
    }
    forward(
      z,
      gamma,
      beta,
      epsilon,
      output,
      kernel_statistics(
        mean: statistics,
        variance: statistics + rows,
        inverse: statistics + 2 * rows
      ),
      rows,
      columns
    )
    self.output = Array(UnsafeBufferPointer(start: output, count: z.count))
    mean = Array(UnsafeBufferPointer(start: statistics, count: rows))
    variance = Array(UnsafeBufferPointer(start: statistics + rows, count: rows))
    inverse = Array(UnsafeBufferPointer(start: statistics + 2 * rows, count: rows))
    back(dy, z, gamma, mean, inverse, &dz, &dGamma, &dBeta, rows, columns)
    infer(z, gamma, beta, mean, variance, epsilon, &inferred, rows, columns)
  }
}
