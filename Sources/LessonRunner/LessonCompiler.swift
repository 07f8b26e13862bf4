import Diagnostics
import LessonModel
import Parallel
import Script
import ScriptParsing

/// Checks and compiles the cells and claims of a lesson, one after another, and runs none.
///
/// What a cell comes to when it runs changes nothing of what the next one means, so that this can go
/// ahead while earlier ones run.
struct LessonCompiler: Sendable {
  private let lesson: Lesson
  private let cells: AheadSequence<ParsedCell>
  /// Whether it is known what the code comes to, so that only its comments are looked at.
  private let isKnown: Bool
  private var checker: TypeChecker
  private var compiler = Compiler()
  /// What reads claims, with the operators that the cells have declared so far.
  private var parser = ScriptParser()
  /// The `expect`s of each exercise, by its name.
  var exercises: [String: [StatementNode]] = [:]
  /// The statements watched so far: a function is watched in every cell that calls it.
  private var probeCount = 0

  init(
    _ lesson: Lesson,
    _ cells: AheadSequence<ParsedCell>,
    checker: TypeChecker,
    isKnown: Bool
  ) {
    self.lesson = lesson
    self.cells = cells
    self.checker = checker
    self.isKnown = isKnown
  }

  /// Makes the next cell of the lesson ready.
  ///
  /// - Returns: nil for one that does not run.
  mutating func prepare(_ cell: Cell) -> PreparedCell? {
    guard cell.attributes.mode != .noRun, let parsed = cells.next() else {
      checker.skipCell()
      return nil
    }
    parser = parsed.parser
    let expectations = ExpectationReader.read(parsed.script.value, in: lesson.file)
    let plan = ExpectationPlan(expectations.value, firstIndex: probeCount)
    probeCount += plan.probes.count
    let script = script(of: cell, parsed.script.value)
    return PreparedCell(
      code: isKnown ? .known : code(of: cell, Checked(script, parsed.script.diagnostics), plan),
      plan: plan,
      expectationProblems: expectations.diagnostics,
      comments: parsed.script.value.comments,
      expectsAnything: expectsAnything(cell)
    )
  }

  private mutating func code(
    of cell: Cell,
    _ script: Checked<ScriptNode>,
    _ plan: ExpectationPlan
  ) -> PreparedCell.Code {
    let before = checker
    let checked = checker.check(script.value, probes: plan.probes)
    let diagnostics = script.diagnostics + checked.diagnostics
    if cell.attributes.mode == .rejected {
      checker = before
      checker.skipCell()
      return .rejected(diagnostics)
    }
    if let blocked = checked.value.blockedBy { return .blocked(by: blocked) }
    guard !script.hasErrors, let typed = checked.value.typed else {
      return .uncompiled(dependencies: [], diagnostics)
    }
    let compiled = compiler.compile(typed, in: checker.session)
    let dependencies = checked.value.dependencies
    guard let code = compiled.value else {
      return .uncompiled(dependencies: dependencies, diagnostics + compiled.diagnostics)
    }
    return .ready(code, dependencies: dependencies, diagnostics)
  }

  // MARK: - Claims

  /// Makes the expressions of claims ready, with what the cells so far have declared.
  mutating func prepare(_ claims: [SourceSpan]) -> [PreparedClaim] {
    guard !isKnown else { return [] }
    let parsed = parse(claims)
    let good = claims.indices.filter { parsed[$0].value != nil }
    let statements = good.compactMap { parsed[$0].value }
    let probes = zip(good, statements).map { index, statement in
      Probe(index: index, statement: statement.span, wantsValue: true)
    }
    var checked = zip(statements, checker.checkBetweenCells(statements, probes: probes))
      .makeIterator()
    return parsed.map { claim in
      guard claim.value != nil, let (statement, cell) = checked.next() else {
        return .failed(claim.diagnostics)
      }
      if cell.value.blockedBy != nil { return .blocked }
      guard let typed = cell.value.typed else { return .failed(cell.diagnostics) }
      let compiled = compiler.compile(typed, in: checker.session)
      guard let code = compiled.value else { return .failed(compiled.diagnostics) }
      return .ready(
        code,
        dependencies: cell.value.dependencies,
        isLiteral: statement.isLiteral
      )
    }
  }

  /// Parses expressions, all at once where they are whole, since that takes a fraction of the time.
  private func parse(_ claims: [SourceSpan]) -> [Checked<StatementNode?>] {
    var parser = parser
    let all = parser.parse(EmbeddedText(lines: claims, in: lesson.file))
    if !all.hasErrors, Self.are(all.value.statements, in: claims) {
      return all.value.statements.map { Checked($0) }
    }
    return claims.map { claim in
      let parsed = parser.parse(EmbeddedText(lines: [claim], in: lesson.file))
      let isWhole = !parsed.hasErrors && Self.are(parsed.value.statements, in: [claim])
      return Checked(isWhole ? parsed.value.statements.first : nil, parsed.diagnostics)
    }
  }

  /// Whether statements are one expression each, every one in its place.
  private static func are(_ statements: [StatementNode], in places: [SourceSpan]) -> Bool {
    statements.count == places.count
      && zip(statements, places).allSatisfy { statement, place in
        guard case .expression = statement.kind else { return false }
        return statement.span.start >= place.start && statement.span.end <= place.end
      }
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
