public import Diagnostics

/// A statement whose names and types are all decided.
public struct TypedStatement: Sendable {
  /// The place in the file.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind

  /// Creates a statement.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of a typed statement.
  public indirect enum Kind: Sendable {
    /// An expression evaluated for its effect.
    case expression(TypedExpression)
    /// The bare last expression of a cell: its displayed form joins the output.
    case show(TypedExpression)
    /// A pattern bound to a value.
    case bind(TypedPattern, TypedExpression)
    /// `place = value`.
    case assign(Place, TypedExpression)
    /// `place op= value`: the place is evaluated once.
    case compoundAssign(Place, Intrinsic, TypedExpression)
    /// `if`.
    case `if`(TypedExpression, then: [TypedStatement], otherwise: [TypedStatement])
    /// `for pattern in sequence where condition`.
    case forIn(TypedPattern, TypedExpression, where: TypedExpression?, body: [TypedStatement])
    /// `while`.
    case `while`(TypedExpression, body: [TypedStatement])
    /// `return`.
    case `return`(TypedExpression?)
    /// `break` out of the innermost loop.
    case `break`
    /// `continue` with the innermost loop.
    case `continue`
    /// `do { … }`.
    case block([TypedStatement])
    /// Statements whose effect an expectation comment speaks of. The machine records, each time
    /// they run, what they printed and, where `value` names a variable or an expression was given,
    /// the exact printed form of it.
    case probe(Int, [TypedStatement], value: TypedExpression?)
  }
}

/// A pattern with its variables.
public indirect enum TypedPattern: Sendable {
  /// Binds the value to a variable.
  case variable(VariableID, Type)
  /// Ignores the value.
  case wildcard(Type)
  /// Takes a tuple apart.
  case tuple([TypedPattern])
}

/// What is known of a variable.
public struct Variable: Sendable {
  /// Its name, for listings.
  public var name: String
  /// Its type.
  public var type: Type
  /// Whether it belongs to the session's top level: it lives as long as the session, at a fixed
  /// place that every function can reach.
  public var isGlobal: Bool
  /// Whether a closure or nested function other than its owner uses it.
  ///
  /// A captured variable that
  /// is ever assigned must be shared (boxed); one that is not can be copied.
  public var isCaptured: Bool
  /// Whether it is assigned or mutated after its initial value.
  public var isMutated: Bool
  /// Whether it is a parameter whose value goes back to the caller.
  public var isInout = false
}

/// A function or closure, checked.
public struct TypedFunction: Sendable {
  /// Its name with labels, for listings and call stacks: `area(of:)`, or `closure`.
  public var name: String
  /// Its parameters, in order.
  public var parameters: [VariableID]
  /// Its result type.
  public var result: Type
  /// Variables of enclosing functions (never globals) that the body or a function nested in it uses.
  public var captures: [VariableID]
  /// The statements; ends with a `return` on every path unless the result is `Void`.
  public var body: [TypedStatement]
  /// Its place.
  public var span: SourceSpan
}

/// Everything the checker has decided so far in a session: it grows with each cell.
public struct TypedSession: Sendable {
  /// All variables, by their number.
  public var variables: [Variable] = []
  /// All functions and closures, by their number.
  public var functions: [TypedFunction] = []

  /// Creates an empty session.
  public init() {}
}

/// One cell, checked: its statements, and how much of the session existed after it.
public struct TypedCell: Sendable {
  /// The top-level statements.
  public var statements: [TypedStatement]
}
