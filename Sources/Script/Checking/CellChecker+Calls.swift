import Diagnostics

extension CellChecker {
  func inferCall(
    _ callee: ExpressionNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    switch callee.kind {
    case .name(let text, _):
      let name = NameNode(text, at: callee.span)
      switch lookUp(text) {
      case .functions(let symbols)?:
        for symbol in symbols { noteUse(of: symbol, at: callee.span) }
        return inferLibraryCall(
          name,
          symbols,
          receiver: nil,
          arguments,
          expecting: expecting,
          at: span
        )
      case .variable?, .computed?: break
      case .type(let type)?:
        return inferInitializer(of: type, name, arguments, expecting: expecting, at: span)
      case .member?:
        return inferMemberCall(
          implicitSelf(at: callee.span),
          name,
          arguments,
          expecting: expecting,
          at: span
        )
      case .poisoned(let cell)?:
        blockedBy = blockedBy ?? cell
        return invalid(at: span)
      case nil: return inferNamedCall(name, arguments, expecting: expecting, at: span)
      }
    case .type(let node):
      return inferInitializer(
        of: resolveType(node),
        NameNode("init", at: callee.span),
        arguments,
        expecting: expecting,
        at: span
      )
    case .member(let base?, let name) where isModule(base, of: name.text):
      switch name.text {
      case "print", "debugPrint": return inferPrint(name.text, arguments, at: span)
      default: return inferGlobalCall(name, arguments, expecting: expecting, at: span)
      }
    case .member(let base, let name):
      return inferMemberCall(base, name, arguments, expecting: expecting, at: span)
    default: break
    }
    let value = settled(infer(callee))
    if isCallable(value.type) {
      return inferCallAsFunction(callee, arguments, expecting: expecting, at: span)
    }
    return inferValueCall(value, arguments, at: span)
  }

  /// Whether a call is of a method that changes its value: not where only one that does not takes the
  /// arguments.
  private func changes(
    _ mutating: [Callable],
    _ arguments: [ArgumentNode],
    of name: NameNode,
    of type: Type
  ) -> Bool {
    func takes(_ method: Callable) -> Bool {
      match(arguments, to: method.parameters.map(ParameterShape.init)) != nil
    }
    return mutating.contains(where: takes)
      || !members(named: name.text, of: type, [.method]).contains(where: takes)
  }

  /// Whether values of a type are called like functions.
  private func isCallable(_ type: Type) -> Bool {
    !members(named: "callAsFunction", of: type, [.method, .mutatingMethod]).isEmpty
  }

  private func inferCallAsFunction(
    _ value: ExpressionNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    let name = NameNode("callAsFunction", at: value.span)
    return inferMemberCall(value, name, arguments, expecting: expecting, at: span)
  }

  private func inferNamedCall(
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    switch name.text {
    case "print", "debugPrint": return inferPrint(name.text, arguments, at: span)
    case "show": return inferShow(arguments, at: span)
    case "expect": return inferExpect(arguments, at: span)
    case "type" where arguments.count == 1 && arguments[0].label?.text == "of":
      return inferTypeOf(arguments[0].value, at: span)
    default: break
    }
    if let own = inferOwnCall(name, arguments, expecting: expecting, at: span) { return own }
    return isHidden(name)
      ? invalid(at: span) : inferGlobalCall(name, arguments, expecting: expecting, at: span)
  }

  /// A call of a type or a function of the library.
  private func inferGlobalCall(
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    if let type = typeNamed(name.text) {
      return inferInitializer(of: type, name, arguments, expecting: expecting, at: span)
    }
    let candidates = library.declarations(named: name.text).filter {
      $0.owner == nil && $0.name.first?.isLetter == true
    }
    guard !candidates.isEmpty else {
      for argument in arguments where !isContextual(argument.value) { _ = infer(argument.value) }
      return unknownName(name)
    }
    return inferLibraryCall(
      name,
      candidates,
      receiver: nil,
      arguments,
      expecting: expecting,
      at: span
    )
  }

