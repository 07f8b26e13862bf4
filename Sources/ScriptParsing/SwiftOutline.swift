public import Diagnostics
public import Script
import SwiftParser
import SwiftSyntax

/// Where the statements, comments and expectations of Swift source stand, whatever it uses of Swift.
///
/// It is what the second engine needs of a cell: `swiftc` reads the rest.
public struct SwiftOutline: Sendable {
  /// One statement, of the cell or of a body in it.
  public struct Statement: Sendable {
    /// What a statement is, as far as its value can be asked for.
    public enum Kind: Sendable {
      /// An expression, whose value it has unless that is `Void`.
      case expression
      /// A binding whose names, as an expression, have its value; nil where it has no names.
      case binding(value: String?)
      /// An assignment to a target, which is an expression of its value; nil for `_`.
      case assignment(target: String?)
      /// `return`, with the bytes of what is returned.
      case `return`(value: Range<Int>?)
      /// Control flow, which has no value.
      case control
      /// The declaration of a function, a type, or an import.
      case declaration
    }

    /// What it is.
    public var kind: Kind
    /// Its bytes in the text.
    public var range: Range<Int>
    /// Its place in the file.
    public var span: SourceSpan
    /// Whether it stands in no body.
    public var isTopLevel: Bool
    /// Whether it is a call of `expect`.
    public var isExpectation: Bool

    /// Whether its value can be compared.
    public var hasValue: Bool {
      switch kind {
      case .expression, .binding, .assignment: true
      case .return(let value): value != nil
      case .control, .declaration: false
      }
    }
  }

  /// The statements, outer before inner.
  public let statements: [Statement]
  /// All line comments, in order.
  public let comments: [ScriptNode.Comment]
  /// The calls of `expect`, by the offset in the text of their opening parenthesis.
  public let expectations: [Int: SourceSpan]
  /// The names that the statements outside of bodies declare.
  public let declaredNames: Set<String>

  /// Reads a cell.
  ///
  /// - Parameter source: The text, which knows where it stands in its file.
  /// - Returns: The outline; nil where the text is too deep, too long or too slow to be read.
  public static func read(_ source: EmbeddedText) -> SwiftOutline? {
    try? ParsingBounds.withTree(of: source.text) { tree in
      let reader = OutlineReader(source)
      reader.walk(tree)
      return SwiftOutline(
        statements: reader.statements,
        comments: Lowering(source: source, operators: nil).comments(in: tree),
        expectations: reader.expectations,
        declaredNames: reader.declaredNames
      )
    }
  }
}

/// Walks a tree for its outline.
private final class OutlineReader: SyntaxVisitor {
  private let source: EmbeddedText
  var statements: [SwiftOutline.Statement] = []
  var expectations: [Int: SourceSpan] = [:]
  var declaredNames: Set<String> = []

  init(_ source: EmbeddedText) {
    self.source = source
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    let range = range(node.item)
    let isTopLevel = node.parent?.parent?.is(SourceFileSyntax.self) ?? false
    statements.append(
      SwiftOutline.Statement(
        kind: kind(of: node.item),
        range: range,
        span: source.fileSpan(range.lowerBound, range.upperBound),
        isTopLevel: isTopLevel,
        isExpectation: isExpectation(node.item)
      )
    )
    if isTopLevel, case .decl(let declaration) = node.item { declare(declaration) }
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    if isExpect(node), let parenthesis = node.leftParen {
      let range = range(node)
      expectations[parenthesis.positionAfterSkippingLeadingTrivia.utf8Offset] =
        source.fileSpan(range.lowerBound, range.upperBound)
    }
    return .visitChildren
  }

  private func range(_ node: some SyntaxProtocol) -> Range<Int> {
    let start = node.positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<start + node.trimmedLength.utf8Length
  }

  private func isExpect(_ call: FunctionCallExprSyntax) -> Bool {
    call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "expect"
  }

  private func isExpectation(_ item: CodeBlockItemSyntax.Item) -> Bool {
    guard case .expr(var expression) = item else { return false }
    if let attempt = expression.as(TryExprSyntax.self) { expression = attempt.expression }
    return expression.as(FunctionCallExprSyntax.self).map(isExpect) ?? false
  }

  // MARK: - Kinds

  private func kind(of item: CodeBlockItemSyntax.Item) -> SwiftOutline.Statement.Kind {
    switch item {
    case .decl(let declaration):
      guard let variable = declaration.as(VariableDeclSyntax.self) else { return .declaration }
      return kind(of: variable)
    case .expr(let expression): return kind(of: expression)
    case .stmt(let statement):
      if let wrapped = statement.as(ExpressionStmtSyntax.self) {
        return kind(of: wrapped.expression)
      }
      guard let result = statement.as(ReturnStmtSyntax.self) else { return .control }
      return .return(value: result.expression.map(range))
    }
  }

  private func kind(of expression: ExprSyntax) -> SwiftOutline.Statement.Kind {
    if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return .control }
    guard let parts = expression.as(SequenceExprSyntax.self)?.elements,
      let target = parts.first, let sign = parts.dropFirst().first, isAssignment(sign)
    else { return .expression }
    let isDiscarded = target.is(DiscardAssignmentExprSyntax.self)
    return .assignment(target: isDiscarded ? nil : target.trimmedDescription)
  }

  /// Whether an operator assigns, by its spelling: `+=` does, `<=` and `.==` compare.
  private func isAssignment(_ sign: ExprSyntax) -> Bool {
    if sign.is(AssignmentExprSyntax.self) { return true }
    guard let name = sign.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    let before = name.dropLast().last.map { String($0) } ?? ""
    return name.hasSuffix("=") && name.count > 1 && !"=!~".contains(before)
      && !["<=", ">=", ".<=", ".>="].contains(name)
  }

  private func kind(of variable: VariableDeclSyntax) -> SwiftOutline.Statement.Kind {
    guard let binding = variable.bindings.last, binding.initializer != nil else {
      return .declaration
    }
    return .binding(value: value(of: binding.pattern))
  }

  /// A pattern as an expression of what it has bound; nil where a part has no name.
  private func value(of pattern: PatternSyntax) -> String? {
    if let name = pattern.as(IdentifierPatternSyntax.self) { return name.identifier.text }
    guard let tuple = pattern.as(TuplePatternSyntax.self) else { return nil }
    let parts = tuple.elements.map { value(of: $0.pattern) }
    let named = parts.compactMap(\.self)
    return named.count == parts.count ? "(" + named.joined(separator: ", ") + ")" : nil
  }

  // MARK: - Names

  private func declare(_ declaration: DeclSyntax) {
    if let variable = declaration.as(VariableDeclSyntax.self) {
      for binding in variable.bindings { declare(binding.pattern) }
    } else if let named = declaration.asProtocol((any NamedDeclSyntax).self) {
      declaredNames.insert(named.name.text)
    }
  }

  private func declare(_ pattern: PatternSyntax) {
    if let name = pattern.as(IdentifierPatternSyntax.self) {
      declaredNames.insert(name.identifier.text)
    } else if let tuple = pattern.as(TuplePatternSyntax.self) {
      for element in tuple.elements { declare(element.pattern) }
    }
  }
}
