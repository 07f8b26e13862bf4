import Diagnostics

/// The body of a member, and what stands around it.
struct MemberBody {
  var function: FunctionBody
  /// The types that the member is nested in, outermost first.
  var path: [Type]
}

/// A type of the lesson whose declaration is being read.
struct OpenType {
  var node: TypeDeclarationNode
  var declaration: DeclaredType
  /// The types around it, itself included, outermost first.
  var path: [Type]
  /// The statement that declares it.
  var span: SourceSpan
}

/// The names of types first, then what they store, then their members: the order in which the lesson
/// writes them does not matter.
extension CellChecker {
  /// Declares the types of a block, and their members, before its statements.
  func declareTypes(in statements: [StatementNode]) {
    var open: [OpenType] = []
    var extensions: [(node: TypeDeclarationNode, span: SourceSpan)] = []
    for statement in statements {
      guard case .type(let node) = statement.kind else { continue }
      if node.kind == .extension {
        extensions.append((node, statement.span))
      } else {
        declareName(node, in: [], at: statement.span, &open)
      }
    }
    for statement in statements {
      if case .typeAlias(let name, let type) = statement.kind {
        declareType(resolveType(type), named: name)
      }
    }
    let extendedTypes = extensions.map { extended($0.node, at: $0.span, &open) }
    let firstOpen = openTypes.count
    openTypes += open
    for type in open { withTypes(type.path) { readStored(type) } }
    checkLayouts(open)
    for type in open {
      withTypes(type.path) {
        readConformances(type.node, of: type.path[type.path.count - 1])
        declareMembers(type.node, of: type.path, at: type.span)
      }
    }
    for ((node, span), type) in zip(extensions, extendedTypes) {
      guard let type else { continue }
      withTypes([type]) {
        readConformances(node, of: type)
        declareMembers(node, of: [type], at: span)
      }
    }
    var declarations = open.map { (node: $0.node, path: $0.path, span: $0.span) }
    for ((node, span), type) in zip(extensions, extendedTypes) {
      if let type { declarations.append((node, [type], span)) }
    }
    for (node, path, span) in declarations {
      declareStaticProperties(node, of: path, at: span) { $0.value?.isPlainLiteral ?? true }
    }
    // What initial values call comes before them.
    declarePlainFunctions(in: statements)
    let members = Set(open.flatMap { $0.initialValues.flatMap(\.memberNames) })
    for type in Self.innermostFirst(open) {
      withTypes(type.path) { readInitialValues(type) }
      for (node, path, span) in declarations where path.last == type.path.last {
        declareStaticProperties(node, of: path, at: span) { property in
          guard members.contains(property.name.text), property.value?.isPlainLiteral == false
          else { return false }
          return earlyStatics.insert(property.name.span).inserted
        }
      }
    }
    // Types that closures in initial values declare may hold those of this block.
    checkLayouts(Array(openTypes[firstOpen...]))
    openTypes.removeSubrange(firstOpen...)
    for type in open {
      withTypes(type.path) { declareObservers(type.node, of: type.path, at: type.span) }
    }
    staticDeclarations = declarations
    for type in open { checkConformances(of: type.declaration, type.node) }
    for (extended, type) in zip(extensions, extendedTypes) {
      if let declaration = type?.declaration { checkConformances(of: declaration, extended.node) }
    }
  }

  /// Declares the static properties whose initial values are more than literals: these may call
  /// the functions of the block.
  func declareComputedStatics() {
    let declarations = staticDeclarations
    staticDeclarations = []
    for (node, path, span) in declarations {
      declareStaticProperties(node, of: path, at: span) { property in
        property.value?.isPlainLiteral == false && !earlyStatics.contains(property.name.span)
      }
    }
  }

  /// Runs code where the types of a path can be named, and their nested types.
  func withTypes<Result>(_ path: [Type], _ body: () -> Result) -> Result {
    let depth = scopes.count
    for type in path {
      var scope = (nestedTypes[type] ?? [:]).mapValues { Symbol.type($0) }
      scope["Self"] = .type(type)
      switch type {
      case .nominal(.array, let generics), .nominal(.set, let generics):
        scope["Element"] = .type(generics[0])
      case .nominal(.dictionary, let generics):
        (scope["Key"], scope["Value"]) = (.type(generics[0]), .type(generics[1]))
      default: break
      }
      scopes.append(scope)
    }
    defer { scopes.removeLast(scopes.count - depth) }
    return body()
  }

  // MARK: - Names

