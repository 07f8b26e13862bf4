public import Diagnostics
public import Script
import SwiftDiagnostics
import SwiftOperators
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Reads Swift source into the language's own tree; the only place that knows swift-syntax.
///
/// One parser reads the cells of a session: the operators that a cell declares are known after it.
public struct ScriptParser: Sendable {
  /// The standard operators and those that cells have declared; nil where none has.
  private var operators: OperatorTable?

  private let findsColors: Bool

  /// Creates a parser.
  ///
  /// - Parameter findsColors: Whether trees come with what editors color in them.
  public init(findsColors: Bool = false) {
    self.findsColors = findsColors
  }

  /// Parses a cell or a script.
  ///
  /// - Parameter source: The text, which knows where it stands in its file.
  /// - Returns: The tree, as complete as the text allows, with every syntax error and every
  ///   construct that is not part of the language. All spans are in the file.
  public mutating func parse(_ source: EmbeddedText) -> Checked<ScriptNode> {
    do throws(ParsingRefusal) {
      return try ParsingBounds.withTree(of: source.text) { lowered($0, of: source) }
    } catch {
      let problem = ParsingBounds.problem(error, in: source)
      return Checked(ScriptNode(statements: [], comments: []), [problem])
    }
  }

  private mutating func lowered(
    _ tree: SourceFileSyntax,
    of source: EmbeddedText
  ) -> Checked<ScriptNode> {
    var lowering = Lowering(source: source, operators: operators)
    lowering.readOperators(in: tree)
    operators = lowering.declaredOperators
    if tree.hasError {
      lowering.reportSyntaxErrors(in: tree)
    }
    let hoisting = FunctionHoisting(tree.statements) { lowering.span($0).start }
    let statements = hoisting.ordered(lowering.statements(tree.statements))
    return Checked(
      ScriptNode(
        statements: statements,
        comments: lowering.comments(in: tree),
        colors: findsColors ? SyntaxClassifier.colors(in: tree) : []
      ),
      lowering.diagnostics.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
    )
  }
}

/// Turns syntax nodes into the language's tree; the constructs are in extensions.
struct Lowering {
  let source: EmbeddedText
  var diagnostics: [Diagnostics.Diagnostic] = []
  /// What to add to a node's offset: folded operators form trees of their own, which begin at 0.
  var base = 0
  var depth = 0
  /// The standard operators and those that the session has declared; nil where it has none.
  private(set) var declaredOperators: OperatorTable?

  /// Nested expressions and statements beyond this are refused: no reader follows them either.
  static let greatestDepth = 60
  /// Errors in longer lines are not explained: it takes swift-syntax the square of the length.
  private static let longestExplainedLine = 2_000
  /// The bytes of the shortest comment.
  private static let shortestComment = 2
  /// Operators in one expression beyond this are refused.
  static let mostOperators = 500

  init(source: EmbeddedText, operators: OperatorTable?) {
    self.source = source
    declaredOperators = operators
  }

  /// Swift's operators, with the element by element comparisons that its library has as well.
  private static let libraryOperators: OperatorTable = {
    var table = OperatorTable.standardOperators
    let names = [".==", ".!=", ".<", ".<=", ".>", ".>="]
    let declarations = names.map { "infix operator \($0): ComparisonPrecedence\n" }.joined()
    table.addSourceFile(Parser.parse(source: declarations)) { _ in }
    return table
  }()

  /// The operators that expressions are folded by.
  var operatorTable: OperatorTable { declaredOperators ?? Self.libraryOperators }

  /// Takes in the operators that a tree declares.
  mutating func readOperators(in tree: SourceFileSyntax) {
    let declaresSome = tree.statements.contains {
      $0.item.is(OperatorDeclSyntax.self) || $0.item.is(PrecedenceGroupDeclSyntax.self)
    }
    guard declaresSome else { return }
    var problems: [OperatorError] = []
    var table = operatorTable
    table.addSourceFile(tree) { problems.append($0) }
    declaredOperators = table
    for problem in problems {
      var place = span(tree)
      if case .operatorAlreadyExists(let existing, let new) = problem {
        // Swift's own may be declared again; one between operands could get another precedence so.
        if existing.syntax == nil, existing.kind != .infix { continue }
        place = new.syntax.map { span($0) } ?? place
      }
      report("operator", problem.message, at: place, help: "declare each operator once")
    }
  }

  func span(_ node: some SyntaxProtocol) -> SourceSpan {
    let start = node.positionAfterSkippingLeadingTrivia.utf8Offset + base
    return source.fileSpan(start, start + node.trimmedLength.utf8Length)
  }

  mutating func report(
    _ id: String,
    _ message: String,
    at span: SourceSpan,
    help: String? = nil
  ) {
    guard diagnostics.count < Diagnostics.Diagnostic.mostOfASeverity else { return }
    diagnostics.append(Diagnostics.Diagnostic(id, .error, message, at: span, help: help))
  }

  mutating func unsupported(_ construct: UnsupportedConstruct, at span: SourceSpan) {
    report("unsupported", construct.message, at: span, help: construct.help)
  }

