/// Equality, order and hashes of values, by their static type.
struct ValueComparison {
  typealias Value = (words: UnsafePointer<UInt64>, references: UnsafePointer<HeapObject?>)

  /// What calls the `==` and `<` that a type of the lesson has.
  let machine: VirtualMachine
  private var depth = 0
  private var parts = 0

  /// Values inside one another beyond this are refused: comparing them would exhaust the stack.
  static let greatestDepth = 500

  init(machine: VirtualMachine) {
    self.machine = machine
  }

  static func element(_ array: ArrayObject, _ index: Int) -> Value {
    (
      UnsafePointer(array.words + index * array.element.words),
      UnsafePointer(array.references + index * array.element.references)
    )
  }

  /// The value of an optional that is not nil.
  static func wrapped(_ optional: Value) -> Value {
    (optional.words + 1, optional.references)
  }

  // MARK: - Equality

  mutating func areEqual(_ type: Type, _ a: Value, _ b: Value) throws(Trap) -> Bool {
    guard depth < Self.greatestDepth else { throw ValueDescriber.tooDeep }
    depth += 1
    defer { depth -= 1 }
    // An array may hold another many times: comparing them takes more than their memory does.
    parts += 1
    if parts & 0xFFF == 0 { try machine.charge(0x1000) }
    switch type {
    case .nominal(let nominal, let arguments):
      switch nominal {
      case .int, .integer, .enumeration, .bool, .stringIndex, .unicodeScalar:
        return a.words[0] == b.words[0]
      case .double: return Double(bitPattern: a.words[0]) == Double(bitPattern: b.words[0])
      case .float: return Float(word: a.words[0]) == Float(word: b.words[0])
      case .string, .substring, .character: return try machine.areEqual(Self.text(a), Self.text(b))
      case .range, .closedRange:
        guard try areEqual(arguments[0], a, b) else { return false }
        return try areEqual(
          arguments[0],
          Self.next(a, behind: arguments[0]),
          Self.next(b, behind: arguments[0])
        )
      case .optional:
        guard a.words[0] == b.words[0] else { return false }
        if a.words[0] == 0 { return true }
        return try areEqual(arguments[0], Self.wrapped(a), Self.wrapped(b))
      case .dictionary, .set: return try areTablesEqual(arguments, a, b)
      case .array, .arraySlice, .dictionaryKeys, .dictionaryValues, .zip2Sequence,
        .enumeratedSequence, .reversedCollection, .flattenSequence,
        .strideTo, .strideThrough, .utf8View, .utf16View, .unicodeScalarView:
        return try areArraysEqual(arguments[0], a, b)
      case .declared(let declaration): return try areEqual(declaration, a, b)
      case .host:
        guard let x = a.references[0] as? HostBox, let y = b.references[0] as? HostBox else {
          return false
        }
        return x.value.isEqual(to: y.value) ?? false
      case .metatype: return true
      case .error, .never, .characterSet, .hasher, .partialRangeFrom, .partialRangeUpTo,
        .partialRangeThrough:
        return false
      }
    case .tuple(let elements): return try areEqual(elements.map(\.type), a, b)
    case .function, .inout, .variable, .parameter, .element, .invalid: return false
    }
  }

  private mutating func areArraysEqual(_ type: Type, _ a: Value, _ b: Value) throws(Trap) -> Bool {
    guard let x = a.references[0] as? ArrayObject, let y = b.references[0] as? ArrayObject,
      x.count == y.count
    else { return false }
    try machine.charge(x.count / 16)
    // The same array is not equal to itself where it holds NaN, as in Swift.
    for index in 0..<x.count
    where try !areEqual(type, Self.element(x, index), Self.element(y, index)) {
      return false
    }
    return true
  }

  /// Whether each entry of one dictionary or set is in the other too.
  private mutating func areTablesEqual(
    _ arguments: [Type],
    _ a: Value,
    _ b: Value
  ) throws(Trap) -> Bool {
    guard let x = a.references[0] as? HashTable, let y = b.references[0] as? HashTable,
      x.count == y.count
    else { return false }
    for index in 0..<x.count {
      let entry = Self.element(x, index)
      guard let other = try machine.find(entry, in: y, arguments[0]) else { return false }
      guard arguments.count == 2 else { continue }
      let value = Self.next(entry, behind: arguments[0])
      let otherValue = Self.next(Self.element(y, other), behind: arguments[0])
      guard try areEqual(arguments[1], value, otherValue) else { return false }
    }
    return true
  }

  /// Compares values that stand side by side.
  private mutating func areEqual(_ types: [Type], _ a: Value, _ b: Value) throws(Trap) -> Bool {
    var (a, b) = (a, b)
    for type in types {
      guard try areEqual(type, a, b) else { return false }
      (a, b) = (Self.next(a, behind: type), Self.next(b, behind: type))
    }
    return true
  }

