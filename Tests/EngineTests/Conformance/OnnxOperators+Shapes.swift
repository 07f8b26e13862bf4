import Engine

extension OnnxOperators {
  /// Operators that keep the elements and change how they lie.
  static let shapes: [String: Implementation] = [
    "Shape": { call in
      let shape = try call.tensor(0).shape
      let (start, end) = (
        bound(call.integer("start", default: 0), shape.count),
        bound(call.integer("end", default: shape.count), shape.count)
      )
      return [Tensor(start < end ? shape[start..<end].map { Double($0) } : [])]
    },
    "Size": { [Tensor(Double(try $0.tensor(0).count))] },
    "Reshape": { call in
      let data = try call.tensor(0)
      var shape = call.integers(1) ?? []
      if call.integer("allowzero", default: 0) == 0 {
        for (axis, extent) in shape.enumerated() where extent == 0 {
          shape[axis] = data.shape[axis]
        }
      }
      return [try data.reshaped(shape)]
    },
    "Flatten": { call in
      let data = try call.tensor(0)
      let axis = bound(call.integer("axis", default: 1), data.rank)
      return [
        try data.reshaped([
          data.shape[..<axis].reduce(1, *), data.shape[axis...].reduce(1, *),
        ])
      ]
    },
    "Squeeze": { call in
      let data = try call.tensor(0)
      guard let axes = call.integers(1) ?? call.integers("axes") else {
        return [data.squeezed()]
      }
      let resolved = axes.map { $0 < 0 ? $0 + data.rank : $0 }.sorted(by: >)
      return [try resolved.reduce(data) { try $0.squeezed(at: $1) }]
    },
    "Unsqueeze": { call in
      let data = try call.tensor(0)
      let axes = call.integers(1) ?? call.integers("axes") ?? []
      let resolved = axes.map { $0 < 0 ? $0 + data.rank + axes.count : $0 }.sorted()
      return [try resolved.reduce(data) { try $0.expandingShape(at: $1) }]
    },
    "Transpose": { call in
      let data = try call.tensor(0)
      return [try call.integers("perm").map { try data.transposed($0) } ?? data.transposed()]
    },
    "Expand": { call in
      let data = try call.tensor(0)
      let shape = try Tensor.broadcastShape(data.shape, call.integers(1) ?? [])
      return [try data.broadcast(to: shape)]
    },
    "Tile": { [try $0.tensor(0).tiled($0.integers(1) ?? [])] },
    "Concat": { [try concatenate($0.tensors(), axis: $0.integer("axis", default: 0))] },
    "Split": { call in
      let data = try call.tensor(0)
      let axis = call.integer("axis", default: 0)
      let extent = data.shape[axis < 0 ? axis + data.rank : axis]
      let sizes = call.integers(1) ?? call.integers("split")
      let parts = call.integer("num_outputs", default: call.record.out.count)
      return try data.split(sizes: sizes ?? evenSizes(extent, parts), axis: axis)
    },
  ]

  /// An index counted from the end when it is negative, cut off at both ends.
  private static func bound(_ index: Int, _ count: Int) -> Int {
    min(max(index < 0 ? index + count : index, 0), count)
  }

  /// Equal parts, the last one smaller where they do not fit.
  private static func evenSizes(_ extent: Int, _ parts: Int) -> [Int] {
    let size = (extent + parts - 1) / parts
    return (0..<parts).map { min(size, max(extent - $0 * size, 0)) }
  }
}