  /// Runs a step one level deeper, or refuses it where the nesting is too deep.
  mutating func deeper<Result>(
    at node: some SyntaxProtocol,
    _ invalid: Result,
    _ body: (inout Lowering) -> Result
  ) -> Result {
    guard depth < Self.greatestDepth else {
      report(
        "too-deep",
        "this is nested more than \(Self.greatestDepth) levels deep",
        at: span(node),
        help: "give inner parts names of their own"
      )
      return invalid
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  mutating func reportSyntaxErrors(in tree: SourceFileSyntax) {
    guard source.text.longestLine <= Self.longestExplainedLine else {
      return report("syntax", "this is not Swift", at: firstError(in: tree))
    }
    if let strange = firstUnexpectedText(in: tree) {
      // Next to such text, swift-syntax makes corrections that change nothing, and stops on them.
      return report("syntax", "invalid character in source", at: strange)
    }
    var lastLine = -1
    for problem in ParseDiagnosticsGenerator.diagnostics(for: tree) {
      guard diagnostics.count < Diagnostics.Diagnostic.mostOfASeverity else { return }
      let offset = problem.position.utf8Offset
      let span = source.fileSpan(offset, offset + 1)
      // Later errors on a line are mostly consequences of the first.
      let line = source.text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
      guard line != lastLine else { continue }
      lastLine = line
      let fix =
        remedy(of: problem.message, at: offset) ?? problem.fixIts.first?.message.message
      report("syntax", problem.message, at: SourceSpan(span.start, span.start), help: fix)
    }
    if diagnostics.isEmpty { report("syntax", "this is not Swift", at: span(tree)) }
  }

  /// What to write for what another language has, at an offset of the source.
  private func remedy(of problem: String, at offset: Int) -> String? {
    func word(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.drop { $0 == UInt8(ascii: " ") }.prefix {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
      }
    }
    let before = String(
      decoding: word(source.text.utf8.prefix(offset).reversed()).reversed(),
      as: UTF8.self
    )
    let behind = String(decoding: word(source.text.utf8.dropFirst(offset)), as: UTF8.self)
    if behind == "for", problem.hasPrefix("expected ']'") { return "write 'xs.map { x in … }'" }
    if problem.hasPrefix("C-style for") { return "write 'for i in 0..<n { … }'" }
    return ForeignWords.remedy(for: before) ?? ForeignWords.remedy(for: behind)
  }

  /// The first text between tokens that is neither space nor comment.
  private func firstUnexpectedText(in tree: SourceFileSyntax) -> SourceSpan? {
    for token in tree.tokens(viewMode: .sourceAccurate) {
      let leading = located(token.leadingTrivia, from: token.position)
      let trailing = located(token.trailingTrivia, from: token.endPositionBeforeTrailingTrivia)
      for (piece, offset) in leading + trailing {
        guard case .unexpectedText = piece else { continue }
        return source.fileSpan(offset, offset + piece.sourceLength.utf8Length)
      }
    }
    return nil
  }

  /// Pieces of text between tokens, each with its offset.
  private func located(
    _ trivia: Trivia,
    from start: AbsolutePosition
  ) -> [(piece: TriviaPiece, offset: Int)] {
    var offset = start.utf8Offset
    return trivia.map { piece in
      defer { offset += piece.sourceLength.utf8Length }
      return (piece, offset)
    }
  }

  /// The first statement with an error.
  private func firstError(in tree: SourceFileSyntax) -> SourceSpan {
    tree.statements.first { $0.hasError }.map { span($0) } ?? span(tree)
  }

  /// Collects the line comments of a tree, in order.
  func comments(in tree: SourceFileSyntax) -> [ScriptNode.Comment] {
    guard source.text.utf8.contains(UInt8(ascii: "/")) else { return [] }
    var result: [ScriptNode.Comment] = []
    for token in tree.tokens(viewMode: .sourceAccurate)
    where max(token.leadingTriviaLength.utf8Length, token.trailingTriviaLength.utf8Length)
      >= Self.shortestComment
    {
      let leading = located(token.leadingTrivia, from: token.position)
      var startsLine = token.position.utf8Offset == 0 || leading.first?.piece.isNewline == true
      for (piece, offset) in leading {
        if piece.isNewline { startsLine = true }
        add(piece, at: offset, standsAlone: startsLine, to: &result)
      }
      for (piece, offset) in located(
        token.trailingTrivia,
        from: token.endPositionBeforeTrailingTrivia
      ) {
        add(piece, at: offset, standsAlone: false, to: &result)
      }
    }
    return result
  }

  private func add(
    _ piece: TriviaPiece,
    at offset: Int,
    standsAlone: Bool,
    to comments: inout [ScriptNode.Comment]
  ) {
    switch piece {
    case .lineComment(let text), .docLineComment(let text):
      comments.append(
        .init(
          text: String(text.dropFirst(2)),
          span: source.fileSpan(offset, offset + text.utf8.count),
          standsAlone: standsAlone
        )
      )
    default: break
    }
  }
}

extension String {
  /// The bytes of the longest line.
  fileprivate var longestLine: Int {
    utf8.split(separator: UInt8(ascii: "\n")).map(\.count).max() ?? 0
  }
}
