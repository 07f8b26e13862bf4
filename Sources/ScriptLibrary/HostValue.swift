public import Engine
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
    case .void, .int, .double, .bool, .string, .tuple, .optional, .object, .function:
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

extension Tensor: HostValue {
  /// The type's name in the language.
  public static var scriptType: String { "Tensor" }
  /// Creates the Swift value; nil where the language's value is of another type.
  public init?(_ value: Value) {
    guard case .object(let object) = value, let box = object as? TensorObject else { return nil }
    self = box.tensor
  }
  /// The value as the language has it.
  public var scriptValue: Value { .object(TensorObject(tensor: self)) }
}

/// A tensor as a value of the language.
struct TensorObject: HostObject {
  var tensor: Tensor

  var displayText: String { "\(tensor)" }
  var exactText: String { tensor.exactDescription }
  var byteCount: Int { 64 + 8 * (tensor.count + tensor.rank) }

  func isEqual(to other: any HostObject) -> Bool? {
    (other as? TensorObject).map { $0.tensor == tensor }
  }
}
