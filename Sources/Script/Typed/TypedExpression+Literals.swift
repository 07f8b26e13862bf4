extension TypedExpression {
  /// Whether it is a number, a truth value or a text on its own.
  var isLiteral: Bool {
    switch kind {
    case .integer, .double, .float, .boolean, .string: true
    default: false
    }
  }

  /// A literal as text, which is the same for equal ones.
  var literalText: String? {
    switch kind {
    case .integer(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): text
    default: nil
    }
  }
}
