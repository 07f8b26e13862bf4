/// Functions named with their module, `Swift.max(a, b)`: what a member of the type around hides otherwise.
extension CellChecker {
  /// The functions that are Swift's own; the others that stand for themselves are Foundation's.
  private static let ofSwift: Set<String> = [
    "abs", "assert", "assertionFailure", "debugPrint", "fatalError", "max", "min", "precondition",
    "preconditionFailure", "print", "stride", "swap", "type", "zip",
  ]

  /// The module that a function's name may have before it.
  static func module(of function: String) -> String {
    ofSwift.contains(function) ? "Swift" : "Foundation"
  }

  /// Whether an expression is the module of a function.
  func isModule(_ node: ExpressionNode, of function: String) -> Bool {
    guard case .name(let name, nil) = node.kind, name == Self.module(of: function) else {
      return false
    }
    return lookUp(name) == nil && typeNamed(name) == nil
  }

  /// Refuses a function that a static property of the type around hides: inside of `Int`, `max` is the
  /// greatest one.
  func isHidden(_ function: NameNode) -> Bool {
    guard let context = contexts.last(where: { $0.selfType != nil }), let type = context.selfType,
      !members(named: function.text, of: type, [.staticProperty]).isEmpty
    else { return false }
    report(
      "hidden-function",
      "inside of '\(type)', '\(function.text)' is the static property of that name",
      at: function.span,
      help: "write '\(Self.module(of: function.text)).\(function.text)(…)' for the function"
    )
    return true
  }
}
