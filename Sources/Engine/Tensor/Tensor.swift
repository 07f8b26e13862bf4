/// An array of `Double` with any number of axes, stored row by row.
///
/// The last axis varies fastest: element `[i, j]` of a tensor of shape `[n, m]` is
/// `elements[i * m + j]`. Columns are examples: a batch of `m` examples of `n` features has the
/// shape `[n, m]`, and classes lie on axis 0. A tensor of shape `[]` holds one number, and an axis
/// may be empty.
///
/// Tensors are values: a copy changes independently of its original. Two tensors are equal when
/// their shapes and all their elements are; as for `Double`, NaN equals nothing, and -0 equals 0.
public struct Tensor: Sendable, Hashable {
  /// The extent of each axis.
  public let shape: [Int]

  /// All elements, row by row.
  public internal(set) var elements: [Double]

  /// Creates a tensor whose shape is known to fit.
  @inline(__always)
  init(unchecked elements: [Double], shape: [Int]) {
    self.shape = shape
    self.elements = elements
  }

  /// The number of axes: 0 for a scalar, 1 for a vector, 2 for a matrix.
  public var rank: Int { shape.count }

  /// The number of elements, the product of all extents.
  public var count: Int { elements.count }

  /// Whether the tensor has no elements, because an axis is empty.
  public var isEmpty: Bool { elements.isEmpty }

  /// The most elements a tensor may have, 2²⁷ (1 GiB).
  public static let maximumCount = 1 << 27

  /// The most axes a tensor may have.
  public static let maximumRank = 32
}

extension Tensor {
  /// Returns whether two tensors have one shape and equal elements.
  public static func == (left: Tensor, right: Tensor) -> Bool {
    // Arrays that share their memory count as equal even where they hold NaN; these elements do not.
    left.shape == right.shape && left.elements.elementsEqual(right.elements)
  }
}

// MARK: - Creation

extension Tensor {
  /// Creates a tensor of shape `[]` that holds one number.
  public init(_ scalar: Double) {
    self.init(unchecked: [scalar], shape: [])
  }

  /// Creates a vector, a tensor of shape `[elements.count]`.
  public init(_ elements: [Double]) {
    self.init(unchecked: elements, shape: [elements.count])
  }

  /// Creates a matrix from its rows, a tensor of shape `[rows.count, rows[0].count]`.
  ///
  /// - Parameter rows: The rows, all of one length. No rows give the shape `[0, 0]`.
  /// - Throws: `EngineError.raggedRows` when a row differs in length from the first.
  @_disfavoredOverload
  public init(_ rows: [[Double]]) throws(EngineError) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      throw .raggedRows(expected: [width], found: [row.count], row: index)
    }
    self.init(unchecked: rows.flatMap { $0 }, shape: [rows.count, width])
  }

  /// Creates a tensor from its shape and its elements, row by row.
  ///
  /// - Parameters:
  ///   - shape: The extent of each axis.
  ///   - elements: As many numbers as the product of the extents.
  /// - Throws: `EngineError.elementCountMismatch`, or `.negativeExtent`.
  @_disfavoredOverload
  public init(shape: [Int], elements: [Double]) throws(EngineError) {
    guard try Tensor.elementCount(of: shape) == elements.count else {
      throw .elementCountMismatch(shape: shape, count: elements.count)
    }
    self.init(unchecked: elements, shape: shape)
  }

  /// Creates a tensor of a shape, with the same number everywhere.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - shape: The extent of each axis.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public init(repeating value: Double, shape: [Int]) throws(EngineError) {
    let count = try Tensor.elementCount(of: shape)
    self.init(unchecked: [Double](repeating: value, count: count), shape: shape)
  }

  /// Returns a tensor of zeros.
  ///
  /// - Parameter shape: The extent of each axis.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func zeros(_ shape: [Int]) throws(EngineError) -> Tensor {
    try Tensor(repeating: 0, shape: shape)
  }

  /// Returns a tensor of ones.
  ///
  /// - Parameter shape: The extent of each axis.
  /// - Returns: A tensor of that shape.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func ones(_ shape: [Int]) throws(EngineError) -> Tensor {
    try Tensor(repeating: 1, shape: shape)
  }

  /// Returns the matrix of shape `[size, size]` with ones on its diagonal.
  ///
  /// - Parameter size: The number of rows.
  /// - Returns: A matrix of shape `[size, size]`.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func identity(_ size: Int) throws(EngineError) -> Tensor {
    var result = try zeros([size, size])
    for index in 0..<size { result.elements[index * size + index] = 1 }
    return result
  }

  /// Returns `count` numbers from `first` to `last` at equal distances, both ends in.
  ///
  /// - Parameters:
  ///   - first: The first number.
  ///   - last: The last number, given exactly; left out when `count` is 1.
  ///   - count: How many numbers.
  /// - Returns: A vector of `count` elements.
  /// - Throws: `EngineError.negativeExtent`, or `.tensorTooLarge`.
  @_disfavoredOverload
  public static func linearSpace(
    from first: Double,
    to last: Double,
    count: Int
  ) throws(EngineError) -> Tensor {
    var result = try zeros([count])
    for index in 0..<count {
      result.elements[index] =
        index == count - 1 && count > 1
        ? last : first + (last - first) * (Double(index) / Double(Swift.max(count - 1, 1)))
    }
    return result
  }

  /// Returns the numbers from `start` up to, not including, `end`, `step` apart.
  ///
  /// - Parameters:
  ///   - start: The first number.
  ///   - end: The bound that is not reached.
  ///   - step: The distance, positive or negative.
  /// - Returns: A vector; empty when `end` lies the other way.
  /// - Throws: `EngineError.argumentOutOfRange` when `step` is 0 or a bound is not finite.
  @_disfavoredOverload
  public static func range(
    from start: Double,
    to end: Double,
    by step: Double = 1
  ) throws(EngineError) -> Tensor {
    guard step != 0, step.isFinite else {
      throw .argumentOutOfRange(argument: "by", value: step, allowed: "finite and not 0")
    }
    let steps = ((end - start) / step).rounded(.up)
    guard start.isFinite, end.isFinite, steps <= Double(maximumCount) else {
      throw .argumentOutOfRange(argument: "to", value: end, allowed: "within reach of 'from'")
    }
    return Tensor((0..<Int(Swift.max(steps, 0))).map { start + Double($0) * step })
  }

  /// The number of elements of a shape.
  ///
  /// The extents beside an empty axis count, too: any product of extents can be had without
  /// overflow afterwards.
  ///
  /// - Throws: `EngineError.negativeExtent`, `.tensorTooLarge`, or `.wrongRank`.
  static func elementCount(of shape: [Int]) throws(EngineError) -> Int {
    guard shape.count <= maximumRank else {
      throw .wrongRank(operation: "shape", expected: "at most \(maximumRank) axes", shape: shape)
    }
    guard shape.allSatisfy({ $0 >= 0 }) else { throw .negativeExtent(shape: shape) }
    var count = 1
    for extent in shape where extent > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard !overflow, product <= maximumCount else {
        throw .tensorTooLarge(shape: shape, limit: maximumCount)
      }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }
}
