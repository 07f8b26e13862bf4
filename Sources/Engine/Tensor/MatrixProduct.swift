/// Returns the matrix product of two tensors.
///
/// `C[i, j] = Σ_k A[i, k] · B[k, j]`, for matrices of shapes `[n, k]` and `[k, m]`, of shape
/// `[n, m]`. A vector on the left counts as one row, one on the right as one column, and that axis
/// is dropped from the result: two vectors give their inner product, of shape `[]`. Axes before
/// the last two are a stack of matrices, and broadcast. With `k = 0` the result is 0. O(n·k·m).
///
/// - Parameters:
///   - left: The left factor, `[…, n, k]` or `[k]`.
///   - right: The right factor, `[…, k, m]` or `[k]`.
/// - Returns: A tensor of shape `[…, n, m]`.
/// - Throws: `EngineError.innerDimensionsDiffer`, `.wrongRank` for a scalar, or `.shapeMismatch`
///   when the stacks do not broadcast.
@_disfavoredOverload
public func matmul(_ left: Tensor, _ right: Tensor) throws(EngineError) -> Tensor {
  guard left.rank > 0 else {
    throw .wrongRank(operation: "matmul", expected: "vectors or matrices", shape: left.shape)
  }
  guard right.rank > 0 else {
    throw .wrongRank(operation: "matmul", expected: "vectors or matrices", shape: right.shape)
  }
  let l = left.rank == 1 ? [1] + left.shape : left.shape
  let r = right.rank == 1 ? right.shape + [1] : right.shape
  let (n, k, m) = (l[l.count - 2], l[l.count - 1], r[r.count - 1])
  guard k == r[r.count - 2] else {
    throw .innerDimensionsDiffer(left: left.shape, right: right.shape)
  }
  let stack = try Tensor.broadcastShape(
    Array(l.dropLast(2)),
    Array(r.dropLast(2)),
    for: "matmul"
  )
  let count = try Tensor.elementCount(of: stack + [n, m])
  var elements = [Double](repeating: 0, count: count)
  var walk = StridedWalk(
    shape: stack,
    strides: [
      Tensor.broadcastStrides(of: Array(l.dropLast(2)), to: stack),
      Tensor.broadcastStrides(of: Array(r.dropLast(2)), to: stack),
    ]
  )
  elements.withUnsafeMutableBufferPointer { product in
    left.elements.withUnsafeBufferPointer { a in
      right.elements.withUnsafeBufferPointer { b in
        for start in stride(from: 0, to: count, by: max(n * m, 1)) {
          addMatrixProduct(
            of: UnsafeBufferPointer(rebasing: a[(walk.offsets[0] * n * k)...]),
            and: UnsafeBufferPointer(rebasing: b[(walk.offsets[1] * k * m)...]),
            to: UnsafeMutableBufferPointer(rebasing: product[start..<start + n * m]),
            rows: n,
            inner: k,
            columns: m
          )
          walk.advance()
        }
      }
    }
  }
  let rows = left.rank == 1 ? [] : [n]
  let columns = right.rank == 1 ? [] : [m]
  return Tensor(unchecked: elements, shape: stack + rows + columns)
}

/// Adds the product of two matrices to a third; all lie row by row.
private func addMatrixProduct(
  of a: UnsafeBufferPointer<Double>,
  and b: UnsafeBufferPointer<Double>,
  to c: UnsafeMutableBufferPointer<Double>,
  rows n: Int,
  inner k: Int,
  columns m: Int
) {
  for i in 0..<n {
    for p in 0..<k {
      let factor = a[i * k + p]
      for j in 0..<m { c[i * m + j] += factor * b[p * m + j] }
    }
  }
}
