public import Diagnostics
public import LessonModel

/// Changes checked numbers of a lesson, one digit at a time, to see whether its check notices.
public struct MutationTest: Sendable {
  /// One changed number.
  public struct Mutation: Hashable, Sendable {
    /// The place of the number.
    public var span: SourceSpan
    /// What was written.
    public var written: String
    /// What stood there instead.
    public var changed: String
    /// Whether the check failed, as it is to.
    public var isCaught: Bool
  }

  private let lesson: Lesson
  private let numbers: [SourceSpan]

  /// Prepares the test of a lesson that was run, and passed.
  ///
  /// All numbers count that a check claims to hold: of claims, equations and identities, of
  /// expectation comments and of stored outputs.
  public init(of lesson: Lesson, _ report: Report) {
    self.lesson = lesson
    let outside = NumberCensus.coverage(of: lesson, report).entries
      .filter(\.isChecked)
      .map(\.span)
    // The words of a figure's image are the author's own: its check is of the file.
    let figures = Set(lesson.cells.flatMap(\.storedFigures).map(\.span.start))
    let inside = report.cells.flatMap(\.expectations)
      .filter { !figures.contains($0.span.start) }
      .flatMap { Self.numbers(in: $0.span, of: lesson) }
    numbers = Set(outside + inside).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Changes the last digit of each number, and checks the lesson anew each time.
  ///
  /// - Parameters:
  ///   - seed: decides which digit stands in the place of each.
  ///   - passes: whether a file passes its check.
  /// - Returns: the mutations, in the order of the file.
  public func run(seed: UInt64, passes: (SourceFile) -> Bool) -> [Mutation] {
    var state = seed
    return numbers.compactMap { span in
      var bytes = lesson.file.bytes
      guard let last = LastDigit(in: bytes[span.start..<span.end]) else { return nil }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[span.start + last.offset] =
        last.alternatives[Int(state >> 33) % last.alternatives.count]
      let changed = SourceFile(name: lesson.file.name, bytes: bytes)
      return Mutation(
        span: span,
        written: lesson.file.text(in: span),
        changed: changed.text(in: span),
        isCaught: !passes(changed)
      )
    }
  }

  /// The numbers of an expectation; those of an `expect(…)` are code.
  private static func numbers(in span: SourceSpan, of lesson: Lesson) -> [SourceSpan] {
    let isCode = lesson.cells.contains { cell in
      cell.code.text.utf8.count > 0 && cell.fenceSpan.start <= span.start
        && span.end <= cell.fenceSpan.end && !isComment(span, in: lesson.file)
    }
    guard !isCode else { return [] }
    var tokenizer = OutputTokenizer(Array(lesson.file.bytes[span.start..<span.end]))
    return tokenizer.tokens().compactMap { token in
      guard case .number = token.kind else { return nil }
      return SourceSpan(span.start + token.range.lowerBound, span.start + token.range.upperBound)
    }
  }

  /// Whether `//` stands before a place in its line.
  private static func isComment(_ span: SourceSpan, in file: SourceFile) -> Bool {
    let line = file.span(ofLine: file.line(at: span.start))
    return file.bytes[line.start..<span.start].firstRange(of: Array("//".utf8)) != nil
  }
}
