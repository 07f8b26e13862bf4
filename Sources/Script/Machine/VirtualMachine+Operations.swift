import Diagnostics

extension VirtualMachine {
  func perform(
    _ operation: Operation,
    _ registers: Registers
  ) throws(Trap) {
    switch operation {
    case .intrinsic(let intrinsic, let operands, let result):
      try perform(intrinsic, operands, into: result, registers)
    case .mutate(let intrinsic, let target, let operands, let result):
      try mutate(intrinsic, target, operands, into: result, registers)
    case .host(let index, let operands, let result):
      let arguments = try operands.map { (operand) throws(Trap) in
        try value(operand, registers)
      }
      try store(callHost(index, arguments), result, registers)
    case .hostLiteral(let name, let literal, let result):
      guard let make = library.types.first(where: { $0.name == name })?.arrayLiteral else { return }
      let argument = try value(literal, registers)
      try store(asTrap { try make(MachineContext(machine: self), argument) }, result, registers)
    case .array(let operands, let element, let result):
      let array = try ArrayObject(of: element, capacity: operands.count, meter)
      for operand in operands {
        try array.append(
          registers.words + operand.slot.word,
          registers.references + operand.slot.reference
        )
      }
      registers.references[result.slot.reference] = array
    case .element(let operand, let index, let result):
      let array = try self.array(operand, registers)
      let index = Int(bitPattern: UInt(registers.words[index.word]))
      guard index >= 0, index < array.count else { throw Self.outOfRange(index, array.count) }
      copy(ValueComparison.element(array, index), to: result, registers)
    case .setElement(let operand, let index, let value):
      let array = try unique(registers.references + operand.slot.reference)
      let index = Int(bitPattern: UInt(registers.words[index.word]))
      guard index >= 0, index < array.count else { throw Self.outOfRange(index, array.count) }
      array.set(
        index,
        registers.words + value.slot.word,
        registers.references + value.slot.reference
      )
    case .join(let parts, let result):
      var describer = ValueDescriber()
      for part in parts { describe(part, registers, &describer) }
      registers.references[result.slot.reference] = try StringObject(describer.text, meter)
    case .endProbe(let index, let value):
      var exact: String?
      if let value {
        var describer = ValueDescriber(hostForm: .exact)
        describe(value, registers, &describer)
        exact = describer.text
      }
      events.append(.probed(index, printed: printedSinceProbe(index), exactValue: exact))
      try charge(0)
    case .expectation(let outcome, let message, let parts):
      let span = top.pointee.span
      flushPrinted()
      guard registers.words[outcome.word] == 0 else {
        events.append(.expectationMet(at: span))
        return
      }
      var text: String?
      if let message {
        var describer = ValueDescriber()
        describe(message, registers, &describer)
        text = describer.text
      }
      let shown = parts.filter { $0.flag.map { registers.words[$0] == 1 } ?? true }
      let values = shown.map { part in
        var describer = ValueDescriber(hostForm: .exact, limit: 400)
        describe(part.0, registers, &describer, isNested: true)
        return ExpectationPart(span: part.2, value: describer.text)
      }
      events.append(.expectationFailed(at: span, message: text, parts: values))
    }
  }

  // MARK: - Values

  func describe(
    _ operand: Operand,
    _ registers: Registers,
    _ describer: inout ValueDescriber,
    isNested: Bool = false
  ) {
    describer.append(
      operand.type,
      registers.words + operand.slot.word,
      registers.references + operand.slot.reference,
      isNested: isNested
    )
  }

  func copy(_ value: ValueComparison.Value, to result: Operand, _ registers: Registers) {
    for offset in 0..<result.slot.layout.words {
      registers.words[result.slot.word + offset] = value.words[offset]
    }
    for offset in 0..<result.slot.layout.references {
      registers.references[result.slot.reference + offset] = value.references[offset]
    }
  }

  func array(_ operand: Operand, _ registers: Registers) throws(Trap) -> ArrayObject {
    guard let array = registers.references[operand.slot.reference] as? ArrayObject else {
      throw Self.uninitialized
    }
    return array
  }

  func string(_ operand: Operand, _ registers: Registers) throws(Trap) -> String {
    guard let string = registers.references[operand.slot.reference] as? StringObject else {
      throw Self.uninitialized
    }
    return string.text
  }

  // MARK: - The border to the host

  private func callHost(_ index: Int, _ arguments: [Value]) throws(Trap) -> Value {
    try charge(1)
    let function = library.functions[index]
    return try asTrap { try function.body(MachineContext(machine: self), arguments) }
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

  private func store(_ value: Value, _ result: Operand, _ registers: Registers) throws(Trap) {
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

/// What the machine lets a host function ask for.
struct MachineContext: HostContext {
  let machine: VirtualMachine

  func reserve(bytes: Int) throws {
    try machine.meter.reserve(bytes)
    machine.meter.release(bytes)
  }

  func call(_ closure: HostClosure, _ arguments: [Value]) throws -> Value {
    guard let object = closure.reference as? ClosureObject else {
      throw HostError("host", "this function is none of this session")
    }
    let code = machine.code(object.function)
    guard code.parameterTypes.count == arguments.count else {
      throw HostError(
        "host",
        "the closure takes \(code.parameterTypes.count) arguments, but got \(arguments.count)"
      )
    }
    do throws(Trap) {
      return try machine.call(object) { (registers) throws(Trap) in
        var word = registers.words
        var reference = registers.references
        for (argument, type) in zip(arguments, code.parameterTypes) {
          try machine.store(argument, type, word, reference)
          let layout = Layout(of: type)
          word += layout.words
          reference += layout.references
        }
      } _: { (registers) throws(Trap) in
        try machine.value(code.resultType, registers.words, registers.references)
      }
    } catch {
      machine.hostTrap = machine.hostTrap ?? error
      throw error
    }
  }
}
