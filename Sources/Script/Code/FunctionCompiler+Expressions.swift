import Diagnostics

extension FunctionCompiler {
  /// Returns registers that hold an expression's value: a variable's own, or fresh ones.
  mutating func operand(_ expression: TypedExpression) -> Slot {
    if case .variable(let id) = expression.kind, let slot = registers(of: id) { return slot }
    let slot = allocate(expression.type)
    evaluate(expression, into: slot)
    return slot
  }

  /// Returns the operands of a call, each as it was when its turn came: a global that a later
  /// operand may change is copied.
  mutating func operands(_ expressions: [TypedExpression]) -> [Operand] {
    expressions.enumerated().map { index, expression in
      var slot = operand(expression)
      if case .variable(let id) = expression.kind, session.variables[id.index].isMutated,
        expressions[(index + 1)...].contains(where: { !Self.isPure($0) })
      {
        let copy = allocate(expression.type)
        move(slot, to: copy)
        slot = copy
      }
      return Operand(slot: slot, type: expression.type)
    }
  }

  /// Whether evaluating an expression can change no variable.
  private static func isPure(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .double, .boolean, .string, .none, .variable, .function, .closure: true
    case .tupleElement(let base, _): isPure(base)
    case .element(let base, let index): isPure(base) && isPure(index)
    case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b): isPure(a) && isPure(b)
    case .intrinsic(_, let arguments), .array(let arguments), .tuple(let arguments),
      .interpolation(let arguments):
      arguments.allSatisfy { argument in
        if case .function = argument.type { false } else { isPure(argument) }
      }
    case .conditional(let a, let b, let c): isPure(a) && isPure(b) && isPure(c)
    case .hostLiteral(_, let value): isPure(value)
    case .call, .callValue, .mutate, .host, .expectation: false
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
    case .boolean(let value): constant(value ? 1 : 0, into: target.word)
    case .string(let text):
      pools.strings.append(text)
      emit(.loadString, target.reference, pools.strings.count - 1)
    case .none:
      for offset in 0..<target.layout.words { constant(0, into: target.word + offset) }
      for offset in 0..<target.layout.references {
        emit(.clearReference, target.reference + offset)
      }
    case .interpolation(let parts):
      let parts = operands(parts)
      emit(.join(parts, result: result))
    case .variable(let id): load(id, into: target)
    case .function(let id): makeClosure(id, into: target)
    case .closure(let id): makeClosure(id, into: target)
    case .array(let elements):
      let element = elementType(of: expression.type)
      let values = operands(elements)
      emit(.array(values, element: Layout(of: element), result: result))
    case .hostLiteral(let name, let literal):
      let value = Operand(slot: operand(literal), type: literal.type)
      emit(.hostLiteral(name, value, result: result))
    case .tuple(let parts):
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
      let whole = operand(base)
      move(Self.part(index, of: whole, base.type), to: target)
    case .element(let base, let index):
      let values = operands([base, index])
      loadElement(values[0], index: values[1].slot, into: result)
    case .call(let id, let arguments):
      let function = session.functions[id.index]
      let window = next
      pass(arguments, resultLayout: target.layout)
      for capture in function.captures { passCapture(capture) }
      emit(.call, window.words, window.references, id.index)
      takeResult(from: window, into: target)
    case .callValue(let callee, let arguments):
      let closure = operand(callee)
      let window = next
      pass(arguments, resultLayout: target.layout)
      emit(.callClosure, window.words, window.references, closure.reference)
      takeResult(from: window, into: target)
    case .intrinsic(let intrinsic, let arguments):
      compileIntrinsic(intrinsic, arguments, into: result)
    case .mutate(let intrinsic, let place, let arguments):
      let values = operands(arguments)
      change(place) { compiler, slot in
        let array = Operand(slot: slot, type: place.type)
        if intrinsic == .append, values[0].slot.layout == Layout(words: 1, references: 0) {
          compiler.emit(.appendWord, slot.reference, values[0].slot.word)
        } else {
          compiler.emit(.mutate(intrinsic, array, values, result: result))
        }
      }
    case .host(let index, let arguments):
      let values = operands(arguments)
      emit(.host(index, values, result: result))
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
      let skip = branch(unless: condition)
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

  static func part(_ index: Int, of whole: Slot, _ type: Type) -> Slot {
    guard case .tuple(let elements) = type, elements.indices.contains(index) else { return whole }
    var part = whole
    for element in elements[..<index] {
      let layout = Layout(of: element.type)
      part.word += layout.words
      part.reference += layout.references
    }
    part.layout = Layout(of: elements[index].type)
    return part
  }

  // MARK: - Calls

  private mutating func pass(_ arguments: [TypedExpression], resultLayout: Layout) {
    for argument in arguments {
      let slot = allocate(argument.type)
      evaluate(argument, into: slot)
    }
    // The result comes back in the same window: keep its registers out of later use.
    _ = resultLayout
  }

  private mutating func passCapture(_ id: VariableID) {
    if isBoxed(id), let box = locals[id] {
      let slot = allocate(Layout(words: 0, references: 1))
      emit(.moveReference, slot.reference, box.reference)
    } else {
      let slot = allocate(session.variables[id.index].type)
      load(id, into: slot)
    }
  }

  private mutating func takeResult(from window: Layout, into target: Slot) {
    let slot = Slot(word: window.words, reference: window.references, layout: target.layout)
    let missing = Layout(
      words: max(0, window.words + target.layout.words - next.words),
      references: max(0, window.references + target.layout.references - next.references)
    )
    _ = allocate(missing)
    move(slot, to: target, taking: true)
    // The callee released or moved its frame: nothing is left above the window.
    next = window
  }

