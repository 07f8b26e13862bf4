extension VirtualMachine {
  /// Runs the frame on top, and every frame that it calls, until it returns.
  ///
  /// The state of the loop is in locals: the machine's registers hold it. It is written back
  /// before anything outside of the loop runs. What fails or needs fuel leaves the inner loop with
  /// `break`, so that the instructions themselves contain no code for it.
  func execute(from base: UnsafeMutablePointer<Frame>) throws(Trap) {
    var frame = base
    var pc = frame.pointee.pc
    var w = frame.pointee.words
    var r = frame.pointee.references
    var fuel = self.fuel
    let globalWords = words
    let globalReferences = references
    let wordsEnd = wordsEnd
    let referencesEnd = referencesEnd
    let framesEnd = framesEnd
    let functions = entries
    let constants = constants
    let strings = strings
    let operations = operations

    while true {
      dispatch: while true {
        let i = pc
        pc += 1
        switch i.pointee.opcode {
        case .moveWord: w[i.a] = w[i.b]
        case .moveReference: r[i.a] = r[i.b]
        case .takeReference:
          let moved = (r + i.b).move()
          (r + i.b).initialize(to: nil)
          r[i.a] = moved
        case .borrowReference: (r + i.a).borrow(r + i.b, 1)
        case .clearReferences:
          for register in i.a..<(i.a + i.b) { r[register] = nil }
        case .loadConstant: w[i.a] = constants[i.b | i.c << 16]
        case .loadImmediate: w[i.a] = UInt64(bitPattern: Int64(i.immediateC))
        case .loadString: r[i.a] = strings[i.b]
        case .loadGlobalWord: w[i.a] = globalWords[i.b]
        case .storeGlobalWord: globalWords[i.a] = w[i.b]
        case .loadGlobalReference: r[i.a] = globalReferences[i.b]
        case .storeGlobalReference: globalReferences[i.a] = r[i.b]
        case .takeGlobalReference:
          let moved = (globalReferences + i.b).move()
          (globalReferences + i.b).initialize(to: nil)
          r[i.a] = moved
        case .loadBoxWord: w[i.a] = r.words(i.b)[i.c]
        case .storeBoxWord: r.words(i.a)[i.c] = w[i.b]
        case .loadBoxReference: r[i.a] = r.references(i.b)[i.c]
        case .takeBoxReference:
          let source = r.references(i.b) + i.c
          let moved = source.move()
          source.initialize(to: nil)
          r[i.a] = moved

        case .addInt:
          let (sum, overflow) = w.int(i.b).addingReportingOverflow(w.int(i.c))
          if overflow { break dispatch }
          w.set(i.a, sum)
        case .subtractInt:
          let (difference, overflow) = w.int(i.b).subtractingReportingOverflow(w.int(i.c))
          if overflow { break dispatch }
          w.set(i.a, difference)
        case .multiplyInt:
          let (product, overflow) = w.int(i.b).multipliedReportingOverflow(by: w.int(i.c))
          if overflow { break dispatch }
          w.set(i.a, product)
        case .divideInt:
          let (quotient, overflow) = w.int(i.b).dividedReportingOverflow(by: w.int(i.c))
          if overflow { break dispatch }
          w.set(i.a, quotient)
        case .remainderInt:
          let (rest, overflow) = w.int(i.b).remainderReportingOverflow(dividingBy: w.int(i.c))
          if overflow { break dispatch }
          w.set(i.a, rest)
        case .addImmediate:
          let (sum, overflow) = w.int(i.b).addingReportingOverflow(i.immediateC)
          if overflow { break dispatch }
          w.set(i.a, sum)
        case .subtractImmediate:
          let (difference, overflow) = w.int(i.b).subtractingReportingOverflow(i.immediateC)
          if overflow { break dispatch }
          w.set(i.a, difference)
        case .multiplyImmediate:
          let (product, overflow) = w.int(i.b).multipliedReportingOverflow(by: i.immediateC)
          if overflow { break dispatch }
          w.set(i.a, product)
        case .divideImmediate:
          // Never 0 and never -1, and unchecked: the compiler sees to it.
          w.set(i.a, w.int(i.b).dividedReportingOverflow(by: i.c).partialValue)
        case .remainderImmediate:
          w.set(i.a, w.int(i.b).remainderReportingOverflow(dividingBy: i.c).partialValue)
        case .negateInt:
          let (value, overflow) = 0.subtractingReportingOverflow(w.int(i.b))
          if overflow { break dispatch }
          w.set(i.a, value)
        case .wrappingAdd: w[i.a] = w[i.b] &+ w[i.c]
        case .wrappingSubtract: w[i.a] = w[i.b] &- w[i.c]
        case .wrappingMultiply: w[i.a] = w[i.b] &* w[i.c]
        case .bitAnd: w[i.a] = w[i.b] & w[i.c]
        case .bitOr: w[i.a] = w[i.b] | w[i.c]
        case .bitXor: w[i.a] = w[i.b] ^ w[i.c]
        case .bitNot: w[i.a] = ~w[i.b]
        case .shiftLeft: w.set(i.a, w.int(i.b) << w.int(i.c))
        case .shiftRight: w.set(i.a, w.int(i.b) >> w.int(i.c))
        case .addDouble: w.set(i.a, w.double(i.b) + w.double(i.c))
        case .subtractDouble: w.set(i.a, w.double(i.b) - w.double(i.c))
        case .multiplyDouble: w.set(i.a, w.double(i.b) * w.double(i.c))
        case .divideDouble: w.set(i.a, w.double(i.b) / w.double(i.c))
        case .addProduct: w.set(i.a, w.double(i.d) + w.double(i.b) * w.double(i.c))
        case .subtractProduct: w.set(i.a, w.double(i.d) - w.double(i.b) * w.double(i.c))
        case .productAdd: w.set(i.a, w.double(i.b) * w.double(i.c) + w.double(i.d))
        case .productSubtract: w.set(i.a, w.double(i.b) * w.double(i.c) - w.double(i.d))
        case .negateDouble: w.set(i.a, -w.double(i.b))
        case .equalInt: w[i.a] = w[i.b] == w[i.c] ? 1 : 0
        case .notEqualInt: w[i.a] = w[i.b] != w[i.c] ? 1 : 0
        case .lessInt: w[i.a] = w.int(i.b) < w.int(i.c) ? 1 : 0
        case .lessOrEqualInt: w[i.a] = w.int(i.b) <= w.int(i.c) ? 1 : 0
        case .equalDouble: w[i.a] = w.double(i.b) == w.double(i.c) ? 1 : 0
        case .notEqualDouble: w[i.a] = w.double(i.b) != w.double(i.c) ? 1 : 0
        case .lessDouble: w[i.a] = w.double(i.b) < w.double(i.c) ? 1 : 0
        case .lessOrEqualDouble: w[i.a] = w.double(i.b) <= w.double(i.c) ? 1 : 0
        case .not: w[i.a] = 1 &- w[i.b]
        case .squareRoot: w.set(i.a, w.double(i.b).squareRoot())
        case .absoluteDouble: w.set(i.a, w.double(i.b).magnitude)
        case .intToDouble: w.set(i.a, Double(w.int(i.b)))
        case .doubleToInt:
          let value = w.double(i.b)
          // -2^63 fits, 2^63 does not, and every Double between them is an Int when truncated.
          guard value >= -0x1p63, value < 0x1p63 else { break dispatch }
          w.set(i.a, Int(value))

        case .jump:
          pc += i.immediateC
          fuel &+= i.immediateC >> 63
          if fuel < 0 { break dispatch }
        case .jumpIf:
          if w[i.a] != 0 {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpUnless:
          if w[i.a] == 0 {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfEqualInt:
          if w[i.a] == w[i.b] {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfNotEqualInt:
          if w[i.a] != w[i.b] {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfLessInt:
          if w.int(i.a) < w.int(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfLessOrEqualInt:
          if w.int(i.a) <= w.int(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfEqualImmediate:
          if w.int(i.a) == i.immediateB {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfNotEqualImmediate:
          if w.int(i.a) != i.immediateB {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfLessImmediate:
          if w.int(i.a) < i.immediateB {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfGreaterImmediate:
          if w.int(i.a) > i.immediateB {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfEqualDouble:
          if w.double(i.a) == w.double(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfNotEqualDouble:
          if w.double(i.a) != w.double(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfLessDouble:
          if w.double(i.a) < w.double(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpIfLessOrEqualDouble:
          if w.double(i.a) <= w.double(i.b) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpUnlessLessDouble:
          if !(w.double(i.a) < w.double(i.b)) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .jumpUnlessLessOrEqualDouble:
          if !(w.double(i.a) <= w.double(i.b)) {
            pc += i.immediateC
            fuel &+= i.immediateC >> 63
            if fuel < 0 { break dispatch }
          }
        case .loopBelow:
          let value = w.int(i.a) &+ 1
          w.set(i.a, value)
          if value < w.int(i.b) {
            pc += i.immediateC
            fuel &-= 1
            if fuel < 0 { break dispatch }
          }
        case .loopThrough:
          let value = w.int(i.a)
          if value < w.int(i.b) {
            w.set(i.a, value &+ 1)
            pc += i.immediateC
            fuel &-= 1
            if fuel < 0 { break dispatch }
          }
        case .loopDownThrough:
          let value = w.int(i.a)
          if value > w.int(i.b) {
            w.set(i.a, value &- 1)
            pc += i.immediateC
            fuel &-= 1
            if fuel < 0 { break dispatch }
          }
        case .checkRange:
          if w.int(i.a) > w.int(i.b) { break dispatch }

        case .call:
          fuel &-= 1
          if fuel < 0 {
            pc -= 1
            break dispatch
          }
          let callee = functions + i.c
          let newWords = w + i.a
          let newReferences = r + i.b
          frame.pointee.pc = pc
          guard frame < framesEnd, newWords + callee.pointee.words < wordsEnd,
            newReferences + callee.pointee.references < referencesEnd
          else { break dispatch }
          frame += 1
          pc = callee.pointee.start
          w = newWords
          r = newReferences
          frame.initialize(
            to: Frame(code: callee.pointee.code, pc: pc, words: w, references: r)
          )
        case .callClosure:
          fuel &-= 1
          if fuel < 0 {
            pc -= 1
            break dispatch
          }
          guard let closure = r.closure(i.c) else { break dispatch }
          let callee = functions + closure._withUnsafeGuaranteedRef { $0.function }
          let newWords = w + i.a
          let newReferences = r + i.b
          frame.pointee.pc = pc
          guard frame < framesEnd, newWords + callee.pointee.words < wordsEnd,
            newReferences + callee.pointee.references < referencesEnd
          else { break dispatch }
          frame += 1
          pc = callee.pointee.start
          w = newWords
          r = newReferences
          frame.initialize(
            to: Frame(code: callee.pointee.code, pc: pc, words: w, references: r)
          )
          closure._withUnsafeGuaranteedRef {
            $0.unpack(w + callee.pointee.captured.word, r + callee.pointee.captured.reference)
          }
        case .return:
          w[0] = w[i.a]
          if frame == base {
            save(frame, pc, fuel)
            return
          }
          frame -= 1
          pc = frame.pointee.pc
          w = frame.pointee.words
          r = frame.pointee.references
        case .returnReferences:
          w[0] = w[i.a]
          frame.pointee.releaseReferences(above: i.b)
          if frame == base {
            save(frame, pc, fuel)
            return
          }
          frame -= 1
          pc = frame.pointee.pc
          w = frame.pointee.words
          r = frame.pointee.references

        case .arrayCount:
          guard r[i.b] != nil else { break dispatch }
          w.set(i.a, r.count(i.b))
        case .arrayWord:
          let index = w.int(i.c)
          guard r.holds(i.b, index) else { break dispatch }
          w[i.a] = r.words(i.b)[index]
        case .nestedArrayWord:
          let index = w.int(i.c)
          guard r.holds(i.b, index) else { break dispatch }
          let row = r.references(i.b) + index
          let column = w.int(i.d)
          guard row.holds(0, column) else { break dispatch }
          w[i.a] = row.words(0)[column]
        case .arrayField:
          let index = w.int(i.c)
          guard r.holds(i.b, index) else { break dispatch }
          w[i.a] = r.words(i.b)[index &* r.stride(i.b) &+ i.d]
        case .arrayReference:
          let index = w.int(i.c)
          guard r.holds(i.b, index) else { break dispatch }
          r[i.a] = r.references(i.b)[index]
        case .setArrayWord:
          if !isKnownUniquelyReferenced(&r[i.a]) {
            save(frame, pc, fuel)
            try makeUnique(r + i.a)
          }
          let index = w.int(i.b)
          guard r.holds(i.a, index) else { break dispatch }
          r.words(i.a)[index] = w[i.c]
        case .setArrayField:
          if !isKnownUniquelyReferenced(&r[i.a]) {
            save(frame, pc, fuel)
            try makeUnique(r + i.a)
          }
          let index = w.int(i.b)
          guard r.holds(i.a, index) else { break dispatch }
          r.words(i.a)[index &* r.stride(i.a) &+ i.d] = w[i.c]
        case .setArrayReference:
          if !isKnownUniquelyReferenced(&r[i.a]) {
            save(frame, pc, fuel)
            try makeUnique(r + i.a)
          }
          let index = w.int(i.b)
          guard r.holds(i.a, index) else { break dispatch }
          r.references(i.a)[index] = r[i.c]
        case .takeArrayReference:
          if !isKnownUniquelyReferenced(&r[i.b]) {
            save(frame, pc, fuel)
            try makeUnique(r + i.b)
          }
          let index = w.int(i.c)
          guard r.holds(i.b, index) else { break dispatch }
          let source = r.references(i.b) + index
          let moved = source.move()
          source.initialize(to: nil)
          r[i.a] = moved
        case .appendWord:
          if !isKnownUniquelyReferenced(&r[i.a]) {
            save(frame, pc, fuel)
            try makeUnique(r + i.a)
          }
          let word = w[i.b]
          if !r.array(i.a)._withUnsafeGuaranteedRef({ $0.addWordInPlace(word) }) {
            save(frame, pc, fuel)
            try r.array(i.a).takeUnretainedValue().addWord(word)
          }
        case .makeBox, .storeBoxReference, .makeArray, .makeClosure, .beginProbe:
          save(frame, pc, fuel)
          try performRare(i.pointee, w, r)

        case .operation:
          save(frame, pc, fuel)
          try perform(operations[i.a], Registers(words: w, references: r))
          fuel = self.fuel
        }
      }
      save(frame, pc, fuel)
      guard fuel < 0 else { throw trap(at: pc - 1, w, r) }
      // Where the time or the steps are used up, the place is the next instruction's.
      frame.pointee.pc = pc + 1
      try refuel()
      fuel = self.fuel
    }
  }

  /// Carries out an instruction that need not be part of the loop's own code.
  @inline(never)
  private func performRare(
    _ i: Instruction,
    _ w: UnsafeMutablePointer<UInt64>,
    _ r: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) {
    let (a, b) = (Int(i.a), Int(i.b))
    switch i.opcode {
    case .makeBox:
      let box = try ArrayObject(of: layouts[b], capacity: 1, meter)
      _ = try box.addElement()
      r[a] = box
    case .storeBoxReference:
      let box = r.array(a).takeUnretainedValue()
      box.references[Int(i.c)] = r[b]
      try box.hold(r[b])
    case .makeArray: r[a] = try ArrayObject(of: layouts[b], capacity: 0, meter)
    case .makeClosure: r[a] = try ClosureObject(closures[b], w, r, meter)
    case .beginProbe: beginProbe(a)
    default: throw Trap("internal", "'\(i.opcode)' is part of the loop")
    }
  }

  /// Writes the loop's state back, for what runs outside of it.
  @inline(__always)
  private func save(
    _ frame: UnsafeMutablePointer<Frame>,
    _ pc: UnsafePointer<Instruction>,
    _ fuel: Int
  ) {
    frame.pointee.pc = pc
    top = frame
    self.fuel = fuel
  }

  /// Gives a register an array of its own.
  private func makeUnique(_ register: UnsafeMutablePointer<HeapObject?>) throws(Trap) {
    guard register.pointee != nil else { throw Self.uninitialized }
    register.pointee = try register.array(0).takeUnretainedValue().copy()
  }

  /// The array in a register, not shared with anything else.
  func unique(_ register: UnsafeMutablePointer<HeapObject?>) throws(Trap) -> ArrayObject {
    if !isKnownUniquelyReferenced(&register.pointee) { try makeUnique(register) }
    return register.array(0).takeUnretainedValue()
  }
}

extension UnsafePointer<Instruction> {
  @inline(__always)
  fileprivate var a: Int { Int(pointee.a) }
  @inline(__always)
  fileprivate var b: Int { Int(pointee.b) }
  @inline(__always)
  fileprivate var c: Int { Int(pointee.c) }
  @inline(__always)
  fileprivate var d: Int { Int(pointee.d) }
  @inline(__always)
  fileprivate var immediateB: Int { pointee.immediateB }
  @inline(__always)
  fileprivate var immediateC: Int { pointee.immediateC }
}

extension UnsafeMutablePointer<UInt64> {
  @inline(__always)
  fileprivate func int(_ register: Int) -> Int { Int(truncatingIfNeeded: self[register]) }

  @inline(__always)
  fileprivate func double(_ register: Int) -> Double { Double(bitPattern: self[register]) }

  @inline(__always)
  fileprivate func set(_ register: Int, _ value: Int) {
    self[register] = UInt64(truncatingIfNeeded: value)
  }

  @inline(__always)
  fileprivate func set(_ register: Int, _ value: Double) { self[register] = value.bitPattern }
}

/// What the registers hold, read without counting a reference to it.
extension UnsafeMutablePointer<HeapObject?> {
  @inline(__always)
  private func address(_ register: Int) -> UnsafeRawPointer? {
    UnsafeRawPointer(self + register).load(as: UnsafeRawPointer?.self)
  }

  /// The array in a register that is not empty.
  @inline(__always)
  fileprivate func array(_ register: Int) -> Unmanaged<ArrayObject> {
    .fromOpaque(address(register).unsafelyUnwrapped)
  }

  @inline(__always)
  fileprivate func words(_ register: Int) -> UnsafeMutablePointer<UInt64> {
    array(register)._withUnsafeGuaranteedRef { $0.words }
  }

  @inline(__always)
  fileprivate func references(_ register: Int) -> UnsafeMutablePointer<HeapObject?> {
    array(register)._withUnsafeGuaranteedRef { $0.references }
  }

  @inline(__always)
  fileprivate func count(_ register: Int) -> Int {
    array(register)._withUnsafeGuaranteedRef { $0.count }
  }

  /// The words of one element.
  @inline(__always)
  fileprivate func stride(_ register: Int) -> Int {
    array(register)._withUnsafeGuaranteedRef { $0.element.words }
  }

  /// Whether a register holds an array, and the array an index.
  @inline(__always)
  fileprivate func holds(_ register: Int, _ index: Int) -> Bool {
    address(register) != nil && UInt(bitPattern: index) < UInt(bitPattern: count(register))
  }

  /// The closure in a register.
  @inline(__always)
  fileprivate func closure(_ register: Int) -> Unmanaged<ClosureObject>? {
    address(register).map { .fromOpaque($0) }
  }
}
