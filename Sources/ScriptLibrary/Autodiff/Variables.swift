import Engine
import Script

/// The engine's variable; the language has another of that name.
typealias Variable = Engine::Variable

/// The machine that holds variables runs on one thread.
extension Variable: @unchecked Sendable {}

extension Variable: EngineValue {
  static var scriptType: String { "Variable" }
  /// All elements in full precision.
  var exactText: String { value.exactDescription }
  /// The memory of the elements, and of the step that the tape records.
  var byteCount: Int { 96 + 8 * shape.reduce(1, *) }
}

extension FloatVariable: EngineValue {
  static var scriptType: String { "FloatVariable" }
}

/// Returns variables, and all that is computed with them.
func publishVariables() -> HostLibrary {
  HostLibrary(
    types: [HostType(Variable.self), HostType(FloatVariable.self)],
    functions: variableArithmetic() + variableFunctions()
  )
}