  /// A method that the library gives the type around, called without `self`.
  private func inferOwnCall(
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred? {
    guard let context = contexts.last(where: { $0.selfType != nil }), let type = context.selfType
    else { return nil }
    let kinds: [Callable.Kind]
    switch context.receiver {
    case .none: return nil
    case .type: kinds = [.staticMethod]
    case .value, .made: kinds = [.method, .mutatingMethod]
    }
    guard !members(named: name.text, of: type, kinds).isEmpty else { return nil }
    return inferMemberCall(
      implicitSelf(at: name.span),
      name,
      arguments,
      expecting: expecting,
      at: span
    )
  }

  func inferInitializer(
    of type: Type,
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    guard type != .invalid else { return invalid(at: span) }
    if type == .string, arguments.count == 1,
      let text = inferText(of: arguments[0], at: span)
    {
      return text
    }
    if type == .string, arguments.first?.label?.text == "format" {
      return inferFormat(arguments, at: span)
    }
    if let literal = inferLiteral(of: type, arguments, at: span) { return literal }
    let candidates = members(named: "init", of: type, [.initializer])
    guard !candidates.isEmpty else {
      report("wrong-arguments", "'\(inference.describe(type))' cannot be made by a call", at: span)
      return invalid(at: span)
    }
    let text = type.description.contains("_") ? name.text : inference.describe(type)
    return inferLibraryCall(
      NameNode(text, at: name.span),
      candidates,
      receiver: nil,
      arguments,
      expecting: expecting,
      owner: type,
      at: span
    )
  }

  /// `UInt8(200)`: a literal in an initializer is a literal of the type itself.
  private func inferLiteral(
    of type: Type,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred? {
    guard arguments.count == 1, arguments[0].label == nil,
      type.isInteger || type == .double || type == .float
    else { return nil }
    guard arguments[0].value.isNumber(whole: type.isInteger) else { return nil }
    var literal = infer(arguments[0].value, expecting: type)
    literal = convert(literal, to: type)
    literal.span = span
    return literal
  }

  private func inferMemberCall(
    _ base: ExpressionNode?,
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    guard let base else {
      guard let expecting else {
        report("cannot-infer", "'.\(name.text)(…)' needs a type before the point", at: span)
        return invalid(at: span)
      }
      return inferStaticCall(of: inference.resolve(expecting), name, arguments, expecting, at: span)
    }
    if let type = typeMeant(by: base) {
      return inferStaticCall(of: type, name, arguments, expecting, at: span)
    }
    let mark = inference.count
    let probe = inferReceiver(base, of: name, arguments)
    guard probe.type != .invalid else {
      for argument in arguments where !isContextual(argument.value) { _ = infer(argument.value) }
      return invalid(at: span)
    }
    if refusesSplit(base, probe.type, name, arguments) { return invalid(at: span) }
    if case .tuple = probe.type {
      return inferValueCall(
        settled(infer(ExpressionNode(.member(base, name: name), at: span))),
        arguments,
        at: span
      )
    }
    let mutating = members(named: name.text, of: probe.type, [.mutatingMethod])
    if !mutating.isEmpty, changes(mutating, arguments, of: name, of: probe.type) {
      guard let place = inferPlace(base) else { return invalid(at: span) }
      let call = inferLibraryCall(
        name,
        mutating,
        receiver: place,
        arguments,
        expecting: expecting,
        at: span
      )
      return isInChain ? behindLinks(of: base, call) : call
    }
    if name.text == "reduce",
      let loop = inferReduceInto(base, probe, arguments, expecting: expecting, at: span)
    {
      return loop
    }
    let methods = members(named: name.text, of: probe.type, [.method])
    guard !methods.isEmpty else {
      let properties = members(named: name.text, of: probe.type, [.property])
      if properties.contains(where: { if case .function = $0.result { true } else { false } }) {
        let member = ExpressionNode(.member(base, name: name), at: span)
        return inferValueCall(settled(infer(member)), arguments, at: span)
      }
      if properties.contains(where: { isCallable($0.result) }) {
        let member = ExpressionNode(.member(base, name: name), at: span)
        return inferCallAsFunction(member, arguments, expecting: expecting, at: span)
      }
      if !properties.isEmpty {
        report(
          "call-of-property",
          "'\(name.text)' is a property of '\(inference.describe(probe.type))', not a method",
          at: span,
          help: "remove the parentheses: '.\(name.text)'"
        )
        return invalid(at: span)
      }
      return unknownMember(name, of: probe.type, at: span)
    }
    let call = inferLibraryCall(
      name,
      methods,
      receiver: probe,
      arguments,
      expecting: expecting,
      at: span
    )
    settleElements(of: probe, expecting: expecting, since: mark)
    return call
  }

  private func inferStaticCall(
    of type: Type,
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    _ expecting: Type?,
    at span: SourceSpan
  ) -> Inferred {
    if name.text == "init" {
      return inferInitializer(of: type, name, arguments, expecting: expecting, at: span)
    }
    if let nested = nestedType(name.text, in: type) {
      return inferInitializer(of: nested, name, arguments, expecting: expecting, at: span)
    }
    let candidates = members(named: name.text, of: type, [.staticMethod])
    if candidates.isEmpty, let wrapped = type.wrapped {
      return inferStaticCall(of: inference.resolve(wrapped), name, arguments, nil, at: span)
    }
    guard !candidates.isEmpty else { return unknownMember(name, of: type, at: span) }
    return inferLibraryCall(
      name,
      candidates,
      receiver: nil,
      arguments,
      expecting: expecting,
      owner: type,
      at: span
    )
  }

  // MARK: - Function values

  private func passed(_ node: ExpressionNode, _ type: Type) -> Inferred {
    convert(infer(node, expecting: type), to: type)
  }

  func inferValueCall(
    _ callee: Inferred,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    guard case .function(let parameters, let result, let isThrowing) = callee.type else {
      for argument in arguments where !isContextual(argument.value) { _ = infer(argument.value) }
      if callee.type != .invalid {
        report(
          "not-a-function",
          "a value of type '\(inference.describe(callee.type))' cannot be called",
          at: callee.span,
          help: "remove the parentheses, or write an operator between the factors"
        )
      }
      return invalid(at: span)
    }
    guard parameters.count == arguments.count, arguments.allSatisfy({ $0.label == nil }) else {
      report(
        "wrong-arguments",
        "this function takes \(parameters.count) unlabelled arguments, but \(arguments.count) are passed",
        at: span,
        help: "its type is '\(inference.describe(callee.type))'"
      )
      return invalid(at: span)
    }
    if isThrowing {
      handler.note { .error }
      checkThrow(of: "this call", .error, throwContext, at: span)
    }
    let values = zip(arguments, parameters).map { passed($0.value, $1) }
    return Inferred(type: result, span: span) {
      let callee = callee.build()
      let values = values.map { $0.build() }
      self.lend(callee)
      for value in values { if case .function = value.type { self.lend(value) } }
      self.checkExclusivity(of: values)
      return TypedExpression(.callValue(callee, values), self.inference.zonk(result), at: span)
    }
  }

  // MARK: - print, show and expect

  /// `print` or `debugPrint`.
  private func inferPrint(
    _ name: String,
    _ arguments: [ArgumentNode],
    at span: SourceSpan
  ) -> Inferred {
    var items: [Inferred] = []
    var options: [String: Inferred] = [:]
    for argument in arguments {
      switch argument.label?.text {
      case nil: items.append(inferPrinted(argument.value))
      case "separator", "terminator":
        options[argument.label?.text ?? ""] = convert(infer(argument.value), to: .string)
      case let label?:
        report(
          "wrong-arguments",
          "'\(name)' has no argument '\(label):'",
          at: argument.label?.span ?? span,
          help: "it takes values, 'separator:' and 'terminator:'"
        )
      }
    }
    return Inferred(type: .void, span: span) {
      let texts = items.map { item -> TypedExpression in
        let built = self.printable(item.build())
        if name == "debugPrint" {
          return TypedExpression(.intrinsic(.debugDescribe, [built]), .string, at: built.span)
        }
        return built.type == .string
          ? built : TypedExpression(.intrinsic(.describe, [built]), .string, at: built.span)
      }
      let text = { (name: String, other: String) in
        options[name]?.build() ?? TypedExpression(.string(other), .string, at: span)
      }
      return TypedExpression(
        .intrinsic(
          .print,
          [
            TypedExpression(.array(texts), .array(.string), at: span), text("separator", " "),
            text("terminator", "\n"),
          ]
        ),
        .void,
        at: span
      )
    }
  }

  private func inferPrinted(_ node: ExpressionNode) -> Inferred {
    let item = infer(node.withoutAny)
    guard case .infix(let left, let name, let right) = node.kind, name.text == "??",
      left.isChain || left.isTransformed, right.isInteger,
      [.double, .float].contains(inference.resolve(item.type))
    else { return item }
    report(
      "literal-type",
      "'print' takes any value, so that Swift makes this literal an 'Int'",
      at: right.span,
      help: "write it with a fraction, such as '0.0'"
    )
    return invalid(at: node.span)
  }

  private func inferShow(_ arguments: [ArgumentNode], at span: SourceSpan) -> Inferred {
    guard arguments.count == 1, arguments[0].label == nil else {
      report(
        "wrong-arguments",
        "'show' takes one value",
        at: span,
        help: "call it once for each value"
      )
      return invalid(at: span)
    }
    let value = infer(arguments[0].value)
    return Inferred(type: .void, span: span) {
      TypedExpression(.intrinsic(.show, [self.printable(value.build())]), .void, at: span)
    }
  }

  private func inferExpect(_ arguments: [ArgumentNode], at span: SourceSpan) -> Inferred {
    guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.label == nil }) else {
      report(
        "wrong-arguments",
        "'expect' takes a condition and, if you like, a message",
        at: span,
        help: "write 'expect(a == b)' or 'expect(a == b, \"why\")'"
      )
      return invalid(at: span)
    }
    let condition = convert(infer(arguments[0].value, expecting: .bool), to: .bool)
    let message = arguments.count == 2 ? convert(infer(arguments[1].value), to: .string) : nil
    return Inferred(type: .void, span: span) {
      TypedExpression(
        .expectation(condition.build(), message: message?.build()),
        .void,
        at: span
      )
    }
  }

