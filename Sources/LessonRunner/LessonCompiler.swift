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
  /// Whether it is known what the code comes to, so that only its comments are looked at.
  private let isKnown: Bool
  private var checker: TypeChecker
  private var compiler = Compiler()
  /// The `expect`s of each exercise, by its name.
  var exercises: [String: [StatementNode]] = [:]
  /// The statements watched so far: a function is watched in every cell that calls it.
  private var probeCount = 0

  init(
    _ lesson: Lesson,
    checker: TypeChecker,
    isKnown: Bool
  ) {
    self.lesson = lesson
    self.checker = checker
    self.isKnown = isKnown
  }

  /// Makes the next cell of the lesson ready.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - parsed: Its syntax tree; nil where it does not run.
  /// - Returns: nil for one that does not run.
  mutating func prepare(_ cell: Cell, _ parsed: Checked<ScriptNode>?) -> PreparedCell? {
    guard let parsed else {
      checker.skipCell()
      return nil
    }
    let expectations = ExpectationReader.read(parsed.value, in: lesson.file)
    let plan = ExpectationPlan(expectations.value, firstIndex: probeCount)
    probeCount += plan.probes.count
    let script = script(of: cell, parsed.value)
    return PreparedCell(
      code: isKnown ? .known : code(of: cell, Checked(script, parsed.diagnostics), plan),
      plan: plan,
      expectationProblems: expectations.diagnostics,
      comments: parsed.value.comments,
      colors: parsed.value.colors,
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
  ///
  /// - Parameter parsed: Their syntax trees.
  /// - Returns: One for each.
  mutating func prepare(_ parsed: [Checked<StatementNode?>]) -> [PreparedClaim] {
    let good = parsed.indices.filter { parsed[$0].value != nil }
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
