import Diagnostics

extension CellChecker {
  // MARK: - Calls

  func inferOperator(_ name: NameNode, _ operands: [Inferred], at span: SourceSpan) -> Inferred {
    guard !operands.contains(where: { inference.resolve($0.type) == .invalid }) else {
      return invalid(at: span)
    }
    let operands = comparable(operands, by: name.text)
    var forms = operators(named: name.text, taking: operands.map(\.type))
    if forms.isEmpty {
      forms = operators(named: name.text).filter { $0.parameters.count == operands.count }
    }
    guard !forms.isEmpty else {
      report(
        "unknown-operator",
        "there is no operator '\(name.written)' here",
        at: name.span,
        help: ForeignWords.remedy(for: name.written)
      )
      return invalid(at: span)
    }
    let mapping = operands.indices.map { [$0] }
    let call = OverloadedCall(
      name,
      forms.map { .init(declaration: $0, mapping: mapping) },
      receiver: nil,
      owner: nil,
      arguments: operands,
      result: inference.fresh(),
      mark: inference.count,
      throwing: throwContext,
      span: span
    )
    noteThrow(of: call)
    return start(call)
  }

  func inferLibraryCall(
    _ name: NameNode,
    _ declarations: [Callable],
    receiver: Inferred?,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    owner: Type? = nil,
    at span: SourceSpan
  ) -> Inferred {
    var candidates = declarations.compactMap { declaration -> OverloadedCall.Candidate? in
      match(arguments, to: declaration.parameters.map(ParameterShape.init)).map {
        OverloadedCall.Candidate(declaration: declaration, mapping: $0)
      }
    }
    candidates.removeAll { !fitsClosures($0, arguments) }
    guard !candidates.isEmpty else {
      for argument in arguments where !isContextual(argument.value) { _ = infer(argument.value) }
      reportWrongArguments(
        name,
        arguments,
        forms: declarations.map { callForm(name, $0) },
        at: span
      )
      return invalid(at: span)
    }
    let call = OverloadedCall(
      name,
      candidates,
      receiver: receiver,
      owner: owner,
      arguments: arguments.map { _ in nil },
      result: inference.fresh(),
      mark: inference.count,
      throwing: throwContext,
      span: span
    )
    noteThrow(of: call)
    // One candidate: its parameter types help to infer the arguments.
    let hints =
      candidates.count == 1 ? hintedParameters(call, candidates[0], giving: expecting) : [:]
    let autoclosures = Set(candidates.flatMap(\.autoclosures))
    func isLate(_ index: Int) -> Bool {
      autoclosures.contains(index) || isContextual(arguments[index].value)
    }
    var spread: Set<Int> = []
    for (index, argument) in arguments.enumerated() where !isLate(index) {
      let value = infer(argument.value, expecting: hints[index])
      if isSpread(value, in: candidates, at: index) {
        spread.insert(index)
      } else {
        call.arguments[index] = value
      }
    }
    guard
      !call.arguments.contains(where: { $0.map { inference.resolve($0.type) == .invalid } ?? false }
      )
    else { return invalid(at: span) }
    if candidates.count > 1, let expecting, inference.isConcrete(expecting) {
      let expected = candidates.filter { fits($0, call, giving: expecting) }
      if !expected.isEmpty { call.candidates = expected }
    }
    guard !spread.isEmpty || arguments.indices.contains(where: isLate) else { return start(call) }
    solvePending()
    guard choose(call, mayGuess: true) else {
      if call.choice == nil { reportMismatch(call) }
      return invalid(at: span)
    }
    demand(expecting, of: call)
    inferContextual(arguments, of: call)
    return built(call)
  }

  /// Lets what is demanded of a call's value decide what `nil` or a closure in it is of, where it can be
  /// the value's type.
  private func demand(_ type: Type?, of call: OverloadedCall) {
    guard let type, inference.isConcrete(type) else { return }
    let snapshot = inference.snapshot()
    if !inference.unify(call.result, type) { inference.rollback(to: snapshot) }
  }

