/// A declaration of the library, read from its Swift signature.
struct LibraryDeclaration: Sendable {
  enum Kind: Sendable {
    case function
    case method
    case mutatingMethod
    case staticMethod
    case property
    case staticProperty
    case initializer
    case subscripting
  }

  struct Parameter: Sendable {
    var label: String?
    var type: Type
    var defaultValue: LibraryDefault?
    var isVariadic: Bool
  }

  enum Implementation: Sendable {
    case intrinsic(Intrinsic)
    case host(Int)
    /// Swift has it, the language does not: what to write instead.
    case refused(help: String)
  }

  var name: String
  var kind: Kind
  /// The type that the declaration is a member of, generic parameters included.
  var owner: Type?
  /// The number of generic parameters, the owner's first.
  var genericCount: Int
  /// What a generic parameter must conform to.
  var constraints: [(parameter: Int, trait: Trait)]
  /// Same-type requirements: `where S.Element == T` and extensions such as `where Element == String`.
  var sameTypes: [(Type, Type)]
  var parameters: [Parameter]
  var result: Type
  var implementation: Implementation
  var signature: String
}

/// The value of a parameter that the caller leaves out.
enum LibraryDefault: Sendable {
  case int(Int)
  case double(Double)
  case bool(Bool)
  case string(String)
  case none
  case member(String)
}

/// The protocols that library signatures constrain their parameters with.
enum Trait: String, Sendable {
  case equatable = "Equatable"
  case comparable = "Comparable"
  case additiveArithmetic = "AdditiveArithmetic"
  case numeric = "Numeric"
  case signedNumeric = "SignedNumeric"
  case binaryInteger = "BinaryInteger"
  case floatingPoint = "FloatingPoint"
  case strideable = "Strideable"
  /// A number literal whose type nothing else has decided.
  case numberLiteral = "NumberLiteral"
  case sequence = "Sequence"
  case collection = "Collection"
  /// Equatable types, and tuples of them: what `==` takes.
  case equatableOperand = "EquatableOperand"
  /// Comparable types, and tuples of them: what `<` takes.
  case comparableOperand = "ComparableOperand"
}
