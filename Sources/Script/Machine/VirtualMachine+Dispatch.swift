extension VirtualMachine {
  /// Does what `machine_run` of `CMachine` does, in Swift: the oracle of tests, and the loop where
  /// objects do not lie in memory as C expects them.
  @inline(never)
  func dispatchPlainly(from base: UnsafeMutablePointer<Frame>) {
    var frame = top
    var pc = frame.pointee.pc
    var w = frame.pointee.words
    var r = frame.pointee.references
    var fuel = self.fuel

    dispatch: while true {
      let i = pc
      pc += 1
      switch i.pointee.opcode {
      case .moveWord: w[i.a] = w[i.b]
      case .takeReference:
        guard r.isEmpty(i.a) else { break dispatch }
        r.move(from: r + i.b, to: i.a)
      case .borrowReference:
        guard r.isEmpty(i.a) else { break dispatch }
        r.borrow(r + i.b, to: i.a)
      case .clearReferences:
        guard r.areEmpty(i.a, i.b) else { break dispatch }
      case .loadConstant: w[i.a] = constants[i.b | i.c << 16]
      case .loadImmediate: w[i.a] = UInt64(bitPattern: Int64(i.immediateC))
      case .loadGlobalWord: w[i.a] = words[i.b]
      case .storeGlobalWord: words[i.a] = w[i.b]
      case .takeGlobalReference:
        guard r.isEmpty(i.a) else { break dispatch }
        r.move(from: references + i.b, to: i.a)
      case .loadBoxWord: w[i.a] = r.words(i.b)[i.c]
      case .storeBoxWord: r.words(i.a)[i.c] = w[i.b]
      case .takeBoxReference:
        guard r.isEmpty(i.a) else { break dispatch }
        r.move(from: r.references(i.b) + i.c, to: i.a)

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
        let callee = entries + i.c
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
          to: Frame(function: callee, pc: pc, words: w, references: r)
        )
      case .callClosure:
        fuel &-= 1
        if fuel < 0 {
          pc -= 1
          break dispatch
        }
        guard !r.isEmpty(i.c) else { break dispatch }
        let closure = r.closure(i.c)
        let callee = entries + closure._withUnsafeGuaranteedRef { $0.function }
        let newWords = w + i.a
        let newReferences = r + i.b
        frame.pointee.pc = pc
        guard frame < framesEnd, newWords + callee.pointee.words < wordsEnd,
          newReferences + callee.pointee.references < referencesEnd
        else { break dispatch }
        guard
          newReferences.areEmpty(
            callee.pointee.capturedReference,
            closure._withUnsafeGuaranteedRef { $0.layout.references }
          )
        else { break dispatch }
        frame += 1
        pc = callee.pointee.start
        w = newWords
        r = newReferences
        frame.initialize(
          to: Frame(function: callee, pc: pc, words: w, references: r)
        )
        closure._withUnsafeGuaranteedRef {
          $0.unpack(
            w + callee.pointee.capturedWord,
            r + callee.pointee.capturedReference
          )
        }
      case .return:
        w[0] = w[i.a]
        if frame == base { break dispatch }
        frame -= 1
        pc = frame.pointee.pc
        w = frame.pointee.words
        r = frame.pointee.references
      case .returnReferences:
        guard frame.pointee.forgetBorrowed(above: i.b) else { break dispatch }
        w[0] = w[i.a]
        if frame == base { break dispatch }
        frame -= 1
        pc = frame.pointee.pc
        w = frame.pointee.words
        r = frame.pointee.references

      case .arrayCount:
        guard !r.isEmpty(i.b) else { break dispatch }
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
      case .setArrayWord:
        let index = w.int(i.b)
        guard r.holds(i.a, index), r.isUnshared(i.a, counting.unshared) else { break dispatch }
        r.words(i.a)[index] = w[i.c]
      case .setArrayField:
        let index = w.int(i.b)
        guard r.holds(i.a, index), r.isUnshared(i.a, counting.unshared) else { break dispatch }
        r.words(i.a)[index &* r.stride(i.a) &+ i.d] = w[i.c]
      case .takeArrayReference:
        let index = w.int(i.c)
        guard r.holds(i.b, index), r.isUnshared(i.b, counting.unshared) else { break dispatch }
        guard r.isEmpty(i.a) else { break dispatch }
        r.move(from: r.references(i.b) + index, to: i.a)
      case .appendWord:
        guard !r.isEmpty(i.a), r.isUnshared(i.a, counting.unshared) else { break dispatch }
        let word = w[i.b]
        guard r.array(i.a)._withUnsafeGuaranteedRef({ $0.addWordInPlace(word) }) else {
          break dispatch
        }

      case .moveReference, .loadString, .loadGlobalReference, .storeGlobalReference,
        .loadBoxReference, .storeBoxReference, .arrayReference, .setArrayReference, .makeBox,
        .makeArray, .makeClosure, .joinTexts, .appendText, .countText, .findText, .findInt,
        .beginProbe, .throwError, .rethrowError, .operation:
        break dispatch
      }
    }

    frame.pointee.pc = pc
    top = frame
    self.fuel = fuel
  }
}
