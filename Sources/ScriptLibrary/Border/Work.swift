import Engine
import Script

/// What bounds the memory that a function of the engine takes for its result, and its time.
enum Work: Sendable {
  /// At most as many elements as all arguments hold together.
  case arguments
  /// The shape that the first two arguments broadcast to.
  case broadcast
  /// The shape of the matrix product of the first two arguments.
  case matrixProduct
  /// The shape given as an array of `Int`.
  case shape
  /// The arguments, repeated as often as the array of `Int` says.
  case tiles
  /// The square of the `Int` argument.
  case square
  /// The `Int` argument, times so many numbers for each.
  case count(of: Int)
  /// The two `Int` arguments' product.
  case area
  /// The first argument's labels, times the number of classes.
  case oneHot
  /// The steps from the first number to the second.
  case range
  /// A pass of the arguments' examples through the network among them.
  case pass

  /// Operations on numbers that count as one step: a step of the machine takes about as long.
  static let operationsPerStep = 64

  /// Charges a call to the budget before it is made.
  ///
  /// - Parameters:
  ///   - values: The arguments.
  ///   - context: The machine.
  ///   - resultIsLarge: Whether the result may take as much memory as the arguments.
  /// - Throws: The machine's error where the budget has not so much left.
  func charge(_ values: [Value], to context: any HostContext, resultIsLarge: Bool) throws {
    let elements = elementCount(values)
    if resultIsLarge || growsBeyondArguments {
      try context.reserve(bytes: Self.product(elements, 8))
    }
    let steps = max(elements, operationCount(values)) / Self.operationsPerStep
    if steps > 0 { try context.charge(steps: steps) }
  }

  /// Whether what a call takes is not bounded by its arguments' memory.
  private var growsBeyondArguments: Bool { if case .arguments = self { false } else { true } }

  /// The bound on the elements of a call's result; 0 where the engine refuses the arguments.
  private func elementCount(_ values: [Value]) -> Int {
    let numbers = values.lazy.compactMap { Int($0) }
    switch self {
    case .arguments:
      return Self.count(values)
    case .broadcast:
      guard let left = Self.shape(values, at: 0) else { return 0 }
      return Self.shape(values, at: 1).map { Self.broadcast(left, $0) } ?? Self.product(left)
    case .matrixProduct:
      guard let left = Self.shape(values, at: 0), let right = Self.shape(values, at: 1),
        let rows = left.first, let columns = right.last
      else { return 0 }
      return Self.product(rows, columns)
    case .shape:
      return values.lazy.compactMap { [Int]($0) }.first.map { Self.product($0) } ?? 0
    case .tiles:
      let counts = values.lazy.compactMap { [Int]($0) }.first ?? []
      return Self.product(Self.count(values), Self.product(counts))
    case .square:
      return numbers.first.map { Self.product($0, $0) } ?? 0
    case .count(let size):
      return numbers.first.map { Self.product($0, size) } ?? 0
    case .area:
      return Self.product(Array(numbers.prefix(2)))
    case .oneHot:
      let labels = values.lazy.compactMap { [Int]($0) }.first ?? []
      return Self.product(labels.count, numbers.first ?? 0)
    case .range:
      let bounds = values.compactMap { Double($0) }
      guard bounds.count == 3 else { return 0 }
      let steps = ((bounds[1] - bounds[0]) / bounds[2]).rounded(.up)
      return steps > 0 && steps < 1e15 ? Int(steps) : 0
    case .pass:
      return Self.network(values).map { network in
        Self.product(3, network.valueCount, Self.examples(values, of: network))
      } ?? Self.count(values)
    }
  }

  /// The multiplications of a call, where they are more than the elements of its result.
  private func operationCount(_ values: [Value]) -> Int {
    switch self {
    case .matrixProduct:
      Self.product(elementCount(values), Self.shape(values, at: 0)?.last ?? 0)
    case .pass:
      Self.network(values).map { network in
        Self.product(2, network.parameterCount, Self.examples(values, of: network))
      } ?? 0
    case .arguments, .broadcast, .shape, .tiles, .square, .count, .area, .oneHot, .range: 0
    }
  }

  private static func network(_ values: [Value]) -> Network? {
    values.lazy.compactMap { Network($0) }.first
  }

  /// A bound on the examples that the arguments of a network's method hold.
  private static func examples(_ values: [Value], of network: Network) -> Int {
    (count(values) - network.byteCount / 8) / max(network.inputCount, 1) + 1
  }

  private static func shape(_ values: [Value], at index: Int) -> [Int]? {
    guard values.indices.contains(index) else { return nil }
    return Tensor(values[index])?.shape ?? Variable(values[index])?.shape
  }

  private static func count(_ values: [Value]) -> Int {
    values.reduce(0) { $0 + count($1) }
  }

  private static func count(_ value: Value) -> Int {
    switch value {
    case .object(let object): object.byteCount / 8
    case .doubles(let numbers): numbers.count
    case .ints(let numbers): numbers.count
    case .array(let values): count(values)
    case .optional(let wrapped): wrapped.map(count) ?? 0
    case .void, .int, .double, .float, .bool, .string, .tuple, .function: 0
    }
  }

  private static func broadcast(_ left: [Int], _ right: [Int]) -> Int {
    let (long, short) = left.count < right.count ? (right, left) : (left, right)
    let padding = [Int](repeating: 1, count: long.count - short.count)
    return product(zip(long, padding + short).map { $0 == 1 ? $1 : $0 })
  }

  private static func product(_ factors: Int...) -> Int { product(factors) }

  /// The product of extents, at most the greatest `Int`; 0 where one of them is negative.
  private static func product(_ shape: [Int]) -> Int {
    if shape.contains(where: { $0 <= 0 }) { return 0 }
    return shape.reduce(1) { count, extent in
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      return overflow ? Int.max : product
    }
  }
}
