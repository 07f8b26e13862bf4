/// `String(format:)`.
extension VirtualMachine {
  /// Writes arguments as the directives of a format say.
  func format(
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    var rest = Substring(try string(operands[0], registers))
    var arguments = operands.dropFirst()
    var text = ""
    while let percent = rest.firstIndex(of: "%") {
      text += rest[..<percent]
      rest = rest[rest.index(after: percent)...]
      let written = rest
      guard let directive = FormatDirective(&rest) else { throw Self.unknownDirective(written) }
      if directive.conversion == "%" {
        text += "%"
        continue
      }
      guard let argument = arguments.popFirst() else {
        throw Trap(
          "format-mismatch",
          "the format asks for more than the \(operands.count - 1) arguments that it is given",
          help: "write an argument for each '%', and '%%' for the sign itself"
        )
      }
      text += try self.text(of: argument, as: directive, registers)
      try charge(16)
      try meter.reserve(text.utf8.count)
      meter.release(text.utf8.count)
    }
    try store(text + rest, result.slot, registers)
  }

  private func text(
    of argument: Operand,
    as directive: FormatDirective,
    _ registers: Registers
  ) throws(Trap) -> String {
    let word = registers.words[argument.slot.word]
    switch (directive.conversion, argument.type) {
    case ("d", let type) where type.isInteger, ("i", let type) where type.isInteger,
      ("u", let type) where type.isInteger, ("x", let type) where type.isInteger,
      ("X", let type) where type.isInteger, ("o", let type) where type.isInteger:
      return directive.text(word)
    case ("f", .double), ("F", .double), ("e", .double), ("E", .double), ("g", .double),
      ("G", .double):
      return directive.text(Double(bitPattern: word))
    case ("f", .float), ("F", .float), ("e", .float), ("E", .float), ("g", .float), ("G", .float):
      return directive.text(Double(Float(word: word)))
    case ("@", .string) where directive.options.isEmpty: return try string(argument, registers)
    default:
      throw Trap(
        "format-mismatch",
        "'%\(directive.options)\(directive.conversion)' cannot write a value of type '\(argument.type)'",
        help: "write '%d' for an integer, '%f', '%e' or '%g' for a 'Double', '%@' for a 'String'"
      )
    }
  }

  private static func unknownDirective(_ text: Substring) -> Trap {
    Trap(
      "format-mismatch",
      "'%\(text.prefix(6))' is no directive of a format",
      help: "write '%%' for the sign itself"
    )
  }
}
