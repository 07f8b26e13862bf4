import Diagnostics

/// `reduce(into:)`, whose closure changes what it is passed.
extension CellChecker {
  /// Reads `sequence.reduce(into: start) { … }` as the loop that it is; nil where the call has another
  /// form.
  func inferReduceInto(
    _ base: ExpressionNode,
    _ sequence: Inferred,
    _ arguments: [ArgumentNode],
    expecting: Type?,
    at span: SourceSpan
  ) -> Inferred? {
    guard arguments.count == 2, arguments[0].label?.text == "into", arguments[1].label == nil,
      case .closure(let update) = arguments[1].value.kind,
      let element = inference.elementType(of: sequence.type)
    else { return nil }
    var expected = expecting
    if let written = update.parameters?.first?.type, case .inout(let type) = resolveType(written) {
      expected = type
    }
    let start = settled(convertedStart(arguments[0].value, expected))
    guard start.type != .invalid else { return invalid(at: span) }
    let loop = ReduceLoop(result: start.type, element: element, span: span)
    let maker = loop.closure(update, at: arguments[1].value.span)
    let type = Type.function(
      [sequence.type, start.type],
      start.type,
      isThrowing: update.body.contains(where: \.throwsErrors)
    )
    return inferValueCall(
      inferClosure(maker, expecting: type, at: span),
      [base, arguments[0].value].map { ArgumentNode(label: nil, value: $0) },
      at: span
    )
  }

  private func convertedStart(_ node: ExpressionNode, _ expected: Type?) -> Inferred {
    let start = infer(node, expecting: expected)
    return expected.map { convert(start, to: $0) } ?? start
  }
}

/// `{ sequence, start in var total = start; for element in sequence { update(&total, element) }; … }`.
private struct ReduceLoop {
  let result: Type
  let element: Type
  let span: SourceSpan

  func closure(_ update: ClosureNode, at place: SourceSpan) -> ClosureNode {
    ClosureNode(
      parameters: [parameter("sequence"), parameter("start")],
      result: TypeNode(.resolved(result), at: span),
      shorthandCount: 0,
      body: [
        statement(
          .binding(
            isConstant: false,
            [BindingNode(pattern: pattern("total"), type: nil, value: read("start"))]
          )
        ),
        statement(
          .forIn(
            pattern("element"),
            read("sequence"),
            where: nil,
            body: [statement(.expression(step(update, place)))]
          )
        ),
        statement(.return(read("total"))),
      ]
    )
  }

  private func step(_ update: ClosureNode, _ place: SourceSpan) -> ExpressionNode {
    var update = update
    let names =
      update.parameters?.map(\.name) ?? ["$0", "$1"].map { NameNode($0, at: place) }
    update.parameters = zip(names, [.inout(result), element]).map { name, type in
      ParameterNode(label: nil, name: name, type: TypeNode(.resolved(type), at: place))
    }
    update.result = TypeNode(.resolved(.void), at: place)
    update.shorthandCount = 0
    let total = ExpressionNode(.inout(read("total")), at: place)
    let call = ExpressionNode(
      .call(
        ExpressionNode(.closure(update), at: place),
        arguments: [total, read("element")].map { ArgumentNode(label: nil, value: $0) }
      ),
      at: place
    )
    let throwsErrors = update.body.contains(where: \.throwsErrors)
    return throwsErrors ? ExpressionNode(.attempt(call, keyword: "try"), at: place) : call
  }

  // No name of the lesson contains a point.
  private func name(_ text: String) -> String { "reduce." + text }

  private func read(_ text: String) -> ExpressionNode {
    ExpressionNode(.name(name(text), labels: nil), at: span)
  }

  private func pattern(_ text: String) -> PatternNode {
    PatternNode(.name(name(text)), at: span)
  }

  private func parameter(_ text: String) -> ParameterNode {
    ParameterNode(label: nil, name: NameNode(name(text), at: span), type: nil)
  }

  private func statement(_ kind: StatementNode.Kind) -> StatementNode {
    StatementNode(kind, at: span)
  }
}
