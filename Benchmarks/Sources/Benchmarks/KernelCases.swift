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
    var norm = try BatchNorm(
      gamma: inputs[1].tensor(),
      beta: inputs[2].tensor(),
      variance: .sample
    )
    guard inputs.count > 3 else { return { [try norm.forward(first, phase: .training)] } }
    let upstream = try inputs[3].tensor()
    return {
      let output = try norm.forward(first, phase: .training)
      let gradients = try norm.backward(upstream)
      return [output, gradients.input, gradients.gamma, gradients.beta]
    }
  case "bn_infer":
    let norm = try BatchNorm(
      gamma: inputs[1].tensor(),
      beta: inputs[2].tensor(),
      runningMean: inputs[3].tensor(),
      runningVariance: inputs[4].tensor()
    )
    return { [try norm.inferred(first)] }
  default:
    throw WrongResult(description: "there is no computation for '\(reference.method)'")
  }
}
