@testable import Script

/// A Swift function that uses a published declaration with the spelling of its signature.
struct SignatureUse {
  private let declaration: Callable
  private let name: String

  /// Reads a declaration.
  ///
  /// - Parameters:
  ///   - function: What is published.
  ///   - index: Its number, which names the use.
  ///   - types: The host's types, by name.
  init(_ function: HostFunction, index: Int, types: [String: HostType]) {
    name = "use\(index)"
    declaration = SignatureParser.parse(
      function.signature,
      owner: function.owner,
      implementation: .host(index),
      hostTypes: types
    )
  }

  /// The use with all arguments, and the one without those that have defaults.
  var text: String {
    let all = use(name, declaration.parameters)
    let required = declaration.parameters.filter { $0.defaultValue == nil }
    return required.count == declaration.parameters.count
      ? all : all + use(name + "Briefly", required)
  }

  private func use(_ name: String, _ passed: [Callable.Parameter]) -> String {
    var parameters: [String] = []
    if let own { parameters.append("_ own: \(isMutating ? "inout " : "")\(own)") }
    for (index, parameter) in passed.enumerated() {
      let type = spelled(parameter.argumentType(parameter.type))
      parameters.append("_ a\(index): \(type)")
    }
    let list = parameters.joined(separator: ", ")
    let result = spelled(declaration.result)
    var text = "func \(name)(\(list)) -> \(result) { \(expression(passed)) }\n"
    if declaration.isSettable {
      let index = passed.count
      text += "func \(name)Assigned(\(list), _ a\(index): \(result)) { "
      text += "\(expression(passed)) = a\(index) }\n"
    }
    return text
  }

  private func expression(_ passed: [Callable.Parameter]) -> String {
    let arguments = passed.enumerated().map { index, parameter in
      let isInout = if case .inout = parameter.type { true } else { false }
      return (parameter.label.map { "\($0): " } ?? "") + (isInout ? "&" : "") + "a\(index)"
    }
    let list = arguments.joined(separator: ", ")
    let member = declaration.name
    let owner = declaration.owner.map(spelled) ?? ""
    switch declaration.kind {
    case .function where declaration.name.first?.isLetter == true: return "\(member)(\(list))"
    case .function where passed.count == 1: return "\(member)a0"
    case .function: return "a0 \(member) a1"
    case .method, .mutatingMethod: return "own.\(member)(\(list))"
    case .staticMethod: return "\(owner).\(member)(\(list))"
    case .staticProperty: return "\(owner).\(member)"
    case .initializer: return "\(owner)(\(list))"
    case .property: return "own.\(member)"
    case .subscripting: return "own[\(list)]"
    case .staticSubscript: return "\(owner)[\(list)]"
    }
  }

  /// The type of `self` where the use needs a value of it.
  private var own: String? {
    switch declaration.kind {
    case .method, .mutatingMethod, .property, .subscripting: declaration.owner.map(spelled)
    case .function, .staticMethod, .staticProperty, .staticSubscript, .initializer: nil
    }
  }

  private var isMutating: Bool {
    if case .mutatingMethod = declaration.kind { true } else { declaration.isSettable }
  }

  /// A type as Swift writes it, with `Double` for what is generic.
  private func spelled(_ type: Script::`Type`) -> String {
    let type = CellChecker.substitute(type, [.double])
    if case .function = type { return "@Sendable \(type)" }
    return type.description
  }
}
