import Diagnostics

/// The entries of dictionaries as places, and the methods that make dictionaries by closures.
extension FunctionCompiler {
  // MARK: - Places

  /// `dictionary[key] = optional`.
  mutating func assignEntry(_ optional: Operand, _ base: Place, _ key: Operand, _ span: SourceSpan)
  {
    change(base) { compiler, table in
      compiler.span = span
      compiler.mutate(.assignEntry, Operand(slot: table, type: base.type), [key, optional])
    }
  }

  /// Runs code on the optional value of a key, and assigns it back.
  mutating func changeEntry(
    _ base: Place,
    _ key: TypedExpression,
    _ type: Type,
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    let key = operands([key])[0]
    guard let wrapped = type.wrapped else { return }
    change(base) { compiler, slot in
      let table = Operand(slot: slot, type: base.type)
      let optional = compiler.allocate(type)
      compiler.evaluate(TypedExpression(.none, type, at: compiler.span), into: optional)
      let entry = compiler.allocate(.int)
      compiler.mutate(.findEntry, table, [key], into: Operand(slot: entry, type: .int))
      let isNew = compiler.jump(.jumpIfLessImmediate, entry.word, 0)
      compiler.constant(1, into: optional.word)
      let value = Operand(slot: Self.wrapped(optional), type: wrapped)
      compiler.mutate(.takeEntry, table, [Operand(slot: entry, type: .int)], into: value)
      compiler.land([isNew])
      body(&compiler, optional)
      compiler.mutate(.assignEntry, table, [key, Operand(slot: optional, type: type)])
    }
  }

  /// Runs code on the value of a key, which gets one where it has none, and puts it back.
  mutating func changeEntry(
    _ base: Place,
    _ key: TypedExpression,
    default value: TypedExpression,
    _ type: Type,
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    let key = operands([key])[0]
    change(base) { compiler, slot in
      let table = Operand(slot: slot, type: base.type)
      let entry = Operand(slot: compiler.allocate(.int), type: .int)
      let taken = Operand(slot: compiler.allocate(type), type: type)
      let field = Self.field(taken.slot.layout, behind: key)
      if !compiler.find(key, in: table, into: entry.slot) {
        compiler.mutate(.findEntry, table, [key], into: entry)
      }
      let isNew = compiler.jump(.jumpIfLessImmediate, entry.slot.word, 0)
      if let field {
        compiler.emit(.arrayField, taken.slot.word, slot.reference, entry.slot.word, field)
      } else {
        compiler.mutate(.takeEntry, table, [entry], into: taken)
      }
      let go = compiler.jump(.jump)
      compiler.land([isNew])
      compiler.evaluate(value, into: taken.slot)
      compiler.mutate(.insertEntry, table, [key, taken], into: entry)
      // The entry's own value gives its references up, as where it was there before.
      if taken.slot.layout.references > 0 {
        compiler.mutate(.takeEntry, table, [entry], into: taken)
      }
      compiler.land([go])
      body(&compiler, taken.slot)
      if let field {
        compiler.emit(.setArrayField, slot.reference, entry.slot.word, taken.slot.word, field)
      } else {
        compiler.mutate(.putEntry, table, [entry, taken])
      }
    }
  }

  /// Emits the instruction that finds the entry of a key.
  ///
  /// - Returns: Whether there is one for keys of this type.
  private mutating func find(_ key: Operand, in table: Operand, into entry: Slot) -> Bool {
    switch key.type {
    case .string: emit(.findText, entry.word, table.slot.reference, key.slot.reference)
    case .int: emit(.findInt, entry.word, table.slot.reference, key.slot.word)
    default: return false
    }
    return true
  }

  /// Which word of an entry its value is; nil where it is something else, or too far behind.
  private static func field(_ value: Layout, behind key: Operand) -> Int? {
    let position = key.slot.layout.words
    return value == Layout(words: 1, references: 0) && position <= UInt8.max ? position : nil
  }

  private mutating func mutate(
    _ intrinsic: Intrinsic,
    _ target: Operand,
    _ operands: [Operand],
    into result: Operand? = nil
  ) {
    let nothing = Operand(slot: allocate(.void), type: .void)
    emit(.mutate(intrinsic, target, operands, result: result ?? nothing))
  }

  // MARK: - Values

  /// `dictionary[key]`.
  mutating func lookUp(_ key: Operand, in table: Operand, into result: Operand) {
    let value = Self.wrapped(result.slot)
    let entry = allocate(.int)
    guard let field = Self.field(value.layout, behind: key), find(key, in: table, into: entry)
    else { return emit(.intrinsic(.lookUp, [table, key], result: result)) }
    constant(0, into: result.slot.word)
    let isNone = jump(.jumpIfLessImmediate, entry.word, 0)
    constant(1, into: result.slot.word)
    emit(.arrayField, value.word, table.slot.reference, entry.word, field)
    land([isNone])
  }

