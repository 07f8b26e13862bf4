public import Diagnostics

/// An expression as written, operators already folded by precedence; nothing is resolved yet.
public struct ExpressionNode: Sendable {
  /// The place of the whole expression in the file.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind

  /// Creates an expression.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of expression of the language.
  public indirect enum Kind: Sendable {
    /// An integer literal, read exactly; nil where it does not fit 64 bits without a sign.
    case integer(magnitude: UInt64?, text: String)
    /// A floating-point literal, decimal or hexadecimal, as written without underscores.
    case float(text: String)
    /// `true` or `false`.
    case boolean(Bool)
    /// A string literal as its parts.
    case string([StringSegment])
    /// A name, with its argument labels where they were written out: `max`, `f(_:by:)`.
    case name(String, labels: [String?]?)
    /// An operator used as a value: `(+)`, or `+` as an argument.
    case operatorReference(String)
    /// `[a, b]`.
    case array([ExpressionNode])
    /// `[k: v]`; the empty one is `[:]`.
    case dictionary([(key: ExpressionNode, value: ExpressionNode)])
    /// `(a, label: b)`; never of one unlabelled element. The empty one is `()`.
    case tuple([ArgumentNode])
    /// `(a)`.
    case parenthesized(ExpressionNode)
    /// `base.name`, `.name` where there is no base, and `base.0`.
    case member(ExpressionNode?, name: NameNode)
    /// `callee(arguments)`, with trailing closures as the last arguments.
    case call(ExpressionNode, arguments: [ArgumentNode])
    /// `base[arguments]`.
    case index(ExpressionNode, arguments: [ArgumentNode])
    /// `-x`, `!x`, `~x`; the operator's own place beside its name.
    case prefix(NameNode, ExpressionNode)
    /// `x...` as a postfix operator.
    case postfix(ExpressionNode, NameNode)
    /// `a + b`, ranges and comparisons included; not assignment, not `? :`, not casts.
    case infix(ExpressionNode, NameNode, ExpressionNode)
    /// `condition ? a : b`.
    case conditional(ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
    /// `{ parameters in body }`.
    case closure(ClosureNode)
    /// `x as T`, `x as? T`, `x as! T`, `x is T`: the keyword with its mark.
    case cast(ExpressionNode, keyword: String, TypeNode)
    /// `&x`, as an argument.
    case `inout`(ExpressionNode)
    /// `x?` inside an optional chain.
    case optionalChain(ExpressionNode)
    /// `x!`.
    case forceUnwrap(ExpressionNode)
    /// `nil`.
    case nilLiteral
    /// `try x`, `try? x`, `try! x`: the keyword with its mark.
    case attempt(ExpressionNode, keyword: String)
    /// An `if` or `switch` used as an expression.
    case statement(StatementNode)
    /// A type used as an expression: `[Int]` in `[Int]()`, `Int.self`'s base.
    case type(TypeNode)
    /// Something outside the language or not understood; a diagnostic has been given.
    case invalid
  }
}

/// A part of a string literal.
public enum StringSegment: Sendable {
  /// Text, its escapes resolved.
  case text(String)
  /// `\(expression)`.
  case interpolation(ExpressionNode)
}

/// A name and where it stands.
public struct NameNode: Hashable, Sendable {
  /// The name, without backticks.
  public var text: String
  /// Its place.
  public var span: SourceSpan

  /// Creates a name.
  public init(_ text: String, at span: SourceSpan) {
    self.text = text
    self.span = span
  }

  /// The name that a postfix operator goes by: prefix and infix ones of the same characters are
  /// others.
  public static func postfixOperator(_ text: String, at span: SourceSpan) -> NameNode {
    NameNode(postfixMark + text, at: span)
  }

  private static let postfixMark = "postfix "

  /// What a name is written as, that of a postfix operator too.
  var written: String {
    text.hasPrefix(Self.postfixMark) ? String(text.dropFirst(Self.postfixMark.count)) : text
  }

  /// Whether it is that of a postfix operator.
  func isPostfix(_ text: String) -> Bool { self.text == Self.postfixMark + text }

  /// Whether it is that of an operator.
  var isOperator: Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return !(last.properties.isXIDContinue || last == "$" || last.properties.isEmojiPresentation)
  }
}

/// An argument of a call, or an element of a tuple.
public struct ArgumentNode: Sendable {
  /// The label, where one is written.
  public var label: NameNode?
  /// The value.
  public var value: ExpressionNode
  /// Whether it is written behind the closing parenthesis, as a trailing closure.
  public var isTrailing: Bool

  /// Creates an argument.
  public init(label: NameNode?, value: ExpressionNode, isTrailing: Bool = false) {
    self.label = label
    self.value = value
    self.isTrailing = isTrailing
  }
}

/// A closure expression.
public struct ClosureNode: Sendable {
  /// What its capture list takes the values of when the closure is made.
  public var captures: [CaptureNode] = []
  /// The declared parameters, each with its type where written; nil where `$0` stands for them.
  public var parameters: [ParameterNode]?
  /// The declared result type.
  public var result: TypeNode?
  /// The highest `$n` used directly in the body plus one; 0 for none.
  public var shorthandCount: Int
  /// The statements of the body.
  public var body: [StatementNode]

  /// Creates a closure.
  public init(
    parameters: [ParameterNode]?,
    result: TypeNode?,
    shorthandCount: Int,
    body: [StatementNode]
  ) {
    self.parameters = parameters
    self.result = result
    self.shorthandCount = shorthandCount
    self.body = body
  }
}

/// An entry of a capture list, `n` or `start = total * 2`.
public struct CaptureNode: Sendable {
  /// The name inside the closure.
  public var name: NameNode
  /// The value.
  public var value: ExpressionNode

  /// Creates an entry.
  public init(name: NameNode, value: ExpressionNode) {
    self.name = name
    self.value = value
  }
}

/// A type as written.
public struct TypeNode: Sendable {
  /// Its place.
  public var span: SourceSpan
  /// What it is.
  public var kind: Kind

  /// Creates a type.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of types.
  public indirect enum Kind: Sendable {
    /// `Name` or `Name<Arguments>`.
    case name(String, arguments: [TypeNode])
    /// `[Element]`.
    case array(TypeNode)
    /// `[Key: Value]`.
    case dictionary(TypeNode, TypeNode)
    /// `Wrapped?`.
    case optional(TypeNode)
    /// `Wrapped!`: an optional, unwrapped wherever it has to be.
    case implicitlyUnwrapped(TypeNode)
    /// `(a: A, B)`; the empty one is `Void`.
    case tuple([(label: String?, type: TypeNode)])
    /// `(A, B) throws -> R`.
    case function([TypeNode], throws: Bool, result: TypeNode)
    /// `inout T`, as a parameter's type.
    case `inout`(TypeNode)
    /// `Outer.Inner`.
    case member(TypeNode, String)
    /// A type that no one wrote: part of what the checker makes of the text.
    case resolved(Type)
    /// Something outside the language; a diagnostic has been given.
    case invalid
  }
}
