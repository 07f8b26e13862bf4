import Engine
import Script

/// A `ValueWithGradient` of any kind: the language knows the gradient's type.
struct FoundGradient: EngineValue {
  static let scriptType = "ValueWithGradient"

  let value: Double
  let gradient: Value
  let displayText: String
  let byteCount: Int

  init<Gradient: HostValue>(_ found: ValueWithGradient<Gradient>) {
    value = found.value
    gradient = found.gradient.scriptValue
    displayText = "\(found)"
    byteCount = 64
  }
}

/// Returns gradients of functions that the lesson gives.
func publishGradients() -> HostLibrary {
  HostLibrary(
    types: [HostType("ValueWithGradient", genericCount: 1)],
    functions: [
      HostFunction("var value: Double", of: "ValueWithGradient<Gradient>") {
        (found: FoundGradient) in found.value
      },
      HostFunction("var gradient: Gradient", of: "ValueWithGradient<Gradient>") {
        (found: FoundGradient) in found.gradient
      },
      HostFunction(
        calling: """
          func valueWithGradient(at x: Double, of function: (Variable) -> Variable) \
          -> ValueWithGradient<Double>
          """
      ) { context, x, function in
        FoundGradient(try valueWithGradient(at: x as Double, of: context.function(function)))
      },
      HostFunction(
        calling: """
          func valueWithGradient(at x: Tensor, of function: (Variable) -> Variable) \
          -> ValueWithGradient<Tensor>
          """
      ) { context, x, function in
        FoundGradient(try valueWithGradient(at: x as Tensor, of: context.function(function)))
      },
      HostFunction(
        calling: """
          func valueWithGradient(at inputs: [Tensor], of function: ([Variable]) -> Variable) \
          -> ValueWithGradient<[Tensor]>
          """
      ) { context, inputs, function in
        FoundGradient(try valueWithGradient(at: inputs as [Tensor], of: context.function(function)))
      },
      HostFunction(
        calling: "func gradient(at x: Double, of function: (Variable) -> Variable) -> Double"
      ) { context, x, function in
        try gradient(at: x as Double, of: context.function(function))
      },
      HostFunction(
        calling: "func gradient(at x: Tensor, of function: (Variable) -> Variable) -> Tensor"
      ) { context, x, function in
        try gradient(at: x as Tensor, of: context.function(function))
      },
      HostFunction(
        calling:
          "func gradient(at inputs: [Tensor], of function: ([Variable]) -> Variable) -> [Tensor]"
      ) { context, inputs, function in
        try gradient(at: inputs as [Tensor], of: context.function(function))
      },
    ]
  )
}
