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
    /// A variable that gets its first value later.
    case declare(VariableID)
    /// `if`.
    case `if`([TypedCondition], then: [TypedStatement], otherwise: [TypedStatement])
    /// `guard`: what its conditions bind belongs to the block around it.
    case `guard`([TypedCondition], otherwise: [TypedStatement])
    /// `for pattern in sequence where condition`; a pattern that does not match skips the turn.
    case forIn(TypedPattern, TypedExpression, where: TypedExpression?, body: [TypedStatement])
    /// `while`.
    case `while`([TypedCondition], body: [TypedStatement])
    /// `repeat … while`.
    case repeatWhile(body: [TypedStatement], TypedExpression)
    /// `switch`: a value for which no case matches does not exist.
    case `switch`(TypedExpression, [TypedCase])
    /// A statement that jumps name by a number.
    case labeled(Int, TypedStatement)
    /// `return`.
    case `return`(TypedExpression?)
    /// `break` out of a labelled statement, or of the innermost loop or `switch`.
    case `break`(Int?)
    /// `continue` with a labelled loop, or the innermost one.
    case `continue`(Int?)
    /// `fallthrough` into the next case of the `switch`.
    case `fallthrough`
    /// `defer`: what runs whenever the block around it is left.
    case `defer`([TypedStatement])
    /// `throw`: an `any Error`.
    case `throw`(TypedExpression)
    /// `do … catch`: the error that is caught stands in the variable; it goes on where no case
    /// matches it.
    case doCatch([TypedStatement], VariableID, [TypedCase])
    /// `do { … }`.
    case block([TypedStatement])
    /// Statements whose effect an expectation comment speaks of. The machine records, each time
    /// they run, what they printed and, where `value` names a variable or an expression was given,
    /// the exact printed form of it.
    case probe(Int, [TypedStatement], value: TypedExpression?)
  }
}

/// A condition of an `if`, `guard` or `while`.
public enum TypedCondition: Sendable {
  /// A Boolean value that is true.
  case expression(TypedExpression)
  /// A value that matches a pattern.
  case match(TypedPattern, TypedExpression)
}

/// A case of a `switch` or a `catch`: its body runs where any of its patterns matches.
public struct TypedCase: Sendable {
  /// The patterns, each with its `where` clause.
  public var items: [(pattern: TypedPattern, condition: TypedExpression?)]
  /// The statements.
  public var body: [TypedStatement]
}

/// A pattern with its variables.
public indirect enum TypedPattern: Sendable {
  /// Binds the value to a variable.
  case variable(VariableID, Type)
  /// Ignores the value.
  case wildcard(Type)
  /// Takes a tuple apart.
  case tuple([TypedPattern])
  /// An optional that is not nil, and whose value matches.
  case some(TypedPattern)
  /// nil, of an optional of a wrapped type.
  case none(Type)
  /// Case n of an enumeration whose associated values match.
  case enumCase(DeclaredType, Int, [TypedPattern])
  /// A value for which an expression is true, which reads it from a variable.
  case test(VariableID, Type, TypedExpression)
  /// An error that is of a type of the lesson, and that matches as such.
  case error(DeclaredType, TypedPattern)
}

extension TypedPattern {
  /// The type of the values that it matches.
  var type: Type {
    switch self {
    case .variable(_, let type), .wildcard(let type), .test(_, let type, _): type
    case .tuple(let parts): .tuple(parts.map { .init(nil, $0.type) })
    case .some(let wrapped): .optional(wrapped.type)
    case .none(let wrapped): .optional(wrapped)
    case .enumCase(let declaration, _, _): .nominal(.declared(declaration), [])
    case .error: .error
    }
  }

  /// Whether it matches every value.
  var isIrrefutable: Bool {
    switch self {
    case .variable, .wildcard: true
    case .tuple(let parts): parts.allSatisfy(\.isIrrefutable)
    case .some, .none, .enumCase, .test, .error: false
    }
  }
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
  /// Whether it is an optional that is unwrapped wherever it has to be.
  public var isImplicitlyUnwrapped = false
  /// What reads and writes it where observers stand around it.
  public var observer: Accessor?
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
  /// Whether errors may leave it.
  public var isThrowing = false
  /// The statements; ends with a `return` on every path unless the result is `Void`.
  public var body: [TypedStatement]
  /// Its place.
  public var span: SourceSpan
}

/// What a type of the lesson conforms to, and its own functions for what the machine asks of it.
struct Conformance: Sendable {
  var traits: Set<Trait> = []
  /// `==` and `<`, where the lesson writes them.
  var equality: FunctionID?
  var order: FunctionID?
  /// `hash(into:)`, where the lesson writes it.
  var hash: FunctionID?
  /// The getters of `description` and `debugDescription`.
  var description: FunctionID?
  var debugDescription: FunctionID?
}

/// Everything the checker has decided so far in a session: it grows with each cell.
public struct TypedSession: Sendable {
  /// All variables, by their number.
  public var variables: [Variable] = []
  /// All functions and closures, by their number.
  public var functions: [TypedFunction] = []
  /// What the types of the lesson conform to, and the functions that say how.
  var conformances: [DeclaredType: Conformance] = [:]

  /// Creates an empty session.
  public init() {}
}

/// One cell, checked: its statements, and how much of the session existed after it.
public struct TypedCell: Sendable {
  /// The top-level statements.
  public var statements: [TypedStatement]
}