  private func declareName(
    _ node: TypeDeclarationNode,
    in path: [Type],
    at span: SourceSpan,
    _ open: inout [OpenType]
  ) {
    let outer = path.last
    let name = outer.map { "\($0).\(node.name.text)" } ?? node.name.text
    let declaration = DeclaredType(
      name,
      node.kind == .structure ? .structure : .enumeration,
      isInLibraryType: path.first.map { $0.declaration == nil } ?? false
    )
    let type = Type.nominal(.declared(declaration), [])
    if let outer {
      nestedTypes[outer, default: [:]][node.name.text] = type
    } else {
      declareType(type, named: node.name)
    }
    declaration.isResultBuilder = node.isResultBuilder
    session.conformances[declaration] = Conformance()
    inference.conformances[declaration] = Conformance()
    let isPlain = node.cases.allSatisfy { $0.node.parameters.isEmpty }
    if declaration.kind == .enumeration, isPlain {
      conform(declaration, to: [.equatable, .hashable])
    }
    let path = path + [type]
    open.append(OpenType(node: node, declaration: declaration, path: path, span: span))
    declareNested(node, in: path, at: span, &open)
  }

  private func declareNested(
    _ node: TypeDeclarationNode,
    in path: [Type],
    at span: SourceSpan,
    _ open: inout [OpenType]
  ) {
    for member in node.members {
      switch member.kind {
      case .type(let nested): declareName(nested, in: path, at: span, &open)
      case .typeAlias(let name, let alias):
        guard let outer = path.last else { continue }
        nestedTypes[outer, default: [:]][name.text] = withTypes(path) { resolveType(alias) }
      default: break
      }
    }
  }

  private func declareType(_ type: Type, named name: NameNode) {
    switch scopes[scopes.count - 1][name.text] {
    case .variable?, .computed?, .functions?, .type?:
      report(
        "redeclaration",
        "'\(name.text)' is declared twice",
        at: name.span,
        help: "choose another name"
      )
    case .poisoned?, .member?, nil: break
    }
    scopes[scopes.count - 1][name.text] = .type(type)
  }

  private func extended(
    _ node: TypeDeclarationNode,
    at span: SourceSpan,
    _ open: inout [OpenType]
  ) -> Type? {
    guard let written = node.extended else { return nil }
    let type = resolveType(written)
    guard type != .invalid else { return nil }
    if case .nominal(_, let generics) = type,
      generics.contains(where: { $0 == .invalid || !inference.isConcrete($0) })
    {
      report(
        "unsupported",
        "an extension for elements of any type is not part of the language of lessons",
        at: node.name.span,
        help: "name the type, as in 'extension [Double]'"
      )
      return nil
    }
    for member in node.members where !member.storesNothing {
      switch member.kind {
      case .property(let property):
        report(
          "stored-in-extension",
          "an extension cannot add what a value stores",
          at: property.name.span,
          help:
            "store it in '\(type)' itself, or make it computed: 'var \(property.name.text): T { … }'"
        )
      case .cases:
        report(
          "case-in-extension",
          "an extension cannot add cases",
          at: member.span,
          help: "write them in the enumeration itself"
        )
      default: break
      }
    }
    if case .nominal(_, let generics) = type, !generics.isEmpty {
      let nested = node.members.first { member in
        if case .type = member.kind { true } else { false }
      }
      if nested != nil {
        report(
          "unsupported",
          "an extension of '\(type)' cannot contain types",
          at: node.name.span,
          help: "declare it outside of the extension"
        )
        return nil
      }
    } else {
      declareNested(node, in: [type], at: span, &open)
    }
    return type
  }

  // MARK: - Stored properties and cases

  private func readStored(_ open: OpenType) {
    let declaration = open.declaration
    for (property, modifiers) in open.node.storedProperties where !modifiers.isStatic {
      guard declaration.kind == .structure else {
        report(
          "stored-in-enumeration",
          "an enumeration stores nothing beside its cases",
          at: property.name.span,
          help: "make the property computed: 'var \(property.name.text): T { … }'"
        )
        continue
      }
      let isLazy = modifiers.isLazy
      let type = property.type.map(resolveType) ?? .invalid
      declaration.fields.append(
        DeclaredType.Field(
          name: isLazy ? Self.lazyStorage(property.name.text) : property.name.text,
          type: isLazy ? .optional(type) : type,
          isConstant: property.isConstant,
          isPrivate: modifiers.isPrivate || isLazy
        )
      )
      if property.type == nil, property.value == nil || isLazy {
        report(
          "missing-type",
          "'\(property.name.text)' needs a type",
          at: property.name.span,
          help: "write it out: 'var \(property.name.text): Int'"
        )
      }
    }
    readCases(open)
    declareStoredMembers(open.node, of: declaration)
  }

