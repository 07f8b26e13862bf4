import Diagnostics
import Script
import SwiftSyntax

extension Lowering {
  mutating func declaration(_ node: DeclSyntax) -> StatementNode? {
    let span = span(node)
    let construct: UnsupportedConstruct
    switch node.as(DeclSyntaxEnum.self) {
    case .variableDecl(let variable): return StatementNode(self.variable(variable), at: span)
    case .functionDecl(let function):
      _ = modifiers(
        function.modifiers,
        attributes: function.attributes,
        allowing: ["prefix", "postfix", "infix"]
      )
      return self.function(function).map { StatementNode(.function($0), at: span) }
    case .importDecl(let declaration):
      let name = declaration.path.trimmedDescription
      if name == "Foundation" || name == "LessonKit" { return nil }
      construct = .imports
    case .structDecl, .enumDecl, .extensionDecl:
      return deeper(at: node, StatementNode(.invalid, at: span)) { lowering in
        StatementNode(
          lowering.typeDeclaration(node).map { .type($0) } ?? .invalid,
          at: span
        )
      }
    case .typeAliasDecl(let alias):
      return StatementNode(
        typeAlias(alias).map { .typeAlias($0.name, $0.type) } ?? .invalid,
        at: span
      )
    // The parser has read them before: expressions are folded by them.
    case .operatorDecl, .precedenceGroupDecl: return nil
    case .classDecl, .actorDecl: construct = .classes
    case .protocolDecl: construct = .protocols
    case .macroDecl, .macroExpansionDecl, .ifConfigDecl: construct = .macros
    case .missingDecl: return nil
    default: construct = .other
    }
    let keyword = node.firstToken(viewMode: .sourceAccurate).map { self.span($0) } ?? span
    unsupported(construct, at: keyword)
    return StatementNode(.invalid, at: span)
  }

  // MARK: - Modifiers

  /// Reads the modifiers of a declaration, and refuses those that are not allowed there.
  mutating func modifiers(
    _ list: DeclModifierListSyntax,
    attributes: some Sequence<AttributeListSyntax.Element>,
    allowing allowed: Set<String>
  ) -> MemberNode.Modifiers {
    for attribute in attributes where attribute.trimmedDescription != "@discardableResult" {
      unsupported(.attributes, at: span(attribute))
    }
    var modifiers = MemberNode.Modifiers()
    for modifier in list {
      let word = modifier.name.text
      switch (word, modifier.detail?.detail.text) {
      case ("public", nil), ("internal", nil), ("fileprivate", _), ("public", "set"?),
        ("internal", "set"?):
        break
      case ("private", nil): modifiers.isPrivate = true
      case ("private", "set"?): modifiers.isSetterPrivate = true
      case (_, nil) where allowed.contains(word):
        switch word {
        case "static": modifiers.isStatic = true
        case "mutating": modifiers.isMutating = true
        case "lazy": modifiers.isLazy = true
        default: break
        }
      default: unsupported(.modifiers, at: span(modifier))
      }
    }
    return modifiers
  }

  // MARK: - Variables and functions

  private mutating func variable(_ node: VariableDeclSyntax) -> StatementNode.Kind {
    _ = modifiers(node.modifiers, attributes: node.attributes, allowing: [])
    let types = types(of: node.bindings)
    let bindings = zip(node.bindings, types).map { binding, type -> BindingNode in
      if let block = binding.accessorBlock, node.bindingSpecifier.text == "let" {
        refuseAccessors(block, of: binding.pattern.trimmedDescription)
      }
      return BindingNode(
        pattern: pattern(binding.pattern),
        type: type,
        value: binding.initializer.map { expression($0.value) },
        accessors: binding.accessorBlock.map { accessors($0) }
      )
    }
    return .binding(isConstant: node.bindingSpecifier.text == "let", bindings)
  }

  /// The types of names; in `var a, b: T` a type is that of every name before it.
  private mutating func types(of bindings: PatternBindingListSyntax) -> [TypeNode?] {
    var types: [TypeNode?] = []
    var shared: TypeNode?
    for binding in bindings.reversed() {
      let own = binding.typeAnnotation.map { type($0.type) }
      // A value ends what is shared.
      shared = binding.initializer == nil ? own ?? shared : nil
      types.append(own ?? shared)
    }
    return types.reversed()
  }

  mutating func function(_ node: FunctionDeclSyntax) -> FunctionNode? {
    if let generics = node.genericParameterClause { unsupported(.generics, at: span(generics)) }
    var name = NameNode(Self.name(node.name), at: span(node.name))
    let fixities = node.modifiers.map(\.name.text).filter { $0 == "prefix" || $0 == "postfix" }
    if fixities == ["postfix"] {
      name = .postfixOperator(name.text, at: name.span)
    } else if case .binaryOperator = node.name.tokenKind, fixities.isEmpty,
      node.signature.parameterClause.parameters.count == 1
    {
      report(
        "operator-fixity",
        "an operator with one operand must be 'prefix' or 'postfix'",
        at: name.span,
        help: "write 'prefix func \(name.text)'"
      )
    }
    return function(
      name,
      node.signature.parameterClause,
      effects: node.signature.effectSpecifiers,
      result: node.signature.returnClause,
      body: node.body
    )
  }

