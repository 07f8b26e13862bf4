import Diagnostics
import LessonModel
import Script
import ScriptParsing

/// What a run of a compiled lesson means, cell by cell.
struct RunRecord {
  private(set) var cells: [Int: CompiledOutcome] = [:]
  private(set) var claims: [Int: ClaimOutcome] = [:]
  private let run: ProgramRun
  private let program: LessonProgram
  private let text: ProgramWriter

  /// The cell that runs; nil before the first.
  private var cell: CompiledCell?
  /// Whether claims are computed.
  private var isBetweenCells = false
  private var events: [RunEvent] = []
  private var failure: RunFailure?
  /// The place of the statement that runs.
  private var place = SourceSpan(0, 0)
  private var printed = 0
  private var complained = 0
  /// Where in the output watched statements began.
  private var probeStarts: [Int: Int] = [:]

  init(of run: ProgramRun, _ program: LessonProgram, _ text: ProgramWriter) {
    self.run = run
    self.program = program
    self.text = text
    for event in run.events {
      takeOutput(upTo: event.printed)
      take(event)
      complained = event.complained
    }
    takeOutput(upTo: run.printed.count)
    if run.ending != .finished { end() }
    finishCell()
  }

  private mutating func takeOutput(upTo offset: Int) {
    let end = min(max(offset, printed), run.printed.count)
    if end > printed {
      events.append(.printed(text(printed, end), at: place))
      printed = end
    }
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: run.printed[start..<max(start, end)], as: UTF8.self)
  }

  private mutating func take(_ event: TraceEvent) {
    switch event.kind {
    case .cell:
      finishCell()
      isBetweenCells = event.number == LessonProgram.betweenCells
      cell = program.cells[event.number]
      place = cell?.cell.infoSpan ?? SourceSpan(0, 0)
    case .step: place = cell?.statement(at: event.number) ?? place
    case .begin: probeStarts[event.number] = printed
    case .end:
      let start = probeStarts[event.number] ?? printed
      let shown = text(start, printed)
      events.append(.probed(event.number, printed: shown, exactValue: event.texts.first))
    case .claim: claims[event.number] = event.texts.first.map { .value($0, isLiteral: false) }
    case .shown: events.append(.shown(event.texts.first ?? "", at: place))
    case .drawn:
      if let picture = CompiledPicture(event.texts) { events.append(.drawn(picture, at: place)) }
    case .met: events.append(.expectationMet(at: expectation(event)))
    case .missed:
      let message = event.texts.last.flatMap { $0.isEmpty ? nil : $0 }
      events.append(.expectationFailed(at: expectation(event), message: message, parts: []))
    case .tried:
      let ending = ChildProcess.Ending(Int32(truncatingIfNeeded: event.number))
      if ending != .exited(0) { failure = failed(explanation(ending, upTo: event.complained)) }
    case .finish: finishCell()
    }
  }

  /// The call of `expect` that an event speaks of.
  private func expectation(_ event: TraceEvent) -> SourceSpan {
    guard let column = event.texts.first.flatMap({ Int($0) }),
      let offset = text.fileOffset(line: event.number, column: column)
    else { return place }
    let cells = program.cells.values.filter { cell in
      cell.cell.fenceSpan.start <= offset && offset < cell.cell.fenceSpan.end
    }
    for cell in cells {
      for (start, span) in cell.outline.expectations
      where cell.cell.code.fileOffset(of: start) == offset { return span }
    }
    return place
  }

  private mutating func finishCell() {
    if let cell { cells[cell.cell.index] = .ran(RunResult(events: events, failure: failure)) }
    cell = nil
    events = []
    failure = nil
  }

  // MARK: - The end

  /// Takes note of a program that ended too early.
  private mutating func end() {
    let message: String
    switch run.ending {
    case .finished: return
    case .early(let ending): message = explanation(ending, upTo: run.complained.count)
    case .time(let seconds): message = "this took more than \(seconds) seconds"
    case .output(let bytes): message = "this printed more than \(bytes) bytes"
    }
    let reason: String
    if isBetweenCells {
      let first = program.claims.indices.first { claims[$0] == nil }
      if let first {
        claims[first] = .failed([failed(message, at: program.claims[first]).diagnostic])
      }
      reason = "a claim above ended the program"
    } else {
      failure = failed(message)
      let name = cell?.cell.place(in: program.lesson) ?? "a cell above"
      reason = "the program ended in \(name)"
    }
    let current = cell?.cell.index
    for index in program.cells.keys where cells[index] == nil && index != current {
      cells[index] = .skipped(because: reason)
    }
  }

  private func failed(_ message: String, at span: SourceSpan? = nil) -> RunFailure {
    RunFailure(
      id: "program-ended",
      message: message,
      help: nil,
      span: span ?? place
    )
  }

  /// Why the program, or a cell that was tried, ended: Swift's own words where it has any.
  private func explanation(_ ending: ChildProcess.Ending, upTo end: Int) -> String {
    let end = min(end, run.complained.count)
    let said = String(decoding: run.complained[min(complained, end)..<end], as: UTF8.self)
    let mark = "Fatal error: "
    for line in said.split(separator: "\n") {
      if let start = line.firstRange(of: mark)?.upperBound { return String(line[start...]) }
    }
    return switch ending {
    case .exited(let status): "the program ended with status \(status)"
    case .signaled(let signal):
      "the program was stopped by signal \(signal), as by arithmetic that overflows"
    }
  }
}
