import Diagnostics

/// The border to the host: values cross as `Value`, each by its static type.
extension VirtualMachine {
  /// Calls a function of the host, and takes back what it has changed.
  func callHost(
    _ index: Int,
    _ operands: [Operand],
    into result: Operand,
    changed: [Int],
    _ registers: Registers
  ) throws(Trap) {
    let body = library.functions[index].body
    let value = try passing(operands, changed: changed, registers, to: body)
    try store(value, result, registers)
  }

  /// Calls the setter of a property or subscript of the host.
  func setHost(_ index: Int, _ operands: [Operand], _ registers: Registers) throws(Trap) {
    guard let setter = library.functions[index].setter else {
      throw Trap("internal", "'\(library.functions[index].signature)' has no setter")
    }
    _ = try passing(operands, changed: [0], registers, to: setter)
  }

  private func passing(
    _ operands: [Operand],
    changed: [Int],
    _ registers: Registers,
    to body: HostFunction.Body
  ) throws(Trap) -> Value {
    try charge(1)
    var arguments = try operands.map { (operand) throws(Trap) in
      try value(operand, registers)
    }
    for position in changed {
      // The host's is the only reference, so that it can change a value without a copy.
      let slot = operands[position].slot
      for offset in 0..<slot.layout.references {
        registers.references[slot.reference + offset] = nil
      }
    }
    func takeBack() throws(Trap) {
      for position in changed { try store(arguments[position], operands[position], registers) }
    }
    let result: Value
    do throws(Trap) {
      result = try asTrap { try body(MachineContext(machine: self), &arguments) }
    } catch {
      try takeBack()
      throw error
    }
    try takeBack()
    return result
  }

  func asTrap<Result>(_ body: () throws -> Result) throws(Trap) -> Result {
    do {
      let result = try body()
      if let hostTrap { throw hostTrap }
      return result
    } catch let error as HostError {
      if let hostTrap { throw hostTrap }
      throw Trap(error.id, error.message, help: error.help)
    } catch let trap as Trap {
      throw trap
    } catch {
      throw Trap("host", "\(error)")
    }
  }

  func value(_ operand: Operand, _ registers: Registers) throws(Trap) -> Value {
    try value(
      operand.type,
      registers.words + operand.slot.word,
      registers.references + operand.slot.reference
    )
  }

  func value(
    _ type: Type,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>
  ) throws(Trap) -> Value {
    switch type {
    case .nominal(.int, _): return .int(Int(bitPattern: UInt(words[0])))
    case .nominal(.double, _): return .double(Double(bitPattern: words[0]))
    case .nominal(.float, _): return .float(Float(word: words[0]))
    case .nominal(.range, let bounds), .nominal(.closedRange, let bounds):
      return .tuple([
        try value(bounds[0], words, references), try value(bounds[0], words + 1, references),
      ])
    case .inout(let type): return try value(type, words, references)
    case .nominal(.bool, _): return .bool(words[0] != 0)
    case .nominal(.string, _): return .string((references[0] as? StringObject)?.text ?? "")
    case .nominal(.host, _):
      guard let box = references[0] as? HostBox else { throw Self.uninitialized }
      return .object(box.value)
    case .nominal(.optional, let arguments):
      guard words[0] != 0 else { return .optional(nil) }
      return .optional(try value(arguments[0], words + 1, references))
    case .nominal(.array, let arguments):
      guard let array = references[0] as? ArrayObject else { throw Self.uninitialized }
      try meter.reserve(16 * array.count)
      defer { meter.release(16 * array.count) }
      switch arguments[0] {
      case .double: return .doubles((0..<array.count).map { Double(bitPattern: array.words[$0]) })
      case .int: return .ints((0..<array.count).map { Int(bitPattern: UInt(array.words[$0])) })
      default:
        var values: [Value] = []
        for index in 0..<array.count {
          let element = ValueComparison.element(array, index)
          values.append(try value(arguments[0], element.words, element.references))
        }
        return .array(values)
      }
    case .tuple(let elements):
      var values: [Value] = []
      var word = words
      var reference = references
      for element in elements {
        values.append(try value(element.type, word, reference))
        let layout = Layout(of: element.type)
        word += layout.words
        reference += layout.references
      }
      return elements.isEmpty ? .void : .tuple(values)
    case .function:
      guard let closure = references[0] else { throw Self.uninitialized }
      return .function(HostClosure(reference: closure))
    case .nominal, .variable, .parameter, .element, .invalid: return .void
    }
  }

  func store(_ value: Value, _ result: Operand, _ registers: Registers) throws(Trap) {
    try store(
      value,
      result.type,
      registers.words + result.slot.word,
      registers.references + result.slot.reference
    )
  }

  func store(
    _ value: Value,
    _ type: Type,
    _ words: UnsafeMutablePointer<UInt64>,
    _ references: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) {
    switch (value, type) {
    case (.int(let int), .nominal(.double, _)): words[0] = Double(int).bitPattern
    case (.int(let int), _): words[0] = UInt64(bitPattern: Int64(int))
    case (.double(let double), _): words[0] = double.bitPattern
    case (.float(let float), _): words[0] = float.word
    case (.bool(let bool), _): words[0] = bool ? 1 : 0
    case (.string(let string), _): references[0] = try StringObject(string, meter)
    case (.object(let object), _): references[0] = try HostBox(object, meter)
    case (.doubles(let values), _):
      references[0] = try wordArray(values.map(\.bitPattern))
    case (.ints(let values), _):
      references[0] = try wordArray(values.map { UInt64(bitPattern: Int64($0)) })
    case (.array(let values), .nominal(.array, let arguments)):
      let layout = Layout(of: arguments[0])
      let array = try ArrayObject(of: layout, capacity: values.count, meter)
      for value in values {
        let index = try array.addElement()
        try store(
          value,
          arguments[0],
          array.words + index * layout.words,
          array.references + index * layout.references
        )
      }
      references[0] = array
    case (.optional(let wrapped), .nominal(.optional, let arguments)):
      words[0] = wrapped == nil ? 0 : 1
      if let wrapped { try store(wrapped, arguments[0], words + 1, references) }
    case (.tuple(let values), .nominal(_, let bounds)) where values.count == 2 && bounds.count == 1:
      try store(values[0], bounds[0], words, references)
      try store(values[1], bounds[0], words + 1, references)
    case (.tuple(let values), .tuple(let elements)):
      var word = words
      var reference = references
      for (value, element) in zip(values, elements) {
        try store(value, element.type, word, reference)
        let layout = Layout(of: element.type)
        word += layout.words
        reference += layout.references
      }
    case (.function(let closure), _): references[0] = closure.reference as? HeapObject
    default: break
    }
  }

  private func wordArray(_ values: [UInt64]) throws(Trap) -> ArrayObject {
    let array = try ArrayObject(
      of: Layout(words: 1, references: 0),
      capacity: values.count,
      meter
    )
    for value in values { try array.addWord(value) }
    return array
  }
}
