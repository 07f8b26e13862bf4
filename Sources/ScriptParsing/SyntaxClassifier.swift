public import Diagnostics
import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Finds what editors color in Swift code, by swift-syntax's own classification.
public enum SyntaxClassifier {
  /// Returns the pieces of the code that have a color, from first to last, without overlap.
  ///
  /// Code that does not parse is classified as far as it can be read; code that nests too deep or is too
  /// long for the parser has no colors.
  public static func classify(_ code: EmbeddedText) -> [ColoredRange] {
    guard code.text.utf8.count <= ScriptParser.greatestLength,
      ScriptParser.nesting.offsetOfExcess(in: code.text) == nil
    else { return [] }
    return ScriptParser.stack(for: code.text).run { ranges(in: code.text) } ?? []
  }

  private static func ranges(in text: String) -> [ColoredRange] {
    var parser = Parser(text, maximumNestingLevel: ScriptParser.greatestNesting)
    return SourceFileSyntax.parse(from: &parser).classifications.compactMap { piece in
      kind(of: piece.kind).map { color in
        ColoredRange(piece.range.lowerBound.utf8Offset, piece.range.upperBound.utf8Offset, color)
      }
    }
  }

  private static func kind(of classification: SyntaxClassification) -> CodeColor? {
    switch classification {
    case .keyword: .keyword
    case .type: .type
    case .integerLiteral, .floatLiteral: .number
    case .stringLiteral, .regexLiteral: .string
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
    case .attribute, .ifConfigDirective: .attribute
    case .identifier, .dollarIdentifier, .operator, .argumentLabel, .editorPlaceholder, .none: nil
    }
  }
}
