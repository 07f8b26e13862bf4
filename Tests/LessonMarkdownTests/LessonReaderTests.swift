import Diagnostics
import LessonMarkdown
import LessonModel
import Testing

@Suite("Cells and stored outputs (rules 2, 4 and 11)")
struct LessonReaderTests {
  @Test(
    "a second write changes nothing",
    arguments: [
      "```swift\nlet a = 1\n```\n", "```swift\r\na\r\n```\r\ntext\r\n", "> ```swift\n> a\n> ```\n",
      "- x\n\n  ```swift\n  a\n  ```\n", "---\ntitle: t\n---\n```swift\na\n```",
      "```swift\na\n```\n\n```output\nold\n```\nmore\n",
    ]
  )
  func idempotent(text: String) throws {
    let first = LessonReader.read(SourceFile(name: "a.md", text: text))
    #expect(first.diagnostics.isEmpty)
    let once = OutputSplicer.splice(["1\n``` 2\n"], into: first.value)
    let second = LessonReader.read(SourceFile(name: "a.md", bytes: once)).value
    #expect(second.cells.first?.storedOutput?.contents.text == "1\n``` 2\n")
    #expect(OutputSplicer.splice(["1\n``` 2\n"], into: second) == once)
  }

  @Test(
    "bad input is diagnosed",
    arguments: [
      ("```swift\na\n", "unclosed-fence"), ("```swift hiden\n```\n", "unknown-attribute"),
      ("```swift hidden folded\n```\n", "contradictory-attributes"),
      ("```swift id=a\n```\n```swift id=a\n```\n", "duplicate-id"),
      ("---\ntitel: x\n---\n", "unknown-key"), ("---\na: [\n---\n", "front-matter"),
      ("---\nseed: x\n---\n", "front-matter-type"),
    ]
  )
  func bad(text: String, id: String) {
    let read = LessonReader.read(SourceFile(name: "a.md", text: text))
    #expect(read.diagnostics.map(\.id) == [id])
  }

  @Test("deep nesting neither crashes nor hangs")
  func deep() {
    let text = String(repeating: ">", count: 20_000)
    #expect(!LessonReader.read(SourceFile(name: "a.md", text: text)).value.document.nodes.isEmpty)
  }
}
