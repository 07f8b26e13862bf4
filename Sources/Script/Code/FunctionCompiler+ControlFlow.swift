import Diagnostics

extension FunctionCompiler {
  mutating func compileReturn(_ value: TypedExpression?) {
    guard changed.isEmpty else { return returnChanged(value) }
    guard let value else { return emit(.returnReferences, 0, keptReferences) }
    let slot = operand(value)
    if slot.layout == Layout(words: 1, references: 0) {
      return emit(.returnReferences, slot.word, keptReferences)
    }
    move(slot, to: Slot(word: 0, reference: 0, layout: slot.layout))
    emit(.returnReferences, 0, keptReferences)
  }

  mutating func compileIf(
    _ condition: TypedExpression,
    _ then: [TypedStatement],
    _ otherwise: [TypedStatement]
  ) {
    let mark = next
    let skip = branch(on: condition, when: false)
    release(above: mark)
    block(then)
    guard !otherwise.isEmpty else { return land(skip) }
    let end = jump(.jump)
    land(skip)
    block(otherwise)
    land([end])
  }

  /// The condition stands behind the body: a turn takes one jump.
  mutating func compileWhile(_ condition: TypedExpression, _ body: [TypedStatement]) {
    let entry = jump(.jump)
    let start = code.count
    loops.append(Loop())
    block(body)
    land(loops[loops.count - 1].continues + [entry])
    let mark = next
    land(branch(on: condition, when: true), at: start)
    release(above: mark)
    land(loops.removeLast().breaks)
  }

  // MARK: - for

  mutating func compileFor(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    let mark = next
    loops.append(Loop())
    if case .nominal(let nominal, _) = sequence.type, nominal == .range || nominal == .closedRange {
      compileRangeLoop(pattern, sequence, isClosed: nominal == .closedRange, condition, body)
    } else {
      compileArrayLoop(pattern, sequence, condition, body)
    }
    land(loops.removeLast().breaks)
    release(above: mark)
  }

  private mutating func compileArrayLoop(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    // The array is kept alive by a register of its own while it is walked.
    let array: Slot = allocate(Layout(words: 0, references: 1))
    evaluate(sequence, into: array)
    let index = allocate(.int)
    let count = allocate(.int)
    constant(0, into: index.word)
    emit(.arrayCount, count.word, array.reference)
    let exit = jump(.jumpIfLessOrEqualInt, count.word, index.word)
    let start = code.count
    let source = Operand(slot: array, type: sequence.type)
    let element = elementType(of: sequence.type)
    let mark = next
    if case .variable(let id, _) = pattern {
      declare(id)
      let variable = registers(of: id)
      let slot = variable ?? allocate(element)
      loadElement(source, index: index, into: Operand(slot: slot, type: element))
      if variable == nil { store(slot, to: id) }
    } else {
      declareAll(in: pattern)
      let slot = allocate(element)
      loadElement(source, index: index, into: Operand(slot: slot, type: element))
      take(pattern, from: slot)
    }
    loopBody(condition, body, mark)
    land([jump(.loopBelow, index.word, count.word)], at: start)
    land([exit])
  }

  /// Counts in registers; the variable is the counter where nothing but the loop changes it.
  private mutating func compileRangeLoop(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    isClosed: Bool,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    let counter: Slot
    let limit: Slot
    if case .intrinsic(.makeRange, let bounds) = sequence.kind {
      (counter, limit) = rangeBounds(bounds, isClosed: false, sequence.span)
    } else if case .intrinsic(.makeClosedRange, let bounds) = sequence.kind {
      (counter, limit) = rangeBounds(bounds, isClosed: true, sequence.span)
    } else {
      let range = allocate(sequence.type)
      evaluate(sequence, into: range)
      counter = Slot(word: range.word, reference: 0, layout: Layout(words: 1, references: 0))
      limit = Slot(word: range.word + 1, reference: 0, layout: counter.layout)
    }
    let exit = isClosed ? [] : [jump(.jumpIfLessOrEqualInt, limit.word, counter.word)]
    let start = code.count
    let mark = next
    if case .variable(let id, _) = pattern, isFixed(id) {
      locals[id.index] = counter
    } else {
      declareAll(in: pattern)
      take(pattern, from: counter)
    }
    loopBody(condition, body, mark)
    land(
      [jump(isClosed ? .loopThrough : .loopBelow, counter.word, limit.word)],
      at: start
    )
    land(exit)
  }

  /// Evaluates the bounds of a range into a counter and into a register that stays as it is.
  private mutating func rangeBounds(
    _ bounds: [TypedExpression],
    isClosed: Bool,
    _ place: SourceSpan
  ) -> (counter: Slot, limit: Slot) {
    let counter = allocate(.int)
    evaluate(bounds[0], into: counter)
    var limit: Slot?
    if case .variable(let id) = bounds[1].kind, isFixed(id) { limit = locals[id.index] }
    limit = limit ?? preloadedRegister(bounds[1])
    let slot = limit ?? allocate(.int)
    if limit == nil { evaluate(bounds[1], into: slot) }
    let outer = span
    span = place
    emit(.checkRange, counter.word, slot.word, isClosed ? 1 : 0)
    span = outer
    return (counter, slot)
  }

  /// Whether a variable stands in a register of the frame and never changes.
  private func isFixed(_ id: VariableID) -> Bool {
    let variable = session.variables[id.index]
    return !variable.isGlobal && !variable.isMutated
  }

  private mutating func loopBody(
    _ condition: TypedExpression?,
    _ body: [TypedStatement],
    _ mark: Layout
  ) {
    var skip: [Int] = []
    if let condition {
      let mark = next
      skip = branch(on: condition, when: false)
      release(above: mark)
    }
    block(body)
    release(above: mark)
    land(loops[loops.count - 1].continues + skip)
  }

  func elementType(of sequence: Type) -> Type {
    guard case .nominal(let nominal, let arguments) = sequence else { return .invalid }
    switch nominal {
    case .array, .arraySlice, .strideTo, .strideThrough, .range, .closedRange:
      return arguments[0]
    case .reversedCollection: return elementType(of: arguments[0])
    case .enumeratedSequence:
      return .tuple([.init("offset", .int), .init("element", elementType(of: arguments[0]))])
    case .zip2Sequence:
      return .tuple([
        .init(nil, elementType(of: arguments[0])), .init(nil, elementType(of: arguments[1])),
      ])
    case .int, .double, .float, .bool, .string, .optional, .host: return .invalid
    }
  }
}
