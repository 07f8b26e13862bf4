import Diagnostics
import LessonMarkdown
import LessonModel
import LessonRunner
import Script
import ScriptLibrary
import Testing

@Suite("A changed lesson is judged by the run of the one before it")
struct RecordingTests {
  private static let text = """
    ```swift
    let a = [0.5, 0.25]  // → [0.5, 0.25]
    print(a[0])
    ```

    ```output
    0.5
    ```

    ```swift rejected
    let b: Int = 0.5
    ```

    ```output
    error: this is of type 'Double', but 'Int' is needed
    ```

    ```swift fails
    a[2]
    ```

    ```output
    error: index 2 is out of range of an array of 2 elements
    ```

    ```swift exercise=half
    func half(_ x: Double) -> Double { x }
    expect(half(5) == 2.5)
    ```

    ```swift solution=half
    func half(_ x: Double) -> Double { x / 2 }
    ```

    It is 0.5<!-- = a[0] -->, and $1 + 1 = 2$.
    """

  private static func lesson(_ text: String) -> Lesson {
    LessonReader.read(SourceFile(name: "a.md", text: text)).value
  }

  private static func changed(_ written: String, _ changed: String) -> Lesson {
    lesson(text.replacing(written, with: changed, maxReplacements: 1))
  }

  private let runner = SessionRunner(library: makeLessonLibrary())
  /// Every statement that it runs is one too many.
  private let idle: SessionRunner

  init() {
    var limits = Limits()
    limits.steps = 0
    limits.outputBytes = 0
    idle = SessionRunner(library: makeLessonLibrary(), limits: limits)
  }

  @Test("a runner that makes ready for the lesson comes to the same")
  func expecting() {
    let lesson = Self.lesson(Self.text)
    let report = runner.run(lesson)
    #expect(runner.expecting([lesson.file]).run(lesson) == report)
    #expect(
      runner.expecting([SourceFile(name: "b.md", text: ""), lesson.file]).run(lesson) == report
    )
  }

  @Test("nothing is run again")
  func running() throws {
    let lesson = Self.lesson(Self.text)
    let (report, recording) = runner.record(lesson)
    #expect(report == runner.run(lesson))
    #expect(report.diagnostics + report.cells.flatMap(\.diagnostics) == [])
    #expect(idle.run(lesson).verdict == Verdict.failed)
    let recorded = try #require(recording)
    #expect(idle.judge(lesson, by: recorded) == report)
  }

  @Test(
    "what is said is judged as if all had been run",
    arguments: [
      ("→ [0.5, 0.25]", "→ [0.5, 0.24]"), ("0.5\n```", "0.6\n```"), ("'Int' is", "'Inu' is"),
      ("index 2", "index 3"), ("is 0.5", "is 0.4"), ("+ 1", "+ 2"), ("It is", "It as"),
    ]
  )
  func saying(_ written: String, _ changed: String) throws {
    let (report, recording) = runner.record(Self.lesson(Self.text))
    let lesson = Self.changed(written, changed)
    let recorded = try #require(recording)
    let judged = try #require(idle.judge(lesson, by: recorded))
    #expect(judged == runner.run(lesson))
    #expect((judged == report) == (changed == "It as"))
  }

  @Test(
    "where what is computed changes, no judgement is made",
    arguments: [
      ("[0.5, 0.25]  ", "[0.5, 0.24]  "), ("a[0] -->", "a[1] -->"), ("swift fails", "swift no-run"),
      ("x / 2", "x / 3"), ("expect(half(5)", "expect(half(6)"), ("It is", "It is not"),
    ]
  )
  func computing(_ written: String, _ changed: String) throws {
    let recording = try #require(runner.record(Self.lesson(Self.text)).recording)
    let lesson = Self.changed(written, changed)
    #expect(idle.judge(lesson, by: recording) == nil)
  }

  @Test("front matter decides what is computed")
  func frontMatter() throws {
    func lesson(_ seed: Int) -> Lesson {
      Self.lesson("---\nseed: \(seed)\n---\n\n```swift\nprint(1)\n```\n")
    }
    let recording = try #require(runner.record(lesson(1)).recording)
    #expect(idle.judge(lesson(1), by: recording) != nil)
    #expect(idle.judge(lesson(2), by: recording) == nil)
  }
}
