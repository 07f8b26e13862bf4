import Diagnostics
import LessonModel

/// A lesson as one Swift file, which imports `LessonKit`, with calls that tell of its run.
struct LessonProgram {
  let lesson: Lesson
  /// The cells that are compiled, by their index in the lesson.
  private(set) var cells: [Int: CompiledCell] = [:]
  /// The cells that cannot even be read, with the problem.
  private(set) var unreadable: [Int: Diagnostic] = [:]
  /// The expressions that the lesson's text claims, in the order of the file.
  let claims: [SourceSpan]

  init(_ lesson: Lesson) {
    self.lesson = lesson
    claims = LessonMathematics(of: lesson).claims.map(\.expression)
    var probes = 0
    for cell in lesson.cells where cell.attributes.mode != .noRun {
      guard let compiled = CompiledCell(cell, firstProbe: probes, in: lesson.file) else {
        unreadable[cell.index] = Diagnostic(
          "too-long",
          .error,
          "this cell is too long, or its brackets are nested too deep",
          at: cell.infoSpan,
          help: "split it into cells"
        )
        continue
      }
      probes += compiled.plan.probes.count
      cells[cell.index] = compiled
    }
  }

  /// What is left out of a program.
  struct Omissions {
    /// Cells by their index.
    var cells: Set<Int> = []
    /// Claims by their number.
    var claims: Set<Int> = []
  }

  /// Writes the whole lesson.
  func write(without omissions: Omissions) -> ProgramWriter {
    var program = begin()
    var waiting = claims.indices.filter { !omissions.claims.contains($0) }[...]
    for cell in lesson.cells {
      let above = waiting.prefix { claims[$0].start < cell.fenceSpan.start }
      waiting = waiting.dropFirst(above.count)
      write(Array(above), to: &program)
      guard cell.attributes.mode != .rejected, !omissions.cells.contains(cell.index) else {
        continue
      }
      write(cell, to: &program)
    }
    write(Array(waiting), to: &program)
    program.insert("\(CompiledCell.trace)finish()\n")
    return program
  }

  /// Writes the lesson up to a cell that is not to compile.
  func write(upTo rejected: Int, without omissions: Omissions) -> ProgramWriter {
    var program = begin()
    for cell in lesson.cells.prefix(rejected)
    where cell.attributes.mode != .rejected && !omissions.cells.contains(cell.index) {
      write(cell, to: &program)
    }
    cells[rejected]?.writePlain(to: &program, in: lesson.file)
    return program
  }

  // MARK: - Parts

  private func begin() -> ProgramWriter {
    let name = lesson.file.name.split(separator: "/").last.map { String($0) } ?? lesson.file.name
    var program = ProgramWriter(fileName: name)
    program.insert("import LessonKit\n")
    if let seed = lesson.frontMatter.seed {
      program.insert("extension SeededGenerator { init() { self.init(seed: \(seed)) } }\n")
    }
    return program
  }

  private func write(_ cell: Cell, to program: inout ProgramWriter) {
    guard let compiled = cells[cell.index] else { return }
    compiled.write(to: &program, in: lesson.file)
    if case .solution(let name) = cell.attributes.role {
      exercise(name)?.writeExpectations(to: &program, in: lesson.file)
    }
    compiled.writeEnd(to: &program)
  }

  /// The cell of an exercise.
  func exercise(_ name: String) -> CompiledCell? {
    cells.values.first { $0.cell.attributes.role == .exercise(name) }
  }

  /// Writes claims; those of one line stay in one line.
  private func write(_ numbers: [Int], to program: inout ProgramWriter) {
    guard !numbers.isEmpty else { return }
    program.insert("\(CompiledCell.trace)cell(\(Self.betweenCells));")
    var line = 0
    for number in numbers {
      let place = claims[number]
      let first = lesson.file.line(at: place.start)
      if first != line { program.beginLine(first) }
      line = lesson.file.line(at: place.end)
      program.insert("\(CompiledCell.trace)claim(\(number), ")
      let expression = EmbeddedText(lines: [place], in: lesson.file)
      program.copy(0..<place.length, of: expression)
      program.insert(");")
    }
  }

  /// What stands for a cell's index while claims are computed.
  static let betweenCells = -1
}
