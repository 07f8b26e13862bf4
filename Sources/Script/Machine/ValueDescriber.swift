/// Writes values as Swift prints them, by their static type.
struct ValueDescriber {
  /// How values of host types are written.
  enum HostForm {
    case display
    case exact
  }

  /// What calls the `description` that a type of the lesson has.
  let machine: VirtualMachine
  var hostForm = HostForm.display
  /// Where the text may not grow any further: it is cut there, or an error.
  var limit = 16 << 20
  var isCut = false
  var text = ""
  private var depth = 0
  /// How many bytes of the text steps have been charged for.
  private var chargedBytes = 0

  /// Bytes of text between two charges.
  private static let chargePortion = 4_096
  /// Values inside one another beyond this are refused: writing them would exhaust the stack.
  private static let greatestDepth = 500

  init(machine: VirtualMachine, hostForm: HostForm = .display) {
    self.machine = machine
    self.hostForm = hostForm
  }

  /// Creates a describer that cuts the text at a number of bytes.
  init(machine: VirtualMachine, hostForm: HostForm, cuttingAt limit: Int) {
    self.init(machine: machine, hostForm: hostForm)
    self.limit = limit
    isCut = true
  }

  /// Appends a value; inside collections strings are quoted, and types have their module's name.
  mutating func append(
    _ type: Type,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>,
    isNested: Bool = false
  ) throws(Trap) {
    guard text.utf8.count < limit else {
      if isCut { return }
      throw Trap(
        "memory-limit",
        "the text of this value is longer than \(limit) bytes",
        help: "print a part of it"
      )
    }
    guard depth < Self.greatestDepth else { throw Self.tooDeep }
    if text.utf8.count - chargedBytes >= Self.chargePortion {
      try machine.charge((text.utf8.count - chargedBytes) / 16)
      chargedBytes = text.utf8.count
    }
    depth += 1
    defer { depth -= 1 }
    switch type {
    case .nominal(let nominal, let arguments):
      try append(nominal, arguments, words, references, isNested: isNested)
    case .tuple(let elements): try append(elements, words, references)
    case .function: text += "(Function)"
    case .inout(let type): try append(type, words, references, isNested: isNested)
    case .variable, .parameter, .element, .invalid: break
    }
  }

  /// Why a value cannot be walked through.
  static let tooDeep = Trap(
    "too-deep",
    "this value contains values more than \(greatestDepth) deep",
    help: "walk through it with a loop"
  )

  private mutating func append(
    _ elements: [Type.TupleElement],
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>
  ) throws(Trap) {
    text += "("
    var word = words
    var reference = references
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      if let label = element.label { text += label + ": " }
      try append(element.type, word, reference, isNested: true)
      let layout = Layout(of: element.type)
      word += layout.words
      reference += layout.references
    }
    text += ")"
  }

  private mutating func append(
    _ nominal: Nominal,
    _ arguments: [Type],
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>,
    isNested: Bool
  ) throws(Trap) {
    switch nominal {
    case .int: text += String(Int(bitPattern: UInt(words[0])))
    case .integer(let type): text += type.text(words[0])
    case .enumeration(let type):
      text += (isNested ? "Swift.\(type.rawValue)." : "") + type.name(words[0])
    case .double: text += Double(bitPattern: words[0]).description
    case .float: text += Float(word: words[0]).description
    case .bool: text += words[0] != 0 ? "true" : "false"
    case .string, .substring, .character:
      let value = (references[0] as? StringObject)?.text ?? ""
      try append(value, isQuoted: isNested)
    case .range, .closedRange:
      if isNested { text += "\(nominal.name)(" }
      try append(arguments[0], words, references, isNested: isNested)
      text += nominal == .range ? "..<" : "..."
      let upper = ValueComparison.next((words, references), behind: arguments[0])
      try append(arguments[0], upper.words, upper.references, isNested: isNested)
      if isNested { text += ")" }
    case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
      let bound = arguments[0].runtimeName
      text += isNested ? "Swift.\(nominal.name)<Swift.\(bound)>" : "\(nominal.name)<\(bound)>"
      text += nominal == .partialRangeFrom ? "(lowerBound: " : "(upperBound: "
      try append(arguments[0], words, references, isNested: true)
      text += ")"
    case .unicodeScalar:
      let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: words[0])) ?? "?"
      text += isNested ? scalar.debugDescription : scalar.description
    case .utf8View, .utf16View, .unicodeScalarView:
      guard let units = references[0] as? ArrayObject else { return }
      let value = Self.text(ofUnits: units, nominal)
      try append(value, isQuoted: isNested)
    case .metatype: text += arguments[0].runtimeName
    case .optional:
      guard words[0] != 0 else {
        text += "nil"
        return
      }
      text += "Optional("
      try append(arguments[0], words + 1, references, isNested: true)
      text += ")"
    case .array, .arraySlice, .set, .dictionaryKeys, .dictionaryValues:
      guard let array = references[0] as? ArrayObject else { return }
      // In its debugging form, what is no array says what it is.
      let isNamed = isNested && nominal != .array
      text += isNamed ? "\(nominal.name)([" : "["
      let type = nominal == .dictionaryValues ? arguments[1] : arguments[0]
      for index in 0..<array.count {
        if index > 0 { text += ", " }
        let element = ValueComparison.element(array, index)
        try append(type, element.words, element.references, isNested: true)
      }
      text += isNamed ? "])" : "]"
    case .dictionary: try append(arguments, entriesOf: references[0] as? HashTable)
    case .declared(let declaration):
      try append(declaration, words, references, isNested: isNested)
    case .error:
      guard let error = references[0] as? ErrorObject else { return }
      try append(error.type, error.value.words, error.value.references, isNested: isNested)
    case .host:
      guard let object = (references[0] as? HostBox)?.value else { return }
      text +=
        hostForm == .exact
        ? object.exactText : isNested ? object.nestedText : object.displayText
    case .zip2Sequence, .enumeratedSequence, .reversedCollection, .flattenSequence, .strideTo,
      .strideThrough,
      .stringIndex, .characterSet, .hasher:
      text += nominal.name
    case .never: break
    }
  }
}

