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
    /// What the walk back has found so far, where the node holds a number.
    var gradient = 0.0
  }

  /// How the gradient of a result becomes those of its operands.
  struct Pullback {
    var operands: [Int32]
    var gradients: (Tensor) -> [Tensor]
  }

  // No function of the tape runs code of others while it changes these, so accesses cannot overlap;
  // to have that checked at run time would cost a quarter of a small gradient.
  @exclusivity(unchecked) private(set) var nodes: [Node]
  @exclusivity(unchecked) private var pullbacks: [Pullback] = []

  init() {
    nodes = []
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
  /// The gradients found by the last walk back: those of numbers stay in their nodes.
  struct Gradients {
    let tape: Tape
    var tensors: [Int32: Tensor] = [:]

    /// The gradient in a node that holds a number.
    func number(_ node: Int32) -> Double {
      let number = tape.nodes[Int(node)].gradient
      guard !tensors.isEmpty, let tensor = tensors[node] else { return number }
      return number + (tensor.elements.first ?? 0)
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
    for index in nodes.indices { nodes[index].gradient = 0 }
    nodes[Int(result)].gradient = 1
    var found = Gradients(tape: self)
    var index = Int(result)
    while true {
      index = nodes.withUnsafeMutableBufferPointer { Tape.walkNumbers($0, from: index) }
      guard index >= 0 else { return found }
      spread(pullbacks[Int(-2 - nodes[index].left)], from: Int32(index), into: &found)
      index -= 1
    }
  }

  /// Walks back over nodes of numbers, and returns the first of another kind, or -1.
  private static func walkNumbers(
    _ nodes: UnsafeMutableBufferPointer<Node>,
    from start: Int
  ) -> Int {
    var index = start
    while index >= 0 {
      let node = nodes[index]
      guard node.left >= -1 else { return index }
      if node.left >= 0 { nodes[Int(node.left)].gradient += node.gradient * node.leftSlope }
      if node.right >= 0 { nodes[Int(node.right)].gradient += node.gradient * node.rightSlope }
      index -= 1
    }
    return -1
  }

  private func spread(_ pullback: Pullback, from node: Int32, into found: inout Gradients) {
    let number = nodes[Int(node)].gradient
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
        nodes[Int(operand)].gradient += gradient.elements[0]
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
