import Diagnostics

/// What a loop hands to its body: registers that hold a value, or where to load it from.
indirect enum LoopElement {
  /// A value in registers that nothing changes until the body's end.
  case value(Slot, Type)
  /// An element of an array.
  case element(of: Operand, index: Slot)
  /// `start + index * step`.
  case step(start: Slot, index: Slot, step: Slot, Type)
  /// Elements side by side, of type `(A, B)`.
  case pair(LoopElement, LoopElement, Type)
}

extension FunctionCompiler {
  /// Emits a loop over a sequence; sequences made of others are walked without being built.
  mutating func loop(
    over sequence: TypedExpression,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    let mark = next
    beginTarget(.loop)
    switch sequence.kind {
    case .intrinsic(.makeRange, let bounds):
      let (counter, limit) = range(bounds, isClosed: false, sequence.span)
      loopBelow(counter, limit, body)
    case .intrinsic(.makeClosedRange, let bounds):
      let (counter, limit) = range(bounds, isClosed: true, sequence.span)
      loopThrough(counter, limit, body)
    case .intrinsic(.reversed, let base) where base[0].kind.isRange:
      loopDown(base[0], body)
    case .intrinsic(.enumerated, let base) where isArray(base[0].type):
      let array = valueToWalk(base[0])
      let pair = sequence.type.elementType
      loopThroughIndices(of: [array]) { compiler, index in
        let element = LoopElement.element(of: array, index: index)
        body(&compiler, .pair(.value(index, .int), element, pair))
      }
    case .intrinsic(.zip, let bases) where isArray(bases[0].type) && isArray(bases[1].type):
      let arrays = [valueToWalk(bases[0]), valueToWalk(bases[1])]
      let pair = sequence.type.elementType
      loopThroughIndices(of: arrays) { compiler, index in
        let elements = arrays.map { LoopElement.element(of: $0, index: index) }
        body(&compiler, .pair(elements[0], elements[1], pair))
      }
    case .intrinsic(.strideTo, let bounds): loopByStride(bounds, isThrough: false, body)
    case .intrinsic(.strideThrough, let bounds): loopByStride(bounds, isThrough: true, body)
    default: loop(over: valueToWalk(sequence), body)
    }
    land(endTarget().breaks)
    release(above: mark)
  }

  /// Emits a loop over a sequence that stands in registers.
  mutating func loop(
    over sequence: Operand,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    if sequence.type.isText {
      let type = Type.array(.character)
      let characters = Operand(slot: allocate(type), type: type)
      emit(.intrinsic(.elements, [sequence], result: characters))
      return loop(over: characters, body)
    }
    guard case .nominal(let nominal, _) = sequence.type,
      nominal == .range || nominal == .closedRange || nominal == .partialRangeFrom
    else {
      return loopThroughIndices(of: [sequence]) { compiler, index in
        body(&compiler, .element(of: sequence, index: index))
      }
    }
    let counter = allocate(.int)
    emit(.moveWord, counter.word, sequence.slot.word)
    if nominal == .partialRangeFrom {
      let limit = allocate(.int)
      constant(UInt64(bitPattern: Int64.max), into: limit.word)
      return loopThrough(counter, limit, body)
    }
    let limit = Slot(word: sequence.slot.word + 1, reference: 0, layout: counter.layout)
    if nominal == .range {
      loopBelow(counter, limit, body)
    } else {
      loopThrough(counter, limit, body)
    }
  }

  // MARK: - Kinds of loops

  private mutating func loopBelow(
    _ counter: Slot,
    _ limit: Slot,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    let exit = jump(.jumpIfLessOrEqualInt, limit.word, counter.word)
    let start = code.count
    turn { body(&$0, .value(counter, .int)) }
    land([jump(.loopBelow, counter.word, limit.word)], at: start)
    land([exit])
  }

  private mutating func loopThrough(
    _ counter: Slot,
    _ limit: Slot,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    let start = code.count
    turn { body(&$0, .value(counter, .int)) }
    land([jump(.loopThrough, counter.word, limit.word)], at: start)
  }

  /// Counts down through a range, from its last value to its first.
  private mutating func loopDown(
    _ range: TypedExpression,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    guard case .intrinsic(let kind, let bounds) = range.kind else { return }
    let isClosed = kind == .makeClosedRange
    let lower = allocate(.int)
    let counter = allocate(.int)
    evaluate(bounds[0], into: lower)
    evaluate(bounds[1], into: counter)
    checkRange(lower, counter, isClosed: isClosed, range.span)
    var exit: [Int] = []
    if !isClosed {
      exit = [jump(.jumpIfLessOrEqualInt, counter.word, lower.word)]
      emit(.subtractImmediate, counter.word, counter.word, 1)
    }
    let start = code.count
    turn { body(&$0, .value(counter, .int)) }
    land([jump(.loopDownThrough, counter.word, lower.word)], at: start)
    land(exit)
  }

  /// Counts through the indices that all the arrays have.
  private mutating func loopThroughIndices(
    of arrays: [Operand],
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    let index = allocate(.int)
    let count = allocate(.int)
    constant(0, into: index.word)
    emit(.arrayCount, count.word, arrays[0].slot.reference)
    for other in arrays.dropFirst() {
      let shorter = allocate(.int)
      emit(.arrayCount, shorter.word, other.slot.reference)
      let keep = jump(.jumpIfLessOrEqualInt, count.word, shorter.word)
      emit(.moveWord, count.word, shorter.word)
      land([keep])
    }
    loopBelow(index, count) { compiler, _ in body(&compiler, index) }
  }

