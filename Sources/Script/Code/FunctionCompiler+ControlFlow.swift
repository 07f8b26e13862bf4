import Diagnostics

extension FunctionCompiler {
  mutating func compileReturn(_ value: TypedExpression?) {
    if returnInline(value) { return }
    guard hasDeferred else { return emitReturn(value.map { operand($0) }) }
    // The value is there before what the blocks do when they are left.
    var kept: Slot?
    if let value {
      let slot = allocate(value.type)
      evaluate(value, into: slot)
      kept = slot
    }
    leave(to: 0)
    emitReturn(kept)
  }

  private mutating func emitReturn(_ value: Slot?) {
    guard changed.isEmpty else { return returnChanged(value) }
    guard let slot = value else { return emit(.returnReferences, 0, keptReferences) }
    if slot.layout == Layout(words: 1, references: 0) {
      return emit(.returnReferences, slot.word, keptReferences)
    }
    move(slot, to: Slot(word: 0, reference: 0, layout: slot.layout))
    emit(.returnReferences, 0, keptReferences)
  }

  mutating func compileIf(
    _ conditions: [TypedCondition],
    _ then: [TypedStatement],
    _ otherwise: [TypedStatement]
  ) {
    let mark = next
    let skip = branch(unless: conditions)
    if !conditions.bindNames { release(above: mark) }
    block(then)
    let high = next
    guard !otherwise.isEmpty else {
      land(skip)
      return release(above: mark)
    }
    let end = then.last?.leaves == true ? [] : [jumpReleasing(above: mark)]
    land(skip)
    next = high
    release(above: mark)
    block(otherwise)
    land(end)
  }

  /// Jumps to where what was bound is no longer there.
  private mutating func jumpReleasing(above mark: Layout) -> Int {
    release(above: mark)
    return jump(.jump)
  }

  mutating func compileGuard(_ conditions: [TypedCondition], _ otherwise: [TypedStatement]) {
    let skip = branch(unless: conditions)
    let end = jump(.jump)
    land(skip)
    block(otherwise)
    land([end])
  }

  /// The condition stands behind the body: a turn takes one jump.
  mutating func compileWhile(_ conditions: [TypedCondition], _ body: [TypedStatement]) {
    guard conditions.count == 1, case .expression(let condition) = conditions[0] else {
      return compileMatchingWhile(conditions, body)
    }
    let entry = jump(.jump)
    let start = code.count
    beginTarget(.loop)
    block(body)
    land(targets[targets.count - 1].continues + [entry])
    let mark = next
    land(branch(on: condition, when: true), at: start)
    release(above: mark)
    land(endTarget().breaks)
  }

  /// A loop whose condition binds names for the body.
  private mutating func compileMatchingWhile(
    _ conditions: [TypedCondition],
    _ body: [TypedStatement]
  ) {
    let start = code.count
    let mark = next
    beginTarget(.loop)
    let exit = branch(unless: conditions)
    block(body)
    let high = next
    land(targets[targets.count - 1].continues)
    release(above: mark)
    land([jump(.jump)], at: start)
    land(exit + endTarget().breaks)
    next = high
    release(above: mark)
  }

  mutating func compileRepeat(_ body: [TypedStatement], _ condition: TypedExpression) {
    let start = code.count
    beginTarget(.loop)
    block(body)
    land(targets[targets.count - 1].continues)
    let mark = next
    land(branch(on: condition, when: true), at: start)
    release(above: mark)
    land(endTarget().breaks)
  }

  // MARK: - Jumps

  mutating func beginTarget(_ kind: JumpTarget.Kind) {
    targets.append(JumpTarget(kind: kind, label: pendingLabel, depth: deferred.count))
    pendingLabel = nil
  }

  mutating func endTarget() -> JumpTarget { targets.removeLast() }

  mutating func compileLabeled(_ label: Int, _ statement: TypedStatement) {
    pendingLabel = label
    switch statement.kind {
    case .while, .forIn, .repeatWhile, .switch: self.statement(statement)
    default:
      beginTarget(.block)
      self.statement(statement)
      land(endTarget().breaks)
    }
    pendingLabel = nil
  }

  mutating func leaveStatement(_ label: Int?, isContinue: Bool) {
    let index = targets.lastIndex { target in
      if let label { return target.label == label }
      return target.kind == .loop || (!isContinue && target.kind == .selection)
    }
    guard let index else { return }
    leave(to: targets[index].depth)
    let exit = jump(.jump)
    if isContinue {
      targets[index].continues.append(exit)
    } else {
      targets[index].breaks.append(exit)
    }
  }

  mutating func fallThrough() {
    guard let index = targets.lastIndex(where: { $0.kind == .selection }) else { return }
    leave(to: targets[index].depth)
    targets[index].falls.append(jump(.jump))
  }

  mutating func compileFor(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    loop(over: sequence) { compiler, element in
      var skip = compiler.bind(pattern, element)
      if let condition {
        let mark = compiler.next
        skip += compiler.branch(on: condition, when: false)
        compiler.release(above: mark)
      }
      compiler.targets[compiler.targets.count - 1].continues += skip
      compiler.block(body)
    }
  }
}

extension [TypedCondition] {
  /// Whether one of them is a pattern.
  fileprivate var bindNames: Bool {
    contains { if case .match = $0 { true } else { false } }
  }
}
