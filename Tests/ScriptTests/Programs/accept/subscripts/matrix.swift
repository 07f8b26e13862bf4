struct Matrix {
  let columns: Int
  private var grid: [Double]
  init(rows: Int, columns: Int) {
    self.columns = columns
    grid = Array(repeating: 0, count: rows * columns)
  }
  subscript(row: Int, column: Int) -> Double {
    get { grid[row * columns + column] }
    set { grid[row * columns + column] = newValue }
  }
}
var m = Matrix(rows: 2, columns: 3)
m[1, 2] = 5
m[0, 0] += 1.5
print(m[1, 2], m[0, 0], m[0, 1])
