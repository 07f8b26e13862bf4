import Diagnostics

/// What can be called by a name: a declaration of the library, read from its Swift signature, or
/// one of the lesson.
struct Callable: Sendable {
  enum Kind: Sendable {
    case function
    case method
    case mutatingMethod
    case staticMethod
    case property
    case staticProperty
    case initializer
    case subscripting
    case staticSubscript
  }

  struct Parameter: Sendable {
    var label: String?
    /// The type of the argument; `.inout` where it is passed by `&`, an array where it is variadic.
    var type: Type
    var defaultValue: DefaultValue?
    var isVariadic = false
    /// Whether the argument is an expression that becomes a closure.
    var isAutoclosure = false
    /// Whether a function that is passed may be kept.
    var isEscaping = false
    /// The type whose static methods build the value of a closure's statements.
    var resultBuilder: String?

    /// The type of one argument.
    var argumentType: Type { argumentType(type) }

    /// The type of one argument, where the parameter's is this: its element where it is variadic.
    func argumentType(_ type: Type) -> Type {
      guard isVariadic, case .nominal(.array, let elements) = type else { return type }
      return elements[0]
    }

    /// Whether it takes a function only to call it, or to pass it on to one that does.
    var lends: Bool {
      if isAutoclosure { return !isEscaping }
      if case .function = type { return !isEscaping && !isVariadic }
      return false
    }
  }

  enum Implementation: Sendable {
    case intrinsic(Intrinsic)
    case host(Int)
    case function(FunctionID)
    /// A stored property.
    case field(Int)
    /// A stored property of the type itself.
    case variable(VariableID)
    /// A structure from the values of its stored properties.
    case structure(DeclaredType)
    /// Case n of an enumeration.
    case enumCase(DeclaredType, Int)
    /// A value that is always the same.
    case value(TypedExpression)
    /// Swift has it, the language does not: what to write instead.
    case refused(help: String)
  }

  var name: String
  var kind: Kind
  /// The type that it is a member of, generic parameters included.
  var owner: Type?
  /// The number of generic parameters, the owner's first.
  var genericCount = 0
  /// What a generic parameter must conform to.
  var constraints: [(parameter: Int, trait: Trait)] = []
  /// Same-type requirements: `where S.Element == T` and extensions such as `where Element == String`.
  var sameTypes: [(Type, Type)] = []
  var parameters: [Parameter]
  var result: Type
  var isThrowing = false
  /// Whether it throws where a function that it is passed does.
  var isRethrowing = false
  /// The only type of errors that it throws; nil for any.
  var thrown: Type?
  /// Whether a property or subscript can be assigned.
  var isSettable = false
  /// Whether it can be used only inside its type, and whether it can be assigned only there.
  var isPrivate = false
  var isSetterPrivate = false
  /// The setter of a computed property or subscript of the lesson.
  var setter: FunctionID?
  /// Whether reading a property changes the value that it is of.
  var isGetterMutating = false
  var implementation: Implementation
  /// How it is written, for messages.
  var signature: String
  /// Where the lesson declares it; nil for the library's.
  var span: SourceSpan?

  /// The lesson's function; nil for the library's.
  var function: FunctionID? {
    if case .function(let id) = implementation { id } else { nil }
  }

  /// Whether what it is called with becomes a part of its value.
  var storesArguments: Bool {
    switch implementation {
    case .structure, .enumCase: true
    case .intrinsic, .host, .function, .field, .variable, .value, .refused: false
    }
  }

  /// The type of the call's value where it is passed as a function.
  var functionType: Type {
    .function(parameters.map(\.type), result, isThrowing: isThrowing)
  }
}

/// The value of a parameter that the caller leaves out.
indirect enum DefaultValue: Sendable {
  case int(Int)
  case double(Double)
  case bool(Bool)
  case string(String)
  case none
  case emptyArray
  /// `.name`, of the parameter's type.
  case member(String)
  /// `.name(label: value)`, of the parameter's type, or of a named one: `Name(label: value)`.
  case call(String, isMember: Bool, arguments: [(label: String?, value: DefaultValue)])
  /// A default that the lesson wrote, checked where it stands.
  case expression(TypedExpression)
}

/// The protocols that library signatures constrain their parameters with.
enum Trait: String, Sendable {
  case equatable = "Equatable"
  case hashable = "Hashable"
  case comparable = "Comparable"
  case additiveArithmetic = "AdditiveArithmetic"
  case numeric = "Numeric"
  case signedNumeric = "SignedNumeric"
  case binaryInteger = "BinaryInteger"
  case floatingPoint = "FloatingPoint"
  case strideable = "Strideable"
  /// A number literal whose type nothing else has decided.
  case numberLiteral = "NumberLiteral"
  case error = "Error"
  case caseIterable = "CaseIterable"
  case customStringConvertible = "CustomStringConvertible"
  case customDebugStringConvertible = "CustomDebugStringConvertible"
  case sequence = "Sequence"
  case collection = "Collection"
  /// Sequences that are no texts: what `joined()` makes one sequence of.
  case listSequence = "ListSequence"
  case stringProtocol = "StringProtocol"
  /// Equatable types, and tuples of them: what `==` takes.
  case equatableOperand = "EquatableOperand"
  /// Comparable types, and tuples of them: what `<` takes.
  case comparableOperand = "ComparableOperand"
}
