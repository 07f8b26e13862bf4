import Engine

/// The gradients of a function in each of some tensors, by central differences.
///
/// `(f(x + h) - f(x - h)) / 2h` with `h = 6e-6 · max(1, |x|)`, the cube root of the unit roundoff: its
/// errors, `h² f‴/6` and `u |f|/h`, are then about equal, and near 1e-10.
func centralDifferences(
  of function: ([Tensor]) throws -> Double,
  at inputs: [Tensor]
) throws -> [Tensor] {
  try inputs.indices.map { index in
    let x = inputs[index]
    let slopes = try x.elements.indices.map { place in
      let step = 6e-6 * max(1, x.elements[place].magnitude)
      func value(_ offset: Double) throws -> Double {
        var moved = inputs
        var elements = x.elements
        elements[place] += offset
        moved[index] = try Tensor(shape: x.shape, elements: elements)
        return try function(moved)
      }
      return try (value(step) - value(-step)) / (2 * step)
    }
    return try Tensor(shape: x.shape, elements: slopes)
  }
}

/// Tensors of given shapes with elements from a normal distribution, no element within 0.05 of 0,
/// where some functions have a kink.
func samples(_ shapes: [[Int]], seed: Int) throws -> [Tensor] {
  var generator = SeededGenerator(seed: seed)
  return try shapes.map { shape in
    let count = shape.reduce(1, *)
    let elements = (0..<count).map { _ in
      let x = generator.nextNormal()
      return x < 0 ? x - 0.05 : x + 0.05
    }
    return try Tensor(shape: shape, elements: elements)
  }
}
