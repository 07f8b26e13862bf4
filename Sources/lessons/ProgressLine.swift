/// A line on standard error that says how far a long command has come; nothing where no one looks on.
struct ProgressLine: Sendable {
  let total: Int

  /// Shows how many are done.
  func show(_ count: Int) {
    guard Terminal.isErrorInteractive else { return }
    Terminal.write("\r\u{1B}[K\(count) of \(total) lessons run", to: .error)
  }

  /// Takes the line away.
  func clear() {
    if Terminal.isErrorInteractive { Terminal.write("\r\u{1B}[K", to: .error) }
  }
}
