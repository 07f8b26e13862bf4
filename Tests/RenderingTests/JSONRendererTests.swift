import Testing

@testable import Rendering

@Suite("JSON strings and visible text")
struct JSONRendererTests {
  @Test("every control character is escaped")
  func quoting() {
    #expect(JSONRenderer().quoted("a\"\\\n\u{1B}é😀") == "\"a\\\"\\\\\\n\\u001bé😀\"")
    #expect(JSONRenderer().quoted(nil) == "null")
  }

  @Test("a terminal never sees an escape sequence or a bidirectional override")
  func visible() {
    #expect(visibleText("a\u{1B}[31m\u{202E}\n") == "a␛[31m<U+202E>\n")
  }
}
