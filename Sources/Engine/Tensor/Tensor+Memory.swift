import CKernels

extension Tensor {
  /// Creates a tensor of which a function writes every element.
  ///
  /// - Parameters:
  ///   - shape: The extents, whose product is `count`.
  ///   - count: How many elements there are.
  ///   - write: Gets the memory, which holds anything, and fills all of it.
  @inline(__always)
  init(shape: [Int], count: Int, writing write: (UnsafeMutableBufferPointer<Double>) -> Void) {
    let elements = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count >= Tensor.largeCount {
        kernel_expect_large(buffer.baseAddress, count * MemoryLayout<Double>.stride)
      }
      write(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
    self.init(unchecked: elements, shape: shape)
  }

  /// From this many elements on, 8 MiB, new memory comes page by page from the system each time.
  private static let largeCount = 1 << 20
}