  /// Whether closures are passed where functions are taken.
  private func fitsClosures(
    _ candidate: OverloadedCall.Candidate,
    _ arguments: [ArgumentNode]
  ) -> Bool {
    zip(candidate.declaration.parameters, candidate.mapping).allSatisfy { parameter, indices in
      indices.allSatisfy { index in
        guard case .closure = arguments[index].value.kind else { return true }
        switch parameter.type {
        case .function, .element: return true
        // A function conforms to no protocol.
        case .parameter(let generic):
          return !candidate.declaration.constraints.contains { $0.parameter == generic }
        case .nominal(.optional, let wrapped):
          if case .function? = wrapped.first { return true }
          return false
        case .nominal, .tuple, .inout, .variable, .invalid: return parameter.isAutoclosure
        }
      }
    }
  }

  /// The type that an operator asks of the operand that is not known yet, such as `.running`: that of
  /// the other one where it may be, or else the only one that fits.
  func hintedOperand(_ name: NameNode, _ operands: [Inferred?]) -> Type? {
    let candidates = operators(named: name.text, taking: operands.map { $0?.type })
    let call = OverloadedCall(
      name,
      candidates.map { .init(declaration: $0, mapping: operands.indices.map { [$0] }) },
      receiver: nil,
      owner: nil,
      arguments: operands,
      result: inference.fresh(),
      mark: inference.count,
      throwing: throwContext,
      span: name.span
    )
    guard let known = operands.compactMap(\.self).first.map(settled),
      let unknown = operands.firstIndex(where: { $0 == nil })
    else { return nil }
    let hints = call.candidates.compactMap { hintedParameters(call, $0)[unknown] }
    let isOwn = hints.contains { inference.zonk($0) == inference.zonk(known.type) }
    if isOwn { return known.type }
    return hints.dropFirst().allSatisfy { $0 == hints[0] } ? hints.first : nil
  }

  private func hintedParameters(
    _ call: OverloadedCall,
    _ candidate: OverloadedCall.Candidate,
    giving expected: Type? = nil
  ) -> [Int: Type] {
    let snapshot = inference.snapshot()
    defer { inference.rollback(to: snapshot) }
    guard let choice = apply(candidate, to: call) else { return [:] }
    demand(expected, of: call)
    var hints: [Int: Type] = [:]
    for (position, indices) in candidate.mapping.enumerated() {
      let parameter = candidate.declaration.parameters[position]
      let zonked = inference.zonk(parameter.argumentType(choice.parameters[position]))
      guard inference.isConcrete(zonked) else { continue }
      for index in indices { hints[index] = zonked }
    }
    return hints
  }

  /// Infers closures and the like, now that the parameters are known.
  private func inferContextual(_ arguments: [ArgumentNode], of call: OverloadedCall) {
    guard let choice = call.choice else { return }
    let parameters = zip(choice.candidate.declaration.parameters, choice.parameters)
    for ((parameter, type), indices) in zip(parameters, choice.candidate.mapping) {
      for index in indices where call.arguments[index] == nil {
        let expected = parameter.argumentType(type)
        let node = spreading(arguments[index].value, to: expected) ?? arguments[index].value
        if parameter.isAutoclosure {
          let body = StatementNode(.expression(node), at: node.span)
          let closure = ClosureNode(parameters: [], result: nil, shorthandCount: 0, body: [body])
          let type = Type.function([], expected, isThrowing: false)
          call.arguments[index] = inferClosure(closure, expecting: type, at: node.span)
        } else if let builder = parameter.resultBuilder, case .closure(let closure) = node.kind {
          let built = buildingClosure(closure, with: builder, at: node.span)
          call.arguments[index] = convert(
            inferClosure(built, expecting: expected, at: node.span),
            to: expected
          )
        } else {
          call.arguments[index] = convert(infer(node, expecting: expected), to: expected)
        }
      }
    }
  }