  /// `dictionary[key, default: value]`.
  mutating func lookUp(_ arguments: [TypedExpression], into result: Operand) {
    let type = Type.optional(result.type)
    let optional = Operand(slot: allocate(type), type: type)
    let values = operands(Array(arguments.prefix(2)))
    lookUp(values[1], in: values[0], into: optional)
    let isNone = jump(.jumpUnless, optional.slot.word)
    move(Self.wrapped(optional.slot), to: result.slot)
    let end = jump(.jump)
    land([isNone])
    evaluate(arguments[2], into: result.slot)
    land([end])
  }

  // MARK: - Methods that take a closure

  /// Emits the loop of a method that makes a dictionary or a set.
  ///
  /// - Returns: Whether the intrinsic is such a method.
  mutating func compileTableIntrinsic(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    walked: Operand?,
    into result: Operand
  ) -> Bool {
    let output = Operand(slot: allocate(result.type), type: result.type)
    var others = arguments
    var walked = walked
    if intrinsic == .merging {
      // The receiver's entries stand already; the other sequence is walked.
      if let walked {
        move(walked.slot, to: output.slot)
      } else {
        evaluate(others[0], into: output.slot)
      }
      walked = nil
      others.removeFirst()
    } else {
      let maker = intrinsic == .filterMembers ? Intrinsic.makeSet : .makeDictionary
      emit(.intrinsic(maker, [], result: output))
    }
    let callee = callee(others[1])
    loop(over: others[0], walked) { compiler, element in
      compiler.addEntry(intrinsic, callee, element, to: output)
    }
    move(output.slot, to: result.slot, taking: true)
    return true
  }

  /// `merge(_:uniquingKeysWith:)` on the dictionary in a register.
  mutating func merge(_ arguments: [TypedExpression], into table: Operand) {
    let callee = callee(arguments[1])
    loop(over: arguments[0]) { compiler, element in
      compiler.addEntry(.merging, callee, element, to: table)
    }
  }

  /// Adds to the output what a turn brings.
  private mutating func addEntry(
    _ intrinsic: Intrinsic,
    _ callee: Callee,
    _ element: LoopElement,
    to output: Operand
  ) {
    let type = type(of: element)
    let whole = Operand(slot: allocate(type), type: type)
    load(element, into: whole.slot)
    let entry = Operand(slot: allocate(.int), type: .int)
    switch intrinsic {
    case .filterMembers:
      let skip = branch(onCall: callee, .value(whole.slot, type), when: false)
      let inserted = Type.tuple([.init(nil, .bool), .init(nil, type)])
      let result = Operand(slot: allocate(inserted), type: inserted)
      mutate(.insertMember, output, [whole], into: result)
      land(skip)
    case .grouping:
      guard case .nominal(_, let arguments) = output.type else { return }
      let key = Operand(slot: allocate(arguments[0]), type: arguments[0])
      call(callee, [.value(whole.slot, type)], into: key.slot)
      mutate(.groupEntry, output, [key, whole])
    default: addEntry(intrinsic, callee, whole, entry, to: output)
    }
  }

  /// Adds an entry that is made of a pair.
  private mutating func addEntry(
    _ intrinsic: Intrinsic,
    _ callee: Callee,
    _ pair: Operand,
    _ entry: Operand,
    to output: Operand
  ) {
    guard case .nominal(_, let arguments) = output.type else { return }
    func part(_ index: Int) -> Operand {
      Operand(
        slot: Self.part(index, of: pair.slot, pair.type),
        type: Self.type(ofPart: index, of: pair.type)
      )
    }
    let (key, value) = (part(0), part(1))
    switch intrinsic {
    case .filterEntries:
      let skip = branch(onCall: callee, .value(pair.slot, pair.type), when: false)
      mutate(.insertEntry, output, [key, value], into: entry)
      land(skip)
    case .mapValues:
      let mapped = Operand(slot: allocate(arguments[1]), type: arguments[1])
      call(callee, [.value(value.slot, value.type)], into: mapped.slot)
      mutate(.insertEntry, output, [key, mapped], into: entry)
    case .compactMapValues:
      let optional = allocate(.optional(arguments[1]))
      call(callee, [.value(value.slot, value.type)], into: optional)
      let skip = jump(.jumpUnless, optional.word)
      let mapped = Operand(slot: Self.wrapped(optional), type: arguments[1])
      mutate(.insertEntry, output, [key, mapped], into: entry)
      land([skip])
    default:
      mutate(.findEntry, output, [key], into: entry)
      let isNew = jump(.jumpIfLessImmediate, entry.slot.word, 0)
      let old = Operand(slot: allocate(value.type), type: value.type)
      mutate(.takeEntry, output, [entry], into: old)
      let combined = Operand(slot: allocate(value.type), type: value.type)
      call(
        callee,
        [.value(old.slot, old.type), .value(value.slot, value.type)],
        into: combined.slot
      )
      mutate(.putEntry, output, [entry, combined])
      let end = jump(.jump)
      land([isNew])
      mutate(.insertEntry, output, [key, value], into: entry)
      land([end])
    }
  }
}
