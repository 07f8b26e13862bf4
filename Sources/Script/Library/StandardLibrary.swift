/// The part of Swift's standard library and of Foundation's mathematics that lessons use, by the
/// signatures that Swift gives them, each beside the operation that carries it out.
enum StandardLibrary {
  typealias Entry = (owner: String?, signature: String, intrinsic: Intrinsic)

  /// All entries, group by group; an array of them all would be made at each start.
  static var groups: [[Entry]] {
    [
      operators, mathematics(of: "Double"), mathematics(of: "Float"), comparisons, integers,
      floatingPointTypes, descriptions, optionals, sequences, arrays, slices, dictionaries, sets,
      texts, failures,
    ]
  }

  /// Declarations that Swift prefers in some calls and that the language does not have.
  static let refusals: [(owner: String?, signature: String, help: String)] = [
    (
      nil, "func pow<T: NumberLiteral>(_ x: T, _ y: Int) -> Int",
      "a literal and an integer make Foundation's 'pow' a 'Decimal'; write 'pow(2.0, 3.0)'"
    ),
    ("Sequence", "var lazy: [Element]", "write the methods without it: they make arrays"),
    (
      "Hashable", "var hashValue: Int",
      "it is another in each run of a Swift program: compare the values themselves"
    ),
    ("Int", "static func random(in range: ClosedRange<Int>) -> Int", Self.seeding),
    ("Int", "static func random(in range: Range<Int>) -> Int", Self.seeding),
    ("Double", "static func random(in range: ClosedRange<Double>) -> Double", Self.seeding),
    ("Double", "static func random(in range: Range<Double>) -> Double", Self.seeding),
    ("Bool", "static func random() -> Bool", Self.seeding),
    ("Sequence", "func shuffled() -> [Element]", Self.seeding),
    ("Array", "mutating func shuffle()", Self.seeding),
    ("Collection", "func randomElement() -> Element?", Self.seeding),
    ("Sequence", "func shuffled<G>(using generator: inout G) -> [Element]", Self.permuting),
    ("Array", "mutating func shuffle<G>(using generator: inout G)", Self.permuting),
    (
      "Collection", "func randomElement<G>(using generator: inout G) -> Element?",
      "draw its index: 'xs[generator.nextIndex(below: xs.count)]'"
    ),
  ]

  /// Why nothing is drawn from the system's generator.
  private static let seeding = "a lesson comes to the same each time: draw from a 'SeededGenerator'"

  private static let permuting =
    "draw the order of the indices: 'generator.nextPermutation(of: xs.count).map { xs[$0] }'"

