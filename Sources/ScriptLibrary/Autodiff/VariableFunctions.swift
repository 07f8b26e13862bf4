import Engine
import Script

/// Returns what can be computed with variables.
func variableFunctions() -> [HostFunction] {
  [
    HostFunction(property: "var value: Tensor", \Variable.value),
    HostFunction(property: "var shape: [Int]", \Variable.shape),
    HostFunction("func exp(_ x: Variable) -> Variable") { (x: Variable) in Engine::exp(x) },
    HostFunction("func log(_ x: Variable) -> Variable") { (x: Variable) in Engine::log(x) },
    HostFunction("func sqrt(_ x: Variable) -> Variable") { (x: Variable) in Engine::sqrt(x) },
    HostFunction("func abs(_ x: Variable) -> Variable") { (x: Variable) in Engine::abs(x) },
    HostFunction("func pow(_ x: Variable, _ exponent: Double) -> Variable") {
      (x: Variable, exponent: Double) in Engine::pow(x, exponent)
    },
    HostFunction("func pow(_ x: Variable, _ exponents: Variable) -> Variable", work: .broadcast) {
      (x: Variable, exponents: Variable) in try Engine::pow(x, exponents)
    },
    HostFunction("func relu(_ x: Variable) -> Variable") { (x: Variable) in relu(x) },
    HostFunction("func tanh(_ x: Variable) -> Variable") { (x: Variable) in Engine::tanh(x) },
    HostFunction("func sigmoid(_ x: Variable) -> Variable") { (x: Variable) in sigmoid(x) },
    HostFunction("func softplus(_ x: Variable) -> Variable") { (x: Variable) in softplus(x) },
    HostFunction("func leakyRelu(_ x: Variable, slope: Double = 0.01) -> Variable") {
      (x: Variable, slope: Double) in leakyRelu(x, slope: slope)
    },
    HostFunction("func elu(_ x: Variable) -> Variable") { (x: Variable) in elu(x) },
    HostFunction("func gelu(_ x: Variable) -> Variable") { (x: Variable) in gelu(x) },
    HostFunction("func softmax(_ z: Variable, axis: Int = 0) -> Variable") {
      (z: Variable, axis: Int) in try softmax(z, axis: axis)
    },
    HostFunction("func logSoftmax(_ z: Variable, axis: Int = 0) -> Variable") {
      (z: Variable, axis: Int) in try logSoftmax(z, axis: axis)
    },
    HostFunction(
      "func crossEntropy(logits: Variable, labels: Tensor, options: LossOptions = LossOptions()) -> Variable"
    ) { (logits: Variable, labels: Tensor, options: LossOptions) in
      try crossEntropy(logits: logits, labels: labels, options: options)
    },
    HostFunction(
      "func crossEntropy(logits: Variable, labels: [Int], options: LossOptions = LossOptions()) -> Variable"
    ) { (logits: Variable, labels: [Int], options: LossOptions) in
      try crossEntropy(logits: logits, labels: labels, options: options)
    },
    HostFunction("func crossEntropy(probabilities: Variable, labels: Tensor) -> Variable") {
      (probabilities: Variable, labels: Tensor) in
      try crossEntropy(probabilities: probabilities, labels: labels)
    },
    HostFunction(
      "func binaryCrossEntropy(logits: Variable, labels: Tensor, reduction: LossReduction = .mean) -> Variable"
    ) { (logits: Variable, labels: Tensor, reduction: LossReduction) in
      try binaryCrossEntropy(logits: logits, labels: labels, reduction: reduction)
    },
    HostFunction(
      "func matmul(_ left: Variable, _ right: Variable) -> Variable",
      work: .matrixProduct
    ) { (left: Variable, right: Variable) in try matmul(left, right) },
    HostFunction("func matmul(_ left: Tensor, _ right: Variable) -> Variable", work: .matrixProduct)
    { (left: Tensor, right: Variable) in try matmul(left, right) },
    HostFunction("func matmul(_ left: Variable, _ right: Tensor) -> Variable", work: .matrixProduct)
    { (left: Variable, right: Tensor) in try matmul(left, right) },
    HostFunction(method: "func reshaped(_ shape: [Int]) -> Variable", Variable.reshaped(_:)),
    HostFunction("func transposed() -> Variable", of: "Variable") { (x: Variable) in x.transposed()
    },
    HostFunction(method: "func element(at indices: [Int]) -> Variable", Variable.element(at:)),
    HostFunction("subscript(_ i: Int) -> Variable", of: "Variable") { (x: Variable, i: Int) in
      try x.element(at: [i])
    },
    HostFunction("subscript(_ i: Int, _ j: Int) -> Variable", of: "Variable") {
      (x: Variable, i: Int, j: Int) in try x.element(at: [i, j])
    },
    HostFunction("func sum() -> Variable", of: "Variable") { (x: Variable) in x.sum() },
    HostFunction("func mean() -> Variable", of: "Variable") { (x: Variable) in x.mean() },
    HostFunction(method: "func sum(keepingAxis axis: Int) -> Variable", Variable.sum(keepingAxis:)),
    HostFunction(
      method: "func mean(keepingAxis axis: Int) -> Variable",
      Variable.mean(keepingAxis:)
    ),
    HostFunction(method: "func sum(axis: Int) -> Variable", Variable.sum(axis:)),
    HostFunction(method: "func mean(axis: Int) -> Variable", Variable.mean(axis:)),
  ]
}
