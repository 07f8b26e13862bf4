import Diagnostics

extension FunctionCompiler {
  /// Binds a pattern's variables to a value.
  mutating func bind(_ pattern: TypedPattern, _ value: TypedExpression) {
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
    _ = match(pattern, operand(value), value.type)
    release(above: mark)
  }

  /// Makes room for the variables of a pattern below what matching needs.
  private mutating func declareAll(in pattern: TypedPattern) {
    switch pattern {
    case .variable(let id, _), .test(let id, _, _): declare(id)
    case .wildcard, .none: break
    case .tuple(let parts), .enumCase(_, _, let parts): for part in parts { declareAll(in: part) }
    case .some(let inner), .error(_, let inner): declareAll(in: inner)
    }
  }

  /// Emits jumps that are taken where a condition does not hold; what the conditions bind stays.
  mutating func branch(unless conditions: [TypedCondition]) -> [Int] {
    conditions.flatMap { condition -> [Int] in
      switch condition {
      case .expression(let test):
        let mark = next
        let jumps = branch(on: test, when: false)
        release(above: mark)
        return jumps
      case .match(let pattern, let value):
        declareAll(in: pattern)
        let slot = operand(value)
        return match(pattern, slot, value.type)
      }
    }
  }

  /// Matches a value in registers: binds names, and jumps where the value does not match.
  ///
  /// - Returns: The jumps.
  mutating func match(_ pattern: TypedPattern, _ slot: Slot, _ type: Type) -> [Int] {
    switch pattern {
    case .wildcard: return []
    case .variable(let id, _):
      if locals[id.index] == nil || isBoxed(id) { declare(id) }
      store(slot, to: id)
      return []
    case .tuple(let parts):
      return parts.enumerated().flatMap { index, part -> [Int] in
        let element = Self.part(index, of: slot, type)
        return match(part, element, Self.type(ofPart: index, of: type))
      }
    case .some(let inner):
      let isNone = jump(.jumpUnless, slot.word)
      return [isNone] + match(inner, Self.wrapped(slot), type.wrapped ?? .invalid)
    case .none: return [jump(.jumpIf, slot.word)]
    case .enumCase(let declaration, let index, let parts):
      return matchCase(declaration, index, parts, slot)
    case .test(let id, let type, let test):
      if locals[id.index] == nil { declare(id) }
      store(Slot(word: slot.word, reference: slot.reference, layout: Layout(of: type)), to: id)
      return branch(on: test, when: false)
    case .error(let declaration, let inner):
      let optional = Type.optional(.nominal(.declared(declaration), []))
      let cast = Operand(slot: allocate(optional), type: optional)
      emit(.castError(Operand(slot: slot, type: .error), declaration, result: cast))
      let isOther = jump(.jumpUnless, cast.slot.word)
      return [isOther] + match(inner, Self.wrapped(cast.slot), .nominal(.declared(declaration), []))
    }
  }

  private mutating func matchCase(
    _ declaration: DeclaredType,
    _ index: Int,
    _ parts: [TypedPattern],
    _ slot: Slot
  ) -> [Int] {
    let enumCase = declaration.cases[index]
    var jumps: [Int] = []
    if declaration.cases.count > 1 {
      jumps.append(jump(.jumpIfNotEqualImmediate, slot.word, index))
    }
    guard !parts.allSatisfy(\.isWildcard) else { return jumps }
    let payload = payload(of: enumCase, in: slot)
    for (position, part) in parts.enumerated() {
      let element = Self.part(position, of: payload, enumCase.payloadType)
      jumps += match(part, element, enumCase.payload[position].type)
    }
    return jumps
  }

