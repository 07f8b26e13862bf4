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
    case .host(let index, let operands, let result, let changed):
      try callHost(index, operands, into: result, changed: changed, registers)
    case .setHost(let index, let operands):
      try setHost(index, operands, registers)
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
    case .strideCount(let operands, let isThrough, let result):
      let count = try strideCount(operands, registers, isThrough: isThrough)
      registers.words[result.word] = UInt64(count)
    case .makeError(let value, let result):
      guard let declaration = value.type.declaration else { return }
      let box = try ArrayObject(of: value.slot.layout, capacity: 1, meter)
      try append(view(value, registers), to: box)
      registers.references[result.slot.reference] = try ErrorObject(box, of: declaration, meter)
    case .castError(let operand, let declaration, let result):
      guard let error = registers.references[operand.slot.reference] as? ErrorObject else {
        throw Self.uninitialized
      }
      registers.words[result.slot.word] = error.type == declaration ? 1 : 0
      guard error.type == declaration else { return }
      let wrapped = FunctionCompiler.wrapped(result.slot)
      let type = Type.nominal(.declared(declaration), [])
      copy(
        ValueComparison.element(error.value, 0),
        to: Operand(slot: wrapped, type: type),
        registers
      )
    case .failUnwrapping: throw Self.nilUnwrapped
    case .failTrying(let operand):
      var describer = ValueDescriber(machine: self)
      try describe(operand, registers, &describer)
      throw Trap(
        "error-in-try",
        "'try!' met the error '\(describer.text)'",
        help: "catch it: 'do { try … } catch { … }'"
      )
    case .join(let parts, let result):
      var describer = ValueDescriber(machine: self)
      for part in parts { try describe(part, registers, &describer) }
      registers.references[result.slot.reference] = try StringObject(describer.text, meter)
    case .endProbe(let index, let value):
      var exact: String?
      if let value {
        var describer = ValueDescriber(machine: self, hostForm: .exact)
        try describe(value, registers, &describer)
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
        var describer = ValueDescriber(machine: self)
        try describe(message, registers, &describer)
        text = describer.text
      }
      let shown = parts.filter { $0.flag.map { registers.words[$0] == 1 } ?? true }
      let values = try shown.map { (part) throws(Trap) in
        var describer = ValueDescriber(machine: self, hostForm: .exact, cuttingAt: 400)
        try describe(part.0, registers, &describer, isNested: true)
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
  ) throws(Trap) {
    try describer.append(
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
}
