import Diagnostics

/// Calls that change places: values go into the callee's frame, and come back changed.
///
/// The `inout` parameters stand first in a frame, before the others, and are returned first, before
/// the result: what a function has changed is where its caller takes it from.
extension FunctionCompiler {
  /// Evaluates the arguments of a call from left to right: values, and the indices of places.
  ///
  /// The places themselves are changed when all arguments are there.
  ///
  /// - Parameters:
  ///   - receiver: The places that stand before the arguments.
  ///   - arguments: The arguments.
  /// - Returns: The places, with those that stand among the arguments, and the values.
  mutating func inOrder(
    _ receiver: [Place],
    _ arguments: [TypedExpression]
  ) -> (places: [Place], values: [Operand]) {
    let passed = receiver + arguments.compactMap(\.changedPlace)
    guard passed.contains(where: \.hasIndices),
      passed.contains(where: \.hasEffects) || !arguments.allSatisfy(Self.isPure)
    else { return (passed, operands(arguments.filter { $0.changedPlace == nil })) }
    var places = receiver.map { held($0) }
    var values: [Operand] = []
    for (index, argument) in arguments.enumerated() {
      if let place = argument.changedPlace {
        places.append(held(place))
      } else {
        let isKept = arguments[(index + 1)...].contains { !Self.isPure($0) }
        values.append(value(argument, isKept: isKept))
      }
    }
    return (places, values)
  }

  /// Evaluates the indices of a place now; what it returns reads them from registers.
  private mutating func held(_ place: Place) -> Place {
    place.mapIndices { index in
      guard !Self.isLiteral(index) else { return index }
      let slot = allocate(index.type)
      evaluate(index, into: slot)
      return TypedExpression(.variable(temporary(index.type, in: slot)), index.type, at: index.span)
    }
  }

  /// Calls a function of which some arguments are places.
  mutating func callChanging(
    _ arguments: [TypedExpression],
    into target: Slot,
    captures: [VariableID],
    isThrowing: Bool,
    _ emitCall: (inout FunctionCompiler, Layout) -> Void
  ) {
    let (places, values) = inOrder([], arguments)
    // Where the call throws, what it has changed goes back first, as it does in the end.
    let error = isThrowing ? allocate(.error) : nil
    if let error { emit(.clearReferences, error.reference, 1) }
    changing(places[...], []) { compiler, slots in
      let window = compiler.next
      let passed = slots.map { slot in
        let parameter = compiler.allocate(slot.layout)
        compiler.move(slot, to: parameter, taking: true)
        return parameter
      }
      for value in values {
        let parameter = compiler.allocate(value.slot.layout)
        compiler.move(value.slot, to: parameter)
      }
      let changed = slots.reduce(Layout(words: 0, references: 0)) { $0 + $1.layout }
      compiler.reserveResult(changed + target.layout, from: window)
      for capture in captures { compiler.passCapture(capture) }
      let start = compiler.code.count
      emitCall(&compiler, window)
      if let error { compiler.handle(from: start, to: start + 1, in: error) }
      compiler.next = window
      for slot in passed { _ = compiler.allocate(slot.layout) }
      let result = compiler.allocate(target.layout)
      for (slot, parameter) in zip(slots, passed) {
        compiler.move(parameter, to: slot, taking: true)
      }
      compiler.move(result, to: target, taking: true)
      compiler.next = window
    }
    if let error { emit(.rethrowError, error.reference) }
  }

  /// Puts what a function has changed where its caller takes it from, and throws on.
  mutating func returnChangedOnError(from start: Int) {
    let error = allocate(.error)
    handle(from: start, to: code.count, in: error)
    loadChanged()
    emit(.throwError, error.reference)
  }

  /// Loads what the function has changed into the frame's first registers.
  private mutating func loadChanged() {
    var place = Slot(word: 0, reference: 0, layout: returned)
    for id in changed {
      place.layout = Layout(of: session.variables[id.index].type)
      load(id, into: place)
      place.word += place.layout.words
      place.reference += place.layout.references
    }
  }

  /// Returns from a function that changes places: their values first, then the result.
  mutating func returnChanged(_ value: Slot?) {
    loadChanged()
    if let value {
      let place = Slot(
        word: returned.words,
        reference: returned.references,
        layout: value.layout
      )
      move(value, to: place)
    }
    emit(.returnReferences, 0, keptReferences)
  }

