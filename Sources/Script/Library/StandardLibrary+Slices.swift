/// The indices and the parts of arrays, which are slices; what slices can do, and ranges with one end.
extension StandardLibrary {
  static let slices: [Entry] =
    indexed("Array") + indexed("ArraySlice") + sliceChanges + partialRanges

  private static func indexed(_ type: String) -> [Entry] {
    [
      ("Range<Int>", Intrinsic.slice), ("ClosedRange<Int>", .slice),
      ("PartialRangeFrom<Int>", .sliceFrom), ("PartialRangeUpTo<Int>", .sliceUpTo),
      ("PartialRangeThrough<Int>", .sliceThrough),
    ].map { (type, "subscript(_ range: \($0.0)) -> ArraySlice<Element>", $0.1) } + [
      (type, "var startIndex: Int", .startIndex),
      (type, "var endIndex: Int", .endIndex),
      (type, "var indices: Range<Int>", .indices),
      (type, "func index(after i: Int) -> Int", .indexAfter),
      (type, "func index(before i: Int) -> Int", .indexBefore),
      (type, "func index(_ i: Int, offsetBy distance: Int) -> Int", .indexOffset),
      (type, "func distance(from start: Int, to end: Int) -> Int", .distance),
      (type, "func prefix(upTo end: Int) -> ArraySlice<Element>", .sliceUpTo),
      (type, "func prefix(through position: Int) -> ArraySlice<Element>", .sliceThrough),
      (type, "func suffix(from start: Int) -> ArraySlice<Element>", .sliceFrom),
    ]
  }

  private static let sliceChanges: [Entry] = [
    ("ArraySlice", "subscript(_ position: Int) -> Element { get set }", .sliceElement),
    ("ArraySlice", "var last: Element?", .last),
    (
      "ArraySlice where Element: Equatable", "func firstIndex(of element: Element) -> Int?",
      .firstIndexOf
    ),
    (
      "ArraySlice where Element: Equatable", "func lastIndex(of element: Element) -> Int?",
      .lastIndexOf
    ),
    (
      "ArraySlice", "func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
      .firstIndexWhere
    ),
    (
      "ArraySlice", "func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
      .lastIndexWhere
    ),
    (
      "ArraySlice", "func last(where predicate: (Element) throws -> Bool) rethrows -> Element?",
      .lastWhere
    ),
    ("ArraySlice", "mutating func append(_ newElement: Element)", .append),
    (
      "ArraySlice",
      "mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element",
      .appendContents
    ),
    ("ArraySlice", "mutating func removeFirst() -> Element", .removeFirst),
    ("ArraySlice", "mutating func removeLast() -> Element", .removeLast),
    ("ArraySlice", "mutating func popFirst() -> Element?", .popFirst),
    ("ArraySlice", "mutating func popLast() -> Element?", .popLast),
    ("ArraySlice", "mutating func swapAt(_ i: Int, _ j: Int)", .swapAt),
    ("ArraySlice where Element: Comparable", "mutating func sort()", .sort),
    (
      "ArraySlice", "mutating func sort(by areInIncreasingOrder: (Element, Element) -> Bool)",
      .sortBy
    ),
    ("ArraySlice", "mutating func reverse()", .reverse),
  ]

  private static let partialRanges: [Entry] = [
    ("PartialRangeFrom", "var lowerBound: Bound", .identity),
    ("PartialRangeFrom", "func contains(_ element: Bound) -> Bool", .contains),
    ("PartialRangeUpTo", "var upperBound: Bound", .identity),
    ("PartialRangeUpTo", "func contains(_ element: Bound) -> Bool", .contains),
    ("PartialRangeThrough", "var upperBound: Bound", .identity),
    ("PartialRangeThrough", "func contains(_ element: Bound) -> Bool", .contains),
  ]
}
