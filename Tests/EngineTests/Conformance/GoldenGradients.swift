import Engine

/// A function of numbers, its value and its gradient.
struct AutodiffRecord: GoldenRecord {
  let name: String
  let inputs: [String: RecordedNumber]
  let value: RecordedNumber
  let grad: [String: RecordedNumber]

  func check() throws {
    guard let function = AutodiffRecord.functions[name] else {
      throw Mismatch("the function '\(name)' is unknown")
    }
    let names = inputs.keys.sorted()
    let found = try valueWithGradient(at: names.map { Tensor(inputs[$0]?.value ?? .nan) }) {
      try function(Dictionary(uniqueKeysWithValues: zip(names, $0)).variable)
    }
    try require(found.value, value.value, .golden, "value")
    for (name, gradient) in zip(names, found.gradient) {
      try require(gradient.scalar, grad[name]?.value ?? 0, .golden, "gradient in \(name)")
    }
  }

  /// A function of variables that are found by their names.
  typealias Function = @Sendable ((String) throws -> Variable) throws -> Variable

  static let functions: [String: Function] = [
    "micrograd_sanity": { v in
      let x = try v("x")
      let z = try 2 * x + 2 + x
      let q = try relu(z) + z * x
      let h = try relu(z * z)
      return try h + q + q * x
    },
    "micrograd_more_ops": moreOperations,
    "reuse_same_node": { v in try v("a") + v("a") },
    "diamond": { v in try (v("a") * v("b")) * (v("a") + v("b")) },
    "deep_reuse": { v in
      let x2 = try v("x") * v("x")
      let x4 = try x2 * x2
      return try x4 * x4
    },
    "relu_at_0": { v in try 3 * relu(v("x")) },
    "pow_neg_base": { v in try pow(v("x"), 3) },
    "pow_x_y": { v in try pow(v("x"), v("y")) },
    "div": { v in try v("a") / v("b") },
    "logsumexp": { v in try log(exp(v("a")) + exp(v("b")) + exp(v("c"))) },
    "sigmoid_chain": { v in try sigmoid(v("w") * v("x") + v("b")) },
    "tanh_exp_log": { v in
      let x = try v("x")
      return try tanh(x) * exp(-x) + log(x)
    },
    "unused": { v in try 2 * v("a") + 0 * v("b") },
    "abs_at_neg": { v in try abs(v("x")) * v("x") },
    "sqrt": { v in sqrt(try v("x")) },
    "chain_20000": { v in
      try (0..<20_000).reduce(v("x")) { x, _ in 1.0001 * x + 1e-6 }
    },
  ]

  private static let moreOperations: Function = { v in
    let (a, b) = (try v("a"), try v("b"))
    var c = try a + b
    var d = try a * b + pow(b, 3)
    c = try c + c + 1
    c = try c + 1 + c - a
    d = try d + d * 2 + relu(b + a)
    d = try d + 3 * d + relu(b - a)
    let e = try c - d
    let f = pow(e, 2)
    return try f / 2 + 10 / f
  }
}

extension [String: Variable] {
  fileprivate func variable(_ name: String) throws -> Variable {
    guard let variable = self[name] else { throw Mismatch("there is no input '\(name)'") }
    return variable
  }
}

/// Gradients through broadcasting, `tanh((A + b)·c)`.
struct BroadcastRecord: GoldenRecord {
  let name: String
  let matrix, b, c, gy, y, dA, db, dc: RecordedTensor

  private enum CodingKeys: String, CodingKey {
    case name, b, c, gy, y, dA, db, dc
    case matrix = "A"
  }

  func check() throws {
    guard name == "(A+b)*c tanh" else { throw Mismatch("the function '\(name)' is unknown") }
    let upstream = try gy.tensor
    let inputs = [try matrix.tensor, try b.tensor, try c.tensor]
    try require(tanh((inputs[0] + inputs[1]) * inputs[2]), y.tensor, .golden, "y")
    let gradients = try gradient(at: inputs) {
      try (tanh(($0[0] + $0[1]) * $0[2]) * upstream).sum()
    }
    try require(gradients[0], dA.tensor, .golden, "dA")
    try require(gradients[1], db.tensor, .golden, "db")
    try require(gradients[2], dc.tensor, .golden, "dc")
  }
}

/// Gradients through a matrix product.
struct MatrixProductRecord: GoldenRecord {
  let left, right, gy, y, dA, dB: RecordedTensor

  private enum CodingKeys: String, CodingKey {
    case gy, y, dA, dB
    case left = "A"
    case right = "B"
  }

  func check() throws {
    let upstream = try gy.tensor
    try require(matmul(left.tensor, right.tensor), y.tensor, .golden, "y")
    let gradients = try gradient(at: [left.tensor, right.tensor]) {
      try (matmul($0[0], $0[1]) * upstream).sum()
    }
    try require(gradients[0], dA.tensor, .golden, "dA")
    try require(gradients[1], dB.tensor, .golden, "dB")
  }
}

/// Gradient descent on `x[0]w² + x[1]w + x[2]`. (Lecture 10.)
struct DescentRecord: GoldenRecord {
  let name: String
  let coefficients: [Double]
  let lr: Double
  let w0: Double
  let wAfter: [String: Double]

  func check() throws {
    for (steps, expected) in wAfter {
      guard let count = Int(steps) else { throw Mismatch("'\(steps)' is not a number of steps") }
      if name.hasSuffix("float32") {
        // PyTorch's step is one fused multiplication and addition.
        let x = coefficients.map { Float($0) }
        let found = try minimize(
          from: Float(w0),
          learningRate: Float(lr),
          steps: count,
          rounding: .fused
        ) { w in x[0] * w * w + x[1] * w + x[2] }
        try require(Double(found), expected, .exact, "w after \(steps) steps")
      } else {
        let x = coefficients
        let found = try minimize(from: w0, learningRate: lr, steps: count) { w in
          try x[0] * w * w + x[1] * w + x[2]
        }
        try require(found, expected, .golden, "w after \(steps) steps")
      }
    }
  }
}
