import Diagnostics

/// Optional chains, and `try?` and `try!`.
extension FunctionCompiler {
  mutating func compileChain(_ body: TypedExpression, _ type: Type, into target: Slot) {
    chains.append([])
    // A last member that is an optional itself is the chain's value as it is.
    if body.type == type {
      evaluate(body, into: target)
    } else {
      evaluate(body, into: Self.wrapped(target))
      constant(1, into: target.word)
    }
    let links = chains.removeLast()
    let end = jump(.jump)
    land(links)
    constant(0, into: target.word)
    land([end])
  }

  mutating func compileAttempt(_ value: TypedExpression, _ type: Type, into target: Slot) {
    let error = allocate(.error)
    let start = code.count
    if value.type == type {
      evaluate(value, into: target)
    } else {
      evaluate(value, into: Self.wrapped(target))
      constant(1, into: target.word)
    }
    let end = code.count
    let over = jump(.jump)
    handle(from: start, to: end, in: error)
    constant(0, into: target.word)
    emit(.clearReferences, error.reference, 1)
    land([over])
  }

  mutating func compileForcedAttempt(_ value: TypedExpression, into target: Slot) {
    let error = allocate(.error)
    let start = code.count
    evaluate(value, into: target)
    let end = code.count
    let over = jump(.jump)
    handle(from: start, to: end, in: error)
    emit(.failTrying(Operand(slot: error, type: .error)))
    land([over])
  }
}
