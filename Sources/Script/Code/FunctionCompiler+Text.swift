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

  /// `place += value` on `String`: the terms of a sum are appended one by one.
  mutating func appendText(_ value: TypedExpression, to place: Place) {
    var terms = Self.terms(of: value)
    // A variable that is appended to itself has changed before its turn as a later term.
    if case .variable(let id, _) = place,
      terms.dropFirst().contains(where: { if case .variable(id) = $0.kind { true } else { false } })
    {
      terms = [value]
    }
    let texts = operands(terms).map(\.slot.reference)
    change(place) { compiler, slot in
      for text in texts { compiler.emit(.appendText, slot.reference, text) }
    }
  }

  private static func terms(of sum: TypedExpression) -> [TypedExpression] {
    guard case .intrinsic(.add, let terms) = sum.kind, sum.type == .string else { return [sum] }
    return terms.flatMap(terms(of:))
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