  private mutating func function(
    _ name: NameNode,
    _ parameters: FunctionParameterClauseSyntax,
    effects: FunctionEffectSpecifiersSyntax?,
    result: ReturnClauseSyntax?,
    body: CodeBlockSyntax?
  ) -> FunctionNode {
    var effect = FunctionNode.Effect.none
    if let effects {
      if effects.asyncSpecifier != nil { unsupported(.concurrency, at: span(effects)) }
      if let clause = effects.throwsClause {
        effect = clause.throwsSpecifier.text == "rethrows" ? .rethrowing : .throwing
      }
    }
    return FunctionNode(
      name: name,
      parameters: parameters.parameters.map { self.parameter($0) },
      effect: effect,
      thrown: effects?.throwsClause?.type.map { type($0) },
      result: result.map { type($0.type) },
      body: body.map { block($0) } ?? []
    )
  }

  /// Refuses `async`, and typed `throws` where it is part of a function's type.
  mutating func refuseUnknownEffects(_ effects: some EffectSpecifiersSyntax) {
    if effects.asyncSpecifier != nil { unsupported(.concurrency, at: span(effects)) }
    if effects.throwsClause?.type != nil { unsupported(.typedThrows, at: span(effects)) }
  }

  private mutating func parameter(_ node: FunctionParameterSyntax) -> ParameterNode {
    let name = node.secondName ?? node.firstName
    let label = Self.name(node.firstName)
    let attributes =
      node.type.as(AttributedTypeSyntax.self)?.attributes
      .map(\.trimmedDescription) ?? []
    var builder: NameNode?
    for attribute in node.attributes {
      if builder == nil, case .attribute(let plain) = attribute, plain.arguments == nil {
        let name = plain.attributeName
        builder = NameNode(name.trimmedDescription, at: span(name))
      } else {
        unsupported(.attributes, at: span(attribute))
      }
    }
    return ParameterNode(
      label: label == "_" ? nil : label,
      name: NameNode(Self.name(name), at: span(name)),
      type: type(node.type),
      defaultValue: node.defaultValue.map { expression($0.value) },
      isVariadic: node.ellipsis != nil,
      isAutoclosure: attributes.contains("@autoclosure"),
      isEscaping: attributes.contains("@escaping"),
      resultBuilder: builder
    )
  }

  /// A name without backticks.
  static func name(_ token: TokenSyntax) -> String {
    let text = token.text
    return text.hasPrefix("`") && text.count > 2 ? String(text.dropFirst().dropLast()) : text
  }

  private mutating func typeAlias(_ node: TypeAliasDeclSyntax) -> (name: NameNode, type: TypeNode)?
  {
    _ = modifiers(node.modifiers, attributes: node.attributes, allowing: [])
    if let generics = node.genericParameterClause {
      unsupported(.generics, at: span(generics))
      return nil
    }
    let name = NameNode(Self.name(node.name), at: span(node.name))
    return (name, type(node.initializer.value))
  }

  // MARK: - Types

  /// The attributes of a type without `@resultBuilder`, and whether that is among them.
  private func typeAttributes(
    _ list: AttributeListSyntax
  ) -> (others: [AttributeListSyntax.Element], isBuilder: Bool) {
    // A list of syntax that is filtered stands in a copy of the whole tree.
    let others = Array(list).filter { $0.trimmedDescription != "@resultBuilder" }
    return (others, others.count < list.count)
  }

