/// How TeX spaces an atom against its neighbours.
public enum AtomClass: Hashable, Sendable {
  /// A variable, set in italics.
  case variable
  /// An upright character that is neither operator nor relation, such as `∞`.
  case ordinary
  /// A binary operator such as `+`.
  case binary
  /// A relation such as `=`.
  case relation
  /// An opening delimiter.
  case opening
  /// A closing delimiter.
  case closing
  /// A separator such as `,`.
  case punctuation
  /// Dots and other atoms that stand inside a sequence.
  case inner
}

/// One character of a formula with its class.
public struct MathSymbol: Hashable, Sendable {
  /// The character to show, with combining marks where it has any.
  public var text: String
  /// How it is spaced.
  public var atomClass: AtomClass

  /// Creates a symbol.
  public init(_ text: String, _ atomClass: AtomClass) {
    self.text = text
    self.atomClass = atomClass
  }
}

/// A style of letters, as `\mathbf` and its kin choose it.
public enum MathFont: String, Hashable, Sendable {
  /// `\mathrm`: upright.
  case normal
  /// `\mathit`: italic.
  case italic
  /// `\mathbf`: bold, upright.
  case bold
  /// `\boldsymbol`: bold, letters in italics.
  case boldItalic = "bold-italic"
  /// `\mathbb`: double-struck.
  case doubleStruck = "double-struck"
  /// `\mathcal`, `\mathscr`: script.
  case script
  /// `\mathfrak`: fraktur.
  case fraktur
  /// `\mathsf`: without serifs.
  case sansSerif = "sans-serif"
  /// `\mathtt`: all of one width.
  case monospace
}

/// The size and the place of limits that a part of a formula is set with.
public enum MathStyle: Hashable, Sendable {
  /// As in a formula on lines of its own.
  case display
  /// As in a line of text.
  case text
  /// As in an index.
  case script
  /// As in an index of an index.
  case scriptscript
}