  private mutating func areEqual(
    _ declaration: DeclaredType,
    _ a: Value,
    _ b: Value
  ) throws(Trap) -> Bool {
    if let own = machine.conformances[declaration]?.equality {
      return try machine.call(own, a, b, layout: declaration.layout) { $0.words[0] != 0 }
    }
    guard declaration.kind == .enumeration else {
      return try areEqual(declaration.fields.map(\.type), a, b)
    }
    guard a.words[0] == b.words[0] else { return false }
    guard let (types, x, y) = Self.payloads(declaration, a, b) else { return true }
    return try areEqual(types, x, y)
  }

  /// The associated values of two values of the same case.
  private static func payloads(
    _ declaration: DeclaredType,
    _ a: Value,
    _ b: Value
  ) -> ([Type], Value, Value)? {
    guard let (types, x) = payload(declaration, a), let (_, y) = payload(declaration, b) else {
      return nil
    }
    return (types, x, y)
  }

  /// The associated values of a value of an enumeration; nil where there are none.
  static func payload(_ declaration: DeclaredType, _ value: Value) -> ([Type], Value)? {
    let enumCase = declaration.cases[Int(truncatingIfNeeded: value.words[0])]
    let types = enumCase.payload.map(\.type)
    guard !types.isEmpty else { return nil }
    guard enumCase.isIndirect else { return (types, wrapped(value)) }
    guard let box = value.references[0] as? ArrayObject else { return nil }
    return (types, element(box, 0))
  }

  static func text(_ value: Value) -> String {
    (value.references[0] as? StringObject)?.text ?? ""
  }

  static func next(_ value: Value, behind type: Type) -> Value {
    let layout = Layout(of: type)
    return (value.words + layout.words, value.references + layout.references)
  }

  // MARK: - Order

  mutating func isLess(_ type: Type, _ a: Value, _ b: Value) throws(Trap) -> Bool {
    switch type {
    case .nominal(.double, _):
      return Double(bitPattern: a.words[0]) < Double(bitPattern: b.words[0])
    case .nominal(.float, _): return Float(word: a.words[0]) < Float(word: b.words[0])
    case .nominal(.string, _), .nominal(.substring, _), .nominal(.character, _):
      let (first, second) = (Self.text(a), Self.text(b))
      try machine.chargeComparison(first, second)
      return first < second
    case .nominal(.declared(let declaration), _): return try isLess(declaration, a, b)
    case .nominal(.integer(let type), _) where !type.isSigned: return a.words[0] < b.words[0]
    case .nominal: return Int(bitPattern: UInt(a.words[0])) < Int(bitPattern: UInt(b.words[0]))
    case .tuple(let elements): return try isLess(elements.map(\.type), a, b)
    case .function, .inout, .variable, .parameter, .element, .invalid: return false
    }
  }

  private mutating func isLess(_ types: [Type], _ a: Value, _ b: Value) throws(Trap) -> Bool {
    var (a, b) = (a, b)
    for type in types {
      if try !areEqual(type, a, b) { return try isLess(type, a, b) }
      (a, b) = (Self.next(a, behind: type), Self.next(b, behind: type))
    }
    return false
  }

  private mutating func isLess(
    _ declaration: DeclaredType,
    _ a: Value,
    _ b: Value
  ) throws(Trap) -> Bool {
    if let own = machine.conformances[declaration]?.order {
      return try machine.call(own, a, b, layout: declaration.layout) { $0.words[0] != 0 }
    }
    guard a.words[0] == b.words[0] else { return a.words[0] < b.words[0] }
    guard let (types, x, y) = Self.payloads(declaration, a, b) else { return false }
    return try isLess(types, x, y)
  }
}

extension VirtualMachine {
  /// Texts shorter than this, in bytes, are compared for nothing.
  private static let shortText = 256

  /// Charges for a comparison: Swift brings what is not in the same form into it first.
  fileprivate func chargeComparison(_ a: String, _ b: String) throws(Trap) {
    let bytes = min(a.utf8.count, b.utf8.count)
    if bytes >= Self.shortText { try charge(bytes / 4) }
  }

  /// Whether two texts are canonically equivalent.
  func areEqual(_ a: String, _ b: String) throws(Trap) -> Bool {
    try chargeComparison(a, b)
    return a == b
  }

  func areEqual(
    _ type: Type,
    _ a: ValueComparison.Value,
    _ b: ValueComparison.Value
  ) throws(Trap) -> Bool {
    var comparison = ValueComparison(machine: self)
    return try comparison.areEqual(type, a, b)
  }

  func isLess(
    _ type: Type,
    _ a: ValueComparison.Value,
    _ b: ValueComparison.Value
  ) throws(Trap) -> Bool {
    var comparison = ValueComparison(machine: self)
    return try comparison.isLess(type, a, b)
  }
}
