import Diagnostics

extension CellChecker {
  /// Returns the library's members of a type by name, the most specific owners first.
  func members(
    named name: String,
    of type: Type,
    _ kinds: [Callable.Kind]
  ) -> [Callable] {
    let candidates = (lessonMembers[name] ?? []) + library.declarations(named: name)
    let fitting = candidates.filter { declaration in
      guard kinds.contains(declaration.kind), let owner = declaration.owner,
        !inference.differ(owner, type)
      else { return false }
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      let generics = (0..<declaration.genericCount).map { _ in inference.fresh() }
      guard inference.unify(Self.substitute(owner, generics), type) else { return false }
      guard case .parameter(let own) = owner else { return true }
      return declaration.constraints.allSatisfy {
        $0.parameter != own || inference.conforms(type, to: $0.trait)
      }
    }
    let specific = fitting.filter { if case .parameter = $0.owner { false } else { true } }
    // Of two with the same labels, the more specific one hides the other.
    let labels = Set(specific.map { $0.parameters.map(\.label) })
    return fitting.filter { declaration in
      guard case .parameter = declaration.owner else { return true }
      return !labels.contains(declaration.parameters.map(\.label))
    }
  }

  /// Returns the operators of a name: the lesson's, then the library's.
  func operators(named name: String) -> [Callable] {
    var declared: [Callable] = []
    if case .functions(let symbols)? = lookUp(name) { declared = symbols }
    declared += (lessonMembers[name] ?? []).filter { $0.kind == .function }
    return declared + library.declarations(named: name).filter { $0.owner == nil }
  }

  func memberNames(of type: Type) -> [String] {
    let all = Array(library.names) + lessonMembers.keys
    return all.filter {
      !members(named: $0, of: type, [.method, .mutatingMethod, .property]).isEmpty
    }
  }

  static func substitute(_ type: Type, _ generics: [Type]) -> Type {
    switch type {
    case .parameter(let index): index < generics.count ? generics[index] : .invalid
    case .element(let sequence): .element(substitute(sequence, generics))
    case .nominal(let nominal, let arguments):
      .nominal(nominal, arguments.map { substitute($0, generics) })
    case .tuple(let elements):
      .tuple(elements.map { .init($0.label, substitute($0.type, generics)) })
    case .function(let parameters, let result, let isThrowing):
      .function(
        parameters.map { substitute($0, generics) },
        substitute(result, generics),
        isThrowing: isThrowing
      )
    case .inout(let type): .inout(substitute(type, generics))
    case .variable, .invalid: type
    }
  }
}
