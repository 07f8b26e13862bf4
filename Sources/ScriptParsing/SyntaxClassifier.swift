public import Diagnostics
import SwiftIDEUtils
import SwiftSyntax

/// Finds what editors color in Swift code, by swift-syntax's own classification.
public enum SyntaxClassifier {
  /// Returns the pieces of the code that have a color, from first to last, without overlap.
  ///
  /// Code that does not parse is classified as far as it can be read; code that is beyond the
  /// parser's bounds has no colors.
  public static func classify(_ code: EmbeddedText) -> [ColoredRange] {
    let ranges = try? ParsingBounds.withTree(of: code.text) { colors(in: $0) }
    return ranges ?? []
  }

  static func colors(in tree: SourceFileSyntax) -> [ColoredRange] {
    tree.classifications.compactMap { piece in
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