  private static let operators: [Entry] = [
    (nil, "func + <T: AdditiveArithmetic>(lhs: T, rhs: T) -> T", .add),
    (nil, "func + (lhs: String, rhs: String) -> String", .add),
    (nil, "func + (lhs: String, rhs: Substring) -> String", .add),
    (nil, "func + (lhs: Substring, rhs: String) -> Substring", .add),
    (nil, "func + (lhs: Substring, rhs: Substring) -> Substring", .add),
    (nil, "func + <E>(lhs: [E], rhs: [E]) -> [E]", .add),
    (nil, "func + <E>(lhs: [E], rhs: ArraySlice<E>) -> [E]", .add),
    (nil, "func - <T: AdditiveArithmetic>(lhs: T, rhs: T) -> T", .subtract),
    (nil, "func * <T: Numeric>(lhs: T, rhs: T) -> T", .multiply),
    (nil, "func / <T: Numeric>(lhs: T, rhs: T) -> T", .divide),
    (nil, "func % <T: BinaryInteger>(lhs: T, rhs: T) -> T", .remainder),
    (nil, "func &+ <T: BinaryInteger>(lhs: T, rhs: T) -> T", .wrappingAdd),
    (nil, "func &- <T: BinaryInteger>(lhs: T, rhs: T) -> T", .wrappingSubtract),
    (nil, "func &* <T: BinaryInteger>(lhs: T, rhs: T) -> T", .wrappingMultiply),
    (nil, "func & <T: BinaryInteger>(lhs: T, rhs: T) -> T", .bitAnd),
    (nil, "func | <T: BinaryInteger>(lhs: T, rhs: T) -> T", .bitOr),
    (nil, "func ^ <T: BinaryInteger>(lhs: T, rhs: T) -> T", .bitXor),
    (nil, "func << <T: BinaryInteger, U: BinaryInteger>(lhs: T, rhs: U) -> T", .shiftLeft),
    (nil, "func >> <T: BinaryInteger, U: BinaryInteger>(lhs: T, rhs: U) -> T", .shiftRight),
    (nil, "func &<< <T: BinaryInteger>(lhs: T, rhs: T) -> T", .maskingShiftLeft),
    (nil, "func &>> <T: BinaryInteger>(lhs: T, rhs: T) -> T", .maskingShiftRight),
    (nil, "func == <T: EquatableOperand>(lhs: T, rhs: T) -> Bool", .equal),
    (nil, "func != <T: EquatableOperand>(lhs: T, rhs: T) -> Bool", .notEqual),
    (nil, "func < <T: ComparableOperand>(lhs: T, rhs: T) -> Bool", .less),
    (nil, "func <= <T: ComparableOperand>(lhs: T, rhs: T) -> Bool", .lessOrEqual),
    (nil, "func > <T: ComparableOperand>(lhs: T, rhs: T) -> Bool", .greater),
    (nil, "func >= <T: ComparableOperand>(lhs: T, rhs: T) -> Bool", .greaterOrEqual),
    (nil, "func ..< <T: Comparable>(lhs: T, rhs: T) -> Range<T>", .makeRange),
    (nil, "func ... <T: Comparable>(lhs: T, rhs: T) -> ClosedRange<T>", .makeClosedRange),
    (nil, "func - <T: SignedNumeric>(operand: T) -> T", .negate),
    (nil, "func + <T: AdditiveArithmetic>(operand: T) -> T", .identity),
    (nil, "func ! (operand: Bool) -> Bool", .not),
    (nil, "func ~ <T: BinaryInteger>(operand: T) -> T", .bitNot),
  ]

  private static let failures: [Entry] = [
    (nil, "func fatalError(_ message: String = \"\") -> Never", .fail),
    (nil, "func preconditionFailure(_ message: String = \"\") -> Never", .fail),
    (nil, "func assertionFailure(_ message: String = \"\")", .fail),
    (nil, "func precondition(_ condition: Bool, _ message: String = \"\")", .require),
    (nil, "func assert(_ condition: Bool, _ message: String = \"\")", .require),
  ]

  private static let unaryMathematics: [(name: String, intrinsic: Intrinsic)] = [
    ("sqrt", .sqrt), ("cbrt", .cbrt), ("exp", .exp), ("exp2", .exp2), ("log", .log),
    ("log2", .log2), ("log10", .log10), ("log1p", .log1p), ("expm1", .expm1), ("sin", .sin),
    ("cos", .cos), ("tan", .tan), ("asin", .asin), ("acos", .acos), ("atan", .atan),
    ("sinh", .sinh), ("cosh", .cosh), ("tanh", .tanh), ("floor", .floor), ("ceil", .ceil),
    ("trunc", .trunc), ("round", .roundAwayFromZero),
  ]

  /// Foundation's mathematics, which it has for each floating-point type.
  private static func mathematics(of type: String) -> [Entry] {
    unaryMathematics.map { (nil, "func \($0.name)(_ x: \(type)) -> \(type)", $0.intrinsic) } + [
      (nil, "func pow(_ x: \(type), _ y: \(type)) -> \(type)", .pow),
      (nil, "func hypot(_ x: \(type), _ y: \(type)) -> \(type)", .hypot),
      (nil, "func atan2(_ y: \(type), _ x: \(type)) -> \(type)", .atan2),
      (nil, "func fmod(_ x: \(type), _ y: \(type)) -> \(type)", .fmod),
    ]
  }

  private static let comparisons: [Entry] = [
    (nil, "func swap<T>(_ a: inout T, _ b: inout T)", .swap),
    (nil, "func abs<T: SignedNumeric>(_ x: T) -> T", .abs),
    (nil, "func min<T: Comparable>(_ x: T, _ y: T, _ rest: T...) -> T", .min),
    (nil, "func max<T: Comparable>(_ x: T, _ y: T, _ rest: T...) -> T", .max),
  ]

