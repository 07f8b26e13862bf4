import Diagnostics

extension CellChecker {
  /// Returns the library's members of a type by name, the most specific owners first.
  func members(
    named name: String,
    of type: Type,
    _ kinds: [Callable.Kind]
  ) -> [Callable] {
    let fitting =
      Self.copies(of: lessonMembers[name] ?? []) { isMember($0, of: type, kinds) }
      + Self.copies(of: library.declarations(named: name)) { isMember($0, of: type, kinds) }
    let specific = fitting.filter { if case .parameter = $0.owner { false } else { true } }
    guard specific.count < fitting.count else { return fitting }
    // Of two with the same labels, the more specific one hides the other.
    let labels = Set(specific.map { $0.parameters.map(\.label) })
    return fitting.filter { declaration in
      guard case .parameter = declaration.owner else { return true }
      return !labels.contains(declaration.parameters.map(\.label))
    }
  }

  private func isMember(
    _ declaration: UnsafePointer<Callable>,
    of type: Type,
    _ kinds: [Callable.Kind]
  ) -> Bool {
    guard kinds.contains(declaration.pointee.kind), let owner = declaration.pointee.owner,
      !inference.differ(owner, type)
    else { return false }
    let snapshot = inference.snapshot()
    defer { inference.rollback(to: snapshot) }
    let generics = (0..<declaration.pointee.genericCount).map { _ in inference.fresh() }
    guard inference.unify(Self.substitute(owner, generics), type) else { return false }
    guard case .parameter(let own) = owner else { return true }
    return declaration.pointee.constraints.allSatisfy {
      $0.parameter != own || inference.conforms(type, to: $0.trait)
    }
  }

  /// Returns the operators of a name: the lesson's, then the library's.
  func operators(named name: String) -> [Callable] {
    operators(named: name) { _ in true }
  }

  /// Returns the operators of a name that operands of some types may be given to, nil for one that is
  /// not known yet.
  func operators(named name: String, taking operands: [Type?]) -> [Callable] {
    operators(named: name) { form in
      form.pointee.parameters.count == operands.count
        && operands.indices.allSatisfy { index in
          guard let operand = operands[index] else { return true }
          return !inference.excludes(form.pointee.parameters[index].type, operand)
        }
    }
  }

  private func operators(
    named name: String,
    where isWanted: (UnsafePointer<Callable>) -> Bool
  ) -> [Callable] {
    var found: [Callable] = []
    if case .functions(let symbols)? = lookUp(name) {
      found = Self.copies(of: symbols, where: isWanted)
    }
    if let members = lessonMembers[name] {
      found += Self.copies(of: members) { $0.pointee.kind == .function && isWanted($0) }
    }
    return found
      + Self.copies(of: library.declarations(named: name)) { form in
        if case .some = form.pointee.owner { false } else { isWanted(form) }
      }
  }

  /// Returns some of many declarations; the others, of which an operator has thirty and 'init' a
  /// hundred, are looked at where they are: to copy one counts a dozen references.
  private static func copies(
    of declarations: [Callable],
    where isWanted: (UnsafePointer<Callable>) -> Bool
  ) -> [Callable] {
    declarations.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      return buffer.indices.filter { isWanted(start + $0) }.map { start[$0] }
    }
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
