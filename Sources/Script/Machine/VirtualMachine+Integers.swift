/// Arithmetic on the integer types, each as the Swift type of its name does it.
extension VirtualMachine {
  /// Carries out an operation on integers; false where it is none of theirs.
  func performOnIntegers(
    _ intrinsic: Intrinsic,
    _ type: IntegerType?,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    switch type {
    case nil: try perform(intrinsic, as: Int.self, operands, into: result, registers)
    case .int8: try perform(intrinsic, as: Int8.self, operands, into: result, registers)
    case .int16: try perform(intrinsic, as: Int16.self, operands, into: result, registers)
    case .int32: try perform(intrinsic, as: Int32.self, operands, into: result, registers)
    case .int64: try perform(intrinsic, as: Int64.self, operands, into: result, registers)
    case .uint: try perform(intrinsic, as: UInt.self, operands, into: result, registers)
    case .uint8: try perform(intrinsic, as: UInt8.self, operands, into: result, registers)
    case .uint16: try perform(intrinsic, as: UInt16.self, operands, into: result, registers)
    case .uint32: try perform(intrinsic, as: UInt32.self, operands, into: result, registers)
    case .uint64: try perform(intrinsic, as: UInt64.self, operands, into: result, registers)
    }
  }

  private func perform<Number: FixedWidthInteger>(
    _ intrinsic: Intrinsic,
    as type: Number.Type,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    func value(_ position: Int) -> Number {
      Number(truncatingIfNeeded: registers.words[operands[position].slot.word])
    }
    func store(_ word: UInt64, _ offset: Int = 0) {
      registers.words[result.slot.word + offset] = word
    }
    func store(_ number: Number, _ offset: Int = 0) {
      store(UInt64(truncatingIfNeeded: number), offset)
    }
    let x = value(0)
    if operands.count == 1 {
      return try perform(intrinsic, on: x, store)
    }
    if intrinsic == .shiftLeft || intrinsic == .shiftRight {
      let distance = registers.int(operands[1])
      store(intrinsic == .shiftLeft ? x << distance : x >> distance)
      return true
    }
    let y = value(1)
    if let word = try Self.word(intrinsic, x, y) {
      store(word)
      return true
    }
    switch intrinsic {
    case .quotientAndRemainder:
      store(try Self.checked(.divide, x, y))
      store(try Self.checked(.remainder, x, y), 1)
    case .addReporting: report(x.addingReportingOverflow(y))
    case .subtractReporting: report(x.subtractingReportingOverflow(y))
    case .multiplyReporting: report(x.multipliedReportingOverflow(by: y))
    case .divideReporting: report(x.dividedReportingOverflow(by: y))
    case .remainderReporting: report(x.remainderReportingOverflow(dividingBy: y))
    default: return false
    }
    func report(_ outcome: (partialValue: Number, overflow: Bool)) {
      store(outcome.partialValue)
      store(outcome.overflow ? 1 : 0, 1)
    }
    return true
  }

  private func perform<Number: FixedWidthInteger>(
    _ intrinsic: Intrinsic,
    on x: Number,
    _ store: (UInt64, Int) -> Void
  ) throws(Trap) -> Bool {
    func number(_ value: some BinaryInteger) { store(UInt64(truncatingIfNeeded: value), 0) }
    switch intrinsic {
    case .negate: number(try Self.checked(.subtract, 0, x))
    case .identity: number(x)
    case .bitNot: number(~x)
    case .abs: number(x < 0 ? try Self.checked(.subtract, 0, x) : x)
    case .magnitude: number(x.magnitude)
    case .signum: number(x.signum())
    case .leadingZeroBitCount: number(x.leadingZeroBitCount)
    case .trailingZeroBitCount: number(x.trailingZeroBitCount)
    case .nonzeroBitCount: number(x.nonzeroBitCount)
    case .bitWidth: number(Number.bitWidth)
    case .byteSwapped: number(x.byteSwapped)
    case .toDouble: store(Double(x).bitPattern, 0)
    case .toFloat: store(Float(x).word, 0)
    default: return false
    }
    return true
  }

  /// The word of what an operation on two numbers makes; nil where it makes no single one.
  private static func word<Number: FixedWidthInteger>(
    _ intrinsic: Intrinsic,
    _ x: Number,
    _ y: Number
  ) throws(Trap) -> UInt64? {
    func word(_ number: Number) -> UInt64 { UInt64(truncatingIfNeeded: number) }
    switch intrinsic {
    case .add, .subtract, .multiply, .divide, .remainder: return word(try checked(intrinsic, x, y))
    case .wrappingAdd: return word(x &+ y)
    case .wrappingSubtract: return word(x &- y)
    case .wrappingMultiply: return word(x &* y)
    case .maskingShiftLeft: return word(x &<< y)
    case .maskingShiftRight: return word(x &>> y)
    case .bitAnd: return word(x & y)
    case .bitOr: return word(x | y)
    case .bitXor: return word(x ^ y)
    case .equal: return x == y ? 1 : 0
    case .notEqual: return x != y ? 1 : 0
    case .less: return x < y ? 1 : 0
    case .lessOrEqual: return x <= y ? 1 : 0
    case .greater: return x > y ? 1 : 0
    case .greaterOrEqual: return x >= y ? 1 : 0
    case .isMultiple: return x.isMultiple(of: y) ? 1 : 0
    default: return nil
    }
  }

