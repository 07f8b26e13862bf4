import Diagnostics

/// Compiles one function: registers, jumps and statements; expressions are in extensions.
struct FunctionCompiler {
  var pools: Compiler
  let session: TypedSession
  let globals: [VariableID: Slot]
  let isTopLevel: Bool
  var code: [Instruction] = []
  var spans: [SourceSpan] = []
  /// The first register that nothing uses, and the most that were ever used.
  var next: Layout
  private var most: Layout
  /// Where each local variable stands; a boxed one's slot is the reference to its box.
  var locals: [VariableID: Slot] = [:]
  var span = SourceSpan(0, 0)
  private var loops: [Loop] = []
  private var result = Layout(words: 0, references: 0)

  private struct Loop {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  init(
    pools: Compiler,
    session: TypedSession,
    globals: [VariableID: Slot],
    isTopLevel: Bool,
    firstFree: Layout
  ) {
    self.pools = pools
    self.session = session
    self.globals = globals
    self.isTopLevel = isTopLevel
    next = firstFree
    most = firstFree
  }

  mutating func compile(_ function: TypedFunction) -> FunctionCode {
    span = function.span
    result = Layout(of: function.result)
    var parameters = Layout(words: 0, references: 0)
    var boxed: [(VariableID, Slot)] = []
    for id in function.parameters {
      let slot = allocate(Layout(of: session.variables[id.index].type))
      parameters = next
      if isBoxed(id) { boxed.append((id, slot)) } else { locals[id] = slot }
    }
    for id in function.captures {
      let layout =
        isBoxed(id)
        ? Layout(words: 0, references: 1) : Layout(of: session.variables[id.index].type)
      locals[id] = allocate(layout)
    }
    // The result is returned in the first registers.
    if next.words < result.words || next.references < result.references {
      _ = allocate(
        Layout(
          words: max(0, result.words - next.words),
          references: max(0, result.references - next.references)
        )
      )
    }
    for (id, slot) in boxed {
      let box = allocate(Layout(words: 0, references: 1))
      locals[id] = box
      makeBox(box, slot.layout)
      store(slot, to: id)
    }
    block(function.body)
    emit(.return, 0, 0)
    return FunctionCode(
      name: function.name,
      code: code,
      spans: spans,
      words: most.words,
      references: most.references,
      parameters: parameters,
      result: result,
      parameterTypes: function.parameters.map { session.variables[$0.index].type },
      resultType: function.result
    )
  }

  // MARK: - Registers and instructions

  func isBoxed(_ id: VariableID) -> Bool {
    let variable = session.variables[id.index]
    return !variable.isGlobal && variable.isCaptured && variable.isMutated
  }

  mutating func allocate(_ layout: Layout) -> Slot {
    let slot = Slot(word: next.words, reference: next.references, layout: layout)
    next.words += layout.words
    next.references += layout.references
    most.words = max(most.words, next.words)
    most.references = max(most.references, next.references)
    return slot
  }

  mutating func allocate(_ type: Type) -> Slot { allocate(Layout(of: type)) }

  mutating func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    code.append(Instruction(opcode, a, b, c))
    spans.append(span)
  }

  mutating func emit(_ operation: Operation) {
    pools.operations.append(operation)
    emit(.operation, pools.operations.count - 1)
  }

  mutating func constant(_ bits: UInt64, into word: Int) {
    pools.constants.append(bits)
    let index = pools.constants.count - 1
    emit(.loadConstant, word, index & 0xFFFF, index >> 16)
  }

  mutating func makeBox(_ box: Slot, _ layout: Layout) {
    pools.layouts.append(layout)
    emit(.makeBox, box.reference, pools.layouts.count - 1)
  }

  /// Emits a jump whose target is set later, and returns where it stands.
  mutating func jump(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0) -> Int {
    emit(opcode, a, b)
    return code.count - 1
  }

  mutating func land(_ jumps: [Int], at target: Int? = nil) {
    let target = UInt16(truncatingIfNeeded: target ?? code.count)
    for index in jumps {
      switch code[index].opcode {
      case .jump: code[index].a = target
      case .jumpIf, .jumpUnless: code[index].b = target
      default: code[index].c = target
      }
    }
  }

  mutating func move(_ source: Slot, to target: Slot, taking: Bool = false) {
    for offset in 0..<source.layout.words where source.word != target.word {
      emit(.moveWord, target.word + offset, source.word + offset)
    }
    for offset in 0..<source.layout.references where source.reference != target.reference {
      emit(
        taking ? .takeReference : .moveReference,
        target.reference + offset,
        source.reference + offset
      )
    }
  }

  /// Releases what the registers above a mark hold, so that no leftover keeps an array shared.
  mutating func release(above mark: Layout) {
    for register in mark.references..<max(mark.references, next.references) {
      emit(.clearReference, register)
    }
    next = mark
  }

  // MARK: - Variables

