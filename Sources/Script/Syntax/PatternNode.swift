public import Diagnostics

/// A pattern: what a value is matched with, and the names that it binds.
public struct PatternNode: Sendable {
  /// Its place.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind

  /// Creates a pattern.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of patterns.
  public indirect enum Kind: Sendable {
    /// A name to bind.
    case name(String)
    /// `_`.
    case wildcard
    /// `(a, b)`.
    case tuple([(label: String?, pattern: PatternNode)])
    /// `let pattern` or `var pattern`: what its names bind can be changed where it is `var`.
    case binding(isConstant: Bool, PatternNode)
    /// `pattern?`, which matches an optional that is not nil.
    case optional(PatternNode)
    /// `.name(patterns)` or `Type.name(patterns)`; the patterns are nil where no parentheses stand.
    case enumCase(TypeNode?, NameNode, [(label: String?, pattern: PatternNode)]?)
    /// An expression that the value is compared with by `~=`.
    case expression(ExpressionNode)
    /// `is Type`.
    case type(TypeNode)
    /// `pattern as Type`.
    case cast(PatternNode, TypeNode)
    /// Something outside the language; a diagnostic has been given.
    case invalid
  }
}

/// One condition of an `if`, `guard` or `while`.
public enum ConditionNode: Sendable {
  /// A Boolean expression.
  case expression(ExpressionNode)
  /// `let pattern: Type = value`, which holds where the optional value is not nil.
  case unwrap(PatternNode, TypeNode?, ExpressionNode, isConstant: Bool)
  /// `case pattern = value`.
  case match(PatternNode, ExpressionNode)
}

/// One `case` of a `switch`, or its `default`.
public struct SwitchCaseNode: Sendable {
  /// One pattern with the condition behind it.
  public struct Item: Sendable {
    /// The pattern.
    public var pattern: PatternNode
    /// The `where` clause.
    public var condition: ExpressionNode?

    /// Creates an item.
    public init(pattern: PatternNode, condition: ExpressionNode?) {
      self.pattern = pattern
      self.condition = condition
    }
  }

  /// Its place.
  public var span: SourceSpan
  /// Its patterns; none for `default`.
  public var items: [Item]
  /// Its statements.
  public var body: [StatementNode]

  /// Creates a case.
  public init(items: [Item], body: [StatementNode], at span: SourceSpan) {
    self.items = items
    self.body = body
    self.span = span
  }
}

/// One `catch` of a `do`.
public struct CatchNode: Sendable {
  /// Its place.
  public var span: SourceSpan
  /// Its patterns; none where it catches every error as `error`.
  public var items: [SwitchCaseNode.Item]
  /// Its statements.
  public var body: [StatementNode]

  /// Creates a clause.
  public init(items: [SwitchCaseNode.Item], body: [StatementNode], at span: SourceSpan) {
    self.items = items
    self.body = body
    self.span = span
  }
}