  private mutating func makeClosure(_ id: FunctionID, into target: Slot) {
    let captures = session.functions[id.index].captures.map { id -> Slot in
      if isBoxed(id), let box = locals[id] { return box }
      if let slot = registers(of: id) { return slot }
      let slot = allocate(session.variables[id.index].type)
      load(id, into: slot)
      return slot
    }
    pools.closures.append(ClosureTemplate(function: id.index, captures: captures))
    emit(.makeClosure, target.reference, pools.closures.count - 1)
  }

  // MARK: - Branches

  /// Emits jumps that are taken where a condition does not hold.
  mutating func branch(unless condition: TypedExpression) -> [Int] {
    let outer = span
    span = condition.span
    defer { span = outer }
    switch condition.kind {
    case .boolean(true): return []
    case .and(let a, let b): return branch(unless: a) + branch(unless: b)
    case .intrinsic(let intrinsic, let arguments)
    where arguments.count == 2 && arguments[0].type == .int:
      switch intrinsic {
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        let values = operands(arguments)
        let isSwapped = intrinsic == .greater || intrinsic == .greaterOrEqual
        let left = values[isSwapped ? 1 : 0].slot.word
        let right = values[isSwapped ? 0 : 1].slot.word
        let isStrict = intrinsic == .less || intrinsic == .greater
        return [jump(isStrict ? .jumpUnlessLessInt : .jumpUnlessLessOrEqualInt, left, right)]
      default: break
      }
    default: break
    }
    let slot = operand(condition)
    return [jump(.jumpUnless, slot.word)]
  }

  // MARK: - Elements and places

  mutating func loadElement(_ array: Operand, index: Slot, into result: Operand) {
    switch (result.slot.layout.words, result.slot.layout.references) {
    case (1, 0): emit(.arrayWord, result.slot.word, array.slot.reference, index.word)
    case (0, 1): emit(.arrayReference, result.slot.reference, array.slot.reference, index.word)
    default: emit(.element(array, index: index, result: result))
    }
  }

  mutating func setElement(_ array: Slot, _ type: Type, index: Slot, _ value: Slot) {
    switch (value.layout.words, value.layout.references) {
    case (1, 0): emit(.setArrayWord, array.reference, index.word, value.word)
    case (0, 1): emit(.setArrayReference, array.reference, index.word, value.reference)
    default:
      emit(
        .setElement(
          Operand(slot: array, type: type),
          index: index,
          value: Operand(slot: value, type: elementType(of: type))
        )
      )
    }
  }

  mutating func assign(_ value: Slot, to place: Place) {
    switch place {
    case .variable(let id, _): store(value, to: id)
    case .tupleElement(let base, let index, _):
      change(base) { compiler, slot in
        compiler.move(value, to: Self.part(index, of: slot, base.type))
      }
    case .element(let base, let index, _, let span):
      let index = operand(index)
      change(base) { compiler, slot in
        compiler.span = span
        compiler.setElement(slot, base.type, index: index, value)
      }
    }
  }

  /// Runs code on the registers that hold a place's value, and puts the value back.
  ///
  /// References are taken out of where they are kept, not copied: an array is changed in place.
  mutating func change(_ place: Place, _ body: (inout FunctionCompiler, Slot) -> Void) {
    switch place {
    case .variable(let id, let type):
      if let slot = registers(of: id) { return body(&self, slot) }
      let slot = allocate(type)
      if let global = globals[id], session.variables[id.index].isGlobal {
        for offset in 0..<slot.layout.words {
          emit(.loadGlobalWord, slot.word + offset, global.word + offset)
        }
        for offset in 0..<slot.layout.references {
          emit(.takeGlobalReference, slot.reference + offset, global.reference + offset)
        }
      } else if let box = locals[id] {
        for offset in 0..<slot.layout.words {
          emit(.loadBoxWord, slot.word + offset, box.reference, offset)
        }
        for offset in 0..<slot.layout.references {
          emit(.takeBoxReference, slot.reference + offset, box.reference, offset)
        }
      }
      body(&self, slot)
      store(slot, to: id)
    case .tupleElement(let base, let index, _):
      change(base) { compiler, slot in
        body(&compiler, Self.part(index, of: slot, base.type))
      }
    case .element(let base, let index, let type, let span):
      let index = operand(index)
      change(base) { compiler, array in
        let outer = compiler.span
        compiler.span = span
        let slot = compiler.allocate(type)
        if slot.layout == Layout(words: 0, references: 1) {
          compiler.emit(.takeArrayReference, slot.reference, array.reference, index.word)
        } else {
          compiler.loadElement(
            Operand(slot: array, type: base.type),
            index: index,
            into: Operand(slot: slot, type: type)
          )
        }
        body(&compiler, slot)
        compiler.span = span
        compiler.setElement(array, base.type, index: index, slot)
        compiler.span = outer
      }
    }
  }

  mutating func compoundAssign(
    _ place: Place,
    _ operation: TypedStatement.CompoundOperation,
    _ value: TypedExpression
  ) {
    let operand = Operand(slot: self.operand(value), type: value.type)
    let type = place.type
    change(place) { compiler, slot in
      let old = Operand(slot: slot, type: type)
      switch operation {
      case .intrinsic(let intrinsic):
        if intrinsic == .add, slot.layout.references > 0 {
          let append = type == .string ? Intrinsic.add : .appendContents
          compiler.emit(
            .mutate(append, old, [operand], result: Operand(slot: slot, type: .void))
          )
        } else {
          compiler.apply(intrinsic, [old, operand], into: old)
        }
      case .host(let index):
        compiler.emit(.host(index, [old, operand], result: old))
      }
    }
  }
}