  private static let descriptions: [Entry] =
    [
      "BinaryInteger", "FloatingPoint", "Bool", "String", "Substring", "Character", "Array", "Set",
      "Dictionary",
    ].map { ($0, "var description: String", .describe) } + [
      ("String", "var debugDescription: String", .debugDescribe),
      ("Array", "var debugDescription: String", .debugDescribe),
      ("Optional", "var debugDescription: String", .debugDescribe),
      ("Double", "var debugDescription: String", .debugDescribe),
    ]

  private static let optionals: [Entry] = [
    ("Optional", "init(_ value: Wrapped)", .wrap),
    ("Optional", "func map<R>(_ transform: (Wrapped) throws -> R) rethrows -> R?", .mapOptional),
    (
      "Optional", "func flatMap<R>(_ transform: (Wrapped) throws -> R?) rethrows -> R?",
      .flatMapOptional
    ),
    ("Optional", "static func some(_ value: Wrapped) -> Wrapped?", .wrap),
  ]

  private static let sequences: [Entry] = [
    ("Sequence", "func map<R>(_ transform: (Element) throws -> R) rethrows -> [R]", .map),
    (
      "Sequence", "func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element]",
      .filter
    ),
    (
      "Sequence", "func compactMap<R>(_ transform: (Element) throws -> R?) rethrows -> [R]",
      .compactMap
    ),
    ("Sequence", "func flatMap<R>(_ transform: (Element) throws -> [R]) rethrows -> [R]", .flatMap),
    (
      "Sequence", "func reduce<R>(_ initial: R, _ next: (R, Element) throws -> R) rethrows -> R",
      .reduce
    ),
    (
      "Sequence", "func count(where predicate: (Element) throws -> Bool) rethrows -> Int",
      .countWhere
    ),
    ("Sequence", "func forEach(_ body: (Element) throws -> Void) rethrows", .forEach),
    (
      "Sequence", "func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool",
      .containsWhere
    ),
    ("Sequence where Element: Equatable", "func contains(_ element: Element) -> Bool", .contains),
    (
      "Sequence", "func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool",
      .allSatisfy
    ),
    ("Sequence where Element: Comparable", "func sorted() -> [Element]", .sorted),
    (
      "Sequence",
      "func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element]",
      .sortedBy
    ),
    ("Sequence where Element: Comparable", "func min() -> Element?", .minElement),
    ("Sequence where Element: Comparable", "func max() -> Element?", .maxElement),
    (
      "Sequence",
      "func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
      .minElementBy
    ),
    (
      "Sequence",
      "func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element?",
      .maxElementBy
    ),
    ("Sequence", "func enumerated() -> EnumeratedSequence<Self>", .enumerated),
    ("Collection", "func reversed() -> ReversedCollection<Self>", .reversed),
    // Where an array is expected.
    ("Sequence", "func reversed() -> [Element]", .reversed),
    ("Collection", "func prefix(_ maxLength: Int) -> ArraySlice<Element>", .prefix),
    ("Collection", "func suffix(_ maxLength: Int) -> ArraySlice<Element>", .suffix),
    ("Collection", "func dropFirst(_ k: Int = 1) -> ArraySlice<Element>", .dropFirst),
    ("Collection", "func dropLast(_ k: Int = 1) -> ArraySlice<Element>", .dropLast),
    ("Collection", "var count: Int", .count),
    ("Collection", "var isEmpty: Bool", .isEmpty),
    ("Collection", "var first: Element?", .first),
    (nil, "func zip<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> Zip2Sequence<A, B>", .zip),
    (
      nil, "func stride<T: Strideable>(from start: T, to end: T, by step: T) -> StrideTo<T>",
      .strideTo
    ),
    (
      nil,
      "func stride<T: Strideable>(from start: T, through end: T, by step: T) -> StrideThrough<T>",
      .strideThrough
    ),
    ("Range", "var last: Bound?", .last),
    ("ClosedRange", "var last: Bound?", .last),
    ("Range", "var lowerBound: Bound", .lowerBound),
    ("Range", "var upperBound: Bound", .upperBound),
    ("Range", "func contains(_ element: Bound) -> Bool", .contains),
    ("ClosedRange", "var lowerBound: Bound", .lowerBound),
    ("ClosedRange", "var upperBound: Bound", .upperBound),
    ("ClosedRange", "func contains(_ element: Bound) -> Bool", .contains),
  ]