  /// A structure, an enumeration or an extension.
  private mutating func typeDeclaration(_ node: DeclSyntax) -> TypeDeclarationNode? {
    if let structure = node.as(StructDeclSyntax.self) {
      let (attributes, isBuilder) = typeAttributes(structure.attributes)
      _ = modifiers(structure.modifiers, attributes: attributes, allowing: [])
      if let generics = structure.genericParameterClause {
        unsupported(.generics, at: span(generics))
        return nil
      }
      var declaration = TypeDeclarationNode(
        kind: .structure,
        name: NameNode(Self.name(structure.name), at: span(structure.name)),
        inherited: inherited(structure.inheritanceClause),
        members: members(structure.memberBlock)
      )
      declaration.isResultBuilder = isBuilder
      return declaration
    }
    if let enumeration = node.as(EnumDeclSyntax.self) {
      let (attributes, isBuilder) = typeAttributes(enumeration.attributes)
      _ = modifiers(enumeration.modifiers, attributes: attributes, allowing: ["indirect"])
      if let generics = enumeration.genericParameterClause {
        unsupported(.generics, at: span(generics))
        return nil
      }
      let isIndirect = enumeration.modifiers.contains { $0.name.text == "indirect" }
      var declaration = TypeDeclarationNode(
        kind: isIndirect ? .indirectEnumeration : .enumeration,
        name: NameNode(Self.name(enumeration.name), at: span(enumeration.name)),
        inherited: inherited(enumeration.inheritanceClause),
        members: members(enumeration.memberBlock)
      )
      declaration.isResultBuilder = isBuilder
      return declaration
    }
    guard let node = node.as(ExtensionDeclSyntax.self) else { return nil }
    let place = span(node.extendedType)
    _ = modifiers(node.modifiers, attributes: node.attributes, allowing: [])
    var extended = type(node.extendedType)
    if let clause = node.genericWhereClause {
      guard let arguments = arguments(of: extended, in: clause) else {
        unsupported(.constrainedExtensions, at: span(clause))
        return nil
      }
      extended = arguments
    }
    return TypeDeclarationNode(
      kind: .extension,
      name: NameNode(node.extendedType.trimmedDescription, at: place),
      extended: extended,
      inherited: inherited(node.inheritanceClause),
      members: members(node.memberBlock)
    )
  }

  /// The type that a collection is where a clause gives all its parameters: `Array where Element == Int`
  /// is `[Int]`.
  private mutating func arguments(
    of type: TypeNode,
    in clause: GenericWhereClauseSyntax
  ) -> TypeNode? {
    guard case .name(let name, let written) = type.kind, written.isEmpty else { return nil }
    let parameters: [String]
    switch name {
    case "Array", "Set": parameters = ["Element"]
    case "Dictionary": parameters = ["Key", "Value"]
    default: return nil
    }
    var given: [String: TypeNode] = [:]
    for requirement in clause.requirements {
      guard case .sameTypeRequirement(let same) = requirement.requirement,
        same.equal.text == "==", case .type(let left) = same.leftType,
        case .type(let right) = same.rightType
      else { return nil }
      given[left.trimmedDescription] = self.type(right)
    }
    let arguments = parameters.compactMap { given.removeValue(forKey: $0) }
    guard arguments.count == parameters.count, given.isEmpty else { return nil }
    return TypeNode(.name(name, arguments: arguments), at: type.span)
  }

  private mutating func inherited(_ clause: InheritanceClauseSyntax?) -> [TypeNode] {
    clause?.inheritedTypes.map { type($0.type) } ?? []
  }

  private mutating func members(_ block: MemberBlockSyntax) -> [MemberNode] {
    block.members.flatMap { self.members($0.decl) }
  }

  private mutating func members(_ node: DeclSyntax) -> [MemberNode] {
    let span = span(node)
    switch node.as(DeclSyntaxEnum.self) {
    case .variableDecl(let variable): return properties(variable, at: span)
    case .functionDecl(let function):
      let allowed: Set<String> = [
        "static", "mutating", "nonmutating", "prefix", "postfix", "infix",
      ]
      let modifiers = modifiers(
        function.modifiers,
        attributes: function.attributes,
        allowing: allowed
      )
      return self.function(function).map {
        [MemberNode(.method($0), modifiers: modifiers, at: span)]
      }
        ?? []
    case .initializerDecl(let initializer): return [self.initializer(initializer, at: span)]
    case .subscriptDecl(let declaration): return [self.subscripting(declaration, at: span)]
    case .enumCaseDecl(let declaration): return [self.cases(declaration, at: span)]
    case .structDecl, .enumDecl:
      return deeper(at: node, []) { lowering in
        lowering.typeDeclaration(node).map {
          [MemberNode(.type($0), modifiers: MemberNode.Modifiers(), at: span)]
        } ?? []
      }
    case .typeAliasDecl(let alias):
      return typeAlias(alias).map {
        [MemberNode(.typeAlias($0.name, $0.type), modifiers: MemberNode.Modifiers(), at: span)]
      } ?? []
    case .missingDecl: return []
    default:
      _ = declaration(node)
      return []
    }
  }

  private mutating func properties(
    _ node: VariableDeclSyntax,
    at span: SourceSpan
  ) -> [MemberNode] {
    let modifiers = modifiers(
      node.modifiers,
      attributes: node.attributes,
      allowing: ["static", "lazy"]
    )
    let types = types(of: node.bindings)
    return zip(node.bindings, types).compactMap { binding, type in
      guard let pattern = binding.pattern.as(IdentifierPatternSyntax.self) else {
        unsupported(.patterns, at: self.span(binding.pattern))
        return nil
      }
      let property = PropertyNode(
        name: NameNode(Self.name(pattern.identifier), at: self.span(pattern)),
        isConstant: node.bindingSpecifier.text == "let",
        type: type,
        value: binding.initializer.map { expression($0.value) },
        accessors: binding.accessorBlock.map { self.accessors($0) }
      )
      if property.isConstant, let block = binding.accessorBlock {
        refuseAccessors(block, of: property.name.text)
      }
      return MemberNode(.property(property), modifiers: modifiers, at: span)
    }
  }

