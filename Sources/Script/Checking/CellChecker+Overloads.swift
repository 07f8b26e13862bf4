import Diagnostics

/// A call of a library function whose overload is chosen once enough is known of its arguments.
final class OverloadedCall {
  struct Candidate {
    var declaration: LibraryDeclaration
    /// For each parameter, the arguments that belong to it.
    var mapping: [[Int]]
  }

  struct Choice {
    var candidate: Candidate
    var parameters: [Type]
  }

  let name: NameNode
  let span: SourceSpan
  /// The number of inference variables when the call was met.
  let mark: Int
  let receiver: Inferred?
  /// The type that initializers make.
  let owner: Type?
  var arguments: [Inferred?]
  let result: Type
  var candidates: [Candidate]
  var choice: Choice?

  init(
    _ name: NameNode,
    _ candidates: [Candidate],
    receiver: Inferred?,
    owner: Type?,
    arguments: [Inferred?],
    result: Type,
    mark: Int,
    span: SourceSpan
  ) {
    self.name = name
    self.candidates = candidates
    self.receiver = receiver
    self.owner = owner
    self.arguments = arguments
    self.result = result
    self.mark = mark
    self.span = span
  }
}

extension CellChecker {
  // MARK: - Members

  /// Returns the library's members of a type by name, the most specific owners first.
  func members(
    named name: String,
    of type: Type,
    _ kinds: [LibraryDeclaration.Kind]
  ) -> [LibraryDeclaration] {
    let candidates = library.declarations(named: name).filter { declaration in
      guard kinds.contains(declaration.kind), let owner = declaration.owner else { return false }
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      let generics = (0..<declaration.genericCount).map { _ in inference.fresh() }
      guard inference.unify(Self.substitute(owner, generics), type) else { return false }
      guard case .parameter(let own) = owner else { return true }
      return declaration.constraints.allSatisfy {
        $0.parameter != own || inference.conforms(type, to: $0.trait)
      }
    }
    let specific = candidates.filter { if case .parameter = $0.owner { false } else { true } }
    return specific.isEmpty ? candidates : specific
  }

  func memberNames(of type: Type) -> [String] {
    let all = Array(library.names)
    return all.filter {
      !members(named: $0, of: type, [.method, .mutatingMethod, .property]).isEmpty
    }
  }

  static func substitute(_ type: Type, _ generics: [Type]) -> Type {
    switch type {
    case .parameter(let index): index < generics.count ? generics[index] : .invalid
    case .element(let sequence): .element(substitute(sequence, generics))
    case .nominal(let nominal, let arguments):
      .nominal(nominal, arguments.map { substitute($0, generics) })
    case .tuple(let elements):
      .tuple(elements.map { .init($0.label, substitute($0.type, generics)) })
    case .function(let parameters, let result):
      .function(parameters.map { substitute($0, generics) }, substitute(result, generics))
    case .variable, .invalid: type
    }
  }

  // MARK: - Calls

  func inferOperator(_ name: NameNode, _ operands: [Inferred], at span: SourceSpan) -> Inferred {
    guard !operands.contains(where: { inference.resolve($0.type) == .invalid }) else {
      return invalid(at: span)
    }
    let candidates = library.declarations(named: name.text).filter {
      $0.owner == nil && $0.parameters.count == operands.count
    }
    guard !candidates.isEmpty else {
      report(
        "unknown-operator",
        "there is no operator '\(name.text)' here",
        at: name.span,
        help: name.text == "**" ? "write 'pow(a, b)'" : name.text == "++" ? "write '+= 1'" : nil
      )
      return invalid(at: span)
    }
    let call = OverloadedCall(
      name,
      candidates.map { .init(declaration: $0, mapping: operands.indices.map { [$0] }) },
      receiver: nil,
      owner: nil,
      arguments: operands,
      result: inference.fresh(),
      mark: inference.count,
      span: span
    )
    return start(call)
  }

