import Diagnostics
import LessonModel
import Script
import ScriptParsing

/// A cell as the compiler gets it: its statements, and what is watched in it.
struct CompiledCell {
  let cell: Cell
  let plan: ExpectationPlan
  let outline: SwiftOutline
  /// What was found while its expectations were read.
  let diagnostics: [Diagnostic]

  /// Reads a cell; nil where it is too long or too deep to be read.
  init?(_ cell: Cell, firstProbe: Int, in file: SourceFile) {
    guard let outline = SwiftOutline.read(cell.code) else { return nil }
    let expectations = ExpectationReader.read(
      outline.comments,
      among: outline.statements.map { .init(span: $0.span, hasValue: $0.hasValue) },
      in: file
    )
    self.cell = cell
    self.outline = outline
    plan = ExpectationPlan(expectations.value, firstIndex: firstProbe)
    diagnostics = expectations.diagnostics
  }

  /// The statement that begins at an offset of the file.
  func statement(at offset: Int) -> SourceSpan? {
    outline.statements.first { $0.isTopLevel && $0.span.start == offset }?.span
  }

  /// The calls of `expect` outside of bodies.
  var topLevelExpectations: [Range<Int>] {
    outline.statements.filter { $0.isTopLevel && $0.isExpectation }.map(\.range)
  }

  // MARK: - Text

  /// Writes the cell's code, with the calls between its statements that tell of its run.
  func write(to program: inout ProgramWriter, in file: SourceFile) {
    program.insert("\(Self.trace)cell(\(cell.index));")
    let label = "trial\(cell.index)"
    switch (cell.attributes.mayFail, cell.attributes.role) {
    case (true, _): program.insert(" \(Self.trace)beginTrial(); \(label): do {")
    case (false, .solution): program.insert(" do {")
    case (false, .plain), (false, .exercise): break
    }
    beginCode(in: &program, file)
    var copied = 0
    for insertion in insertions(label: label) {
      program.copy(copied..<insertion.offset, of: cell.code)
      program.insert(insertion.text)
      copied = insertion.offset
    }
    program.copy(copied..<cell.code.text.utf8.count, of: cell.code)
  }

  /// Ends what `write(to:in:)` began, with an exercise's expectations between.
  func writeEnd(to program: inout ProgramWriter) {
    switch (cell.attributes.mayFail, cell.attributes.role) {
    case (true, _): program.insert("}; \(Self.trace)endTrial();")
    case (false, .solution): program.insert("};")
    case (false, .plain), (false, .exercise): break
    }
  }

  /// Writes the expectations of an exercise, behind its solution.
  func writeExpectations(to program: inout ProgramWriter, in file: SourceFile) {
    for range in topLevelExpectations {
      program.beginLine(file.position(at: cell.code.fileOffset(of: range.lowerBound)).line)
      program.copy(range, of: cell.code)
      program.insert(";")
    }
  }

  /// Writes the code alone.
  func writePlain(to program: inout ProgramWriter, in file: SourceFile) {
    beginCode(in: &program, file)
    program.copy(0..<cell.code.text.utf8.count, of: cell.code)
  }

  /// What shows itself, or has no value.
  private static let silentCalls = ["print(", "show(", "expect("]

  /// The code as a program of its own has it, which shows the value of a last bare expression.
  var shownCode: String {
    let bytes = Array(cell.code.text.utf8)
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    guard let shown = shownExpression.map({ (range: $0, code: text($0)) }),
      !Self.silentCalls.contains(where: shown.code.hasPrefix)
    else { return cell.code.text }
    return text(0..<shown.range.lowerBound) + "LessonTrace.shown(\(shown.code))"
      + text(shown.range.upperBound..<bytes.count)
  }

  /// The code of the calls of `expect` outside of bodies.
  var expectations: [String] {
    let bytes = Array(cell.code.text.utf8)
    return topLevelExpectations.map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private func beginCode(in program: inout ProgramWriter, _ file: SourceFile) {
    program.beginLine(file.position(at: cell.code.fileOffset(of: 0)).line)
  }

  // MARK: - Calls between statements

  /// Found whatever names the lesson itself declares.
  static let trace = "LessonKit::LessonTrace."

  /// The bytes of a last bare expression, whose value is shown.
  private var shownExpression: Range<Int>? {
    guard let last = outline.statements.last(where: \.isTopLevel), cell.attributes.role == .plain,
      case .expression = last.kind
    else { return nil }
    return last.range
  }

  private func insertions(label: String) -> [(offset: Int, text: String)] {
    let probes = Dictionary(
      plan.probes.map { ($0.statement, $0.index) },
      uniquingKeysWith: { first, _ in first }
    )
    let shown = shownExpression
    var result: [(offset: Int, text: String)] = []
    for statement in outline.statements {
      var calls = Surrounding(statement.range)
      if let probe = probes[statement.span] { calls.watch(statement.kind, probe) }
      if statement.range == shown { calls.show() }
      if statement.isTopLevel, statement.runs {
        let start = statement.span.start
        calls.begin(
          cell.attributes.mayFail
            ? "if \(Self.trace)stops(at: \(start)) { break \(label) }"
            : "\(Self.trace)step(\(start))"
        )
      }
      result += calls.insertions
    }
    return result.sorted { $0.offset < $1.offset }
  }
}

extension SwiftOutline.Statement {
  /// Whether something happens where it stands.
  fileprivate var runs: Bool {
    switch kind {
    case .declaration: false
    case .expression, .binding, .assignment, .return, .control: true
    }
  }
}

/// What is written around one statement.
private struct Surrounding {
  private var range: Range<Int>
  private var before = ""
  private var after = ""
  private var inner: [(offset: Int, text: String)] = []

  init(_ range: Range<Int>) { self.range = range }

  var insertions: [(offset: Int, text: String)] {
    let start = before.isEmpty ? [] : [(offset: range.lowerBound, text: before)]
    let end = after.isEmpty ? [] : [(offset: range.upperBound, text: after)]
    return start + inner + end
  }

  mutating func begin(_ statement: String) { before = "\(statement); \(before)" }

  mutating func show() {
    before = "\(CompiledCell.trace)shown(\(before)"
    after += ")"
  }

  mutating func watch(_ kind: SwiftOutline.Statement.Kind, _ probe: Int) {
    let trace = CompiledCell.trace
    let opening = "\(trace)value(\(trace)begin(\(probe)), "
    switch kind {
    case .expression:
      before = opening
      after = ")"
    case .return(let value?):
      inner = [(value.lowerBound, opening), (value.upperBound, ")")]
    case .binding(let value?), .assignment(let value?):
      begin("\(trace)begin(\(probe))")
      after = "; \(trace)value(\(probe), \(value))"
    case .binding(nil), .assignment(nil), .control, .declaration, .return(nil):
      begin("\(trace)begin(\(probe))")
      after = "; \(trace)end(\(probe))"
    }
  }
}
