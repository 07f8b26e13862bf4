/// A value as it crosses between the language and the host.
public enum Value: Sendable {
  /// `Void`.
  case void
  /// `Int`.
  case int(Int)
  /// `Double`.
  case double(Double)
  /// `Float`.
  case float(Float)
  /// `Bool`.
  case bool(Bool)
  /// `String`.
  case string(String)
  /// `[Double]`, and ranges never; kept flat because hosts take many numbers.
  case doubles([Double])
  /// `[Int]`.
  case ints([Int])
  /// Any other array.
  case array([Value])
  /// A tuple; a range is the tuple of its bounds.
  case tuple([Value])
  /// nil, or a value of an optional type.
  indirect case optional(Value?)
  /// A value of a host type.
  case object(any HostObject)
  /// A function value; call it through the `HostContext`.
  case function(HostClosure)
}

/// A value of a type that the host publishes.
public protocol HostObject: Sendable {
  /// What `print`, interpolation and the display of a cell's value show.
  var displayText: String { get }
  /// What stands for it inside a printed collection; `displayText` unless said otherwise.
  var nestedText: String { get }
  /// All of its content, numbers in full precision: what expectations compare with.
  var exactText: String { get }
  /// The memory it holds, for the budget.
  var byteCount: Int { get }
  /// Whether it equals another value of the same type; nil where the type has no equality.
  func isEqual(to other: any HostObject) -> Bool?
  /// The picture that it is shown as; nil where it is shown as text.
  ///
  /// - Throws: A `HostError` where it cannot be drawn.
  func picture() throws -> (any HostPicture)?
}

extension HostObject {
  /// The text of `displayText`.
  public var nestedText: String { displayText }
  /// No picture.
  public func picture() throws -> (any HostPicture)? { nil }
}

/// A function value of the language, in the hands of the host during one call.
public struct HostClosure: @unchecked Sendable {
  /// The machine's own reference.
  public let reference: AnyObject

  /// Creates a closure from the machine's reference.
  public init(reference: AnyObject) { self.reference = reference }
}

/// Why a host function could not do what it was asked.
public struct HostError: Error, Sendable {
  /// A stable identifier, such as `shape-mismatch`.
  public var id: String
  /// The sentence with the values.
  public var message: String
  /// What to write instead.
  public var help: String?

  /// Creates an error.
  public init(_ id: String, _ message: String, help: String? = nil) {
    self.id = id
    self.message = message
    self.help = help
  }
}

/// What a host function may ask of the machine while it runs.
public protocol HostContext {
  /// The seed of the session: that of generators which are made without one.
  var seed: Int { get }
  /// Makes sure that the budget still has so many bytes, before they are allocated.
  func reserve(bytes: Int) throws
  /// Counts bytes that stay in use until the function of the lesson returns that the host has called
  /// and that runs now; such as what a gradient remembers of every operation.
  func keep(bytes: Int) throws
  /// Charges work to the budget of steps, and looks at the clock.
  func charge(steps: Int) throws
  /// Calls a function value; what it leaves in `inout` parameters comes back in their places.
  func call(_ closure: HostClosure, _ arguments: inout [Value]) throws -> Value
}

extension HostContext {
  /// Calls a function value none of whose parameters is `inout`.
  public func call(_ closure: HostClosure, _ arguments: [Value]) throws -> Value {
    var arguments = arguments
    return try call(closure, &arguments)
  }
}

/// A function of the host: its Swift signature beside the code that runs it.
public struct HostFunction: Sendable {
  /// The Swift declaration, such as `func softmax(_ z: Tensor, axis: Int = 0) -> Tensor`.
  public var signature: String
  /// The type it is a member of; nil for a free function or an operator.
  public var owner: String?
  /// What a function does with its arguments; a method's `self` comes first.
  ///
  /// What it leaves in the places of `inout` parameters, and of `self` where the method is
  /// `mutating`, goes back to the caller. The values are the function's own: a large one can be
  /// changed without a copy once it has been taken out of the array.
  public typealias Body = @Sendable (any HostContext, inout [Value]) throws -> Value

  /// What it does.
  public var body: Body
  /// What an assignment does, where the property or subscript is declared `{ get set }`: its
  /// arguments are those of the body, and the new value; it leaves the changed `self` in place.
  public var setter: Body?

  /// Creates a function.
  public init(
    _ signature: String,
    in owner: String? = nil,
    setter: Body? = nil,
    _ body: @escaping Body
  ) {
    self.signature = signature
    self.owner = owner
    self.body = body
    self.setter = setter
  }
}

/// A type of the host.
public struct HostType: Sendable {
  /// Its name.
  public var name: String
  /// The number of its generic parameters: 1 of `PandaResult<Model>`.
  public var genericCount: Int
  /// Whether `==` and `!=` are defined on it.
  public var isEquatable: Bool
  /// Builds a value from a literal, for types that can be written as array literals.
  ///
  /// The array arrives as nested `.array`, `.doubles` or `.ints` values. The elements may be number literals
  /// or, to any depth, array literals.
  public var arrayLiteral: (@Sendable (any HostContext, Value) throws -> Value)?

  /// Creates a type.
  public init(
    _ name: String,
    genericCount: Int = 0,
    isEquatable: Bool = false,
    arrayLiteral: (@Sendable (any HostContext, Value) throws -> Value)? = nil
  ) {
    self.name = name
    self.genericCount = genericCount
    self.isEquatable = isEquatable
    self.arrayLiteral = arrayLiteral
  }
}

/// All that the host publishes to the language.
public struct HostLibrary: Sendable {
  /// The types.
  public var types: [HostType]
  /// The functions; a checked program refers to them by index.
  public var functions: [HostFunction]

  /// Creates a library.
  public init(types: [HostType] = [], functions: [HostFunction] = []) {
    self.types = types
    self.functions = functions
  }

  /// Adds what another library publishes.
  public static func += (left: inout HostLibrary, right: HostLibrary) {
    left.types += right.types
    left.functions += right.functions
  }
}
