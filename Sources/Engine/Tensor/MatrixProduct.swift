import CKernels

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
  var walk = StridedWalk(
    shape: stack,
    strides: [
      Tensor.broadcastStrides(of: Array(l.dropLast(2)), to: stack),
      Tensor.broadcastStrides(of: Array(r.dropLast(2)), to: stack),
    ]
  )
  let rows = left.rank == 1 ? [] : [n]
  let columns = right.rank == 1 ? [] : [m]
  return Tensor(shape: stack + rows + columns, count: count) { product in
    product.update(repeating: 0)
    left.elements.withUnsafeBufferPointer { a in
      right.elements.withUnsafeBufferPointer { b in
        for start in stride(from: 0, to: count, by: max(n * m, 1)) {
          let aMatrix = kernel_matrix(
            start: a.baseAddress?.advanced(by: walk.offsets[0] * n * k),
            row: k,
            column: 1
          )
          let bMatrix = kernel_matrix(
            start: b.baseAddress?.advanced(by: walk.offsets[1] * k * m),
            row: m,
            column: 1
          )
          kernel_matmul(n, k, m, aMatrix, bMatrix, product.baseAddress?.advanced(by: start), m)
          walk.advance()
        }
      }
    }
  }
}
