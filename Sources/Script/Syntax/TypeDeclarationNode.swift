public import Diagnostics

/// A structure, an enumeration or an extension as written.
public struct TypeDeclarationNode: Sendable {
  /// What is declared.
  public enum Kind: Sendable {
    /// `struct`.
    case structure
    /// `enum`.
    case enumeration
    /// `indirect enum`.
    case indirectEnumeration
    /// `extension`.
    case `extension`
  }

  /// What it is.
  public var kind: Kind
  /// Its name; what an extension extends.
  public var name: NameNode
  /// The type that an extension extends, as written.
  public var extended: TypeNode?
  /// What stands behind the colon: the raw type, protocols.
  public var inherited: [TypeNode]
  /// Its members, in order.
  public var members: [MemberNode]
  /// Whether it is marked `@resultBuilder`.
  public var isResultBuilder = false

  /// Creates a declaration.
  public init(
    kind: Kind,
    name: NameNode,
    extended: TypeNode? = nil,
    inherited: [TypeNode],
    members: [MemberNode]
  ) {
    self.kind = kind
    self.name = name
    self.extended = extended
    self.inherited = inherited
    self.members = members
  }
}

/// A member of a type as written.
public struct MemberNode: Sendable {
  /// The forms of members.
  public enum Kind: Sendable {
    /// A stored or computed property.
    case property(PropertyNode)
    /// A method, or an operator.
    case method(FunctionNode)
    /// `init`; whether it is `init?`.
    case initializer(FunctionNode, isFailable: Bool)
    /// `subscript`: its parameters and result are those of the function.
    case subscripting(FunctionNode, AccessorsNode)
    /// `case a, b(Int)`; whether it is `indirect`.
    case cases([EnumCaseNode], isIndirect: Bool)
    /// A nested type.
    case type(TypeDeclarationNode)
    /// `typealias`.
    case typeAlias(NameNode, TypeNode)
  }

  /// What else is written before a member.
  public struct Modifiers: Sendable {
    /// Whether it is `static`.
    public var isStatic = false
    /// Whether it is `mutating`.
    public var isMutating = false
    /// Whether it is `private`.
    public var isPrivate = false
    /// Whether it is `private(set)`.
    public var isSetterPrivate = false
    /// Whether it is `lazy`.
    public var isLazy = false

    /// Creates the modifiers of a member that has none.
    public init() {}
  }

  /// Its place.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind
  /// What is written before it.
  public var modifiers: Modifiers

  /// Creates a member.
  public init(_ kind: Kind, modifiers: Modifiers, at span: SourceSpan) {
    self.kind = kind
    self.modifiers = modifiers
    self.span = span
  }
}

/// A property as written.
public struct PropertyNode: Sendable {
  /// Its name.
  public var name: NameNode
  /// Whether it is declared by `let`.
  public var isConstant: Bool
  /// The declared type.
  public var type: TypeNode?
  /// The initial value.
  public var value: ExpressionNode?
  /// Its accessors or observers; nil for a plain stored property.
  public var accessors: AccessorsNode?

  /// Creates a property.
  public init(
    name: NameNode,
    isConstant: Bool,
    type: TypeNode?,
    value: ExpressionNode?,
    accessors: AccessorsNode?
  ) {
    self.name = name
    self.isConstant = isConstant
    self.type = type
    self.value = value
    self.accessors = accessors
  }
}

/// What is done when a property or a subscript is read or written.
public struct AccessorsNode: Sendable {
  /// One accessor.
  public struct Accessor: Sendable {
    /// The name of what it is given: `newValue`, `oldValue`, or as written.
    public var parameter: NameNode
    /// Its statements.
    public var body: [StatementNode]

    /// Creates an accessor.
    public init(parameter: NameNode, body: [StatementNode]) {
      self.parameter = parameter
      self.body = body
    }
  }

  /// `get`.
  public var getter: Accessor?
  /// Whether `get` is `mutating`.
  public var isGetterMutating = false
  /// `set`.
  public var setter: Accessor?
  /// `willSet`.
  public var willSet: Accessor?
  /// `didSet`.
  public var didSet: Accessor?

  /// Creates accessors of which none is written.
  public init() {}
}

/// One case of an enumeration as written.
public struct EnumCaseNode: Sendable {
  /// Its name.
  public var name: NameNode
  /// The types of its associated values, with their labels and defaults.
  public var parameters: [ParameterNode]
  /// Its raw value.
  public var rawValue: ExpressionNode?

  /// Creates a case.
  public init(name: NameNode, parameters: [ParameterNode], rawValue: ExpressionNode?) {
    self.name = name
    self.parameters = parameters
    self.rawValue = rawValue
  }
}
