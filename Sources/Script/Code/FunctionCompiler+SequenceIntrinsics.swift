import Diagnostics

/// The methods of sequences that take a closure, as loops in the machine's own code.
extension FunctionCompiler {
  // Not a set: to make one, the runtime searches all the conformances of the program.
  private static let sequenceMethods: [Intrinsic] = [
    .map, .filter, .compactMap, .flatMap, .forEach, .reduce, .countWhere, .containsWhere,
    .allSatisfy,
    .firstIndexWhere, .mapValues, .compactMapValues, .filterEntries, .filterMembers, .merging,
    .uniquingKeys, .grouping, .mapOptional, .flatMapOptional,
  ]

  /// Emits the loop of a method.
  ///
  /// - Parameters:
  ///   - intrinsic: The method.
  ///   - arguments: Its arguments, the sequence first and the closure last.
  ///   - walked: The sequence where it has been evaluated already.
  ///   - result: Where the result goes.
  /// - Returns: Whether the intrinsic is such a method.
  mutating func compileSequenceIntrinsic(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    walked: Operand? = nil,
    into result: Operand
  ) -> Bool {
    guard Self.sequenceMethods.contains(intrinsic) else { return false }
    var walked = walked
    if walked == nil, !arguments.dropFirst().allSatisfy(Self.isPure) {
      // What the arguments after it do, they do after the sequence has been evaluated.
      walked = valueToWalk(arguments[0])
    }
    switch intrinsic {
    case .map, .filter, .compactMap, .flatMap:
      let output = Operand(slot: allocate(result.type), type: result.type)
      makeArray(output)
      let callee = callee(arguments[1])
      loop(over: arguments[0], walked) { compiler, element in
        compiler.collect(intrinsic, callee, element, into: output)
      }
      move(output.slot, to: result.slot, taking: true)
    case .forEach:
      let callee = callee(arguments[1])
      loop(over: arguments[0], walked) { compiler, element in
        compiler.call(callee, [element], into: compiler.allocate(.void))
      }
    case .reduce: reduce(arguments, walked, into: result)
    case .mapOptional, .flatMapOptional: mapOptional(intrinsic, arguments, walked, into: result)
    case .containsWhere, .allSatisfy: search(arguments, walked, intrinsic, into: result.slot)
    case .firstIndexWhere: searchIndex(arguments, walked, into: result.slot)
    case .countWhere: countWhere(arguments, walked, into: result.slot)
    default: return compileTableIntrinsic(intrinsic, arguments, walked: walked, into: result)
    }
    return true
  }

  private mutating func makeArray(_ output: Operand) {
    let layout = pools.layouts.add(Layout(of: output.type.elementType))
    emit(.makeArray, output.slot.reference, layout)
  }

  /// Adds to the output what a turn of `map` and its like brings.
  private mutating func collect(
    _ intrinsic: Intrinsic,
    _ callee: Callee,
    _ element: LoopElement,
    into output: Operand
  ) {
    let produced = output.type.elementType
    switch intrinsic {
    case .filter:
      let slot = allocate(produced)
      load(element, into: slot)
      let skip = branch(onCall: callee, .value(slot, produced), when: false)
      append(Operand(slot: slot, type: produced), to: output)
      land(skip)
    case .compactMap:
      let optional = allocate(.optional(produced))
      call(callee, [element], into: optional)
      let skip = jump(.jumpUnless, optional.word)
      append(Operand(slot: Self.wrapped(optional), type: produced), to: output)
      land([skip])
    case .flatMap:
      let part = allocate(.array(produced))
      call(callee, [element], into: part)
      let nothing = Operand(slot: allocate(.void), type: .void)
      emit(
        .mutate(
          .appendContents,
          output,
          [Operand(slot: part, type: .array(produced))],
          result: nothing
        )
      )
    default:
      let value = allocate(produced)
      call(callee, [element], into: value)
      append(Operand(slot: value, type: produced), to: output)
    }
  }

  mutating func loop(
    over sequence: TypedExpression,
    _ walked: Operand?,
    _ body: (inout FunctionCompiler, LoopElement) -> Void
  ) {
    guard let walked else { return loop(over: sequence, body) }
    let mark = next
    beginTarget(.loop)
    loop(over: walked, body)
    land(endTarget().breaks)
    release(above: mark)
  }

