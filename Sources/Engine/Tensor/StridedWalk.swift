/// A walk over the indices of a shape, row by row, that keeps an offset for each of some layouts.
struct StridedWalk {
  private let shape: [Int]
  private let strides: [[Int]]
  private var indices: [Int]

  /// The offset of the current indices in each layout.
  private(set) var offsets: [Int]

  init(shape: some Sequence<Int>, strides: [some Sequence<Int>]) {
    self.shape = Array(shape)
    self.strides = strides.map { Array($0) }
    indices = [Int](repeating: 0, count: self.shape.count)
    offsets = [Int](repeating: 0, count: strides.count)
  }

  /// Goes to the next indices, and from the last ones back to the first.
  mutating func advance() {
    var axis = shape.count - 1
    while axis >= 0 {
      indices[axis] += 1
      if indices[axis] < shape[axis] {
        for layout in offsets.indices { offsets[layout] += strides[layout][axis] }
        return
      }
      for layout in offsets.indices {
        offsets[layout] -= (shape[axis] - 1) * strides[layout][axis]
      }
      indices[axis] = 0
      axis -= 1
    }
  }
}
