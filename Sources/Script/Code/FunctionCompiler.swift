import Diagnostics

/// Compiles one function: registers, jumps and statements; expressions are in extensions.
struct FunctionCompiler {
  var pools: CodePools
  private(set) var session: TypedSession
  let globals: [Int: Slot]
  let isTopLevel: Bool
  /// Where the frame's own registers begin: above the globals at the top level.
  private let firstFree: Layout
  var code: [Instruction] = []
  var spans: [SourceSpan] = []
  /// The first register that nothing uses, and the most that were ever used.
  var next: Layout
  private var most: Layout
  /// Where each local variable stands; a boxed one's slot is the reference to its box.
  var locals: [Int: Slot] = [:]
  var span = SourceSpan(0, 0)
  /// The statements around the code that is compiled and that a jump can leave, innermost last.
  var targets: [JumpTarget] = []
  /// What the blocks around the code do when they are left, innermost block last.
  var deferred: [[[TypedStatement]]] = []
  /// Where errors go from which instructions, innermost first.
  var handlers: [ErrorHandler] = []
  /// The jumps out of the optional chains around the code, innermost last.
  var chains: [[Int]] = []
  /// The label of the statement that is compiled next.
  var pendingLabel: Int?
  /// The closures whose code is put where they are called, innermost last.
  var inlined: [InlinedClosure] = []
  private(set) var result = Layout(words: 0, references: 0)
  /// The `inout` parameters, and the registers that their values take before the result's.
  private(set) var changed: [VariableID] = []
  private(set) var returned = Layout(words: 0, references: 0)
  /// Word registers that hold constants from the function's first instruction on.
  private var preloaded: [Int: Int] = [:]
  /// Constants that loops read: worth such a register.
  private(set) var loopConstants: [UInt64] = []

  /// A statement that jumps leave, and the jumps: landed where it ends, or where a loop goes on.
  struct JumpTarget {
    enum Kind {
      case loop
      case selection
      case block
    }

    var kind: Kind
    var label: Int?
    /// The number of blocks around it that have something to do when they are left.
    var depth: Int
    var breaks: [Int] = []
    var continues: [Int] = []
    /// The jumps into the next case of a `switch`.
    var falls: [Int] = []
  }

  /// More constants than this are loaded where they are used: calls would pay for them.
  private static let mostPreloaded = 24

  init(
    pools: CodePools,
    session: TypedSession,
    globals: [Int: Slot],
    isTopLevel: Bool,
    firstFree: Layout
  ) {
    self.pools = pools
    self.session = session
    self.globals = globals
    self.isTopLevel = isTopLevel
    self.firstFree = firstFree
    next = firstFree
    most = firstFree
  }

  /// Compiles the function; once, with a compiler of its own.
  mutating func compile(
    _ function: TypedFunction,
    preloading constants: [UInt64] = []
  ) -> FunctionCode {
    span = function.span
    result = Layout(of: function.result)
    var boxed: [(VariableID, Slot)] = []
    var places: [VariableID: FunctionCode.Parameter] = [:]
    changed = function.parameters.filter { session.variables[$0.index].isInout }
    let others = function.parameters.filter { !session.variables[$0.index].isInout }
    for id in changed + others {
      if id == others.first, !changed.isEmpty { returned = next }
      let variable = session.variables[id.index]
      let slot = allocate(Layout(of: variable.type))
      places[id] = FunctionCode.Parameter(
        operand: Operand(slot: slot, type: variable.type),
        isInout: variable.isInout
      )
      if isBoxed(id) { boxed.append((id, slot)) } else { locals[id.index] = slot }
    }
    if others.isEmpty, !changed.isEmpty { returned = next }
    reserveResult(returned + result, from: Layout(words: 0, references: 0))
    var captured = allocate(Layout(words: 0, references: 0))
    for id in function.captures { locals[id.index] = allocate(captureLayout(id)) }
    captured.layout.words = next.words - captured.word
    captured.layout.references = next.references - captured.reference
    for bits in constants {
      let slot = allocate(Layout(words: 1, references: 0))
      constant(bits, into: slot.word)
      preloaded[Int(truncatingIfNeeded: bits)] = slot.word
    }
    for (id, slot) in boxed {
      let box = allocate(Layout(words: 0, references: 1))
      locals[id.index] = box
      makeBox(box, slot.layout)
      store(slot, to: id)
    }
    let start = code.count
    block(function.body)
    compileReturn(nil)
    if function.isThrowing, changed.contains(where: isBoxed) { returnChangedOnError(from: start) }
    if most.references <= keptReferences {
      for index in code.indices where code[index].opcode == .returnReferences {
        code[index].opcode = .return
      }
    }
    return FunctionCode(
      name: function.name,
      code: code,
      spans: spans,
      frame: most,
      captured: captured,
      handlers: handlers,
      keptOnError: returned.references,
      parameters: function.parameters.compactMap { places[$0] },
      result: Operand(
        slot: Slot(word: returned.words, reference: returned.references, layout: result),
        type: function.result
      )
    )
  }

