import Engine
import Script

/// Returns the functions of each element, and the products and softmax of tensors.
func elementwiseFunctions() -> [HostFunction] {
  [
    HostFunction("func exp(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::exp(x) },
    HostFunction("func log(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::log(x) },
    HostFunction("func sqrt(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::sqrt(x) },
    HostFunction("func abs(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::abs(x) },
    HostFunction("func pow(_ x: Tensor, _ exponent: Double) -> Tensor") {
      (x: Tensor, exponent: Double) in Engine::pow(x, exponent)
    },
    HostFunction("func pow(_ x: Tensor, _ exponents: Tensor) -> Tensor", work: .broadcast) {
      (x: Tensor, exponents: Tensor) in try Engine::pow(x, exponents)
    },
    HostFunction("func relu(_ x: Tensor) -> Tensor") { (x: Tensor) in relu(x) },
    HostFunction("func tanh(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::tanh(x) },
    HostFunction("func sigmoid(_ x: Tensor) -> Tensor") { (x: Tensor) in sigmoid(x) },
    HostFunction("func sigmoid(_ x: Double) -> Double") { (x: Double) in sigmoid(x) },
    HostFunction("func relu(_ x: Double) -> Double") { (x: Double) in relu(x) },
    HostFunction("func softplus(_ x: Tensor) -> Tensor") { (x: Tensor) in softplus(x) },
    HostFunction("func leakyRelu(_ x: Tensor, slope: Double = 0.01) -> Tensor") {
      (x: Tensor, slope: Double) in leakyRelu(x, slope: slope)
    },
    HostFunction("func elu(_ x: Tensor) -> Tensor") { (x: Tensor) in elu(x) },
    HostFunction("func gelu(_ x: Tensor) -> Tensor") { (x: Tensor) in gelu(x) },
    HostFunction(
      "func clip(_ x: Tensor, min lower: Double = -.infinity, max upper: Double = .infinity) -> Tensor"
    ) { (x: Tensor, lower: Double, upper: Double) in try clip(x, min: lower, max: upper) },
    HostFunction("func maximum(_ left: Tensor, _ right: Tensor) -> Tensor", work: .broadcast) {
      (left: Tensor, right: Tensor) in try maximum(left, right)
    },
    HostFunction("func minimum(_ left: Tensor, _ right: Tensor) -> Tensor", work: .broadcast) {
      (left: Tensor, right: Tensor) in try minimum(left, right)
    },
    HostFunction("func floor(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::floor(x) },
    HostFunction("func ceil(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::ceil(x) },
    HostFunction("func trunc(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::trunc(x) },
    HostFunction("func round(_ x: Tensor) -> Tensor") { (x: Tensor) in Engine::round(x) },
    HostFunction("func sign(_ x: Tensor) -> Tensor") { (x: Tensor) in sign(x) },
    HostFunction("func matmul(_ left: Tensor, _ right: Tensor) -> Tensor", work: .matrixProduct) {
      (left: Tensor, right: Tensor) in try matmul(left, right)
    },
    HostFunction("func softmax(_ z: Tensor, axis: Int = 0) -> Tensor") { (z: Tensor, axis: Int) in
      try softmax(z, axis: axis)
    },
    HostFunction("func logSoftmax(_ z: Tensor, axis: Int = 0) -> Tensor") {
      (z: Tensor, axis: Int) in try logSoftmax(z, axis: axis)
    },
  ]
}
