import Engine
import Script

/// What bounds the number of elements of the tensor that a function returns.
enum ResultSize: Sendable {
  /// At most as many as all arguments hold together.
  case arguments
  /// The shape that the first two arguments broadcast to.
  case broadcast
  /// The shape of the matrix product of the first two arguments.
  case matrixProduct
  /// The shape given as an array of `Int`.
  case shape
  /// The square of the `Int` argument.
  case square
  /// The `Int` argument.
  case count
  /// The number of labels, times the number of classes.
  case oneHot
  /// The steps from the first number to the second.
  case range

  /// Returns the bound for a call's arguments; 0 where the engine refuses them.
  func elementCount(_ values: [Value]) -> Int {
    let tensors = values.compactMap { Tensor($0) }
    let numbers = values.compactMap { Int($0) }
    switch self {
    case .arguments:
      return values.reduce(0) { $0 + Self.count($1) }
    case .broadcast:
      guard tensors.count == 2 else { return tensors.first?.count ?? 0 }
      return Self.broadcast(tensors[0].shape, tensors[1].shape)
    case .matrixProduct:
      guard tensors.count == 2, let inner = tensors[0].shape.last, inner > 0 else { return 0 }
      return Self.product([tensors[0].count / inner, tensors[1].count / inner])
    case .shape:
      return values.lazy.compactMap { [Int]($0) }.first.map(Self.product) ?? 0
    case .square:
      return numbers.first.map { Self.product([$0, $0]) } ?? 0
    case .count:
      return numbers.first.map { Self.product([$0]) } ?? 0
    case .oneHot:
      let labels = values.lazy.compactMap { [Int]($0) }.first ?? []
      return Self.product([labels.count, numbers.first ?? 0])
    case .range:
      let bounds = values.compactMap { Double($0) }
      guard bounds.count == 3 else { return 0 }
      let steps = ((bounds[1] - bounds[0]) / bounds[2]).rounded(.up)
      return steps > 0 && steps < 1e15 ? Int(steps) : 0
    }
  }

  private static func count(_ value: Value) -> Int {
    switch value {
    case .object: Tensor(value)?.count ?? 0
    case .doubles(let numbers): numbers.count
    case .ints(let numbers): numbers.count
    case .array(let values): values.reduce(0) { $0 + count($1) }
    case .void, .int, .double, .float, .bool, .string, .tuple, .optional, .function: 1
    }
  }

  private static func broadcast(_ left: [Int], _ right: [Int]) -> Int {
    let (long, short) = left.count < right.count ? (right, left) : (left, right)
    let padding = [Int](repeating: 1, count: long.count - short.count)
    return product(zip(long, padding + short).map { $0 == 1 ? $1 : $0 })
  }

  private static func product(_ shape: [Int]) -> Int {
    if shape.contains(where: { $0 <= 0 }) { return 0 }
    return shape.reduce(1) { count, extent in
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      return overflow ? Int.max : product
    }
  }
}