  /// Reads a variable into registers.
  mutating func load(_ id: VariableID, into target: Slot) {
    if let global = globals[id], session.variables[id.index].isGlobal {
      if isTopLevel {
        move(global, to: target)
      } else {
        for offset in 0..<global.layout.words {
          emit(.loadGlobalWord, target.word + offset, global.word + offset)
        }
        for offset in 0..<global.layout.references {
          emit(.loadGlobalReference, target.reference + offset, global.reference + offset)
        }
      }
      return
    }
    guard let slot = locals[id] else { return }
    guard isBoxed(id) else { return move(slot, to: target) }
    for offset in 0..<target.layout.words {
      emit(.loadBoxWord, target.word + offset, slot.reference, offset)
    }
    for offset in 0..<target.layout.references {
      emit(.loadBoxReference, target.reference + offset, slot.reference, offset)
    }
  }

  /// Writes registers into a variable.
  mutating func store(_ source: Slot, to id: VariableID) {
    if let global = globals[id], session.variables[id.index].isGlobal {
      if isTopLevel {
        move(source, to: global)
      } else {
        for offset in 0..<global.layout.words {
          emit(.storeGlobalWord, global.word + offset, source.word + offset)
        }
        for offset in 0..<global.layout.references {
          emit(.storeGlobalReference, global.reference + offset, source.reference + offset)
        }
      }
      return
    }
    guard let slot = locals[id] else { return }
    guard isBoxed(id) else { return move(source, to: slot) }
    for offset in 0..<source.layout.words {
      emit(.storeBoxWord, slot.reference, source.word + offset, offset)
    }
    for offset in 0..<source.layout.references {
      emit(.storeBoxReference, slot.reference, source.reference + offset, offset)
    }
  }

  /// The registers of a variable that stands in this frame; nil where it must be loaded.
  func registers(of id: VariableID) -> Slot? {
    if session.variables[id.index].isGlobal { return isTopLevel ? globals[id] : nil }
    return isBoxed(id) ? nil : locals[id]
  }

  /// Makes room for a variable that is about to get its first value.
  mutating func declare(_ id: VariableID) {
    guard !session.variables[id.index].isGlobal else { return }
    let layout = Layout(of: session.variables[id.index].type)
    if isBoxed(id) {
      let box = locals[id] ?? allocate(Layout(words: 0, references: 1))
      locals[id] = box
      makeBox(box, layout)
    } else if locals[id] == nil {
      locals[id] = allocate(layout)
    }
  }

  // MARK: - Statements

  mutating func block(_ statements: [TypedStatement]) {
    let mark = next
    for statement in statements { self.statement(statement) }
    release(above: mark)
  }

  private mutating func statement(_ statement: TypedStatement) {
    let outer = span
    span = statement.span
    defer { span = outer }
    switch statement.kind {
    case .bind(let pattern, let value): bind(pattern, value)
    case .block(let body): block(body)
    case .if(let condition, let then, let otherwise):
      compileIf(condition, then, otherwise)
    case .forIn(let pattern, let sequence, let condition, let body):
      compileFor(pattern, sequence, condition, body)
    case .while(let condition, let body): compileWhile(condition, body)
    case .return(let value): compileReturn(value)
    case .break:
      let index = jump(.jump)
      if !loops.isEmpty { loops[loops.count - 1].breaks.append(index) }
    case .continue:
      let index = jump(.jump)
      if !loops.isEmpty { loops[loops.count - 1].continues.append(index) }
    case .probe(let index, let body, let value):
      emit(.beginProbe, index)
      // Bindings in a probe belong to the block around it.
      for statement in body { self.statement(statement) }
      let mark = next
      let operand = value.map { Operand(slot: self.operand($0), type: $0.type) }
      emit(.endProbe(index, value: operand))
      release(above: mark)
    case .expression(let expression):
      let mark = next
      _ = operand(expression)
      release(above: mark)
    case .show(let expression):
      let mark = next
      let value = Operand(slot: operand(expression), type: expression.type)
      let nothing = Operand(slot: allocate(.void), type: .void)
      emit(.intrinsic(.show, [value], result: nothing))
      release(above: mark)
    case .assign(let place, let value):
      let mark = next
      let slot = operand(value)
      assign(slot, to: place)
      release(above: mark)
    case .compoundAssign(let place, let operation, let value):
      let mark = next
      compoundAssign(place, operation, value)
      release(above: mark)
    }
  }

  private mutating func bind(_ pattern: TypedPattern, _ value: TypedExpression) {
    if case .variable(let id, _) = pattern {
      declare(id)
      let mark = next
      if let slot = registers(of: id) {
        evaluate(value, into: slot)
      } else {
        store(operand(value), to: id)
      }
      release(above: mark)
      return
    }
    declareAll(in: pattern)
    let mark = next
    take(pattern, from: operand(value))
    release(above: mark)
  }

  private mutating func declareAll(in pattern: TypedPattern) {
    switch pattern {
    case .variable(let id, _): declare(id)
    case .wildcard: break
    case .tuple(let parts): for part in parts { declareAll(in: part) }
    }
  }

