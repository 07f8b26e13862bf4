// The operators that throw, by names: a module that declares the same operators without `throws`
// cannot call these otherwise, for there is no module selector before an operator.

package func add(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left + right
}

package func add(_ left: Variable, _ right: Variable) throws(EngineError) -> Variable {
  try left + right
}

package func add(_ left: Variable, _ right: Tensor) throws(EngineError) -> Variable {
  try left + right
}

package func add(_ left: Tensor, _ right: Variable) throws(EngineError) -> Variable {
  try left + right
}

package func subtract(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left - right
}

package func subtract(_ left: Variable, _ right: Variable) throws(EngineError) -> Variable {
  try left - right
}

package func subtract(_ left: Variable, _ right: Tensor) throws(EngineError) -> Variable {
  try left - right
}

package func subtract(_ left: Tensor, _ right: Variable) throws(EngineError) -> Variable {
  try left - right
}

package func multiply(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left * right
}

package func multiply(_ left: Variable, _ right: Variable) throws(EngineError) -> Variable {
  try left * right
}

package func multiply(_ left: Variable, _ right: Tensor) throws(EngineError) -> Variable {
  try left * right
}

package func multiply(_ left: Tensor, _ right: Variable) throws(EngineError) -> Variable {
  try left * right
}

package func divide(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left / right
}

package func divide(_ left: Variable, _ right: Variable) throws(EngineError) -> Variable {
  try left / right
}

package func divide(_ left: Variable, _ right: Tensor) throws(EngineError) -> Variable {
  try left / right
}

package func divide(_ left: Tensor, _ right: Variable) throws(EngineError) -> Variable {
  try left / right
}

package func addAssign(_ left: inout Tensor, _ right: Tensor) throws(EngineError) {
  try left += right
}

package func subtractAssign(_ left: inout Tensor, _ right: Tensor) throws(EngineError) {
  try left -= right
}

package func multiplyAssign(_ left: inout Tensor, _ right: Tensor) throws(EngineError) {
  try left *= right
}

package func divideAssign(_ left: inout Tensor, _ right: Tensor) throws(EngineError) {
  try left /= right
}

package func areEqual(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .== right
}

package func areUnequal(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .!= right
}

package func areLess(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .< right
}

package func areAtMost(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .<= right
}

package func areGreater(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .> right
}

package func areAtLeast(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  try left .>= right
}
