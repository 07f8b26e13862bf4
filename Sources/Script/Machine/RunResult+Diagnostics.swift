public import Diagnostics

extension RunFailure {
  /// The failure as a problem at its place, with the calls that led there as notes.
  public var diagnostic: Diagnostic {
    Diagnostic(
      id,
      .error,
      message,
      at: span,
      help: help,
      notes: callStack.map { .init("in '\($0.function)', called from here", at: $0.call) }
    )
  }
}

extension RunEvent {
  /// Returns the problem that the event is, or nil where it is none.
  ///
  /// An `expect` that did not hold is one, with the value of each of its parts.
  public func diagnostic(in file: SourceFile) -> Diagnostic? {
    guard case .expectationFailed(let span, let message, let parts) = self else { return nil }
    return Diagnostic(
      "expectation-failed",
      .error,
      "the expectation does not hold" + (message.map { ": \($0)" } ?? ""),
      at: span,
      notes: parts.map { .init("\(file.text(in: $0.span)) is \($0.value)") }
    )
  }
}
