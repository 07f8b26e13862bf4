import Diagnostics

extension FunctionCompiler {
  /// Returns registers that hold an expression's value: a variable's own, or fresh ones.
  mutating func operand(_ expression: TypedExpression) -> Slot {
    if case .variable(let id) = expression.kind, let slot = registers(of: id) { return slot }
    if let slot = preloadedRegister(expression) { return slot }
    let slot = allocate(expression.type)
    evaluate(expression, into: slot)
    return slot
  }

  /// Returns the operands of a call, each as it was when its turn came: a global that a later
  /// operand may change is copied.
  mutating func operands(_ expressions: [TypedExpression]) -> [Operand] {
    let lastEffect = expressions.lastIndex { !Self.isPure($0) } ?? 0
    return expressions.enumerated().map { index, expression in
      value(expression, isKept: index < lastEffect)
    }
  }

  /// Returns an operand: where it must keep its value, no variable's own registers.
  mutating func value(_ expression: TypedExpression, isKept: Bool) -> Operand {
    var slot = part(expression) ?? operand(expression)
    if isKept, let id = Self.variable(of: expression), session.variables[id.index].isMutated {
      let copy = allocate(expression.type)
      move(slot, to: copy)
      slot = copy
    }
    return Operand(slot: slot, type: expression.type)
  }

  /// The variable that an expression names, or a part of which it names.
  private static func variable(of expression: TypedExpression) -> VariableID? {
    switch expression.kind {
    case .variable(let id): id
    case .tupleElement(let base, _): variable(of: base)
    default: nil
    }
  }

  /// The registers of a part of a variable that stands in this frame, where nothing in it is counted.
  private func part(_ expression: TypedExpression) -> Slot? {
    guard case .tupleElement(let base, let index) = expression.kind,
      Layout(of: expression.type).references == 0
    else { return nil }
    let whole: Slot?
    if case .variable(let id) = base.kind { whole = registers(of: id) } else { whole = part(base) }
    return whole.map { Self.part(index, of: $0, base.type) }
  }

