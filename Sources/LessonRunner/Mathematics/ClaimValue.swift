import TeXMath

/// What a claim's expression came to, as numbers.
struct ClaimValue {
  /// The numbers, in the order they are printed; nil for infinities and what is no number.
  let elements: [DecimalNumber?]
  /// The numbers as they are printed.
  let texts: [String]
  /// Whether the expression was nothing but literals.
  let isLiteral: Bool
  /// The length of each level of nested lists; nil where inner lists differ, empty for one number.
  let shape: [Int]?

  /// Reads a value from its exact printed form.
  init(_ text: String, isLiteral: Bool = false) {
    self.isLiteral = isLiteral
    let bytes = Array(text.utf8)
    var tokenizer = OutputTokenizer(bytes)
    var elements: [DecimalNumber?] = []
    var texts: [String] = []
    var depth = 0
    var lists: [Int] = []
    for token in tokenizer.tokens() {
      switch token.kind {
      case .number(let number, _): elements.append(number)
      case .infinity, .notANumber: elements.append(nil)
      case .wildcard: continue
      case .text:
        if bytes[token.range.lowerBound] == UInt8(ascii: "[") {
          depth += 1
          if lists.count < depth { lists.append(0) }
          lists[depth - 1] += 1
        } else if bytes[token.range.lowerBound] == UInt8(ascii: "]") {
          depth -= 1
        }
        continue
      }
      texts.append(String(decoding: bytes[token.range], as: UTF8.self))
    }
    self.elements = elements
    self.texts = texts
    var shape: [Int]? = []
    for (outer, inner) in zip(lists, lists.dropFirst() + [elements.count]) {
      shape = inner.isMultiple(of: outer) ? shape.map { $0 + [inner / outer] } : nil
    }
    self.shape = shape
  }

  /// Whether the value may stand in a matrix of this size: a list fits a row and a column.
  func fits(rows: Int, columns: Int) -> Bool {
    guard let shape else { return false }
    switch shape.count {
    case 1: return rows == 1 || columns == 1
    case 2: return shape == [rows, columns]
    default: return false
    }
  }
}
