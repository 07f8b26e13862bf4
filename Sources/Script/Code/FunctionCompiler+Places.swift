import Diagnostics

extension FunctionCompiler {
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
          value: Operand(slot: value, type: type.elementType)
        )
      )
    }
  }

  /// Loads `base[i][j]` without counting a reference to `base[i]`.
  mutating func loadNestedElement(
    _ row: TypedExpression,
    _ index: TypedExpression,
    into target: Slot
  ) -> Bool {
    guard target.layout == Layout(words: 1, references: 0),
      case .element(let base, let outer) = row.kind
    else { return false }
    let values = operands([base, outer, index]).map(\.slot)
    let (rows, first, second) = (values[0].reference, values[1].word, values[2].word)
    if second <= UInt8.max {
      emit(.nestedArrayWord, target.word, rows, first, second)
    } else {
      let row = allocate(row.type)
      emit(.arrayReference, row.reference, rows, first)
      emit(.arrayWord, target.word, row.reference, second)
    }
    return true
  }

  /// Loads a word out of an element of an array, without the rest of the element.
  mutating func loadField(_ expression: TypedExpression, into target: Slot) -> Bool {
    guard target.layout == Layout(words: 1, references: 0) else { return false }
    var offset = 0
    var whole = expression
    while case .tupleElement(let base, let index) = whole.kind {
      let start = Slot(word: 0, reference: 0, layout: Layout(of: base.type))
      offset += Self.part(index, of: start, base.type).word
      whole = base
    }
    guard case .element(let base, let index) = whole.kind, offset <= UInt8.max else {
      return false
    }
    let values = operands([base, index]).map(\.slot)
    emit(.arrayField, target.word, values[0].reference, values[1].word, offset)
    return true
  }

  /// An element's word that an assignment changes without moving the rest of the element.
  private struct Field {
    var array: Place
    var index: TypedExpression
    var offset: Int
    var span: SourceSpan
  }

  private func field(_ place: Place) -> Field? {
    guard case .tupleElement = place,
      Layout(of: place.type) == Layout(words: 1, references: 0)
    else { return nil }
    var offset = 0
    var whole = place
    while case .tupleElement(let base, let index, _) = whole {
      let start = Slot(word: 0, reference: 0, layout: Layout(of: base.type))
      offset += Self.part(index, of: start, base.type).word
      whole = base
    }
    guard case .element(let array, let index, _, let span) = whole, offset <= UInt8.max else {
      return nil
    }
    return Field(array: array, index: index, offset: offset, span: span)
  }

  mutating func assign(_ value: TypedExpression, to place: Place) {
    guard case .variable(let id, _) = place, let slot = registers(of: id),
      Self.writesLast(value)
    else { return assign(operand(value), to: place) }
    // Not the last register in use: a call's arguments must not be built in it.
    _ = allocate(Layout(words: 1, references: 0))
    evaluate(value, into: slot)
  }

  /// Whether evaluating an expression into a register writes it after everything is read.
  private static func writesLast(_ expression: TypedExpression) -> Bool {
    switch expression.kind {
    case .integer, .double, .boolean, .string, .variable, .array, .element, .call, .callValue,
      .host, .interpolation:
      true
    case .intrinsic(let intrinsic, _):
      intrinsic != .wrap && intrinsic != .reduce
    default: false
    }
  }

  private mutating func assign(_ value: Slot, to place: Place) {
    if let field = field(place) {
      let index = operand(field.index)
      return change(field.array) { compiler, array in
        compiler.span = field.span
        compiler.emit(
          .setArrayField,
          array.reference,
          index.word,
          value.word,
          field.offset
        )
      }
    }
    switch place {
    case .variable(let id, _): store(value, to: id)
    case .tupleElement(let base, let index, _):
      change(base) { compiler, slot in
        compiler.move(value, to: Self.part(index, of: slot, base.type))
      }
    case .unwrapped(let base, _, let span):
      changeUnwrapped(base, span) { compiler, slot in compiler.move(value, to: slot) }
    case .element(let base, let index, _, let span):
      let index = operand(index)
      change(base) { compiler, slot in
        compiler.span = span
        compiler.setElement(slot, base.type, index: index, value)
      }
    case .entry(let base, let key, let type, let span):
      let key = operands([key])[0]
      assignEntry(Operand(slot: value, type: type), base, key, span)
    case .entryOrDefault(let base, let key, _, let type, let span):
      let wrapped = Type.optional(type)
      let optional = allocate(wrapped)
      constant(1, into: optional.word)
      move(value, to: Self.wrapped(optional))
      assignEntry(Operand(slot: optional, type: wrapped), base, operands([key])[0], span)
    case .computed(let accessor, let base, let arguments, let type, let span):
      let outer = self.span
      self.span = span
      assignComputed(Operand(slot: value, type: type), accessor, base, arguments)
      self.span = outer
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
      if let global = globals[id.index], session.variables[id.index].isGlobal {
        for offset in 0..<slot.layout.words {
          emit(.loadGlobalWord, slot.word + offset, global.word + offset)
        }
        for offset in 0..<slot.layout.references {
          emit(.takeGlobalReference, slot.reference + offset, global.reference + offset)
        }
      } else if let box = locals[id.index] {
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
    case .unwrapped(let base, _, let span): changeUnwrapped(base, span, body)
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
    case .entry(let base, let key, let type, let span):
      let outer = self.span
      self.span = span
      changeEntry(base, key, type, body)
      self.span = outer
    case .entryOrDefault(let base, let key, let value, let type, let span):
      let outer = self.span
      self.span = span
      changeEntry(base, key, default: value, type, body)
      self.span = outer
    case .computed(let accessor, let base, let arguments, let type, let span):
      let outer = self.span
      self.span = span
      changeComputed(accessor, base, arguments, type, body)
      self.span = outer
    }
  }

  /// Runs code on the value of an optional, which must not be nil.
  private mutating func changeUnwrapped(
    _ base: Place,
    _ place: SourceSpan,
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    change(base) { compiler, slot in
      let outer = compiler.span
      compiler.span = place
      let isPresent = compiler.jump(.jumpIf, slot.word)
      compiler.emit(.failUnwrapping)
      compiler.land([isPresent])
      compiler.span = outer
      body(&compiler, Self.wrapped(slot))
    }
  }

  mutating func compoundAssign(
    _ place: Place,
    _ intrinsic: Intrinsic,
    _ value: TypedExpression
  ) {
    let type = place.type
    if intrinsic == .add, type == .string { return appendText(value, to: place) }
    if intrinsic == .add, Layout(of: type).references > 0 {
      let operand = Operand(slot: self.operand(value), type: value.type)
      return change(place) { compiler, slot in
        let old = Operand(slot: slot, type: type)
        let nothing = Operand(slot: slot, type: .void)
        compiler.emit(.mutate(.appendContents, old, [operand], result: nothing))
      }
    }
    if type != .int, type != .double {
      let operand = Operand(slot: self.operand(value), type: value.type)
      return change(place) { compiler, slot in
        let old = Operand(slot: slot, type: type)
        compiler.apply(intrinsic, [old, operand], into: old)
      }
    }
    let right = rightOperand(value, of: intrinsic)
    if let field = field(place) {
      return changeField(field) { compiler, word in
        compiler.emit(intrinsic, word.word, word, right)
      }
    }
    change(place) { compiler, slot in compiler.emit(intrinsic, slot.word, slot, right) }
  }

  private mutating func changeField(
    _ field: Field,
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    let index = operand(field.index)
    change(field.array) { compiler, array in
      let word = compiler.allocate(Layout(words: 1, references: 0))
      let outer = compiler.span
      compiler.span = field.span
      compiler.emit(.arrayField, word.word, array.reference, index.word, field.offset)
      compiler.span = outer
      body(&compiler, word)
      compiler.span = field.span
      compiler.emit(.setArrayField, array.reference, index.word, word.word, field.offset)
      compiler.span = outer
    }
  }
}
