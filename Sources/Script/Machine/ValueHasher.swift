/// Hashes of values, by their static type: equal values have equal ones.
struct ValueHasher {
  private let machine: VirtualMachine
  private(set) var state: UInt64
  private var depth = 0
  private var parts = 0

  /// Creates a hasher.
  ///
  /// - Parameters:
  ///   - machine: What calls the `hash(into:)` that a type of the lesson has.
  ///   - state: What has been combined already.
  init(machine: VirtualMachine, state: UInt64 = 0) {
    self.machine = machine
    self.state = state
  }

  /// The hash of what has been combined.
  var hash: UInt32 { UInt32(truncatingIfNeeded: state >> 32) }

  private mutating func mix(_ word: UInt64) { state = Self.mixed(state, word) }

  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// Returns the hash of a value that is one word, such as an `Int`.
  static func hash(ofWord word: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(0, word) >> 32)
  }

  /// Returns the hash of a text.
  static func hash(of text: StringObject) -> UInt32 { hash(ofWord: UInt64(text.hash)) }

  mutating func combine(_ type: Type, _ value: ValueComparison.Value) throws(Trap) {
    guard depth < ValueComparison.greatestDepth else { throw ValueDescriber.tooDeep }
    depth += 1
    defer { depth -= 1 }
    parts += 1
    if parts & 0xFFF == 0 { try machine.charge(0x1000) }
    switch type {
    case .nominal(let nominal, let arguments): try combine(nominal, arguments, value)
    case .tuple(let elements): try combine(elements.map(\.type), value)
    case .function, .inout, .variable, .parameter, .element, .invalid: break
    }
  }

  /// Combines values that stand side by side.
  private mutating func combine(
    _ types: [Type],
    _ value: ValueComparison.Value
  ) throws(Trap) {
    var value = value
    for type in types {
      try combine(type, value)
      value = ValueComparison.next(value, behind: type)
    }
  }

  private mutating func combine(
    _ nominal: Nominal,
    _ arguments: [Type],
    _ value: ValueComparison.Value
  ) throws(Trap) {
    switch nominal {
    case .int, .integer, .enumeration, .bool, .stringIndex, .unicodeScalar: mix(value.words[0])
    case .double: mix((Double(bitPattern: value.words[0]) + 0).bitPattern)
    case .float: mix((Float(word: value.words[0]) + 0).word)
    case .string, .substring, .character:
      mix(UInt64((value.references[0] as? StringObject)?.hash ?? 0))
    case .range, .closedRange:
      try combine(arguments[0], value)
      try combine(arguments[0], ValueComparison.next(value, behind: arguments[0]))
    case .optional:
      mix(value.words[0])
      if value.words[0] != 0 { try combine(arguments[0], ValueComparison.wrapped(value)) }
    case .array, .arraySlice:
      guard let array = value.references[0] as? ArrayObject else { return }
      mix(UInt64(array.count))
      for index in 0..<array.count {
        try combine(arguments[0], ValueComparison.element(array, index))
      }
    case .dictionary, .set:
      guard let table = value.references[0] as? HashTable else { return }
      // In whatever order the entries stand.
      var sum: UInt64 = 0
      for index in 0..<table.count {
        var hasher = ValueHasher(machine: machine)
        hasher.depth = depth
        try hasher.combine(arguments, ValueComparison.element(table, index))
        sum &+= hasher.state
      }
      mix(sum)
    case .declared(let declaration): try combine(declaration, value)
    case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough, .utf8View, .utf16View,
      .unicodeScalarView, .metatype, .host, .characterSet, .hasher, .error, .never, .dictionaryKeys,
      .dictionaryValues, .zip2Sequence,
      .enumeratedSequence, .reversedCollection, .flattenSequence, .strideTo,
      .strideThrough:
      break
    }
  }

  private mutating func combine(
    _ declaration: DeclaredType,
    _ value: ValueComparison.Value
  ) throws(Trap) {
    if let own = machine.conformances[declaration]?.hash {
      state = try machine.hash(into: state, value, by: own, layout: declaration.layout)
      return
    }
    switch declaration.kind {
    case .structure: try combine(declaration.fields.map(\.type), value)
    case .enumeration:
      mix(value.words[0])
      guard let (types, payload) = ValueComparison.payload(declaration, value) else { return }
      try combine(types, payload)
    }
  }
}
