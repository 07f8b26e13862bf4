import Diagnostics

/// One instruction: an operation and up to four operands, in eight bytes.
struct Instruction: Sendable {
  var opcode: Opcode
  var d: UInt8
  var a: UInt16
  var b: UInt16
  var c: UInt16

  /// Creates an instruction; immediates and distances keep their low bits.
  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0) {
    self.opcode = opcode
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
    self.d = UInt8(truncatingIfNeeded: d)
  }

  /// Operand b as a signed number.
  var immediateB: Int { Int(Int16(bitPattern: b)) }
  /// Operand c as a signed number.
  var immediateC: Int { Int(Int16(bitPattern: c)) }
  /// What fits an immediate.
  static let immediates = Int(Int16.min)...Int(Int16.max)
  /// The most instructions of a function: a jump goes from any to any other.
  static let greatestDistance = Int(Int16.max)
}

/// Where a value stands in a frame.
struct Slot: Hashable, Sendable {
  var word: Int
  var reference: Int
  var layout: Layout
}

/// A value and its type: an operand of an operation.
struct Operand: Sendable {
  var slot: Slot
  var type: Type
}

/// An operation that takes more than three operands can say.
indirect enum Operation: Sendable {
  /// An intrinsic on values.
  case intrinsic(Intrinsic, [Operand], result: Operand)
  /// An intrinsic on the array in a register, which it changes.
  case mutate(Intrinsic, Operand, [Operand], result: Operand)
  /// A function of the host, and which of its operands it changes.
  case host(Int, [Operand], result: Operand, changed: [Int])
  /// The setter of a property or subscript of the host: the base, the arguments, the new value.
  case setHost(Int, [Operand])
  /// A value of a host type from its literal.
  case hostLiteral(String, Operand, result: Operand)
  /// Elements side by side in registers become an array.
  case array([Operand], element: Layout, result: Operand)
  /// An element of any layout.
  case element(Operand, index: Slot, result: Operand)
  /// A new element of any layout.
  case setElement(Operand, index: Slot, value: Operand)
  /// How many values a stride from, to or through, and by its operands has.
  case strideCount([Operand], isThrough: Bool, result: Slot)
  /// An `any Error` of a value of a type of the lesson.
  case makeError(Operand, result: Operand)
  /// An error as an optional value of a type of the lesson.
  case castError(Operand, DeclaredType, result: Operand)
  /// The failure of `!` on nil.
  case failUnwrapping
  /// The failure of `try!` on an error.
  case failTrying(Operand)
  /// The parts of a string joined.
  case join([Operand], result: Operand)
  /// The end of a probe.
  case endProbe(Int, value: Operand?)
  /// The outcome of an `expect`, and the parts to show where it does not hold. A part with a flag
  /// was evaluated only where the flag is 1.
  case expectation(Slot, message: Operand?, parts: [(Operand, flag: Int?, SourceSpan)])
}
