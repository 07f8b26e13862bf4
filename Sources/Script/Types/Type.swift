/// A type of the language, as the checker and the compiler see it.
public indirect enum Type: Hashable, Sendable {
  /// A named type with its generic arguments: `Int`, `Array<Double>`, `Tensor`.
  case nominal(Nominal, [Type])
  /// A tuple; the empty one is `Void`.
  case tuple([TupleElement])
  /// A function value; whether it may throw.
  case function([Type], Type, isThrowing: Bool = false)
  /// A parameter that is changed in place: `inout T`.
  case `inout`(Type)
  /// A type that inference has not decided yet; never in a checked program.
  case variable(Int)
  /// The n-th generic parameter of a library signature; never in a checked program.
  case parameter(Int)
  /// `S.Element` of a library signature's generic parameter; never in a checked program.
  case element(Type)
  /// The type of something that has already been reported.
  case invalid

  /// One element of a tuple type.
  public struct TupleElement: Hashable, Sendable {
    /// The label, where there is one.
    public var label: String?
    /// The element's type.
    public var type: Type

    /// Creates an element.
    public init(_ label: String? = nil, _ type: Type) {
      self.label = label
      self.type = type
    }
  }

  /// `Int`.
  public static let int = Type.nominal(.int, [])
  /// `Double`.
  public static let double = Type.nominal(.double, [])
  /// `Float`.
  public static let float = Type.nominal(.float, [])
  /// `Bool`.
  public static let bool = Type.nominal(.bool, [])
  /// `String`.
  public static let string = Type.nominal(.string, [])
  /// `Substring`.
  static let substring = Type.nominal(.substring, [])
  /// `Character`.
  static let character = Type.nominal(.character, [])
  /// `Unicode.Scalar`.
  static let unicodeScalar = Type.nominal(.unicodeScalar, [])
  /// `String.Index`.
  static let stringIndex = Type.nominal(.stringIndex, [])
  /// `Void`.
  public static let void = Type.tuple([])

  /// `Never`.
  public static let never = Type.nominal(.never, [])
  /// `any Error`.
  public static let error = Type.nominal(.error, [])

  /// The declaration of a structure or an enumeration of the lesson.
  var declaration: DeclaredType? {
    if case .nominal(.declared(let declaration), _) = self { declaration } else { nil }
  }

  /// Whether it is a function that may throw.
  var isThrowingFunction: Bool {
    if case .function(_, _, true) = self { true } else { false }
  }

  /// How many optionals are around what is none.
  var optionalDepth: Int { wrapped.map { $0.optionalDepth + 1 } ?? 0 }

  /// The integer type that it is, where it is another than `Int`.
  var integerType: IntegerType? {
    if case .nominal(.integer(let type), _) = self { type } else { nil }
  }

  /// Whether it is any integer type, and whether one with a sign.
  var isInteger: Bool { self == .int || integerType != nil }
  var isSignedInteger: Bool { integerType?.isSigned ?? (self == .int) }

  /// Whether it is a `String` or a `Substring`.
  var isText: Bool { self == .string || self == .substring }

  /// The type that an optional wraps.
  var wrapped: Type? {
    if case .nominal(.optional, let arguments) = self { arguments.first } else { nil }
  }

  /// Returns `[element]`.
  public static func array(_ element: Type) -> Type { .nominal(.array, [element]) }
  /// Returns `[key: value]`.
  static func dictionary(_ key: Type, _ value: Type) -> Type {
    .nominal(.dictionary, [key, value])
  }
  /// Returns `wrapped?`.
  public static func optional(_ wrapped: Type) -> Type { .nominal(.optional, [wrapped]) }
}

