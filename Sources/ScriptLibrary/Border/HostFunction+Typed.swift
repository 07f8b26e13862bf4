import Engine
import Script

extension HostFunction {
  /// Creates a function from a closure on Swift values.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration; its types are those of the closure.
  ///   - owner: The type it is a member of; a method's `self` is the closure's first parameter.
  ///   - work: What bounds the memory and the time of a call, charged before it.
  ///   - body: What the function does.
  init<each Argument: HostValue, Result: HostValue>(
    _ signature: String,
    of owner: String? = nil,
    work: Work = .arguments,
    _ body: @escaping @Sendable (repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      try work.charge(values, to: context, resultIsLarge: Result.isLarge)
      var reader = ArgumentReader(signature: signature, values: values)
      values = []
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      return try returning(to: context) { try body(repeat each arguments) }
    }
  }

  /// Creates a method from a reference to it, such as `Tensor.sum(axis:)`.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration.
  ///   - work: What bounds the memory and the time of a call, charged before it.
  ///   - body: The method as a function of its `self`.
  init<Owner: HostValue, each Argument: HostValue, Result: HostValue>(
    method signature: String,
    work: Work = .arguments,
    _ body: @escaping @Sendable (Owner) -> (repeat each Argument) throws -> Result
  ) {
    self.init(signature, of: Owner.scriptType, work: work) {
      (owner: Owner, arguments: repeat each Argument) in
      try body(owner)(repeat each arguments)
    }
  }

  /// Creates a property that can be read.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, such as `var rank: Int`.
  ///   - path: The property.
  init<Owner: HostValue, Property: HostValue>(
    property signature: String,
    _ path: any KeyPath<Owner, Property> & Sendable
  ) {
    self.init(signature, of: Owner.scriptType) { (owner: Owner) in owner[keyPath: path] }
  }

