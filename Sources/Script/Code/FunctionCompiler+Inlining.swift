import Diagnostics

/// A closure whose code stands where it is called, instead of in a function of its own.
struct InlinedClosure {
  /// Where its result goes.
  var result: Slot
  /// The jumps of its `return`s to its end.
  var returns: [Int] = []
  /// The number of blocks around it that have something to do when they are left.
  var depth: Int
}

/// How the function that an intrinsic calls is reached.
enum Callee {
  /// Its code is put where it is called.
  case inlined(TypedFunction)
  /// A function of the session without captures, by its number.
  case function(FunctionID)
  /// A closure in a register.
  case closure(Slot)
}

extension FunctionCompiler {
  /// Prepares the calls of a function argument: a closure that is written there is inlined.
  mutating func callee(_ expression: TypedExpression) -> Callee {
    switch expression.kind {
    case .closure(let id): return .inlined(session.functions[id.index])
    case .function(let id) where session.functions[id.index].captures.isEmpty:
      return .function(id)
    default: return .closure(closure(expression))
    }
  }

  /// Emits a call on elements; the result goes to registers that are the last in use.
  mutating func call(_ callee: Callee, _ arguments: [LoopElement], into target: Slot) {
    switch callee {
    case .inlined(let function): inline(function, arguments, into: target)
    case .function(let id):
      let window = openWindow(for: target)
      pass(arguments)
      emit(.call, window.words, window.references, id.index)
      takeResult(from: window, into: target)
    case .closure(let closure):
      let window = openWindow(for: target)
      pass(arguments)
      emit(.callClosure, window.words, window.references, closure.reference)
      takeResult(from: window, into: target)
    }
  }

  /// Emits a call of a predicate, and jumps that are taken where its result is an outcome.
  mutating func branch(
    onCall callee: Callee,
    _ argument: LoopElement,
    when outcome: Bool
  ) -> [Int] {
    if case .inlined(let function) = callee, let condition = function.onlyExpression {
      bindParameters(of: function, to: [argument])
      return branch(on: condition, when: outcome)
    }
    let slot = allocate(.bool)
    call(callee, [argument], into: slot)
    return [jump(outcome ? .jumpIf : .jumpUnless, slot.word)]
  }

  private mutating func pass(_ arguments: [LoopElement]) {
    let slots = arguments.map { allocate(type(of: $0)) }
    for (argument, slot) in zip(arguments, slots) { load(argument, into: slot) }
  }

  private mutating func inline(
    _ function: TypedFunction,
    _ arguments: [LoopElement],
    into target: Slot
  ) {
    let mark = next
    bindParameters(of: function, to: arguments)
    if let value = function.onlyExpression {
      evaluate(value, into: target)
    } else {
      inlined.append(InlinedClosure(result: target, depth: deferred.count))
      // Its jumps are its own: it cannot leave the loop that calls it.
      let outer = targets
      targets = [JumpTarget(kind: .loop, depth: deferred.count)]
      block(function.body)
      targets = outer
      land(inlined.removeLast().returns)
    }
    release(above: mark)
  }

  /// Binds parameters to arguments; a tuple comes apart where a closure names its elements.
  private mutating func bindParameters(of function: TypedFunction, to arguments: [LoopElement]) {
    let patterns = function.parameters.map {
      TypedPattern.variable($0, session.variables[$0.index].type)
    }
    guard patterns.count > arguments.count, let last = arguments.last else {
      for (pattern, argument) in zip(patterns, arguments) { _ = bind(pattern, argument) }
      return
    }
    let alone = arguments.count - 1
    for (pattern, argument) in zip(patterns[..<alone], arguments) { _ = bind(pattern, argument) }
    _ = bind(.tuple(Array(patterns[alone...])), last)
  }

  /// Ends the inlined closure around the code with a value.
  ///
  /// - Returns: Whether there is one.
  mutating func returnInline(_ value: TypedExpression?) -> Bool {
    guard let closure = inlined.last else { return false }
    if let value { evaluate(value, into: closure.result) }
    leave(to: closure.depth)
    let end = jump(.jump)
    inlined[inlined.count - 1].returns.append(end)
    return true
  }
}

extension TypedFunction {
  /// The expression whose value is all that the function's body is.
  fileprivate var onlyExpression: TypedExpression? {
    guard body.count == 1, case .return(let value) = body[0].kind else { return nil }
    return value
  }
}