  /// Whether evaluating an expression can change no variable.
  static func isPure(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .double, .float, .boolean, .string, .none, .variable, .function, .closure: true
    case .tupleElement(let base, _): isPure(base)
    case .element(let base, let index): isPure(base) && isPure(index)
    case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b): isPure(a) && isPure(b)
    case .intrinsic(_, let arguments), .array(let arguments), .tuple(let arguments),
      .interpolation(let arguments):
      arguments.allSatisfy { argument in
        if case .function = argument.type { false } else { isPure(argument) }
      }
    case .conditional(let a, let b, let c): isPure(a) && isPure(b) && isPure(c)
    case .structure(let parts), .enumCase(_, let parts): parts.allSatisfy(isPure)
    case .hostLiteral(_, let value), .chain(let value), .chainLink(let value), .error(let value),
      .errorCast(let value):
      isPure(value)
    case .inout(let place): !place.hasEffects
    case .call, .callValue, .mutate, .host, .expectation, .statements, .attempt, .forcedAttempt:
      false
    }
  }

  /// Evaluates an expression into given registers.
  mutating func evaluate(_ expression: TypedExpression, into target: Slot) {
    let outer = span
    span = expression.span
    defer { span = outer }
    let mark = next
    let result = Operand(slot: target, type: expression.type)
    switch expression.kind {
    case .integer(let value): constant(UInt64(bitPattern: Int64(value)), into: target.word)
    case .double(let value): constant(value.bitPattern, into: target.word)
    case .float(let value): constant(value.word, into: target.word)
    case .boolean(let value): constant(value ? 1 : 0, into: target.word)
    case .string(let text):
      emit(.loadString, target.reference, pools.strings.add(text))
      if target.layout.words > 0 { constant(0, into: target.word) }
    case .none:
      for offset in 0..<target.layout.words { constant(0, into: target.word + offset) }
      if target.layout.references > 0 {
        emit(.clearReferences, target.reference, target.layout.references)
      }
    case .interpolation(let parts):
      let parts = operands(parts)
      emit(.join(parts, result: result))
    case .variable(let id): load(id, into: target)
    case .function(let id): makeClosure(id, into: target)
    case .closure(let id): makeClosure(id, into: target)
    case .array(let elements):
      let element = expression.type.elementType
      let values = operands(elements)
      emit(.array(values, element: Layout(of: element), result: result))
    case .hostLiteral(let name, let literal):
      let value = Operand(slot: operand(literal), type: literal.type)
      emit(.hostLiteral(name, value, result: result))
    case .tuple(let parts), .structure(let parts):
      // Elements are built aside: `(b, a)` may be on its way into the registers of a and b.
      let aside = allocate(expression.type)
      var part = aside
      for value in parts {
        part.layout = Layout(of: value.type)
        evaluate(value, into: part)
        part.word += part.layout.words
        part.reference += part.layout.references
      }
      move(aside, to: target, taking: true)
    case .tupleElement(let base, let index):
      if loadField(expression, into: target) { break }
      let whole = operand(base)
      move(Self.part(index, of: whole, base.type), to: target)
    case .element(let base, let index):
      if loadNestedElement(base, index, into: target) { break }
      let values = operands([base, index])
      loadElement(values[0], index: values[1].slot, into: result)
    case .inout: break
    case .enumCase(let index, let arguments):
      if let declaration = expression.type.declaration {
        makeCase(declaration, index, arguments, into: target)
      }
    case .statements(let statements, let id):
      for statement in statements { self.statement(statement) }
      load(id, into: target)
    case .chain(let body): compileChain(body, expression.type, into: target)
    case .chainLink(let optional):
      let slot = operand(optional)
      let isNone = jump(.jumpUnless, slot.word)
      if !chains.isEmpty { chains[chains.count - 1].append(isNone) }
      move(Self.wrapped(slot), to: target)
    case .error(let value):
      let slot = Operand(slot: operand(value), type: value.type)
      emit(.makeError(slot, result: result))
    case .errorCast(let error):
      let slot = Operand(slot: operand(error), type: .error)
      if let declaration = expression.type.wrapped?.declaration {
        emit(.castError(slot, declaration, result: result))
      }
    case .attempt(let value): compileAttempt(value, expression.type, into: target)
    case .forcedAttempt(let value): compileForcedAttempt(value, into: target)
    case .call(let id, let arguments) where arguments.contains { $0.changedPlace != nil }:
      let function = session.functions[id.index]
      callChanging(
        arguments,
        into: target,
        captures: function.captures,
        isThrowing: function.isThrowing
      ) { compiler, window in
        compiler.emit(.call, window.words, window.references, id.index)
      }
    case .callValue(let callee, let arguments) where arguments.contains { $0.changedPlace != nil }:
      let closure = self.closure(callee)
      callChanging(
        arguments,
        into: target,
        captures: [],
        isThrowing: callee.type.isThrowingFunction
      ) { compiler, window in
        compiler.emit(.callClosure, window.words, window.references, closure.reference)
      }
    case .call(let id, let arguments):
      let function = session.functions[id.index]
      let window = openWindow(for: target)
      for argument in arguments { evaluate(argument, into: allocate(argument.type)) }
      reserveResult(target.layout, from: window)
      for capture in function.captures { passCapture(capture) }
      emit(.call, window.words, window.references, id.index)
      takeResult(from: window, into: target)
    case .callValue(let callee, let arguments):
      let closure = self.closure(callee)
      let window = openWindow(for: target)
      for argument in arguments { evaluate(argument, into: allocate(argument.type)) }
      emit(.callClosure, window.words, window.references, closure.reference)
      takeResult(from: window, into: target)
    case .intrinsic(let intrinsic, let arguments):
      compileIntrinsic(intrinsic, arguments, into: result)
    case .mutate(.merge, let place, let arguments):
      change(place) { compiler, slot in
        compiler.merge(arguments, into: Operand(slot: slot, type: place.type))
      }
    case .mutate(let intrinsic, let place, let arguments):
      let (places, values) = inOrder([place], arguments)
      change(places[0]) { compiler, slot in
        let array = Operand(slot: slot, type: place.type)
        if intrinsic == .append, values[0].slot.layout == Layout(words: 1, references: 0) {
          compiler.emit(.appendWord, slot.reference, values[0].slot.word)
        } else {
          compiler.emit(.mutate(intrinsic, array, values, result: result))
        }
      }
    case .host(let index, let arguments): callHost(index, arguments, into: result)
    case .and(let a, let b):
      evaluate(a, into: target)
      let end = jump(.jumpUnless, target.word)
      evaluate(b, into: target)
      land([end])
    case .or(let a, let b):
      evaluate(a, into: target)
      let end = jump(.jumpIf, target.word)
      evaluate(b, into: target)
      land([end])
    case .coalesce(let value, let fallback):
      let optional = operand(value)
      let isNone = jump(.jumpUnless, optional.word)
      if expression.type == value.type {
        move(optional, to: target)
      } else {
        move(Self.wrapped(optional), to: target)
      }
      let end = jump(.jump)
      land([isNone])
      evaluate(fallback, into: target)
      land([end])
    case .conditional(let condition, let then, let otherwise):
      let skip = branch(on: condition, when: false)
      evaluate(then, into: target)
      let end = jump(.jump)
      land(skip)
      evaluate(otherwise, into: target)
      land([end])
    case .expectation(let condition, let message):
      compileExpectation(condition, message)
    }
    release(above: mark)
  }

  static func wrapped(_ optional: Slot) -> Slot {
    Slot(
      word: optional.word + 1,
      reference: optional.reference,
      layout: Layout(words: optional.layout.words - 1, references: optional.layout.references)
    )
  }

  /// The registers of element n of a tuple, or of stored property n of a structure.
  static func part(_ index: Int, of whole: Slot, _ type: Type) -> Slot {
    var part = whole
    for position in 0..<index {
      let layout = Layout(of: Self.type(ofPart: position, of: type))
      part.word += layout.words
      part.reference += layout.references
    }
    part.layout = Layout(of: Self.type(ofPart: index, of: type))
    return part
  }

  /// The type of element n of a tuple, or of stored property n of a structure; of the first index
  /// and the elements of a slice.
  static func type(ofPart index: Int, of type: Type) -> Type {
    if case .tuple(let elements) = type, elements.indices.contains(index) {
      return elements[index].type
    }
    if case .nominal(.arraySlice, let arguments) = type {
      return index == 0 ? .int : .array(arguments[0])
    }
    guard let fields = type.declaration?.fields, fields.indices.contains(index) else {
      return .invalid
    }
    return fields[index].type
  }

  // MARK: - Calls

  /// Returns where a callee's frame begins: at the registers that its result goes to where they
  /// are the last in use, so that it need not be moved.
  mutating func openWindow(for target: Slot) -> Layout {
    if target.word + target.layout.words == next.words,
      target.reference + target.layout.references == next.references
    {
      next = Layout(words: target.word, references: target.reference)
    }
    return next
  }

  /// Returns a register that keeps a closure alive while it is called: not a global's, which the
  /// closure may change.
  mutating func closure(_ callee: TypedExpression) -> Slot {
    if case .variable(let id) = callee.kind, session.variables[id.index].isGlobal {
      let slot = allocate(callee.type)
      load(id, into: slot)
      return slot
    }
    return operand(callee)
  }

  /// Lends the callee a captured variable, which this frame keeps alive.
  mutating func passCapture(_ id: VariableID) {
    guard let source = locals[id.index] else { return }
    let slot = allocate(source.layout)
    for offset in 0..<slot.layout.words {
      emit(.moveWord, slot.word + offset, source.word + offset)
    }
    for offset in 0..<slot.layout.references {
      emit(.borrowReference, slot.reference + offset, source.reference + offset)
    }
  }

  /// Moves a result out of a callee's frame, of which nothing else is left.
  mutating func takeResult(from window: Layout, into target: Slot) {
    reserveResult(target.layout, from: window)
    let slot = Slot(word: window.words, reference: window.references, layout: target.layout)
    move(slot, to: target, taking: true)
    next = Layout(
      words: max(window.words, target.word + target.layout.words),
      references: max(window.references, target.reference + target.layout.references)
    )
  }

  private mutating func makeClosure(_ id: FunctionID, into target: Slot) {
    let captures = session.functions[id.index].captures.map { id -> Slot in
      if isBoxed(id), let box = locals[id.index] { return box }
      if let slot = registers(of: id) { return slot }
      let slot = allocate(session.variables[id.index].type)
      load(id, into: slot)
      return slot
    }
    let layout = captures.reduce(Layout(words: 0, references: 0)) {
      Layout(words: $0.words + $1.layout.words, references: $0.references + $1.layout.references)
    }
    let template = ClosureTemplate(function: id.index, captures: captures, layout: layout)
    emit(.makeClosure, target.reference, pools.closures.add(template))
  }
}
