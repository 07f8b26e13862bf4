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
    let once = OutputSplicer.splice([storing("1\n``` 2\n")], into: first.value)
    let second = LessonReader.read(SourceFile(name: "a.md", bytes: once)).value
    #expect(second.cells.first?.storedOutput?.contents.text == "1\n``` 2\n")
    #expect(OutputSplicer.splice([storing("1\n``` 2\n")], into: second) == once)
  }

  @Test(
    "bad input is diagnosed",
    arguments: [
      ("```swift\na\n", "unclosed-fence"), ("```swift hiden\n```\n", "unknown-attribute"),
      ("```swift hidden folded\n```\n", "contradictory-attributes"),
      ("```swift fails exercise=a\n```\n", "contradictory-attributes"),
      ("```swift exercise=a\n```\n", "exercise-without-solution"),
      ("```swift solution=a\n```\n", "solution-without-exercise"),
      ("```swift id=a\n```\n```swift id=a\n```\n", "duplicate-id"),
      ("---\ntitel: x\n---\n", "unknown-key"), ("---\na: [\n---\n", "front-matter"),
      ("---\nseed: x\n---\n", "front-matter-type"),
    ]
  )
  func bad(text: String, id: String) {
    let read = LessonReader.read(SourceFile(name: "a.md", text: text))
    #expect(read.diagnostics.map(\.id) == [id])
  }

  struct Place: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var code: String
    /// The line and column of the code's first byte.
    var line: Int
    var column: Int
    var prefix: String

    init(_ name: String, _ text: String, _ code: String, at: (Int, Int), prefix: String) {
      testDescription = name
      self.text = text
      self.code = code
      (line, column) = at
      self.prefix = prefix
    }
  }

  @Test(
    "a cell's code is known with its place in the file, and its output goes where the cell stands",
    arguments: [
      Place("plain", "```swift\nlet é = 1\nx\n```\n", "let é = 1\nx\n", at: (2, 1), prefix: ""),
      Place("CRLF", "a\r\n\r\n```swift\r\nx\r\ny\r\n```\r\n", "x\ny\n", at: (4, 1), prefix: ""),
      Place("a lone CR", "```swift\rx\r```\r", "x\n", at: (2, 1), prefix: ""),
      Place(
        "indented by three",
        "   ```swift\n   x\n  y\n   ```\n",
        "x\ny\n",
        at: (2, 4),
        prefix: "   "
      ),
      Place("deeper code", "```swift\n    x\n```\n", "    x\n", at: (2, 1), prefix: ""),
      Place(
        "tabs in the code",
        "```swift\n\tif a {\n\t\tb\n\t}\n```\n",
        "\tif a {\n\t\tb\n\t}\n",
        at: (2, 1),
        prefix: ""
      ),
      Place(
        "in a list",
        "- a\n\n  ```swift\n  x\n    y\n  ```\n",
        "x\n  y\n",
        at: (4, 3),
        prefix: "  "
      ),
      Place(
        "in a list item's first line",
        "- ```swift\n  x\n  ```\n",
        "x\n",
        at: (2, 3),
        prefix: "  "
      ),
      Place(
        "in a numbered list",
        "10. a\n\n    ```swift\n    x\n    ```\n",
        "x\n",
        at: (4, 5),
        prefix: "    "
      ),
      Place(
        "in a list, indented further",
        "- a\n\n   ```swift\n   x\n   ```\n",
        "x\n",
        at: (4, 4),
        prefix: "   "
      ),
      Place(
        "in a list behind a tab",
        "-\ta\n\n\t```swift\n\tx\n\t```\n",
        "x\n",
        at: (4, 2),
        prefix: "\t"
      ),
      Place("in a quotation", "> ```swift\n> x\n>y\n> ```\n", "x\ny\n", at: (2, 3), prefix: "> "),
      Place(
        "in a quotation in a list",
        "- > ```swift\n  > x\n  > ```\n",
        "x\n",
        at: (2, 5),
        prefix: "  > "
      ),
      Place(
        "in a list in a quotation",
        "> - ```swift\n>   x\n>   ```\n",
        "x\n",
        at: (2, 5),
        prefix: ">   "
      ),
      Place("tildes", "~~~swift\n```\n~~~\n", "```\n", at: (2, 1), prefix: ""),
      Place(
        "behind front matter",
        "---\ntitle: t\n---\n\n```swift\nx\n```\n",
        "x\n",
        at: (6, 1),
        prefix: ""
      ),
      Place(
        "behind a byte order mark",
        "\u{FEFF}```swift\nx\n```\n",
        "x\n",
        at: (2, 1),
        prefix: ""
      ),
      Place(
        "behind math over lines",
        "$$\na\n= b\n$$\n\n```swift\nx\n```\n",
        "x\n",
        at: (7, 1),
        prefix: ""
      ),
    ]
  )
  func places(_ test: Place) throws {
    let file = SourceFile(name: "a.md", text: test.text)
    let lesson = LessonReader.read(file)
    #expect(lesson.diagnostics.isEmpty)
    let cell = try #require(lesson.value.cells.first)
    #expect(cell.code.text == test.code)
    #expect(file.position(at: cell.code.fileOffset(of: 0)).line == test.line)
    #expect(file.position(at: cell.code.fileOffset(of: 0)).column == test.column)
    #expect(cell.linePrefix == test.prefix)
    let written = OutputSplicer.splice([storing("out\n")], into: lesson.value)
    let second = LessonReader.read(SourceFile(name: "a.md", bytes: written)).value
    #expect(second.cells.first?.code.text == test.code)
    #expect(second.cells.first?.storedOutput?.contents.text == "out\n")
    #expect(OutputSplicer.splice([storing("out\n")], into: second) == written)
  }

  @Test("nodes know their place in bytes, soft breaks by what stands around them")
  func nodePlaces() throws {
    let file = SourceFile(name: "a.md", text: "é *b*\r\n`c`\td\n\n> # h\n")
    let nodes = LessonReader.read(file).value.document.nodes
    func text(_ matches: (Node.Kind) -> Bool) -> String? {
      nodes.first { matches($0.kind) }?.span.map(file.text(in:))
    }
    #expect(text { $0 == .emphasis } == "*b*")
    #expect(text { $0 == .paragraph } == "é *b*\r\n`c`\td")
    #expect(text { $0 == .heading(level: 1, id: "h") } == "# h")
    #expect(nodes.first { $0.kind == .softBreak }?.span == nil)
  }

  @Test(
    "front matter is known by its rows of hyphens at the very beginning",
    arguments: [
      ("---\ntitle: A\n---\ntext", "A"), ("---\ntitle: A\n...\ntext", "A"),
      ("---\r\ntitle: \"é: x\"\r\n---\r\n", "é: x"), ("\n---\ntitle: A\n---\n", nil),
      ("---\ntitle: A\n", nil), ("\u{FEFF}---\ntitle: A\n---\n", "A"),
    ] as [(String, String?)]
  )
  func frontMatter(_ text: String, _ title: String?) {
    let lesson = LessonReader.read(SourceFile(name: "a.md", text: text)).value
    #expect(lesson.frontMatter.title == title)
  }

  @Test(
    "a value of the wrong kind is said with what it should be",
    arguments: [
      ("seed: x", "'seed' must be a whole number, but is 'x'"),
      ("digits: 0", "'digits' must be a whole number of at least 1, but is '0'"),
      ("title: [a]", "'title' must be text, but is a list"),
      ("limits: 5", "'limits' must be keys of its own, but is '5'"),
      ("limits: { time: -1 }", "'time' must be a number of seconds above 0, but is '-1'"),
    ]
  )
  func frontMatterTypes(_ line: String, _ message: String) {
    let read = LessonReader.read(SourceFile(name: "a.md", text: "---\n\(line)\n---\n"))
    #expect(read.diagnostics.map(\.message) == [message])
  }

  @Test("deep nesting neither crashes nor hangs")
  func deep() {
    let text = String(repeating: ">", count: 20_000)
    #expect(!LessonReader.read(SourceFile(name: "a.md", text: text)).value.document.nodes.isEmpty)
  }
}

/// The report of a lesson's only cell with a text to store.
private func storing(_ text: String) -> CellReport {
  var report = CellReport(cell: 0, status: .passed)
  report.outputToStore = text
  return report
}
