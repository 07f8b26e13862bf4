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
      var interpolations = InterpolationReader()
      while let lexeme = lexemes.next(), lexeme.rawTokenKind != .endOfFile {
        guard interpolations.read(lexeme) else {
          // From here on the parser may see code where this sees texts.
          return (start..<text.count).first { condition(text[$0]) }
        }
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

/// Follows the expressions in texts, as long as the parser surely reads them as the lexer does.
///
/// At a quote that cannot go on with an expression, as in `"\(a "`, the parser takes the text for
/// ended, and for code what the lexer holds for another text.
private struct InterpolationReader {
  /// A quote or a bracket that is open, and how many `?` in it wait for their `:`.
  private struct Level {
    let kind: RawTokenKind
    var choices = 0

    var isQuote: Bool { InterpolationReader.isQuote(kind) }
  }

  private var open: [Level] = []
  /// Whether the expression that is being read has been one up to here.
  private var isRegular = true
  private var expectsValue = true
  private var last = RawTokenKind.leftParen
  private var secondLast = RawTokenKind.leftParen

  private static func isQuote(_ kind: RawTokenKind) -> Bool {
    kind == .stringQuote || kind == .multilineStringQuote || kind == .singleQuote
  }

  /// Reads the next token; false where the parser may go on otherwise.
  mutating func read(_ lexeme: Lexer.Lexeme) -> Bool {
    let kind = lexeme.rawTokenKind
    guard kind != .rawStringPoundDelimiter else { return true }
    defer { (secondLast, last) = (last, kind) }
    guard let level = open.last else {
      if Self.isQuote(kind) { open.append(Level(kind: kind)) }
      return true
    }
    guard level.isQuote else {
      if Self.isQuote(kind) {
        open.append(Level(kind: kind))
        return isRegular && expectsValue
      }
      readExpression(kind, in: level)
      return true
    }
    switch kind {
    case level.kind:
      open.removeLast()
      expectsValue = false
    case .leftParen where last == .backslash:
      open.append(Level(kind: kind))
      (isRegular, expectsValue) = (true, true)
    case .stringSegment, .backslash: break
    default: return false
    }
    return true
  }

  /// Reads a token of the expression in a text.
  private mutating func readExpression(_ kind: RawTokenKind, in level: Level) {
    switch kind {
    case .identifier, .dollarIdentifier, .integerLiteral, .floatLiteral, .keyword:
      isRegular = isRegular && expectsValue
      expectsValue = false
    case .prefixOperator: isRegular = isRegular && expectsValue
    case .postfixOperator, .postfixQuestionMark, .exclamationMark:
      isRegular = isRegular && !expectsValue
    case .period: expectsValue = true
    case .binaryOperator, .infixQuestionMark:
      isRegular = isRegular && !expectsValue
      if kind == .infixQuestionMark { open[open.count - 1].choices += 1 }
      expectsValue = true
    case .comma:
      isRegular = isRegular && !expectsValue && level.kind != .leftBrace && level.choices == 0
      expectsValue = true
    case .colon:
      let isLabel = last == .identifier && (secondLast == .leftParen || secondLast == .comma)
      if !isLabel { open[open.count - 1].choices -= 1 }
      isRegular = isRegular && !expectsValue && (isLabel || level.choices > 0)
      expectsValue = true
    case .leftParen, .leftSquare, .leftBrace:
      open.append(Level(kind: kind))
      expectsValue = true
    case .rightParen: close(.leftParen, of: level)
    case .rightSquare: close(.leftSquare, of: level)
    case .rightBrace: close(.leftBrace, of: level)
    default: isRegular = false
    }
  }

  private mutating func close(_ opening: RawTokenKind, of level: Level) {
    let isWhole = level.kind == opening && level.choices == 0 && (!expectsValue || last == opening)
    isRegular = isRegular && isWhole
    if level.kind == opening { open.removeLast() }
    expectsValue = false
  }
}
