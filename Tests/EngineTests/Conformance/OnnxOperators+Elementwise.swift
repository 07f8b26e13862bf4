import Engine

extension OnnxOperators {
  /// Operators on each element, and the matrix products.
  static let elementwise: [String: Implementation] = [
    "Abs": { [abs(try $0.tensor(0))] },
    "Ceil": { [ceil(try $0.tensor(0))] },
    "Exp": { [exp(try $0.tensor(0))] },
    "Floor": { [floor(try $0.tensor(0))] },
    "Identity": { [try $0.tensor(0)] },
    "Log": { [log(try $0.tensor(0))] },
    "Neg": { [-(try $0.tensor(0))] },
    "Reciprocal": { [1 / (try $0.tensor(0))] },
    "Relu": { [relu(try $0.tensor(0))] },
    "Round": { [round(try $0.tensor(0))] },
    "Sigmoid": { [sigmoid(try $0.tensor(0))] },
    "Sign": { [sign(try $0.tensor(0))] },
    "Sqrt": { [sqrt(try $0.tensor(0))] },
    "Tanh": { [tanh(try $0.tensor(0))] },
    "Add": { [try $0.tensor(0) + $0.tensor(1)] },
    "Sub": { [try $0.tensor(0) - $0.tensor(1)] },
    "Mul": { [try $0.tensor(0) * $0.tensor(1)] },
    "Div": { call in
      let quotient = try call.tensor(0) / call.tensor(1)
      return [call.isInteger(0) ? trunc(quotient) : quotient]
    },
    "Pow": { call in
      let power = try pow(call.tensor(0), call.tensor(1))
      return [call.isInteger(0) ? trunc(power) : power]
    },
    "Max": { [try folded($0.tensors(), maximum)] },
    "Min": { [try folded($0.tensors(), minimum)] },
    "Sum": { [try folded($0.tensors()) { try $0 + $1 }] },
    "Mean": { [try folded($0.tensors()) { try $0 + $1 } / Double($0.inputCount)] },
    // ONNX means min(max(x, lower), upper) even where the bounds are reversed.
    "Clip": { call in
      let lower = try call.optionalTensor(1) ?? Tensor(-.infinity)
      let upper = try call.optionalTensor(2) ?? Tensor(.infinity)
      return [try minimum(maximum(call.tensor(0), lower), upper)]
    },
    "MatMul": { [try matmul($0.tensor(0), $0.tensor(1))] },
    "Gemm": { call in
      let a = try call.tensor(0)
      let b = try call.tensor(1)
      let product = try matmul(
        call.integer("transA", default: 0) == 1 ? a.transposed() : a,
        call.integer("transB", default: 0) == 1 ? b.transposed() : b
      )
      let scaled = product * call.number("alpha", default: 1)
      guard let c = try call.optionalTensor(2) else { return [scaled] }
      return [try scaled + c * call.number("beta", default: 1)]
    },
  ]

  private static func folded(
    _ tensors: [Tensor],
    _ combine: (Tensor, Tensor) throws -> Tensor
  ) throws -> Tensor {
    guard let first = tensors.first else { throw Mismatch("there are no inputs") }
    return try tensors.dropFirst().reduce(first, combine)
  }
}
