import Diagnostics

/// The cases of an enumeration, with what they hold and their raw values.
extension CellChecker {
  func readCases(_ open: OpenType) {
    let declaration = open.declaration
    readRawType(open)
    var next: Int? = 0
    var rawTexts: Set<String> = []
    for (node, isIndirect) in open.node.cases {
      guard declaration.kind == .enumeration else {
        report("case-in-structure", "a structure has no cases", at: node.name.span)
        continue
      }
      if declaration.caseIndex(node.name.text) != nil {
        report("redeclaration", "'\(node.name.text)' is declared twice", at: node.name.span)
      }
      let payload = node.parameters.map { parameter in
        Type.TupleElement(parameter.label, parameter.type.map(resolveType) ?? .invalid)
      }
      let raw = rawValue(of: node, declaration.rawType, next: &next)
      if let text = raw?.literalText, !rawTexts.insert(text).inserted {
        report(
          "raw-value",
          "the raw value of '\(node.name.text)' is that of another case",
          at: node.name.span,
          help: "give each case a value of its own"
        )
      }
      declaration.cases.append(
        DeclaredType.Case(
          name: node.name.text,
          payload: payload,
          isIndirect: isIndirect || open.node.kind == .indirectEnumeration,
          rawValue: raw
        )
      )
    }
  }

  /// The raw type of an enumeration is the first type behind its colon, where that is no protocol.
  private func readRawType(_ open: OpenType) {
    guard open.declaration.kind == .enumeration, let first = open.node.inherited.first,
      case .name(let name, _) = first.kind, Trait(rawValue: name) == nil, name != "Sendable",
      let type = typeNamed(name), type != .invalid
    else { return }
    guard [.int, .string, .double, .character].contains(type) else {
      report(
        "unsupported",
        "raw values of type '\(type)' are not part of the language",
        at: first.span,
        help: "use 'Int', 'String', 'Character' or 'Double'"
      )
      return
    }
    open.declaration.rawType = type
  }

  private func rawValue(
    of node: EnumCaseNode,
    _ type: Type?,
    next: inout Int?
  ) -> TypedExpression? {
    guard let type else {
      if let value = node.rawValue {
        report(
          "raw-value",
          "this enumeration has no raw type",
          at: value.span,
          help: "write one behind its name: ': Int'"
        )
      }
      return nil
    }
    if !node.parameters.isEmpty {
      report(
        "raw-value",
        "a case with a raw value cannot have associated values",
        at: node.name.span,
        help: "remove the raw type, or the parentheses"
      )
    }
    if let value = node.rawValue {
      let mark = inference.count
      let inferred = convert(infer(value, expecting: type), to: type)
      finish(since: mark)
      let built = inferred.build()
      if case .integer(let number) = built.kind { next = number &+ 1 }
      guard built.isLiteral else {
        report("raw-value", "a raw value must be a literal", at: value.span)
        return nil
      }
      return built
    }
    switch type {
    case .string: return TypedExpression(.string(node.name.text), .string, at: node.name.span)
    case .int:
      defer { next = next.map { $0 &+ 1 } }
      return TypedExpression(.integer(next ?? 0), .int, at: node.name.span)
    default:
      report(
        "raw-value",
        "the raw value of '\(node.name.text)' is missing",
        at: node.name.span,
        help: "write it: 'case \(node.name.text) = …'"
      )
      return nil
    }
  }
}
