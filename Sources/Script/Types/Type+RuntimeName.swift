extension Type {
  /// The name that Swift prints for the type itself: `Array<Int>`, and of a nested type the last part.
  var runtimeName: String {
    switch self {
    case .nominal(.metatype, let arguments): return "\(arguments[0].runtimeName).Type"
    case .nominal(.error, _): return "Error"
    case .nominal(.dictionaryKeys, _): return "Keys"
    case .nominal(.dictionaryValues, _): return "Values"
    case .nominal(let nominal, let arguments):
      let name = nominal.name.split(separator: ".").last.map(String.init) ?? nominal.name
      guard !arguments.isEmpty else { return name }
      return "\(name)<\(arguments.map(\.runtimeName).joined(separator: ", "))>"
    case .tuple(let elements):
      let parts = elements.map { element in
        (element.label.map { "\($0): " } ?? "") + element.type.runtimeName
      }
      return "(\(parts.joined(separator: ", ")))"
    case .function(let parameters, let result, let isThrowing):
      let list = parameters.map(\.runtimeName).joined(separator: ", ")
      return "(\(list))\(isThrowing ? " throws" : "") -> \(result.runtimeName)"
    case .inout(let type): return "inout \(type.runtimeName)"
    case .variable, .parameter, .element, .invalid: return description
    }
  }
}
