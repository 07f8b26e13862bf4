import Diagnostics
import LessonModel
import Script
import ScriptParsing

extension CellSession {
  /// Computes expressions with what the cells so far have declared.
  ///
  /// All are compiled as one piece, since that takes a fraction of the time; where one of them has
  /// a problem, each for itself.
  mutating func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome] {
    let outcomes = earlier.map { recorded in
      expressions.map { recorded.claims[$0] ?? .skipped }
    }
    let values = outcomes ?? compute(expressions)
    for (expression, outcome) in zip(expressions, values) { recording.add(outcome, of: expression) }
    return values
  }

  private mutating func compute(_ expressions: [SourceSpan]) -> [ClaimOutcome] {
    if expressions.count > 1, case let run = run(expressions),
      run.values.count == expressions.count
    {
      return run.values
    }
    return expressions.map { evaluate($0) }
  }

  private mutating func evaluate(_ expression: SourceSpan) -> ClaimOutcome {
    let run = run([expression])
    if run.isBlocked { return .skipped }
    if let value = run.values.first { return value }
    let problem = Diagnostic(
      "claim-without-value",
      .error,
      "this is no expression that has a value",
      at: expression,
      help: "write one expression of the lesson's language, such as '<!-- = t.sum() -->'"
    )
    let errors = run.diagnostics.filter { $0.severity == .error }
    return .failed(errors.isEmpty ? [problem] : errors)
  }

  private mutating func run(
    _ expressions: [SourceSpan]
  ) -> (values: [ClaimOutcome], diagnostics: [Diagnostic], isBlocked: Bool) {
    var parser = self.parser
    let parsed = parser.parse(EmbeddedText(lines: expressions, in: lesson.file))
    let statements = parsed.value.statements
    let isWhole =
      statements.count == expressions.count
      && zip(statements, expressions).allSatisfy { statement, place in
        if case .expression = statement.kind {
          statement.span.start >= place.start && statement.span.end <= place.end
        } else {
          false
        }
      }
    guard !parsed.hasErrors, isWhole else { return ([], parsed.diagnostics, false) }
    let probes = statements.enumerated().map {
      Probe(index: $0.offset, statement: $0.element.span, wantsValue: true)
    }
    let checked = checker.checkBetweenCells(parsed.value, probes: probes)
    let relied = checked.value.dependencies.contains { broken[$0] != nil }
    if relied || checked.value.blockedBy != nil { return ([], [], true) }
    guard let typed = checked.value.typed else { return ([], checked.diagnostics, false) }
    let compiled = compiler.compile(typed, in: checker.session)
    guard let code = compiled.value else { return ([], compiled.diagnostics, false) }
    let (result, hadChanged) = machine.runWithoutTrace(code)
    if let failure = result.failure { return ([], [failure.diagnostic], false) }
    if hadChanged { return ([], [changeProblem(at: expressions[0])], false) }
    var values = [ClaimOutcome?](repeating: nil, count: expressions.count)
    for case .probed(let index, _, let value?) in result.events {
      values[index] = .value(value, isLiteral: statements[index].isLiteral)
    }
    return (values.compactMap { $0 }, [], false)
  }

  private func changeProblem(at expression: SourceSpan) -> Diagnostic {
    Diagnostic(
      "claim-changes-state",
      .error,
      "computing this claim changes a variable of the cells",
      at: expression,
      help:
        "let a cell compute it, such as 'let drawn = generator.nextUniform()', and claim 'drawn'"
    )
  }
}

extension StatementNode {
  /// Whether this is an expression of literals alone, which computes nothing.
  fileprivate var isLiteral: Bool {
    if case .expression(let expression) = kind { expression.isLiteral } else { false }
  }
}

extension ExpressionNode {
  fileprivate var isLiteral: Bool {
    switch kind {
    case .integer, .float: true
    case .prefix(_, let operand), .parenthesized(let operand): operand.isLiteral
    case .array(let elements): elements.allSatisfy(\.isLiteral)
    default: false
    }
  }
}
