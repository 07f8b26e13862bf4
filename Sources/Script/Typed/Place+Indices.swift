extension Place {
  /// Whether it is more than a variable or a part of one.
  var hasIndices: Bool {
    var hasIndices = false
    _ = mapIndices { index in
      hasIndices = true
      return index
    }
    return hasIndices
  }

  /// Whether evaluating the indices and keys in it may change something.
  var hasEffects: Bool {
    var hasEffects = false
    _ = mapIndices { index in
      hasEffects = hasEffects || !FunctionCompiler.isPure(index)
      return index
    }
    return hasEffects
  }

  /// Returns the place with its indices, keys and arguments replaced, from the outermost base on.
  func mapIndices(_ replace: (TypedExpression) -> TypedExpression) -> Place {
    switch self {
    case .variable: return self
    case .tupleElement(let base, let index, let type):
      return .tupleElement(base.mapIndices(replace), index, type)
    case .unwrapped(let base, let type, let span):
      return .unwrapped(base.mapIndices(replace), type, at: span)
    case .element(let base, let index, let type, let span):
      let base = base.mapIndices(replace)
      return .element(base, index: replace(index), type, at: span)
    case .entry(let base, let key, let type, let span):
      let base = base.mapIndices(replace)
      return .entry(base, key: replace(key), type, at: span)
    case .entryOrDefault(let base, let key, let value, let type, let span):
      let base = base.mapIndices(replace)
      return .entryOrDefault(base, key: replace(key), default: value, type, at: span)
    case .computed(let accessor, let base, let arguments, let type, let span):
      let base = base?.mapIndices(replace)
      return .computed(accessor, base, arguments.map(replace), type, at: span)
    }
  }
}
