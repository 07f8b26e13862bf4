import Diagnostics
import Testing

@testable import Rendering

@Suite("Code on a page")
struct CodeWriterTests {
  private func html(
    _ code: String,
    _ colors: [ColoredRange],
    mark: (Int) -> String = { _ in "" }
  ) -> String {
    var writer = CodeWriter(code, colors)
    writer.write(mark)
    return writer.html
  }

  @Test("each color is a span, text between them is escaped")
  func colors() {
    #expect(
      html("let a < 1\n", [ColoredRange(0, 3, .keyword), ColoredRange(8, 9, .number)])
        == "<span class=\"k\">let</span> a &lt; <span class=\"n\">1</span>"
    )
  }

  @Test("a color that runs over lines is cut at their ends, where marks stand")
  func lines() {
    #expect(
      html("/* a\n\nb */ c\n", [ColoredRange(0, 10, .comment)]) { "[\($0)]" }
        == "<span class=\"c\">/* a</span>[0]\n[5]\n<span class=\"c\">b */</span> c[6]"
    )
  }

  @Test(
    "the text is the code, whatever the colors",
    arguments: ["", "\n", "a", "a\n\n", "é\u{1F600}"]
  )
  func text(_ code: String) {
    let expected = code.hasSuffix("\n") ? String(code.dropLast()) : code
    #expect(html(code, []) == expected)
  }
}
