extension VirtualMachine {
  /// Runs the frame on top, and every frame that it calls, until the base returns or an error of the
  /// lesson leaves a frame.
  func run(from base: UnsafeMutablePointer<Frame>) throws(Trap) {
    while true {
      dispatch(from: base)
      guard fuel >= 0 else {
        // Where the time or the steps are used up, the place is the next instruction's.
        top.pointee.pc += 1
        try refuel()
        retry()
        continue
      }
      let frame = top.pointee
      let i = frame.pc - 1
      switch i.pointee.opcode {
      case .return: return
      case .returnReferences where top == base && frame.forgetBorrowed(above: Int(i.pointee.b)):
        return
      default: try finish(i, frame.words, frame.references)
      }
    }
  }

  /// Carries out the instruction that ended the loop, or makes ready what it lacked and lets it be
  /// tried again.
  private func finish(
    _ instruction: UnsafePointer<Instruction>,
    _ w: UnsafeMutablePointer<UInt64>,
    _ r: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) {
    let i = instruction.pointee
    let (a, b, c) = (Int(i.a), Int(i.b), Int(i.c))
    switch i.opcode {
    case .operation:
      try perform(operations[a], Registers(words: w, references: r))
    case .moveReference: r[a] = r[b]
    case .clearReferences:
      for register in a..<(a + b) { r[register] = nil }
    case .loadString: r[a] = strings[b]
    case .loadGlobalReference: r[a] = references[b]
    case .storeGlobalReference: references[a] = r[b]
    case .loadBoxReference: r[a] = r.references(b)[c]
    case .storeBoxReference:
      let box = r.array(a).takeUnretainedValue()
      box.references[c] = r[b]
    case .arrayReference:
      let index = Int(truncatingIfNeeded: w[c])
      guard r.holds(b, index) else { throw trap(at: instruction, w, r) }
      r[a] = r.references(b)[index]
    case .setArrayReference:
      let array = try unique(r + a)
      let index = Int(truncatingIfNeeded: w[b])
      guard r.holds(a, index) else { throw trap(at: instruction, w, r) }
      array.references[index] = r[c]
    case .makeBox:
      let box = try ArrayObject(of: layouts[b], capacity: 1, meter)
      _ = try box.addElement()
      r[a] = box
    case .makeArray: r[a] = try ArrayObject(of: layouts[b], capacity: 0, meter)
    case .makeClosure: r[a] = try ClosureObject(closures[b], w, r, meter)
    case .joinTexts: r[a] = try joined(text(r, b), text(r, c))
    case .appendText: try append(text(r, b), to: r + a)
    case .countText: w.set(a, try characterCount(text(r, b)))
    case .findText: w.set(a, try findText(c, in: b, r) ?? -1)
    case .findInt: w.set(a, try findInt(w[c], in: b, r) ?? -1)
    case .beginProbe: beginProbe(a)
    case .throwError: throw throwing(r[a])
    case .rethrowError: if r[a] != nil { throw throwing(r[a]) }
    case .appendWord: try unique(r + a).addWord(w[b])
    case .returnReferences:
      top.pointee.releaseReferences(above: b)
      retry()
    case .takeReference, .takeGlobalReference, .takeBoxReference, .borrowReference:
      r[a] = nil
      retry()
    case .takeArrayReference:
      guard r.holds(b, Int(truncatingIfNeeded: w[c])) else { throw trap(at: instruction, w, r) }
      _ = try unique(r + b)
      r[a] = nil
      retry()
    case .setArrayWord, .setArrayField:
      guard r.holds(a, Int(truncatingIfNeeded: w[b])) else { throw trap(at: instruction, w, r) }
      _ = try unique(r + a)
      retry()
    case .callClosure:
      guard !r.isEmpty(c) else { throw Self.uninitialized }
      let callee = entries[r.closure(c)._withUnsafeGuaranteedRef { $0.function }]
      let count = r.closure(c)._withUnsafeGuaranteedRef { $0.layout.references }
      guard hasRoom(for: callee, w + a, r + b) else { throw depthExceeded() }
      // A jump out of a block leaves the block's references in their registers.
      for register in 0..<count { r[b + callee.capturedReference + register] = nil }
      retry()
    default: throw trap(at: instruction, w, r)
    }
  }

  /// Lets the instruction that ended the loop be tried again.
  private func retry() { top.pointee.pc -= 1 }

  /// Whether the stacks have room for a call whose frame begins at given registers.
  func hasRoom(
    for callee: FunctionEntry,
    _ words: UnsafeMutablePointer<UInt64>,
    _ references: UnsafeMutablePointer<HeapObject?>
  ) -> Bool {
    top < framesEnd && words + callee.words < wordsEnd
      && references + callee.references < referencesEnd
  }

  /// Gives a register an array of its own.
  private func makeUnique(_ register: UnsafeMutablePointer<HeapObject?>) throws(Trap) {
    guard register.pointee != nil else { throw Self.uninitialized }
    let array = register.array(0).takeUnretainedValue()
    try charge(array.count / 16)
    register.pointee = try array.copy()
  }

  /// The array in a register, not shared with anything else.
  func unique(_ register: UnsafeMutablePointer<HeapObject?>) throws(Trap) -> ArrayObject {
    if !isKnownUniquelyReferenced(&register.pointee) { try makeUnique(register) }
    return register.array(0).takeUnretainedValue()
  }
}
