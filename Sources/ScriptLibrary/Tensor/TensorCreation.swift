import Engine
import Script

/// Returns the ways to make a tensor, and what can be asked of one.
func tensorCreation() -> [HostFunction] {
  [
    HostFunction(property: "var shape: [Int]", \Tensor.shape),
    HostFunction(property: "var elements: [Double]", \Tensor.elements),
    HostFunction(property: "var rank: Int", \Tensor.rank),
    HostFunction(property: "var count: Int", \Tensor.count),
    HostFunction(property: "var isEmpty: Bool", \Tensor.isEmpty),
    HostFunction("static var maximumCount: Int", of: "Tensor") { Tensor.maximumCount },
    HostFunction("static var maximumRank: Int", of: "Tensor") { Tensor.maximumRank },
    HostFunction("init(_ scalar: Double)", of: "Tensor") { (scalar: Double) in Tensor(scalar) },
    HostFunction("init(_ elements: [Double])", of: "Tensor") { (elements: [Double]) in
      Tensor(elements)
    },
    HostFunction("init(_ rows: [[Double]])", of: "Tensor") { (rows: [[Double]]) in try Tensor(rows)
    },
    HostFunction("init(shape: [Int], elements: [Double])", of: "Tensor") {
      (shape: [Int], elements: [Double]) in try Tensor(shape: shape, elements: elements)
    },
    HostFunction("init(repeating value: Double, shape: [Int])", of: "Tensor", work: .shape) {
      (value: Double, shape: [Int]) in try Tensor(repeating: value, shape: shape)
    },
    HostFunction("static func zeros(_ shape: [Int]) -> Tensor", of: "Tensor", work: .shape) {
      (shape: [Int]) in try Tensor.zeros(shape)
    },
    HostFunction("static func ones(_ shape: [Int]) -> Tensor", of: "Tensor", work: .shape) {
      (shape: [Int]) in try Tensor.ones(shape)
    },
    HostFunction("static func identity(_ size: Int) -> Tensor", of: "Tensor", work: .square) {
      (size: Int) in try Tensor.identity(size)
    },
    HostFunction(
      "static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor",
      of: "Tensor",
      work: .count(of: 1)
    ) { (first: Double, last: Double, count: Int) in
      try Tensor.linearSpace(from: first, to: last, count: count)
    },
    HostFunction(
      "static func range(from start: Double, to end: Double, by step: Double = 1) -> Tensor",
      of: "Tensor",
      work: .range
    ) { (start: Double, end: Double, step: Double) in
      try Tensor.range(from: start, to: end, by: step)
    },
    HostFunction(method: "func element(at indices: [Int]) -> Double", Tensor.element(at:)),
    HostFunction(mutating: "mutating func setElement(_ value: Double, at indices: [Int])") {
      (x: inout Tensor, value: Double, indices: [Int]) in
      try x.setElement(value, at: indices)
      return Nothing()
    },
    HostFunction("var scalar: Double", of: "Tensor") { (x: Tensor) in try x.scalar },
    HostFunction(
      subscript: "subscript(_ i: Int) -> Double { get set }",
      get: { (x: Tensor, i: Int) in try x.element(at: [i]) },
      set: { (x: inout Tensor, value: Double, i: Int) in try x.setElement(value, at: [i]) }
    ),
    HostFunction(
      subscript: "subscript(_ i: Int, _ j: Int) -> Double { get set }",
      get: { (x: Tensor, i: Int, j: Int) in try x.element(at: [i, j]) },
      set: { (x: inout Tensor, value: Double, i: Int, j: Int) in
        try x.setElement(value, at: [i, j])
      }
    ),
    HostFunction(
      subscript: "subscript(_ i: Int, _ j: Int, _ k: Int) -> Double { get set }",
      get: { (x: Tensor, i: Int, j: Int, k: Int) in try x.element(at: [i, j, k]) },
      set: { (x: inout Tensor, value: Double, i: Int, j: Int, k: Int) in
        try x.setElement(value, at: [i, j, k])
      }
    ),
    HostFunction(
      subscript: "subscript(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Double { get set }",
      get: { (x: Tensor, i: Int, j: Int, k: Int, l: Int) in try x.element(at: [i, j, k, l]) },
      set: { (x: inout Tensor, value: Double, i: Int, j: Int, k: Int, l: Int) in
        try x.setElement(value, at: [i, j, k, l])
      }
    ),
  ]
}
