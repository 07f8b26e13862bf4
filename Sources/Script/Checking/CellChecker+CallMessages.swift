import Diagnostics

extension CellChecker {
  func reportMismatch(_ call: OverloadedCall) {
    let types = call.arguments.map { $0.map { inference.describe($0.type) } ?? "…" }
    guard !types.contains("<<invalid>>") else { return }
    if call.name.isOperator {
      let operands = types.map { "'\($0)'" }.joined(separator: " and ")
      report(
        "operand-types",
        "'\(call.name.written)' cannot be applied to \(operands)",
        at: call.span,
        help: operatorHelp(call)
      )
      return
    }
    if call.candidates.count == 1, reportWrongArgument(of: call, call.candidates[0]) { return }
    report(
      "wrong-arguments",
      "no form of '\(call.name.text)' takes (\(types.joined(separator: ", ")))",
      at: call.span,
      help: "write "
        + call.candidates.prefix(4).map { "'\(callForm(call.name, $0.declaration))'" }
        .joined(separator: " or ")
    )
  }

  func operatorHelp(_ call: OverloadedCall) -> String? {
    let types = call.arguments.compactMap { $0.map { defaulted($0.type) } }
    guard types.count == 2 else { return nil }
    if call.name.text == "*", types.contains(.string), types.contains(.int) {
      return "write 'String(repeating: text, count: n)'"
    }
    if types.contains(.int), types.contains(.double) {
      return "Swift does not mix number types: convert one with 'Double(…)' or 'Int(…)'"
    }
    if types.contains(.string) { return "write values into strings: \"\\(…)\"" }
    for (a, b) in [(types[0], types[1]), (types[1], types[0])] {
      if case .nominal(.optional, _) = a {
        return "unwrap the optional first: '… ?? other' or '…!'"
      }
      if case .nominal(.int, _) = a, case .nominal(.host, _) = b {
        return "convert it: 'Double(…)'"
      }
      if case .nominal(.array, _) = a {
        return "work on the elements, as in 'xs.map { $0 * 2 }', or make a 'Tensor(…)'"
      }
    }
    return nil
  }

  /// A type, where that of a literal is the one that it has on its own.
  private func defaulted(_ type: Type) -> Type {
    switch inference.literal(of: type) {
    case .integer?: .int
    case .float?: .double
    case .text?: .string
    default: inference.resolve(type)
    }
  }

  /// Reports the first argument that does not fit the only candidate.
  func reportWrongArgument(
    of call: OverloadedCall,
    _ candidate: OverloadedCall.Candidate
  ) -> Bool {
    let declaration = candidate.declaration
    let generics = (0..<declaration.genericCount).map { _ in inference.fresh() }
    if let owner = declaration.owner, let own = call.receiver?.type ?? call.owner {
      _ = inference.unify(Self.substitute(owner, generics), own)
    }
    for (parameter, indices) in zip(declaration.parameters, candidate.mapping) {
      let type = Self.substitute(parameter.type, generics)
      for index in indices {
        guard let argument = call.arguments[index] else { continue }
        if tryConvert(argument, to: type) == nil {
          let needed = inference.describe(type)
          report(
            "type-mismatch",
            "'\(call.name.text)' needs \(needed == "_" ? "another type" : "'\(needed)'") here, but this is of type '\(inference.describe(argument.type))'",
            at: argument.span,
            help: conversionHelp(from: argument.type, to: type)
          )
          return true
        }
      }
    }
    for constraint in declaration.constraints
    where !inference.conforms(generics[constraint.parameter], to: constraint.trait) {
      report(
        "wrong-arguments",
        "'\(call.name.text)' does not work on a value of type '\(inference.describe(generics[constraint.parameter]))'",
        at: call.span,
        help: "its elements must be '\(constraint.trait.rawValue)'"
      )
      return true
    }
    return false
  }

  func callForm(_ name: NameNode, _ declaration: Callable) -> String {
    let start = declaration.signature.firstIndex(of: "(") ?? declaration.signature.startIndex
    return name.text + declaration.signature[start...]
  }
}