  /// Creates a property that can be read and, as the signature says by `{ get set }`, assigned.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, such as `var learningRate: Double { get set }`.
  ///   - path: The property.
  init<Owner: HostValue, Property: HostValue>(
    settable signature: String,
    _ path: any WritableKeyPath<Owner, Property> & Sendable
  ) {
    self.init(
      signature,
      in: Owner.scriptType,
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

  /// Creates a function from a closure that may call functions of the lesson, through the context.
  init<each Argument: HostValue, Result: HostValue>(
    calling signature: String,
    of owner: String? = nil,
    work: Work = .arguments,
    _ body: @escaping @Sendable (any HostContext, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      try work.charge(values, to: context, resultIsLarge: Result.isLarge)
      var reader = ArgumentReader(signature: signature, values: values)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      return try returning(to: context) { try body(context, repeat each arguments) }
    }
  }

  /// Creates a method that changes its `self`, or an operator that changes its left operand.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, `mutating func` and so on.
  ///   - work: What bounds the memory and the time of a call, charged before it.
  ///   - body: What the method does, with `self` as its first parameter.
  init<Owner: HostValue, each Argument: HostValue, Result: HostValue>(
    mutating signature: String,
    work: Work = .arguments,
    _ body: @escaping @Sendable (inout Owner, repeat each Argument) throws -> Result
  ) {
    self.init(mutatingCalling: signature, work: work) {
      (_: any HostContext, owner: inout Owner, arguments: repeat each Argument) in
      try body(&owner, repeat each arguments)
    }
  }

  /// Creates a method that changes its `self` and may call functions of the lesson.
  init<Owner: HostValue, each Argument: HostValue, Result: HostValue>(
    mutatingCalling signature: String,
    work: Work = .arguments,
    _ body:
      @escaping @Sendable (any HostContext, inout Owner, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: Owner.scriptType) { context, values in
      try work.charge(values, to: context, resultIsLarge: Result.isLarge)
      var reader = ArgumentReader(signature: signature, values: values)
      var changed = try reader.next(Owner.self)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      // Nothing else refers to the value while it changes.
      reader.values = []
      values[0] = .void
      defer { values[0] = changed.scriptValue }
      return try returning(to: context) { try body(context, &changed, repeat each arguments) }
    }
  }

  /// Creates a function or method whose last argument is `inout`, such as a generator.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration; the last parameter is `inout`.
  ///   - owner: The type it is a member of.
  ///   - work: What bounds the memory and the time of a call, charged before it.
  ///   - body: What it does: the changed value comes first, the other arguments in their order.
  init<Changed: HostValue, each Argument: HostValue, Result: HostValue>(
    changingLast signature: String,
    of owner: String? = nil,
    work: Work = .arguments,
    _ body: @escaping @Sendable (inout Changed, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      try work.charge(values, to: context, resultIsLarge: Result.isLarge)
      let last = values.count - 1
      var reader = ArgumentReader(signature: signature, values: values)
      var changed = try reader.take(Changed.self, at: last)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      reader.values = []
      values[last] = .void
      defer { values[last] = changed.scriptValue }
      return try returning(to: context) { try body(&changed, repeat each arguments) }
    }
  }

  /// Creates a method that changes its `self` and one of its arguments.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, a `mutating func` with one parameter that is `inout`.
  ///   - position: Which one that is, from 0.
  ///   - work: What bounds the memory and the time of a call, charged before it.
  ///   - body: What it does: `self`, the changed argument, the other arguments in their order.
  init<Owner: HostValue, Changed: HostValue, each Argument: HostValue, Result: HostValue>(
    mutating signature: String,
    changing position: Int,
    work: Work = .arguments,
    _ body: @escaping @Sendable (inout Owner, inout Changed, repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: Owner.scriptType) { context, values in
      try work.charge(values, to: context, resultIsLarge: Result.isLarge)
      var reader = ArgumentReader(signature: signature, values: values)
      var changed = try reader.take(Changed.self, at: position + 1)
      var owner = try reader.next(Owner.self)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      reader.values = []
      (values[0], values[position + 1]) = (.void, .void)
      defer { (values[0], values[position + 1]) = (owner.scriptValue, changed.scriptValue) }
      return try returning(to: context) { try body(&owner, &changed, repeat each arguments) }
    }
  }

  /// Creates a subscript that can be read and assigned.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration, with `{ get set }`.
  ///   - get: What reading gives.
  ///   - set: What assigning does: the owner, the new value, and the arguments.
  init<Owner: HostValue, each Argument: HostValue, Element: HostValue>(
    subscript signature: String,
    get: @escaping @Sendable (Owner, repeat each Argument) throws -> Element,
    set: @escaping @Sendable (inout Owner, Element, repeat each Argument) throws -> Void
  ) {
    self.init(
      signature,
      in: Owner.scriptType,
      setter: { context, values in
        var reader = ArgumentReader(signature: signature, values: values)
        var changed = try reader.next(Owner.self)
        let arguments = (repeat try reader.next((each Argument).self))
        let value = try reader.next(Element.self)
        reader.values = []
        values[0] = .void
        defer { values[0] = changed.scriptValue }
        return try returning(to: context) {
          try set(&changed, value, repeat each arguments)
          return Nothing()
        }
      },
      { context, values in
        var reader = ArgumentReader(signature: signature, values: values)
        let base = try reader.next(Owner.self)
        let arguments = (repeat try reader.next((each Argument).self))
        return try returning(to: context) { try get(base, repeat each arguments) }
      }
    )
  }
}

/// Nothing, as the result of a function: `Void` itself can conform to no protocol.
struct Nothing: HostValue {
  static var scriptType: String { "Void" }
  /// Creates nothing.
  init() {}
  /// Creates nothing; nil where the language has something.
  init?(_ value: Value) {
    guard case .void = value else { return nil }
  }
  /// The value as the language has it.
  var scriptValue: Value { .void }
}

/// Returns the result of a body to the language, and an engine error as the language's.
private func returning<Result: HostValue>(
  to context: any HostContext,
  _ body: () throws -> Result
) throws -> Value {
  do {
    let result = try body()
    // A gradient remembers every operation, and comes back through it with as much again.
    if let variable = result as? Variable { try context.keep(bytes: 2 * variable.byteCount) }
    return result.scriptValue
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
  /// How many arguments have been taken out of their turn.
  private var taken = 0

  init(signature: String, values: [Value]) {
    self.signature = signature
    self.values = values
    count = values.count
  }

  mutating func next<Argument: HostValue>(_ type: Argument.Type) throws -> Argument {
    defer { index += 1 }
    guard values.indices.contains(index), let argument = Argument(values[index]) else {
      throw unfitting(type, at: index)
    }
    return argument
  }

  /// Takes an argument out of its turn; the others move up.
  mutating func take<Argument: HostValue>(
    _ type: Argument.Type,
    at position: Int
  ) throws -> Argument {
    guard values.indices.contains(position), let argument = Argument(values[position]) else {
      throw unfitting(type, at: position)
    }
    values.remove(at: position)
    taken += 1
    return argument
  }

  private func unfitting<Argument: HostValue>(_ type: Argument.Type, at index: Int) -> HostError {
    HostError(
      "argument-type",
      "argument \(index + 1) of '\(signature)' must be of type '\(type.scriptType)'"
    )
  }

  func finish() throws {
    guard index + taken == count else {
      throw HostError(
        "argument-count",
        "'\(signature)' takes \(index + taken) arguments, but got \(count)"
      )
    }
  }
}

extension HostError {
  /// The cases that hold no values, which a mirror does not name.
  private static let namesWithoutValues: KeyValuePairs<EngineError, String> = [
    .emptySearchSpace: "emptySearchSpace", .noTrials: "noTrials", .emptyNetwork: "emptyNetwork",
    .noForwardPass: "noForwardPass",
  ]

  /// Creates the language's form of an engine error.
  init(_ error: EngineError) {
    let name = Self.namesWithoutValues.first { $0.key == error }?.value
    self.init(error, name: name, message: error.message, help: error.remedy)
  }

  /// Creates the language's form of an error that is an enumeration, named by its case.
  init(_ error: some Error, name: String? = nil, message: String, help: String) {
    // The case's name, in the spelling of diagnostics: 'shapeMismatch' is 'shape-mismatch'.
    let name = name ?? Mirror(reflecting: error).children.first?.label ?? "host-error"
    var id = ""
    for character in name {
      if character.isUppercase { id += "-" }
      id += character.lowercased()
    }
    self.init(id, message, help: help)
  }
}
