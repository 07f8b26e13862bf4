/// What an instruction does.
///
/// `w` are word registers and `r` reference registers of the frame; `a`, `b`, `c` and the small `d`
/// are the instruction's operands; an *immediate* is an operand read as a signed number. Jumps go
/// `c` instructions on from the one after them; one that goes back is charged to the budget.
///
/// A new opcode is a case here, a line of `CMachine/Opcodes.h`, a case of each loop or one of
/// `VirtualMachine.finish(_:_:_:)`, and, where it can fail, one in `VirtualMachine.trap(at:_:_:)`,
/// which explains the failure from the operands: an instruction that fails must have changed none.
enum Opcode: UInt8, Sendable, CaseIterable {
  /// w[a] = w[b]
  case moveWord
  /// r[a] = r[b]
  case moveReference
  /// r[a] = r[b], and r[b] gives its reference up
  case takeReference
  /// r[a] = r[b], which is kept alive elsewhere for as long as r[a] is read; r[a] is empty before
  case borrowReference
  /// r[a], …, b registers in all, = nothing
  case clearReferences
  /// w[a] = constants[b + c·65536]
  case loadConstant
  /// w[a] = immediate c
  case loadImmediate
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
  /// w[a] = w[b] op immediate c on `Int`; a divisor is positive
  case addImmediate, subtractImmediate, multiplyImmediate, divideImmediate, remainderImmediate
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
  /// w[a] = w[d] op w[b] * w[c] on `Double`, rounded twice
  case addProduct, subtractProduct
  /// w[a] = w[b] * w[c] op w[d] on `Double`, rounded twice
  case productAdd, productSubtract
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
  /// w[a] = the magnitude of w[b] on `Double`
  case absoluteDouble
  /// w[a] = Double(w[b])
  case intToDouble
  /// w[a] = Int(w[b]), failing where it does not fit
  case doubleToInt

  /// go on
  case jump
  /// go on if w[a] is 1
  case jumpIf
  /// go on if w[a] is 0
  case jumpUnless
  /// go on if w[a] op w[b] on `Int`
  case jumpIfEqualInt, jumpIfNotEqualInt, jumpIfLessInt, jumpIfLessOrEqualInt
  /// go on if w[a] op immediate b
  case jumpIfEqualImmediate, jumpIfNotEqualImmediate, jumpIfLessImmediate, jumpIfGreaterImmediate
  /// go on if w[a] op w[b] on `Double`
  case jumpIfEqualDouble, jumpIfNotEqualDouble, jumpIfLessDouble, jumpIfLessOrEqualDouble
  /// go on unless w[a] op w[b] on `Double`: not the opposite comparison, for NaN
  case jumpUnlessLessDouble, jumpUnlessLessOrEqualDouble
  /// w[a] += 1 without a check, then go on if w[a] < w[b]: the end of a loop that w[b] bounds
  case loopBelow
  /// if w[a] < w[b], then w[a] += 1 and go on: the end of a loop that runs through w[b]
  case loopThrough
  /// if w[a] > w[b], then w[a] -= 1 and go on: the end of a loop that runs down through w[b]
  case loopDownThrough
  /// fails unless w[a] <= w[b] on `Int`: the bounds of a range, closed if c is 1
  case checkRange

  /// call functions[c], its frame beginning at w[a] and r[b]
  case call
  /// call the closure r[c], the frame of its function beginning at w[a] and r[b]
  case callClosure
  /// w[0] = w[a], and return; the frame holds no references
  case `return`
  /// w[0] = w[a], and return the first b references of the frame, releasing the others
  case returnReferences

  /// w[a] = the number of elements of array r[b]
  case arrayCount
  /// w[a] = element w[c] of array r[b] of words
  case arrayWord
  /// w[a] = element w[d] of the array of words that is element w[c] of array r[b]
  case nestedArrayWord
  /// w[a] = word d of element w[c] of array r[b]
  case arrayField
  /// r[a] = element w[c] of array r[b] of references
  case arrayReference
  /// element w[b] of array r[a] of words = w[c]
  case setArrayWord
  /// word d of element w[b] of array r[a] = w[c]
  case setArrayField
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

  /// r[a] = string r[b] with string r[c] behind it
  case joinTexts
  /// string r[b] is appended to string r[a]
  case appendText
  /// w[a] = the number of characters of string r[b]
  case countText
  /// w[a] = the number of the entry of dictionary or set r[b] whose key is string r[c], or -1
  case findText
  /// w[a] = the number of the entry of dictionary or set r[b] whose key is w[c] on `Int`, or -1
  case findInt

  /// throws the error r[a] to the handler around, here or in a caller
  case throwError
  /// throws the error r[a] unless there is none
  case rethrowError
  /// carries out operations[a]
  case operation
  /// notes that probe a begins
  case beginProbe

  /// Whether `c` is the distance of a jump.
  var isJump: Bool {
    switch self {
    case .jump, .jumpIf, .jumpUnless, .jumpIfEqualInt, .jumpIfNotEqualInt, .jumpIfLessInt,
      .jumpIfLessOrEqualInt, .jumpIfEqualImmediate, .jumpIfNotEqualImmediate,
      .jumpIfLessImmediate, .jumpIfGreaterImmediate, .jumpIfEqualDouble, .jumpIfNotEqualDouble,
      .jumpIfLessDouble, .jumpIfLessOrEqualDouble, .jumpUnlessLessDouble,
      .jumpUnlessLessOrEqualDouble, .loopBelow, .loopThrough,
      .loopDownThrough:
      true
    default: false
    }
  }
}
