/// The record of a computation, from which gradients are found in one walk backwards.
///
/// Each value is a node. A node of numbers keeps the slopes of its value in its two operands; a node
/// with a tensor on either side keeps a function that turns the gradient of its result into those of
/// its operands. Nodes come after their operands, so the walk is a loop over a flat array: no depth
/// of computation exhausts the stack, and a node used twice gets the sum of both gradients.
final class Tape {
  /// A step of the computation.
  struct Node {
    /// The first operand, or -1 for none; below that, `pullbacks[-2 - left]`.
    var left: Int32
    /// The second operand, or -1 for none.
    var right: Int32
    /// ∂result/∂left.
    var leftSlope: Double
    /// ∂result/∂right.
    var rightSlope: Double
  }

  /// How the gradient of a result becomes those of its operands.
  struct Pullback {
    var operands: [Int32]
    var gradients: (Tensor) -> [Tensor]
  }

  private(set) var nodes: [Node] = []
  private var pullbacks: [Pullback] = []

  init() {
    nodes.reserveCapacity(16)
  }

  /// Forgets all nodes but keeps their memory.
  func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    pullbacks.removeAll(keepingCapacity: true)
  }

  /// Records a number or tensor that depends on nothing.
  @inline(__always)
  func leaf() -> Int32 {
    append(Node(left: -1, right: -1, leftSlope: 0, rightSlope: 0))
  }

  /// Records a number made from one number.
  @inline(__always)
  func node(_ operand: Int32, _ slope: Double) -> Int32 {
    append(Node(left: operand, right: -1, leftSlope: slope, rightSlope: 0))
  }

  /// Records a number made from two numbers.
  @inline(__always)
  func node(_ left: Int32, _ leftSlope: Double, _ right: Int32, _ rightSlope: Double) -> Int32 {
    append(Node(left: left, right: right, leftSlope: leftSlope, rightSlope: rightSlope))
  }

  /// Records a result whose gradient is spread by a function.
  func node(_ operands: [Int32], _ gradients: @escaping (Tensor) -> [Tensor]) -> Int32 {
    pullbacks.append(Pullback(operands: operands, gradients: gradients))
    return append(
      Node(left: Int32(-1 - pullbacks.count), right: -1, leftSlope: 0, rightSlope: 0)
    )
  }

  @inline(__always)
  private func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }
}

extension Tape {
  /// The gradients of the last nodes, found by walking back from one of them.
  struct Gradients {
    var numbers: [Double]
    var tensors: [Int32: Tensor]

    /// The gradient in a node that holds a number.
    func number(_ node: Int32) -> Double {
      numbers[Int(node)] + (tensors[node]?.elements.first ?? 0)
    }

    /// The gradient in a node that holds a tensor of some shape; zeros where it was not used.
    func tensor(_ node: Int32, shape: [Int]) -> Tensor {
      tensors[node]
        ?? Tensor(
          unchecked: [Double](repeating: 0, count: shape.reduce(1, *)),
          shape: shape
        )
    }
  }

  /// Walks back from a node that holds one number.
  func gradients(of result: Int32) -> Gradients {
    var found = Gradients(numbers: [Double](repeating: 0, count: nodes.count), tensors: [:])
    found.numbers[Int(result)] = 1
    var index = Int(result)
    while index >= 0 {
      let node = nodes[index]
      if node.left >= -1 {
        let gradient = found.numbers[index]
        if node.left >= 0 { found.numbers[Int(node.left)] += gradient * node.leftSlope }
        if node.right >= 0 { found.numbers[Int(node.right)] += gradient * node.rightSlope }
      } else {
        spread(pullbacks[Int(-2 - node.left)], from: Int32(index), into: &found)
      }
      index -= 1
    }
    return found
  }

  private func spread(_ pullback: Pullback, from node: Int32, into found: inout Gradients) {
    let number = found.numbers[Int(node)]
    let upstream: Tensor
    if let tensor = found.tensors[node] {
      upstream = number == 0 ? tensor : tensor + number
    } else if number != 0 {
      upstream = Tensor(number)
    } else {
      return
    }
    for (operand, gradient) in zip(pullback.operands, pullback.gradients(upstream)) {
      // Gradients of one operand have one shape, the operand's.
      if gradient.rank == 0 {
        found.numbers[Int(operand)] += gradient.elements[0]
      } else if let sum = found.tensors[operand] {
        found.tensors[operand] = Tensor.sameShape(sum, gradient, +)
      } else {
        found.tensors[operand] = gradient
      }
    }
  }
}

extension Tensor {
  /// Combines two tensors that are known to have one shape.
  @inline(__always)
  static func sameShape(
    _ left: Tensor,
    _ right: Tensor,
    _ combine: (Double, Double) -> Double
  ) -> Tensor {
    var result = left
    for index in result.elements.indices {
      result.elements[index] = combine(left.elements[index], right.elements[index])
    }
    return result
  }
}
