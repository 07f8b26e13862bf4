import Diagnostics

/// A call whose overload is chosen once enough is known of its arguments.
final class OverloadedCall {
  /// It is shared: to copy a declaration counts a dozen references.
  final class Candidate {
    let declaration: Callable
    /// For each parameter, the arguments that belong to it.
    let mapping: [[Int]]

    init(declaration: Callable, mapping: [[Int]]) {
      self.declaration = declaration
      self.mapping = mapping
    }

    /// The arguments that are passed unevaluated.
    var autoclosures: [Int] {
      zip(declaration.parameters, mapping).flatMap { $0.isAutoclosure ? $1 : [] }
    }
  }

  struct Choice {
    var candidate: Candidate
    var parameters: [Type]
  }

  let name: NameNode
  let span: SourceSpan
  /// The number of inference variables when the call was met.
  let mark: Int
  let receiver: Inferred?
  /// The type that initializers make.
  let owner: Type?
  var arguments: [Inferred?]
  let result: Type
  /// What stands around the call, where it throws.
  let throwing: ThrowContext
  var candidates: [Candidate]
  var choice: Choice?

  init(
    _ name: NameNode,
    _ candidates: [Candidate],
    receiver: Inferred?,
    owner: Type?,
    arguments: [Inferred?],
    result: Type,
    mark: Int,
    throwing: ThrowContext,
    span: SourceSpan
  ) {
    self.name = name
    self.candidates = candidates
    self.receiver = receiver
    self.owner = owner
    self.arguments = arguments
    self.result = result
    self.mark = mark
    self.throwing = throwing
    self.span = span
  }
}