  private func start(_ call: OverloadedCall) -> Inferred {
    if !choose(call, mayGuess: false), call.choice == nil {
      if call.candidates.isEmpty { return invalid(at: call.span) }
      pending.append(call)
    }
    return built(call)
  }

  private func built(_ call: OverloadedCall) -> Inferred {
    var inferred = Inferred(type: call.result, span: call.span) { self.build(call) }
    inferred.call = call
    return inferred
  }

  // MARK: - Choosing

  /// Makes a candidate's types equal to the call's, or returns nil; the caller rolls back.
  private func apply(
    _ candidate: OverloadedCall.Candidate,
    to call: OverloadedCall
  ) -> OverloadedCall.Choice? {
    let generics = (0..<candidate.declaration.genericCount).map { _ in inference.fresh() }
    if let owner = candidate.declaration.owner.map({ Self.substitute($0, generics) }),
      let own = call.receiver?.type ?? call.owner, !inference.unify(owner, own)
    {
      return nil
    }
    let parameters = candidate.declaration.parameters.map { Self.substitute($0.type, generics) }
    for (position, indices) in candidate.mapping.enumerated() {
      let type = candidate.declaration.parameters[position].argumentType(
        parameters[position]
      )
      for index in indices {
        guard let argument = call.arguments[index] else { continue }
        guard tryConvert(argument, to: type) != nil else { return nil }
      }
    }
    for constraint in candidate.declaration.constraints
    where !inference.conforms(generics[constraint.parameter], to: constraint.trait) {
      return nil
    }
    for (left, right) in candidate.declaration.sameTypes
    where !inference.unify(Self.substitute(left, generics), Self.substitute(right, generics)) {
      return nil
    }
    guard inference.settleDeferred(),
      inference.unify(Self.substitute(candidate.declaration.result, generics), call.result)
    else { return nil }
    return OverloadedCall.Choice(candidate: candidate, parameters: parameters)
  }

  /// Whether the arguments of a call are none for an overload, whatever is decided later.
  private func isExcluded(_ candidate: OverloadedCall.Candidate, from call: OverloadedCall) -> Bool
  {
    candidate.mapping.indices.contains { position in
      candidate.mapping[position].contains { index in
        guard let argument = call.arguments[index], !argument.isImplicitlyUnwrapped else {
          return false
        }
        let type = candidate.declaration.parameters[position].argumentType
        return inference.excludes(type, argument.type)
      }
    }
  }

  /// Whether an overload takes the arguments of a call, and gives a result of a type.
  private func fits(
    _ candidate: OverloadedCall.Candidate,
    _ call: OverloadedCall,
    giving type: Type
  ) -> Bool {
    guard !isExcluded(candidate, from: call) else { return false }
    let snapshot = inference.snapshot()
    defer { inference.rollback(to: snapshot) }
    return apply(candidate, to: call) != nil && inference.unify(call.result, type)
  }

  /// Whether an overload that is still open gives a result of a type.
  func hasCandidate(of call: OverloadedCall, giving type: Type) -> Bool {
    call.candidates.contains { fits($0, call, giving: type) }
  }

  /// Chooses the call's overload where only one is left, or the best where guessing is allowed.
  private func choose(_ call: OverloadedCall, mayGuess: Bool) -> Bool {
    var viable = call.candidates.filter { !isExcluded($0, from: call) }
    if viable.count > 1 {
      viable.removeAll { candidate in
        let snapshot = inference.snapshot()
        defer { inference.rollback(to: snapshot) }
        return apply(candidate, to: call) == nil
      }
    }
    if viable.count > 1, !mayGuess {
      let isDecided = call.arguments.allSatisfy { $0.map { inference.isConcrete($0.type) } ?? true }
      guard isDecided, call.receiver.map({ inference.isForeseeable($0.type) }) ?? true else {
        return false
      }
    }
    let snapshot = inference.snapshot()
    guard let best = best(viable, for: call), let choice = apply(best, to: call) else {
      inference.rollback(to: snapshot)
      if unwrapImplicitly(call) { return choose(call, mayGuess: mayGuess) }
      reportMismatch(call)
      call.candidates = []
      _ = inference.unify(call.result, .invalid)
      return false
    }
    call.choice = choice
    noteChoice(best.declaration, at: call.name.span)
    noteDefaults(of: best, at: call.name.span)
    return true
  }