  /// The references at the bottom of the frame that outlive it: what it returns, or the globals.
  var keptReferences: Int {
    isTopLevel ? firstFree.references : returned.references + result.references
  }

  /// Keeps registers that a result comes back in out of other use.
  mutating func reserveResult(_ layout: Layout, from start: Layout) {
    _ = allocate(
      Layout(
        words: max(0, start.words + layout.words - next.words),
        references: max(0, start.references + layout.references - next.references)
      )
    )
  }

  /// The registers that a captured variable takes: a reference to its box, or its value.
  private func captureLayout(_ id: VariableID) -> Layout {
    isBoxed(id) ? Layout(words: 0, references: 1) : Layout(of: session.variables[id.index].type)
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

  mutating func emit(
    _ opcode: Opcode,
    _ a: Int = 0,
    _ b: Int = 0,
    _ c: Int = 0,
    _ d: Int = 0
  ) {
    code.append(Instruction(opcode, a, b, c, d))
    spans.append(span)
  }

  mutating func emit(_ operation: Operation) {
    emit(.operation, pools.operations.add(operation))
  }

  mutating func constant(_ bits: UInt64, into word: Int) {
    let value = Int(Int64(bitPattern: bits))
    if Instruction.immediates.contains(value) { return emit(.loadImmediate, word, 0, value) }
    let index = pools.constants.add(bits)
    emit(.loadConstant, word, index & 0xFFFF, index >> 16)
  }

  /// Returns the register that holds a literal from the start; nil where there is none.
  mutating func preloadedRegister(_ literal: TypedExpression) -> Slot? {
    let bits: UInt64
    switch literal.kind {
    case .integer(let value): bits = UInt64(bitPattern: Int64(value))
    case .double(let value): bits = value.bitPattern
    case .boolean(let value): bits = value ? 1 : 0
    default: return nil
    }
    if let word = preloaded[Int(truncatingIfNeeded: bits)] {
      return Slot(word: word, reference: 0, layout: Layout(words: 1, references: 0))
    }
    if targets.contains(where: { $0.kind == .loop }), loopConstants.count < Self.mostPreloaded,
      !loopConstants.contains(bits)
    {
      loopConstants.append(bits)
    }
    return nil
  }

  mutating func makeBox(_ box: Slot, _ layout: Layout) {
    emit(.makeBox, box.reference, pools.layouts.add(layout))
  }

  /// Emits a jump whose target is set later, and returns where it stands.
  mutating func jump(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0) -> Int {
    emit(opcode, a, b)
    return code.count - 1
  }

  mutating func land(_ jumps: [Int], at target: Int? = nil) {
    let target = target ?? code.count
    for index in jumps {
      code[index].c = UInt16(truncatingIfNeeded: target - index - 1)
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
    let count = next.references - mark.references
    if count > 0 { emit(.clearReferences, mark.references, count) }
    next = mark
  }

  // MARK: - Variables

  /// Reads a variable into registers.
  mutating func load(_ id: VariableID, into target: Slot) {
    if let global = globals[id.index], session.variables[id.index].isGlobal {
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
    guard let slot = locals[id.index] else { return }
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
    if let global = globals[id.index], session.variables[id.index].isGlobal {
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
    guard let slot = locals[id.index] else { return }
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
    if session.variables[id.index].isGlobal { return isTopLevel ? globals[id.index] : nil }
    return isBoxed(id) ? nil : locals[id.index]
  }

  /// Returns a variable of this function alone that stands in given registers.
  mutating func temporary(_ type: Type, in slot: Slot) -> VariableID {
    let id = VariableID(session.variables.count)
    session.variables.append(
      Variable(name: "temporary", type: type, isGlobal: false, isCaptured: false, isMutated: false)
    )
    locals[id.index] = slot
    return id
  }

  /// Makes room for a variable that is about to get its first value.
  mutating func declare(_ id: VariableID) {
    guard !session.variables[id.index].isGlobal else { return }
    let layout = Layout(of: session.variables[id.index].type)
    if isBoxed(id) {
      let box = locals[id.index] ?? allocate(Layout(words: 0, references: 1))
      locals[id.index] = box
      makeBox(box, layout)
    } else if locals[id.index] == nil {
      locals[id.index] = allocate(layout)
    }
  }

  // MARK: - Statements

  mutating func block(_ statements: [TypedStatement]) {
    let mark = next
    deferred.append([])
    compile(statements[...])
    if let own = deferred.popLast(), statements.last?.leaves != true { run(own) }
    release(above: mark)
  }

  /// Compiles the statements of a block; what stands behind a `defer` runs it when an error leaves.
  private mutating func compile(_ statements: ArraySlice<TypedStatement>) {
    for index in statements.indices {
      guard case .defer(let body) = statements[index].kind else {
        statement(statements[index])
        continue
      }
      let error = allocate(.error)
      deferred[deferred.count - 1].append(body)
      let start = code.count
      compile(statements[(index + 1)...])
      guard code.count > start else { return }
      let end = code.count
      let over = jump(.jump)
      handle(from: start, to: end, in: error)
      let outer = deferred
      deferred[deferred.count - 1].removeLast()
      block(body)
      deferred = outer
      emit(.throwError, error.reference)
      land([over])
      return
    }
  }

  /// Emits what blocks do when they are left, the last first.
  private mutating func run(_ bodies: [[TypedStatement]]) {
    for body in bodies.reversed() { block(body) }
  }

  /// Emits what is done on the way out of all blocks above a depth.
  mutating func leave(to depth: Int) {
    let outer = deferred
    while deferred.count > depth {
      let bodies = deferred.removeLast()
      run(bodies)
    }
    deferred = outer
  }

  /// Whether blocks that are left have something to do.
  var hasDeferred: Bool { deferred.contains { !$0.isEmpty } }

  /// Sends errors from instructions to the next one.
  mutating func handle(from start: Int, to end: Int, in error: Slot) {
    handlers.append(
      ErrorHandler(start: start, end: end, target: code.count, register: error.reference)
    )
  }

  mutating func statement(_ statement: TypedStatement) {
    let outer = span
    span = statement.span
    defer { span = outer }
    switch statement.kind {
    case .bind(let pattern, let value): bind(pattern, value)
    case .block(let body): block(body)
    case .if(let conditions, let then, let otherwise):
      compileIf(conditions, then, otherwise)
    case .forIn(let pattern, let sequence, let condition, let body):
      compileFor(pattern, sequence, condition, body)
    case .declare(let id): declare(id)
    case .guard(let conditions, let otherwise): compileGuard(conditions, otherwise)
    case .while(let conditions, let body): compileWhile(conditions, body)
    case .repeatWhile(let body, let condition): compileRepeat(body, condition)
    case .switch(let subject, let cases): compileSwitch(subject, cases)
    case .labeled(let label, let inner): compileLabeled(label, inner)
    case .return(let value): compileReturn(value)
    case .break(let label): leaveStatement(label, isContinue: false)
    case .continue(let label): leaveStatement(label, isContinue: true)
    case .fallthrough: fallThrough()
    // A block compiles its own; a `defer` alone ends where it stands.
    case .defer(let body): block(body)
    case .throw(let error):
      let slot = operand(error)
      emit(.throwError, slot.reference)
    case .doCatch(let body, let error, let cases): compileCatch(body, error, cases)
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
      assign(value, to: place)
      release(above: mark)
    case .compoundAssign(let place, let operation, let value):
      let mark = next
      compoundAssign(place, operation, value)
      release(above: mark)
    }
  }
}
