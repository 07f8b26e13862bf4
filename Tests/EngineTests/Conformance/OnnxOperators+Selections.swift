import Engine

extension OnnxOperators {
  /// Operators that pick elements, mark them, or make them.
  static let selections: [String: Implementation] = [
    "Gather": { call in
      let data = try call.tensor(0)
      let indices = try call.tensor(1)
      let axis = call.integer("axis", default: 0)
      let place = axis < 0 ? axis + data.rank : axis
      let flat = try data.gather(call.integers(1) ?? [], axis: axis)
      return [
        try flat.reshaped(data.shape[..<place] + indices.shape + data.shape[(place + 1)...])
      ]
    },
    "Slice": { call in
      var data = try call.tensor(0)
      let (starts, ends) = (call.integers(1) ?? [], call.integers(2) ?? [])
      let axes = call.integers(3) ?? Array(0..<starts.count)
      let steps = call.integers(4) ?? starts.map { _ in 1 }
      for (place, axis) in axes.enumerated() {
        let extent = data.shape[axis < 0 ? axis + data.rank : axis]
        let step = steps[place]
        // From the end for negative ones; what lies outside means the nearest end.
        let (least, most) = step > 0 ? (0, extent) : (-1, extent - 1)
        func bound(_ index: Int) -> Int {
          min(max(index < 0 ? index + extent : index, least), most)
        }
        data = try data.slice(
          axis: axis,
          from: bound(starts[place]),
          to: bound(ends[place]),
          by: step
        )
      }
      return [data]
    },
    "TopK": { call in
      let data = try call.tensor(0)
      let ranked = try data.top(
        call.integers(1)?.first ?? 0,
        axis: call.integer("axis", default: -1),
        order: call.integer("largest", default: 1) == 1 ? .greatest : .least
      )
      let indices = ranked.indices.map { Double($0) }
      return [ranked.values, try Tensor(shape: ranked.values.shape, elements: indices)]
    },
    "OneHot": { call in
      let indices = try call.tensor(0)
      let depth = call.integers(1)?.first ?? 0
      let values = try call.tensor(2)
      let axis = call.integer("axis", default: -1)
      let place = axis < 0 ? axis + indices.rank + 1 : axis
      // Negative indices count from the end; what lies outside marks nothing.
      let counted = try indices + (indices .< 0) * Double(depth)
      var shape = counted.shape.map { _ in 1 }
      shape.insert(depth, at: place)
      let classes = try Tensor.range(from: 0, to: Double(depth)).reshaped(shape)
      let marks = try counted.expandingShape(at: place) .== classes
      return [try (1 - marks) * values[0] + marks * values[1]]
    },
    "Range": { call in
      [
        try Tensor.range(
          from: call.tensor(0).scalar,
          to: call.tensor(1).scalar,
          by: call.tensor(2).scalar
        )
      ]
    },
  ]
}