  /// Notes the use of a member or an operator of the lesson, and refuses what is private.
  private func noteChoice(_ declaration: Callable, at span: SourceSpan) {
    if declaration.owner != nil { noteUse(of: declaration, at: span) }
    switch declaration.implementation {
    case .variable(let id): noteUse(of: id, mutating: false)
    case .structure(let type): if let uses = initialUses[type] { noteUse(of: uses, at: span) }
    default: break
    }
    guard declaration.isPrivate, !isInside(declaration.owner) else { return }
    report(
      "private",
      "'\(declaration.name)' is private to '\(declaration.owner?.description ?? "")'",
      at: span,
      help: "use it in the type's own members, or remove 'private'"
    )
  }

  /// Whether the code being checked belongs to a type.
  func isInside(_ type: Type?) -> Bool {
    guard let type else { return true }
    return scopes.contains { if case .type(type)? = $0["Self"] { true } else { false } }
  }

  /// Swift's preference: literals of their own type, then what is not generic, then fewer defaults.
  private func best(
    _ viable: [OverloadedCall.Candidate],
    for call: OverloadedCall
  ) -> OverloadedCall.Candidate? {
    guard viable.count > 1 else { return viable.first }
    return viable.min { penalty($0, call) < penalty($1, call) }
  }

  private func penalty(_ candidate: OverloadedCall.Candidate, _ call: OverloadedCall) -> Int {
    let snapshot = inference.snapshot()
    defer { inference.rollback(to: snapshot) }
    var (integers, arrays, texts): ([Type], [Type], [Type]) = ([], [], [])
    for type in call.arguments.compactMap({ $0?.type }) {
      switch inference.literal(of: type) {
      case .integer: integers.append(type)
      case .array: arrays.append(type)
      case .text: texts.append(type)
      case .dictionary, .float, nil: break
      }
    }
    guard apply(candidate, to: call) != nil else { return .max }
    let unusual =
      integers.filter { [.double, .float].contains(inference.resolve($0)) }.count
      + texts.filter { inference.resolve($0) != .string && inference.literal(of: $0) == nil }.count
      + arrays.filter { if case .nominal(.host, _) = inference.resolve($0) { true } else { false } }
      .count
    let defaults = candidate.mapping.filter(\.isEmpty).count
    return unusual * 100 + (candidate.declaration.genericCount > 0 ? 10 : 0) + defaults
  }

  /// Decides the pending calls that have become clear, until no more do.
  func solvePending() {
    var progress = true
    while progress, !pending.isEmpty {
      progress = false
      for call in pending where call.choice == nil && !call.candidates.isEmpty {
        if choose(call, mayGuess: false) || call.candidates.isEmpty { progress = true }
      }
      pending.removeAll { $0.choice != nil || $0.candidates.isEmpty }
    }
  }

  /// Decides the calls that are still open since a mark, the first one by preference.
  func searchPending(since mark: Int) {
    while let call = pending.first(where: { $0.mark >= mark }) {
      if !choose(call, mayGuess: true) {
        pending.removeAll { $0 === call }
        continue
      }
      solvePending()
      pending.removeAll { $0.choice != nil }
    }
  }

  func reportAmbiguity(_ call: OverloadedCall) {
    report(
      "cannot-infer",
      "it is not clear which '\(call.name.text)' is meant",
      at: call.span,
      help: "give its arguments types, as in 'let x: Double = …'"
    )
  }
}
