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
    /// `guard conditions else { otherwise }`; what the conditions bind stays in scope.
    case `guard`([ConditionNode], otherwise: [StatementNode])
    /// `repeat { body } while condition`.
    case repeatWhile(body: [StatementNode], ExpressionNode)
    /// `switch subject { … }`.
    case `switch`(ExpressionNode, [SwitchCaseNode])
    /// `label: statement`.
    case labeled(NameNode, StatementNode)
    /// `defer { body }`.
    case `defer`([StatementNode])
    /// `throw error`.
    case `throw`(ExpressionNode)
    /// `do { body } catch … { … }`, with the type of `do throws(Type)`.
    case doCatch([StatementNode], throws: TypeNode?, [CatchNode])
    /// `fallthrough`.
    case `fallthrough`
    /// `break`, with its label where written.
    case `break`(NameNode?)
    /// `continue`, with its label where written.
    case `continue`(NameNode?)
    /// `do { body }` without a catch.
    case block([StatementNode])
    /// A function declaration.
    case function(FunctionNode)
    /// A structure, an enumeration or an extension.
    case type(TypeDeclarationNode)
    /// `typealias Name = Type`.
    case typeAlias(NameNode, TypeNode)
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
  /// Its accessors or observers; nil for a plain variable.
  public var accessors: AccessorsNode?

  /// Creates a binding.
  public init(
    pattern: PatternNode,
    type: TypeNode?,
    value: ExpressionNode?,
    accessors: AccessorsNode? = nil
  ) {
    self.pattern = pattern
    self.type = type
    self.value = value
    self.accessors = accessors
  }
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
  /// Whether it is `@autoclosure`: the argument is evaluated when the function asks for it.
  public var isAutoclosure: Bool
  /// Whether it is `@escaping`: the function may be kept.
  public var isEscaping: Bool
  /// The result builder that makes a closure's lines one value, `@ListBuilder`.
  public var resultBuilder: NameNode?

  /// Creates a parameter.
  public init(
    label: String?,
    name: NameNode,
    type: TypeNode?,
    defaultValue: ExpressionNode? = nil,
    isVariadic: Bool = false,
    isAutoclosure: Bool = false,
    isEscaping: Bool = false,
    resultBuilder: NameNode? = nil
  ) {
    self.label = label
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.isVariadic = isVariadic
    self.isAutoclosure = isAutoclosure
    self.isEscaping = isEscaping
    self.resultBuilder = resultBuilder
  }
}

/// A function declaration.
public struct FunctionNode: Sendable {
  /// What a function's caller must reckon with.
  public enum Effect: Sendable {
    /// It returns.
    case none
    /// `throws`.
    case throwing
    /// `rethrows`: it throws where a function that it is passed does.
    case rethrowing
  }

  /// Its name.
  public var name: NameNode
  /// Its parameters.
  public var parameters: [ParameterNode]
  /// Whether it throws.
  public var effect: Effect
  /// The type of `throws(Type)`; nil for any error.
  public var thrown: TypeNode?
  /// The declared result; nil for `Void`.
  public var result: TypeNode?
  /// The statements of the body.
  public var body: [StatementNode]

  /// Creates a function.
  public init(
    name: NameNode,
    parameters: [ParameterNode],
    effect: Effect = .none,
    thrown: TypeNode? = nil,
    result: TypeNode?,
    body: [StatementNode]
  ) {
    self.name = name
    self.parameters = parameters
    self.effect = effect
    self.thrown = thrown
    self.result = result
    self.body = body
  }
}