  /// The name of what a lazy property stores, as Swift prints it.
  static func lazyStorage(_ name: String) -> String { "$__lazy_storage_$_" + name }

  // MARK: - Initial values

  /// The types in an order in which those that initial values make stand before those they are part of.
  private static func innermostFirst(_ open: [OpenType]) -> [OpenType] {
    let places = Dictionary(grouping: open.indices) { open[$0].node.name.text }
    var order: [OpenType] = []
    var visited: Set<Int> = []
    func visit(_ index: Int) {
      guard visited.insert(index).inserted else { return }
      for (property, _) in open[index].node.storedProperties {
        if case .name(let name, _)? = property.type?.kind { places[name]?.forEach(visit) }
        guard let value = property.value else { continue }
        // Statements may name any of them.
        if value.hasStatements { open.indices.forEach(visit) }
        for name in value.names { places[name]?.forEach(visit) }
      }
      order.append(open[index])
    }
    open.indices.forEach(visit)
    return order
  }

  private func readInitialValues(_ open: OpenType) {
    let declaration = open.declaration
    let uses = newFunction("\(declaration.name).init", result: .void, at: open.span)
    origins.defined.insert(uses)
    initialUses[declaration] = uses
    for (property, modifiers) in open.node.storedProperties where !modifiers.isStatic {
      guard let value = property.value, !modifiers.isLazy,
        let index = declaration.fieldIndex(property.name.text)
      else { continue }
      let declared = property.type == nil ? nil : declaration.fields[index].type
      guard declared != .invalid else {
        declaration.fields[index].initialValue = TypedExpression(
          .tuple([]),
          .invalid,
          at: value.span
        )
        continue
      }
      let built = attributingUses(to: uses) { initialValue(value, declared) }.result
      declaration.fields[index].initialValue = built
      declaration.fields[index].type = decided(built.type, at: value.span)
      setPropertyType(property.name.text, of: declaration, declaration.fields[index].type)
    }
    for index in declaration.fields.indices
    where declaration.fields[index].initialValue == nil && !declaration.fields[index].isConstant {
      // `var name: T?` begins as nil.
      let type = declaration.fields[index].type
      if type.wrapped != nil {
        declaration.fields[index].initialValue = TypedExpression(
          .none,
          type,
          at: open.node.name.span
        )
      }
    }
    setLayout(of: open)
    declareMemberwiseInitializer(open.node, declaration, at: open.span)
  }
}

extension OpenType {
  /// The initial values of what its values store.
  fileprivate var initialValues: [ExpressionNode] {
    node.storedProperties.compactMap { $0.modifiers.isStatic ? nil : $0.node.value }
  }
}

extension TypeDeclarationNode {
  /// The stored properties, in order.
  var storedProperties: [(node: PropertyNode, modifiers: MemberNode.Modifiers)] {
    members.compactMap { member in
      guard case .property(let property) = member.kind, !property.isComputed else { return nil }
      return (property, member.modifiers)
    }
  }

  /// The cases, in order.
  var cases: [(node: EnumCaseNode, isIndirect: Bool)] {
    members.flatMap { member -> [(node: EnumCaseNode, isIndirect: Bool)] in
      guard case .cases(let cases, let isIndirect) = member.kind else { return [] }
      return cases.map { ($0, isIndirect) }
    }
  }
}

extension PropertyNode {
  /// Whether it stores nothing.
  var isComputed: Bool { accessors.map { $0.getter != nil || $0.setter != nil } ?? false }
}

extension MemberNode {
  fileprivate var storesNothing: Bool {
    switch kind {
    case .property(let property): property.isComputed || modifiers.isStatic
    case .method, .initializer, .subscripting: true
    case .cases, .type, .typeAlias: false
    }
  }
}

extension ExpressionNode {
  /// Whether it is a number, a string or the like on its own.
  var isPlainLiteral: Bool {
    switch kind {
    case .integer, .float, .boolean, .nilLiteral: true
    case .string(let segments):
      segments.allSatisfy { if case .text = $0 { true } else { false } }
    case .prefix(_, let operand): operand.isPlainLiteral
    case .array(let elements): elements.allSatisfy(\.isPlainLiteral)
    default: false
    }
  }
}
