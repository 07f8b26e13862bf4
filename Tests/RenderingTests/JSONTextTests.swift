import Testing

@testable import Rendering

@Suite("Text in JSON and in scripts")
struct JSONTextTests {
  @Test(
    "what JSON does not allow is escaped, and nothing else",
    arguments: [
      ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("a\nb", #""a\nb""#),
      ("\u{0}\t\u{1F}\u{7F}\u{80}\u{9F}", #""\u0000\u0009\u001f\u007f\u0080\u009f""#),
      ("\u{A0}é€∑\u{2028}𝛾<", "\"\u{A0}é€∑\u{2028}𝛾<\""),
      // Bytes of other characters that are like those of what is escaped.
      ("\u{A8}\u{168}\u{2029}\u{10A8}Ā\u{20A8}", "\"\u{A8}\u{168}\u{2029}\u{10A8}Ā\u{20A8}\""),
    ]
  )
  func quoting(_ text: String, _ expected: String) {
    #expect(JSONText.quoted(text) == expected)
  }

  @Test("in a script, no end of an element and no line break of JavaScript is left")
  func script() {
    #expect(
      JSONText.quotedInScript("</script>\u{2028}\u{2029}\u{20A8}\u{A8}\u{2027}")
        == #""\u003c/script>\u2028\u2029"# + "\u{20A8}\u{A8}\u{2027}\""
    )
  }
}
