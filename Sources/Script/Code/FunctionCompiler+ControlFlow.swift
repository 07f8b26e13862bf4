import Diagnostics

extension FunctionCompiler {
  mutating func compileReturn(_ value: TypedExpression?) {
    if returnInline(value) { return }
    guard changed.isEmpty else { return returnChanged(value) }
    guard let value else { return emit(.returnReferences, 0, keptReferences) }
    let slot = operand(value)
    if slot.layout == Layout(words: 1, references: 0) {
      return emit(.returnReferences, slot.word, keptReferences)
    }
    move(slot, to: Slot(word: 0, reference: 0, layout: slot.layout))
    emit(.returnReferences, 0, keptReferences)
  }

  mutating func compileIf(
    _ condition: TypedExpression,
    _ then: [TypedStatement],
    _ otherwise: [TypedStatement]
  ) {
    let mark = next
    let skip = branch(on: condition, when: false)
    release(above: mark)
    block(then)
    guard !otherwise.isEmpty else { return land(skip) }
    let end = jump(.jump)
    land(skip)
    block(otherwise)
    land([end])
  }

  /// The condition stands behind the body: a turn takes one jump.
  mutating func compileWhile(_ condition: TypedExpression, _ body: [TypedStatement]) {
    let entry = jump(.jump)
    let start = code.count
    loops.append(Loop())
    block(body)
    land(loops[loops.count - 1].continues + [entry])
    let mark = next
    land(branch(on: condition, when: true), at: start)
    release(above: mark)
    land(loops.removeLast().breaks)
  }

  mutating func compileFor(
    _ pattern: TypedPattern,
    _ sequence: TypedExpression,
    _ condition: TypedExpression?,
    _ body: [TypedStatement]
  ) {
    loop(over: sequence) { compiler, element in
      compiler.bind(pattern, element)
      if let condition {
        let mark = compiler.next
        let skip = compiler.branch(on: condition, when: false)
        compiler.release(above: mark)
        compiler.loops[compiler.loops.count - 1].continues += skip
      }
      compiler.block(body)
    }
  }
}
