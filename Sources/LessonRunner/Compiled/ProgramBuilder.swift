import Diagnostics
import LessonModel
import ScriptParsing

/// Compiles a lesson, without the cells in which the compiler finds errors.
struct ProgramBuilder {
  private let program: LessonProgram
  private let toolchain: Toolchain
  private var omissions = LessonProgram.Omissions()
  /// What is known of cells before the program runs.
  private(set) var outcomes: [Int: CompiledOutcome] = [:]
  /// What is known of claims before the program runs, by their number.
  private(set) var claims: [Int: ClaimOutcome] = [:]

  static let executable = "lesson"
  private static let source = "main.swift"

  init(_ program: LessonProgram, toolchain: Toolchain) {
    self.program = program
    self.toolchain = toolchain
    for (index, problem) in program.unreadable { omit(index, .uncompiled([problem])) }
  }

  private mutating func omit(_ cell: Int, _ outcome: CompiledOutcome) {
    omissions.cells.insert(cell)
    outcomes[cell] = outcome
  }

  /// Compiles, again and again without what has errors.
  ///
  /// - Parameter folder: Where the program is put.
  /// - Returns: The text that compiled.
  /// - Throws: `CompiledEngineError`, where the compiler fails for another reason.
  mutating func build(in folder: borrowing WorkFolder) throws(CompiledEngineError) -> ProgramWriter
  {
    while true {
      let text = program.write(without: omissions)
      try folder.write(text.text, to: Self.source)
      let compilation = try Compilation(
        toolchain.arguments(
          compiling: folder.path(of: Self.source),
          to: folder.path(of: Self.executable)
        ),
        in: folder
      )
      if compilation.succeeded { return text }
      guard omit(compilation.problems, in: text) else {
        throw .compiler(output: String(compilation.output.prefix(2_000)))
      }
    }
  }

  /// Leaves out where errors are; returns whether that is anything.
  private mutating func omit(_ problems: [Compilation.Problem], in text: ProgramWriter) -> Bool {
    let file = program.lesson.file
    let lost = lostNames
    var found: [Int: [Diagnostic]] = [:]
    var claimed: [Int: [Diagnostic]] = [:]
    for problem in problems {
      guard let offset = text.fileOffset(line: problem.line, column: problem.column) else {
        continue
      }
      let span = SourceSpan(offset, min(offset + 1, file.bytes.count))
      let diagnostic = Diagnostic("swiftc", .error, problem.message, at: span)
      if let cell = program.lesson.cells.first(where: { $0.fenceSpan.contains(offset) }) {
        found[cell.index, default: []].append(diagnostic)
      } else if let claim = program.claims.firstIndex(where: { $0.contains(offset) }) {
        claimed[claim, default: []].append(diagnostic)
      }
    }
    for (index, diagnostics) in found {
      let cause = diagnostics.compactMap { lost[quotedName(in: $0.message)] }.first
      omit(
        index,
        cause.map { .skipped(because: "it relies on \($0), which failed") }
          ?? .uncompiled(diagnostics)
      )
    }
    for (number, diagnostics) in claimed {
      omissions.claims.insert(number)
      let isLost = diagnostics.contains { lost[quotedName(in: $0.message)] != nil }
      claims[number] = isLost ? .skipped : .failed(diagnostics)
    }
    return !(found.isEmpty && claimed.isEmpty)
  }

  /// The names that the cells left out so far declare, each with its cell's own name.
  private var lostNames: [String: String] {
    var names: [String: String] = [:]
    for index in omissions.cells {
      guard let cell = program.cells[index] else { continue }
      for name in cell.outline.declaredNames { names[name] = cell.cell.place(in: program.lesson) }
    }
    return names
  }

  /// The first name in quotes: what the compiler cannot find.
  private func quotedName(in message: String) -> String {
    let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : ""
  }

  /// Compiles each cell that must not compile, behind all above it.
  mutating func checkRejectedCells(in folder: borrowing WorkFolder) throws(CompiledEngineError) {
    for cell in program.lesson.cells where cell.attributes.mode == .rejected {
      let text = program.write(upTo: cell.index, without: omissions)
      try folder.write(text.text, to: Self.source)
      let compilation = try Compilation(
        toolchain.arguments(diagnosing: folder.path(of: Self.source)),
        in: folder
      )
      outcomes[cell.index] = .uncompiled(
        compilation.problems.map { problem in
          let offset = text.fileOffset(line: problem.line, column: problem.column)
          let span = offset.map { SourceSpan($0, $0 + 1) } ?? cell.infoSpan
          return Diagnostic("swiftc", .error, problem.message, at: span)
        }
      )
    }
  }
}

extension SourceSpan {
  fileprivate func contains(_ offset: Int) -> Bool { start <= offset && offset <= end }
}
