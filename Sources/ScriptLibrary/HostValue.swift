public import Script

/// A Swift type whose values cross the border between the language and the engine.
public protocol HostValue: Sendable {
  /// The type's name in the language.
  static var scriptType: String { get }
  /// Creates the Swift value; nil where the language's value is of another type.
  init?(_ value: Value)
  /// The value as the language has it.
  var scriptValue: Value { get }
}

extension Int: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Int" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .int(let number) = value else { return nil }
    self = number
  }
  /// The value as the language has it.
  public var scriptValue: Value { .int(self) }
}

extension Double: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Double" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .double(let number) = value else { return nil }
    self = number
  }
  /// The value as the language has it.
  public var scriptValue: Value { .double(self) }
}

extension Bool: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Bool" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .bool(let truth) = value else { return nil }
    self = truth
  }
  /// The value as the language has it.
  public var scriptValue: Value { .bool(self) }
}

extension String: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "String" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .string(let text) = value else { return nil }
    self = text
  }
  /// The value as the language has it.
  public var scriptValue: Value { .string(self) }
}

extension Array: HostValue where Element: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "[\(Element.scriptType)]" }

  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    switch value {
    case .doubles(let numbers):
      guard let elements = numbers as? [Element] else { return nil }
      self = elements
    case .ints(let numbers):
      guard let elements = numbers as? [Element] else { return nil }
      self = elements
    case .array(let values):
      var elements: [Element] = []
      elements.reserveCapacity(values.count)
      for value in values {
        guard let element = Element(value) else { return nil }
        elements.append(element)
      }
      self = elements
    case .void, .int, .double, .float, .bool, .string, .tuple, .optional, .object, .function:
      return nil
    }
  }

  /// The value as the language has it.
  public var scriptValue: Value {
    if let numbers = self as? [Double] { return .doubles(numbers) }
    if let numbers = self as? [Int] { return .ints(numbers) }
    return .array(map(\.scriptValue))
  }
}

extension Float: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Float" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .float(let number) = value else { return nil }
    self = number
  }
  /// The value as the language has it.
  public var scriptValue: Value { .float(self) }
}

extension Optional: HostValue where Wrapped: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { Wrapped.scriptType + "?" }

  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .optional(let wrapped) = value else { return nil }
    guard let wrapped else {
      self = Optional.none
      return
    }
    guard let some = Wrapped(wrapped) else { return nil }
    self = some
  }

  /// The value as the language has it.
  public var scriptValue: Value { .optional(map(\.scriptValue)) }
}

extension ClosedRange: HostValue where Bound: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "ClosedRange<\(Bound.scriptType)>" }

  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .tuple(let bounds) = value, bounds.count == 2, let lower = Bound(bounds[0]),
      let upper = Bound(bounds[1]), lower <= upper
    else { return nil }
    self = lower...upper
  }

  /// The value as the language has it.
  public var scriptValue: Value { .tuple([lowerBound.scriptValue, upperBound.scriptValue]) }
}

extension Range: HostValue where Bound: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Range<\(Bound.scriptType)>" }

  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .tuple(let bounds) = value, bounds.count == 2, let lower = Bound(bounds[0]),
      let upper = Bound(bounds[1]), lower <= upper
    else { return nil }
    self = lower..<upper
  }

  /// The value as the language has it.
  public var scriptValue: Value { .tuple([lowerBound.scriptValue, upperBound.scriptValue]) }
}

extension HostClosure: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "a function" }
  /// Creates the closure; nil where the language's value is no function.
  public init?(_ value: Value) {
    guard case .function(let closure) = value else { return nil }
    self = closure
  }
  /// The value as the language has it.
  public var scriptValue: Value { .function(self) }
}

extension HostContext {
  /// Returns a function value of the language as a Swift function of given types.
  func function<each Argument: HostValue, Result: HostValue>(
    _ closure: HostClosure,
    returning type: Result.Type = Result.self
  ) -> (repeat each Argument) throws -> Result {
    { (argument: repeat each Argument) in
      var arguments: [Value] = []
      repeat arguments.append((each argument).scriptValue)
      let value = try call(closure, arguments)
      guard let result = Result(value) else {
        throw HostError("argument-type", "the closure must return '\(Result.scriptType)'")
      }
      return result
    }
  }
}
