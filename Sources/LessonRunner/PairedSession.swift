import Diagnostics
import LessonModel
import Script

/// Two engines that run the same cells: what the first makes of them, and where they differ.
struct PairedSession<First: LessonSession, Second: LessonSession>: LessonSession {
  private var first: First
  private var second: Second
  private let lesson: Lesson
  private var problems: [Diagnostic] = []

  init(_ first: First, _ second: Second, of lesson: Lesson) {
    self.first = first
    self.second = second
    self.lesson = lesson
  }

  mutating func run(_ cell: Cell) -> CellRun {
    let run = first.run(cell)
    if let difference = difference(run, second.run(cell), of: cell) {
      problems.append(
        Diagnostic(
          "engines-differ",
          .error,
          "the interpreter and swiftc differ in \(cell.place(in: lesson)): \(difference.sentence)",
          at: cell.infoSpan,
          help: "report it: a lesson has one result",
          notes: difference.notes
        )
      )
    }
    return run
  }

  mutating func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome] {
    let outcomes = first.evaluate(expressions)
    for ((place, one), other) in zip(zip(expressions, outcomes), second.evaluate(expressions)) {
      guard case .value(let value, _) = one, let compiled = other.text, compiled != value else {
        continue
      }
      problems.append(
        Diagnostic(
          "engines-differ",
          .error,
          "the interpreter computes '\(value)' for this claim, but swiftc '\(compiled)'",
          at: place,
          help: "report it: a lesson has one result"
        )
      )
    }
    return outcomes
  }

  mutating func takeProblems() -> [Diagnostic] {
    defer { problems = [] }
    return problems
  }

  // MARK: - Differences

  private struct Difference {
    var sentence: String
    var notes: [Diagnostic.Note] = []
  }

  private func difference(_ one: CellRun, _ other: CellRun, of cell: Cell) -> Difference? {
    switch (one, other) {
    case (.completed(let one), .completed(let other)):
      return difference(one.result, other.result)
    case (.uncompiled(let one), .uncompiled(let other)):
      guard one.hasErrors != other.hasErrors else { return nil }
      return Difference(
        sentence: "only \(one.hasErrors ? "the interpreter" : "swiftc") refuses it",
        notes: (one + other).notes
      )
    case (.uncompiled(let problems), .completed):
      return Difference(sentence: "only the interpreter refuses it", notes: problems.notes)
    case (.completed, .uncompiled(let problems)):
      return Difference(sentence: "only swiftc refuses it", notes: problems.notes)
    // A compiled program is over where a cell fails; what the interpreter still runs has no equal.
    case (.skipped, _), (_, .skipped), (.notRun, _), (_, .notRun): return nil
    }
  }

  /// The most characters of a line that are shown.
  private static var longestLine: Int { 160 }

  private func quoted(_ lines: [String], _ place: Int) -> String {
    guard place < lines.count else { return "nothing more" }
    return "'\(lines[place].prefix(Self.longestLine))'"
  }

  /// The lines around the first difference.
  private func excerpt(of lines: [String], around place: Int) -> String {
    let shown = lines[min(max(0, place - 2), lines.count)..<min(place + 3, lines.count)]
    return shown.map { String($0.prefix(Self.longestLine)) }.joined(separator: "\n")
  }

  private func difference(_ one: RunResult, _ other: RunResult) -> Difference? {
    switch (one.failure, other.failure) {
    case (nil, nil), (.some, .some): break
    case (let failure?, nil):
      return Difference(sentence: "only the interpreter fails: \(failure.message)")
    case (nil, let failure?): return Difference(sentence: "only swiftc fails: \(failure.message)")
    }
    let (left, right) = (one.events.lines, other.events.lines)
    if left != right {
      let place = zip(left, right).prefix { $0 == $1 }.count
      return Difference(
        sentence: "the former has \(quoted(left, place)), the latter \(quoted(right, place))",
        notes: [
          .init("the interpreter: \(excerpt(of: left, around: place))"),
          .init("swiftc: \(excerpt(of: right, around: place))"),
        ]
      )
    }
    return nil
  }
}

extension ClaimOutcome {
  /// What the expression came to, or why it has no value; nil where it was not looked at.
  fileprivate var text: String? {
    switch self {
    case .value(let text, _): text
    case .failed(let diagnostics): diagnostics.map(\.message).joined(separator: "; ")
    case .skipped: nil
    }
  }
}

extension [Diagnostic] {
  fileprivate var hasErrors: Bool { contains { $0.severity == .error } }
  fileprivate var notes: [Diagnostic.Note] { map { .init($0.message, at: $0.span) } }
}

extension [RunEvent] {
  /// All that engines must have in common, in lines: text, figures, watched values, expectations.
  fileprivate var lines: [String] {
    var output = ""
    var lines: [String] = []
    for event in self {
      switch event {
      case .printed(let text, _): output += text
      case .shown(let text, _): output += text + "\n"
      case .drawn(let picture, _):
        output += picture.svg(prefix: "figure") + picture.summary + picture.tables + "\n"
      case .probed(_, let printed, let value):
        let printed = printed.isEmpty ? "" : " after printing '\(printed)'"
        lines.append("the value \(value ?? "of nothing")\(printed)")
      case .expectationMet: lines.append("an expectation that holds")
      case .expectationFailed: lines.append("an expectation that does not hold")
      }
    }
    return output.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
      + lines
  }
}
