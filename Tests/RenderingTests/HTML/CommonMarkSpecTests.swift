import CCMark
import Diagnostics
import Foundation
import LessonMarkdown
import Rendering
import Testing

@Suite("Outside math and cells a lesson is CommonMark")
struct CommonMarkSpecTests {
  /// The examples of the spec: Markdown between a line `example` and a line `.`, tabs as `→`.
  static let examples: [String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/commonmark-spec.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let fence = String(repeating: "`", count: 32)
    return text.components(separatedBy: fence + " example\n").dropFirst().map { part in
      let markdown = part.hasPrefix(".\n") ? "" : part.components(separatedBy: "\n.\n")[0] + "\n"
      return markdown.replacing("→", with: "\t")
    }
  }()

  @Test("the spec is there")
  func fixture() {
    #expect(Self.examples.count > 600)
  }

  // A leading row of hyphens may open front matter, which CommonMark does not know.
  @Test(
    "an example renders as cmark renders it",
    arguments: examples.filter { !$0.hasPrefix("---\n") }
  )
  func example(_ markdown: String) throws {
    let lesson = LessonReader.read(
      SourceFile(name: "spec.md", text: markdown),
      dialect: .commonMark
    ).value
    let pointer = try #require(
      cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_UNSAFE)
    )
    defer { free(pointer) }
    #expect(HTMLDump.render(lesson) == String(cString: pointer))
  }
}
