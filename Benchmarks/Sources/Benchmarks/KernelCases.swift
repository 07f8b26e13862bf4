import Engine

/// The cases whose inputs and results come from numpy.
func kernelCases(from folder: String, prefix: String) throws -> [Case] {
  try Reference.read(from: folder, prefix: prefix).map { reference in
    let compute = try computation(reference)
    return Case(
      name: reference.name,
      run: { _ = try compute() },
      check: {
        try reference.check(try compute())
        return [:]
      }
    )
  }
}

/// What the engine computes for a case of the peers' script.
private func computation(_ reference: Reference) throws -> () throws -> [Tensor] {
  let inputs = reference.inputs
  let first = try inputs[0].tensor()
  switch reference.method {
  case "softmax":
    return { [try softmax(first)] }
  case "xent_grad":
    let labels = inputs[1].integers
    return {
      let result = try crossEntropyWithGradient(logits: first, labels: labels)
      return [Tensor(result.value), result.gradient]
    }
  case "exp":
    return { [exp(first)] }
  case "matmul":
    let second = try inputs[1].tensor()
    return { [try matmul(first, second)] }
  case "bn":
    var norm = try batchNorm(gamma: inputs[1], beta: inputs[2], variance: .sample)
    guard inputs.count > 3 else { return { [try norm.forward(first, phase: .training)] } }
    let upstream = try inputs[3].tensor()
    return {
      let output = try norm.forward(first, phase: .training)
      let gradients = try norm.backward(upstream)
      return [output, gradients.input, gradients.gamma, gradients.beta]
    }
  case "bn_infer":
    var norm = try batchNorm(gamma: inputs[1], beta: inputs[2], variance: .population)
    norm.runningMean = try inputs[3].tensor()
    norm.runningVariance = try inputs[4].tensor()
    let inferring = norm
    return { [try inferring.inferred(first)] }
  default:
    throw WrongResult(description: "there is no computation for '\(reference.method)'")
  }
}

private func batchNorm(
  gamma: Reference.Values,
  beta: Reference.Values,
  variance: Variance
) throws -> BatchNorm {
  var norm = try BatchNorm(featureCount: gamma.shape[0], variance: variance)
  norm.gamma = try gamma.tensor()
  norm.beta = try beta.tensor()
  return norm
}
