/// What takes the errors that are thrown in the code that it stands around.
final class ErrorCatcher {
  enum Kind {
    /// A function that does not throw.
    case nothing
    /// `try?`, `try!`, or a function or a cell that throws.
    case everything
    /// A `do` whose clauses catch every error.
    case clauses
    /// `throws(Type)` of a function or of a `do`.
    case only(Type)
    /// A `do` that lets errors pass.
    case passing
    /// An operand that is an autoclosure: what leaves that is any error.
    case widening
  }

  /// Why an error cannot be thrown.
  enum Refusal {
    case unhandled
    /// The clauses of the `do` around it may let it pass, and nothing else catches it.
    case uncovered
    case otherType(than: Type)
  }

  private let kind: Kind
  private let outer: ErrorCatcher?
  /// What throws, each by the type of its errors, nil where it throws none after all.
  private var sources: [() -> Type?] = []

  init(_ kind: Kind, within outer: ErrorCatcher? = nil) {
    self.kind = kind
    self.outer = outer
  }

  /// The handler of a function's body.
  convenience init(isThrowing: Bool, _ thrown: Type? = nil) {
    self.init(isThrowing ? thrown.map(Kind.only) ?? .everything : .nothing)
  }

  /// The only type that can be thrown here; nil where any or none can.
  var onlyType: Type? { if case .only(let type) = kind { type } else { nil } }

  /// Notes what may throw.
  func note(_ source: @escaping () -> Type?) {
    switch kind {
    case .clauses, .passing: sources.append(source)
    case .widening: outer?.note { source() == nil ? nil : .error }
    case .nothing, .everything, .only: break
    }
  }

  /// The type of all errors noted: any error where they are of several.
  var thrown: Type? {
    let types = sources.compactMap { $0() }
    guard let first = types.first else { return nil }
    return types.allSatisfy { $0 == first } ? first : .error
  }

  /// Forgets what has been noted.
  ///
  /// - Parameter passingOn: Whether the handler around this one is told of it.
  func close(passingOn: Bool) {
    if passingOn, let outer {
      if let onlyType {
        outer.note { onlyType }
      }
      for source in sources { outer.note(source) }
    }
    sources = []
  }

  /// Whether an error of a type cannot be thrown here.
  func refusal(of type: Type) -> Refusal? {
    switch kind {
    case .nothing: .unhandled
    case .everything, .clauses: nil
    case .only(let taken): type == taken ? nil : .otherType(than: taken)
    case .passing:
      switch outer?.refusal(of: type) {
      case .unhandled: .uncovered
      case let other: other
      }
    case .widening: outer?.refusal(of: .error)
    }
  }
}
