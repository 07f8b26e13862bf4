import Engine
public import Script

extension HostFunction {
  /// Creates a function from a closure on Swift values.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration; its types are those of the closure.
  ///   - owner: The type it is a member of; a method's `self` is the closure's first parameter.
  ///   - size: How many numbers a tensor may hold that is the result, reserved before the call.
  ///   - body: What the function does.
  init<each Argument: HostValue, Result: HostValue>(
    _ signature: String,
    of owner: String? = nil,
    size: ResultSize = .arguments,
    _ body: @escaping @Sendable (repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      if Result.self == Tensor.self {
        let (bytes, overflow) = size.elementCount(values).multipliedReportingOverflow(by: 8)
        try context.reserve(bytes: overflow ? Int.max : bytes)
      }
      var reader = ArgumentReader(signature: signature, values: values)
      values = []
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      return try engineErrors { try body(repeat each arguments).scriptValue }
    }
  }

  /// Creates a function from a closure that may call functions of the lesson, through the context.
  init<each Argument: HostValue, Result: HostValue>(
    calling signature: String,
    of owner: String? = nil,
    _ body: @escaping @Sendable (any HostContext, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      var reader = ArgumentReader(signature: signature, values: values)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      return try engineErrors { try body(context, repeat each arguments).scriptValue }
    }
  }

  /// Creates a method that changes its `self`.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, `mutating func` and so on.
  ///   - owner: The type it is a member of.
  ///   - body: What the method does, with `self` as its first parameter.
  init<Owner: HostValue, each Argument: HostValue, Result: HostValue>(
    mutating signature: String,
    of owner: String,
    _ body: @escaping @Sendable (inout Owner, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { _, values in
      var reader = ArgumentReader(signature: signature, values: values)
      var changed = try reader.next(Owner.self)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      // Nothing else refers to the value while it changes.
      reader.values = []
      values[0] = .void
      defer { values[0] = changed.scriptValue }
      return try engineErrors { try body(&changed, repeat each arguments).scriptValue }
    }
  }

  /// Creates a function or method whose last argument is `inout`, such as a generator.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration; the last parameter is `inout`.
  ///   - owner: The type it is a member of.
  ///   - body: What it does: the changed value comes first, the other arguments in their order.
  init<Changed: HostValue, each Argument: HostValue, Result: HostValue>(
    changingLast signature: String,
    of owner: String? = nil,
    _ body: @escaping @Sendable (inout Changed, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { _, values in
      let last = values.count - 1
      var reader = ArgumentReader(signature: signature, values: values)
      let arguments = (repeat try reader.next((each Argument).self))
      var changed = try reader.next(Changed.self)
      try reader.finish()
      reader.values = []
      values[last] = .void
      defer { values[last] = changed.scriptValue }
      return try engineErrors { try body(&changed, repeat each arguments).scriptValue }
    }
  }

  /// Creates a property that can be read and, where the signature says `{ get set }`, assigned.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, such as `var gamma: Tensor { get set }`.
  ///   - owner: The type it is a member of.
  ///   - path: The property.
  init<Owner: HostValue, Property: HostValue>(
    _ signature: String,
    of owner: String,
    property path: any WritableKeyPath<Owner, Property> & Sendable
  ) {
    self.init(
      signature,
      in: owner,
      setter: { _, values in
        var reader = ArgumentReader(signature: signature, values: values)
        var changed = try reader.next(Owner.self)
        let value = try reader.next(Property.self)
        reader.values = []
        values[0] = .void
        changed[keyPath: path] = value
        values[0] = changed.scriptValue
        return .void
      },
      { _, values in
        var reader = ArgumentReader(signature: signature, values: values)
        return try reader.next(Owner.self)[keyPath: path].scriptValue
      }
    )
  }

  /// Creates a subscript, or a computed property, that can be read and assigned.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, with `{ get set }`.
  ///   - owner: The type it is a member of.
  ///   - get: What reading gives.
  ///   - set: What assigning does: the owner, the new value, and the arguments.
  init<Owner: HostValue, each Argument: HostValue, Element: HostValue>(
    _ signature: String,
    of owner: String,
    get: @escaping @Sendable (Owner, repeat each Argument) throws -> Element,
    set: @escaping @Sendable (inout Owner, Element, repeat each Argument) throws -> Void
  ) {
    self.init(
      signature,
      in: owner,
      setter: { _, values in
        var reader = ArgumentReader(signature: signature, values: values)
        var changed = try reader.next(Owner.self)
        let arguments = (repeat try reader.next((each Argument).self))
        let value = try reader.next(Element.self)
        reader.values = []
        values[0] = .void
        defer { values[0] = changed.scriptValue }
        return try engineErrors {
          try set(&changed, value, repeat each arguments)
          return .void
        }
      },
      { _, values in
        var reader = ArgumentReader(signature: signature, values: values)
        let base = try reader.next(Owner.self)
        let arguments = (repeat try reader.next((each Argument).self))
        return try engineErrors { try get(base, repeat each arguments).scriptValue }
      }
    )
  }
}

/// Nothing, as the result of a function: `Void` itself can conform to no protocol.
public struct Nothing: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Void" }
  /// Creates nothing.
  public init() {}
  /// Creates nothing; nil where the language has something.
  public init?(_ value: Value) {
    guard case .void = value else { return nil }
  }
  /// The value as the language has it.
  public var scriptValue: Value { .void }
}

/// Turns an engine error into the language's.
private func engineErrors(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as EngineError {
    throw HostError(error)
  }
}

/// Takes the arguments of one call in turn.
private struct ArgumentReader {
  let signature: String
  var values: [Value]
  private let count: Int
  private var index = 0

  init(signature: String, values: [Value]) {
    self.signature = signature
    self.values = values
    count = values.count
  }

  mutating func next<Argument: HostValue>(_ type: Argument.Type) throws -> Argument {
    defer { index += 1 }
    guard index < values.count, let argument = Argument(values[index]) else {
      throw HostError(
        "argument-type",
        "argument \(index + 1) of '\(signature)' must be of type '\(type.scriptType)'"
      )
    }
    return argument
  }

  func finish() throws {
    guard index == count else {
      throw HostError(
        "argument-count",
        "'\(signature)' takes \(index) arguments, but got \(count)"
      )
    }
  }
}

extension HostError {
  /// Creates the language's form of an engine error.
  init(_ error: EngineError) {
    self.init(error, message: error.message, help: error.remedy)
  }

  /// Creates the language's form of an error that is an enumeration, named by its case.
  init(_ error: some Error, message: String, help: String) {
    // The case's name, in the spelling of diagnostics: 'shapeMismatch' is 'shape-mismatch'.
    let name = Mirror(reflecting: error).children.first?.label ?? "host-error"
    var id = ""
    for character in name {
      if character.isUppercase { id += "-" }
      id += character.lowercased()
    }
    self.init(id, message, help: help)
  }
}
