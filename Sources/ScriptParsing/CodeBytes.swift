@_spi(RawSyntax) @_spi(Testing) @_spi(ExperimentalLanguageFeatures) import SwiftParser
@_spi(RawSyntax) import SwiftSyntax

/// The bytes of source text that are code, with their offsets, as swift-syntax's lexer reads it.
///
/// A reading of one's own would differ where a pattern of a regular expression or a name in
/// backticks has a quote. Text of strings, patterns and such names are no code; an interpolation
/// is, with its brackets. One byte stands for what is between two tokens.
struct CodeBytes {
  private let text: String

  init(of text: String) {
    self.text = text
  }

  /// Returns the offset of the first byte that satisfies a condition, which sees each in order.
  func firstOffset(where condition: (UInt8) -> Bool) -> Int? {
    var text = text
    return text.withUTF8 { Self.firstOffset(in: $0, where: condition) }
  }

  private static func firstOffset(
    in text: UnsafeBufferPointer<UInt8>,
    where condition: (UInt8) -> Bool
  ) -> Int? {
    guard !text.isEmpty else { return nil }
    var tracker = LookaheadTracker()
    return withUnsafeMutablePointer(to: &tracker) { tracker in
      var lexemes = Lexer.tokenize(text, lookaheadTracker: tracker, experimentalFeatures: [])
      var start = 0
      while let lexeme = lexemes.next(), lexeme.rawTokenKind != .endOfFile {
        let separator = UInt8(ascii: lexeme.flags.contains(.isAtStartOfLine) ? "\n" : " ")
        let code = start + lexeme.textRange.lowerBound
        if code > start, condition(separator) { return start }
        let end = code + (lexeme.isCode ? lexeme.textRange.count : 0)
        if let offset = (code..<end).first(where: { condition(text[$0]) }) { return offset }
        if lexeme.byteLength > lexeme.textRange.upperBound, condition(UInt8(ascii: " ")) {
          return start + lexeme.textRange.upperBound
        }
        start += lexeme.byteLength
      }
      return nil
    }
  }
}

extension Lexer.Lexeme {
  /// Whether its text is code.
  fileprivate var isCode: Bool {
    switch rawTokenKind {
    case .stringSegment, .regexLiteralPattern, .shebang: false
    // Between backticks, or in a placeholder of an editor, there may be anything.
    case .identifier:
      tokenText.first.map { $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "<") } ?? false
    default: true
    }
  }
}
