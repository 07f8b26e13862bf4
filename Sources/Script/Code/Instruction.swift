import Diagnostics

/// What an instruction does: `w` are word registers, `r` reference registers of the frame.
enum Opcode: UInt8, Sendable, CaseIterable {
  /// w[a] = w[b]
  case moveWord
  /// r[a] = r[b]
  case moveReference
  /// r[a] = r[b], and r[b] gives its reference up
  case takeReference
  /// r[a] = nothing
  case clearReference
  /// w[a] = constants[b + c·65536]
  case loadConstant
  /// r[a] = a string of strings[b]
  case loadString
  /// w[a] = globals.w[b]
  case loadGlobalWord
  /// globals.w[a] = w[b]
  case storeGlobalWord
  /// r[a] = globals.r[b]
  case loadGlobalReference
  /// globals.r[a] = r[b]
  case storeGlobalReference
  /// r[a] = globals.r[b], which gives its reference up until it is stored again
  case takeGlobalReference
  /// r[a] = a new box of layouts[b]
  case makeBox
  /// w[a] = word c of box r[b]
  case loadBoxWord
  /// word c of box r[a] = w[b]
  case storeBoxWord
  /// r[a] = reference c of box r[b]
  case loadBoxReference
  /// reference c of box r[a] = r[b]
  case storeBoxReference
  /// r[a] = reference c of box r[b], which gives it up until it is stored again
  case takeBoxReference

  /// w[a] = w[b] op w[c] on `Int`, failing on overflow
  case addInt, subtractInt, multiplyInt, divideInt, remainderInt
  /// w[a] = -w[b] on `Int`
  case negateInt
  /// w[a] = w[b] op w[c] on `Int`, wrapping around
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  /// w[a] = w[b] op w[c], bit by bit
  case bitAnd, bitOr, bitXor
  /// w[a] = ~w[b]
  case bitNot
  /// w[a] = w[b] shifted by w[c]
  case shiftLeft, shiftRight
  /// w[a] = w[b] op w[c] on `Double`
  case addDouble, subtractDouble, multiplyDouble, divideDouble
  /// w[a] = -w[b] on `Double`
  case negateDouble
  /// w[a] = w[b] op w[c] as 0 or 1, on `Int` and on the bits of `Bool`
  case equalInt, notEqualInt, lessInt, lessOrEqualInt
  /// w[a] = w[b] op w[c] as 0 or 1, on `Double`
  case equalDouble, notEqualDouble, lessDouble, lessOrEqualDouble
  /// w[a] = 1 - w[b]
  case not
  /// w[a] = the square root of w[b]
  case squareRoot
  /// w[a] = Double(w[b])
  case intToDouble
  /// w[a] = Int(w[b]), failing where it does not fit
  case doubleToInt

  /// go to a; a jump backwards is charged to the budget
  case jump
  /// go to b if w[a] is 1
  case jumpIf
  /// go to b if w[a] is 0
  case jumpUnless
  /// go to c if w[a] < w[b] on `Int`
  case jumpIfLessInt
  /// go to c unless w[a] < w[b] on `Int`
  case jumpUnlessLessInt
  /// go to c unless w[a] <= w[b] on `Int`
  case jumpUnlessLessOrEqualInt
  /// w[a] += 1, without a check: the loop has made sure that it fits
  case increment

  /// call functions[c], its frame beginning at w[a] and r[b]
  case call
  /// call the closure r[c], the frame of its function beginning at w[a] and r[b]
  case callClosure
  /// return the first a words and b references of the frame
  case `return`

  /// w[a] = the number of elements of array r[b]
  case arrayCount
  /// w[a] = element w[c] of array r[b] of words
  case arrayWord
  /// r[a] = element w[c] of array r[b] of references
  case arrayReference
  /// element w[b] of array r[a] of words = w[c]
  case setArrayWord
  /// element w[b] of array r[a] of references = r[c]
  case setArrayReference
  /// r[a] = element w[c] of array r[b], which gives it up until it is stored again
  case takeArrayReference
  /// w[b] is appended to array r[a] of words
  case appendWord
  /// r[a] = a new array of elements of layouts[b]
  case makeArray
  /// r[a] = a closure of closures[b]
  case makeClosure

  /// carries out operations[a]
  case operation
  /// notes that probe a begins
  case beginProbe
}

/// One instruction: an operation and up to three operands, in eight bytes.
struct Instruction: Sendable {
  var opcode: Opcode
  var a: UInt16
  var b: UInt16
  var c: UInt16

  init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.opcode = opcode
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }
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
enum Operation: Sendable {
  /// An intrinsic on values.
  case intrinsic(Intrinsic, [Operand], result: Operand)
  /// An intrinsic on the array in a register, which it changes.
  case mutate(Intrinsic, Operand, [Operand], result: Operand)
  /// A function of the host.
  case host(Int, [Operand], result: Operand)
  /// A value of a host type from its literal.
  case hostLiteral(String, Operand, result: Operand)
  /// Elements side by side in registers become an array.
  case array([Operand], element: Layout, result: Operand)
  /// An element of any layout.
  case element(Operand, index: Slot, result: Operand)
  /// A new element of any layout.
  case setElement(Operand, index: Slot, value: Operand)
  /// The parts of a string joined.
  case join([Operand], result: Operand)
  /// The end of a probe.
  case endProbe(Int, value: Operand?)
  /// The outcome of an `expect`, and the parts to show where it does not hold. A part with a flag
  /// was evaluated only where the flag is 1.
  case expectation(Slot, message: Operand?, parts: [(Operand, flag: Int?, SourceSpan)])
}

/// A function in the machine's code; a class, so that a call counts a single reference.
final class FunctionCode: Sendable {
  let name: String
  let code: [Instruction]
  let spans: [SourceSpan]
  let words: Int
  let references: Int
  let parameters: Layout
  let result: Layout
  /// The types of the parameters and of the result, for calls from the host.
  let parameterTypes: [Type]
  let resultType: Type

  init(
    name: String,
    code: [Instruction],
    spans: [SourceSpan],
    words: Int,
    references: Int,
    parameters: Layout,
    result: Layout,
    parameterTypes: [Type],
    resultType: Type
  ) {
    self.name = name
    self.code = code
    self.spans = spans
    self.words = words
    self.references = references
    self.parameters = parameters
    self.result = result
    self.parameterTypes = parameterTypes
    self.resultType = resultType
  }
}

/// Which function a closure is of, and where the values it captures stand.
struct ClosureTemplate: Sendable {
  var function: Int
  var captures: [Slot]
}

/// The code of one cell and of the functions it brings.
public struct CompiledCell: Sendable {
  var main: FunctionCode
  /// Functions by their number in the session.
  var functions: [Int: FunctionCode]
  var constants: [UInt64]
  var strings: [String]
  var layouts: [Layout]
  var closures: [ClosureTemplate]
  var operations: [Operation]
  /// The registers that the session's globals take after this cell.
  var globals: Layout
}