  // MARK: - Matching arguments

  struct ParameterShape {
    var label: String?
    var isVariadic: Bool
    var hasDefault: Bool
    var isFunction: Bool

    init(_ parameter: Callable.Parameter) {
      label = parameter.label
      isVariadic = parameter.isVariadic
      hasDefault = parameter.defaultValue != nil
      isFunction =
        switch parameter.type {
        case .function, .parameter, .element, .nominal(.optional, _): true
        default: parameter.isAutoclosure
        }
    }
  }

  /// Returns, for each parameter, the arguments that belong to it, or nil where they do not fit.
  func match(_ arguments: [ArgumentNode], to parameters: [ParameterShape]) -> [[Int]]? {
    var next = 0
    var mapping: [[Int]] = []
    for parameter in parameters {
      var taken: [Int] = []
      if next < arguments.count {
        let argument = arguments[next]
        let fits =
          argument.isTrailing && argument.label == nil
          ? parameter.isFunction : argument.label?.text == parameter.label
        if fits {
          taken.append(next)
          next += 1
          while parameter.isVariadic, next < arguments.count, arguments[next].label == nil,
            !arguments[next].isTrailing
          {
            taken.append(next)
            next += 1
          }
        }
      }
      guard !taken.isEmpty || parameter.hasDefault || parameter.isVariadic else { return nil }
      mapping.append(taken)
    }
    return next == arguments.count ? mapping : nil
  }

