import Script

/// A Swift type whose values cross the border between the language and the engine.
protocol HostValue: Sendable {
  static var scriptType: String { get }
  /// Creates the Swift value; nil where the language's value is of another type.
  init?(_ value: Value)
  /// The value as the language has it.
  var scriptValue: Value { get }
  /// Whether its memory grows with what it holds, so that it is reserved before it is made.
  static var isLarge: Bool { get }
}

extension HostValue {
  /// Numbers, texts and the like are not.
  static var isLarge: Bool { false }
}

extension Value: HostValue {
  /// The name of the generic parameter that stands for any type of the language.
  static var scriptType: String { "Model" }
  /// Creates the value itself.
  init?(_ value: Value) { self = value }
  /// The value itself.
  var scriptValue: Value { self }
}

extension Int: HostValue {
  static var scriptType: String { "Int" }
  init?(_ value: Value) {
    guard case .int(let number) = value else { return nil }
    self = number
  }
  var scriptValue: Value { .int(self) }
}

extension Double: HostValue {
  static var scriptType: String { "Double" }
  init?(_ value: Value) {
    guard case .double(let number) = value else { return nil }
    self = number
  }
  var scriptValue: Value { .double(self) }
}

extension Bool: HostValue {
  static var scriptType: String { "Bool" }
  init?(_ value: Value) {
    guard case .bool(let truth) = value else { return nil }
    self = truth
  }
  var scriptValue: Value { .bool(self) }
}

extension String: HostValue {
  static var scriptType: String { "String" }
  init?(_ value: Value) {
    guard case .string(let text) = value else { return nil }
    self = text
  }
  var scriptValue: Value { .string(self) }
}

extension Array: HostValue where Element: HostValue {
  static var scriptType: String { "[\(Element.scriptType)]" }
  /// As much as its elements.
  static var isLarge: Bool { Element.isLarge }

  init?(_ value: Value) {
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

  var scriptValue: Value {
    if let numbers = self as? [Double] { return .doubles(numbers) }
    if let numbers = self as? [Int] { return .ints(numbers) }
    return .array(map(\.scriptValue))
  }
}

extension Float: HostValue {
  static var scriptType: String { "Float" }
  init?(_ value: Value) {
    guard case .float(let number) = value else { return nil }
    self = number
  }
  var scriptValue: Value { .float(self) }
}

extension Optional: HostValue where Wrapped: HostValue {
  static var scriptType: String { Wrapped.scriptType + "?" }

  init?(_ value: Value) {
    guard case .optional(let wrapped) = value else { return nil }
    guard let wrapped else {
      self = Optional.none
      return
    }
    guard let some = Wrapped(wrapped) else { return nil }
    self = some
  }

  var scriptValue: Value { .optional(map(\.scriptValue)) }
}

extension ClosedRange: HostValue where Bound: HostValue {
  static var scriptType: String { "ClosedRange<\(Bound.scriptType)>" }

  init?(_ value: Value) {
    guard case .tuple(let bounds) = value, bounds.count == 2, let lower = Bound(bounds[0]),
      let upper = Bound(bounds[1]), lower <= upper
    else { return nil }
    self = lower...upper
  }

  var scriptValue: Value { .tuple([lowerBound.scriptValue, upperBound.scriptValue]) }
}

extension Range: HostValue where Bound: HostValue {
  static var scriptType: String { "Range<\(Bound.scriptType)>" }

  init?(_ value: Value) {
    guard case .tuple(let bounds) = value, bounds.count == 2, let lower = Bound(bounds[0]),
      let upper = Bound(bounds[1]), lower <= upper
    else { return nil }
    self = lower..<upper
  }

  var scriptValue: Value { .tuple([lowerBound.scriptValue, upperBound.scriptValue]) }
}

extension HostClosure: HostValue {
  static var scriptType: String { "a function" }
  /// Creates the closure; nil where the language's value is no function.
  init?(_ value: Value) {
    guard case .function(let closure) = value else { return nil }
    self = closure
  }
  var scriptValue: Value { .function(self) }
}
