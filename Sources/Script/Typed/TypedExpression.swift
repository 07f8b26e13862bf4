public import Diagnostics

/// An expression whose names, overloads and types are all decided.
public struct TypedExpression: Sendable {
  /// The place in the file.
  public var span: SourceSpan
  /// Its type; free of inference variables.
  public var type: Type
  /// What it is.
  public var kind: Kind

  /// Creates an expression.
  public init(_ kind: Kind, _ type: Type, at span: SourceSpan) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  /// The forms of a typed expression.
  public indirect enum Kind: Sendable {
    /// An `Int`.
    case integer(Int)
    /// A `Double`.
    case double(Double)
    /// A `Float`.
    case float(Float)
    /// A `Bool`.
    case boolean(Bool)
    /// A `String`.
    case string(String)
    /// `nil` of the optional type.
    case none
    /// The parts of an interpolated string, joined; parts that are not strings are described.
    case interpolation([TypedExpression])
    /// The value of a variable.
    case variable(VariableID)
    /// A function as a value.
    case function(FunctionID)
    /// A closure: a function whose captures are taken here.
    case closure(FunctionID)
    /// An array.
    case array([TypedExpression])
    /// A value of a host type written as an array literal: its name and the literal, an array of
    /// `Double` or, nested, of such arrays.
    case hostLiteral(String, TypedExpression)
    /// A tuple.
    case tuple([TypedExpression])
    /// Element n of a tuple, or stored property n of a structure.
    case tupleElement(TypedExpression, Int)
    /// A structure, of the values of all its stored properties.
    case structure([TypedExpression])
    /// Case n of an enumeration, with its associated values.
    case enumCase(Int, [TypedExpression])
    /// The value that statements leave in a variable.
    case statements([TypedStatement], VariableID)
    /// The value of an optional inside of a chain; where it is nil, the whole chain is.
    case chainLink(TypedExpression)
    /// A chain of members behind `?`: nil, or the value of its last member, wrapped where that is no
    /// optional itself.
    case chain(TypedExpression)
    /// A value that is an error, as an `any Error`.
    case error(TypedExpression)
    /// An error as a value of one of the lesson's types, or nil where it is none.
    case errorCast(TypedExpression)
    /// `try? value`: nil where the value throws.
    case attempt(TypedExpression)
    /// `try! value`: fails where the value throws.
    case forcedAttempt(TypedExpression)
    /// `array[index]`.
    case element(TypedExpression, index: TypedExpression)
    /// A call of a function declared in the lesson; all arguments present, in parameter order.
    case call(FunctionID, [TypedExpression])
    /// A call of a function value.
    case callValue(TypedExpression, [TypedExpression])
    /// `&place`, as an argument: of type `.inout`.
    case `inout`(Place)
    /// An operation of the machine.
    case intrinsic(Intrinsic, [TypedExpression])
    /// An operation of the machine that changes a place, such as `append`.
    case mutate(Intrinsic, Place, [TypedExpression])
    /// A call of a function of the host: its index in `HostLibrary.functions`.
    case host(Int, [TypedExpression])
    /// `a && b`.
    case and(TypedExpression, TypedExpression)
    /// `a || b`.
    case or(TypedExpression, TypedExpression)
    /// `a ?? b`: an optional and what stands for nil, of the wrapped or the optional type.
    case coalesce(TypedExpression, TypedExpression)
    /// `condition ? a : b`.
    case conditional(TypedExpression, TypedExpression, TypedExpression)
    /// `expect(condition, message)`: of type `Void`.
    case expectation(TypedExpression, message: TypedExpression?)
  }
}

/// A place that can be assigned: a variable, or a part of one.
public indirect enum Place: Sendable {
  /// A variable.
  case variable(VariableID, Type)
  /// Element n of a tuple, or stored property n of a structure.
  case tupleElement(Place, Int, Type)
  /// The value of an optional, which must not be nil.
  case unwrapped(Place, Type, at: SourceSpan)
  /// `array[index]`; the span is the whole expression's.
  case element(Place, index: TypedExpression, Type, at: SourceSpan)
  /// `dictionary[key]`, of an optional type.
  case entry(Place, key: TypedExpression, Type, at: SourceSpan)
  /// `dictionary[key, default: value]`: the value is evaluated where the key has no entry.
  case entryOrDefault(
    Place,
    key: TypedExpression,
    default: TypedExpression,
    Type,
    at: SourceSpan
  )
  /// What functions read and write: of the base, or of nothing where the base is a type.
  case computed(Accessor, Place?, [TypedExpression], Type, at: SourceSpan)

  /// The type of the value in the place.
  public var type: Type {
    switch self {
    case .variable(_, let type), .tupleElement(_, _, let type), .element(_, _, let type, _),
      .computed(_, _, _, let type, _), .unwrapped(_, let type, _), .entry(_, _, let type, _),
      .entryOrDefault(_, _, _, let type, _):
      type
    }
  }
}

/// The functions behind a property or a subscript that can be assigned.
public enum Accessor: Sendable {
  /// A function of the host with a setter, by its index in `HostLibrary.functions`.
  case host(Int)
  /// Functions of the lesson; whether reading changes the base, as for `lazy` properties.
  case functions(getter: FunctionID, setter: FunctionID, isGetterMutating: Bool)
  /// Stored property n of a structure, which a function of the lesson writes.
  case observed(Int, setter: FunctionID)
}

/// A variable, numbered through the whole session.
public struct VariableID: Hashable, Sendable {
  /// The number: an index into `TypedSession.variables`.
  public var index: Int

  /// Creates an identifier.
  public init(_ index: Int) { self.index = index }
}

/// A function or closure, numbered through the whole session.
public struct FunctionID: Hashable, Sendable {
  /// The number: an index into `TypedSession.functions`.
  public var index: Int

  /// Creates an identifier.
  public init(_ index: Int) { self.index = index }
}
