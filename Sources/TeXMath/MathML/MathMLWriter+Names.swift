extension MathMLWriter {
  /// On which sides of a function's name TeX sets a thin space, which MathML by itself does not.
  struct NameSpace {
    var before = false
    var behind = false
  }
}

extension MathNode {
  /// Whether the node is the name of a function such as `log`, also with scripts.
  var isNamedFunction: Bool {
    switch kind {
    case .function(let function): function.form == .name || function.form == .madeName
    case .scripts(let base?, _, _): base.isNamedFunction
    default: false
    }
  }

  /// Whether TeX sets a thin space between the node and the name of a function beside it.
  func standsApart(fromName place: NamePlace) -> Bool {
    switch kind {
    case .symbol(let symbol): symbol.atomClass.standsApart(fromName: place)
    case .sizedDelimiter(let delimiter): delimiter.atomClass.standsApart(fromName: place)
    case .space, .lineBreak, .middle, .arrow, .padding, .classed, .text: false
    case .scripts(let base?, _, _): base.standsApart(fromName: place)
    case .stack(let base, _, _): base.standsApart(fromName: place)
    // Between two names the first has the space.
    case .function: place == .beforeIt || !isNamedFunction
    case .fenced: place == .behindIt
    case .number, .row, .scripts, .fraction, .root, .accent, .font, .style, .color, .enclosure,
      .table, .rule, .choice, .negation, .source:
      true
    }
  }

  /// Where the name of a function stands, seen from its neighbour.
  enum NamePlace { case beforeIt, behindIt }
}

extension AtomClass {
  fileprivate func standsApart(fromName place: MathNode.NamePlace) -> Bool {
    switch self {
    case .variable, .ordinary, .inner: true
    case .closing: place == .behindIt
    // Operators, relations and separators have a space of their own.
    case .binary, .relation, .opening, .punctuation: false
    }
  }
}
