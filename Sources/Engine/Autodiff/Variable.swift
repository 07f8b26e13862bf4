/// A number or a tensor that remembers how it was computed, so that its gradient can be found.
///
/// Variables exist inside the function given to `gradient(at:of:)` and its like. They are used as
/// numbers and tensors are; numbers and tensors that they are combined with count as constant.
public struct Variable {
  let tape: Tape
  let node: Int32
  let storage: Storage

  enum Storage {
    case number(Double)
    case tensor(Tensor)
  }

  @inline(__always)
  init(_ number: Double, node: Int32, tape: Tape) {
    self.tape = tape
    self.node = node
    storage = .number(number)
  }

  /// Wraps a tensor; one of shape `[]` counts as a number.
  init(_ tensor: Tensor, node: Int32, tape: Tape) {
    self.tape = tape
    self.node = node
    storage = tensor.rank == 0 ? .number(tensor.elements[0]) : .tensor(tensor)
  }

  /// The value, a tensor of shape `[]` for a number.
  public var value: Tensor {
    switch storage {
    case .number(let number): Tensor(number)
    case .tensor(let tensor): tensor
    }
  }

  /// The extents of the value's axes, `[]` for a number.
  public var shape: [Int] {
    switch storage {
    case .number: []
    case .tensor(let tensor): tensor.shape
    }
  }
}

extension Variable: CustomStringConvertible {
  /// The value as people read it.
  public var description: String { value.description }
}

extension Variable {
  /// A result of one operand: `number` gives the value and the slope where the operand is a number,
  /// `tensor` the value and the way back where it is a tensor.
  @inline(__always)
  func unary(
    number: (Double) -> (Double, Double),
    tensor: (Tensor) -> (Tensor, (Tensor) -> Tensor)
  ) -> Variable {
    switch storage {
    case .number(let x):
      let (value, slope) = number(x)
      return Variable(value, node: tape.node(node, slope), tape: tape)
    case .tensor(let x):
      let (value, back) = tensor(x)
      return Variable(value, node: tape.node([node]) { [back($0)] }, tape: tape)
    }
  }

  /// A function of each element, given with its slope in terms of the operand and the value.
  @inline(__always)
  func mapping(
    _ function: (Double) -> Double,
    slope: @escaping (_ x: Double, _ y: Double) -> Double
  ) -> Variable {
    unary(
      number: { x in
        let y = function(x)
        return (y, slope(x, y))
      },
      tensor: { x in
        let y = x.mapping(function)
        return (
          y,
          { upstream in
            var gradient = upstream
            for index in gradient.elements.indices {
              gradient.elements[index] *= slope(x.elements[index], y.elements[index])
            }
            return gradient
          }
        )
      }
    )
  }
}