/// The named types; a host type is known by its name alone.
public enum Nominal: Hashable, Sendable {
  /// A 64-bit integer; overflow is a run-time error.
  case int
  /// An integer of another type than `Int`.
  case integer(IntegerType)
  /// A 64-bit floating-point number.
  case double
  /// A 32-bit floating-point number.
  case float
  /// A truth value.
  case bool
  /// An enumeration of the standard library.
  case enumeration(LibraryEnumeration)
  /// Text.
  case string
  /// A part of a text, which remembers where it begins.
  case substring
  /// One character: at run time a string that has no other.
  case character
  /// `String.Index`.
  case stringIndex
  /// `String.UTF8View` and `String.UTF16View`: arrays of their code units at run time.
  case utf8View
  case utf16View
  /// `String.UnicodeScalarView`: an array of its scalars at run time.
  case unicodeScalarView
  /// `Unicode.Scalar`.
  case unicodeScalar
  /// `T.Type`, of the type: nothing at run time, since types are decided before.
  case metatype
  /// Foundation's `CharacterSet`.
  case characterSet
  /// What `hash(into:)` combines values into.
  case hasher
  /// `Array<Element>`.
  case array
  /// `ArraySlice<Element>`: at run time the index of its first element, and an array.
  case arraySlice
  /// `Dictionary<Key, Value>`: at run time an array of its pairs that knows where each key stands.
  case dictionary
  /// `Dictionary<Key, Value>.Keys`: an array at run time.
  case dictionaryKeys
  /// `Dictionary<Key, Value>.Values`: an array at run time.
  case dictionaryValues
  /// `Set<Element>`: at run time an array of its members that knows where each stands.
  case set
  /// `Range<Bound>` over `Int` or `Double`.
  case range
  /// `ClosedRange<Bound>` over `Int` or `Double`.
  case closedRange
  /// `PartialRangeFrom<Bound>`, `PartialRangeUpTo<Bound>` and `PartialRangeThrough<Bound>`: their
  /// bound at run time.
  case partialRangeFrom
  case partialRangeUpTo
  case partialRangeThrough
  /// `Optional<Wrapped>`.
  case optional
  /// What `zip` returns, of the two sequences' types: an array of pairs at run time.
  case zip2Sequence
  /// What `enumerated()` returns, of the sequence's type: an array of (offset, element) pairs.
  case enumeratedSequence
  /// What `reversed()` returns, of the collection's type: the reversed array at run time.
  case reversedCollection
  /// What `joined()` returns, of the type of a sequence of sequences: an array at run time.
  case flattenSequence
  /// What `stride(from:to:by:)` returns, of the number's type: an array at run time.
  case strideTo
  /// What `stride(from:through:by:)` returns, of the number's type: an array at run time.
  case strideThrough
  /// A type that the host publishes, such as `Tensor`.
  case host(String)
  /// A structure or an enumeration of the lesson.
  case declared(DeclaredType)
  /// `any Error`: a value of any type of the lesson that is an error, in an object.
  case error
  /// What a function that does not return returns.
  case never

  /// The name in Swift.
  public var name: String {
    switch self {
    case .int: "Int"
    case .integer(let type): type.rawValue
    case .double: "Double"
    case .float: "Float"
    case .bool: "Bool"
    case .enumeration(let type): type.rawValue
    case .string: "String"
    case .substring: "Substring"
    case .character: "Character"
    case .stringIndex: "String.Index"
    case .characterSet: "CharacterSet"
    case .hasher: "Hasher"
    case .array: "Array"
    case .arraySlice: "ArraySlice"
    case .dictionary: "Dictionary"
    case .dictionaryKeys: "Dictionary.Keys"
    case .dictionaryValues: "Dictionary.Values"
    case .set: "Set"
    case .range: "Range"
    case .closedRange: "ClosedRange"
    case .partialRangeFrom: "PartialRangeFrom"
    case .partialRangeUpTo: "PartialRangeUpTo"
    case .partialRangeThrough: "PartialRangeThrough"
    case .utf8View: "String.UTF8View"
    case .utf16View: "String.UTF16View"
    case .unicodeScalarView: "String.UnicodeScalarView"
    case .unicodeScalar: "Unicode.Scalar"
    case .metatype: "Type"
    case .optional: "Optional"
    case .zip2Sequence: "Zip2Sequence"
    case .enumeratedSequence: "EnumeratedSequence"
    case .reversedCollection: "ReversedCollection"
    case .flattenSequence: "FlattenSequence"
    case .strideTo: "StrideTo"
    case .strideThrough: "StrideThrough"
    case .host(let name): name
    case .declared(let type): type.name
    case .error: "any Error"
    case .never: "Never"
    }
  }
}

extension Nominal {
  /// Whether it is a range, with both ends or with one.
  var isRange: Bool {
    switch self {
    case .range, .closedRange, .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough: true
    default: false
    }
  }
}

extension Type: CustomStringConvertible {
  /// The type as Swift's own messages write it.
  public var description: String {
    switch self {
    case .nominal(.array, let arguments) where arguments.count == 1: return "[\(arguments[0])]"
    case .nominal(.dictionary, let arguments) where arguments.count == 2:
      return "[\(arguments[0]) : \(arguments[1])]"
    case .nominal(.optional, let arguments) where arguments.count == 1:
      if case .function = arguments[0] { return "(\(arguments[0]))?" }
      return "\(arguments[0])?"
    case .nominal(.metatype, let arguments): return "\(arguments[0]).Type"
    case .nominal(let nominal, let arguments):
      guard !arguments.isEmpty else { return nominal.name }
      return "\(nominal.name)<\(arguments.map(\.description).joined(separator: ", "))>"
    case .tuple(let elements):
      guard !elements.isEmpty else { return "Void" }
      let parts = elements.map { element in
        element.label.map { "\($0): \(element.type)" } ?? element.type.description
      }
      return "(\(parts.joined(separator: ", ")))"
    case .function(let parameters, let result, let isThrowing):
      let list = parameters.map(\.description).joined(separator: ", ")
      return "(\(list))\(isThrowing ? " throws" : "") -> \(result)"
    case .inout(let type): return "inout \(type)"
    case .variable: return "_"
    case .parameter(let index): return "T\(index)"
    case .element(let sequence): return "\(sequence).Element"
    case .invalid: return "<<invalid>>"
    }
  }
}