  func inferLibraryCall(
    _ name: NameNode,
    _ declarations: [LibraryDeclaration],
    receiver: Inferred?,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    owner: Type? = nil,
    at span: SourceSpan
  ) -> Inferred {
    var candidates = declarations.compactMap { declaration in
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
      span: span
    )
    // One candidate: its parameter types help to infer the arguments.
    let hints = candidates.count == 1 ? hintedParameters(call, candidates[0]) : [:]
    for (index, argument) in arguments.enumerated() where !isContextual(argument.value) {
      call.arguments[index] = infer(argument.value, expecting: hints[index])
    }
    guard
      !call.arguments.contains(where: { $0.map { inference.resolve($0.type) == .invalid } ?? false }
      )
    else { return invalid(at: span) }
    if candidates.count > 1, let expecting, inference.isConcrete(expecting) {
      let expected = candidates.filter { candidate in
        let snapshot = inference.snapshot()
        defer { inference.rollback(to: snapshot) }
        return apply(candidate, to: call) != nil && inference.unify(call.result, expecting)
      }
      if !expected.isEmpty { call.candidates = expected }
    }
    guard arguments.contains(where: { isContextual($0.value) }) else { return start(call) }
    solvePending()
    guard choose(call, mayGuess: true) else {
      if call.choice == nil { reportMismatch(call) }
      return invalid(at: span)
    }
    inferContextual(arguments, of: call)
    return built(call)
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
        case .function, .parameter, .element: return true
        case .nominal, .tuple, .variable, .invalid: return false
        }
      }
    }
  }

  private func hintedParameters(
    _ call: OverloadedCall,
    _ candidate: OverloadedCall.Candidate
  ) -> [Int: Type] {
    let snapshot = inference.snapshot()
    defer { inference.rollback(to: snapshot) }
    guard let choice = apply(candidate, to: call) else { return [:] }
    var hints: [Int: Type] = [:]
    for (type, indices) in zip(choice.parameters, candidate.mapping) {
      let zonked = inference.zonk(type)
      guard inference.isConcrete(zonked) else { continue }
      for index in indices { hints[index] = zonked }
    }
    return hints
  }

  /// Infers closures and the like, now that the parameters are known.
  private func inferContextual(_ arguments: [ArgumentNode], of call: OverloadedCall) {
    guard let choice = call.choice else { return }
    for (type, indices) in zip(choice.parameters, choice.candidate.mapping) {
      for index in indices where call.arguments[index] == nil {
        let inferred = infer(arguments[index].value, expecting: type)
        call.arguments[index] = convert(inferred, to: type)
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
    Inferred(type: call.result, span: call.span) { self.build(call) }
  }

  // MARK: - Choosing

  /// Makes a candidate's types equal to the call's, or returns nil; the caller rolls back.
  private func apply(
    _ candidate: OverloadedCall.Candidate,
    to call: OverloadedCall
  ) -> OverloadedCall.Choice? {
    let declaration = candidate.declaration
    let generics = (0..<declaration.genericCount).map { _ in inference.fresh() }
    if let owner = declaration.owner.map({ Self.substitute($0, generics) }),
      let own = call.receiver?.type ?? call.owner, !inference.unify(owner, own)
    {
      return nil
    }
    let parameters = declaration.parameters.map { Self.substitute($0.type, generics) }
    for (type, indices) in zip(parameters, candidate.mapping) {
      for index in indices {
        guard let argument = call.arguments[index] else { continue }
        guard tryConvert(argument, to: type) != nil else { return nil }
      }
    }
    for constraint in declaration.constraints
    where !inference.conforms(generics[constraint.parameter], to: constraint.trait) {
      return nil
    }
    for (left, right) in declaration.sameTypes
    where !inference.unify(Self.substitute(left, generics), Self.substitute(right, generics)) {
      return nil
    }
    guard inference.settleDeferred(),
      inference.unify(Self.substitute(declaration.result, generics), call.result)
    else { return nil }
    return OverloadedCall.Choice(candidate: candidate, parameters: parameters)
  }

  /// Chooses the call's overload where only one is left, or the best where guessing is allowed.
  private func choose(_ call: OverloadedCall, mayGuess: Bool) -> Bool {
    let viable = call.candidates.filter { candidate in
      let snapshot = inference.snapshot()
      defer { inference.rollback(to: snapshot) }
      return apply(candidate, to: call) != nil
    }
    guard !viable.isEmpty else {
      reportMismatch(call)
      call.candidates = []
      _ = inference.unify(call.result, .invalid)
      return false
    }
    let isDecided = call.arguments.allSatisfy { $0.map { inference.isConcrete($0.type) } ?? true }
    guard viable.count == 1 || mayGuess || isDecided else { return false }
    guard let best = best(viable, for: call) else { return false }
    call.choice = apply(best, to: call)
    return call.choice != nil
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
    let literals = call.arguments.compactMap { $0?.type }.filter {
      inference.literal(of: $0) == .integer
    }
    guard apply(candidate, to: call) != nil else { return .max }
    let unusual = literals.filter { inference.resolve($0) == .double }.count
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

  // MARK: - Conversions

  /// Returns the expression as a value of a type, wrapping it into an optional where Swift would;
  /// nil where it does not fit, and then the caller rolls back.
  func tryConvert(_ value: Inferred, to type: Type) -> Inferred? {
    let target = inference.resolve(type)
    let source = inference.resolve(value.type)
    if case .nominal(.optional, let arguments) = target {
      switch source {
      case .nominal(.optional, _), .invalid: break
      case .variable where inference.literal(of: source) == nil: break
      default:
        guard inference.unify(source, arguments[0]) else { return nil }
        return Inferred(type: target, span: value.span) {
          self.coerce(value.build(), to: self.inference.zonk(target))
        }
      }
    }
    return inference.unify(source, target) ? value : nil
  }

  /// Wraps a built value into an optional where the type is one and the value is not.
  func coerce(_ value: TypedExpression, to type: Type) -> TypedExpression {
    guard case .nominal(.optional, let arguments) = type, value.type == arguments[0] else {
      return value
    }
    return TypedExpression(.intrinsic(.wrap, [value]), type, at: value.span)
  }

  /// Converts, or reports that the value does not fit.
  func convert(_ value: Inferred, to type: Type) -> Inferred {
    let snapshot = inference.snapshot()
    if let converted = tryConvert(value, to: type) { return converted }
    inference.rollback(to: snapshot)
    // A call that is still open may be decided by this demand.
    solvePending()
    if let converted = tryConvert(value, to: type) { return converted }
    inference.rollback(to: snapshot)
    report(
      "type-mismatch",
      "this is of type '\(inference.describe(value.type))', but '\(inference.describe(type))' is needed",
      at: value.span,
      help: conversionHelp(from: value.type, to: type)
    )
    return invalid(at: value.span)
  }

  func conversionHelp(from source: Type, to target: Type) -> String? {
    let source = inference.resolve(source)
    let target = inference.resolve(target)
    switch (source, target) {
    case (.nominal(.int, _), .nominal(.double, _)): return "convert it: 'Double(…)'"
    case (.nominal(.double, _), .nominal(.int, _)):
      return "convert it, cutting the fraction off: 'Int(…)'"
    case (.nominal(.optional, let arguments), _)
    where inference.zonk(arguments[0]) == inference.zonk(target):
      return "unwrap it: '… ?? other' or '…!'"
    case (_, .nominal(.string, _)): return "write it into a string: \"\\(…)\""
    case (.nominal(.array, _), .nominal(.host(let name), _)): return "convert it: '\(name)(…)'"
    case (_, .nominal(.bool, _)): return "compare it with something: '… != 0'"
    default: return nil
    }
  }

  /// An expression whose type is known before its members are looked up.
  func settled(_ value: Inferred) -> Inferred {
    solvePending()
    if case .variable = inference.resolve(value.type) {
      searchPending(since: 0)
      if case .variable(let index) = inference.resolve(value.type) {
        inference.defaultLiterals(since: index)
      }
    }
    var value = value
    value.type = inference.resolve(value.type)
    if case .variable = value.type {
      report(
        "cannot-infer",
        "the type of this expression cannot be inferred",
        at: value.span,
        help: "write the type out, as in '{ (x: Double) in … }'"
      )
      value.type = .invalid
    }
    return value
  }

  // MARK: - Building

  private func build(_ call: OverloadedCall) -> TypedExpression {
    let span = call.span
    guard let choice = call.choice else { return TypedExpression(.tuple([]), .invalid, at: span) }
    let declaration = choice.candidate.declaration
    let result = decided(call.result, at: span)
    var arguments: [TypedExpression] = []
    for (index, parameter) in declaration.parameters.enumerated() {
      let type = inference.zonk(choice.parameters[index])
      for argument in choice.candidate.mapping[index] {
        if let value = call.arguments[argument] {
          arguments.append(coerce(value.build(), to: type))
        }
      }
      if choice.candidate.mapping[index].isEmpty, let value = parameter.defaultValue {
        arguments.append(build(value, type, at: span))
      }
    }
    switch declaration.implementation {
    case .refused(let help):
      report(
        "unsupported",
        "this call of '\(call.name.text)' is not part of the language",
        at: span,
        help: help
      )
      return TypedExpression(.tuple([]), .invalid, at: span)
    case .host(let index):
      if let receiver = call.receiver { arguments.insert(receiver.build(), at: 0) }
      return TypedExpression(.host(index, arguments), result, at: span)
    case .intrinsic(let intrinsic):
      if let receiver = call.receiver {
        if declaration.kind == .mutatingMethod {
          return TypedExpression(
            .mutate(intrinsic, buildPlace(receiver), arguments),
            result,
            at: span
          )
        }
        arguments.insert(receiver.build(), at: 0)
      }
      if intrinsic == .toArray, arguments.isEmpty {
        return TypedExpression(.array([]), result, at: span)
      }
      return TypedExpression(.intrinsic(intrinsic, arguments), result, at: span)
    }
  }

  private func build(_ value: LibraryDefault, _ type: Type, at span: SourceSpan) -> TypedExpression
  {
    switch value {
    case .int(let int) where type == .double: TypedExpression(.double(Double(int)), type, at: span)
    case .int(let int): TypedExpression(.integer(int), type, at: span)
    case .double(let double): TypedExpression(.double(double), type, at: span)
    case .bool(let bool): TypedExpression(.boolean(bool), type, at: span)
    case .string(let string): TypedExpression(.string(string), type, at: span)
    case .none: TypedExpression(.none, type, at: span)
    case .member(let name):
      infer(ExpressionNode(.member(nil, name: NameNode(name, at: span)), at: span), expecting: type)
        .build()
    }
  }

  // MARK: - Messages

  private func reportMismatch(_ call: OverloadedCall) {
    let types = call.arguments.map { $0.map { inference.describe($0.type) } ?? "…" }
    guard !types.contains("<<invalid>>") else { return }
    let isOperator = call.name.text.first.map { !$0.isLetter && $0 != "_" } ?? false
    if isOperator {
      let operands = types.map { "'\($0)'" }.joined(separator: " and ")
      report(
        "operand-types",
        "'\(call.name.text)' cannot be applied to \(operands)",
        at: call.span,
        help: operatorHelp(call)
      )
      return
    }
    if call.candidates.count == 1, reportWrongArgument(of: call, call.candidates[0]) { return }
    report(
      "wrong-arguments",
      "no form of '\(call.name.text)' takes (\(types.joined(separator: ", ")))",
      at: call.span,
      help: "write "
        + call.candidates.prefix(4).map { "'\(callForm(call.name, $0.declaration))'" }
        .joined(separator: " or ")
    )
  }

  private func operatorHelp(_ call: OverloadedCall) -> String? {
    let types = call.arguments.compactMap { $0.map { inference.resolve($0.type) } }
    guard types.count == 2 else { return nil }
    if types.contains(.int), types.contains(.double) {
      return "Swift does not mix number types: convert one with 'Double(…)' or 'Int(…)'"
    }
    if types.contains(.string) { return "write values into strings: \"\\(…)\"" }
    for (a, b) in [(types[0], types[1]), (types[1], types[0])] {
      if case .nominal(.optional, _) = a {
        return "unwrap the optional first: '… ?? other' or '…!'"
      }
      if case .nominal(.int, _) = a, case .nominal(.host, _) = b {
        return "convert it: 'Double(…)'"
      }
      if case .nominal(.array, _) = a {
        return "work on the elements, as in 'xs.map { $0 * 2 }', or make a 'Tensor(…)'"
      }
    }
    return nil
  }

  /// Reports the first argument that does not fit the only candidate.
  private func reportWrongArgument(
    of call: OverloadedCall,
    _ candidate: OverloadedCall.Candidate
  ) -> Bool {
    let declaration = candidate.declaration
    let generics = (0..<declaration.genericCount).map { _ in inference.fresh() }
    if let owner = declaration.owner, let own = call.receiver?.type ?? call.owner {
      _ = inference.unify(Self.substitute(owner, generics), own)
    }
    for (parameter, indices) in zip(declaration.parameters, candidate.mapping) {
      let type = Self.substitute(parameter.type, generics)
      for index in indices {
        guard let argument = call.arguments[index] else { continue }
        if tryConvert(argument, to: type) == nil {
          let needed = inference.describe(type)
          report(
            "type-mismatch",
            "'\(call.name.text)' needs \(needed == "_" ? "another type" : "'\(needed)'") here, but this is of type '\(inference.describe(argument.type))'",
            at: argument.span,
            help: conversionHelp(from: argument.type, to: type)
          )
          return true
        }
      }
    }
    for constraint in declaration.constraints
    where !inference.conforms(generics[constraint.parameter], to: constraint.trait) {
      report(
        "wrong-arguments",
        "'\(call.name.text)' does not work on a value of type '\(inference.describe(generics[constraint.parameter]))'",
        at: call.span,
        help: "its elements must be '\(constraint.trait.rawValue)'"
      )
      return true
    }
    return false
  }

  private func callForm(_ name: NameNode, _ declaration: LibraryDeclaration) -> String {
    let start = declaration.signature.firstIndex(of: "(") ?? declaration.signature.startIndex
    return name.text + declaration.signature[start...]
  }
}
