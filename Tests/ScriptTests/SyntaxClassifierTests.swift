import Diagnostics
import ScriptParsing
import Testing

@Suite("Code is colored by swift-syntax's classification")
struct SyntaxClassifierTests {
  private func colors(_ code: String) -> [String] {
    let bytes = Array(code.utf8)
    let text = EmbeddedText(wholeOf: SourceFile(name: "a.swift", text: code))
    return SyntaxClassifier.classify(text).map { range in
      "\(range.color) \(String(decoding: bytes[range.start..<range.end], as: UTF8.self))"
    }
  }

  @Test("words, types, numbers, texts and comments have a color each")
  func kinds() {
    #expect(
      colors("let é: Int = 1 // c\nprint(\"a\")")
        == [
          "keyword let", "type Int", "number 1", "comment // c", "string \"a\"",
        ]
    )
  }

  @Test(
    "ranges are in order and do not overlap",
    arguments: ["func f(", "\"\\(1 + 2)\"", "/* a\nb */", "", "}}}"]
  )
  func order(_ code: String) {
    let ranges = SyntaxClassifier.classify(
      EmbeddedText(wholeOf: SourceFile(name: "a.swift", text: code))
    )
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.end <= $1.start })
    #expect(ranges.allSatisfy { $0.start < $0.end && $0.end <= code.utf8.count })
  }

  @Test("code that nests too deep has no colors")
  func deep() { #expect(colors(String(repeating: "(", count: 5000)).isEmpty) }
}