  /// The registers of a case's associated values; loaded where they stand in an object.
  private mutating func payload(of enumCase: DeclaredType.Case, in slot: Slot) -> Slot {
    let layout = Layout(of: enumCase.payloadType)
    guard enumCase.isIndirect else {
      return Slot(word: slot.word + 1, reference: slot.reference, layout: layout)
    }
    let payload = allocate(layout)
    for offset in 0..<layout.words {
      emit(.loadBoxWord, payload.word + offset, slot.reference, offset)
    }
    for offset in 0..<layout.references {
      emit(.loadBoxReference, payload.reference + offset, slot.reference, offset)
    }
    return payload
  }

  /// Builds a case of an enumeration.
  mutating func makeCase(
    _ declaration: DeclaredType,
    _ index: Int,
    _ arguments: [TypedExpression],
    into target: Slot
  ) {
    let enumCase = declaration.cases[index]
    guard !arguments.isEmpty else { return constant(UInt64(index), into: target.word) }
    let layout = Layout(of: enumCase.payloadType)
    // Built aside: the old value of the target may be one of the new one's.
    let aside = allocate(layout)
    var part = aside
    for argument in arguments {
      part.layout = Layout(of: argument.type)
      evaluate(argument, into: part)
      part.word += part.layout.words
      part.reference += part.layout.references
    }
    if enumCase.isIndirect {
      let box = allocate(Layout(words: 0, references: 1))
      makeBox(box, layout)
      for offset in 0..<layout.words {
        emit(.storeBoxWord, box.reference, aside.word + offset, offset)
      }
      for offset in 0..<layout.references {
        emit(.storeBoxReference, box.reference, aside.reference + offset, offset)
      }
      move(
        box,
        to: Slot(word: target.word + 1, reference: target.reference, layout: box.layout),
        taking: true
      )
    } else {
      move(
        aside,
        to: Slot(word: target.word + 1, reference: target.reference, layout: layout),
        taking: true
      )
    }
    constant(UInt64(index), into: target.word)
  }

  // MARK: - switch

  mutating func compileSwitch(_ subject: TypedExpression, _ cases: [TypedCase]) {
    let mark = next
    let slot = self.subject(subject)
    beginTarget(.selection)
    compileCases(cases, slot, subject.type)
    land(endTarget().breaks)
    release(above: mark)
  }

  /// A register of its own for a value that the cases could change while it is matched.
  private mutating func subject(_ expression: TypedExpression) -> Slot {
    guard case .variable(let id) = expression.kind, session.variables[id.index].isMutated else {
      return operand(expression)
    }
    let slot = allocate(expression.type)
    load(id, into: slot)
    return slot
  }

  /// Compiles cases one after another; the last falls out behind them.
  private mutating func compileCases(_ cases: [TypedCase], _ slot: Slot, _ type: Type) {
    let target = targets.count - 1
    for clause in cases {
      let mark = next
      for item in clause.items { declareAll(in: item.pattern) }
      var misses: [Int] = []
      var hits: [Int] = []
      for (index, item) in clause.items.enumerated() {
        land(misses)
        misses = match(item.pattern, slot, type)
        if let condition = item.condition { misses += branch(on: condition, when: false) }
        if index < clause.items.count - 1 { hits.append(jump(.jump)) }
      }
      land(hits + targets[target].falls)
      targets[target].falls = []
      block(clause.body)
      let high = next
      release(above: mark)
      if clause.body.last?.leaves != true { targets[target].breaks.append(jump(.jump)) }
      land(misses)
      next = high
      release(above: mark)
    }
  }

  // MARK: - catch

  mutating func compileCatch(
    _ body: [TypedStatement],
    _ error: VariableID,
    _ cases: [TypedCase]
  ) {
    let mark = next
    let caught = allocate(.error)
    beginTarget(.block)
    let start = code.count
    block(body)
    let end = code.count
    let over = jump(.jump)
    handle(from: start, to: end, in: caught)
    declare(error)
    store(caught, to: error)
    compileCases(cases, caught, .error)
    emit(.throwError, caught.reference)
    land([over] + endTarget().breaks)
    release(above: mark)
  }
}

extension TypedPattern {
  fileprivate var isWildcard: Bool { if case .wildcard = self { true } else { false } }
}