  func reportWrongArguments(
    _ name: NameNode,
    _ arguments: [ArgumentNode],
    forms: [String],
    at span: SourceSpan
  ) {
    let labels = arguments.map { ($0.label?.text ?? "_") + ":" }.joined()
    var forms = forms
    if arguments.count == 1, case .name(let first, nil) = arguments[0].value.kind,
      !members(named: name.text, of: infer(arguments[0].value).type, [.method]).isEmpty
    {
      forms = ["\(first).\(name.text)()"]
    }
    let passed = arguments.isEmpty ? "no arguments" : "the arguments (\(labels))"
    report(
      "wrong-arguments",
      "'\(name.text)' does not take \(passed)",
      at: span,
      help: "write " + forms.prefix(4).map { "'\($0)'" }.joined(separator: " or ")
    )
  }
}

extension ExpressionNode {
  /// Whether it is a number literal, with a minus or without.
  fileprivate func isNumber(whole: Bool) -> Bool {
    switch kind {
    case .integer: true
    case .float: !whole
    case .prefix(let name, let operand): name.text == "-" && operand.isNumber(whole: whole)
    default: false
    }
  }
}

extension ExpressionNode {
  /// Whether it is `optional.map { … }` or `optional.flatMap { … }`, where the closure decides the type.
  fileprivate var isTransformed: Bool {
    guard case .call(let callee, _) = kind, case .member(_?, let name) = callee.kind else {
      return false
    }
    return name.text == "map" || name.text == "flatMap"
  }

  /// Whether it is the literal of an integer, or its negative.
  fileprivate var isInteger: Bool {
    switch kind {
    case .integer: true
    case .prefix(let name, let operand): name.text == "-" && operand.isInteger
    default: false
    }
  }
}
