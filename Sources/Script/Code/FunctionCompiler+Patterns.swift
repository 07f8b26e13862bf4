import Diagnostics

extension FunctionCompiler {
  /// Binds a pattern's variables to a value.
  mutating func bind(_ pattern: TypedPattern, _ value: TypedExpression) {
    if case .variable(let id, _) = pattern {
      declare(id)
      let mark = next
      if let slot = registers(of: id) {
        evaluate(value, into: slot)
      } else {
        store(operand(value), to: id)
      }
      release(above: mark)
      return
    }
    declareAll(in: pattern)
    let mark = next
    take(pattern, from: operand(value))
    release(above: mark)
  }

  mutating func declareAll(in pattern: TypedPattern) {
    switch pattern {
    case .variable(let id, _): declare(id)
    case .wildcard: break
    case .tuple(let parts): for part in parts { declareAll(in: part) }
    }
  }

  mutating func take(_ pattern: TypedPattern, from slot: Slot) {
    switch pattern {
    case .variable(let id, _): store(slot, to: id)
    case .wildcard: break
    case .tuple(let parts):
      var part = Slot(word: slot.word, reference: slot.reference, layout: slot.layout)
      for pattern in parts {
        part.layout = Self.layout(of: pattern, in: session)
        take(pattern, from: part)
        part.word += part.layout.words
        part.reference += part.layout.references
      }
    }
  }

  private static func layout(of pattern: TypedPattern, in session: TypedSession) -> Layout {
    switch pattern {
    case .variable(_, let type), .wildcard(let type): return Layout(of: type)
    case .tuple(let parts):
      return parts.reduce(Layout(words: 0, references: 0)) { sum, part in
        let layout = layout(of: part, in: session)
        return Layout(
          words: sum.words + layout.words,
          references: sum.references + layout.references
        )
      }
    }
  }
}
