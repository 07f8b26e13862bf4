/// How many registers a value takes: untagged 64-bit words and counted references.
///
/// Tuples and structures are flattened: their parts stand one after another in both files of
/// registers. An optional is one word (0 for nil, 1 for a value) followed by the wrapped value; an
/// enumeration is one word, the number of its case, followed by the associated values, which those
/// of all cases share the registers of.
public struct Layout: Hashable, Sendable {
  /// The number of 64-bit words.
  public var words: Int
  /// The number of references.
  public var references: Int

  /// Creates a layout.
  public init(words: Int, references: Int) {
    self.words = words
    self.references = references
  }

  /// The registers of two values side by side.
  static func + (left: Layout, right: Layout) -> Layout {
    Layout(words: left.words + right.words, references: left.references + right.references)
  }

  /// The registers in which either of two values has room.
  static func overlay(_ left: Layout, _ right: Layout) -> Layout {
    Layout(
      words: max(left.words, right.words),
      references: max(left.references, right.references)
    )
  }

  /// Returns the layout of a checked type.
  public init(of type: Type) {
    switch type {
    case .nominal(let nominal, let arguments):
      switch nominal {
      case .int, .integer, .enumeration, .double, .float, .bool, .stringIndex,
        .unicodeScalar, .hasher:
        self.init(words: 1, references: 0)
      case .range, .closedRange:
        let bound = arguments.first.map(Layout.init(of:)) ?? Layout(words: 0, references: 0)
        self = bound + bound
      case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
        self = arguments.first.map(Layout.init(of:)) ?? Layout(words: 0, references: 0)
      case .substring, .characterSet, .arraySlice: self.init(words: 1, references: 1)
      case .optional:
        let wrapped = arguments.first.map(Layout.init(of:)) ?? Layout(words: 0, references: 0)
        self.init(words: wrapped.words + 1, references: wrapped.references)
      case .declared(let type): self = type.layout
      case .never, .metatype: self.init(words: 0, references: 0)
      case .error, .string, .character, .array, .dictionary, .dictionaryKeys,
        .dictionaryValues,
        .set, .zip2Sequence, .enumeratedSequence,
        .reversedCollection,
        .strideTo, .strideThrough, .host, .flattenSequence, .utf8View, .utf16View,
        .unicodeScalarView:
        self.init(words: 0, references: 1)
      }
    case .tuple(let elements):
      self.init(words: 0, references: 0)
      for element in elements {
        let layout = Layout(of: element.type)
        words += layout.words
        references += layout.references
      }
    case .function: self.init(words: 0, references: 1)
    case .inout(let type): self.init(of: type)
    case .variable, .parameter, .element, .invalid: self.init(words: 0, references: 0)
    }
  }
}
