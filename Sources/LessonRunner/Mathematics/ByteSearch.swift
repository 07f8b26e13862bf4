extension RandomAccessCollection<UInt8> where Index == Int {
  /// Returns where a comment or its end stands first.
  ///
  /// The standard library's search makes a table of the bytes each time, which only those need that
  /// begin with one byte again and again.
  func firstPlace(of bytes: [UInt8]) -> Range<Int>? {
    guard let first = bytes.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      let end = found + bytes.count
      guard end <= endIndex else { return nil }
      if self[found..<end].elementsEqual(bytes) { return found..<end }
      start = found + 1
    }
    return nil
  }
}