  /// Appends a value to an array that nothing else refers to.
  mutating func append(_ value: Operand, to array: Operand) {
    switch (value.slot.layout.words, value.slot.layout.references) {
    case (1, 0): emit(.appendWord, array.slot.reference, value.slot.word)
    default:
      let nothing = Operand(slot: allocate(.void), type: .void)
      emit(.mutate(.append, array, [value], result: nothing))
    }
  }

  private mutating func reduce(
    _ arguments: [TypedExpression],
    _ walked: Operand?,
    into result: Operand
  ) {
    let total = allocate(result.type)
    evaluate(arguments[1], into: total)
    let callee = callee(arguments[2])
    loop(over: arguments[0], walked) { compiler, element in
      let value = compiler.allocate(result.type)
      compiler.call(callee, [.value(total, result.type), element], into: value)
      compiler.move(value, to: total, taking: true)
    }
    move(total, to: result.slot, taking: true)
  }

  /// Calls a closure on the value of an optional, where there is one.
  private mutating func mapOptional(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    _ evaluated: Operand?,
    into result: Operand
  ) {
    let optional = evaluated?.slot ?? operand(arguments[0])
    guard let wrapped = arguments[0].type.wrapped else { return }
    let callee = callee(arguments[1])
    let mapped = allocate(result.type)
    evaluate(TypedExpression(.none, result.type, at: span), into: mapped)
    let isNone = jump(.jumpUnless, optional.word)
    let target = allocate(
      intrinsic == .flatMapOptional ? result.type : result.type.wrapped ?? .void
    )
    call(callee, [.value(Self.wrapped(optional), wrapped)], into: target)
    if intrinsic == .flatMapOptional {
      move(target, to: mapped, taking: true)
    } else {
      constant(1, into: mapped.word)
      move(target, to: Self.wrapped(mapped), taking: true)
    }
    land([isNone])
    move(mapped, to: result.slot, taking: true)
  }

  /// `contains(where:)` ends with the first element that fits, `allSatisfy` with the first not to.
  private mutating func search(
    _ arguments: [TypedExpression],
    _ walked: Operand?,
    _ intrinsic: Intrinsic,
    into result: Slot
  ) {
    let found = allocate(.bool)
    let deciding = intrinsic == .containsWhere
    constant(deciding ? 0 : 1, into: found.word)
    let callee = callee(arguments[1])
    loop(over: arguments[0], walked) { compiler, element in
      let skip = compiler.branch(onCall: callee, element, when: !deciding)
      compiler.constant(deciding ? 1 : 0, into: found.word)
      compiler.endLoop()
      compiler.land(skip)
    }
    move(found, to: result)
  }

  private mutating func searchIndex(
    _ arguments: [TypedExpression],
    _ walked: Operand?,
    into result: Slot
  ) {
    let optional = allocate(.optional(.int))
    let position = Self.wrapped(optional)
    constant(0, into: optional.word)
    constant(0, into: position.word)
    let isSlice = if case .nominal(.arraySlice, _) = arguments[0].type { true } else { false }
    let walked = isSlice ? walked ?? valueToWalk(arguments[0]) : walked
    if isSlice, let walked { emit(.moveWord, position.word, walked.slot.word) }
    let callee = callee(arguments[1])
    loop(over: arguments[0], walked) { compiler, element in
      let skip = compiler.branch(onCall: callee, element, when: false)
      compiler.constant(1, into: optional.word)
      compiler.endLoop()
      compiler.land(skip)
      compiler.emit(.addImmediate, position.word, position.word, 1)
    }
    move(optional, to: result)
  }

  private mutating func countWhere(
    _ arguments: [TypedExpression],
    _ walked: Operand?,
    into result: Slot
  ) {
    let count = allocate(.int)
    constant(0, into: count.word)
    let callee = callee(arguments[1])
    loop(over: arguments[0], walked) { compiler, element in
      let skip = compiler.branch(onCall: callee, element, when: false)
      compiler.emit(.addImmediate, count.word, count.word, 1)
      compiler.land(skip)
    }
    move(count, to: result)
  }

  private mutating func endLoop() {
    let end = jump(.jump)
    targets[targets.count - 1].breaks.append(end)
  }
}
