import Diagnostics
import LessonMarkdown
import LessonModel
import Script
import Testing

@testable import LessonRunner

@Suite("Two engines on one lesson")
struct PairedSessionTests {
  /// An engine that gives what it was told to.
  private struct Told: LessonSession {
    var run: CellRun
    var claim = ClaimOutcome.skipped

    func run(_ cell: Cell) -> CellRun { run }
    func evaluate(_ expressions: [SourceSpan]) -> [ClaimOutcome] { expressions.map { _ in claim } }
  }

  private static let place = SourceSpan(0, 0)

  private static func completed(_ events: [RunEvent], _ failure: String? = nil) -> CellRun {
    let failure = failure.map { RunFailure(id: "f", message: $0, help: nil, span: place) }
    let result = RunResult(events: events, failure: failure)
    return .completed(CellExecution(plan: ExpectationPlan([]), result: result, diagnostics: []))
  }

  private static let refused = CellRun.uncompiled([Diagnostic("no", .error, "no", at: nil)])

  static let pairs: [(name: String, one: CellRun, other: CellRun, sentence: String?)] = [
    (
      "equal texts, in other pieces",
      completed([.printed("a\n", at: place), .shown("b", at: place)]),
      completed([.printed("a\nb\n", at: place)]), nil
    ),
    (
      "another line", completed([.printed("a\nb\n", at: place)]),
      completed([.printed("a\nc\n", at: place)]), "the former has 'b', the latter 'c'"
    ),
    (
      "less text", completed([.printed("a\n", at: place)]), completed([]),
      "the former has 'a', the latter ''"
    ),
    (
      "another value", completed([.probed(0, printed: "", exactValue: "1.0")]),
      completed([.probed(0, printed: "", exactValue: "1.5")]),
      "the former has 'the value 1.0', the latter 'the value 1.5'"
    ),
    (
      "another outcome of an expectation", completed([.expectationMet(at: place)]),
      completed([.expectationFailed(at: place, message: nil, parts: [])]),
      "the former has 'an expectation that holds', the latter 'an expectation that does not hold'"
    ),
    ("a failure in one", completed([], "x"), completed([]), "only the interpreter fails: x"),
    ("a failure in the other", completed([]), completed([], "x"), "only swiftc fails: x"),
    ("a failure in both", completed([], "x"), completed([], "y"), nil),
    ("refused by one", refused, completed([]), "only the interpreter refuses it"),
    ("refused by the other", completed([]), refused, "only swiftc refuses it"),
    ("refused by both", refused, refused, nil),
    (
      "a rejected cell that swiftc takes", refused, .uncompiled([]),
      "only the interpreter refuses it"
    ),
  ]

  @Test("differences in a cell are named", arguments: pairs.indices)
  func cells(_ index: Int) throws {
    let pair = Self.pairs[index]
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: "```swift\n1\n```\n")).value
    var session = PairedSession(Told(run: pair.one), Told(run: pair.other), of: lesson)
    _ = session.run(try #require(lesson.cells.first))
    let sentences = session.takeProblems().map(\.message)
    let expected = pair.sentence.map {
      ["the interpreter and swiftc differ in the cell in line 1: \($0)"]
    }
    #expect(sentences == expected ?? [], "\(pair.name)")
    #expect(session.takeProblems().isEmpty)
  }

  @Test("differences in a claim are named")
  func claims() {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: "x")).value
    for (value, count) in [("1.0", 0), ("1.5", 1)] {
      var session = PairedSession(
        Told(run: .notRun, claim: .value("1.0", isLiteral: false)),
        Told(run: .notRun, claim: .value(value, isLiteral: false)),
        of: lesson
      )
      _ = session.evaluate([Self.place])
      #expect(session.takeProblems().count == count)
    }
  }
}
