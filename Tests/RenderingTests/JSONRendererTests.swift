import Diagnostics
import Foundation
import LessonMarkdown
import LessonModel
import Testing

@testable import Rendering

@Suite("A report as JSON")
struct JSONRendererTests {
  @Test("every control character is escaped")
  func quoting() {
    #expect(JSONRenderer().quoted("a\"\\\n\u{1B}é😀") == "\"a\\\"\\\\\\n\\u001bé😀\"")
    #expect(JSONRenderer().quoted(nil) == "null")
  }

  @Test("it is JSON, with places and values")
  func report() throws {
    let text = "---\ntitle: \"a \\\" b\"\n---\n```swift id=x\na  // → 3\n```\n"
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: text)).value
    let span = SourceSpan(47, 48)
    let cell = CellReport(
      cell: 0,
      status: .failed,
      outputs: [.text("2\n")],
      expectations: [.init(span: span, holds: false, expected: "3", actual: "2")],
      diagnostics: [Diagnostic("value-mismatch", .error, "written is '3'", at: span)]
    )
    let json = JSONRenderer().render(lesson, Report(cells: [cell], verdict: .failed))
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let root = try #require(value as? [String: Any])
    #expect(root["title"] as? String == "a \" b")
    #expect(root["verdict"] as? String == "failed")
    let first = try #require((root["cells"] as? [[String: Any]])?.first)
    #expect(first["id"] as? String == "x")
    #expect(first["line"] as? Int == 4)
    let expectation = try #require((first["expectations"] as? [[String: Any]])?.first)
    #expect(expectation["line"] as? Int == 5)
    #expect(expectation["computed"] as? String == "2")
    #expect(expectation["passed"] as? Bool == false)
    #expect((first["diagnostics"] as? [[String: Any]])?.first?["id"] as? String == "value-mismatch")
  }

  @Test("a figure is an object among the outputs")
  func figure() throws {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: "```swift\na\n```\n")).value
    let figure = Figure(
      name: "cost",
      title: "C\"",
      summary: "S",
      svg: "<svg/>",
      tables: { "" },
      drawing: { _, _ in "" }
    )
    let cell = CellReport(cell: 0, status: .passed, outputs: [.text("a"), .figure(figure)])
    let json = JSONRenderer().render(lesson, Report(cells: [cell], verdict: .passed))
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let outputs = (root?["cells"] as? [[String: Any]])?.first?["outputs"] as? [Any]
    #expect(outputs?.first as? String == "a")
    #expect(
      outputs?.last as? [String: String]
        == ["figure": "cost", "title": "C\"", "summary": "S", "svg": "<svg/>"]
    )
  }
}
