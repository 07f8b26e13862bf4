import Diagnostics

extension CellChecker {
  /// Returns the type that a written type means, or reports that there is none.
  func resolveType(_ node: TypeNode) -> Type {
    let type = meaning(of: node)
    return isSmall(type, at: node.span) ? type : .invalid
  }

  private func meaning(of node: TypeNode) -> Type {
    switch node.kind {
    case .name(let name, let arguments): return resolveNamedType(name, arguments, at: node.span)
    case .array(let element): return .array(resolveType(element))
    case .optional(let wrapped): return .optional(resolveType(wrapped))
    case .implicitlyUnwrapped:
      report(
        "unsupported",
        "'!' as part of a type is for variables only",
        at: node.span,
        help: "write '?', and unwrap the value"
      )
      return .invalid
    case .tuple(let elements):
      return .tuple(elements.map { .init($0.label, resolveType($0.type)) })
    case .function(let parameters, let throwing, let result):
      return .function(
        parameters.map(resolveType),
        resolveType(result),
        isThrowing: throwing
      )
    case .dictionary(let key, let value):
      return .dictionary(asKey(resolveType(key), at: key.span), resolveType(value))
    case .inout(let type): return .inout(resolveType(type))
    case .member(let outer, let name):
      if let type = nestedType(name, in: outer) { return type }
      report(
        "unknown-type",
        "cannot find a type '\(name)' there",
        at: node.span,
        help: "write the name of a type that is declared inside the other"
      )
      return .invalid
    case .resolved(let type): return type
    case .invalid: return .invalid
    }
  }

  private func resolveNamedType(_ name: String, _ arguments: [TypeNode], at span: SourceSpan)
    -> Type
  {
    let generics = arguments.map(resolveType)
    switch (name, generics.count) {
    case ("Error", 0): return .error
    case ("Never", 0): return .never
    case ("Array", 1): return .array(generics[0])
    case ("Optional", 1): return .optional(generics[0])
    case ("Range", 1): return .nominal(.range, generics)
    case ("ClosedRange", 1): return .nominal(.closedRange, generics)
    case ("ArraySlice", 1): return .nominal(.arraySlice, generics)
    case ("PartialRangeFrom", 1): return .nominal(.partialRangeFrom, generics)
    case ("PartialRangeUpTo", 1): return .nominal(.partialRangeUpTo, generics)
    case ("PartialRangeThrough", 1): return .nominal(.partialRangeThrough, generics)
    case ("Set", 1): return .nominal(.set, [asKey(generics[0], at: span)])
    case ("Dictionary", 2): return .dictionary(asKey(generics[0], at: span), generics[1])
    case (_, let count) where count > 0 && library.hostTypes[name]?.genericCount == count:
      return .nominal(.host(name), generics)
    case (_, 0):
      if let type = typeNamed(name), type != .array(.invalid) { return type }
    default: break
    }
    let near = nearestName(to: name, among: typeNames)
    report(
      "unknown-type",
      "cannot find the type '\(name)'",
      at: span,
      help: near.map { "did you mean '\($0)'?" }
        ?? "write a type that exists, such as 'Int', 'Double', 'String' or '[Double]'"
    )
    return .invalid
  }

  private func nestedType(_ name: String, in outer: TypeNode) -> Type? {
    nestedType(name, in: resolveType(outer))
  }

  /// Returns the type that is declared by a name inside another.
  func nestedType(_ name: String, in outer: Type) -> Type? {
    if let type = nestedTypes[outer]?[name] { return type }
    guard outer.declaration == nil, case .nominal(let nominal, _) = outer else { return nil }
    return typeNamed(nominal.name + "." + name)
  }

  private var typeNames: [String] {
    let declared = scopes.flatMap { scope in
      scope.compactMap { if case .type = $0.value { $0.key } else { nil } }
    }
    return [
      "Int", "Double", "Float", "Bool", "String", "Character", "Array", "Dictionary", "Set",
      "Range",
      "ClosedRange", "Void",
    ]
      + library.hostTypes.keys + declared
  }

  /// Returns the type of a name on its own; `Array` has its element open.
  func typeNamed(_ name: String) -> Type? {
    switch lookUp(name) {
    case .type(let type)?: return type
    case .poisoned(let cell)? where name.first?.isUppercase == true:
      blockedBy = blockedBy ?? cell
      return .invalid
    default: break
    }
    switch name {
    case "Int": return .int
    case "Double": return .double
    case "Float": return .float
    case "Bool": return .bool
    case "String": return .string
    case "Substring": return .substring
    case "Character": return .character
    case "String.Index": return .stringIndex
    case "String.UTF8View": return .nominal(.utf8View, [])
    case "String.UTF16View": return .nominal(.utf16View, [])
    case "String.UnicodeScalarView": return .nominal(.unicodeScalarView, [])
    case "Unicode.Scalar", "UnicodeScalar": return .unicodeScalar
    case "CharacterSet": return .nominal(.characterSet, [])
    case "Hasher": return .nominal(.hasher, [])
    case "Void": return .void
    case "Array": return .array(inference.fresh())
    case "Optional": return .optional(inference.fresh())
    case "Set": return .nominal(.set, [inference.fresh()])
    case "Dictionary": return .dictionary(inference.fresh(), inference.fresh())
    default:
      if let type = IntegerType(rawValue: name) { return .nominal(.integer(type), []) }
      if let type = LibraryEnumeration(rawValue: name) { return .nominal(.enumeration(type), []) }
      return library.hostTypes[name].map { type in
        .nominal(.host(name), (0..<type.genericCount).map { _ in inference.fresh() })
      }
    }
  }

  /// Returns the type that an expression names, where it names one.
  func typeMeant(by node: ExpressionNode) -> Type? {
    switch node.kind {
    case .name(let name, _):
      switch lookUp(name) {
      case nil, .type?: return typeNamed(name)
      case .variable?, .computed?, .functions?, .poisoned?, .member?: return nil
      }
    case .type(let type): return resolveType(type)
    case .member(let base?, let name):
      return typeMeant(by: base).flatMap { nestedType(name.text, in: $0) }
    default: return nil
    }
  }

  /// Whether an argument can only be inferred once the parameter's type is known.
  func isContextual(_ node: ExpressionNode) -> Bool {
    if node.isImplicitMember { return true }
    switch node.kind {
    case .closure, .operatorReference, .nilLiteral: return true
    case .member(let base?, let name): return name.text == "init" || isModule(base, of: name.text)
    case .parenthesized(let inner): return isContextual(inner)
    case .name(let name, _):
      return lookUp(name) == nil && typeNamed(name) == nil
        && library.declarations(named: name).contains { $0.owner == nil }
    default: return false
    }
  }
}

extension ExpressionNode {
  /// Whether it is a member of the type that is expected, `.running` or `.number(3)`.
  var isImplicitMember: Bool {
    switch kind {
    case .member(nil, _): true
    case .call(let callee, _): callee.isImplicitMember
    case .prefix(_, let operand): operand.isImplicitMember
    case .parenthesized(let inner): inner.isImplicitMember
    default: false
    }
  }
}