  private mutating func loopByStride(
    _ bounds: [TypedExpression],
    isThrough: Bool,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    let values = bounds.map { bound in
      let slot = allocate(bound.type)
      evaluate(bound, into: slot)
      return Operand(slot: slot, type: bound.type)
    }
    let index = allocate(.int)
    let count = allocate(.int)
    constant(0, into: index.word)
    emit(.strideCount(values, isThrough: isThrough, result: count))
    let (start, step) = (values[0].slot, values[2].slot)
    loopBelow(index, count) { compiler, _ in
      body(&compiler, .step(start: start, index: index, step: step, values[0].type))
    }
  }

  /// One turn: what the body leaves in registers is released before the next.
  private mutating func turn(_ body: (inout FunctionCompiler) -> Void) {
    let mark = next
    body(&self)
    land(targets[targets.count - 1].continues)
    release(above: mark)
  }

  // MARK: - What is walked

  private func isArray(_ type: Type) -> Bool {
    guard case .nominal(let nominal, _) = type else { return false }
    return nominal == .array || nominal == .arraySlice
  }

  /// Returns the range or the array that a sequence is, kept alive while it is walked.
  mutating func valueToWalk(_ sequence: TypedExpression) -> Operand {
    if case .variable(let id) = sequence.kind, isFixed(id), let slot = registers(of: id) {
      return Operand(slot: slot, type: sequence.type)
    }
    let slot = allocate(sequence.type)
    evaluate(sequence, into: slot)
    return Operand(slot: slot, type: sequence.type)
  }

  /// Evaluates the bounds of a range into a counter and into a register that stays as it is.
  private mutating func range(
    _ bounds: [TypedExpression],
    isClosed: Bool,
    _ place: SourceSpan
  ) -> (counter: Slot, limit: Slot) {
    let counter = allocate(.int)
    evaluate(bounds[0], into: counter)
    var limit: Slot?
    if case .variable(let id) = bounds[1].kind, isFixed(id) { limit = registers(of: id) }
    limit = limit ?? preloadedRegister(bounds[1])
    let slot = limit ?? allocate(.int)
    if limit == nil { evaluate(bounds[1], into: slot) }
    checkRange(counter, slot, isClosed: isClosed, place)
    return (counter, slot)
  }

  private mutating func checkRange(
    _ lower: Slot,
    _ upper: Slot,
    isClosed: Bool,
    _ place: SourceSpan
  ) {
    let outer = span
    span = place
    emit(.checkRange, lower.word, upper.word, isClosed ? 1 : 0)
    span = outer
  }

  /// Whether a variable stands in a register of the frame and never changes.
  private func isFixed(_ id: VariableID) -> Bool {
    let variable = session.variables[id.index]
    return !variable.isGlobal && !variable.isMutated
  }

  // MARK: - Elements

  /// Binds a pattern's variables to an element; a variable is the loop's counter where nothing but
  /// the loop changes it.
  ///
  /// - Returns: The jumps that are taken where the element does not match the pattern.
  mutating func bind(_ pattern: TypedPattern, _ element: LoopElement) -> [Int] {
    switch (pattern, element) {
    case (.wildcard, _): return []
    case (.variable(let id, _), .value(let slot, _)) where isFixed(id):
      locals[id.index] = slot
      return []
    case (.variable(let id, _), _):
      declare(id)
      if let slot = registers(of: id) {
        load(element, into: slot)
      } else {
        let slot = allocate(session.variables[id.index].type)
        load(element, into: slot)
        store(slot, to: id)
      }
      return []
    case (.tuple(let parts), .pair(let first, let second, _)) where parts.count == 2:
      return bind(parts[0], first) + bind(parts[1], second)
    default:
      let type = type(of: element)
      let slot = allocate(type)
      load(element, into: slot)
      return match(pattern, slot, type)
    }
  }

  /// Loads an element into registers.
  mutating func load(_ element: LoopElement, into target: Slot) {
    switch element {
    case .value(let slot, _): move(slot, to: target)
    case .element(let array, let index):
      let type = array.type.elementType
      loadElement(array, index: index, into: Operand(slot: target, type: type))
    case .step(let start, let index, let step, let type):
      let word = allocate(type)
      if type == .double {
        emit(.intToDouble, word.word, index.word)
        emit(.multiplyDouble, word.word, word.word, step.word)
        emit(.addDouble, target.word, start.word, word.word)
      } else {
        // Each value lies between the bounds, but its distance from the start may not fit.
        emit(.wrappingMultiply, word.word, index.word, step.word)
        emit(.wrappingAdd, target.word, start.word, word.word)
      }
    case .pair(let first, let second, let type):
      load(first, into: Self.part(0, of: target, type))
      load(second, into: Self.part(1, of: target, type))
    }
  }

  func type(of element: LoopElement) -> Type {
    switch element {
    case .value(_, let type), .step(_, _, _, let type), .pair(_, _, let type): type
    case .element(let array, _): array.type.elementType
    }
  }
}

extension TypedExpression.Kind {
  /// Whether this makes a range of its bounds.
  fileprivate var isRange: Bool {
    switch self {
    case .intrinsic(.makeRange, _), .intrinsic(.makeClosedRange, _): true
    default: false
    }
  }
}
