import Diagnostics

/// A function value that must not outlive the call that it is passed to.
enum BoundedFunction: Hashable {
  /// A closure or a nested function.
  case function(FunctionID)
  /// A use of a parameter that is not `@escaping`.
  case parameter(VariableID, SourceSpan)
}

/// Functions that may be called and passed on, and not be kept: parameters without `@escaping`, and
/// closures that capture such a parameter or one that is `inout`.
extension CellChecker {
  /// Notes that a parameter without `@escaping` is used as a value.
  func noteUse(ofLent id: VariableID, at span: SourceSpan) {
    if lentParameters.contains(id) { bounded[.parameter(id, span)] = span }
  }

  /// Notes that a closure or a nested function is used as a value.
  func noteValue(of id: FunctionID, at span: SourceSpan) {
    bounded[.function(id)] = span
  }

  /// Notes that a value is called, or passed to a parameter that keeps nothing.
  func lend(_ value: TypedExpression) {
    switch value.kind {
    case .closure(let id), .function(let id): bounded[.function(id)] = nil
    case .variable(let id): bounded[.parameter(id, value.span)] = nil
    default: break
    }
  }

  /// Reports the functions that are kept and must not be.
  func checkEscapes() {
    for (value, span) in bounded.sorted(by: { $0.value.start < $1.value.start }) {
      switch value {
      case .parameter(let id, _):
        let variable = session.variables[id.index]
        report(
          "escaping-parameter",
          "'\(variable.name)' may only be called and passed on here",
          at: span,
          help: "write '@escaping' before its type"
        )
      case .function(let id):
        let lent = session.functions[id.index].captures.first {
          session.variables[$0.index].isInout || lentParameters.contains($0)
        }
        guard let lent else { continue }
        let variable = session.variables[lent.index]
        let subject = session.functions[id.index].subject
        report(
          "escaping-capture",
          variable.isInout
            ? "\(subject) outlives the call in which '\(variable.name)' can be changed"
            : "\(subject) is kept, and calls '\(variable.name)', which may not be",
          at: span,
          help: variable.isInout
            ? "copy '\(variable.name)' into a constant, and use that"
            : "write '@escaping' before the type of '\(variable.name)'"
        )
      }
    }
    bounded = [:]
  }
}
