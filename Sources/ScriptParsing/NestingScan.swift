/// Finds where source text nests more deeply than the parser can follow.
///
/// swift-syntax bounds the depth of its tree, but looks ahead through types without a bound: a
/// long row of `[` would exhaust the stack, and each `[` in another doubles the time, because it
/// may begin a type or a value. So does a loop in another, and an attribute's `<` in another's.
/// A row of `@` or `#` takes the square of its length.
struct NestingScan {
  /// The most brackets of all kinds in one another.
  let greatestDepth: Int
  /// The most of what doubles the time in one another: square brackets, loops and the types of
  /// attributes together.
  let greatestDoublingDepth: Int

  /// The most `@` in a text; the language has no attributes.
  static let mostAttributes = 500
  /// The most `#` in a row.
  static let longestRow = 2_000

  /// Returns the offset of the bracket or the loop that goes too deep, of an `@` or `#` too many, or
  /// nil.
  func offsetOfExcess(in text: String) -> Int? {
    if let offset = Self.offsetOfLongRow(in: text) { return offset }
    if isSurelyFlat(text) { return nil }
    var attributeCount = 0
    var open: [UInt8] = []
    var squares = 0
    var angles = 0
    var attributes = AttributeRow()
    var loops = LoopRow()
    return CodeBytes(of: text).firstOffset { byte in
      loops.read(byte, depth: open.count)
      attributes.read(byte)
      switch byte {
      case UInt8(ascii: "\n"): angles = 0
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open.append(byte)
        if byte == UInt8(ascii: "[") { squares += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if open.popLast() == UInt8(ascii: "[") { squares -= 1 }
        loops.close(byte, depth: open.count)
      case UInt8(ascii: "<"): angles += 1
      case UInt8(ascii: "@"): attributeCount += 1
      default: break
      }
      return max(open.count, angles) > greatestDepth
        || squares + attributes.count + loops.count > greatestDoublingDepth
        || attributeCount > Self.mostAttributes
    }
  }

  /// Whether there are too few brackets, loops and attributes for one to go too deep, wherever they stand:
  /// that takes no look at what is code.
  private func isSurelyFlat(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var (brackets, angles, doubling) = (0, 0, 0)
      var loops = LoopRow()
      for byte in bytes {
        loops.read(byte, depth: 0)
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "["):
          brackets += 1
          doubling += 1
        case UInt8(ascii: "<"): angles += 1
        case UInt8(ascii: "@"): doubling += 1
        default: break
        }
      }
      return max(brackets, angles) <= greatestDepth
        && doubling + loops.count <= greatestDoublingDepth
    }
  }

  /// What is wrong at an offset that `offsetOfExcess` has returned.
  func message(ofExcessAt offset: Int, in text: String) -> String {
    switch text.utf8.dropFirst(offset).first {
    case UInt8(ascii: "@"): "this has more than \(Self.mostAttributes) '@'"
    case UInt8(ascii: "#"): "this has more than \(Self.longestRow) '#' in a row"
    default:
      "brackets are nested more than \(greatestDepth) deep, or square ones and loops more than \(greatestDoublingDepth)"
    }
  }

  /// Returns where a row of `#` is too long, in code or not: the lexer is what it would stop.
  private static func offsetOfLongRow(in text: String) -> Int? {
    guard text.utf8.count > longestRow else { return nil }
    var length = 0
    for (offset, byte) in text.utf8.enumerated() {
      length = byte == UInt8(ascii: "#") ? length + 1 : 0
      if length > longestRow { return offset }
    }
    return nil
  }
}

/// Counts the attributes whose type has an open `<`.
private struct AttributeRow {
  private(set) var count = 0
  /// Whether nothing but names has followed the last `@`.
  private var isInName = false

  mutating func read(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "@"): isInName = true
    case UInt8(ascii: "<"):
      if isInName { count += 1 }
      isInName = false
    case UInt8(ascii: ">"):
      if count > 0 { count -= 1 }
      isInName = false
    case UInt8(ascii: "}"):
      // Such a '<' was an operator's name.
      count = 0
      isInName = false
    case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): break
    default: isInName = isInName && byte.isPartOfName
    }
  }
}

/// Finds the loops that have begun and not got the end of their body yet.
private struct LoopRow {
  private static let words = ["for", "while", "repeat"].map { $0.utf8.reduce(0, next) }

  /// How many brackets are open around each loop.
  private var depths: [Int] = []
  /// The last eight bytes of the word that is being read.
  private var word: UInt64 = 0
  /// Whether a dot stands before the word.
  private var isMember = false

  var count: Int { depths.count }

  /// Reads the next byte, with so many brackets open before it.
  mutating func read(_ byte: UInt8, depth: Int) {
    if byte.isPartOfName {
      word = Self.next(word, byte)
      return
    }
    // A label or a member may have such a name, too.
    if byte != UInt8(ascii: ":"), !isMember, Self.words.contains(word) { depths.append(depth) }
    isMember = byte == UInt8(ascii: ".")
    word = 0
  }

  private static func next(_ word: UInt64, _ byte: UInt8) -> UInt64 { word << 8 | UInt64(byte) }

  /// Ends the loops inside of brackets that close, and those that a block is the body of.
  mutating func close(_ bracket: UInt8, depth: Int) {
    let first = bracket == UInt8(ascii: "}") ? depth : depth + 1
    while let last = depths.last, last >= first { depths.removeLast() }
  }
}

extension UInt8 {
  /// Whether it may stand in a name, in backticks or not.
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "`"), 0x80...:
      true
    default: false
    }
  }
}
