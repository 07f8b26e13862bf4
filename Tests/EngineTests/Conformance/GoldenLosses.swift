import Engine

/// Softmax and cross entropy with weights, smoothing and reductions.
struct CrossEntropyRecord: GoldenRecord {
  let dtype: String?
  let z: RecordedTensor
  let labels: [Int]
  let weight: RecordedTensor?
  let labelSmoothing: Double
  let reduction: String
  let softmax, logSoftmax, loss, dz: RecordedTensor
  let hardmaxIndex: [Int]

  func check() throws {
    let tolerance = Tolerance(dtype: dtype)
    let logits = try z.columns
    try require(Engine.softmax(logits), softmax.columns, tolerance, "softmax")
    try require(Engine.logSoftmax(logits), logSoftmax.columns, tolerance, "log softmax")
    try require(
      hardmax(logits),
      oneHot(hardmaxIndex, classCount: logits.shape[0]),
      .exact,
      "hardmax"
    )
    let options = LossOptions(
      classWeights: try weight?.tensor,
      smoothing: labelSmoothing,
      // The gradient of the losses one by one is that of their sum.
      reduction: reduction == "mean" ? .mean : .sum
    )
    switch reduction {
    case "none":
      let losses = try crossEntropies(logits: logits, labels: labels, options: options)
      try require(losses, loss.tensor, tolerance, "losses")
    case "mean", "sum":
      let found = try crossEntropy(logits: logits, labels: labels, options: options)
      try require(found, loss.tensor.scalar, tolerance, "loss")
    default:
      throw Mismatch("the reduction '\(reduction)' is unknown")
    }
    let expected = try dz.columns
    let closed = try crossEntropyGradient(logits: logits, labels: labels, options: options)
    try require(closed, expected, tolerance, "dz")
    let taped = try gradient(at: logits) {
      try crossEntropy(logits: $0, labels: labels, options: options)
    }
    try require(taped, expected, tolerance, "dz by the tape")
  }
}

/// Two classes: softmax, and the logistic unit on the difference of its scores.
struct TwoClassRecord: GoldenRecord {
  let z, softmax, loss, dz, logit, sigmoid, bce, dlogit: RecordedTensor
  let labels: [Int]

  func check() throws {
    let scores = try z.columns
    try require(Engine.softmax(scores), softmax.columns, .golden, "softmax")
    try require(crossEntropy(logits: scores, labels: labels), loss.tensor.scalar, .golden, "loss")
    try require(crossEntropyGradient(logits: scores, labels: labels), dz.columns, .golden, "dz")
    let difference = try scores.row(1) - scores.row(0)
    let truth = Tensor(labels.map { Double($0) })
    try require(difference, logit.tensor, .golden, "logit")
    try require(Engine.sigmoid(difference), sigmoid.tensor, .golden, "sigmoid")
    try require(
      binaryCrossEntropy(logits: difference, labels: truth),
      bce.tensor.scalar,
      .golden,
      "binary cross entropy"
    )
    try require(
      binaryCrossEntropyGradient(logits: difference, labels: truth),
      dlogit.tensor,
      .golden,
      "its gradient"
    )
  }
}

/// A function of each element and its slope.
struct ActivationRecord: GoldenRecord {
  let name: String
  let x, y, dx: RecordedTensor

  func check() throws {
    guard let function = ActivationRecord.functions[name] else {
      throw Mismatch("the activation '\(name)' is unknown")
    }
    let x = try x.tensor
    try require(function.value(x), y.tensor, .golden, "y")
    let slopes = try gradient(at: x) { function.variable($0).sum() }
    try require(slopes, dx.tensor, .golden, "dx")
  }

  private struct Function: Sendable {
    let value: @Sendable (Tensor) -> Tensor
    let variable: @Sendable (Variable) -> Variable
  }

  private static let functions: [String: Function] = [
    "sigmoid": Function(value: { sigmoid($0) }, variable: { sigmoid($0) }),
    "tanh": Function(value: { tanh($0) }, variable: { tanh($0) }),
    "relu": Function(value: { relu($0) }, variable: { relu($0) }),
    "softplus": Function(value: { softplus($0) }, variable: { softplus($0) }),
    "leaky_relu": Function(value: { leakyRelu($0) }, variable: { leakyRelu($0) }),
    "exp": Function(value: { exp($0) }, variable: { exp($0) }),
    "elu": Function(value: { elu($0) }, variable: { elu($0) }),
    "gelu": Function(value: { gelu($0) }, variable: { gelu($0) }),
  ]
}