// MARK: - Texts

extension ValueDescriber {
  /// Appends a text as it is, or as a literal.
  private mutating func append(_ value: String, isQuoted: Bool) throws(Trap) {
    if !isQuoted {
      text += value
    } else if value.utf8.allSatisfy(Self.isPlain) {
      text += "\""
      text += value
      text += "\""
    } else {
      // Swift looks at each character, which takes long.
      try machine.charge(value.utf8.count / 4)
      text += value.debugDescription
    }
  }

  /// Whether a character stands for itself in a literal.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (UInt8(ascii: " ")...UInt8(ascii: "~")).contains(byte) && byte != UInt8(ascii: "\"")
      && byte != UInt8(ascii: "\\")
  }

  /// The text that a view was made of.
  static func text(ofUnits units: ArrayObject, _ view: Nominal) -> String {
    let words = (0..<units.count).map { units.words[$0] }
    switch view {
    case .utf8View:
      return String(decoding: words.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
    case .utf16View:
      return String(decoding: words.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
    default:
      return String(decoding: words.map { UInt32(truncatingIfNeeded: $0) }, as: UTF32.self)
    }
  }
}

// MARK: - Dictionaries and types of the lesson

extension ValueDescriber {
  private mutating func append(
    _ arguments: [Type],
    entriesOf table: HashTable?
  ) throws(Trap) {
    guard let table else { return }
    text += table.count == 0 ? "[:" : "["
    for index in 0..<table.count {
      if index > 0 { text += ", " }
      let key = ValueComparison.element(table, index)
      try append(arguments[0], key.words, key.references, isNested: true)
      text += ": "
      let value = ValueComparison.next(key, behind: arguments[0])
      try append(arguments[1], value.words, value.references, isNested: true)
    }
    text += "]"
  }

  private mutating func append(
    _ declaration: DeclaredType,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>,
    isNested: Bool
  ) throws(Trap) {
    if let own = machine.ownDescription(of: declaration, isNested: isNested) {
      text += try machine.callString(own, declaration.layout, words, references)
      return
    }
    switch declaration.kind {
    case .structure:
      text += isNested ? declaration.qualifiedName : declaration.shortName
      let elements = declaration.fields.map { Type.TupleElement($0.name, $0.type) }
      try append(elements, words, references)
    case .enumeration:
      let index = Int(truncatingIfNeeded: words[0])
      guard declaration.cases.indices.contains(index) else { return }
      let enumCase = declaration.cases[index]
      text += isNested ? "\(declaration.qualifiedName).\(enumCase.name)" : enumCase.name
      guard !enumCase.payload.isEmpty else { return }
      // A tuple that is the only value is printed as several would be.
      var payload = enumCase.payload
      if payload.count == 1, payload[0].label == nil, case .tuple(let parts) = payload[0].type {
        payload = parts
      }
      guard enumCase.isIndirect else { return try append(payload, words + 1, references) }
      guard let box = references[0] as? ArrayObject else { return }
      try append(payload, box.words, box.references)
    }
  }
}

extension VirtualMachine {
  /// The function that describes values of a type of the lesson, where the lesson writes one.
  func ownDescription(of declaration: DeclaredType, isNested: Bool) -> FunctionID? {
    guard let conformance = conformances[declaration] else { return nil }
    let description =
      conformance.traits.contains(.customStringConvertible)
      ? conformance.description : nil
    let debug =
      conformance.traits.contains(.customDebugStringConvertible)
      ? conformance.debugDescription : nil
    return isNested ? debug ?? description : description ?? debug
  }

  /// Calls a function of the lesson that takes one value and returns a string.
  func callString(
    _ function: FunctionID,
    _ layout: Layout,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>
  ) throws(Trap) -> String {
    try call(function, (words, references), layout: layout) {
      ($0.references[0] as? StringObject)?.text ?? ""
    }
  }

  /// Calls a function of the lesson on values that stand elsewhere.
  func call<Result>(
    _ function: FunctionID,
    _ values: ValueComparison.Value...,
    layout: Layout,
    take: (Registers) -> Result
  ) throws(Trap) -> Result {
    try call(function.index, captures: nil) { (registers) throws(Trap) in
      var (word, reference) = (registers.words, registers.references)
      for value in values {
        for offset in 0..<layout.words { word[offset] = value.words[offset] }
        for offset in 0..<layout.references { reference[offset] = value.references[offset] }
        word += layout.words
        reference += layout.references
      }
    } _: { (registers) throws(Trap) in
      take(registers)
    }
  }
}
