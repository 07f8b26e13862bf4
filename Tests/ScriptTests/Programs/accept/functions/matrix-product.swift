func product(_ a: [[Int]], _ b: [[Int]]) -> [[Int]] {
  a.map { row in
    b[0].indices.map { j in zip(row, b).reduce(0) { $0 + $1.0 * $1.1[j] } }
  }
}
print(product([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
