/// `String`, `Substring` and `Character`, with what Foundation adds to them.
extension StandardLibrary {
  static let texts: [Entry] =
    stringInitializers + textMembers("String") + textMembers("Substring")
    + textViews + stringChanges + joining + characters + characterSets

  private static let stringInitializers: [Entry] = [
    ("String", "init()", .emptyText),
    ("String", "init(repeating repeatedValue: String, count: Int)", .repeatText),
    ("String", "init(repeating repeatedValue: Character, count: Int)", .repeatText),
    ("Bool", "init?(_ text: String)", .parseBool),
    ("Character", "init(_ text: String)", .toCharacter),
    ("Substring", "init(_ text: String)", .toSubstring),
  ]

  /// What `String` and `Substring` have in common.
  private static func textMembers(_ type: String) -> [Entry] {
    textProperties(type) + textIndices(type) + textParts(type)
  }

  private static func textProperties(_ type: String) -> [Entry] {
    [
      (type, "var count: Int", .count),
      (type, "var isEmpty: Bool", .isEmpty),
      (type, "var first: Character?", .first),
      (type, "var last: Character?", .last),
      (type, "func uppercased() -> String", .uppercased),
      (type, "func lowercased() -> String", .lowercased),
      (type, "var capitalized: String", .capitalized),
      (type, "func hasPrefix<S: StringProtocol>(_ prefix: S) -> Bool", .hasPrefix),
      (type, "func hasSuffix<S: StringProtocol>(_ suffix: S) -> Bool", .hasSuffix),
      (type, "func contains(_ element: Character) -> Bool", .contains),
      (type, "func contains<S: StringProtocol>(_ other: S) -> Bool", .textContains),
      (
        type,
        "func replacingOccurrences<S: StringProtocol, R: StringProtocol>(of target: S, with replacement: R) -> String",
        .replaceOccurrences
      ),
      (
        type, "func components<S: StringProtocol>(separatedBy separator: S) -> [String]",
        .components
      ),
      (type, "func components(separatedBy separator: CharacterSet) -> [String]", .componentsBySet),
      (type, "func trimmingCharacters(in set: CharacterSet) -> String", .trimmed),
      (
        type,
        "func padding<S: StringProtocol>(toLength newLength: Int, withPad padString: S, startingAt padIndex: Int) -> String",
        .padded
      ),
    ]
  }

  private static func textIndices(_ type: String) -> [Entry] {
    [
      (type, "var startIndex: String.Index", .startIndex),
      (type, "var endIndex: String.Index", .endIndex),
      (type, "var indices: [String.Index]", .indices),
      (type, "func index(after i: String.Index) -> String.Index", .indexAfter),
      (type, "func index(before i: String.Index) -> String.Index", .indexBefore),
      (
        type, "func index(_ i: String.Index, offsetBy distance: Int) -> String.Index",
        .indexOffset
      ),
      (
        type,
        "func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index?",
        .indexOffsetLimited
      ),
      (
        type, "func distance(from start: String.Index, to end: String.Index) -> Int",
        .distance
      ),
      (type, "func firstIndex(of element: Character) -> String.Index?", .firstIndexOf),
      (type, "func lastIndex(of element: Character) -> String.Index?", .lastIndexOf),
      (
        type, "func firstIndex(where predicate: (Character) -> Bool) -> String.Index?",
        .textIndexWhere
      ),
      (
        type, "func lastIndex(where predicate: (Character) -> Bool) -> String.Index?",
        .textLastIndexWhere
      ),
      (type, "func range<S: StringProtocol>(of text: S) -> Range<String.Index>?", .rangeOf),
      (type, "subscript(_ i: String.Index) -> Character", .characterAt),
      (type, "subscript(_ bounds: Range<String.Index>) -> Substring", .slice),
      (type, "subscript(_ bounds: ClosedRange<String.Index>) -> Substring", .slice),
    ]
  }

  private static func textParts(_ type: String) -> [Entry] {
    [
      (type, "func prefix(_ maxLength: Int) -> Substring", .prefix),
      (type, "func suffix(_ maxLength: Int) -> Substring", .suffix),
      (type, "func dropFirst(_ k: Int = 1) -> Substring", .dropFirst),
      (type, "func dropLast(_ k: Int = 1) -> Substring", .dropLast),
      (type, "func prefix(while predicate: (Character) -> Bool) -> Substring", .prefixWhile),
      (type, "func drop(while predicate: (Character) -> Bool) -> Substring", .dropWhile),
      (type, "func prefix(upTo end: String.Index) -> Substring", .sliceUpTo),
      (type, "func prefix(through position: String.Index) -> Substring", .sliceThrough),
      (type, "func suffix(from start: String.Index) -> Substring", .sliceFrom),
      (
        type,
        "func split(separator: Character, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [Substring]",
        .split
      ),
      (
        type,
        "func split<S: StringProtocol>(separator: S, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [Substring]",
        .splitByText
      ),
      (
        type,
        "func split(maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Character) -> Bool) -> [Substring]",
        .splitWhere
      ),
      (
        type, "func filter(_ isIncluded: (Character) throws -> Bool) rethrows -> String",
        .filterText
      ),
    ]
  }

