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
  public static var scriptType: String { "Int" }
  public init?(_ value: Value) {
    guard case .int(let number) = value else { return nil }
    self = number
  }
  public var scriptValue: Value { .int(self) }
}

extension Double: HostValue {
  public static var scriptType: String { "Double" }
  public init?(_ value: Value) {
    guard case .double(let number) = value else { return nil }
    self = number
  }
  public var scriptValue: Value { .double(self) }
}

extension Bool: HostValue {
  public static var scriptType: String { "Bool" }
  public init?(_ value: Value) {
    guard case .bool(let truth) = value else { return nil }
    self = truth
  }
  public var scriptValue: Value { .bool(self) }
}

extension String: HostValue {
  public static var scriptType: String { "String" }
  public init?(_ value: Value) {
    guard case .string(let text) = value else { return nil }
    self = text
  }
  public var scriptValue: Value { .string(self) }
}

extension Array: HostValue where Element: HostValue {
  public static var scriptType: String { "[\(Element.scriptType)]" }

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

  public var scriptValue: Value {
    if let numbers = self as? [Double] { return .doubles(numbers) }
    if let numbers = self as? [Int] { return .ints(numbers) }
    return .array(map(\.scriptValue))
  }
}

extension Tensor: HostValue {
  public static var scriptType: String { "Tensor" }
  public init?(_ value: Value) {
    guard case .object(let object) = value, let box = object as? TensorObject else { return nil }
    self = box.tensor
  }
  public var scriptValue: Value { .object(TensorObject(tensor: self)) }
}

/// A tensor as a value of the language.
struct TensorObject: HostObject {
  var tensor: Tensor

  var displayText: String { "\(tensor)" }
  var exactText: String { Self.text(tensor.elements[...], shape: tensor.shape[...]) }
  var byteCount: Int { 64 + 8 * (tensor.count + tensor.rank) }

  func isEqual(to other: any HostObject) -> Bool? {
    (other as? TensorObject).map { $0.tensor == tensor }
  }

  /// The elements in full precision, as nested lists.
  private static func text(_ elements: ArraySlice<Double>, shape: ArraySlice<Int>) -> String {
    guard let extent = shape.first else { return elements.first.map { "\($0)" } ?? "" }
    let width = extent == 0 ? 0 : elements.count / extent
    let parts = (0..<extent).map { row in
      let start = elements.startIndex + row * width
      return text(elements[start..<start + width], shape: shape.dropFirst())
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