  private static func checked<Number: FixedWidthInteger>(
    _ intrinsic: Intrinsic,
    _ x: Number,
    _ y: Number
  ) throws(Trap) -> Number {
    let (outcome, name): ((partialValue: Number, overflow: Bool), String)
    switch intrinsic {
    case .add: (outcome, name) = (x.addingReportingOverflow(y), "+")
    case .subtract: (outcome, name) = (x.subtractingReportingOverflow(y), "-")
    case .multiply: (outcome, name) = (x.multipliedReportingOverflow(by: y), "*")
    case .divide: (outcome, name) = (x.dividedReportingOverflow(by: y), "/")
    default: (outcome, name) = (x.remainderReportingOverflow(dividingBy: y), "%")
    }
    guard outcome.overflow else { return outcome.partialValue }
    if name == "/" || name == "%", y == 0 {
      throw Trap(
        "division-by-zero",
        "\(x) \(name) 0: division by zero",
        help: "test the divisor first"
      )
    }
    throw Trap(
      "overflow",
      "\(x) \(name) \(y) does not fit '\(Number.self)'",
      help: "'\(Number.self)' holds \(Number.min) to \(Number.max); use a wider type, or "
        + "'&\(name)' to wrap around"
    )
  }

  // MARK: - Conversions

  /// Carries out a conversion to an integer type, nil being `Int`; false where it is none.
  func convert(
    _ intrinsic: Intrinsic,
    to type: IntegerType?,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    switch type {
    case nil: try convert(intrinsic, to: Int.self, operands, into: result, registers)
    case .int8: try convert(intrinsic, to: Int8.self, operands, into: result, registers)
    case .int16: try convert(intrinsic, to: Int16.self, operands, into: result, registers)
    case .int32: try convert(intrinsic, to: Int32.self, operands, into: result, registers)
    case .int64: try convert(intrinsic, to: Int64.self, operands, into: result, registers)
    case .uint: try convert(intrinsic, to: UInt.self, operands, into: result, registers)
    case .uint8: try convert(intrinsic, to: UInt8.self, operands, into: result, registers)
    case .uint16: try convert(intrinsic, to: UInt16.self, operands, into: result, registers)
    case .uint32: try convert(intrinsic, to: UInt32.self, operands, into: result, registers)
    case .uint64: try convert(intrinsic, to: UInt64.self, operands, into: result, registers)
    }
  }

  private func convert<Number: FixedWidthInteger>(
    _ intrinsic: Intrinsic,
    to type: Number.Type,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    let target = result.slot.word
    func store(_ number: Number) {
      registers.words[target] = UInt64(truncatingIfNeeded: number)
    }
    func store(_ number: Number?) {
      registers.words[target] = number == nil ? 0 : 1
      registers.words[target + 1] = UInt64(truncatingIfNeeded: number ?? 0)
    }
    if intrinsic == .parseInteger {
      let radix = operands.count > 1 ? registers.int(operands[1]) : 10
      try Self.checkRadix(radix)
      store(Number(try string(operands[0], registers), radix: radix))
      return true
    }
    let word = registers.words[operands[0].slot.word]
    switch (intrinsic, operands[0].type) {
    case (.toInteger, .double), (.toInteger, .float):
      store(try converted(Self.double(word, operands[0].type)))
    case (.exactly, .double), (.exactly, .float):
      store(Number(exactly: Self.double(word, operands[0].type)))
    case (.toInteger, let source):
      guard let number = Self.number(word, source, as: type) else {
        throw Self.conversion(Self.text(word, source), to: "\(type)")
      }
      store(number)
    case (.exactly, let source): store(Self.number(word, source, as: type))
    case (.clamping, let source):
      let isNegative = source.isSignedInteger && Int64(bitPattern: word) < 0
      store(Self.number(word, source, as: type) ?? (isNegative ? .min : .max))
    case (.truncating, _): store(Number(truncatingIfNeeded: word))
    default: return false
    }
    return true
  }

  private static func double(_ word: UInt64, _ type: Type) -> Double {
    type == .float ? Double(Float(word: word)) : Double(bitPattern: word)
  }

  private func converted<Number: FixedWidthInteger>(_ value: Double) throws(Trap) -> Number {
    guard let number = Number(exactly: value.rounded(.towardZero)) else {
      throw Self.conversion("\(value)", to: "\(Number.self)")
    }
    return number
  }

  /// Returns an integer of one type as one of another, or nil where it does not fit.
  private static func number<Number: FixedWidthInteger>(
    _ word: UInt64,
    _ source: Type,
    as type: Number.Type
  ) -> Number? {
    source.isSignedInteger ? Number(exactly: Int64(bitPattern: word)) : Number(exactly: word)
  }

  private static func text(_ word: UInt64, _ type: Type) -> String {
    type.isSignedInteger ? String(Int64(bitPattern: word)) : String(word)
  }

  private static func conversion(_ value: String, to type: String) -> Trap {
    Trap(
      "conversion",
      "\(value) cannot be made '\(type)'",
      help: "test it first: '\(type)(exactly: …)' is nil where it does not fit"
    )
  }

  /// `String(number, radix: 16)`.
  func integerText(
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    let radix = registers.int(operands[1])
    try Self.checkRadix(radix)
    let isUppercase = registers.words[operands[2].slot.word] != 0
    let word = registers.words[operands[0].slot.word]
    let text =
      operands[0].type.isSignedInteger
      ? String(Int64(bitPattern: word), radix: radix, uppercase: isUppercase)
      : String(word, radix: radix, uppercase: isUppercase)
    try store(text, result.slot, registers)
  }

  private static func checkRadix(_ radix: Int) throws(Trap) {
    guard (2...36).contains(radix) else {
      throw Trap("radix", "there is no radix \(radix)", help: "a radix is 2 to 36")
    }
  }
}