  private static let stringChanges: [Entry] = [
    ("String", "mutating func append(_ other: String)", .add),
    ("String", "mutating func append(_ c: Character)", .add),
    (
      "String",
      "mutating func append<S: Sequence>(contentsOf other: S) where S.Element == Character",
      .appendContents
    ),
    ("String", "mutating func insert(_ newElement: Character, at i: String.Index)", .insert),
    (
      "String",
      "mutating func insert<S: Sequence>(contentsOf newElements: S, at i: String.Index) where S.Element == Character",
      .insertContents
    ),
    ("String", "mutating func remove(at i: String.Index) -> Character", .removeAt),
    ("String", "mutating func removeFirst() -> Character", .removeFirst),
    ("String", "mutating func removeLast() -> Character", .removeLast),
    ("String", "mutating func removeFirst(_ k: Int)", .removeFirstCount),
    ("String", "mutating func removeLast(_ k: Int)", .removeLastCount),
    ("String", "mutating func popLast() -> Character?", .popLast),
    ("String", "mutating func removeAll()", .removeAll),
    (
      "String", "mutating func removeAll(where shouldBeRemoved: (Character) -> Bool)",
      .removeAllWhere
    ),
    ("String", "mutating func removeSubrange(_ bounds: Range<String.Index>)", .removeRange),
    (
      "String",
      "func replacing<S: StringProtocol, R: StringProtocol>(_ other: S, with replacement: R) -> String",
      .replaceAll
    ),
    ("String", "mutating func removeSubrange(_ bounds: ClosedRange<String.Index>)", .removeRange),
    (
      "String",
      "mutating func replaceSubrange<S: StringProtocol>(_ bounds: Range<String.Index>, with newElements: S)",
      .replaceRange
    ),
    (
      "String",
      "mutating func replaceSubrange<S: StringProtocol>(_ bounds: ClosedRange<String.Index>, with newElements: S)",
      .replaceRange
    ),
  ]

  private static let joining: [Entry] = [
    (
      "Sequence where Element: StringProtocol",
      "func joined(separator: String = \"\") -> String", .joinedStrings
    ),
    (
      "Sequence where Element: ListSequence", "func joined() -> FlattenSequence<Self>",
      .joinedArrays
    ),
    (
      "Sequence where Element: ListSequence",
      "func joined<S: Sequence>(separator: S) -> FlattenSequence<Self> where S.Element == Element.Element",
      .joinedArrays
    ),
  ]

  private static let characters: [Entry] =
    [
      ("isLetter", Intrinsic.isLetter), ("isNumber", .isNumber),
      ("isWholeNumber", .isWholeNumber), ("isHexDigit", .isHexDigit),
      ("isWhitespace", .isWhitespace), ("isNewline", .isNewline), ("isUppercase", .isUppercase),
      ("isLowercase", .isLowercase), ("isCased", .isCased), ("isPunctuation", .isPunctuation),
      ("isSymbol", .isSymbol), ("isMathSymbol", .isMathSymbol),
      ("isCurrencySymbol", .isCurrencySymbol), ("isASCII", .isASCII),
    ].map { ("Character", "var \($0.0): Bool", $0.1) } + [
      ("Character", "var wholeNumberValue: Int?", .wholeNumberValue),
      ("Character", "var hexDigitValue: Int?", .hexDigitValue),
      ("Character", "func uppercased() -> String", .uppercased),
      ("Character", "func lowercased() -> String", .lowercased),
    ]

  private static let characterSets: [Entry] = [
    ("CharacterSet", "static var whitespaces: CharacterSet", .whitespaces),
    ("CharacterSet", "static var newlines: CharacterSet", .newlines),
    ("CharacterSet", "static var whitespacesAndNewlines: CharacterSet", .whitespacesAndNewlines),
    ("CharacterSet", "static var punctuationCharacters: CharacterSet", .punctuationCharacters),
    ("CharacterSet", "static var decimalDigits: CharacterSet", .decimalDigits),
    ("CharacterSet", "static var letters: CharacterSet", .letters),
    ("CharacterSet", "static var alphanumerics: CharacterSet", .alphanumerics),
    ("CharacterSet", "static var uppercaseLetters: CharacterSet", .uppercaseLetters),
    ("CharacterSet", "static var lowercaseLetters: CharacterSet", .lowercaseLetters),
    ("CharacterSet", "static var symbols: CharacterSet", .symbols),
    ("CharacterSet", "init(charactersIn string: String)", .charactersIn),
  ]
}