  private mutating func refuseAccessors(_ block: AccessorBlockSyntax, of name: String) {
    report(
      "accessors-of-constant",
      "a constant has neither accessors nor observers",
      at: span(block),
      help: "write 'var \(name)'"
    )
  }

  private mutating func accessors(_ node: AccessorBlockSyntax) -> AccessorsNode {
    var accessors = AccessorsNode()
    switch node.accessors {
    case .getter(let body):
      accessors.getter = .init(parameter: NameNode("", at: span(node)), body: statements(body))
    case .accessors(let list):
      for accessor in list { add(accessor, to: &accessors) }
    }
    return accessors
  }

  private mutating func add(_ node: AccessorDeclSyntax, to accessors: inout AccessorsNode) {
    let keyword = node.accessorSpecifier.text
    if let effects = node.effectSpecifiers { unsupported(.throwingAccessors, at: span(effects)) }
    let implied = keyword == "didSet" ? "oldValue" : "newValue"
    let parameter =
      node.parameters.map { NameNode(Self.name($0.name), at: span($0.name)) }
      ?? NameNode(implied, at: span(node.accessorSpecifier))
    let accessor = AccessorsNode.Accessor(
      parameter: parameter,
      body: node.body.map { block($0) } ?? []
    )
    switch keyword {
    case "get":
      accessors.getter = accessor
      accessors.isGetterMutating = node.modifier?.name.text == "mutating"
    case "set": accessors.setter = accessor
    case "willSet": accessors.willSet = accessor
    case "didSet": accessors.didSet = accessor
    default: unsupported(.other, at: span(node))
    }
  }

  private mutating func initializer(
    _ node: InitializerDeclSyntax,
    at span: SourceSpan
  ) -> MemberNode {
    let modifiers = modifiers(node.modifiers, attributes: node.attributes, allowing: [])
    if let generics = node.genericParameterClause {
      unsupported(.generics, at: self.span(generics))
    }
    if let mark = node.optionalMark, mark.text == "!" {
      unsupported(.unwrappedInitializers, at: self.span(mark))
    }
    let function = function(
      NameNode("init", at: self.span(node.initKeyword)),
      node.signature.parameterClause,
      effects: node.signature.effectSpecifiers,
      result: nil,
      body: node.body
    )
    return MemberNode(
      .initializer(function, isFailable: node.optionalMark != nil),
      modifiers: modifiers,
      at: span
    )
  }

  private mutating func subscripting(
    _ node: SubscriptDeclSyntax,
    at span: SourceSpan
  ) -> MemberNode {
    let modifiers = modifiers(node.modifiers, attributes: node.attributes, allowing: ["static"])
    if let generics = node.genericParameterClause {
      unsupported(.generics, at: self.span(generics))
    }
    var function = function(
      NameNode("subscript", at: self.span(node.subscriptKeyword)),
      node.parameterClause,
      effects: nil,
      result: node.returnClause,
      body: nil
    )
    // A subscript's argument has a label only where the declaration writes two names.
    for (index, parameter) in node.parameterClause.parameters.enumerated()
    where parameter.secondName == nil {
      function.parameters[index].label = nil
    }
    let accessors = node.accessorBlock.map { self.accessors($0) } ?? AccessorsNode()
    return MemberNode(.subscripting(function, accessors), modifiers: modifiers, at: span)
  }

  private mutating func cases(_ node: EnumCaseDeclSyntax, at span: SourceSpan) -> MemberNode {
    _ = modifiers(node.modifiers, attributes: node.attributes, allowing: ["indirect"])
    let isIndirect = node.modifiers.contains { $0.name.text == "indirect" }
    let cases = node.elements.map { element -> EnumCaseNode in
      let parameters = element.parameterClause?.parameters.map { parameter -> ParameterNode in
        let label = parameter.firstName.map { Self.name($0) }
        return ParameterNode(
          label: label == "_" ? nil : label,
          name: NameNode(label ?? "_", at: self.span(parameter)),
          type: type(parameter.type),
          defaultValue: parameter.defaultValue.map { expression($0.value) }
        )
      }
      return EnumCaseNode(
        name: NameNode(Self.name(element.name), at: self.span(element.name)),
        parameters: parameters ?? [],
        rawValue: element.rawValue.map { expression($0.value) }
      )
    }
    return MemberNode(
      .cases(cases, isIndirect: isIndirect),
      modifiers: MemberNode.Modifiers(),
      at: span
    )
  }
}
