/// A number or a list of literals: what a tensor's array literal is made of.
///
/// It exists so that `let x: Tensor = [[1, 2], [3, 4]]` works at any depth. For numbers that are
/// not literals, use `Tensor([x, y])`.
public enum TensorLiteral: Sendable, Equatable {
  /// A number.
  case number(Double)

  /// A list of numbers or lists.
  case list([TensorLiteral])
}

extension TensorLiteral: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByArrayLiteral
{
  /// Creates a number from an integer literal.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Creates a number from a floating-point literal.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates a list from an array literal.
  public init(arrayLiteral elements: TensorLiteral...) { self = .list(elements) }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// Creates a tensor from an array literal, which must not be ragged.
  public init(arrayLiteral elements: TensorLiteral...) {
    do throws(EngineError) {
      try self.init(literal: .list(elements))
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Creates a tensor from a literal.
  ///
  /// - Parameter literal: A number, or nested lists; lists of one level have one length.
  /// - Throws: `EngineError.raggedRows` when they do not.
  @_disfavoredOverload
  public init(literal: TensorLiteral) throws(EngineError) {
    var elements: [Double] = []
    let shape = try literal.append(to: &elements)
    self.init(unchecked: elements, shape: shape)
  }
}

extension TensorLiteral {
  /// Appends all numbers, row by row, and returns the literal's shape.
  fileprivate func append(to elements: inout [Double]) throws(EngineError) -> [Int] {
    switch self {
    case .number(let value):
      elements.append(value)
      return []
    case .list(let items):
      var inner: [Int] = []
      for (row, item) in items.enumerated() {
        let shape = try item.append(to: &elements)
        if row == 0 { inner = shape }
        guard shape == inner else {
          throw .raggedRows(expected: inner, found: shape, row: row)
        }
      }
      return [items.count] + inner
    }
  }
}
