import Engine
import Script

extension Tensor: EngineValue {
  static var scriptType: String { "Tensor" }
  /// All elements in full precision.
  var exactText: String { exactDescription }
  /// The memory of the elements and the shape.
  var byteCount: Int { 64 + 8 * (count + rank) }
}

/// Returns tensors, and all that is done with them without a gradient.
func publishTensors() -> HostLibrary {
  HostLibrary(
    types: [tensorType()],
    functions: tensorCreation() + tensorArithmetic() + tensorComparison() + tensorReductions()
      + tensorShapes() + elementwiseFunctions()
  )
}

/// Returns the type `Tensor`, which can be written as an array literal.
private func tensorType() -> HostType {
  HostType("Tensor", isEquatable: true) { _, value in
    do throws(EngineError) {
      return try Tensor(literal: literal(value)).scriptValue
    } catch {
      throw HostError(error)
    }
  }
}

/// Returns an array literal of the language as one of the engine.
private func literal(_ value: Value) -> TensorLiteral {
  switch value {
  case .int(let number): .number(Double(number))
  case .double(let number): .number(number)
  case .float(let number): .number(Double(number))
  case .ints(let numbers): .list(numbers.map { .number(Double($0)) })
  case .doubles(let numbers): .list(numbers.map { .number($0) })
  case .array(let values): .list(values.map(literal))
  // The checker admits nothing else; an empty list differs in shape from every number.
  case .void, .bool, .string, .tuple, .optional, .object, .function: .list([])
  }
}
