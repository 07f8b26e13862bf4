import Testing

@testable import Engine

@Suite("Tensor: joining, picking and parts")
struct TensorPartsTests {
  static let matrix: Tensor = [[1, 2, 3, 4], [5, 6, 7, 8]]

  @Test("parts along an axis join to the whole")
  func splitting() throws {
    for (axis, sizes) in [(0, [1, 1]), (1, [3, 0, 1]), (-1, [4]), (0, [0, 2])] {
      let parts = try Self.matrix.split(sizes: sizes, axis: axis)
      #expect(parts.map { $0.shape[axis < 0 ? 1 : axis] } == sizes)
      #expect(try concatenate(parts, axis: axis) == Self.matrix)
    }
    for sizes in [[5], [2, 2, 2], [-1, 5], [.max, .max, 6], [5, 0], [3, 2, 0]] {
      #expect(throws: EngineError.self) { try Self.matrix.split(sizes: sizes, axis: 1) }
    }
  }

  @Test(
    "steps go either way and stop before their end",
    arguments: [
      (0, 4, 2, [1.0, 3]), (3, -1, -1, [4, 3, 2, 1]), (3, 0, -2, [4, 2]), (1, 1, 1, []),
      (2, 0, 1, []), (0, 2, -1, []), (0, 4, .max, [1]), (3, -1, .min, [4]), (1, 4, 3, [2]),
    ]
  )
  func steps(start: Int, end: Int, step: Int, expected: [Double]) throws {
    let row = try Self.matrix.row(0)
    #expect(try row.slice(from: start, to: end, by: step).elements == expected)
  }

  @Test("steps that leave the axis are refused at once, however far they would go")
  func stepsOutside() throws {
    let row = try Self.matrix.row(0)
    for (start, end, step) in [
      (0, 5, 1), (0, Int.max, 1), (4, -1, -1), (-1, 2, 1), (3, -2, -1), (3, .min, -1), (0, 6, 4),
    ] {
      #expect(throws: EngineError.self) { try row.slice(from: start, to: end, by: step) }
    }
    #expect(throws: EngineError.self) { try row.slice(from: 0, to: 2, by: 0) }
  }

  @Test("gathering takes any order, often, and from the end")
  func gathering() throws {
    #expect(try Self.matrix.gather([-1, 0, 0], axis: 1) == [[4, 1, 1], [8, 5, 5]])
    #expect(try Self.matrix.gather([]).shape == [0, 4])
    for index in [2, -3, .max, .min] {
      #expect(throws: EngineError.indexOutOfRange(index: index, axis: 0, shape: [2, 4])) {
        try Self.matrix.gather([0, index])
      }
    }
  }

  @Test("the best of a line come first, equal ones in their order, NaN last")
  func ranks() throws {
    let x: Tensor = [3, 5, 5, 1]
    let ranked = try x.top(3)
    #expect(ranked == RankedElements(values: [5, 5, 3], indices: [1, 2, 0]))
    #expect(try x.top(2, order: .least).indices == [3, 0])
    #expect(try Tensor([.nan, 1, 2]).top(3).indices == [2, 1, 0])
    #expect(try Self.matrix.top(1, axis: 0).values == [[5, 6, 7, 8]])
    #expect(try Self.matrix.top(0, axis: 1).values.shape == [2, 0])
    for count in [5, -1, .max] {
      #expect(throws: EngineError.self) { try Self.matrix.top(count, axis: 1) }
    }
  }

  @Test("tiles repeat each axis, and none of them leave nothing")
  func tiles() throws {
    #expect(try Tensor([[1, 2]]).tiled([2, 2]) == [[1, 2, 1, 2], [1, 2, 1, 2]])
    #expect(try Self.matrix.tiled([0, 3]).shape == [0, 12])
    #expect(try Tensor.zeros([0, 1]).tiled([1 << 20, 1]).shape == [0, 1])
    for counts in [[1], [-1, 1], [.max, 1], [1 << 30, 1 << 30]] {
      #expect(throws: EngineError.self) { try Self.matrix.tiled(counts) }
    }
  }

  @Test("a stack has a new axis")
  func stacks() throws {
    #expect(try stack([[1, 2], [3, 4]]) == [[1, 2], [3, 4]])
    #expect(try stack([[1, 2], [3, 4]], axis: -1) == [[1, 3], [2, 4]])
    #expect(throws: EngineError.noTensors(operation: "concatenate")) { try stack([]) }
    #expect(
      throws: EngineError.shapesDiffer(operation: "concatenate", expected: [1, 2], found: [1, 1])
    ) {
      try stack([[1, 2], [3]])
    }
  }

  @Test("two shapes broadcast to one, from the last axis on")
  func broadcastShapes() throws {
    #expect(try Tensor.broadcastShape([3, 1], [2, 1, 6]) == [2, 3, 6])
    #expect(try Tensor.broadcastShape([], [4]) == [4])
    #expect(try Tensor.broadcastShape([1, 0], [5, 1]) == [5, 0])
    #expect(throws: EngineError.self) { try Tensor.broadcastShape([2], [3]) }
    #expect(throws: EngineError.self) { try Tensor.broadcastShape([-1], [1]) }
    #expect(throws: EngineError.self) { try Tensor.broadcastShape([.max], [1]) }
  }

  @Test("clipping keeps to its bounds, and trunc goes towards 0")
  func bounds() throws {
    #expect(try clip([-6, 0, 6], min: -5, max: 5) == [-5, 0, 5])
    #expect(try clip([-6, 6], max: 5) == [-6, 5])
    #expect(throws: EngineError.reversedBounds(name: "clip", lower: 2, upper: 1)) {
      try clip([0], min: 2, max: 1)
    }
    #expect(trunc([-1.7, 1.7, 0.5]) == [-1, 1, 0])
    #expect(round([0.5, 1.5, -2.5]) == [0, 2, -2])
  }
}
