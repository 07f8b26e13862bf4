public import Diagnostics

/// A statement or declaration as written.
public struct StatementNode: Sendable {
  /// The place of the whole statement.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind

  /// Creates a statement.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of statement of the language.
  public indirect enum Kind: Sendable {
    /// An expression evaluated for its value or its effect.
    case expression(ExpressionNode)
    /// `let` or `var` with its bindings.
    case binding(isConstant: Bool, [BindingNode])
    /// `target = value`; `_ = value` has the name `_` as its target.
    case assignment(ExpressionNode, ExpressionNode)
    /// `target += value`: the operator with its `=`.
    case compoundAssignment(ExpressionNode, NameNode, ExpressionNode)
    /// `if`, with its conditions; `else if` is an `otherwise` of one statement.
    case `if`([ConditionNode], then: [StatementNode], otherwise: [StatementNode]?)
    /// `for pattern in sequence where condition { body }`.
    case forIn(PatternNode, ExpressionNode, where: ExpressionNode?, body: [StatementNode])
    /// `while conditions { body }`.
    case `while`([ConditionNode], body: [StatementNode])
    /// `return value`.
    case `return`(ExpressionNode?)
    /// `break`, with its label where written.
    case `break`(NameNode?)
    /// `continue`, with its label where written.
    case `continue`(NameNode?)
    /// `do { body }` without a catch.
    case block([StatementNode])
    /// A function declaration.
    case function(FunctionNode)
    /// Something outside the language or not understood; a diagnostic has been given.
    case invalid
  }
}

/// One binding of a `let` or `var`.
public struct BindingNode: Sendable {
  /// What is bound.
  public var pattern: PatternNode
  /// The declared type.
  public var type: TypeNode?
  /// The initial value.
  public var value: ExpressionNode?

  /// Creates a binding.
  public init(pattern: PatternNode, type: TypeNode?, value: ExpressionNode?) {
    self.pattern = pattern
    self.type = type
    self.value = value
  }
}

/// A pattern that binds names.
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
    /// Something outside the language; a diagnostic has been given.
    case invalid
  }
}

/// One condition of an `if`, `guard` or `while`.
public enum ConditionNode: Sendable {
  /// A Boolean expression.
  case expression(ExpressionNode)
}

/// A parameter of a function or closure.
public struct ParameterNode: Sendable {
  /// The label callers write; nil for `_`.
  public var label: String?
  /// The name inside the body.
  public var name: NameNode
  /// The declared type; nil only in closures.
  public var type: TypeNode?
  /// The default value.
  public var defaultValue: ExpressionNode?
  /// Whether it is `T...`.
  public var isVariadic: Bool

  /// Creates a parameter.
  public init(
    label: String?,
    name: NameNode,
    type: TypeNode?,
    defaultValue: ExpressionNode? = nil,
    isVariadic: Bool = false
  ) {
    self.label = label
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.isVariadic = isVariadic
  }
}

/// A function declaration.
public struct FunctionNode: Sendable {
  /// Its name.
  public var name: NameNode
  /// Its parameters.
  public var parameters: [ParameterNode]
  /// The declared result; nil for `Void`.
  public var result: TypeNode?
  /// The statements of the body.
  public var body: [StatementNode]

  /// Creates a function.
  public init(
    name: NameNode,
    parameters: [ParameterNode],
    result: TypeNode?,
    body: [StatementNode]
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.body = body
  }
}

/// The statements of one cell or script, with the comments that expectations are read from.
public struct ScriptNode: Sendable {
  /// A `//` comment.
  public struct Comment: Hashable, Sendable {
    /// The text behind the `//`, not trimmed.
    public var text: String
    /// Its place, from the first slash to the end of the line.
    public var span: SourceSpan
    /// Whether nothing but white space stands before it on its line.
    public var standsAlone: Bool

    /// Creates a comment.
    public init(text: String, span: SourceSpan, standsAlone: Bool) {
      self.text = text
      self.span = span
      self.standsAlone = standsAlone
    }
  }

  /// The statements, in order.
  public var statements: [StatementNode]
  /// All line comments, in order.
  public var comments: [Comment]

  /// Creates a script.
  public init(statements: [StatementNode], comments: [Comment]) {
    self.statements = statements
    self.comments = comments
  }
}
