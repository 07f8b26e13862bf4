import Engine
import Script

/// A type of the engine whose values the language holds as objects.
///
/// A conformance names the type; the values are printed as Swift prints them and compared where
/// they are `Equatable`.
protocol EngineValue: HostValue {
  /// What `print` shows.
  var displayText: String { get }
  /// What a printed collection shows.
  var nestedText: String { get }
  /// All of the content, numbers in full precision.
  var exactText: String { get }
  /// The memory it holds, for the budget.
  var byteCount: Int { get }
  /// The picture that it is shown as; nil where it is shown as text.
  func picture() throws -> (any HostPicture)?
}

extension EngineValue {
  /// What `print` shows.
  var displayText: String { String(describing: self) }
  /// What a printed collection shows.
  var nestedText: String { String(reflecting: self) }
  /// The display text.
  var exactText: String { displayText }
  /// Tensors and what holds them are.
  static var isLarge: Bool { true }
  /// The size of the value without what it refers to.
  var byteCount: Int { 64 + MemoryLayout<Self>.size }
  /// No picture.
  func picture() throws -> (any HostPicture)? { nil }

  /// Creates the Swift value; nil where the language's value is of another type.
  init?(_ value: Value) {
    guard case .object(let object) = value, let box = object as? EngineObject<Self> else {
      return nil
    }
    self = box.value
  }

  /// The value as the language has it.
  var scriptValue: Value { .object(EngineObject(value: self)) }
}

/// A value of an engine type as a value of the language.
struct EngineObject<Wrapped: EngineValue>: HostObject {
  var value: Wrapped

  var displayText: String { value.displayText }
  var nestedText: String { value.nestedText }
  var exactText: String { value.exactText }
  var byteCount: Int { value.byteCount }

  func picture() throws -> (any HostPicture)? { try value.picture() }

  func isEqual(to other: any HostObject) -> Bool? {
    guard let other = other as? EngineObject<Wrapped> else { return nil }
    return Self.areEqual(value, other.value)
  }

  private static func areEqual(_ left: Wrapped, _ right: Wrapped) -> Bool? {
    guard let left = left as? any Equatable else { return nil }
    return equals(left, right)
  }

  private static func equals<Value: Equatable>(_ left: Value, _ right: Wrapped) -> Bool {
    (right as? Value).map { $0 == left } ?? false
  }
}

extension HostType {
  /// Creates the type of an engine's values that have no `==`.
  init<Engine: EngineValue>(_ type: Engine.Type) {
    self.init(Engine.scriptType, isEquatable: false)
  }

  /// Creates the type of an engine's values.
  init<Engine: EngineValue & Equatable>(_ type: Engine.Type) {
    self.init(Engine.scriptType, isEquatable: true)
  }
}

extension HostFunction {
  /// Returns the cases of an enumeration that hold no values, each as a static property.
  static func cases<Enumeration: HostValue>(
    _ cases: KeyValuePairs<String, Enumeration>
  ) -> [HostFunction] {
    cases.map { name, value in
      HostFunction(
        "static var \(name): \(Enumeration.scriptType)",
        of: Enumeration.scriptType
      ) { value }
    }
  }
}
