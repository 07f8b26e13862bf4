/// What code names by numbers: those that one cell adds to what the cells before it have brought.
///
/// The numbers go on from cell to cell, so that the machine adds to its own and copies nothing.
struct CodePools: Sendable {
  var constants: Pool<UInt64> = []
  var strings: Pool<String> = []
  var layouts: Pool<Layout> = []
  var closures: Pool<ClosureTemplate> = []
  var operations: Pool<Operation> = []

  /// Returns empty pools whose numbers go on where these end.
  var next: CodePools {
    CodePools(
      constants: constants.next,
      strings: strings.next,
      layouts: layouts.next,
      closures: closures.next,
      operations: operations.next
    )
  }
}

/// Values with numbers that begin where those of an earlier pool end.
struct Pool<Element: Sendable>: Sendable, ExpressibleByArrayLiteral {
  /// The values of this pool alone.
  private(set) var added: [Element]
  /// The number of the first of them.
  private let start: Int

  init(arrayLiteral elements: Element...) { self.init(elements, from: 0) }

  private init(_ elements: [Element], from start: Int) {
    added = elements
    self.start = start
  }

  /// The number that the next value will get.
  var end: Int { start + added.count }
  /// An empty pool whose numbers go on where these end.
  var next: Pool { Pool([], from: end) }

  subscript(number: Int) -> Element { added[number - start] }

  /// Adds a value.
  ///
  /// - Returns: Its number.
  mutating func add(_ value: Element) -> Int {
    added.append(value)
    return end - 1
  }
}
