import Diagnostics
import Testing

@Suite("Places and messages")
struct DiagnosticsTests {
  @Test("lines end at LF, CRLF and CR; columns are bytes")
  func positions() {
    let file = SourceFile(name: "a.md", text: "é x\r\nb\rc\n")
    #expect(file.lineStarts == [0, 6, 8, 10])
    #expect(file.position(at: 3) == SourceFile(name: "", text: "abcd").position(at: 3))
    #expect(file.position(at: 7).line == 2)
    #expect(file.text(in: file.span(ofLine: 1)) == "é x")
  }

  @Test("text taken out of a file knows where each byte came from")
  func embedded() {
    let file = SourceFile(name: "a.md", text: "> let a\n> let b\n")
    let text = EmbeddedText(lines: [SourceSpan(2, 7), SourceSpan(10, 15)], in: file)
    #expect(text.text == "let a\nlet b\n")
    #expect(file.text(in: text.fileSpan(10, 11)) == "b")
  }

  @Test(
    "the nearest name is suggested, a distant one is not",
    arguments: [("sotfmax", "softmax"), ("maxx", "max"), ("banana", nil)]
  )
  func nearest(_ name: String, _ expected: String?) {
    #expect(nearestName(to: name, among: ["softmax", "max", "map"]) == expected)
  }

  @Test("of names that differ in case alone, the one written the same way is suggested")
  func nearestCase() {
    #expect(nearestName(to: "aplha", among: ["Alpha", "alpha"]) == "alpha")
    #expect(nearestName(to: "Aplha", among: ["alpha", "Alpha"]) == "Alpha")
    #expect(nearestName(to: "ALPHA", among: ["alpha"]) == "alpha")
  }

  @Test("a message shows the line with a caret, and no raw control characters")
  func format() {
    let file = SourceFile(name: "a.md", text: "let a = \u{1B}x\n")
    let diagnostic = Diagnostic(
      "unknown-name",
      .error,
      "cannot find 'x'",
      at: SourceSpan(9, 10),
      help: "declare it"
    )
    let text = DiagnosticFormatter().format(diagnostic, in: file)
    #expect(
      text == """
        a.md:1:10: error: cannot find 'x' [unknown-name]
            1 | let a = ␛x
              |          ^
               = help: declare it

        """
    )
  }

  @Test("a terminal never sees an escape sequence or a bidirectional override")
  func visible() {
    #expect(visibleText("a\u{1B}[31m\u{202E}\tb\n") == "a␛[31m<U+202E>  b\n")
  }

  @Test("invalid UTF-8 is found at its byte")
  func invalid() {
    #expect(SourceFile(name: "", bytes: [0x61, 0xC3, 0xA9, 0xFF]).firstInvalidByte == 3)
    #expect(SourceFile(name: "", text: "añ😀").firstInvalidByte == nil)
  }
}
