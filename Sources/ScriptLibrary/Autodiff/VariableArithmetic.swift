import Engine
import Script

/// Returns the arithmetic of variables.
func variableArithmetic() -> [HostFunction] {
  [
    HostFunction(
      "static func + (left: Variable, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Variable) in try left + right },
    HostFunction(
      "static func + (left: Variable, right: Tensor) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Tensor) in try left + right },
    HostFunction(
      "static func + (left: Tensor, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Tensor, right: Variable) in try left + right },
    HostFunction("static func + (left: Variable, right: Double) -> Variable", of: "Variable") {
      (left: Variable, right: Double) in left + right
    },
    HostFunction("static func + (left: Double, right: Variable) -> Variable", of: "Variable") {
      (left: Double, right: Variable) in left + right
    },
    HostFunction(
      "static func - (left: Variable, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Variable) in try left - right },
    HostFunction(
      "static func - (left: Variable, right: Tensor) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Tensor) in try left - right },
    HostFunction(
      "static func - (left: Tensor, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Tensor, right: Variable) in try left - right },
    HostFunction("static func - (left: Variable, right: Double) -> Variable", of: "Variable") {
      (left: Variable, right: Double) in left - right
    },
    HostFunction("static func - (left: Double, right: Variable) -> Variable", of: "Variable") {
      (left: Double, right: Variable) in left - right
    },
    HostFunction(
      "static func * (left: Variable, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Variable) in try left * right },
    HostFunction(
      "static func * (left: Variable, right: Tensor) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Tensor) in try left * right },
    HostFunction(
      "static func * (left: Tensor, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Tensor, right: Variable) in try left * right },
    HostFunction("static func * (left: Variable, right: Double) -> Variable", of: "Variable") {
      (left: Variable, right: Double) in left * right
    },
    HostFunction("static func * (left: Double, right: Variable) -> Variable", of: "Variable") {
      (left: Double, right: Variable) in left * right
    },
    HostFunction(
      "static func / (left: Variable, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Variable) in try left / right },
    HostFunction(
      "static func / (left: Variable, right: Tensor) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Variable, right: Tensor) in try left / right },
    HostFunction(
      "static func / (left: Tensor, right: Variable) -> Variable",
      of: "Variable",
      work: .broadcast
    ) { (left: Tensor, right: Variable) in try left / right },
    HostFunction("static func / (left: Variable, right: Double) -> Variable", of: "Variable") {
      (left: Variable, right: Double) in left / right
    },
    HostFunction("static func / (left: Double, right: Variable) -> Variable", of: "Variable") {
      (left: Double, right: Variable) in left / right
    },
    HostFunction("static prefix func - (variable: Variable) -> Variable", of: "Variable") {
      (variable: Variable) in -variable
    },
    HostFunction(property: "var value: Float", \FloatVariable.value),
    HostFunction(property: "var slope: Float", \FloatVariable.slope),
    HostFunction("init(_ value: Float, slope: Float = 0)", of: "FloatVariable") {
      (value: Float, slope: Float) in FloatVariable(value, slope: slope)
    },
    HostFunction(
      "static func + (left: FloatVariable, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: FloatVariable) in left + right },
    HostFunction(
      "static func + (left: FloatVariable, right: Float) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: Float) in left + right },
    HostFunction(
      "static func + (left: Float, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: Float, right: FloatVariable) in left + right },
    HostFunction(
      "static func - (left: FloatVariable, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: FloatVariable) in left - right },
    HostFunction(
      "static func - (left: FloatVariable, right: Float) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: Float) in left - right },
    HostFunction(
      "static func - (left: Float, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: Float, right: FloatVariable) in left - right },
    HostFunction(
      "static prefix func - (variable: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (variable: FloatVariable) in -variable },
    HostFunction(
      "static func * (left: FloatVariable, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: FloatVariable) in left * right },
    HostFunction(
      "static func * (left: FloatVariable, right: Float) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: Float) in left * right },
    HostFunction(
      "static func * (left: Float, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: Float, right: FloatVariable) in left * right },
    HostFunction(
      "static func / (left: FloatVariable, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: FloatVariable) in left / right },
    HostFunction(
      "static func / (left: FloatVariable, right: Float) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: FloatVariable, right: Float) in left / right },
    HostFunction(
      "static func / (left: Float, right: FloatVariable) -> FloatVariable",
      of: "FloatVariable"
    ) { (left: Float, right: FloatVariable) in left / right },
  ]
}