  /// Calls a function of the host of which some arguments are places.
  mutating func callHost(_ index: Int, _ arguments: [TypedExpression], into result: Operand) {
    let (places, passed) = inOrder([], arguments)
    changing(places[...], []) { compiler, slots in
      var slots = slots[...]
      var values = passed[...]
      var operands: [Operand] = []
      var changed: [Int] = []
      for (position, argument) in arguments.enumerated() {
        if let place = argument.changedPlace, let slot = slots.popFirst() {
          changed.append(position)
          operands.append(Operand(slot: slot, type: place.type))
        } else if let value = values.popFirst() {
          operands.append(value)
        }
      }
      compiler.emit(.host(index, operands, result: result, changed: changed))
    }
  }

  /// `swap(&a, &b)`.
  mutating func swapPlaces(_ arguments: [TypedExpression]) {
    changing(inOrder([], arguments).places[...], []) { compiler, slots in
      let kept = compiler.allocate(slots[0].layout)
      compiler.move(slots[0], to: kept, taking: true)
      compiler.move(slots[1], to: slots[0], taking: true)
      compiler.move(kept, to: slots[1], taking: true)
    }
  }

  /// Runs code on the values of several places, each taken out of where it is kept.
  private mutating func changing(
    _ places: ArraySlice<Place>,
    _ slots: [Slot],
    _ body: (inout FunctionCompiler, [Slot]) -> Void
  ) {
    guard let place = places.first else { return body(&self, slots) }
    change(place) { compiler, slot in
      compiler.changing(places.dropFirst(), slots + [slot], body)
    }
  }

  // MARK: - Computed places

  /// Runs code on the value that a property or subscript computes, and assigns it back.
  mutating func changeComputed(
    _ accessor: Accessor,
    _ base: Place?,
    _ arguments: [TypedExpression],
    _ type: Type,
    _ body: (inout FunctionCompiler, Slot) -> Void
  ) {
    accessing(base, arguments) { compiler, operands in
      let slot = compiler.allocate(type)
      compiler.read(accessor, operands, into: Operand(slot: slot, type: type))
      body(&compiler, slot)
      compiler.write(Operand(slot: slot, type: type), by: accessor, operands, hasBase: base != nil)
    }
  }

  /// Assigns a value to a property or subscript.
  mutating func assignComputed(
    _ value: Operand,
    _ accessor: Accessor,
    _ base: Place?,
    _ arguments: [TypedExpression]
  ) {
    accessing(base, arguments) { compiler, operands in
      compiler.write(value, by: accessor, operands, hasBase: base != nil)
    }
  }

  private mutating func accessing(
    _ base: Place?,
    _ arguments: [TypedExpression],
    _ body: (inout FunctionCompiler, [Operand]) -> Void
  ) {
    let values = operands(arguments)
    guard let base else { return body(&self, values) }
    change(base) { compiler, slot in
      body(&compiler, [Operand(slot: slot, type: base.type)] + values)
    }
  }

  private mutating func read(_ accessor: Accessor, _ operands: [Operand], into result: Operand) {
    switch accessor {
    case .host(let index): emit(.host(index, operands, result: result, changed: []))
    case .functions(let getter, _, let isMutating):
      call(getter, operands, changesFirst: isMutating, into: result.slot)
    case .observed(let index, _):
      move(Self.part(index, of: operands[0].slot, operands[0].type), to: result.slot)
    }
  }

  private mutating func write(
    _ value: Operand,
    by accessor: Accessor,
    _ operands: [Operand],
    hasBase: Bool
  ) {
    switch accessor {
    case .host(let index): emit(.setHost(index, operands + [value]))
    case .functions(_, let setter, _), .observed(_, let setter):
      let nothing = Slot(
        word: next.words,
        reference: next.references,
        layout: Layout(words: 0, references: 0)
      )
      call(setter, operands + [value], changesFirst: hasBase, into: nothing)
    }
  }

  /// Calls a function on values in registers.
  private mutating func call(
    _ id: FunctionID,
    _ operands: [Operand],
    changesFirst: Bool,
    into target: Slot
  ) {
    let window = next
    for (index, operand) in operands.enumerated() {
      let parameter = allocate(operand.slot.layout)
      move(operand.slot, to: parameter, taking: index == 0 && changesFirst)
    }
    let changed = changesFirst ? operands.first.map(\.slot.layout) : nil
    reserveResult((changed ?? Layout(words: 0, references: 0)) + target.layout, from: window)
    for capture in session.functions[id.index].captures { passCapture(capture) }
    emit(.call, window.words, window.references, id.index)
    next = window
    if changesFirst, let first = operands.first {
      let parameter = allocate(first.slot.layout)
      move(parameter, to: first.slot, taking: true)
    }
    let result = allocate(target.layout)
    move(result, to: target, taking: true)
    next = window
  }
}

extension TypedExpression {
  /// The place that an argument `&place` names.
  var changedPlace: Place? {
    if case .inout(let place) = kind { place } else { nil }
  }
}
