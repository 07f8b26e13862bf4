import Diagnostics

extension DefaultValue {
  /// The value as a caller would have written it; nil where the lesson has it checked already.
  func node(at span: SourceSpan) -> ExpressionNode? {
    kind(at: span).map { ExpressionNode($0, at: span) }
  }

  private func kind(at span: SourceSpan) -> ExpressionNode.Kind? {
    switch self {
    case .int(let number):
      return .integer(magnitude: UInt64(number.magnitude), text: "\(number)")
    case .double(let number): return .float(text: "\(number)")
    case .bool(let truth): return .boolean(truth)
    case .string(let text): return .string([.text(text)])
    case .none: return .nilLiteral
    case .emptyArray: return .array([])
    case .member(let name): return .member(nil, name: NameNode(name, at: span))
    case .call(let name, let isMember, let arguments):
      let callee = ExpressionNode(
        isMember ? .member(nil, name: NameNode(name, at: span)) : .name(name, labels: nil),
        at: span
      )
      return .call(
        callee,
        arguments: arguments.compactMap { argument in
          argument.value.node(at: span).map {
            ArgumentNode(label: argument.label.map { NameNode($0, at: span) }, value: $0)
          }
        }
      )
    case .expression: return nil
    }
  }
}
