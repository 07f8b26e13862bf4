// Gradients of functions of one or more variables, by going back through their computation.
//
// The function runs once; the way back costs about as much again, whatever the number of inputs.
// Functions throw what their operations throw, and `EngineError.resultNotScalar` when they do not
// return one number.

/// A value and the gradient there.
public struct ValueWithGradient<Gradient: Sendable>: Sendable {
  /// The function's value.
  public let value: Double

  /// The partial derivatives of the value, in the shape of the input.
  public let gradient: Gradient
}

extension ValueWithGradient: Equatable where Gradient: Equatable {}

/// Returns a function's value and its derivative at a number.
///
/// - Parameters:
///   - x: The number.
///   - function: The function.
/// - Returns: Both.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func valueWithGradient(
  at x: Double,
  of function: (Variable) throws -> Variable
) throws -> ValueWithGradient<Double> {
  let tape = Tape()
  return try valueWithGradient(at: x, of: function, on: tape)
}

/// Returns a function's value and its gradient at a tensor.
///
/// - Parameters:
///   - x: The tensor.
///   - function: The function.
/// - Returns: Both; the gradient has the tensor's shape, with zeros where nothing depends on it.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func valueWithGradient(
  at x: Tensor,
  of function: (Variable) throws -> Variable
) throws -> ValueWithGradient<Tensor> {
  let result = try valueWithGradient(at: [x]) { try function($0[0]) }
  return ValueWithGradient(value: result.value, gradient: result.gradient[0])
}

/// Returns a function's value and its gradients in several tensors.
///
/// - Parameters:
///   - inputs: The tensors.
///   - function: The function of a variable for each of them.
/// - Returns: Both; a gradient for each input.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func valueWithGradient(
  at inputs: [Tensor],
  of function: ([Variable]) throws -> Variable
) throws -> ValueWithGradient<[Tensor]> {
  let tape = Tape()
  let variables = inputs.map { Variable($0, node: tape.leaf(), tape: tape) }
  let result = try function(variables)
  let value = try result.requireNumber(on: tape)
  let gradients = tape.gradients(of: result.node)
  let tensors = zip(inputs, variables).map { input, variable in
    input.rank == 0
      ? Tensor(gradients.number(variable.node))
      : gradients.tensor(variable.node, shape: input.shape)
  }
  return ValueWithGradient(value: value, gradient: tensors)
}

/// Returns a function's derivative at a number.
///
/// - Parameters:
///   - x: The number.
///   - function: The function.
/// - Returns: The derivative.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func gradient(
  at x: Double,
  of function: (Variable) throws -> Variable
) throws -> Double {
  try valueWithGradient(at: x, of: function).gradient
}

/// Returns a function's gradient at a tensor.
///
/// - Parameters:
///   - x: The tensor.
///   - function: The function.
/// - Returns: The partial derivatives, in the tensor's shape.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func gradient(
  at x: Tensor,
  of function: (Variable) throws -> Variable
) throws -> Tensor {
  try valueWithGradient(at: x, of: function).gradient
}

/// Returns a function's gradients in several tensors.
///
/// - Parameters:
///   - inputs: The tensors.
///   - function: The function of a variable for each of them.
/// - Returns: The partial derivatives, for each input in its shape.
/// - Throws: What the function throws, or `EngineError.resultNotScalar`.
@_disfavoredOverload
public func gradient(
  at inputs: [Tensor],
  of function: ([Variable]) throws -> Variable
) throws -> [Tensor] {
  try valueWithGradient(at: inputs, of: function).gradient
}

/// The value and derivative at a number, on a tape that holds nothing yet.
func valueWithGradient(
  at x: Double,
  of function: (Variable) throws -> Variable,
  on tape: Tape
) throws -> ValueWithGradient<Double> {
  let leaf = tape.leaf()
  let result = try function(Variable(x, node: leaf, tape: tape))
  let value = try result.requireNumber(on: tape)
  return ValueWithGradient(value: value, gradient: tape.gradients(of: result.node).number(leaf))
}

extension Variable {
  /// The value, if it is one number of this very computation.
  ///
  /// - Throws: `EngineError.resultNotScalar`, or `.foreignVariable`.
  func requireNumber(on tape: Tape) throws(EngineError) -> Double {
    guard self.tape === tape, Int(node) < tape.nodes.count else {
      throw .foreignVariable(operation: "gradient")
    }
    switch storage {
    case .number(let number): return number
    case .tensor(let tensor): throw .resultNotScalar(shape: tensor.shape)
    }
  }
}
