import Engine
import Testing

@Suite("Tensor: creation, elements and shapes")
struct TensorTests {
  @Test("literals of any depth give the shape they show")
  func literals() throws {
    let vector: Tensor = [5, 2, -1, 3]
    let matrix: Tensor = [[1, 2, 3], [4.5, 5, 6]]
    let deep: Tensor = [[[1], [2]], [[3], [4]], [[5], [6]]]
    #expect(vector.shape == [4])
    #expect(matrix.shape == [2, 3])
    #expect(matrix.elements == [1, 2, 3, 4.5, 5, 6])
    #expect(deep.shape == [3, 2, 1])
    #expect(throws: EngineError.raggedRows(expected: [2], found: [1], row: 1)) {
      try Tensor(literal: [[1, 2], [3]])
    }
    #expect(throws: EngineError.raggedRows(expected: [1], found: [], row: 1)) {
      try Tensor(literal: [[1], 2])
    }
  }

  @Test("arrays give vectors and matrices")
  func arrays() throws {
    #expect(Tensor([1, 2]) == [1, 2])
    #expect(try Tensor([[1, 2], [3, 4]]) == [[1, 2], [3, 4]])
    #expect(throws: EngineError.raggedRows(expected: [2], found: [3], row: 1)) {
      try Tensor([[1, 2], [3, 4, 5]])
    }
    #expect(throws: EngineError.elementCountMismatch(shape: [2, 2], count: 3)) {
      try Tensor(shape: [2, 2], elements: [1, 2, 3])
    }
  }

  @Test("sizes that cannot be are refused, not attempted")
  func sizes() {
    #expect(throws: EngineError.negativeExtent(shape: [-1])) { try Tensor.zeros([-1]) }
    for shape in [[1 << 28], [Int.max, Int.max], [Int.max, 2, 3]] {
      #expect(throws: EngineError.tensorTooLarge(shape: shape, limit: Tensor.maximumCount)) {
        try Tensor.zeros(shape)
      }
    }
    #expect(throws: EngineError.self) {
      try Tensor.zeros([1 << 20, 1]) + Tensor.zeros([1, 1 << 20])
    }
  }

  @Test("copies change independently")
  func values() throws {
    let x: Tensor = [[1, 2], [3, 4]]
    var y = x
    try y.setElement(9, at: [0, 1])
    #expect(x == [[1, 2], [3, 4]])
    #expect(y == [[1, 9], [3, 4]])
    #expect(try y[0, 1] == 9)
    #expect(throws: EngineError.indexOutOfRange(index: 2, axis: 0, shape: [2, 2])) { try y[2, 0] }
    #expect(throws: EngineError.indexCountMismatch(count: 1, shape: [2, 2])) { try y[0] }
    #expect(throws: EngineError.indexOutOfRange(index: -1, axis: 1, shape: [2, 2])) {
      try y.setElement(0, at: [0, -1])
    }
  }

  @Test("slices keep or drop their axis")
  func slices() throws {
    let x: Tensor = [[1, 2, 3], [4, 5, 6]]
    #expect(try x.row(1) == [4, 5, 6])
    #expect(try x.column(2) == [3, 6])
    #expect(try x.columns(1..<3) == [[2, 3], [5, 6]])
    #expect(try x.rows(0..<1) == [[1, 2, 3]])
    #expect(try x.columns(1..<1).shape == [2, 0])
    #expect(try x.slice(axis: -1, at: 0) == [1, 4])
    #expect(throws: EngineError.rangeOutOfBounds(lower: 2, upper: 4, axis: 1, shape: [2, 3])) {
      try x.columns(2..<4)
    }
    #expect(throws: EngineError.axisOutOfRange(operation: "slice", axis: 2, shape: [2, 3])) {
      try x.slice(axis: 2, at: 0)
    }
    #expect(throws: EngineError.self) { try Tensor([1, 2]).row(0) }
  }

  @Test("reshaping keeps the order, and -1 takes what is left")
  func reshape() throws {
    let x: Tensor = [1, 2, 3, 4, 5, 6]
    #expect(try x.reshaped([2, 3]) == [[1, 2, 3], [4, 5, 6]])
    #expect(try x.reshaped([-1, 2]).shape == [3, 2])
    #expect(throws: EngineError.elementCountMismatch(shape: [4, -1], count: 6)) {
      try x.reshaped([4, -1])
    }
    #expect(throws: EngineError.negativeExtent(shape: [1, -1])) { try x.reshaped([-1, -1]) }
    #expect(try x.expandingShape(at: -1).shape == [6, 1])
    #expect(try x.expandingShape(at: 0).squeezed() == x)
    #expect(throws: EngineError.self) { try x.squeezed(at: 0) }
  }

  @Test("transposing twice gives the tensor back")
  func transpose() throws {
    let x: Tensor = [[1, 2, 3], [4, 5, 6]]
    #expect(x.transposed() == [[1, 4], [2, 5], [3, 6]])
    #expect(x.transposed().transposed() == x)
    let deep = try Tensor.range(from: 0, to: 24).reshaped([2, 3, 4])
    let turned = try deep.transposed([2, 0, 1])
    #expect(turned.shape == [4, 2, 3])
    #expect(try turned[3, 1, 2] == deep[1, 2, 3])
    #expect(throws: EngineError.notAPermutation(axes: [0, 0], shape: [2, 3])) {
      try x.transposed([0, 0])
    }
  }

  @Test("ranges and spaces end where they say")
  func ranges() throws {
    #expect(try Tensor.range(from: 1, to: 2, by: 0.25) == [1, 1.25, 1.5, 1.75])
    #expect(try Tensor.range(from: 1, to: 0).isEmpty)
    #expect(try Tensor.linearSpace(from: 0, to: 1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    #expect(try Tensor.linearSpace(from: 3, to: 9, count: 1) == [3])
    #expect(throws: EngineError.self) { try Tensor.range(from: 0, to: 1, by: 0) }
    #expect(throws: EngineError.self) { try Tensor.range(from: 0, to: .infinity) }
    #expect(try Tensor.identity(2) == [[1, 0], [0, 1]])
  }
}