  private static let arrays: [Entry] = [
    ("Array", "init()", .toArray),
    ("Array", "init(repeating repeatedValue: Element, count: Int)", .repeatElement),
    ("Array", "init<S: Sequence>(_ elements: S) where S.Element == Element", .toArray),
    ("Array", "var last: Element?", .last),
    (
      "Sequence", "func first(where predicate: (Element) throws -> Bool) rethrows -> Element?",
      .firstWhere
    ),
    (
      "Array", "func last(where predicate: (Element) throws -> Bool) rethrows -> Element?",
      .lastWhere
    ),
    (
      "Array", "func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
      .lastIndexWhere
    ),
    ("Array", "mutating func removeAll(where shouldBeRemoved: (Element) -> Bool)", .removeAllWhere),
    ("Array", "mutating func removeFirst(_ k: Int)", .removeFirstCount),
    ("Array", "mutating func removeLast(_ k: Int)", .removeLastCount),
    ("Array", "mutating func popLast() -> Element?", .popLast),
    (
      "Array",
      "mutating func insert<S: Sequence>(contentsOf newElements: S, at i: Int) where S.Element == Element",
      .insertContents
    ),
    ("Array", "mutating func reserveCapacity(_ minimumCapacity: Int)", .reserveCapacity),
    (
      "Array",
      "mutating func replaceSubrange<S: Collection>(_ subrange: Range<Int>, with newElements: S) where S.Element == Element",
      .replaceRange
    ),
    (
      "Array",
      "mutating func replaceSubrange<S: Collection>(_ subrange: ClosedRange<Int>, with newElements: S) where S.Element == Element",
      .replaceRange
    ),
    ("Array", "mutating func removeSubrange(_ bounds: Range<Int>)", .removeRange),
    ("Array", "mutating func removeSubrange(_ bounds: ClosedRange<Int>)", .removeRange),
    (
      "Array where Element: Equatable", "func lastIndex(of element: Element) -> Int?",
      .lastIndexOf
    ),
    (
      "Array where Element: Equatable",
      "func split(separator: Element, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [ArraySlice<Element>]",
      .splitArray
    ),
    (
      "Array",
      "func split(maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true, whereSeparator isSeparator: (Element) throws -> Bool) rethrows -> [ArraySlice<Element>]",
      .splitArrayWhere
    ),
    (
      "Array",
      "func prefix(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element>",
      .prefixWhile
    ),
    (
      "Array",
      "func drop(while predicate: (Element) throws -> Bool) rethrows -> ArraySlice<Element>",
      .dropWhile
    ),
    (
      "Sequence where Element: Equatable",
      "func elementsEqual<S: Sequence>(_ other: S) -> Bool where S.Element == Element",
      .elementsEqual
    ),
    (
      "Sequence where Element: Comparable",
      "func lexicographicallyPrecedes<S: Sequence>(_ other: S) -> Bool where S.Element == Element",
      .lexicographicallyPrecedes
    ),
    (
      "Sequence where Element: Equatable",
      "func starts<S: Sequence>(with possiblePrefix: S) -> Bool where S.Element == Element",
      .startsWith
    ),
    (
      "Array", "mutating func partition(by belongsInSecondPartition: (Element) -> Bool) -> Int",
      .partition
    ),
    (
      "Array where Element: Equatable", "func firstIndex(of element: Element) -> Int?",
      .firstIndexOf
    ),
    (
      "Array", "func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Int?",
      .firstIndexWhere
    ),
    ("Array", "mutating func append(_ newElement: Element)", .append),
    (
      "Array",
      "mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element",
      .appendContents
    ),
    ("Array", "mutating func insert(_ newElement: Element, at i: Int)", .insert),
    ("Array", "mutating func remove(at index: Int) -> Element", .removeAt),
    ("Array", "mutating func removeLast() -> Element", .removeLast),
    ("Array", "mutating func removeFirst() -> Element", .removeFirst),
    ("Array", "mutating func removeAll()", .removeAll),
    ("Array", "mutating func swapAt(_ i: Int, _ j: Int)", .swapAt),
    ("Array where Element: Comparable", "mutating func sort()", .sort),
    ("Array", "mutating func sort(by areInIncreasingOrder: (Element, Element) -> Bool)", .sortBy),
    ("Array", "mutating func reverse()", .reverse),
  ]
}
