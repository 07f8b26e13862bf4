public import Diagnostics

/// What a name stands for in a scope.
enum Symbol: Sendable {
  case variable(VariableID)
  /// A variable that a getter computes; behind a reference, so that every other name stays small.
  indirect case computed(Callable)
  /// Functions that differ in their labels.
  case functions([Callable])
  /// A type: a declaration of the lesson, or an alias.
  case type(Type)
  /// A member of the type around, which can be named without `self`.
  case member
  /// Declared by a cell that did not compile.
  case poisoned(cell: Int)
}

/// A function whose body is being checked.
struct FunctionContext {
  /// What `self` is in a body.
  enum Receiver {
    case none
    /// A value, in the variable `self`.
    case value
    /// A value that the body makes, in the variable `self`.
    case made(VariableID, isFailable: Bool)
    /// The type.
    case type

    /// The variable of a value that the body makes.
    var madeVariable: VariableID? { if case .made(let id, _) = self { id } else { nil } }
  }

  var id: FunctionID?
  var captures: [VariableID] = []
  var result: Type
  /// Whether errors may leave it.
  var isThrowing = false
  /// What `break` and `continue` may leave, innermost last.
  var jumps: [JumpTarget] = []
  /// The type that the body is a member of.
  var selfType: Type?
  var receiver = Receiver.none
  /// The stored properties that are written past their observers here.
  var unobserved: Set<String> = []
  /// The variable that is written past its observers here.
  var unobservedVariable: VariableID?
}

/// A statement that `break` or `continue` can name.
struct JumpTarget {
  enum Kind {
    case loop
    case selection
    case block
    /// The body of a `defer`, which cannot be left.
    case deferred
  }

  var kind: Kind
  var label: String?
  var number: Int?
}

/// What stands around an expression that may throw.
struct ThrowContext {
  /// Whether a `try` covers it.
  var isTried: Bool
  /// What takes what is thrown.
  var handler: ErrorCatcher
}

/// A statement that an expectation comment speaks of.
public struct Probe: Hashable, Sendable {
  /// The number that its run events carry.
  public var index: Int
  /// The statement's place, exactly as in the syntax tree.
  public var statement: SourceSpan
  /// Whether the statement's value is wanted, beside what it prints.
  public var wantsValue: Bool

  /// Creates a probe.
  public init(index: Int, statement: SourceSpan, wantsValue: Bool) {
    self.index = index
    self.statement = statement
    self.wantsValue = wantsValue
  }
}

/// An expression whose type may still hold variables, and how to make it once they are known.
struct Inferred {
  var type: Type
  var span: SourceSpan
  var build: () -> TypedExpression
  /// The place that it is the value of, where it can be changed.
  var place: (() -> Place)?
  /// Whether it is that of a variable of a type such as `Int!`.
  var isImplicitlyUnwrapped = false
  /// The call whose value it is, where its overload is chosen later.
  var call: OverloadedCall?
}

/// A cell that has been checked.
public struct CheckedCell: Sendable {
  /// The typed statements; nil where the cell cannot run.
  public var typed: TypedCell?
  /// The numbers of earlier cells whose declarations or mutations it relies on.
  public var dependencies: Set<Int>
  /// The earlier cell that did not compile and that keeps this one from compiling, if any.
  public var blockedBy: Int?
}
