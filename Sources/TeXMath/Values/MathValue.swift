/// What a formula's expression comes to: a number, or a matrix of numbers.
public struct MathValue: Hashable, Sendable {
  /// The numbers, row by row.
  public let elements: [Quantity]
  /// The number of rows and columns; nil for a single number.
  public let shape: Shape?

  /// The size of a matrix.
  public struct Shape: Hashable, Sendable {
    /// The number of rows.
    public var rows: Int
    /// The number of columns.
    public var columns: Int
  }

  init(_ number: Quantity) {
    elements = [number]
    shape = nil
  }

  init(_ elements: [Quantity], _ shape: Shape?) {
    self.elements = elements
    self.shape = shape
  }

  /// The number, where the value is one.
  public var number: Quantity? { shape == nil ? elements[0] : nil }

  func map(_ body: (Quantity) -> Quantity) -> MathValue { MathValue(elements.map(body), shape) }

  /// The sum; nil for different shapes.
  static func + (left: MathValue, right: MathValue) -> MathValue? {
    guard left.shape == right.shape else { return nil }
    return MathValue(zip(left.elements, right.elements).map { $0 + $1 }, left.shape)
  }

  /// The product of numbers and matrices; nil where the inner sizes differ, or the cost is absurd.
  static func * (left: MathValue, right: MathValue) -> MathValue? {
    if let number = left.number { return right.map { number * $0 } }
    if let number = right.number { return left.map { $0 * number } }
    guard let first = left.shape, let second = right.shape, first.columns == second.rows,
      first.rows * second.columns * first.columns <= 100_000
    else { return nil }
    var elements: [Quantity] = []
    for row in 0..<first.rows {
      for column in 0..<second.columns {
        var sum = Quantity(0)
        for index in 0..<first.columns {
          let factor = left.elements[row * first.columns + index]
          sum = sum + factor * right.elements[index * second.columns + column]
        }
        elements.append(sum)
      }
    }
    let isNumber = first.rows == 1 && second.columns == 1
    return MathValue(elements, isNumber ? nil : Shape(rows: first.rows, columns: second.columns))
  }

  var transposed: MathValue {
    guard let shape else { return self }
    var result: [Quantity] = []
    for column in 0..<shape.columns {
      for row in 0..<shape.rows { result.append(elements[row * shape.columns + column]) }
    }
    return MathValue(result, Shape(rows: shape.columns, columns: shape.rows))
  }

  /// The value as text: a number, or rows of numbers in brackets.
  public var text: String {
    guard let shape else { return Self.text(elements[0].value) }
    let rows = (0..<shape.rows).map { row in
      let cells = elements[row * shape.columns..<(row + 1) * shape.columns]
      return "[" + cells.map { Self.text($0.value) }.joined(separator: ", ") + "]"
    }
    return "[" + rows.joined(separator: ", ") + "]"
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map { abs($0) < 1 << 53 ? "\($0)" : "\(value)" } ?? "\(value)"
  }
}