  private mutating func take(_ pattern: TypedPattern, from slot: Slot) {
    switch pattern {
    case .variable(let id, _): store(slot, to: id)
    case .wildcard: break
    case .tuple(let parts):
      var part = Slot(word: slot.word, reference: slot.reference, layout: slot.layout)
      for pattern in parts {
        part.layout = Self.layout(of: pattern, in: session)
        take(pattern, from: part)
        part.word += part.layout.words
        part.reference += part.layout.references
      }
    }
  }

  private static func layout(of pattern: TypedPattern, in session: TypedSession) -> Layout {
    switch pattern {
    case .variable(_, let type), .wildcard(let type): return Layout(of: type)
    case .tuple(let parts):
      return parts.reduce(Layout(words: 0, references: 0)) { sum, part in
        let layout = layout(of: part, in: session)
        return Layout(
          words: sum.words + layout.words,
          references: sum.references + layout.references
        )
      }
    }
  }

  private mutating func compileReturn(_ value: TypedExpression?) {
    if let value {
      let slot = operand(value)
      move(slot, to: Slot(word: 0, reference: 0, layout: slot.layout))
    }
    emit(.return, result.words, result.references)
  }

  private mutating func compileIf(
    _ condition: TypedExpression,
    _ then: [TypedStatement],
    _ otherwise: [TypedStatement]
  ) {
    let mark = next
    let skip = branch(unless: condition)
    release(above: mark)
    block(then)
    guard !otherwise.isEmpty else { return land(skip) }
    let end = jump(.jump)
    land(skip)
    block(otherwise)
    land([end])
  }

  private mutating func compileWhile(_ condition: TypedExpression, _ body: [TypedStatement]) {
    let start = code.count
    let mark = next
    let exit = branch(unless: condition)
    release(above: mark)
    loops.append(Loop())
    block(body)
    let loop = loops.removeLast()
    land(loop.continues, at: start)
    land([jump(.jump)], at: start)
    land(exit + loop.breaks)
  }

  private mutating func compileFor(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    let mark = next
    defer { release(above: mark) }
    if case .nominal(let nominal, _) = sequence.type, nominal == .range || nominal == .closedRange {
      return compileRangeLoop(
        pattern,
        sequence,
        isClosed: nominal == .closedRange,
        condition,
        body
      )
    }
    // The array is kept alive by a register of its own while it is walked.
    let array: Slot = allocate(Layout(words: 0, references: 1))
    evaluate(sequence, into: array)
    let index = allocate(.int)
    let count = allocate(.int)
    constant(0, into: index.word)
    emit(.arrayCount, count.word, array.reference)
    let element = elementType(of: sequence.type)
    let value = allocate(element)
    let start = code.count
    let exit = jump(.jumpUnlessLessInt, index.word, count.word)
    loadElement(
      Operand(slot: array, type: sequence.type),
      index: index,
      into: Operand(slot: value, type: element)
    )
    loopBody(pattern, value, condition, body, step: index.word, start: start, exit: [exit])
  }

  private mutating func compileRangeLoop(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    isClosed: Bool,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    let range = allocate(sequence.type)
    evaluate(sequence, into: range)
    let value = Slot(
      word: range.word,
      reference: range.reference,
      layout: Layout(words: 1, references: 0)
    )
    let start = code.count
    var exit = [
      jump(
        isClosed ? .jumpUnlessLessOrEqualInt : .jumpUnlessLessInt,
        range.word,
        range.word + 1
      )
    ]
    let copy = allocate(.int)
    emit(.moveWord, copy.word, range.word)
    if isClosed {
      // The step must not run past Int.max: leave right after the last value.
      loops.append(Loop())
      let skip = bodyOnce(pattern, copy, condition, body)
      let loop = loops.removeLast()
      land(loop.continues + skip)
      let more = jump(.jumpIfLessInt, range.word, range.word + 1)
      let done = jump(.jump)
      land([more])
      emit(.increment, range.word)
      land([jump(.jump)], at: start)
      exit.append(done)
      land(exit + loop.breaks)
    } else {
      loopBody(pattern, copy, condition, body, step: value.word, start: start, exit: exit)
    }
  }

  private mutating func loopBody(
    _ pattern: TypedPattern,
    _ value: Slot,
    _ condition: TypedExpression?,
    _ body: [TypedStatement],
    step: Int,
    start: Int,
    exit: [Int]
  ) {
    loops.append(Loop())
    let skip = bodyOnce(pattern, value, condition, body)
    let loop = loops.removeLast()
    land(loop.continues + skip)
    emit(.increment, step)
    land([jump(.jump)], at: start)
    land(exit + loop.breaks)
  }

  private mutating func bodyOnce(
    _ pattern: TypedPattern,
    _ value: Slot,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) -> [Int] {
    let mark = next
    declareAll(in: pattern)
    take(pattern, from: value)
    var skip: [Int] = []
    if let condition {
      let mark = next
      skip = branch(unless: condition)
      release(above: mark)
    }
    block(body)
    release(above: mark)
    return skip
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
    case .int, .double, .bool, .string, .optional, .host: return .invalid
    }
  }
}
