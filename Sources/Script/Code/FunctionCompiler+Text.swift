import Diagnostics

/// Conversions between texts, which share their objects, and what goes through their characters.
extension FunctionCompiler {
  mutating func compileText(
    _ intrinsic: Intrinsic,
    _ arguments: [TypedExpression],
    into result: Operand
  ) {
    if let kind = CharacterSetKind(intrinsic) {
      constant(UInt64(kind.number), into: result.slot.word)
      let listed = Slot(
        word: result.slot.word,
        reference: result.slot.reference,
        layout: Layout(of: .string)
      )
      let text = arguments.first ?? TypedExpression(.string(""), .string, at: span)
      return evaluate(text, into: listed)
    }
    switch intrinsic {
    case .emptyText:
      evaluate(TypedExpression(.string(""), result.type, at: span), into: result.slot)
    case .filterText:
      let characters = Type.array(.character)
      let kept = Operand(slot: allocate(characters), type: characters)
      _ = compileSequenceIntrinsic(.filter, arguments, into: kept)
      emit(.intrinsic(.joinedText, [kept], result: result))
    case .toCharacter: emit(.intrinsic(.toCharacter, operands(arguments), result: result))
    default:
      let source = operand(arguments[0])
      let reference = Slot(
        word: source.word,
        reference: source.reference,
        layout: Layout(words: 0, references: 1)
      )
      move(reference, to: result.slot)
      if result.slot.layout.words > 0 { constant(0, into: result.slot.word) }
    }
  }

  /// The registers of the lower or the upper bound of a range.
  static func bound(_ index: Int, of range: Slot) -> Slot {
    let layout = Layout(words: range.layout.words / 2, references: range.layout.references / 2)
    return Slot(
      word: range.word + index * layout.words,
      reference: range.reference + index * layout.references,
      layout: layout
    )
  }
}
